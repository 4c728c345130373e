//! Words of the news that mean the same, speak of the same matters, or exclude one another.
//!
//! The tables are plain text. A line of the files in `synonyms` is a group of words and phrases with `|`
//! between them: `same:` before words that stand for one another, `near:` before words that are used
//! of the same matters. A line of `opposites.txt` has two sides with `<>` between them. A line of
//! `contrasts.txt` lists words of which only one can be true of a thing: `Gold | Silber | Bronze`.

mod phrase;

pub(super) use phrase::Phrase;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::word::{Key, KeyKind, Word};
use crate::german::{fold, stem};

/// The groups of synonyms: of all kinds, of verbs, of nouns of daily and of public life.
const SYNONYMS: [&str; 4] = [
    include_str!("synonyms/general.txt"),
    include_str!("synonyms/verbs.txt"),
    include_str!("synonyms/daily.txt"),
    include_str!("synonyms/public.txt"),
];

static BUILTIN: LazyLock<Thesaurus> = LazyLock::new(Thesaurus::read);

/// Groups of words, by stem.
#[derive(Debug, Default)]
pub(super) struct Thesaurus {
    groups: HashMap<Box<str>, Groups>,
    phrases: HashMap<Box<str>, Vec<Phrase>>,
    /// For each stem the pairs of opposites it is in, and on which side; the same of phrases, by their weightiest
    /// words.
    opposites: HashMap<Box<str>, Vec<Opposed>>,
    opposite_phrases: HashMap<Box<str>, Vec<(Phrase, Opposed)>>,
    contrasts: HashMap<Box<str>, Vec<u32>>,
}

/// The groups of a stem.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    /// Of words that stand for one another.
    pub same: Vec<Key>,
    /// Of words used of the same matters.
    pub near: Vec<Key>,
}

/// A pair of opposites by its number, and a side of it.
pub(super) type Opposed = (u32, Side);

/// A side of a pair of opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

impl Thesaurus {
    /// The tables that come with the program, read when first asked for.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// The groups of a stem.
    pub fn groups(&self, stem: &str) -> &Groups {
        static NONE: Groups = Groups {
            same: Vec::new(),
            near: Vec::new(),
        };
        self.groups.get(stem).unwrap_or(&NONE)
    }

    /// Whether a stem is in any of the tables.
    pub fn knows(&self, stem: &str) -> bool {
        self.groups.contains_key(stem) || self.opposites.contains_key(stem)
    }

    /// The phrases whose weightiest word has this stem.
    pub fn phrases(&self, stem: &str) -> &[Phrase] {
        self.phrases.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The pairs of opposites that the word at a place of a sentence is in, by itself or with the words around it,
    /// and on which side: `befürworten`, `sich gegen etwas aussprechen`.
    pub fn sides<'a>(
        &'a self,
        words: &'a [Word],
        place: usize,
    ) -> impl Iterator<Item = Opposed> + 'a {
        let stem = &words[place].stem;
        let own = self.opposites.get(stem).into_iter().flatten().copied();
        let phrases = self.opposite_phrases.get(stem).into_iter().flatten();
        let standing = phrases.filter(move |(phrase, _)| phrase.stands_at(words, place));
        own.chain(standing.map(|(_, side)| *side))
    }

    /// Whether only one of two stems can be true of a thing.
    pub fn exclude(&self, a: &str, b: &str) -> bool {
        let sets = |stem: &str| self.contrasts.get(stem).map_or(&[][..], Vec::as_slice);
        a != b && sets(a).iter().any(|set| sets(b).contains(set))
    }

    fn read() -> Self {
        let mut thesaurus = Self::default();
        let mut stems = Stems::default();
        let groups = SYNONYMS.iter().flat_map(|table| lines(table));
        for (number, line) in (0..).zip(groups) {
            thesaurus.add_group(number, line, &mut stems);
        }
        for (number, line) in (0..).zip(lines(include_str!("opposites.txt"))) {
            let Some((left, right)) = line.split_once("<>") else {
                continue;
            };
            for (side, words) in [(Side::Left, left), (Side::Right, right)] {
                for word in words.split('|') {
                    thesaurus.add_opposite(stems.of(word), (number, side));
                }
            }
        }
        for (number, line) in (0..).zip(lines(include_str!("contrasts.txt"))) {
            for word in line.split('|') {
                let stem = stems.of(word).join(" ");
                thesaurus
                    .contrasts
                    .entry(stem.into())
                    .or_default()
                    .push(number);
            }
        }
        thesaurus
    }

    fn add_opposite(&mut self, stems: Vec<String>, side: Opposed) {
        match stems.as_slice() {
            [] => {}
            [stem] => {
                let sides = self.opposites.entry(stem.as_str().into()).or_default();
                sides.push(side);
            }
            [..] => {
                let phrase = Phrase::new(stems, Key::new(KeyKind::Same, ""));
                let anchor = phrase.anchor().into();
                let phrases = self.opposite_phrases.entry(anchor).or_default();
                phrases.push((phrase, side));
            }
        }
    }

    fn add_group(&mut self, number: u32, line: &'static str, stems: &mut Stems) {
        let Some((class, words)) = line.split_once(':') else {
            return;
        };
        let kind = match class.trim() {
            "near" => KeyKind::Near,
            _ => KeyKind::Same,
        };
        let key = Key::new(kind, &number.to_string());
        for written in words.split('|') {
            let stems = stems.of(written);
            match stems.as_slice() {
                [] => {}
                [stem] => {
                    let groups = self.groups.entry(stem.as_str().into()).or_default();
                    match kind {
                        KeyKind::Near => groups.near.push(key),
                        _ => groups.same.push(key),
                    }
                }
                [..] => {
                    let phrase = Phrase::new(stems, key);
                    let anchor = phrase.anchor().into();
                    self.phrases.entry(anchor).or_default().push(phrase);
                }
            }
        }
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Words that phrases are found without.
const LITTLE: [&str; 26] = [
    "in", "im", "ins", "zu", "zum", "zur", "von", "vom", "auf", "an", "am", "ans", "aus", "der",
    "die", "das", "den", "dem", "des", "ein", "eine", "einen", "sich", "um", "ums", "mit",
];

/// Stems that are known already: most words stand in several groups, and a stem is costly to find.
#[derive(Default)]
struct Stems(HashMap<&'static str, String>);

impl Stems {
    /// The stems of the words of an entry, of phrases without the words that say little.
    fn of(&mut self, written: &'static str) -> Vec<String> {
        let words: Vec<&str> = written.split_whitespace().collect();
        let little = |word: &&str| words.len() > 1 && LITTLE.contains(&fold(word).as_str());
        let telling = words.iter().copied().filter(|word| !little(word));
        telling
            .map(|word| {
                let known = self.0.entry(word);
                known
                    .or_insert_with(|| stem(&word.replace('-', "")))
                    .clone()
            })
            .collect()
    }
}
