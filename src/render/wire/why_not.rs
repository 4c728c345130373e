//! The line that tells why a search does not show an article.

use serde::Serialize;

use crate::evidence::{self, Effect, Fate};

/// What became of an article in a search.
#[derive(Serialize)]
pub struct WhyNot<'a> {
    /// The file, or the record in it.
    pub path: &'a str,
    /// `not_indexed`, `left_out` or `found`.
    pub fate: &'static str,
    /// Why it is not in the index; else absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
    /// Its place among those found, from 1; else `null`.
    pub rank: Option<u64>,
    /// Of so many articles.
    pub of: Option<u64>,
    /// What each word and condition of the query finds in it.
    pub clauses: Vec<ClauseFate<'a>>,
    /// What the user should know about the answer.
    pub notes: &'a [String],
}

/// What a word or condition of a query finds in an article.
#[derive(Serialize)]
pub struct ClauseFate<'a> {
    /// As asked, with the name of its field.
    pub asked: &'a str,
    /// What it did: `none`, `lacked` (needed and not there) or `excluded` (not wanted and there).
    pub effect: &'static str,
    /// Whether the article has it.
    pub holds: bool,
    /// The forms in which it stands there.
    pub forms: &'a [String],
    /// The first lines where it does.
    pub lines: &'a [u32],
    /// The index terms that were looked for, where it does not stand there.
    pub terms: &'a [String],
    /// Words of a phrase that do not stand there, folded.
    pub missing: &'a [String],
    /// Words of the article that look like it.
    pub near: &'a [String],
    /// Of a condition: what the article has.
    pub has: Option<&'a str>,
}

impl<'a> From<&'a evidence::WhyNot> for WhyNot<'a> {
    fn from(found: &'a evidence::WhyNot) -> Self {
        let (fate, reason, rank, of) = match &found.fate {
            Fate::NotIndexed(reason) => ("not_indexed", Some(reason.as_str()), None, None),
            Fate::LeftOut => ("left_out", None, None, None),
            Fate::Found { rank, of } => ("found", None, Some(*rank), Some(*of)),
        };
        let clauses = found.clauses.iter().map(|clause| ClauseFate {
            asked: &clause.asked,
            effect: match clause.effect {
                Effect::None => "none",
                Effect::Lacked => "lacked",
                Effect::Excluded => "excluded",
            },
            holds: clause.holds,
            forms: &clause.forms,
            lines: &clause.lines,
            terms: &clause.terms,
            missing: &clause.missing,
            near: &clause.near,
            has: clause.has.as_deref(),
        });
        Self {
            path: &found.path,
            fate,
            reason,
            rank,
            of,
            clauses: clauses.collect(),
            notes: &found.notes,
        }
    }
}
