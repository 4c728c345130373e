//! The line of a saved search.

use serde::Serialize;

use crate::evidence;

/// A search that is kept under a name.
#[derive(Serialize)]
pub struct SavedSearch<'a> {
    /// Its name.
    pub name: &'a str,
    /// The query.
    pub query: &'a str,
    /// Whether the query is taken as plain words.
    pub plain: bool,
    /// How many articles it has shown; `null` when it was never run.
    pub seen: Option<u64>,
}

impl<'a> From<&'a evidence::SavedSearch> for SavedSearch<'a> {
    fn from(search: &'a evidence::SavedSearch) -> Self {
        Self {
            name: &search.name,
            query: &search.query,
            plain: search.plain,
            seen: search.seen,
        }
    }
}
