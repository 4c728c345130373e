//! The ways in which one word of a query may stand in a passage.

use super::expand::{Planner, in_a_row};
use super::plan::{Field, Reading};
use super::weight::{self, Capitals};
use crate::evidence::{MarkKind, Variants};
use crate::german::{AliasClass, Word, country_words, root};

/// A name of so many letters is an acronym, and taken for one only when it is written so.
const SHORTEST_SMALL_NAME: usize = 3;

impl Planner<'_> {
    /// The ways in which one word may stand in a passage.
    pub(super) fn read_word(&mut self, word: &Word, typed: &str, readings: &mut Vec<Reading>) {
        if let Some(number) = &word.number {
            // Wherever the word stands, its digits stand beside it.
            readings.push(term(Field::Stem, number, MarkKind::Exact));
            readings.push(term(Field::Parts, &word.stem, MarkKind::Part));
            readings.push(term(Field::Context, number, MarkKind::Stem));
            return;
        }
        if word.exact != word.stem {
            readings.push(term(Field::Exact, &word.exact, MarkKind::Exact));
            // Articles in other languages are not stemmed: there the form itself is the stem.
            readings.push(term(Field::Stem, &word.exact, MarkKind::Exact));
        }
        let whole = if word.exact == word.stem {
            MarkKind::Exact
        } else {
            MarkKind::Stem
        };
        readings.push(term(Field::Stem, &word.stem, whole));
        readings.push(term(Field::Parts, &word.stem, MarkKind::Part));
        readings.push(term(Field::Context, &word.stem, MarkKind::Stem));
        readings.push(Reading::SameRoot(root(&word.stem).to_owned()));
        let mut parts = leaf_parts(word);
        if parts.is_empty() && self.capitals == Capitals::Missing && weight::may_be_noun(typed) {
            parts = self.parts_as_noun(typed);
        }
        if parts.len() > 1 {
            readings.push(Reading::Pieces(parts.clone()));
            readings.push(Reading::Together(parts));
        }
        let related = country_words(&word.stem);
        if !related.is_empty() {
            readings.push(Reading::Country(related));
        }
        self.read_variants(typed, readings);
    }

    /// The parts that a word has when it is written as a noun.
    fn parts_as_noun(&mut self, typed: &str) -> Vec<String> {
        let mut letters = typed.chars();
        let capital = letters.next().into_iter().flat_map(char::to_uppercase);
        let noun: String = capital
            .chain(letters.flat_map(char::to_lowercase))
            .collect();
        match self.tokens(&noun).as_slice() {
            [only] => leaf_parts(&only.word),
            _ => Vec::new(),
        }
    }

    pub(super) fn read_variants(&mut self, typed: &str, readings: &mut Vec<Reading>) {
        let others: Vec<String> = self
            .aliases
            .variants(typed)
            .into_iter()
            .filter(|(class, _)| is_searched(*class, typed))
            .map(|(_, name)| name.to_owned())
            .collect();
        for other in &others {
            let tokens = self.tokens(other);
            match tokens.as_slice() {
                [] => {}
                [token] => {
                    for field in [Field::Stem, Field::Parts] {
                        let (term, kind) = (token.word.stem.to_string(), MarkKind::Variant);
                        readings.push(Reading::Term { field, term, kind });
                    }
                }
                several => {
                    let (words, kind) = (in_a_row(several), MarkKind::Variant);
                    readings.push(Reading::Sequence {
                        words,
                        verbatim: false,
                        kind,
                        distance: None,
                    });
                }
            }
        }
        if !others.is_empty() {
            self.plan.variants.push(Variants {
                word: typed.to_owned(),
                others,
            });
        }
    }
}

/// A term as a reading.
pub(super) fn term(field: Field, term: &str, kind: MarkKind) -> Reading {
    Reading::Term {
        field,
        term: term.to_owned(),
        kind,
    }
}

/// Whether names of a class are searched with the name typed. What stands for a thing is not the
/// thing; and `is` or `us` in small letters is no organisation.
fn is_searched(class: AliasClass, typed: &str) -> bool {
    let is_acronym = typed.len() > SHORTEST_SMALL_NAME || typed.starts_with(char::is_uppercase);
    match class {
        AliasClass::Spelling => true,
        AliasClass::Same => is_acronym,
        AliasClass::Metonym => false,
    }
}

/// The smallest parts of a compound: those that hold no other.
fn leaf_parts(word: &Word) -> Vec<String> {
    let parts = word.parts.iter();
    let is_leaf = |part: &&crate::german::WordPart| {
        !word.parts.iter().any(|other| {
            (other.start, other.end) != (part.start, part.end)
                && part.start <= other.start
                && other.end <= part.end
        })
    };
    parts
        .filter(is_leaf)
        .map(|part| part.stem.to_string())
        .collect()
}
