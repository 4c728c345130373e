//! What closes an answer: what was searched, found and left out.

use super::keyword::KeywordCount;
use super::saved::ShownBefore;

/// The closing line of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles that answer the query.
    pub articles_found: u64,
    /// Passages that answer the query.
    pub passages_found: u64,
    /// Articles that hold more hits than were asked for of each.
    pub articles_shortened: u64,
    /// Articles found that are nearly the same text as one that is shown in their place.
    pub near_copies: u64,
    /// When only what is new was asked for: what had been shown, which the counts leave out.
    pub shown_before: Option<ShownBefore>,
    /// Whether the two counts are exact or lower bounds.
    pub exact: bool,
    /// How many keywords were found, when hits were to cite them.
    pub keywords: Option<KeywordCount>,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// Articles left out because they have no date, when a date was asked for.
    pub undated: Option<u64>,
    /// Spellings and forms that were searched beside the words typed.
    pub variants: Vec<Variants>,
    /// When nothing was found: terms of the collection that look alike.
    pub suggestions: Vec<String>,
    /// What the user should know about the answer (an old index, a second writer).
    pub notes: Vec<String>,
    /// Milliseconds from query to answer.
    pub elapsed_ms: u64,
}

/// The spellings searched for a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variants {
    /// The word as typed.
    pub word: String,
    /// What else was searched.
    pub others: Vec<String>,
}

/// A source that is not in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file, with `#record` or a line where only a record was skipped.
    pub path: String,
    /// Why.
    pub reason: String,
}
