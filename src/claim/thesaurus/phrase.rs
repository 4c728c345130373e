//! Phrases of several words that mean what one word means.

use crate::claim::word::{Key, Word};

/// How many words apart the words of a phrase may stand: a verb stands far from its noun.
const REACH: usize = 20;

/// A phrase by the stems of its words.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Phrase {
    /// The first word, which is the noun: `Leben` of `ums Leben kommen`.
    anchor: Box<str>,
    others: Vec<Box<str>>,
    /// What it has in common with its synonyms.
    pub group: Key,
}

impl Phrase {
    /// A phrase of at least one word.
    pub fn new(stems: Vec<String>, group: Key) -> Self {
        let mut stems = stems.into_iter().map(String::into_boxed_str);
        Self {
            anchor: stems.next().unwrap_or_default(),
            others: stems.collect(),
            group,
        }
    }

    /// The stem of the word that gets the keys.
    pub fn anchor(&self) -> &str {
        &self.anchor
    }

    /// Whether the other words stand around the anchor, in its clause.
    pub fn stands_at(&self, words: &[Word], place: usize) -> bool {
        let around = place.saturating_sub(REACH)..(place + REACH).min(words.len());
        self.others.iter().all(|stem| {
            words[around.clone()]
                .iter()
                .any(|word| word.stem == *stem && word.clause == words[place].clause)
        })
    }
}
