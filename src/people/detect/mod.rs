//! Lives here: finding the words that name a person.
//! Comes in: a text and the span of a block.
//! Goes out: spans of names and of words derived from names, with how sure that is.
//! Never enters: who is meant by a name.

pub mod class;
pub mod document;
pub mod features;
mod hash;
mod hyphens;
pub mod lattice;
mod lists;
pub mod names;
pub mod seen;
mod shape;
mod spans;
#[cfg(test)]
mod tests;
pub mod tokens;
pub mod types;
pub mod weights;

use std::ops::Range;

use crate::span::TextSpan;
use class::Class;
use document::{Document, Reading};
use features::context_features;
use lattice::{Lattice, Row};
use tokens::Tokens;
use types::{Glance, Spelling, Types};
use weights::REACH;

/// From this confidence on, in per cent, a name needs no further evidence; names below it are only
/// offered, for those who know more of the article.
pub const SURE: u8 = 50;

/// So much less `Outside` counts where names are only offered: with it 97 of 100 names of unseen news are
/// found, and 93 of 100 found are names.
const EAGERNESS: f32 = 1.0;

/// A stretch of text that names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text: the name with its ending; of a derived word, the whole word.
    pub span: TextSpan,
    /// Bytes of the text: the name alone, which is shorter than `span` in a derived word.
    pub name: TextSpan,
    /// Whether the word only derives from the name.
    pub derived: bool,
    /// How sure it is that a person is named, in per cent.
    pub confidence: u8,
}

/// Finds names; keeps what it knows of the words it has met.
#[derive(Default)]
pub struct Detector {
    types: Types,
    tokens: Vec<Met>,
    candidates: Vec<Candidate>,
    runs: Vec<Run>,
    readings: Vec<Reading>,
    document: Document,
    lattice: Lattice,
}

/// A token and its word.
#[derive(Clone, Copy, Debug)]
struct Met {
    span: TextSpan,
    word: Glance,
}

/// A token that may be part of a name, with the scores of its labels.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    span: TextSpan,
    class: Class,
    spelling: Spelling,
    node: Row,
}

/// Candidates that stand side by side, by their places.
#[derive(Clone, Debug)]
struct Run {
    candidates: Range<usize>,
    hopeless: bool,
}

impl Detector {
    /// A detector that has met no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the names in the blocks of an article to `found`, in the order of the text.
    ///
    /// The article is read twice: what the first reading made of a word at its other places counts in
    /// the second.
    pub fn detect(
        &mut self,
        text: &str,
        blocks: impl IntoIterator<Item = TextSpan>,
        found: &mut Vec<Found>,
    ) {
        self.types.make_room();
        self.candidates.clear();
        self.runs.clear();
        for block in blocks {
            self.read(text, block);
            self.gather();
        }
        self.first_reading();
        for run in 0..self.runs.len() {
            self.second_reading(text, run, found);
        }
    }

    /// Reads the tokens of a block, with edges on both sides.
    fn read(&mut self, text: &str, block: TextSpan) {
        self.tokens.clear();
        let edge = Met {
            span: TextSpan::new(block.start(), block.start()),
            word: Glance::EDGE,
        };
        self.tokens.extend([edge; REACH]);
        for token in Tokens::new(text, block) {
            let word = self.types.glance(text, token);
            self.tokens.push(Met {
                span: token.span,
                word,
            });
        }
        self.tokens.extend([edge; REACH]);
    }

    /// Gathers the runs of tokens that may be parts of names.
    fn gather(&mut self) {
        let mut start = self.candidates.len();
        let mut hopeless = true;
        for place in REACH..self.tokens.len() - REACH + 1 {
            let Met { span, word } = self.tokens[place];
            if word.candidate {
                let node = self.node(place);
                hopeless &= Lattice::is_hopeless(&node, self.types.weights().steps(word.class));
                self.candidates.push(Candidate {
                    span,
                    class: word.class,
                    spelling: self.types.word(word.number).spelling,
                    node,
                });
            } else if self.candidates.len() > start {
                let candidates = start..self.candidates.len();
                self.runs.push(Run {
                    candidates,
                    hopeless,
                });
                start = self.candidates.len();
                hopeless = true;
            }
        }
    }

