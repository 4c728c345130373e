//! Words that are numbers, or say how exact a number is meant.

use super::Bound;
use crate::claim::word::Word;

/// How exact a number is meant behind this word.
pub(super) fn bound_of(exact: &str) -> Bound {
    match exact {
        "rund" | "etwa" | "circa" | "ca" | "ungefaehr" | "annaehernd" | "schaetzungsweise"
        | "zirka" => Bound::About,
        "fast" | "knapp" | "beinahe" | "nahezu" | "unter" | "hoechstens" | "maximal" => {
            Bound::Below
        }
        "ueber" | "mindestens" | "wenigstens" | "gut" | "zumindest" => Bound::Above,
        _ => Bound::Exact,
    }
}

pub(super) fn loosened(bound: Bound) -> Bound {
    match bound {
        Bound::Exact => Bound::About,
        other => other,
    }
}

pub(super) fn scale(word: &Word) -> Option<f64> {
    match &*word.exact {
        "tausend" | "tsd" => Some(1e3),
        "million" | "millionen" | "mio" | "mill" => Some(1e6),
        "milliarde" | "milliarden" | "mrd" | "md" => Some(1e9),
        "billion" | "billionen" | "bio" => Some(1e12),
        "dutzend" => Some(12.0),
        _ => None,
    }
}

/// The scale of the end of a range, which its beginning shares: `10 bis 12 Millionen`.
pub(super) fn scale_of(amount: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3]
        .into_iter()
        .find(|scale| amount >= *scale)
        .unwrap_or(1.0)
}

/// A small number in digits or letters inside a word.
pub(super) fn number_word(word: &str) -> Option<f64> {
    const NAMES: [&str; 12] = [
        "ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
        "zwoelf",
    ];
    match word {
        "halb" => Some(0.5),
        "anderthalb" | "eineinhalb" => Some(1.5),
        "mehr" | "" => None,
        _ => word.parse().ok().or_else(|| {
            let place = NAMES.iter().position(|name| *name == word)?;
            Some(place as f64 + 1.0)
        }),
    }
}

/// The number of an ordinal: `dritten`.
pub(super) fn ordinal_number(exact: &str) -> Option<f64> {
    const NAMES: [&str; 12] = [
        "erst", "zweit", "dritt", "viert", "fuenft", "sechst", "siebt", "acht", "neunt", "zehnt",
        "elft", "zwoelft",
    ];
    let (place, _) = (1..).zip(NAMES).find(|(_, name)| {
        let ending = exact.strip_prefix(name);
        ending.is_some_and(|ending| matches!(ending, "e" | "en" | "er" | "es" | "em"))
    })?;
    Some(f64::from(place))
}
