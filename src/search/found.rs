//! What an engine found for a plan, as plain data.

use super::plan::Field;
use crate::evidence::MarkKind;

/// A plan looked up in a collection.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// For each leaf of the plan what stands behind it in this collection.
    pub leaves: Vec<ResolvedLeaf>,
    /// The collection the leaves were looked up in.
    pub statistics: Statistics,
    /// Passages that answer the query.
    pub passages_found: u64,
    /// Articles that answer the query.
    pub articles_found: u64,
    /// Articles left out because they have no date, when a date was asked for.
    pub undated: Option<u64>,
}

/// What a collection has for a leaf.
#[derive(Clone, Debug, Default)]
pub struct ResolvedLeaf {
    /// The terms that stand for it.
    pub terms: Vec<ResolvedTerm>,
    /// In how many passages any reading of it stands.
    pub passages: u64,
    /// Whether a pattern fits more terms than were looked up.
    pub truncated: bool,
}

/// A term of the collection that stands for a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedTerm {
    /// Where it stands.
    pub field: Field,
    /// The term.
    pub term: String,
    /// What it is to the word typed.
    pub kind: MarkKind,
    /// What a passage is that holds it.
    pub force: Force,
}

/// What a term makes of a passage that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Force {
    /// An answer.
    Answers,
    /// A better answer, if it is one for another reason.
    Supports,
}

/// Sizes that scores depend on. They count passages only, never other documents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Passages in the collection.
    pub passages: u64,
    /// Articles in the collection.
    pub articles: u64,
    /// Mean length of a passage in stems.
    pub mean_length: f32,
}

/// A passage that may answer, with all that scoring needs of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidate {
    /// The engine's name for the passage.
    pub address: (u32, u32),
    /// Number of its article.
    pub article: u64,
    /// Its length in stems, as exactly as the engine keeps it.
    pub length: u32,
    /// Whether it is not of the article but of what the page says around it.
    pub is_around: bool,
    /// For each ranked leaf of the plan what the passage holds of it.
    pub evidence: Vec<Evidence>,
}

/// What a passage holds of a leaf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Terms that stand in the passage.
    pub occurrences: Vec<Occurrence>,
    /// Word positions of whole words, ascending.
    pub positions: Vec<u32>,
    /// Supporting terms of the resolved leaf, by number, that stand in the passage.
    pub supports: Vec<u32>,
    /// Whether the title or heading over the passage holds the leaf.
    pub in_context: bool,
}

/// A reading of a leaf in a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What it is to the word typed.
    pub kind: MarkKind,
    /// The number of the term in the resolved leaf; `None` for sequences and parts put together.
    pub term: Option<u32>,
    /// How often it stands there.
    pub frequency: u32,
}

impl Resolved {
    /// How rare a leaf is: the inverse document frequency of BM25, over the passages in which any
    /// reading of it stands.
    pub fn rarity(&self, leaf: usize) -> f32 {
        let all = self.statistics.passages as f32;
        let holding = (self.leaves[leaf].passages as f32).min(all);
        (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln()
    }
}
