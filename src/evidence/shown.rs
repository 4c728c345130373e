//! An article as it stands, for `show`.

use super::hit::{ArticleRef, BlockRef};
use crate::article::{Origin, Property};

/// A block in its article, for `show`.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The article.
    pub article: ArticleRef,
    /// The file, relative to the working directory where below it.
    pub path: String,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: String,
    /// Whether the record on disk is still the one that was indexed.
    pub unchanged: bool,
    /// All blocks of the article in order.
    pub blocks: Vec<ShownBlock>,
    /// Which of them the citation means (by number from 0).
    pub cited: Option<u32>,
    /// What is known of the article, and where it was found.
    pub facts: Vec<Fact>,
    /// What a reader should know of how the text was read.
    pub notes: Vec<String>,
}

/// Something that is known of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub property: Property,
    /// What is known.
    pub value: String,
    /// Where it was found, which says how sure it is.
    pub origin: Origin,
}

/// One block of a shown article.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownBlock {
    /// Its kind and place.
    pub place: BlockRef,
    /// Its text.
    pub text: String,
}
