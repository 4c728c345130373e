//! Articles that stand in a collection more than once.

use super::{ArticleRef, Place};

/// What stands in a collection more than once, for `status --duplicates`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duplicates {
    /// The groups, in the order of their first articles.
    pub groups: Vec<DuplicateGroup>,
    /// Articles in the index.
    pub articles_searched: u64,
    /// What the user should know.
    pub notes: Vec<String>,
}

/// Articles that are nearly the same text; or one article that stands in several places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DuplicateGroup {
    /// The articles, at least one.
    pub articles: Vec<Duplicate>,
}

/// An article of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    /// The article, with its further places.
    pub article: ArticleRef,
    /// Its first place.
    pub place: Place,
    /// The first words of its text.
    pub begins: String,
}
