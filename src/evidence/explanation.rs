//! How a hit came to its score.

use super::hit::MarkKind;

/// How a hit came to its score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What each query word gave.
    pub words: Vec<WordScore>,
    /// The factor for how much of the query the passage holds (1 to 2).
    pub coverage: f32,
    /// What the nearness of the query's words added.
    pub proximity: f32,
}

/// What one query word gave to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct WordScore {
    /// The word as asked.
    pub word: String,
    /// The index term that matched best; `None` when the passage lacks the word.
    pub term: Option<String>,
    /// Why that term matched.
    pub kind: Option<MarkKind>,
    /// How often it stands in the passage.
    pub frequency: u32,
    /// How rare it is in the collection (inverse document frequency).
    pub rarity: f32,
    /// What it added to the score.
    pub score: f32,
    /// What makes up for it, when the passage lacks the word.
    pub support: Option<Support>,
}

/// What makes up for a word that a passage lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// How far it does, from 0 to 1.
    pub share: f32,
    /// What it is.
    pub kind: SupportKind,
}

/// Where the support of a missing word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportKind {
    /// The passage holds parts of the word, which is a compound.
    Parts,
    /// The passage holds a word of the same root.
    Root,
    /// The passage holds another word for the country.
    Country,
    /// The title or heading over the passage holds the word.
    Heading,
}
