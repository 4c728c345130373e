//! What the articles of an index have in common: languages, formats, dates.

use std::collections::BTreeMap;

use super::columns::{self, Labels};
use super::document::kind;
use super::doubts::Doubt;
use super::error::IndexError;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use crate::german::DateInterval;

/// Counts over all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleLabels {
    /// Articles by language, most first.
    pub languages: Vec<(String, u64)>,
    /// Articles by format of their source, most first.
    pub formats: Vec<(String, u64)>,
    /// The first and last date of publication, as exact as they are known.
    pub dates: Option<(String, String)>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose text had been encoded twice.
    pub encoded_twice: u64,
    /// Bytes of article text.
    pub text_bytes: u64,
}

impl IndexReader {
    /// Counts languages, formats and dates.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn labels(&self) -> Result<ArticleLabels, IndexError> {
        let mut languages = BTreeMap::new();
        let mut formats = BTreeMap::new();
        let (mut first, mut last): (Option<Days>, Option<Days>) = (None, None);
        let mut labels = ArticleLabels::default();
        for segment in self.searcher.segment_readers() {
            let articles: Vec<u32> = living(segment, &self.kind_term(kind::ARTICLE))?.collect();
            let all = || articles.iter().copied();
            Labels::open(segment, column::LANGUAGE)?.count(all(), &mut languages)?;
            Labels::open(segment, column::FORMAT)?.count(all(), &mut formats)?;
            let doubts = columns::unsigned(segment, column::DOUBTS)?;
            let text_bytes = columns::unsigned(segment, column::TEXT_BYTES)?;
            let from = columns::signed(segment, column::DATE_FIRST)?;
            let until = columns::signed(segment, column::DATE_LAST)?;
            for article in articles {
                let doubts = doubts.first(article).unwrap_or(0);
                labels.encoded_twice += u64::from(Doubt::EncodedTwice.is_in(doubts));
                labels.text_bytes += text_bytes.first(article).unwrap_or(0);
                match (from.first(article), until.first(article)) {
                    (Some(from), Some(until)) => {
                        let days = (from, until);
                        first = Some(first.map_or(days, |first| first.min(days)));
                        last = Some(last.map_or(days, |last| later(last, days)));
                    }
                    _ => labels.undated += 1,
                }
            }
        }
        labels.languages = most_first(languages);
        labels.formats = most_first(formats);
        labels.dates = first
            .zip(last)
            .and_then(|(first, last)| Some((date(first)?, date(last)?)));
        Ok(labels)
    }
}

fn most_first(counts: BTreeMap<String, u64>) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

/// The first and last day of a date that may be a month or a year.
pub(super) type Days = (i64, i64);

/// The date that ends later.
pub(super) fn later(one: Days, other: Days) -> Days {
    if other.1 > one.1 { other } else { one }
}

/// The date of these days, as exact as it is known.
pub(super) fn date((first, last): Days) -> Option<String> {
    DateInterval::from_days(first, last).map(|date| date.to_string())
}
