//! What all sources together know of a word.

use super::lists::{ListSet, Listed};
use super::names::NameFacts;
use super::tokens::{TokenKind, is_apostrophe};
use crate::german::{Knowledge, compounds, lexicon};

/// From this frequency on, as the lexicon gives it, a word in lower case stands in any text.
const FREQUENT: f32 = 9.0;

/// From this frequency on a noun that no list has as a name is not taken for one.
const COMMON: f32 = 5.0;

/// What all sources know of a key.
pub(super) struct Seen {
    /// What the lexicon knows.
    pub entry: Option<lexicon::Entry>,
    /// What the lists say.
    pub lists: ListSet,
    /// What is known of it as a name.
    pub facts: NameFacts,
}

/// Whether a word ends like a genitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Genitive {
    /// It does not, or the ending is its own.
    No,
    /// It does, and nobody knows the word with or without the ending.
    Perhaps,
    /// It is one of a known word.
    Yes,
}

impl Seen {
    /// What is known of a word, or of what it is the genitive of.
    pub fn of_form(key: &str, kind: TokenKind) -> (Self, Genitive) {
        let seen = Self::of(key, kind);
        let settled = seen.is_noun() || seen.lists.bits() != 0 || seen.is_name();
        let base = strip_genitive(key).filter(|_| kind == TokenKind::Capital && !settled);
        let Some(base) = base else {
            return (seen, Genitive::No);
        };
        let base = Self::of(base, kind);
        if base.is_noun() || base.is_name() || base.lists.bits() != 0 {
            (base, Genitive::Yes)
        } else {
            (seen, Genitive::Perhaps)
        }
    }

    /// Whether it is a given name or a surname.
    pub fn is_name(&self) -> bool {
        self.is_given() || self.is_surname()
    }

    /// What is known of a look-up key.
    pub fn of(key: &str, kind: TokenKind) -> Self {
        Self {
            entry: lexicon::lookup(key),
            lists: if kind == TokenKind::Capital {
                ListSet::of_capitalised(key)
            } else {
                ListSet::of(key)
            },
            facts: NameFacts::of(key),
        }
    }

    /// Whether the word list has it as a noun.
    pub fn is_noun(&self) -> bool {
        self.entry
            .is_some_and(|entry| entry.is_noun() && entry.is_listed())
    }

    /// Whether it is written in lower case as well.
    pub fn is_lower(&self) -> bool {
        self.entry.is_some_and(|entry| entry.is_lower())
    }

    /// Whether it is a given name.
    pub fn is_given(&self) -> bool {
        self.lists.has(Listed::Given) || self.facts.is_given()
    }

    /// Whether it is a surname.
    pub fn is_surname(&self) -> bool {
        self.lists.has(Listed::Surname) || self.facts.is_surname() || self.facts.share() > 2
    }

    /// Whether any text has it.
    pub fn is_frequent(&self) -> bool {
        self.entry.is_some_and(|entry| entry.frequency() > FREQUENT)
    }

    /// Whether it is a common word that nobody is called by.
    pub fn is_no_name(&self) -> bool {
        let is_common = |entry: lexicon::Entry| {
            entry.is_word() && !entry.is_name() && entry.frequency() > COMMON
        };
        self.entry.is_some_and(is_common) && !self.is_name() && self.facts.share() == 0
    }
}

/// The word without the ending of a genitive.
pub(super) fn strip_genitive(key: &str) -> Option<&str> {
    let base = key.strip_suffix('s')?;
    Some(base.strip_suffix(is_apostrophe).unwrap_or(base)).filter(|base| base.len() > 2)
}

/// Whether a word can be cut into words.
pub(super) fn is_compound(word: &str) -> bool {
    let mut parts = Vec::new();
    compounds::split(word, &Knowledge::default(), &mut parts);
    !parts.is_empty()
}
