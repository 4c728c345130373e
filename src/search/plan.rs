//! A query made ready for an engine: what to look up, what to score, which articles may answer.

use super::glob::Glob;
use crate::evidence::{MarkKind, Variants};
use crate::german::DateInterval;

/// What an engine needs to know of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Everything that is looked up, in the order of the query.
    pub leaves: Vec<Leaf>,
    /// Which leaves score (by number), in the order of the query.
    pub ranked: Vec<usize>,
    /// Which articles may answer; `None` when every match may.
    pub filter: Option<SetExpression>,
    /// Spellings searched beside the words typed.
    pub variants: Vec<Variants>,
    /// Whether the filter asks for a date, so that undated articles are worth counting.
    pub asks_date: bool,
    /// How many different words of the query are not looked up.
    pub left_out: usize,
}

/// A set of sections: of the pages of articles that have pages, and of all other articles.
#[derive(Clone, Debug, PartialEq)]
pub enum SetExpression {
    /// Sections with a passage that holds this leaf.
    Leaf(usize),
    /// Sections in all of the sets.
    And(Vec<SetExpression>),
    /// Sections in any of the sets.
    Or(Vec<SetExpression>),
    /// All other sections.
    Not(Box<SetExpression>),
}

/// Something to look up.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// As typed.
    pub text: String,
    /// How it may stand in a passage, the closest first.
    pub readings: Vec<Reading>,
    /// How much it counts beside the other leaves of the query, 1 for most.
    pub weight: f32,
    /// For leaves about the article rather than its text.
    pub metadata: Option<Metadata>,
}

impl Leaf {
    /// A leaf about the text, of the usual weight.
    pub(super) fn of_words(text: &str, readings: Vec<Reading>) -> Self {
        Self {
            text: text.to_owned(),
            readings,
            weight: 1.0,
            metadata: None,
        }
    }
}

/// One way in which a leaf may stand in a passage.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A term of a field.
    Term {
        /// The field.
        field: Field,
        /// The term.
        term: String,
        /// What it is to the word typed.
        kind: MarkKind,
    },
    /// The parts of a compound, all of them, anywhere in the passage as words or parts.
    Together(Vec<String>),
    /// Any of the parts of a compound. They do not make a passage an answer, but tell a better
    /// answer from a worse one.
    Pieces(Vec<String>),
    /// Words derived from the same root (see [`crate::german::root`]), of which the same holds.
    SameRoot(String),
    /// Other words for the same country, of which the same holds: *nordkoreanisch* for *Nordkorea*.
    Country(Vec<String>),
    /// Words in a row, or near each other.
    Sequence {
        /// The words in order.
        words: Vec<SequenceWord>,
        /// Whether the forms must be those typed, not other inflections.
        verbatim: bool,
        /// What it is to the words typed.
        kind: MarkKind,
        /// How many other words may stand between them; then any order will do.
        distance: Option<u32>,
    },
    /// All terms of the collection that fit.
    Pattern(Pattern),
}

/// A word of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SequenceWord {
    /// Its folded form.
    pub exact: String,
    /// Its stem.
    pub stem: String,
    /// How many words it stands behind the first.
    pub offset: u32,
}

/// A description of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Terms that begin so.
    Prefix(String),
    /// Terms that end so.
    Suffix(String),
    /// Terms with gaps.
    Gaps(Glob),
    /// Terms at most so many edits away (insertion, deletion, change, swap of neighbours).
    Similar {
        /// The folded word.
        term: String,
        /// One or two.
        edits: u8,
    },
}

/// A field of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Stems of all words.
    Stem,
    /// Folded forms that differ from their stem.
    Exact,
    /// Stems of parts of compounds.
    Parts,
    /// Stems of the title and heading over the passage.
    Context,
}

/// A condition on the article.
#[derive(Clone, Debug, PartialEq)]
pub enum Metadata {
    /// Stems its title must hold, in any order.
    Title(Vec<String>),
    /// Folded words its author must hold.
    Author(Vec<String>),
    /// A person it names.
    Person {
        /// As typed.
        name: String,
        /// The terms of everyone who may be meant (see [`crate::people::term`]), any of which the
        /// article must have. A plan comes without them: only the collection knows who is in it.
        terms: Vec<String>,
    },
    /// Part of its path or outlet, in any case.
    Source(String),
    /// Its language.
    Language(String),
    /// The format of its source.
    Type(String),
    /// Published within this time, as far as known.
    Date(DateInterval),
    /// Published at no known time.
    Undated,
}
