//! Twins with another date.

use super::numbers::other_number;
use super::{Twin, bare, with};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const WEEKDAYS: [&str; 7] = [
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
];
/// Words that count from the day of the article, and others that mean another day or year.
const RELATIVE: [(&str, &str); 7] = [
    ("heute", "gestern"),
    ("Heute", "Gestern"),
    ("gestern", "vorgestern"),
    ("Gestern", "Vorgestern"),
    ("vorgestern", "gestern"),
    ("Vorjahr", "Vormonat"),
    ("morgen", "übermorgen"),
];

/// Twins with another day, month, year or weekday.
pub fn twins(tokens: &[&str], text: &str) -> Vec<Twin> {
    let changed = |at: usize| changed(tokens, at, text);
    (0..tokens.len()).filter_map(changed).collect()
}

/// Whether a word is the name of a month.
pub fn is_month(word: &str) -> bool {
    MONTHS.contains(&bare(word))
}

/// Whether a token is four digits that read as a year.
pub fn is_year(token: &str) -> bool {
    let word = bare(token);
    word.len() == 4
        && word
            .parse()
            .is_ok_and(|year: u32| (1500..=2100).contains(&year))
}

fn changed(tokens: &[&str], at: usize, text: &str) -> Option<Twin> {
    let word = bare(tokens[at]);
    let twin = |kind, other: &str| Some((kind, with(tokens, at, word, other)));
    if let Some(place) = MONTHS.iter().position(|month| *month == word) {
        return twin("month", MONTHS[(place + 2) % 12]);
    }
    if let Some(place) = WEEKDAYS.iter().position(|day| *day == word) {
        return twin("weekday", WEEKDAYS[(place + 2) % 7]);
    }
    if let Some((_, other)) = RELATIVE.iter().find(|(known, _)| *known == word) {
        return twin("relative", other);
    }
    let next = tokens.get(at + 1).copied().unwrap_or_default();
    if matches!(word, "vergangenen" | "letzten" | "vorigen")
        && matches!(bare(next), "Jahr" | "Jahres")
    {
        let this = if bare(next) == "Jahr" {
            "diesem"
        } else {
            "dieses"
        };
        return twin("relative", this);
    }
    let number: u32 = word.parse().ok()?;
    if is_year(tokens[at]) {
        return twin(
            "year",
            &other_number(number, |other| (1500..=2100).contains(&other), text).to_string(),
        );
    }
    let is_day = tokens[at].ends_with('.') && is_month(next) && (1..=31).contains(&number);
    is_day
        .then(|| with(tokens, at, word, &other_day(number).to_string()))
        .map(|twin| ("day", twin))
}

fn other_day(day: u32) -> u32 {
    (day + 3) % 28 + 1
}
