//! Annotated texts as the field learns from them.

use std::collections::HashMap;

use beleg::people::detect::class::Class;
use beleg::people::detect::features::{WordFeatures, context_features, word_features};
use beleg::people::detect::lattice::{LABELS, Label, Row};
use beleg::people::detect::tokens::{Token, Tokens};
use beleg::people::detect::types::Spelling;
use beleg::people::detect::weights::{REACH, key};
use beleg::span::TextSpan;

use crate::gold::{Annotated, Name};

/// A text as runs of candidates.
#[derive(Default)]
pub struct Example {
    pub runs: Vec<Vec<Node>>,
}

/// A candidate.
#[derive(Clone)]
pub struct Node {
    /// Keys of its features.
    pub features: Vec<u32>,
    /// Which of them is the word itself; it is left out at times, so that the others learn to do without.
    pub identity: u32,
    pub class: Class,
    pub label: Label,
    pub spelling: Spelling,
    /// Scores that are given and not learnt.
    pub given: Row,
}

/// Makes examples; it keeps the words it has met.
#[derive(Default)]
pub struct Examples {
    words: HashMap<String, WordFeatures>,
}

impl Examples {
    pub fn of(&mut self, annotated: &Annotated) -> Example {
        let mut example = Example::default();
        for block in &annotated.blocks {
            self.add(annotated, *block, &mut example);
        }
        example
    }

    fn add(&mut self, annotated: &Annotated, block: TextSpan, example: &mut Example) {
        let tokens: Vec<Token> = Tokens::new(&annotated.text, block).collect();
        let words: Vec<WordFeatures> = tokens
            .iter()
            .map(|token| self.word(annotated, token))
            .collect();
        let labels = labels(annotated, &tokens);
        let mut run: Vec<Node> = Vec::new();
        for place in 0..words.len() {
            if words[place].candidate {
                let label = match labels[place] {
                    Label::Inside if run.is_empty() => Label::Begin,
                    label => label,
                };
                run.push(Node {
                    features: features(&words, place),
                    identity: key(words[place].features[0], 0),
                    class: words[place].class,
                    label,
                    spelling: Spelling::of(
                        &annotated.text[tokens[place].span.range()],
                        words[place].class,
                    ),
                    given: [0.0; LABELS],
                });
            } else if !run.is_empty() {
                example.runs.push(std::mem::take(&mut run));
            }
        }
        if !run.is_empty() {
            example.runs.push(run);
        }
    }

    fn word(&mut self, annotated: &Annotated, token: &Token) -> WordFeatures {
        let surface = &annotated.text[token.span.range()];
        if let Some(known) = self.words.get(surface) {
            return known.clone();
        }
        let word = word_features(surface, token.kind);
        self.words.insert(surface.to_owned(), word.clone());
        word
    }
}

/// The keys of all features of the word at `place`, its neighbours' included.
fn features(words: &[WordFeatures], place: usize) -> Vec<u32> {
    let at = |offset: usize| {
        (place + offset)
            .checked_sub(REACH)
            .and_then(|place| words.get(place))
    };
    let mut features = Vec::new();
    for offset in 0..=2 * REACH {
        let word = at(offset).map_or(&[][..], |word| &word.features);
        let distance = offset as isize - REACH as isize;
        features.extend(word.iter().map(|feature| key(*feature, distance)));
    }
    let around = std::array::from_fn(|offset| at(offset).map_or(Class::Edge, |word| word.class));
    features.extend(context_features(around, words[place].genitive).map(|feature| key(feature, 0)));
    features.sort_unstable();
    features.dedup();
    features
}

/// Whether a name is told by its own words: a street that merely bears one is known by no hyphen.
fn is_learnt(annotated: &Annotated, name: &Name) -> bool {
    let joined = annotated.text[name.span.range()].contains('-');
    !name.ignored && (joined || !name.derived)
}

/// The label of each token.
fn labels(annotated: &Annotated, tokens: &[Token]) -> Vec<Label> {
    let mut labels = Vec::with_capacity(tokens.len());
    let mut last = None;
    for token in tokens {
        let overlaps = |name: &Name| name.span.overlaps(token.span) && is_learnt(annotated, name);
        let name = annotated.names.iter().position(overlaps);
        labels.push(match name {
            None => Label::Outside,
            Some(name) if annotated.names[name].derived => Label::Derived,
            Some(_) if last == name => Label::Inside,
            Some(_) => Label::Begin,
        });
        last = name;
    }
    labels
}
