//! The genitive of a name, undone: `Putins`, `Hans’`, `Johnson's`.

use super::{key, lists};
use crate::german::lexicon;

/// What the last word of a name ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) enum Ending {
    /// Nothing that a case could have added.
    None,
    /// An apostrophe (`Hans’`), or one with `s` (`Johnson's`): surely a case.
    Apostrophe,
    /// An `s` that belongs to a name of the lists: `Jens`.
    Own,
    /// An `s` that may be an ending.
    Case,
    /// An `s` that is one, for the lexicon has the name without it more often: `Putins`.
    SureCase,
}

/// Judges the ending by the word alone; other forms of the name in a text may know better.
pub(in crate::people) fn ending(word: &str) -> Ending {
    let stem = without_ending(word);
    if stem.len() == word.len() {
        return Ending::None;
    }
    if !word[stem.len()..].starts_with('s') {
        return Ending::Apostrophe;
    }
    // `Uschi Glas`: what is a word by itself does not end in a case.
    let is_word = is_name(word) || is_common(word);
    if is_word && !is_name(stem) || lists::given_gender(word).is_some() {
        return Ending::Own;
    }
    let frequency = |word| lookup(word).map_or(0.0, |entry| entry.frequency());
    if !is_name(word) && !is_common(stem) && frequency(stem) > frequency(word) {
        Ending::SureCase
    } else {
        Ending::Case
    }
}

/// The word without what a genitive could have added.
pub(in crate::people) fn without_ending(word: &str) -> &str {
    for apostrophe in ["'s", "’s", "`s", "´s", "'", "’", "´", "`"] {
        if let Some(stem) = word.strip_suffix(apostrophe).filter(|stem| stem.len() > 1) {
            return stem;
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() >= 2 && !stem.ends_with(['s', 'x', 'z', 'ß']) => stem,
        _ => word,
    }
}

/// Whether the word is a common word of German; of a hyphenated one, its last part.
pub(in crate::people) fn is_common(word: &str) -> bool {
    lookup(word.rsplit('-').next().unwrap_or(word)).is_some_and(|entry| entry.is_listed())
}

/// Whether the lexicon has the word at all.
pub(in crate::people) fn is_known(word: &str) -> bool {
    lookup(word).is_some()
}

/// Whether the word is one of small letters: `lahm`.
pub(in crate::people) fn is_lower(word: &str) -> bool {
    lookup(word).is_some_and(|entry| entry.is_listed() && entry.is_lower())
}

/// Whether the word is a common noun of German; of a hyphenated one, its last part.
pub(in crate::people) fn is_noun(word: &str) -> bool {
    let entry = lookup(word.rsplit('-').next().unwrap_or(word));
    entry.is_some_and(|entry| entry.is_listed() && entry.is_noun())
}

fn lookup(word: &str) -> Option<lexicon::Entry> {
    let mut key = String::new();
    lexicon::key(word, &mut key);
    lexicon::lookup(&key)
}

/// Whether the lexicon or one of the lists has the word as a name.
pub(in crate::people) fn is_name(word: &str) -> bool {
    lookup(word).is_some_and(|entry| entry.is_name())
        || lists::given_gender(word).is_some()
        || lists::is_surname_first(word)
        || lists::surname_standard(&key::plain(word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_s_is_an_ending_only_where_the_name_has_none_of_its_own() {
        for (word, expected) in [
            ("Putins", Ending::SureCase),
            ("Gorbatschows", Ending::SureCase),
            ("Kims", Ending::SureCase),
            ("Merkels", Ending::SureCase),
            ("Jens", Ending::Own),
            ("Hans", Ending::Own),
            ("Hans’", Ending::Apostrophe),
            ("Johnson's", Ending::Apostrophe),
            ("Merz’", Ending::Apostrophe),
            ("Merz", Ending::None),
            ("Weiss", Ending::None),
        ] {
            assert_eq!(ending(word), expected, "{word}");
        }
    }
}
