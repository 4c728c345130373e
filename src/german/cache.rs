//! Words already analysed: a text repeats its words, so each type is worked out once.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::word::Word;

/// How many words are kept: a power of two. The 65,000 commonest types are 97 % of German running text;
/// with their forms they take about 15 MB.
const SLOTS: usize = 1 << 16;

/// What a word was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reading {
    /// A word as it stands in the text.
    Word,
    /// A word put together from pieces, whose parts have no place of their own in the text.
    Composed,
    /// Single letters with full stops.
    Initials,
    /// A number in digits.
    Number,
    /// A sign that is read as a word.
    Sign,
    /// A number or date in its one spelling, which is its term.
    Value,
}

/// A direct-mapped cache: a word has one slot, and the latest comer has it.
#[derive(Debug)]
pub(super) struct WordCache {
    slots: Vec<Option<Box<Slot>>>,
}

#[derive(Debug)]
struct Slot {
    surface: Box<str>,
    reading: Reading,
    word: Word,
}

impl WordCache {
    /// An empty cache.
    pub fn new() -> Self {
        Self {
            slots: std::iter::repeat_with(|| None).take(SLOTS).collect(),
        }
    }

    /// The word for `surface`, made by `make` when it is not there.
    pub fn get(&mut self, surface: &str, reading: Reading, make: impl FnOnce() -> Word) -> &Word {
        let mut hasher = DefaultHasher::new();
        (surface, reading).hash(&mut hasher);
        let slot = &mut self.slots[hasher.finish() as usize & (SLOTS - 1)];
        let known = slot
            .take()
            .filter(|slot| *slot.surface == *surface && slot.reading == reading);
        &slot
            .insert(known.unwrap_or_else(|| {
                Box::new(Slot {
                    surface: surface.into(),
                    reading,
                    word: make(),
                })
            }))
            .word
    }
}
