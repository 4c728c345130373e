//! Numbers with what belongs to them, in the one spelling that all of their spellings share.
//!
//! `11 Milliarden`, `11 Mrd.` and `elf Milliarden` are `11000000000`; `90%`, `90 Prozent` and `neunzig
//! Prozent` are `90%`.

use super::fold::fold;
use super::surface::clean;
use super::words::{Piece, PieceKind, Scanner, number_term};

/// No more digits than these are scaled; longer numbers are no quantities that people write.
const MOST_DIGITS: usize = 15;

/// A number with its decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decimal {
    digits: String,
    /// How many of the digits stand behind the comma.
    decimals: usize,
}

/// What stands behind a number and belongs to it.
enum Unit {
    /// So many zeros more.
    Zeros(usize),
    Percent,
}

/// The quantity that begins with `first`, which means `number` (digits with a decimal comma): where it
/// ends, and its term. `None` when nothing that belongs to the number follows.
pub(super) fn quantity(text: &str, first: Piece, number: &str) -> Option<(usize, String)> {
    let mut number = Decimal::read(number)?;
    let mut scanner = Scanner::behind(text, first.span);
    let mut end = first.span.end();
    let mut next = scanner.next()?;
    if first.kind == PieceKind::Number && next.kind == PieceKind::Number {
        number = number.with_decimals(text, end, next)?;
        end = next.span.end();
        next = scanner.next()?;
    }
    let is_space = |c| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    if !text[end..next.span.start()].chars().all(is_space) {
        return None;
    }
    let term = match unit(&text[next.span.range()], next.kind)? {
        Unit::Percent => format!("{}%", number.written()),
        Unit::Zeros(zeros) => number.scaled(zeros).written(),
    };
    Some((next.span.end(), term))
}

/// What a word means that is a number only before a unit: the article of `eine Million`, and the half
/// of `eine halbe Million`.
pub(super) fn number_before_unit(folded: &str) -> Option<&'static str> {
    match folded {
        "ein" | "eine" | "einer" | "einen" | "einem" => Some("1"),
        "halbe" | "halben" | "halber" => Some("0,5"),
        _ => None,
    }
}

fn unit(word: &str, kind: PieceKind) -> Option<Unit> {
    if kind == PieceKind::Sign {
        return (word == "%").then_some(Unit::Percent);
    }
    match fold(&clean(word)).as_str() {
        "prozent" | "prozents" | "prozente" => Some(Unit::Percent),
        "tausend" | "tsd" => Some(Unit::Zeros(3)),
        "million" | "millionen" | "mio" | "mill" => Some(Unit::Zeros(6)),
        "milliarde" | "milliarden" | "mrd" | "md" => Some(Unit::Zeros(9)),
        "billion" | "billionen" | "bio" => Some(Unit::Zeros(12)),
        _ => None,
    }
}

impl Decimal {
    fn read(number: &str) -> Option<Self> {
        let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
        let digits = [whole, decimals].concat();
        (digits.len() <= MOST_DIGITS).then_some(Self {
            digits,
            decimals: decimals.len(),
        })
    }

    /// The number with the digits of `piece` as its decimals, where nothing but a full stop stands between
    /// them: `1.5 Mio.`.
    fn with_decimals(mut self, text: &str, end: usize, piece: Piece) -> Option<Self> {
        let written = &text[piece.span.range()];
        let fits =
            self.decimals == 0 && written.len() <= 2 && &text[end..piece.span.start()] == ".";
        self.decimals = written.len();
        self.digits.push_str(written);
        (fits && number_term(written).bytes().all(|b| b.is_ascii_digit())).then_some(self)
    }

    fn scaled(mut self, zeros: usize) -> Self {
        let missing = zeros.saturating_sub(self.decimals);
        self.digits.extend(std::iter::repeat_n('0', missing));
        self.decimals = self.decimals.saturating_sub(zeros);
        self
    }

    /// With a decimal comma and without zeros that say nothing.
    fn written(&self) -> String {
        let (whole, decimals) = self.digits.split_at(self.digits.len() - self.decimals);
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            decimals => format!("{whole},{decimals}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str, number: &str) -> Option<String> {
        let first = Scanner::new(text).next()?;
        quantity(text, first, number).map(|(_, term)| term)
    }

    #[test]
    fn scales_and_percent_signs_belong_to_the_number() {
        for (text, number, expected) in [
            ("11 Mrd.", "11", "11000000000"),
            ("1,5 Millionen", "1,5", "1500000"),
            ("1.5 Mio. Euro", "1", "1500000"),
            ("halbe Million", "0,5", "500000"),
            ("2,50 %", "2,50", "2,5%"),
            ("neunzig Prozent", "90", "90%"),
            ("50\u{a0}tausend", "50", "50000"),
        ] {
            assert_eq!(term(text, number).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_does_not_belong_to_the_number_stays_apart() {
        for text in [
            "11, Milliarden",
            "11 Menschen",
            "11.30 Uhr",
            "1. 5 Mio.",
            "11",
        ] {
            assert_eq!(term(text, "11"), None, "{text}");
        }
    }
}
