//! Twins with another name, or with two names in each other's place.

use beleg::archive::named;

use super::{SWAPPED, Twin};

/// Countries and powers that news name as those who act.
const POWERS: [&str; 28] = [
    "Deutschland",
    "Frankreich",
    "Großbritannien",
    "Italien",
    "Spanien",
    "Polen",
    "Österreich",
    "Russland",
    "China",
    "Japan",
    "Israel",
    "Iran",
    "Irak",
    "Indien",
    "Pakistan",
    "Nordkorea",
    "Südkorea",
    "Brasilien",
    "Argentinien",
    "Schweden",
    "Dänemark",
    "Griechenland",
    "Portugal",
    "Kroatien",
    "Berlin",
    "Moskau",
    "Washington",
    "Bayern",
];

/// The sentence with another person of the article in place of its first.
pub fn replaced(claim: &str, text: &str) -> Option<Twin> {
    let own = persons(claim).into_iter().next()?;
    let all = persons(text);
    let other = all.iter().find(|name| {
        !claim.contains(name.as_str()) && !own.split(' ').any(|word| name.contains(word))
    })?;
    Some(("person", claim.replacen(own.as_str(), other, 1)))
}

/// The sentence with its first two names in each other's place, unless they stand side by side.
pub fn swapped(claim: &str) -> Option<Twin> {
    let names = persons(claim).into_iter().chain(powers(claim));
    let mut found: Vec<(usize, String)> = names
        .filter_map(|name| Some((claim.find(&name)?, name)))
        .collect();
    found.sort();
    found.dedup();
    let [(first, one), (second, other), ..] = found.as_slice() else {
        return None;
    };
    let between = claim.get(first + one.len()..*second)?;
    if matches!(between.trim(), "und" | "oder" | "," | "") || one == other {
        return None;
    }
    let before = &claim[..*first];
    let behind = &claim[second + other.len()..];
    Some((SWAPPED, format!("{before}{other}{between}{one}{behind}")))
}

fn powers(claim: &str) -> Vec<String> {
    let words = claim.split(|sign: char| !sign.is_alphabetic());
    let powers = words.filter(|word| POWERS.contains(word));
    powers.map(str::to_owned).collect()
}

/// The full names of persons, as they stand there; a genitive would not fit elsewhere.
fn persons(text: &str) -> Vec<String> {
    let places = named(text).into_iter();
    let full = places.filter(|place| !place.derived && place.surface.contains(' '));
    let plain = full.filter(|place| place.surface == place.person);
    plain.map(|place| place.surface).collect()
}
