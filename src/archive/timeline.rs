//! How articles and mentions spread over time.

use std::collections::BTreeMap;
use std::ops::Range;

use super::error::ArchiveError;
use super::open::Archive;
use super::whom;
use crate::evidence::{Bucket, Mention, TimeUnit, Timed, Timeline};
use crate::german::DateInterval;
use crate::index::{Count, DateCounts};
use crate::people::Person;

/// Up to so many months are plotted month by month: three years.
const MONTHS: i32 = 36;
/// Up to so many months are plotted by quarters: fifteen years.
const QUARTERS: i32 = 180;
/// At most one in so many articles may have too vague a date for the buckets; else they are longer.
const VAGUE: u64 = 10;
/// So many months, quarters or years up to the last are enough for any collection.
const MOST: i32 = 1200;

/// How long the buckets of a timeline are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As the time from the first to the last asks for.
    Fitting,
    /// So long.
    Unit(TimeUnit),
}

/// The dates of mentions, taken down while these are handed on.
#[derive(Clone, Debug, Default)]
pub struct MentionDates {
    counts: DateCounts,
    last: Option<String>,
}

impl MentionDates {
    /// Takes down a mention; those of one article come one after another.
    pub fn note(&mut self, mention: &Mention) {
        let days = mention.article.date.as_deref().and_then(days);
        let count = self.counts.entry(days).or_default();
        count.passages += 1;
        if self.last.as_ref() != Some(&mention.article.id) {
            count.articles += 1;
            self.last = Some(mention.article.id.clone());
        }
    }
}

impl Archive {
    /// The mentions of a person over time.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn mention_timeline(
        &self,
        person: &str,
        dates: &MentionDates,
        scale: Scale,
    ) -> Result<Timeline, ArchiveError> {
        let timeline = self.timeline(&dates.counts, scale, Timed::Mentions)?;
        let person = Some(person.to_owned());
        Ok(Timeline { person, ..timeline })
    }

    /// Articles over time, beside all articles of the collection.
    pub(super) fn timeline(
        &self,
        counts: &DateCounts,
        scale: Scale,
        of: Timed,
    ) -> Result<Timeline, ArchiveError> {
        let all = self.reader.count_dates(&self.reader.every_article()?)?;
        let unit = unit(counts, scale);
        Ok(plotted(counts, &all, (unit, range(counts, unit)), of))
    }

    /// The articles that surely name each of these people, all over the same time.
    pub(super) fn timelines_of(
        &self,
        persons: &[Person],
        scale: Scale,
    ) -> Result<Vec<Timeline>, ArchiveError> {
        let all = self.reader.count_dates(&self.reader.every_article()?)?;
        let mut together = DateCounts::new();
        let mut alone = Vec::with_capacity(persons.len());
        for person in persons {
            let counts = self
                .reader
                .count_dates(&self.reader.naming(whom::terms(person))?)?;
            for (days, count) in &counts {
                together.entry(*days).or_default().articles += count.articles;
            }
            alone.push((whom::label(person), counts));
        }
        let unit = unit(&together, scale);
        let range = range(&together, unit);
        let timeline = |(person, counts): (String, DateCounts)| Timeline {
            person: Some(person),
            ..plotted(&counts, &all, (unit, range.clone()), Timed::Articles)
        };
        Ok(alone.into_iter().map(timeline).collect())
    }
}

/// The unit asked for, or the finest that keeps the plot readable and loses next to nothing.
pub(super) fn unit(counts: &DateCounts, scale: Scale) -> TimeUnit {
    let span = match (scale, span(counts)) {
        (Scale::Unit(unit), _) => return unit,
        (Scale::Fitting, None) => return TimeUnit::Year,
        (Scale::Fitting, Some((first, last))) => last - first + 1,
    };
    let fitting = if span <= MONTHS {
        TimeUnit::Month
    } else if span <= QUARTERS {
        TimeUnit::Quarter
    } else {
        TimeUnit::Year
    };
    let dated: u64 = dated(counts).map(|(_, count)| count.articles).sum();
    let is_exact = |unit: &TimeUnit| inexact(counts, *unit) * VAGUE <= dated;
    let units = [TimeUnit::Month, TimeUnit::Quarter, TimeUnit::Year].into_iter();
    let mut fine_enough = units.filter(|unit| *unit >= fitting);
    fine_enough.find(is_exact).unwrap_or(TimeUnit::Year)
}

/// The numbers of the buckets from the first that holds something to the last.
fn range(counts: &DateCounts, unit: TimeUnit) -> Range<i32> {
    let placed = placed(counts, unit);
    let ends = placed.keys().next().zip(placed.keys().next_back());
    ends.map_or(0..0, |(first, last)| {
        (*last + 1 - MOST).max(*first)..*last + 1
    })
}

