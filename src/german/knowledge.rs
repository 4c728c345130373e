//! What is learnt once from a collection and then frozen with its index.

use std::collections::HashMap;
use std::sync::Arc;

use fst::Set;
use thiserror::Error;

use super::lexicon;

/// Marks the bytes of this type and their layout.
const MAGIC: &[u8; 8] = b"belegk01";

/// From this many places on, a capitalised word that no list knows is taken for a name.
const FREQUENT: u32 = 3;

/// So many unknown words are counted at once, about 12 MB.
const COUNTED: usize = 100_000;

/// Longer words (in bytes) are not counted: they are no names, and memory stays bounded.
const LONGEST: usize = 48;

/// The names a collection uses that the lexicon does not know; such words are hardly ever cut.
///
/// A new one knows nothing. Cloning shares the data.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    names: Option<Set<Arc<[u8]>>>,
}

/// Why bytes are not the knowledge of a collection.
#[derive(Debug, Error)]
pub enum KnowledgeError {
    /// They were written by something else, or by another version of this program.
    #[error(
        "what was learnt from the collection is in another format; rebuild the index with `beleg index --rebuild`"
    )]
    Format,
    /// They changed since they were written.
    #[error(
        "what was learnt from the collection is damaged ({0}); rebuild the index with `beleg index --rebuild`"
    )]
    Damaged(#[source] fst::Error),
}

impl Knowledge {
    /// Whether the collection uses the look-up key `key` as a name (see [`lexicon::key`]).
    pub fn is_name(&self, key: &str) -> bool {
        self.names.as_ref().is_some_and(|names| names.contains(key))
    }

    /// How many names it holds.
    pub fn names(&self) -> usize {
        self.names.as_ref().map_or(0, Set::len)
    }

    /// The knowledge as bytes; equal knowledge gives equal bytes.
    pub fn encode(&self) -> Vec<u8> {
        let names = self.names.as_ref().map(|names| names.as_fst().as_bytes());
        [MAGIC.as_slice(), names.unwrap_or_default()].concat()
    }

    /// The knowledge that [`Knowledge::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes have another format or are damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, KnowledgeError> {
        let names = bytes
            .strip_prefix(MAGIC.as_slice())
            .ok_or(KnowledgeError::Format)?;
        if names.is_empty() {
            return Ok(Self::default());
        }
        let names = Set::new(Arc::from(names)).map_err(KnowledgeError::Damaged)?;
        names.as_fst().verify().map_err(KnowledgeError::Damaged)?;
        Ok(Self { names: Some(names) })
    }
}

/// Gathers the knowledge of a collection, a word at a time, in bounded memory.
#[derive(Debug, Default)]
pub struct Learner {
    words: HashMap<String, Places>,
    key: String,
    /// Words seen so rarely were forgotten when the memory was full.
    forgotten: u32,
}

/// Where an unknown word was seen.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    /// With a capital inside a sentence.
    capital: u32,
    /// With a capital that the start of the sentence explains.
    start: u32,
    /// In lower case.
    lower: u32,
}

impl Places {
    fn all(self) -> u32 {
        self.capital
            .saturating_add(self.start)
            .saturating_add(self.lower)
    }
}

impl Learner {
    /// Takes note of a word of the collection, and whether it opens a sentence.
    pub fn observe(&mut self, word: &str, sentence_start: bool) {
        if word.len() > LONGEST || !word.chars().all(char::is_alphabetic) {
            return;
        }
        lexicon::key(word, &mut self.key);
        if lexicon::contains(&self.key) {
            return;
        }
        if !self.words.contains_key(&self.key) {
            self.make_room();
            self.words.insert(self.key.clone(), Places::default());
        }
        let Some(places) = self.words.get_mut(&self.key) else {
            return;
        };
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let place = match (capital, sentence_start) {
            (false, _) => &mut places.lower,
            (true, true) => &mut places.start,
            (true, false) => &mut places.capital,
        };
        *place = place.saturating_add(1);
    }

    /// What was learnt.
    pub fn finish(self) -> Knowledge {
        let named = |places: &Places| places.lower == 0 && places.capital >= FREQUENT;
        let mut names: Vec<String> = self
            .words
            .into_iter()
            .filter(|(_, places)| named(places))
            .map(|(key, _)| key)
            .collect();
        names.sort_unstable();
        let set = Set::from_iter(&names)
            .ok()
            .map(|set| set.into_fst().into_inner());
        let names = set.and_then(|bytes| Set::new(Arc::from(bytes)).ok());
        Knowledge {
            names: names.filter(|names| !names.is_empty()),
        }
    }

    /// Forgets the rarest words until there is room for more (lossy counting, Manku and Motwani 2002).
    fn make_room(&mut self) {
        while self.words.len() >= COUNTED {
            self.forgotten = self.forgotten.saturating_add(1);
            let rare = self.forgotten;
            self.words.retain(|_, places| places.all() > rare);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt(text: &str) -> Knowledge {
        let mut learner = Learner::default();
        for (number, word) in text.split_whitespace().enumerate() {
            learner.observe(word, number == 0);
        }
        learner.finish()
    }

    #[test]
    fn a_name_the_collection_keeps_using_is_learnt() {
        let knowledge = learnt("Gestern traf Medwedjew ein und Medwedjew sprach mit Medwedjew");
        assert!(knowledge.is_name("medwedjew"));
        assert!(!knowledge.is_name("gestern"));
    }

    #[test]
    fn a_word_that_is_also_written_small_is_no_name() {
        let knowledge = learnt("der Xaverl und Xaverl und Xaverl und xaverl");
        assert!(!knowledge.is_name("xaverl"));
    }

    #[test]
    fn knowledge_survives_encoding() -> Result<(), KnowledgeError> {
        for text in ["", "ein Wolodymyrx, Wolodymyrx Wolodymyrx Wolodymyrx"] {
            let knowledge = learnt(text);
            let decoded = Knowledge::decode(&knowledge.encode())?;
            assert_eq!(decoded.encode(), knowledge.encode());
            assert_eq!(decoded.names(), knowledge.names());
        }
        Ok(())
    }

    #[test]
    fn damaged_knowledge_is_an_error() {
        let mut bytes = learnt("ein Wolodymyrx Wolodymyrx Wolodymyrx Wolodymyrx").encode();
        bytes[20] ^= 1;
        assert!(matches!(
            Knowledge::decode(&bytes),
            Err(KnowledgeError::Damaged(_))
        ));
        assert!(matches!(
            Knowledge::decode(b"other"),
            Err(KnowledgeError::Format)
        ));
    }

    #[test]
    fn memory_stays_bounded_and_frequent_names_are_kept() {
        let mut learner = Learner::default();
        for number in 0..3 * COUNTED {
            let letters = number
                .to_string()
                .replace(|digit: char| digit.is_ascii_digit(), "x");
            let letter = char::from_u32(0x4e00 + number as u32 % 20_000).unwrap_or('x');
            learner.observe(
                &format!("Q{letters}{letter}{}", "y".repeat(number % 13)),
                false,
            );
            if number % 1000 == 0 {
                learner.observe("Wolodymyrx", false);
            }
        }
        assert!(learner.words.len() <= COUNTED);
        assert!(learner.finish().is_name("wolodymyrx"));
    }
}
