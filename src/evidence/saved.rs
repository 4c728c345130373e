//! Searches that are kept under a name.

/// A search that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name.
    pub name: String,
    /// The query.
    pub query: String,
    /// Whether the query is taken as plain words.
    pub plain: bool,
    /// How many articles it has shown, if it was ever run.
    pub seen: Option<u64>,
}

/// What the runs of a saved search before this one have shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBefore {
    /// The name of the search.
    pub search: String,
    /// Articles that answer and were shown.
    pub articles: u64,
    /// When the last of them was, RFC 3339 in UTC; `None` when there was none.
    pub last_run: Option<String>,
}
