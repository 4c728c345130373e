//! Places that detection left out although another place of the article shows whom they name.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::neighbours;
use super::reading::Reading;
use crate::article::Block;
use crate::german::country_names;
use crate::people::detect::Found;
use crate::people::name::{
    Name, given_gender, is_common, is_known, is_name, is_particle, other_names, plain,
    without_article, without_ending,
};
use crate::span::TextSpan;

/// How sure a repeated full name is, in per cent, and a repeated surname.
const FULL: u8 = 90;
const SURNAME: u8 = 70;

/// The names that the article surely has, by their first words as written.
struct Known<'a> {
    surnames: HashSet<&'a str>,
    /// Whole names of several words, by the first of them.
    full: HashMap<&'a str, Vec<&'a str>>,
    /// The plain keys of whole names, which tell `Kim-Il-sung-Platz`.
    whole: HashSet<String>,
    /// Which first bytes any of these words has; most words of a text are told by it.
    first: [bool; 256],
}

/// The found names and those swept up, in the order of the text.
pub(super) fn with_repeated(text: &str, blocks: &[Block], readings: &[Reading]) -> Vec<Found> {
    let known = Known::of(text, readings);
    let found = readings
        .iter()
        .map(|reading| trimmed(text, reading.found, &known));
    let mut all: Vec<Found> = found.collect();
    let mut swept = Vec::new();
    for block in blocks {
        known.sweep(text, block.span, &mut swept);
    }
    swept.retain(|found| {
        let at = all.partition_point(|other| other.span.end() <= found.span.start());
        let met = all.get(at).filter(|other| other.span.overlaps(found.span));
        met.is_none_or(|other| {
            found.span.contains(other.span) && found.span != other.span && !other.derived
        })
    });
    all.retain(|found| {
        let at = swept.partition_point(|other: &Found| other.span.end() <= found.span.start());
        !swept
            .get(at)
            .is_some_and(|other| other.span.overlaps(found.span))
    });
    all.extend(swept);
    all.sort_by_key(|found| found.span.start());
    all
}

impl<'a> Known<'a> {
    fn of(text: &'a str, readings: &'a [Reading]) -> Self {
        let counts = |reading: &&Reading| reading.is_sure() && !reading.found.derived;
        let told = readings.iter().filter(counts).flat_map(told_by);
        let mut known = Self {
            surnames: told.collect(),
            full: HashMap::new(),
            whole: HashSet::new(),
            first: [false; 256],
        };
        for reading in readings.iter().filter(counts) {
            let written = &text[reading.found.name.range()];
            if known.genitive_before(written).is_some() {
                for word in told_by(reading) {
                    known.surnames.remove(word);
                }
            } else if reading.name.is_full() {
                known.add_full(without_ending(written));
            }
        }
        for surname in &known.surnames {
            known.first[usize::from(surname.as_bytes()[0])] = true;
        }
        if readings.iter().any(|reading| has_article(&reading.name)) {
            for first in *b"aAeE" {
                known.first[usize::from(first)] = true;
            }
        }
        known
    }

    fn add_full(&mut self, name: &'a str) {
        let Some((first, _)) = name.split_once(' ') else {
            return;
        };
        let names = self.full.entry(first).or_default();
        if !names.contains(&name) {
            names.push(name);
            self.whole.insert(plain(name));
            self.first[usize::from(first.as_bytes()[0])] = true;
        }
    }

