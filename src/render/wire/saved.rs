//! Saved searches, and what they have shown.

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

/// What the runs of a saved search before this one have shown.
#[derive(Serialize)]
pub struct ShownBefore<'a> {
    /// Articles that answer and were shown.
    pub articles: u64,
    /// When the last of them was, RFC 3339 in UTC; `null` when there was none.
    pub last_run: Option<&'a str>,
}

impl<'a> From<&'a evidence::ShownBefore> for ShownBefore<'a> {
    fn from(before: &'a evidence::ShownBefore) -> Self {
        Self {
            articles: before.articles,
            last_run: before.last_run.as_deref(),
        }
    }
}
