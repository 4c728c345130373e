//! Calendar dates as intervals of days.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day from which [`DateInterval::first_day`] counts.
const EPOCH: Date = date(1970, 1, 1);

/// A span of whole days, as exact as the source gave it: a day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateInterval {
    first: Date,
    last: Date,
}

/// A date that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It is not written as a year, month or day.
    #[error("`{0}` is not a date: write 2023, 2023-09 or 2023-09-12")]
    Form(String),
    /// There is no such day.
    #[error("there is no day {0} in the calendar: check month and day")]
    Calendar(String),
    /// A range that ends before it begins.
    #[error("{0}..{1} ends before it begins: write the earlier date first")]
    Backwards(DateInterval, DateInterval),
}

impl DateInterval {
    /// One day; `None` when the calendar does not have it. Years run from 1 to 9999.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let day = Date::new(known_year(year)?, month, day).ok()?;
        Some(Self {
            first: day,
            last: day,
        })
    }

    /// A whole month, counted from 1.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(known_year(year)?, month, 1).ok()?;
        Some(Self {
            first,
            last: first.last_of_month(),
        })
    }

    /// A whole year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(known_year(year)?, 1, 1).ok()?;
        Some(Self {
            first,
            last: first.last_of_year(),
        })
    }

    /// Reads `2023`, `2023-09` or `2023-09-12`.
    ///
    /// # Errors
    /// When it is written otherwise, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut fields = text
            .split('-')
            .map(|field| field_number(field).ok_or_else(form));
        let year = fields.next().ok_or_else(form)??;
        let month = fields.next().transpose()?;
        let day = fields.next().transpose()?;
        if fields.next().is_some() || text.split('-').next().is_none_or(|year| year.len() != 4) {
            return Err(form());
        }
        let found = match (month, day) {
            (Some(month), Some(day)) => Self::day(year, month as i8, day as i8),
            (Some(month), None) => Self::month(year, month as i8),
            _ => Self::year(year),
        };
        found.ok_or_else(|| DateError::Calendar(text.to_owned()))
    }

    /// From the first day of `from` to the last of `to`: what `2023-09..2024-06` means.
    ///
    /// # Errors
    /// When it would end before it begins.
    pub fn range(from: Self, to: Self) -> Result<Self, DateError> {
        if from.first > to.last {
            return Err(DateError::Backwards(from, to));
        }
        Ok(Self {
            first: from.first,
            last: to.last,
        })
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The first day, in days since 1970-01-01.
    pub fn first_day(self) -> i64 {
        days_since_epoch(self.first)
    }

    /// The last day, which belongs to it, in days since 1970-01-01.
    pub fn last_day(self) -> i64 {
        days_since_epoch(self.last)
    }

    /// The months of its first and last day, each as twelve times the year and the months of that year
    /// before it.
    pub fn months(self) -> (i32, i32) {
        let month = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        (month(self.first), month(self.last))
    }

    /// The interval with these first and last days, in days since 1970-01-01; `None` when they are out of
    /// order or of the calendar.
    pub fn from_days(first: i64, last: i64) -> Option<Self> {
        let day = |days: i64| EPOCH.checked_add(days.days()).ok();
        let in_calendar = |days: &i64| (-4_000_000..4_000_000).contains(days);
        let first = Some(first).filter(in_calendar).and_then(day)?;
        let last = Some(last).filter(in_calendar).and_then(day)?;
        (first <= last).then_some(Self { first, last })
    }
}

impl fmt::Display for DateInterval {
    /// As exact as it is: `2023`, `2023-09`, `2023-09-12`, else both ends with `..` between.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "{first}")
        } else if first == first.first_of_month() && last == first.last_of_month() {
            write!(f, "{:04}-{:02}", first.year(), first.month())
        } else if first == first.first_of_year() && last == first.last_of_year() {
            write!(f, "{:04}", first.year())
        } else {
            write!(f, "{first}..{last}")
        }
    }
}

fn known_year(year: i16) -> Option<i16> {
    (1..=9999).contains(&year).then_some(year)
}

fn field_number(field: &str) -> Option<i16> {
    let digits = matches!(field.len(), 2 | 4) && field.bytes().all(|b| b.is_ascii_digit());
    field.parse().ok().filter(|_| digits)
}

fn days_since_epoch(day: Date) -> i64 {
    EPOCH
        .until(day)
        .map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_shown_as_exact_as_it_was_given() {
        for text in ["2023", "2023-09", "2024-02", "2023-09-12"] {
            assert_eq!(
                DateInterval::parse(text)
                    .map(|date| date.to_string())
                    .as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "23",
            "2023-9",
            "2023-13",
            "2023-02-30",
            "2023-09-12-01",
            "heute",
            "20 3",
        ] {
            assert!(DateInterval::parse(text).is_err(), "{text}");
        }
        let (early, late) = (
            DateInterval::parse("2023").unwrap(),
            DateInterval::parse("2024").unwrap(),
        );
        assert!(DateInterval::range(late, early).is_err());
        assert_eq!(
            DateInterval::range(early, late).unwrap().to_string(),
            "2023-01-01..2024-12-31"
        );
    }

    #[test]
    fn days_lead_back_to_the_same_interval() {
        for text in ["0001", "1969-12", "2023-09-12", "9999"] {
            let date = DateInterval::parse(text).unwrap();
            assert_eq!(
                DateInterval::from_days(date.first_day(), date.last_day()),
                Some(date)
            );
        }
        assert_eq!(DateInterval::from_days(i64::MIN, i64::MAX), None);
        assert_eq!(DateInterval::parse("1970-01-02").unwrap().first_day(), 1);
    }
}
