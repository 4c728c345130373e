//! Numbers with what they count or measure, in one form.

mod bounds;
mod read;
#[cfg(test)]
mod tests;
mod units;
mod words;

pub(super) use bounds::{Agreement, Bound, agreement};
pub(super) use read::quantities;
pub(super) use units::Unit;

use crate::span::TextSpan;

/// A number as a sentence states it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// Bytes of the block: the number with its unit.
    pub span: TextSpan,
    /// Numbers of the words it is written in: from, and one past.
    pub words: (usize, usize),
    /// In the base of its unit.
    pub amount: f64,
    /// The other end of a range, or the second number of a score.
    pub other: Option<f64>,
    /// How exact it is meant to be.
    pub bound: Bound,
    /// What it measures.
    pub unit: Unit,
    /// The number of the word that is counted or measured: `Container`, the `Stimmen` of `61 % der Stimmen`.
    pub of: Option<usize>,
    /// Whether it is how old somebody is.
    pub age: bool,
    /// Whether it is only an article that may be a number: `ein Toter`.
    pub article: bool,
}
