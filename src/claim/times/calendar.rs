//! Placing times in the calendar.

use super::{Hint, Reference, Time};
use crate::german::DateInterval;

/// Days of the week are counted from a Thursday, 1970-01-01.
const FIRST_WEEKDAY: i64 = 3;

/// What a time without a year means, told from an article.
pub(super) fn place(time: &Time, reference: &Reference) -> Option<DateInterval> {
    match time.hint {
        Hint::Dated => None,
        Hint::Nearest => nearest(time, reference),
        Hint::LastYearNamed => in_year(
            time,
            reference.last_year.or_else(|| published_year(reference))?,
        ),
        Hint::DaysBefore(days) => {
            let published = exact_day(reference)?;
            DateInterval::from_days(published - i64::from(days), published - i64::from(days))
        }
        Hint::MonthsBefore(months) => {
            let (year, month) = published_month(reference)?;
            let number = year * 12 + i16::from(month) - 1 - months;
            DateInterval::month(number.div_euclid(12), number.rem_euclid(12) as i8 + 1)
        }
        Hint::YearsBefore(years) => {
            let year = published_year(reference)? - years;
            match time.month {
                Some(_) => in_year(time, year),
                None => DateInterval::year(year),
            }
        }
    }
}

/// A share of an interval, in per cent of its days.
pub(super) fn cut(whole: DateInterval, (from, to): (i64, i64)) -> Option<DateInterval> {
    let first = whole.first_day();
    let days = whole.last_day() - first + 1;
    DateInterval::from_days(first + days * from / 100, first + days * to / 100 - 1)
}

/// A day, month or weekday in the year in which it lies nearest to the article.
fn nearest(time: &Time, reference: &Reference) -> Option<DateInterval> {
    if time.month.is_none() {
        return weekday_before(time.weekday?, exact_day(reference)?);
    }
    let Some(published) = reference.published else {
        return in_year(time, reference.last_year?);
    };
    let year = year_of(published.last_day());
    let distance = |interval: &DateInterval| {
        if interval.overlaps(published) {
            0
        } else {
            (interval.first_day() - published.last_day())
                .abs()
                .min((published.first_day() - interval.last_day()).abs())
        }
    };
    let years = [year - 1, year, year + 1];
    years
        .into_iter()
        .filter_map(|year| in_year(time, year))
        .min_by_key(distance)
}

/// The last day of that name, the day of the article included.
fn weekday_before(weekday: i8, published: i64) -> Option<DateInterval> {
    let back = (i64::from(weekday_of(published)) - i64::from(weekday)).rem_euclid(7);
    DateInterval::from_days(published - back, published - back)
}

fn in_year(time: &Time, year: i16) -> Option<DateInterval> {
    match (time.month, time.day) {
        (Some(month), Some(day)) => DateInterval::day(year, month, day),
        (Some(month), None) => DateInterval::month(year, month),
        _ => DateInterval::year(year),
    }
}

fn exact_day(reference: &Reference) -> Option<i64> {
    let published = reference.published?;
    (published.first_day() == published.last_day()).then(|| published.first_day())
}

fn published_month(reference: &Reference) -> Option<(i16, i8)> {
    let published = reference.published?;
    Some((year_of(published.first_day()), month_of(published)?))
}

fn published_year(reference: &Reference) -> Option<i16> {
    reference
        .published
        .map(|published| year_of(published.first_day()))
}

/// The year of a day counted since 1970-01-01.
pub(super) fn year_of(day: i64) -> i16 {
    let mut year = (1970 + day.div_euclid(366)).clamp(1, 9999) as i16;
    while DateInterval::year(year).is_some_and(|interval| interval.last_day() < day) {
        year += 1;
    }
    year
}

/// The month that an interval lies in, where it is one.
pub(super) fn month_of(interval: DateInterval) -> Option<i8> {
    let year = year_of(interval.first_day());
    (1..=12).find(|month| {
        DateInterval::month(year, *month).is_some_and(|whole| {
            whole.first_day() <= interval.first_day() && interval.last_day() <= whole.last_day()
        })
    })
}

/// Month, day of the month and weekday of a day.
pub(super) fn fields(day: i64) -> (i8, i8, i8) {
    let found = DateInterval::from_days(day, day).and_then(|interval| {
        let month = month_of(interval)?;
        let first = DateInterval::month(year_of(day), month)?.first_day();
        Some((month, (day - first + 1) as i8))
    });
    let (month, day_of_month) = found.unwrap_or((1, 1));
    (month, day_of_month, weekday_of(day))
}

/// From 1 for Monday.
pub(super) fn weekday_of(day: i64) -> i8 {
    ((day + FIRST_WEEKDAY).rem_euclid(7) + 1) as i8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_weekday_and_month() {
        let day = DateInterval::parse("2024-06-17").unwrap().first_day();
        assert_eq!(fields(day), (6, 17, 1));
        assert_eq!(year_of(day), 2024);
        assert_eq!(
            year_of(DateInterval::parse("1950-01-01").unwrap().first_day()),
            1950
        );
        assert_eq!(
            year_of(DateInterval::parse("2000-12-31").unwrap().last_day()),
            2000
        );
    }
}
