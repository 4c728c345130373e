//! The lines of a concordance.

use serde::Serialize;

use super::search::{Article, Citation, mark_kind};
use crate::render::kwic::{self, Found};

/// A keyword in its context: a match of the query, or a mention of the person.
#[derive(Serialize)]
pub struct Keyword<'a> {
    /// The words before it, at most as many as `--context` says, white space made one blank; it ends
    /// with a blank where one stands before the keyword.
    pub left: &'a str,
    /// The keyword.
    pub keyword: &'a str,
    /// The words behind it, in the same way.
    pub right: &'a str,
    /// The article.
    pub article: Article<'a>,
    /// Where the keyword stands, which is the quote.
    pub citation: Citation<'a>,
    /// The article's place in the ranking, from 1; absent of a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Why it matched, as in [`super::Mark::kind`]; absent of a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// The person; absent of a match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<&'a str>,
    /// The rule by which the name was given to the person; absent of a match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// How sure that is, 0 to 1; absent of a match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

impl<'a> From<&'a kwic::Line> for Keyword<'a> {
    fn from(line: &'a kwic::Line) -> Self {
        let plain = Self {
            left: &line.left,
            keyword: &line.keyword,
            right: &line.right,
            article: (&*line.article).into(),
            citation: (&line.citation).into(),
            rank: None,
            kind: None,
            person: None,
            rule: None,
            confidence: None,
        };
        match &line.found {
            Found::Match { rank, kind } => Self {
                rank: Some(*rank),
                kind: Some(mark_kind(*kind)),
                ..plain
            },
            Found::Mention {
                person,
                rule,
                confidence,
            } => Self {
                person: Some(person),
                rule: Some(rule),
                confidence: Some(f64::from(*confidence) / 100.0),
                ..plain
            },
        }
    }
}
