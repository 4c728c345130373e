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
