//! Twins with another number.

use super::times::{is_month, is_year};
use super::{Twin, bare, with};

/// Numbers in words, each beside another one.
const WORDS: [(&str, &str); 20] = [
    ("zwei", "drei"),
    ("drei", "vier"),
    ("vier", "fünf"),
    ("fünf", "sieben"),
    ("sechs", "vier"),
    ("sieben", "neun"),
    ("acht", "sechs"),
    ("neun", "acht"),
    ("zehn", "elf"),
    ("elf", "zwölf"),
    ("zwölf", "zehn"),
    ("fünfzehn", "zwölf"),
    ("zwanzig", "dreißig"),
    ("dreißig", "vierzig"),
    ("vierzig", "fünfzig"),
    ("fünfzig", "sechzig"),
    ("hundert", "tausend"),
    ("tausend", "hundert"),
    ("beide", "drei"),
    ("beiden", "drei"),
];
/// Beginnings of ordinals, each beside another one.
const ORDINALS: [(&str, &str); 8] = [
    ("erst", "zweit"),
    ("zweit", "dritt"),
    ("dritt", "viert"),
    ("viert", "fünft"),
    ("fünft", "sechst"),
    ("sechst", "acht"),
    ("siebt", "neunt"),
    ("zehnt", "elft"),
];
const CURRENCIES: [&str; 7] = [
    "Euro",
    "Dollar",
    "US-Dollar",
    "Franken",
    "Pfund",
    "Cent",
    "EUR",
];
const DURATIONS: [&str; 12] = [
    "Jahre", "Jahren", "Monate", "Monaten", "Wochen", "Tage", "Tagen", "Stunden", "Minuten",
    "Jahr", "Sekunden", "Jahres",
];
const MEASURES: [&str; 8] = [
    "Kilometer",
    "Kilometern",
    "Meter",
    "Metern",
    "Tonnen",
    "Quadratkilometer",
    "Hektar",
    "Kilogramm",
];
const SCALES: [&str; 4] = ["Million", "Millionen", "Milliarden", "Mio"];

/// Twins with another number in one place.
pub fn twins(tokens: &[&str], text: &str) -> Vec<Twin> {
    let changed = |at: usize| changed(tokens, at, text);
    (0..tokens.len()).filter_map(changed).collect()
}

/// Another number of the article that could stand here, or one a little greater.
pub fn other_number(number: u32, fits: impl Fn(u32) -> bool, text: &str) -> u32 {
    let found = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok())
        .find(|other| fits(*other) && *other != number);
    found.unwrap_or(number + 1)
}

fn changed(tokens: &[&str], at: usize, text: &str) -> Option<Twin> {
    let word = bare(tokens[at]);
    let twin = |kind, other: String| Some((kind, with(tokens, at, word, &other)));
    if let Some((_, other)) = WORDS.iter().find(|(known, _)| *known == word) {
        return twin(kind_of(tokens, at, "in words"), (*other).to_owned());
    }
    if let Some((first, second)) = word.split_once(':')
        && let (Ok(number), Ok(_)) = (first.parse::<u32>(), second.parse::<u32>())
    {
        let kind = kind_of(tokens, at, "score");
        return twin(kind, format!("{}:{second}", (number + 1) % 24));
    }
    if let Some(twin) = ordinal(tokens, at) {
        return Some(twin);
    }
    let digits = word.len()
        - word
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let (written, behind) = word.split_at(digits);
    if !written.is_empty() && behind.contains("jährig") {
        let number: u32 = written.parse().ok()?;
        return twin("age", format!("{}{behind}", number + 4));
    }
    if is_year(tokens[at]) || !is_number(word) {
        return None;
    }
    let next = tokens.get(at + 1).copied().unwrap_or_default();
    if tokens[at].ends_with('.') && at + 1 < tokens.len() {
        let counts = !is_month(next) && next.starts_with(char::is_uppercase);
        let number: u32 = word.parse().ok()?;
        return counts.then(|| ("ordinal", with(tokens, at, word, &(number + 1).to_string())));
    }
    let kind = match word.contains(',') {
        true => kind_of(tokens, at, "decimal"),
        false => kind_of(tokens, at, "in digits"),
    };
    match word.parse::<u32>() {
        Ok(number) => {
            let fits = |other: u32| other.to_string().len() == word.len();
            twin(kind, other_number(number, fits, text).to_string())
        }
        Err(_) => twin(kind, other_digit(word)),
    }
}

/// What a number in this place is, by the word behind it.
fn kind_of(tokens: &[&str], at: usize, otherwise: &'static str) -> &'static str {
    let mut behind = tokens[at + 1..].iter().map(|token| bare(token));
    let mut next = behind.next().unwrap_or_default();
    if tokens.get(at + 1).is_some_and(|next| next.starts_with('%')) || tokens[at].contains('%') {
        return "per cent";
    }
    let before = at.checked_sub(1).map_or("", |before| tokens[before]);
    if SCALES.contains(&next) {
        next = behind.next().unwrap_or_default();
    }
    let after = behind.next().unwrap_or_default();
    match next {
        "Prozent" | "Prozentpunkte" | "Prozentpunkten" => "per cent",
        "Uhr" => "clock",
        "Jahre" if after == "alt" => "age",
        "Jahren" if before == "vor" || before == "Vor" => "years ago",
        _ if CURRENCIES.contains(&next) => "money",
        _ if DURATIONS.contains(&next) => "duration",
        _ if MEASURES.contains(&next) => "measure",
        _ => otherwise,
    }
}

/// `zweiten` becomes `dritten`.
fn ordinal(tokens: &[&str], at: usize) -> Option<Twin> {
    let word = bare(tokens[at]);
    let changed = ORDINALS.iter().find_map(|(known, other)| {
        let ending = word.strip_prefix(known)?;
        matches!(ending, "e" | "en" | "er" | "es" | "em").then(|| format!("{other}{ending}"))
    })?;
    Some(("ordinal", with(tokens, at, word, &changed)))
}

/// Digits with points or one comma inside.
fn is_number(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
}

/// The number with another first digit.
fn other_digit(word: &str) -> String {
    let mut signs = word.chars();
    let first = signs
        .next()
        .and_then(|digit| digit.to_digit(10))
        .unwrap_or(1);
    format!("{}{}", first % 9 + 1, signs.as_str())
}
