//! Which words stand in which, learnt from all words at once.

use std::collections::{BTreeMap, HashMap};

use beleg::german::lexicon::Link;

use crate::affixes::{may_head, may_modify};
use crate::vocabulary::Vocabulary;

/// Rounds after which the counts no longer change visibly.
const ROUNDS: usize = 6;

/// A cut is as likely as not when the other cuts of its two parts multiply to this.
const DOUBT: f32 = 40.0;

/// What a word counts as modifier or head before it is seen as one.
const UNSEEN: f32 = 0.3;

/// All ways to cut the words in two; the inflections of a word count as one.
#[derive(Default)]
pub struct Cuts {
    pub modifiers: Vec<Modifier>,
    pub heads: HashMap<Lexeme, usize>,
    /// The cuts of each word, in a fixed order so that the sums are the same every time.
    pub words: BTreeMap<Lexeme, Vec<Cut>>,
}

pub struct Modifier {
    pub text: String,
    pub link: Link,
}

#[derive(Clone, Copy)]
pub struct Cut {
    modifier: usize,
    head: usize,
    prior: f32,
    share: f32,
}

/// The inflections of a word, roughly: its stem, and whether it is a noun.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lexeme {
    stem: String,
    noun: bool,
}

impl Lexeme {
    pub fn new(word: &str, noun: bool) -> Self {
        let stem = ENDINGS.iter().find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|stem| stem.chars().count() >= 3)
        });
        let plain = |letter| match letter {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            other => other,
        };
        Self {
            stem: stem.unwrap_or(word).chars().map(plain).collect(),
            noun,
        }
    }
}

/// Endings of inflection, longest first.
const ENDINGS: [&str; 8] = ["ern", "em", "en", "er", "es", "e", "n", "s"];

/// How many words each modifier and head is thought to be part of.
pub struct Counts {
    pub modifies: Vec<f32>,
    pub heads: Vec<f32>,
}

impl Cuts {
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut cuts = Self::default();
        let mut modifiers: HashMap<String, Option<usize>> = HashMap::new();
        for (key, word) in &vocabulary.words {
            for (at, _) in key.char_indices() {
                let (left, right) = key.split_at(at);
                if !may_modify(left) || !may_head(right) {
                    continue;
                }
                let noun = word.facts.noun && vocabulary.is(right, |facts| facts.noun);
                let lower = word.facts.lower && vocabulary.is(right, |facts| facts.lower);
                if !(noun || lower) {
                    continue;
                }
                let modifier = *modifiers.entry(left.to_owned()).or_insert_with(|| {
                    let link = vocabulary.link(left)?;
                    cuts.modifiers.push(Modifier {
                        text: left.to_owned(),
                        link,
                    });
                    Some(cuts.modifiers.len() - 1)
                });
                let Some(modifier) = modifier else { continue };
                cuts.add(key, right, noun, modifier, prior(left) * prior(right));
            }
        }
        cuts
    }

    fn add(&mut self, word: &str, right: &str, noun: bool, modifier: usize, prior: f32) {
        let next = self.heads.len();
        let head = *self.heads.entry(Lexeme::new(right, noun)).or_insert(next);
        let cuts = self.words.entry(Lexeme::new(word, noun)).or_default();
        if !cuts
            .iter()
            .any(|cut| cut.modifier == modifier && cut.head == head)
        {
            cuts.push(Cut {
                modifier,
                head,
                prior,
                share: 0.5,
            });
        }
    }

    /// Expectation maximisation; a word's own share does not speak for its own cut.
    pub fn learn(&mut self) -> Counts {
        let mut counts = self.count();
        for _ in 0..ROUNDS {
            for cuts in self.words.values_mut() {
                let odds = |cut: &Cut| {
                    let others = |sum: f32| (sum - cut.share).max(0.0) + UNSEEN;
                    let modifies = others(counts.modifies[cut.modifier]);
                    modifies * others(counts.heads[cut.head]) * cut.prior
                };
                let sum = cuts.iter().map(odds).sum::<f32>() + DOUBT;
                cuts.iter_mut().for_each(|cut| cut.share = odds(cut) / sum);
            }
            counts = self.count();
        }
        counts
    }

    fn count(&self) -> Counts {
        let mut modifies = vec![0.0; self.modifiers.len()];
        let mut heads = vec![0.0; self.heads.len()];
        for cut in self.words.values().flatten() {
            modifies[cut.modifier] += cut.share;
            heads[cut.head] += cut.share;
        }
        Counts { modifies, heads }
    }
}

/// Short parts are mostly accidents, long ones hardly ever.
fn prior(part: &str) -> f32 {
    match part.chars().count() {
        ..=3 => 0.3,
        4 => 0.5,
        5 => 1.0,
        6 => 2.0,
        7 => 3.0,
        _ => 4.0,
    }
}
