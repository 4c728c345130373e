//! The lines of `status --duplicates`.

use serde::Serialize;

use super::search::{Article, Place};
use crate::evidence;

/// One article that stands in several places, or articles that are nearly the same text.
#[derive(Serialize)]
pub struct Group<'a> {
    /// `same` for one article, `near` for several.
    pub kind: &'static str,
    /// The articles.
    pub articles: Vec<Duplicate<'a>>,
}

/// An article of a group.
#[derive(Serialize)]
pub struct Duplicate<'a> {
    /// The article, with its further places.
    #[serde(flatten)]
    pub article: Article<'a>,
    /// Its first place.
    pub place: Place<'a>,
    /// The first words of its text.
    pub begins: &'a str,
}

/// Closes the list.
#[derive(Serialize)]
pub struct DuplicateSummary<'a> {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Groups.
    pub groups: u64,
    /// What the user should know.
    pub notes: &'a [String],
}

impl<'a> From<&'a evidence::DuplicateGroup> for Group<'a> {
    fn from(group: &'a evidence::DuplicateGroup) -> Self {
        let duplicate = |duplicate: &'a evidence::Duplicate| Duplicate {
            article: (&duplicate.article).into(),
            place: (&duplicate.place).into(),
            begins: &duplicate.begins,
        };
        Self {
            kind: match group.articles.len() {
                1 => "same",
                _ => "near",
            },
            articles: group.articles.iter().map(duplicate).collect(),
        }
    }
}

impl<'a> From<&'a evidence::Duplicates> for DuplicateSummary<'a> {
    fn from(found: &'a evidence::Duplicates) -> Self {
        Self {
            articles_searched: found.articles_searched,
            groups: found.groups.len() as u64,
            notes: &found.notes,
        }
    }
}