fn plotted(
    counts: &DateCounts,
    all: &DateCounts,
    (unit, numbers): (TimeUnit, Range<i32>),
    of: Timed,
) -> Timeline {
    let placed = placed(counts, unit);
    let beside = self::placed(all, unit);
    let bucket = |number: i32| {
        let found = placed.get(&number).copied().unwrap_or_default();
        Bucket {
            label: label(number, unit),
            articles: found.articles,
            places: found.passages,
            of: beside.get(&number).map_or(0, |count| count.articles),
        }
    };
    Timeline {
        person: None,
        of,
        unit,
        buckets: numbers.map(bucket).collect(),
        undated: counts.get(&None).map_or(0, |count| count.articles),
        inexact: inexact(counts, unit),
    }
}

/// What has a date, with its first and last month.
fn dated(counts: &DateCounts) -> impl Iterator<Item = ((i32, i32), Count)> {
    counts.iter().filter_map(|(days, count)| {
        let (first, last) = (*days)?;
        Some((DateInterval::from_days(first, last)?.months(), *count))
    })
}

/// The first and the last month of all.
fn span(counts: &DateCounts) -> Option<(i32, i32)> {
    let months = dated(counts).map(|(months, _)| months);
    months.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// Counts by the number of their bucket; what reaches over two of them is in none.
fn placed(counts: &DateCounts, unit: TimeUnit) -> BTreeMap<i32, Count> {
    let mut placed: BTreeMap<i32, Count> = BTreeMap::new();
    for ((first, last), count) in dated(counts) {
        let (number, end) = (first / months(unit), last / months(unit));
        if number == end {
            let sum = placed.entry(number).or_default();
            sum.articles += count.articles;
            sum.passages += count.passages;
        }
    }
    placed
}

/// Articles whose date reaches over two buckets.
fn inexact(counts: &DateCounts, unit: TimeUnit) -> u64 {
    let reaches = |(first, last): (i32, i32)| first / months(unit) != last / months(unit);
    let vague = dated(counts).filter(|(months, _)| reaches(*months));
    vague.map(|(_, count)| count.articles).sum()
}

fn months(unit: TimeUnit) -> i32 {
    match unit {
        TimeUnit::Month => 1,
        TimeUnit::Quarter => 3,
        TimeUnit::Year => 12,
    }
}

/// How a bucket is called.
fn label(number: i32, unit: TimeUnit) -> String {
    match unit {
        TimeUnit::Month => format!("{:04}-{:02}", number / 12, number % 12 + 1),
        TimeUnit::Quarter => format!("{:04}-Q{}", number / 4, number % 4 + 1),
        TimeUnit::Year => format!("{number:04}"),
    }
}

/// The first and last day of a date as articles have it.
fn days(date: &str) -> Option<(i64, i64)> {
    let (first, last) = date.split_once("..").unwrap_or((date, date));
    let first = DateInterval::parse(first).ok()?.first_day();
    Some((first, DateInterval::parse(last).ok()?.last_day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(dates: &[&str]) -> DateCounts {
        let mut counts = DateCounts::new();
        for date in dates {
            counts.entry(days(date)).or_default().articles += 1;
        }
        counts
    }

    fn labels(dates: &[&str]) -> Vec<String> {
        let counts = counts(dates);
        let unit = unit(&counts, Scale::Fitting);
        let range = range(&counts, unit);
        let timeline = plotted(&counts, &counts, (unit, range), Timed::Articles);
        let buckets = timeline.buckets.into_iter();
        buckets
            .map(|bucket| format!("{} {}", bucket.label, bucket.articles))
            .collect()
    }

    #[test]
    fn a_year_is_told_by_months_and_a_life_by_years() {
        let months = labels(&["2023-09-12", "2023-11", "2023-11-30"]);
        assert_eq!(months, ["2023-09 1", "2023-10 0", "2023-11 2"]);
        let quarters = labels(&["2019-12-31", "2023-01-01"]);
        assert_eq!(quarters.len(), 14);
        assert_eq!(quarters[0], "2019-Q4 1");
        assert_eq!(labels(&["1990-01", "2023-01"]).len(), 34);
    }

    #[test]
    fn dates_that_are_only_years_are_told_by_years() {
        assert_eq!(labels(&["2022", "2023", "2023-05"]), ["2022 1", "2023 2"]);
    }

    #[test]
    fn what_has_no_place_on_the_plot_is_counted() {
        let counts = counts(&["2023", "2023-05", "none"]);
        let range = range(&counts, TimeUnit::Month);
        let timeline = plotted(&counts, &counts, (TimeUnit::Month, range), Timed::Articles);
        assert_eq!((timeline.undated, timeline.inexact), (1, 1));
    }
}
