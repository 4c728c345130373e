//! The order of articles that name a person, and the first of their mentions.

use super::error::ArchiveError;
use super::gather::Found;
use super::open::Archive;
use crate::evidence::{FirstMention, MentionSummary};
use crate::german::DateInterval;
use crate::index::Placed;
use crate::query::Since;

/// The order of articles that name a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionOrder {
    /// The latest first, then those without a date by their path.
    Latest,
    /// The oldest first, then those without a date by their path.
    Oldest,
    /// By path, and in a file of records by place.
    Source,
}

/// Which of the mentions are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those of at most so many articles, of all where there is no number.
    Articles(Option<usize>),
    /// The first one of a known date.
    First,
}

/// An article with its mentions.
pub(super) type Naming<'f> = (Placed, &'f [Found]);

impl MentionOrder {
    /// Puts articles into this order.
    pub(super) fn sort(self, articles: &mut [Naming<'_>]) {
        articles.sort_by(|(one, _), (other, _)| {
            let by_date = match self {
                MentionOrder::Latest => other.article.date.cmp(&one.article.date),
                MentionOrder::Oldest => age(one).cmp(&age(other)),
                MentionOrder::Source => std::cmp::Ordering::Equal,
            };
            by_date.then_with(|| place(one).cmp(&place(other)))
        });
    }
}

impl Extent {
    /// Keeps what is handed on; the summary tells what a first mention leaves open.
    pub(super) fn keep(self, articles: &mut Vec<Naming<'_>>, summary: &mut MentionSummary) {
        match self {
            Extent::Articles(limit) => articles.truncate(limit.unwrap_or(usize::MAX)),
            Extent::First => first(articles, summary),
        }
    }
}

impl Archive {
    /// Keeps the mentions in articles published in that time, as far as known; the summary counts the
    /// others.
    pub(super) fn published_since(
        &self,
        found: Vec<Found>,
        since: &Since,
        summary: &mut MentionSummary,
    ) -> Result<Vec<Found>, ArchiveError> {
        let mut kept = Vec::with_capacity(found.len());
        let mut article: Option<(u64, Option<DateInterval>)> = None;
        for found in found {
            let known = article.filter(|(key, _)| *key == found.article);
            let (_, date) = match known {
                Some(known) => known,
                None => (
                    found.article,
                    date(&self.reader.article(found.article)?.date),
                ),
            };
            article = Some((found.article, date));
            match date {
                Some(date) if date.overlaps(since.interval()) => kept.push(found),
                Some(_) => summary.left_out.earlier += 1,
                None => summary.left_out.undated += 1,
            }
        }
        Ok(kept)
    }
}

/// Keeps the first mention in the oldest article.
fn first(articles: &mut Vec<Naming<'_>>, summary: &mut MentionSummary) {
    MentionOrder::Oldest.sort(articles);
    let undated = articles
        .iter()
        .filter(|(placed, _)| placed.article.date.is_none());
    let undated: Vec<usize> = undated.map(|(_, found)| found.len()).collect();
    if !undated.is_empty() {
        summary.notes.push(format!(
            "{} in {} without a date may be the first",
            counted(undated.iter().sum(), "mention"),
            counted(undated.len(), "article")
        ));
    }
    articles.retain(|(placed, _)| placed.article.date.is_some());
    let day = articles
        .first()
        .and_then(|(placed, _)| date(&placed.article.date));
    let others = articles.iter().skip(1);
    let rivals = others.filter(|(placed, _)| {
        date(&placed.article.date)
            .zip(day)
            .is_some_and(|(date, day)| date.overlaps(day))
    });
    if let rivals @ 1.. = rivals.count() {
        summary.notes.push(format!(
            "{} of the same time may be as early (--sort oldest lists all)",
            counted(rivals, "other article")
        ));
    }
    articles.truncate(1);
    let mut first = FirstMention::Unknown;
    for (placed, found) in articles {
        if let Some(date) = &placed.article.date {
            first = FirstMention::Dated(date.clone());
        }
        *found = &found[..found.len().min(1)];
    }
    summary.first = Some(first);
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What is not dated comes last; of two that begin on one day, the one that is known more exactly
/// comes first.
fn age(placed: &Placed) -> (bool, Option<(i64, i64)>) {
    let date = date(&placed.article.date);
    (
        date.is_none(),
        date.map(|date| (date.first_day(), date.last_day())),
    )
}

fn date(known: &Option<String>) -> Option<DateInterval> {
    DateInterval::parse(known.as_deref()?).ok()
}

fn place(placed: &Placed) -> (u64, &str, u64) {
    (placed.root, &placed.path, placed.start.byte)
}