    /// The genitive of a surname with which a seeming name begins: `Kims Nordkorea`.
    fn genitive_before(&self, name: &'a str) -> Option<&'a str> {
        let (first, _) = name.split_once(' ')?;
        let stem = without_ending(first);
        let is_genitive = stem.len() < first.len() && self.surnames.contains(stem);
        (is_genitive && !is_name(first)).then_some(first)
    }

    fn sweep(&self, text: &str, block: TextSpan, swept: &mut Vec<Found>) {
        let bytes = text.as_bytes();
        let mut at = block.start();
        while at < block.end() {
            let starts = self.first[usize::from(bytes[at])]
                && text.is_char_boundary(at)
                && !text[..at].ends_with(is_of_word);
            if !starts {
                at += 1;
                continue;
            }
            let word = word_at(text, at, block.end());
            let found = self
                .full_at(text, at, block)
                .or_else(|| self.surname_at(text, word, block));
            at = found
                .map_or(word.end(), |found| found.span.end())
                .max(at + 1);
            swept.extend(found);
        }
    }

    /// A full name that begins here.
    fn full_at(&self, text: &str, at: usize, block: TextSpan) -> Option<Found> {
        let rest = &text[at..block.end()];
        let first = rest.split(' ').next()?;
        let names = self.full.get(first)?;
        let fitting = names.iter().filter(|name| rest.starts_with(**name));
        let name = fitting.max_by_key(|name| name.len())?;
        let word = word_at(text, at + name.len(), block.end());
        let ending = &text[word.range()];
        let end = match ending {
            "" | "s" => word.end(),
            "’" | "'" => word.end(),
            _ if ending.starts_with('-') => at + name.len(),
            _ => return None,
        };
        let span = TextSpan::new(at, end);
        Some(plain_found(span, FULL))
    }

    /// A surname here, alone or as a part of a hyphenated word.
    fn surname_at(&self, text: &str, word: TextSpan, block: TextSpan) -> Option<Found> {
        let written = &text[word.range()];
        let bare = without_article(written);
        let stem = without_ending(bare);
        let known = [bare, stem]
            .into_iter()
            .find(|form| self.surnames.contains(form));
        let Some(surname) = known else {
            return self.derived_at(text, word);
        };
        let before = &text[block.start()..word.start()];
        let behind = &text[word.end()..block.end()];
        let is_person = neighbours::allow_name(before, behind)
            && (!is_common(surname) || neighbours::tell_from_word(before, surname));
        is_person.then(|| plain_found(with_particle(text, block, word), SURNAME))
    }

    /// A hyphenated word that begins with a surname or a whole name: `Jelzin-Regierung`.
    fn derived_at(&self, text: &str, word: TextSpan) -> Option<Found> {
        let written = &text[word.range()];
        let hyphens = written.match_indices('-').map(|(at, _)| at);
        let length = hyphens.rev().find(|at| {
            let (name, rest) = (&written[..*at], &written[at + 1..]);
            let is_known = self.surnames.contains(name)
                || name.contains('-') && self.whole.contains(&plain(name));
            is_known && is_common(rest)
        })?;
        Some(Found {
            span: word,
            name: TextSpan::new(word.start(), word.start() + length),
            derived: true,
            confidence: SURNAME,
        })
    }
}

fn plain_found(span: TextSpan, confidence: u8) -> Found {
    Found {
        span,
        name: span,
        derived: false,
        confidence,
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// The word that begins at `at`, with an apostrophe that ends it.
fn word_at(text: &str, at: usize, limit: usize) -> TextSpan {
    let rest = &text[at..limit];
    let end = rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len());
    let word = rest[..end].trim_end_matches('-');
    TextSpan::new(at, at + word.len())
}

/// The words of a name by which other places can be told: the surname, with and without what may be an
/// ending, and given names so rare that no list has them (`Thaksin`), the name of a pope; no country, no lone given name.
fn told_by(reading: &Reading) -> impl Iterator<Item = &str> {
    let is_told = |word: &&str| {
        let is_short = word.chars().count() < 2 || word.contains('.');
        !is_short && !COUNTRIES.contains(word)
    };
    let is_full = reading.name.is_full();
    let surname = reading
        .name
        .surname()
        .map(|part| without_article(&part.text));
    let surname = surname.filter(|word| is_full || !is_given(word) && !is_common(word));
    let rare = reading.name.given().map(|part| part.text.as_str());
    let rare = rare.filter(|word| word.len() > 3 && !is_known(word) && !is_given(word));
    let forms = surname.map(|word| [word, without_ending(word)]);
    let others = other_names(&plain(&reading.name.text())).iter().copied();
    let others = others.filter(|other| !other.contains(' '));
    let words = forms.into_iter().flatten().chain(rare).chain(others);
    words.filter(is_told)
}

fn has_article(name: &Name) -> bool {
    let surname = name.surname().map(|part| part.text.as_str());
    surname.is_some_and(|text| without_article(text).len() < text.len())
}

static COUNTRIES: LazyLock<HashSet<&str>> = LazyLock::new(|| country_names().collect());

fn is_given(word: &str) -> bool {
    given_gender(word).is_some()
}

/// The surname with a particle that stands before it with a capital: `Van Basten`.
fn with_particle(text: &str, block: TextSpan, word: TextSpan) -> TextSpan {
    let before = text[block.start()..word.start()]
        .strip_suffix(' ')
        .unwrap_or_default();
    let previous = before.rsplit([' ', '\n']).next().unwrap_or_default();
    let is_name = previous.starts_with(char::is_uppercase) && is_particle(&previous.to_lowercase());
    if is_name {
        TextSpan::new(word.start() - 1 - previous.len(), word.end())
    } else {
        word
    }
}

/// A seeming name cut down to the genitive that it begins with.
fn trimmed<'a>(text: &'a str, found: Found, known: &Known<'a>) -> Found {
    let Some(word) = known.genitive_before(&text[found.name.range()]) else {
        return found;
    };
    let span = TextSpan::new(found.name.start(), found.name.start() + word.len());
    Found {
        span,
        name: span,
        ..found
    }
}
