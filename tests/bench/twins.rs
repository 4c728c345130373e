//! Whether a changed number, date or name is noticed: sentences of articles as claims, and their twins
//! with one thing changed.
//!
//! `cargo bench --bench twins -- NEWS.jsonl [--misses]` takes a sentence of each article as a claim,
//! and makes twins of it: a number becomes another number of the article, a year, month or weekday
//! another one, a name of two words another such name of the article. The sentence itself is backed, its
//! twins never are; most of them should be conflicts.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use beleg::archive::{Archive, Freshness, Places, Stop, open};
use beleg::evidence::VerdictKind;
use beleg::german::sentences;
use serde_json::Value;

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
/// Every so many articles one is taken, so that a run takes a minute.
const STEP: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(news) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("give the file of articles".into());
    };
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let folder = tempfile::tempdir()?;
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![Path::new(news).to_owned()],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    let archive = open(&places, Freshness::Never, &mut |_| {})?;
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for line in fs::read_to_string(news)?.lines().step_by(STEP) {
        let record: Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().unwrap_or_default();
        let Some(claim) = statement(text) else {
            continue;
        };
        count(&archive, &mut counts, "unchanged", claim, misses)?;
        for (kind, twin) in twins(claim, text) {
            count(&archive, &mut counts, kind, &twin, misses)?;
        }
    }
    println!(
        "{:<12}{:>9}{:>9}{:>9}{:>9}",
        "", "backed", "partly", "conflict", "none"
    );
    for (kind, [backed, partly, conflict, none]) in counts {
        println!("{kind:<12}{backed:>9}{partly:>9}{conflict:>9}{none:>9}");
    }
    Ok(())
}

fn count(
    archive: &Archive,
    counts: &mut BTreeMap<&'static str, [usize; 4]>,
    kind: &'static str,
    claim: &str,
    misses: bool,
) -> Result<(), Box<dyn Error>> {
    let checked = archive.check(claim, Some(1))?;
    let place = match checked.verdict.kind {
        VerdictKind::Backed => 0,
        VerdictKind::Partly => 1,
        VerdictKind::Conflict => 2,
        VerdictKind::None => 3,
    };
    counts.entry(kind).or_default()[place] += 1;
    let wrong = (kind == "unchanged") == (place != 0);
    if misses && wrong {
        println!("{kind} {:?}: {claim}", checked.verdict.kind);
        for part in &checked.verdict.parts {
            print!("  {}:{:?}", part.text, part.status);
        }
        println!();
        if let Some(found) = checked.evidence.first() {
            println!("  {} {:?}", found.citation.quote, found.conflicts);
        }
    }
    Ok(())
}

/// The first sentence that is long enough to say something and short enough to be a claim.
fn statement(text: &str) -> Option<&str> {
    sentences(text)
        .map(|span| &text[span.range()])
        .find(|sentence| {
            (8..=30).contains(&sentence.split_whitespace().count()) && sentence.ends_with('.')
        })
}

fn twins(claim: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut twins = Vec::new();
    let tokens: Vec<&str> = claim.split(' ').collect();
    for (at, token) in tokens.iter().enumerate() {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let replaced = |other: &str| {
            let mut words: Vec<String> = tokens.iter().map(|token| (*token).to_owned()).collect();
            words[at] = token.replace(bare, other);
            words.join(" ")
        };
        if let Some(place) = MONTHS.iter().position(|month| *month == bare) {
            twins.push(("month", replaced(MONTHS[(place + 2) % 12])));
        } else if let Some(place) = WEEKDAYS.iter().position(|day| *day == bare) {
            twins.push(("weekday", replaced(WEEKDAYS[(place + 2) % 7])));
        } else if let Ok(number) = bare.parse::<u32>() {
            let kind = match number {
                1500..=2100 if bare.len() == 4 => "year",
                _ if token.ends_with('.') => "day",
                _ => "number",
            };
            let other = other_number(number, kind, text);
            twins.push((kind, replaced(&other.to_string())));
        }
    }
    let names = names(text);
    if let Some(own) = self::names(claim).first()
        && let Some(other) = names.iter().find(|name| {
            !claim.contains(name.as_str()) && !own.split(' ').any(|word| name.contains(word))
        })
    {
        twins.push(("name", claim.replacen(own.as_str(), other, 1)));
    }
    twins
}

/// Another number of the article that could stand here, or one more.
fn other_number(number: u32, kind: &str, text: &str) -> u32 {
    let found = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok())
        .find(|other| {
            let fits = match kind {
                "year" => (1500..=2100).contains(other),
                "day" => (1..=28).contains(other),
                _ => other.to_string().len() == number.to_string().len(),
            };
            fits && *other != number
        });
    found.unwrap_or(if kind == "day" {
        number % 28 + 1
    } else {
        number + 1
    })
}

/// Runs of two capitalised words inside sentences.
fn names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic)
    };
    words
        .windows(3)
        .filter(|window| !window[0].ends_with(['.', '!', '?']) && capital(window[1]))
        .filter_map(|window| {
            let last = window[2].trim_end_matches([',', '.']);
            (capital(last) && window[0].chars().all(char::is_lowercase))
                .then(|| format!("{} {last}", window[1]))
        })
        .collect()
}
