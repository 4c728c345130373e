//! What may stand behind `date:`.

use super::ast::LeafKind;
use super::error::Fault;
use crate::german::DateInterval;

/// Stands for the open beginning of `..2024`.
const FIRST_YEAR: &str = "0001";

/// Stands for the open end of `2023..`.
const LAST_YEAR: &str = "9999";

/// `none`, a day, month or year, or a range of them that may be open at one end.
pub(super) fn leaf(value: &str) -> Result<LeafKind, Fault> {
    if value.eq_ignore_ascii_case("none") {
        return Ok(LeafKind::Undated);
    }
    let bad = || Fault::BadDate(value.to_owned());
    let interval = |text: &str| DateInterval::parse(text).map_err(|_| bad());
    let (from, to) = match value.split_once("..") {
        None => return interval(value).map(LeafKind::Date),
        Some(("", "")) => return Err(bad()),
        Some(("", to)) => (FIRST_YEAR, to),
        Some((from, "")) => (from, LAST_YEAR),
        Some(both) => both,
    };
    DateInterval::range(interval(from)?, interval(to)?)
        .map(LeafKind::Date)
        .map_err(|_| Fault::BackwardDates)
}