    /// The scores of the labels of a token, from itself and its neighbours.
    fn node(&self, place: usize) -> Row {
        let mut node = [0.0; lattice::LABELS];
        let around = &self.tokens[place - REACH..=place + REACH];
        for (offset, token) in around.iter().enumerate() {
            let scores = &self.types.word(token.word.number).scores[offset];
            for (sum, score) in node[1..].iter_mut().zip(scores) {
                *sum += score;
            }
        }
        let classes: [Class; 5] = std::array::from_fn(|offset| around[offset].word.class);
        let genitive = self.types.word(around[REACH].word.number).genitive;
        for feature in context_features(classes, genitive) {
            self.types
                .weights()
                .add(weights::key(feature, 0), &mut node);
        }
        node
    }

    /// Labels each run by itself and takes note of how its words were read.
    fn first_reading(&mut self) {
        self.readings.clear();
        for run in &self.runs {
            if run.hopeless {
                let hopeless = run.candidates.clone().map(|_| Reading::HOPELESS);
                self.readings.extend(hopeless);
                continue;
            }
            self.lattice.clear();
            for candidate in &self.candidates[run.candidates.clone()] {
                let steps = self.types.weights().steps(candidate.class);
                self.lattice.push(candidate.node, steps);
            }
            self.lattice.sum();
            self.lattice.best(0.0);
            Reading::of(&self.lattice, &mut self.readings);
        }
        let words = self
            .candidates
            .iter()
            .map(|candidate| candidate.spelling.word);
        self.document.fill(words.zip(self.readings.iter().copied()));
    }

    /// Labels a run in the light of the article and adds what it names.
    fn second_reading(&mut self, text: &str, run: usize, found: &mut Vec<Found>) {
        let run = &self.runs[run];
        let weights = self.types.weights();
        self.lattice.clear();
        let mut hopeless = true;
        for place in run.candidates.clone() {
            let candidate = &self.candidates[place];
            let mut node = candidate.node;
            let Spelling { word, base } = candidate.spelling;
            let reading = self.readings[place];
            self.document.features(word, base, reading, |feature| {
                weights.add(weights::key(feature, 0), &mut node);
            });
            let steps = weights.steps(candidate.class);
            hopeless &= Lattice::is_hopeless(&node, steps);
            self.lattice.push(node, steps);
        }
        if hopeless {
            return;
        }
        self.lattice.best(EAGERNESS);
        if self.lattice.is_outside() {
            return;
        }
        self.lattice.sum();
        let candidates = &self.candidates[run.candidates.clone()];
        let mut doubted = Vec::new();
        collect(text, candidates, &self.lattice, &mut doubted);
        self.lattice.best(0.0);
        let start = found.len();
        collect(text, candidates, &self.lattice, found);
        for name in &mut found[start..] {
            name.confidence = name.confidence.max(SURE);
        }
        for mut name in doubted {
            let is_new = |other: &Found| !other.span.overlaps(name.span);
            if !name.derived && found[start..].iter().all(is_new) {
                name.confidence = name.confidence.min(SURE - 1);
                found.push(name);
            }
        }
        found[start..].sort_by_key(|name| name.span);
    }
}

/// Adds the names that the lattice's labels mark among these candidates.
fn collect(text: &str, candidates: &[Candidate], lattice: &Lattice, found: &mut Vec<Found>) {
    let labels = lattice.labels();
    for (first, behind) in spans::spans(labels) {
        let probability = lattice.probability(first, behind, labels[first]);
        let span = TextSpan::new(
            candidates[first].span.start(),
            candidates[behind - 1].span.end(),
        );
        found.push(spans::found(text, span, labels[first], probability));
    }
}
