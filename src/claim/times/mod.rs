//! Dates and spans of time, as a sentence states them and as its article dates them.

mod calendar;
mod read;
#[cfg(test)]
mod tests;

pub(super) use read::times;

use crate::german::DateInterval;
use crate::span::TextSpan;

/// A time as a sentence states it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    /// Bytes of the block.
    pub span: TextSpan,
    /// Numbers of the words it is written in: from, and one past.
    pub words: (usize, usize),
    /// From 1.
    pub month: Option<i8>,
    /// Day of the month.
    pub day: Option<i8>,
    /// From 1 for Monday.
    pub weekday: Option<i8>,
    /// What it means in the calendar, once that is known.
    pub interval: Option<DateInterval>,
    /// How it was told where the words do not say the year.
    pub hint: Hint,
    /// Which share of that is meant, in per cent of its days: `im ersten Halbjahr`.
    pub share: Option<(i64, i64)>,
}

/// What a time without a year refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// It says its year itself.
    Dated,
    /// The day, month or weekday that is nearest to the date of the article.
    Nearest,
    /// A month of the year that was named last: `im Juli des Jahres`.
    LastYearNamed,
    /// So many days before the article: `gestern`.
    DaysBefore(i16),
    /// So many months before the article.
    MonthsBefore(i16),
    /// So many years before the article: `im vergangenen Jahr`.
    YearsBefore(i16),
}

/// How a time of a claim goes with one of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// The source says it, or more exactly.
    Same,
    /// The source says it less exactly.
    Coarser,
    /// The source says another time.
    Different,
    /// One of them cannot be placed.
    Unknown,
}

/// What times without a year are told from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reference {
    /// When the article was published.
    pub published: Option<DateInterval>,
    /// The year that was named last before.
    pub last_year: Option<i16>,
}

impl Time {
    /// Places a time without a year in the calendar.
    pub fn resolve(&mut self, reference: &Reference) {
        if self.interval.is_some() {
            return;
        }
        let whole = calendar::place(self, reference);
        self.interval = match self.share {
            Some(share) => whole.and_then(|whole| calendar::cut(whole, share)),
            None => whole,
        };
    }

    /// The year, where the whole time lies in one.
    pub fn year(&self) -> Option<i16> {
        let interval = self.interval?;
        let (first, last) = (
            calendar::year_of(interval.first_day()),
            calendar::year_of(interval.last_day()),
        );
        (first == last).then_some(first)
    }

    /// Whether this time of a claim is what a source says.
    pub fn agreement(&self, source: &Time) -> Agreement {
        if matches!((self.weekday, source.weekday), (Some(a), Some(b)) if a != b) {
            return Agreement::Different;
        }
        if self.hint == Hint::Dated || self.interval.is_some() {
            if let (Some(claim), Some(found)) = (self.interval, source.interval) {
                return compare(claim, found);
            }
            return Agreement::Unknown;
        }
        match (self.hint, source.hint) {
            (Hint::YearsBefore(a), Hint::YearsBefore(b))
            | (Hint::MonthsBefore(a), Hint::MonthsBefore(b))
            | (Hint::DaysBefore(a), Hint::DaysBefore(b))
                if self.month.is_none() =>
            {
                match (self.share, source.share) {
                    _ if a != b => Agreement::Different,
                    (Some(own), Some(other)) if own != other => Agreement::Different,
                    (Some(_), None) => Agreement::Coarser,
                    _ => Agreement::Same,
                }
            }
            _ => self.agreement_of_fields(source),
        }
    }

    /// How much two different times have in common, from 0 to 1: year, month and day.
    pub fn closeness(&self, source: &Time) -> f32 {
        let fields = |time: &Time| {
            let day = time
                .interval
                .map(|interval| calendar::fields(interval.first_day()));
            let month = time.month.or(time.interval.and_then(calendar::month_of));
            (time.year(), month, time.day.or(day.map(|day| day.1)))
        };
        let (claim, found) = (fields(self), fields(source));
        let shared = [
            claim.0.is_some() && claim.0 == found.0,
            claim.1.is_some() && claim.1 == found.1,
            claim.2.is_some() && claim.2 == found.2,
        ];
        shared.iter().filter(|shared| **shared).count() as f32 / shared.len() as f32
    }

    fn agreement_of_fields(&self, source: &Time) -> Agreement {
        let known = |time: &Time| {
            let days = time
                .interval
                .filter(|days| days.first_day() == days.last_day());
            let date = days.map(|days| calendar::fields(days.first_day()));
            let month = time.interval.and_then(calendar::month_of);
            (
                time.month.or(date.map(|date| date.0)).or(month),
                time.day.or(date.map(|date| date.1)),
                time.weekday.or(date.map(|date| date.2)),
            )
        };
        let (claim, found) = (known(self), known(source));
        let pairs = [(claim.0, found.0), (claim.1, found.1), (claim.2, found.2)];
        let both = pairs
            .iter()
            .filter_map(|(a, b)| Some((a.as_ref()?, b.as_ref()?)));
        let differs = both.clone().any(|(a, b)| a != b);
        let finer = pairs.iter().any(|(a, b)| a.is_some() && b.is_none());
        match (both.count(), differs, finer) {
            (0, ..) => Agreement::Unknown,
            (_, true, _) => Agreement::Different,
            (_, false, true) => Agreement::Coarser,
            (_, false, false) => Agreement::Same,
        }
    }
}

fn compare(claim: DateInterval, source: DateInterval) -> Agreement {
    let inside = |inner: DateInterval, outer: DateInterval| {
        outer.first_day() <= inner.first_day() && inner.last_day() <= outer.last_day()
    };
    if inside(source, claim) {
        Agreement::Same
    } else if inside(claim, source) || claim.overlaps(source) {
        Agreement::Coarser
    } else {
        Agreement::Different
    }
}
