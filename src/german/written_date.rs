//! Finding the first date written in a text.

use super::date::DateInterval;
use crate::span::TextSpan;

/// Names of months and how they are shortened, in lower case.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "jan", "jän"],
    &["februar", "feber", "feb", "febr"],
    &["märz", "maerz", "mär", "mrz"],
    &["april", "apr"],
    &["mai"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["dezember", "dez"],
];

/// Four digits are the year of an article only in these years; else they are a number of some kind.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2199;

/// Two digits are a year of this century below it, and of the last from it on.
const CENTURY_TURNS: i16 = 70;

/// The first date in `text` and where it stands: `12. September 2023`, `12.9.23`, `September 2023`,
/// `2023-09-12` or `2023-09`, whatever stands around it; what the calendar does not have is passed over.
pub fn find_date(text: &str) -> Option<(DateInterval, TextSpan)> {
    let mut before = None;
    for (start, c) in text.char_indices() {
        let begins = c.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
        let inside_number = c.is_ascii_digit() && is_inside_number(&text[..start]);
        before = Some(c);
        if !begins || inside_number {
            continue;
        }
        let cursor = Cursor { text, at: start };
        let found = if c.is_ascii_digit() {
            numeric(cursor).or_else(|| with_day(cursor))
        } else {
            with_month(cursor)
        };
        if let Some((date, end)) = found {
            return Some((date, TextSpan::new(start, end)));
        }
    }
    None
}

/// The day written at `start`, where a number and not only a piece of one begins, and where it ends: `12. September 2023`,
/// `12.9.23`, `2023-09-12`. Months and years alone are no days.
pub(super) fn day_at(text: &str, start: usize) -> Option<(DateInterval, usize)> {
    let cursor = Cursor { text, at: start };
    let (date, end) = numeric(cursor).or_else(|| with_day(cursor))?;
    (date.first_day() == date.last_day()).then_some((date, end))
}

/// Whether the text before a digit ends in a digit and a sign that goes on with the number.
pub(super) fn is_inside_number(before: &str) -> bool {
    let without_sign = before.strip_suffix(['.', '-', ',', '/']);
    without_sign.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

type Found = Option<(DateInterval, usize)>;

/// `2023-09-12`, `2023-09`, `12.9.2023`, `12.09.23`.
fn numeric(mut cursor: Cursor<'_>) -> Found {
    let (first, length) = cursor.number()?;
    if length == 4 && cursor.take('-') {
        return iso(cursor, first);
    }
    let day = (length <= 2 && cursor.take('.')).then_some(first)?;
    cursor.space();
    let (month, length) = cursor.number()?;
    if length > 2 || !cursor.take('.') {
        return None;
    }
    cursor.space();
    let year = match cursor.number()? {
        (year, 4) => known_year(year)?,
        (year, 2) if year < CENTURY_TURNS => 2000 + year,
        (year, 2) => 1900 + year,
        _ => return None,
    };
    let date = DateInterval::day(year, month as i8, day as i8)?;
    cursor.ends_number().then_some((date, cursor.at))
}

fn iso(mut cursor: Cursor<'_>, year: i16) -> Found {
    let year = known_year(year)?;
    let (month, 2) = cursor.number()? else {
        return None;
    };
    let month_end = cursor;
    if cursor.take('-') {
        let (day, 2) = cursor.number()? else {
            return None;
        };
        let date = DateInterval::day(year, month as i8, day as i8)?;
        return Some((date, cursor.at));
    }
    let date = DateInterval::month(year, month as i8)?;
    month_end.ends_number().then_some((date, month_end.at))
}

/// `12. September 2023`.
fn with_day(mut cursor: Cursor<'_>) -> Found {
    let (day, 1..=2) = cursor.number()? else {
        return None;
    };
    cursor.take('.');
    cursor.space();
    let month = cursor.month()?;
    let year = cursor.year()?;
    Some((DateInterval::day(year, month, day as i8)?, cursor.at))
}

/// `September 2023`.
fn with_month(mut cursor: Cursor<'_>) -> Found {
    let month = cursor.month()?;
    let year = cursor.year()?;
    Some((DateInterval::month(year, month)?, cursor.at))
}

fn known_year(year: i16) -> Option<i16> {
    YEARS.contains(&year).then_some(year)
}

/// A place in a text from which a date is read.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn take(&mut self, expected: char) -> bool {
        let there = self.rest().starts_with(expected);
        self.at += if there { expected.len_utf8() } else { 0 };
        there
    }

    fn space(&mut self) {
        while self.take(' ') || self.take('\u{a0}') || self.take('\u{202f}') {}
    }

    /// A number of up to four digits and how many it has.
    fn number(&mut self) -> Option<(i16, usize)> {
        let length = self
            .rest()
            .bytes()
            .take(5)
            .take_while(u8::is_ascii_digit)
            .count();
        let number = self.rest()[..length].parse().ok().filter(|_| length <= 4)?;
        self.at += length;
        Some((number, length))
    }

    /// A month, counted from 1, with the full stop and the space behind it.
    fn month(&mut self) -> Option<i8> {
        let length = self
            .rest()
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(self.rest().len());
        let name = self
            .rest()
            .get(..length)
            .filter(|name| name.len() <= 10)?
            .to_lowercase();
        let index = MONTHS
            .iter()
            .position(|names| names.contains(&name.as_str()))?;
        self.at += length;
        self.take('.');
        self.space();
        Some(index as i8 + 1)
    }

    fn year(&mut self) -> Option<i16> {
        let (year, 4) = self.number()? else {
            return None;
        };
        known_year(year).filter(|_| self.ends_number())
    }

    /// Whether no further digits belong to the number before the cursor.
    fn ends_number(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            Some(c) if c.is_alphanumeric() => false,
            Some('.' | ',' | '-') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
            _ => true,
        }
    }
}
