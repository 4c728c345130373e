//! What is in an index, for `status` and its lists.

use super::hit::ArticleRef;
use super::summary::Skipped;
use crate::article::Origin;

/// What is in an index, for `status`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// The index folder.
    pub index: String,
    /// The folders and files it was built from.
    pub roots: Vec<String>,
    /// When it was last brought up to date, RFC 3339 in UTC.
    pub refreshed: String,
    /// Sources that are in the index.
    pub sources: u64,
    /// Articles in it.
    pub articles: u64,
    /// Further places of these articles: copies, byte for byte.
    pub copies: u64,
    /// Passages in it.
    pub passages: u64,
    /// Bytes of article text.
    pub text_bytes: u64,
    /// Bytes of the index folder.
    pub index_bytes: u64,
    /// Segments of the tantivy index.
    pub segments: u64,
    /// Deleted documents that a merge will drop.
    pub dead_documents: u64,
    /// The format of the index.
    pub format_version: u32,
    /// The fingerprint of chain and lexicon.
    pub fingerprint: String,
    /// The hash of what was learnt from the collection.
    pub knowledge: String,
    /// Articles by language, most first.
    pub languages: Vec<(String, u64)>,
    /// Articles by source format, most first.
    pub formats: Vec<(String, u64)>,
    /// The first and last publication date.
    pub dates: Option<(String, String)>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose text had been encoded twice; it is read as it was meant.
    pub encoded_twice: u64,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// What the user should know (an index of other roots, a collection that has doubled).
    pub notes: Vec<String>,
}

/// An article that does not say when it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsureDate {
    /// The article.
    pub article: ArticleRef,
    /// Its file, relative to the working directory where below it, plus `#record` where there is one.
    pub path: String,
    /// The date it counts as published on, and where that was found.
    pub guess: Option<(String, Origin)>,
}
