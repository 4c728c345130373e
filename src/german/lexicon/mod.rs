//! Lives here: the built-in lexicon of German words and what is known of each.
//! Comes in: a key, that is a word in lower case with ss for ß.
//! Goes out: whether it is a word, a noun, a name; how frequent and how productive it is.
//! Never enters: sentences, collections, user data.

mod entry;
mod link;

pub use entry::{Entry, Facts};
pub use link::Link;

use std::sync::LazyLock;

use fst::raw::{Fst, Output};

/// The words and their entries as one finite-state transducer, used in place.
static BYTES: &[u8] = include_bytes!("words.fst");

static WORDS: LazyLock<Option<Fst<&'static [u8]>>> = LazyLock::new(|| Fst::new(BYTES).ok());

/// What the lexicon knows of `key` (see [`key`]); `None` when it does not have it.
pub fn lookup(key: &str) -> Option<Entry> {
    let value = WORDS.as_ref()?.get(key)?;
    Some(Entry::from_bits(value.value()))
}

/// Whether `key` is a form of a German word; names and mere modifiers are not.
pub fn contains(key: &str) -> bool {
    lookup(key).is_some_and(Entry::is_word)
}

/// A checksum of the whole lexicon, which changes whenever an answer of it may change.
pub fn checksum() -> u32 {
    BYTES
        .last_chunk()
        .map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// Writes the look-up key of `word` into `buffer`: lower case, ß as ss, umlauts kept.
pub fn key(word: &str, buffer: &mut String) {
    buffer.clear();
    for letter in word.chars() {
        match letter {
            'ß' | 'ẞ' => buffer.push_str("ss"),
            'a'..='z' => buffer.push(letter),
            _ => buffer.extend(letter.to_lowercase()),
        }
    }
}

/// Calls `visit` with the length and entry of every key that `text` begins with, shortest first.
pub fn prefixes(text: &[u8], mut visit: impl FnMut(usize, Entry)) {
    let Some(words) = WORDS.as_ref() else { return };
    let mut node = words.root();
    let mut output = Output::zero();
    for (index, &byte) in text.iter().enumerate() {
        let Some(position) = node.find_input(byte) else {
            return;
        };
        let transition = node.transition(position);
        output = output.cat(transition.out);
        node = words.node(transition.addr);
        if node.is_final() {
            visit(
                index + 1,
                Entry::from_bits(output.cat(node.final_output()).value()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str) -> Entry {
        lookup(word).unwrap_or_else(|| panic!("{word} is missing"))
    }

    #[test]
    fn keys_keep_umlauts_and_spell_out_sharp_s() {
        let mut buffer = String::from("left over");
        key("GRÖẞE", &mut buffer);
        assert_eq!(buffer, "grösse");
        key("Größe", &mut buffer);
        assert_eq!(buffer, "grösse");
    }

    #[test]
    fn nouns_verbs_and_names_are_told_apart() {
        assert!(entry("häuser").is_noun() && !entry("häuser").is_lower());
        assert!(entry("liefern").is_lower());
        assert!(entry("steinmeier").is_name() && !entry("steinmeier").is_listed());
        assert!(!contains("haeuser") && !contains("xqz"));
    }

    #[test]
    fn frequent_and_productive_words_have_higher_figures() {
        assert!(entry("haus").frequency() > entry("zahnbürste").frequency());
        assert!(entry("haus").head_productivity() > entry("munition").head_productivity());
        assert!(entry("bundes").modifier_productivity() > entry("rübe").modifier_productivity());
    }

    #[test]
    fn modifiers_remember_the_word_they_are_made_from() {
        assert_eq!(entry("haftungs").link(), Link::S);
        assert_eq!(entry("schul").link(), Link::DroppedE);
        assert_eq!(entry("waffen").link(), Link::None);
    }

    #[test]
    fn prefixes_come_shortest_first_and_are_what_lookup_finds() {
        let mut found = Vec::new();
        prefixes("bundestag".as_bytes(), |length, entry| {
            found.push((length, entry))
        });
        assert!(found.is_sorted_by_key(|(length, _)| *length));
        for (length, entry) in &found {
            assert_eq!(lookup(&"bundestag"[..*length]), Some(*entry));
        }
        assert!(found.iter().any(|(length, _)| *length == "bundes".len()));
    }

    #[test]
    fn the_lexicon_is_undamaged_and_small() {
        assert!(Fst::new(BYTES).is_ok_and(|words| words.verify().is_ok()));
        assert!(BYTES.len() <= 4 << 20);
    }
}
