//! Words with all they can be matched by.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::german::WordClass;
use crate::span::TextSpan;

/// One thing that two words may have in common, hashed: a stem, a root, a group of the thesaurus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(u64);

/// What kind of thing a key is; equal texts of different kinds are different keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum KeyKind {
    /// The stem of the word.
    Stem,
    /// What the stem has in common with words derived from it.
    Root,
    /// A group of words that mean the same.
    Same,
    /// A group of words that are used of the same matters.
    Near,
    /// A country, by name, adjective or inhabitants.
    Country,
    /// A place or organisation under any of its names.
    Alias,
    /// A place, by its name or its inhabitants: `München`, `Münchner`.
    Place,
}

impl Key {
    /// The key of a text.
    pub fn new(kind: KeyKind, text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        (kind, text).hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// A key, and how much of the meaning a word shares with another one that has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Offer {
    pub key: Key,
    pub worth: f32,
}

/// A part of a compound with its keys.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Stemmed and folded.
    pub stem: Box<str>,
    /// How much of the meaning of the whole it carries.
    pub weight: f32,
    /// Whether it says what the whole is.
    pub head: bool,
    pub offers: Vec<Offer>,
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the block.
    pub span: TextSpan,
    /// Folded, not stemmed.
    pub exact: Box<str>,
    /// Stemmed and folded; of a separable verb, with its particle.
    pub stem: Box<str>,
    /// Whether it carries meaning.
    pub class: WordClass,
    /// Whether it is written with a capital.
    pub capital: bool,
    /// Whether it is a name, or part of one.
    pub name: bool,
    /// The number it names.
    pub number: Option<f64>,
    /// Whether it hangs on the next word by a hyphen.
    pub hyphened: bool,
    /// The clause it stands in, counted from 0.
    pub clause: u16,
    /// The member of the sentence it stands in, between commas, brackets and `und`, counted from 0.
    pub member: u16,
    /// How much it says, from 0 to 1.
    pub weight: f32,
    /// What it can be matched by.
    pub offers: Vec<Offer>,
    /// The parts, when it is a compound.
    pub parts: Vec<Part>,
}

impl Word {
    /// Whether it carries meaning and is no number.
    pub fn is_content(&self) -> bool {
        self.class == WordClass::Content && self.number.is_none()
    }

    /// Whether it is a common noun, by how it is written.
    pub fn is_noun(&self) -> bool {
        self.capital && !self.name && self.is_content()
    }

    /// The most that a key of the word is worth, itself or by its parts.
    pub fn worth_of(&self, key: Key) -> f32 {
        worth_in(&self.offers, key)
    }
}

/// What a key is worth among offers; 0 where it is not among them.
pub(super) fn worth_in(offers: &[Offer], key: Key) -> f32 {
    let found = offers.iter().filter(|offer| offer.key == key);
    found.map(|offer| offer.worth).fold(0.0, f32::max)
}
