//! How the articles found spread: over their sources, their time, the people they name; and what is
//! special in them.

use super::{ArticleRef, Skipped};

/// How articles spread over the values of something they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// What it is that they have.
    pub kind: FacetKind,
    /// The values in their order: times as time goes, everything else by frequency.
    pub values: Vec<FacetValue>,
    /// How many values there are, also beyond a limit.
    pub values_found: u64,
    /// Articles that have none.
    pub without: u64,
}

/// What articles may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// The file of records, or the folder of files that are one article each.
    Source,
    /// The year of publication.
    Year,
    /// The month of publication.
    Month,
    /// Who wrote it.
    Author,
    /// The language, ISO 639-1.
    Language,
    /// Whom it surely names; an article may name many.
    Person,
    /// Who published it.
    Outlet,
    /// The format of its source.
    Type,
}

/// A value and the articles that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value.
    pub value: String,
    /// How many articles have it.
    pub articles: u64,
}

/// A word that is special in some articles beside the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecialWord {
    /// In its commonest form.
    pub word: String,
    /// Its index term, which all its forms share.
    pub stem: String,
    /// Articles found that hold it.
    pub articles: u64,
    /// Other articles that do.
    pub articles_elsewhere: u64,
    /// Passages of the articles found that hold it.
    pub passages: u64,
    /// Passages of other articles that do.
    pub passages_elsewhere: u64,
    /// How special it is (log-likelihood ratio over passages).
    pub keyness: f64,
}

/// How articles or mentions spread over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Whose time it is, where it is that of a person.
    pub person: Option<String>,
    /// What is plotted.
    pub of: Timed,
    /// How long each bucket is.
    pub unit: TimeUnit,
    /// Without a gap from the first to the last; empty when nothing has a date.
    pub buckets: Vec<Bucket>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose date is less exact than the buckets are, so that they are in none.
    pub inexact: u64,
}

/// What a timeline plots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// Articles that answer; the places are passages.
    Articles,
    /// Mentions of a person; the places are these.
    Mentions,
}

/// How long a stretch of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve.
    Year,
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// `2023-09`, `2023-Q3` or `2023`.
    pub label: String,
    /// Articles published in it.
    pub articles: u64,
    /// Passages that answer, or mentions, in these.
    pub places: u64,
    /// All articles of the collection published in it.
    pub of: u64,
}

/// How much an article has in common with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Its place, from 1.
    pub rank: u32,
    /// How much of what is special in the other it holds, from 0 to 1.
    pub share: f32,
    /// The special words that both hold, the weightiest first.
    pub words: Vec<String>,
}

/// Closes a list of articles like another.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikeSummary {
    /// The article asked about.
    pub article: ArticleRef,
    /// What is special in it, the weightiest first.
    pub words: Vec<String>,
    /// Articles in the index.
    pub articles_searched: u64,
    /// Articles like it, also beyond a limit.
    pub articles_found: u64,
    /// Articles with the very same text, which were left out.
    pub copies: u64,
    /// Articles like it that are nearly the same text as itself, or as one that is shown in their place.
    pub near_copies: u64,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// What the user should know about the answer.
    pub notes: Vec<String>,
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}
