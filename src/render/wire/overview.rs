//! The lines of facets and of timelines.

use serde::Serialize;

use super::search::{Article, Skipped};
use crate::evidence::{self, FacetKind, TimeUnit, Timed};

/// How the articles found spread over something they have.
#[derive(Serialize)]
pub struct Facet<'a> {
    /// What it is: `source`, `year`, `month`, `author`, `lang`, `person`, `outlet` or `type`.
    pub facet: &'static str,
    /// The values: times as time goes, everything else by frequency.
    pub values: Vec<FacetValue<'a>>,
    /// How many values there are, also beyond a limit.
    pub values_found: u64,
    /// Articles found that have none.
    pub without: u64,
}

/// A value and the articles that have it.
#[derive(Serialize)]
pub struct FacetValue<'a> {
    /// The value; of a source, the file of records, or the folder of files that are one article each.
    pub value: &'a str,
    /// Articles found that have it.
    pub articles: u64,
}

/// How articles or mentions spread over time.
#[derive(Serialize)]
pub struct Timeline<'a> {
    /// Whose time it is; absent for a search.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<&'a str>,
    /// What the places are: `passages` or `mentions`.
    pub places: &'static str,
    /// How long a bucket is: `month`, `quarter` or `year`.
    pub unit: &'static str,
    /// Without a gap from the first to the last; empty when nothing has a date.
    pub buckets: Vec<Bucket<'a>>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose date is less exact than a bucket is long; they are in none.
    pub inexact: u64,
}

/// A stretch of time.
#[derive(Serialize)]
pub struct Bucket<'a> {
    /// `2023-09`, `2023-Q3` or `2023`.
    pub time: &'a str,
    /// Articles found that were published in it.
    pub articles: u64,
    /// Passages that answer, or mentions, in these.
    pub places: u64,
    /// All articles of the collection that were published in it.
    pub of: u64,
}

/// A word that is special in the articles found beside the rest.
#[derive(Serialize)]
pub struct SpecialWord<'a> {
    /// In its commonest form.
    pub word: &'a str,
    /// Its index term, which all its forms share.
    pub stem: &'a str,
    /// Articles found that hold it.
    pub articles: u64,
    /// Other articles that do.
    pub articles_elsewhere: u64,
    /// Passages of the articles found that hold it.
    pub passages: u64,
    /// Passages of other articles that do.
    pub passages_elsewhere: u64,
    /// How special it is: the log-likelihood ratio over passages (see [`crate::search::keyness`]).
    pub keyness: f64,
}

/// How much an article has in common with the one asked about.
#[derive(Serialize)]
pub struct Alike<'a> {
    /// Its place, from 1; that of its hits, too.
    pub rank: u32,
    /// How much of what is special in the other it holds, from 0 to 1.
    pub share: f32,
    /// The special words that both hold, the weightiest first.
    pub words: &'a [String],
}

/// Closes a list of articles like another.
#[derive(Serialize)]
pub struct AlikeSummary<'a> {
    /// The article asked about.
    pub article: Article<'a>,
    /// What is special in it, the weightiest first.
    pub words: &'a [String],
    /// Articles in the index.
    pub articles_searched: u64,
    /// Articles like it, also beyond a limit.
    pub articles_found: u64,
    /// Articles with the very same text, which were left out.
    pub copies: u64,
    /// Articles that are nearly the same text as the one asked about, or as one that is listed in their
    /// place, unless all are asked for with `--all`; they are counted in `articles_found`.
    pub near_copies: u64,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// What the user should know about the answer.
    pub notes: &'a [String],
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}

/// The name of a facet, which is what is typed behind `--facets`.
fn facet_kind(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Source => "source",
        FacetKind::Year => "year",
        FacetKind::Month => "month",
        FacetKind::Author => "author",
        FacetKind::Language => "lang",
        FacetKind::Person => "person",
        FacetKind::Outlet => "outlet",
        FacetKind::Type => "type",
    }
}

impl<'a> From<&'a evidence::Facet> for Facet<'a> {
    fn from(facet: &'a evidence::Facet) -> Self {
        let values = facet.values.iter().map(|value| FacetValue {
            value: &value.value,
            articles: value.articles,
        });
        Self {
            facet: facet_kind(facet.kind),
            values: values.collect(),
            values_found: facet.values_found,
            without: facet.without,
        }
    }
}

impl<'a> From<&'a evidence::Timeline> for Timeline<'a> {
    fn from(timeline: &'a evidence::Timeline) -> Self {
        let buckets = timeline.buckets.iter().map(|bucket| Bucket {
            time: &bucket.label,
            articles: bucket.articles,
            places: bucket.places,
            of: bucket.of,
        });
        Self {
            person: timeline.person.as_deref(),
            places: match timeline.of {
                Timed::Articles => "passages",
                Timed::Mentions => "mentions",
            },
            unit: match timeline.unit {
                TimeUnit::Month => "month",
                TimeUnit::Quarter => "quarter",
                TimeUnit::Year => "year",
            },
            buckets: buckets.collect(),
            undated: timeline.undated,
            inexact: timeline.inexact,
        }
    }
}

impl<'a> From<&'a evidence::SpecialWord> for SpecialWord<'a> {
    fn from(word: &'a evidence::SpecialWord) -> Self {
        Self {
            word: &word.word,
            stem: &word.stem,
            articles: word.articles,
            articles_elsewhere: word.articles_elsewhere,
            passages: word.passages,
            passages_elsewhere: word.passages_elsewhere,
            keyness: word.keyness,
        }
    }
}

impl<'a> From<&'a evidence::Alike> for Alike<'a> {
    fn from(alike: &'a evidence::Alike) -> Self {
        Self {
            rank: alike.rank,
            share: alike.share,
            words: &alike.words,
        }
    }
}

impl<'a> From<&'a evidence::AlikeSummary> for AlikeSummary<'a> {
    fn from(summary: &'a evidence::AlikeSummary) -> Self {
        Self {
            article: (&summary.article).into(),
            words: &summary.words,
            articles_searched: summary.articles_searched,
            articles_found: summary.articles_found,
            copies: summary.copies,
            near_copies: summary.near_copies,
            skipped: summary.skipped.iter().map(Skipped::from).collect(),
            notes: &summary.notes,
            elapsed_ms: summary.elapsed_ms,
        }
    }
}
