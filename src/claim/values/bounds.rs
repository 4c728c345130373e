//! How exact a number is meant, and whether two numbers agree.

use super::Quantity;

/// How exact a number is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Bound {
    /// Just so.
    Exact,
    /// `rund`, `etwa`.
    About,
    /// `fast`, `knapp`, `weniger als`, `bis zu`.
    Below,
    /// `mehr als`, `über`, `mindestens`, `gut`.
    Above,
}

/// How a number of a claim goes with one of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Agreement {
    /// The source says just that.
    Same,
    /// The source says it less exactly, or the claim more so.
    Qualified,
    /// The source says another number.
    Different,
}

/// How far from its number an approximate one may lie, as a share of it.
const ABOUT: f64 = 0.05;
/// How far `mehr als` and `fast` of a claim reach; what lies farther would be said otherwise.
const REACH: f64 = 0.25;

impl Bound {
    /// Whether an exact number is what one meant so may stand for.
    fn admits(self, amount: f64, exact: f64) -> bool {
        let share = (exact - amount) / amount;
        match self {
            Bound::Exact => false,
            Bound::About => share.abs() <= ABOUT,
            Bound::Below => (-REACH..=0.0).contains(&share),
            Bound::Above => (0.0..=REACH).contains(&share),
        }
    }
}

/// Whether a number of a claim agrees with one of a source of the same unit.
///
/// A claim may round what a source says exactly, never the other way round: `7.000` is qualified by
/// `fast 7.000`, and 6.900 is another number.
pub(in crate::claim) fn agreement(claim: &Quantity, source: &Quantity) -> Agreement {
    match (claim.other, source.other) {
        (Some(a), Some(b)) if is_same(claim.amount, source.amount) && is_same(a, b) => {
            Agreement::Same
        }
        (Some(_), _) => Agreement::Different,
        (None, Some(end)) => within(claim, source.amount, end),
        (None, None) => single(claim, source),
    }
}

fn single(claim: &Quantity, source: &Quantity) -> Agreement {
    if is_same(claim.amount, source.amount) {
        return match (claim.bound, source.bound) {
            (a, b) if a == b => Agreement::Same,
            (Bound::Exact, _) => Agreement::Qualified,
            (_, Bound::Exact) => Agreement::Same,
            (Bound::Below, Bound::Above) | (Bound::Above, Bound::Below) => Agreement::Different,
            _ => Agreement::Same,
        };
    }
    // Two numbers that are both inexact and differ are two numbers: `unter 14` is not `unter 13`.
    let rounds = source.bound == Bound::Exact && zeros(claim.amount) > zeros(source.amount);
    if rounds && claim.bound.admits(claim.amount, source.amount) {
        return Agreement::Same;
    }
    Agreement::Different
}

/// A single number of a claim against a range of a source: an end of it is said, with a qualification.
fn within(claim: &Quantity, from: f64, to: f64) -> Agreement {
    if claim.unit != super::Unit::Score
        && (is_same(claim.amount, from) || is_same(claim.amount, to))
    {
        Agreement::Qualified
    } else {
        Agreement::Different
    }
}

/// How round a number is: its zeros at the end, counted from the third decimal.
fn zeros(amount: f64) -> i32 {
    let mut rest = (amount.abs() * 1000.0).round();
    let mut count = 0;
    while rest >= 10.0 && rest % 10.0 == 0.0 {
        rest /= 10.0;
        count += 1;
    }
    count
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::super::Unit;
    use super::*;
    use crate::span::TextSpan;

    fn number(bound: Bound, amount: f64) -> Quantity {
        Quantity {
            span: TextSpan::new(0, 0),
            words: (0, 0),
            amount,
            other: None,
            bound,
            unit: Unit::Count,
            of: None,
            age: false,
            article: false,
        }
    }

    #[test]
    fn a_claim_may_round_and_a_source_may_qualify() {
        use Agreement::{Different, Qualified, Same};
        use Bound::{About, Above, Below, Exact};
        for (claim, source, expected) in [
            ((Exact, 7000.0), (Exact, 7000.0), Same),
            ((Exact, 7000.0), (Below, 7000.0), Qualified),
            ((Exact, 5000.0), (Below, 7000.0), Different),
            ((Exact, 6900.0), (Below, 7000.0), Different),
            ((Above, 62.0), (Exact, 62.21), Same),
            ((About, 300.0), (Exact, 298.0), Same),
            ((About, 298.0), (Exact, 300.0), Different),
            ((Above, 1000.0), (Exact, 7000.0), Different),
            ((Below, 7000.0), (Above, 7000.0), Different),
            ((Exact, 7415.0), (Exact, 7416.0), Different),
            ((Below, 14.0 * 365.0), (Below, 13.0 * 365.0), Different),
            ((About, 300.0), (Above, 298.0), Different),
        ] {
            let found = agreement(&number(claim.0, claim.1), &number(source.0, source.1));
            assert_eq!(found, expected, "{claim:?} {source:?}");
        }
    }
}
