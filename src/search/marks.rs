//! Marks: which words of a text answer a query, found by analysing the text itself.

use std::collections::HashMap;

use super::found::{Force, Resolved};
use super::plan::{Field, Plan, Reading, SequenceWord};
use super::sequence::{groups, rows};
use crate::evidence::MarkKind;
use crate::german::{Analyzer, Token, TokenKind};
use crate::span::TextSpan;

/// A span of a text that answers a leaf of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextMark {
    /// Bytes of the text.
    pub span: TextSpan,
    /// Why it matched.
    pub kind: MarkKind,
    /// Which ranked leaf it answers, by place in the query.
    pub leaf: usize,
    /// What it is a mark of: itself, or the stretch from the first to the last of near words.
    pub whole: TextSpan,
}

/// Finds marks of one query in many texts.
#[derive(Debug)]
pub struct Marker {
    leaves: Vec<LeafMarker>,
}

#[derive(Debug, Default)]
struct LeafMarker {
    /// Terms by field, each with what it is to the word typed.
    stems: HashMap<String, MarkKind>,
    forms: HashMap<String, MarkKind>,
    parts: HashMap<String, MarkKind>,
    /// Parts of the compound that was asked for.
    together: Vec<String>,
    sequences: Vec<Sequence>,
}

#[derive(Debug)]
struct Sequence {
    words: Vec<SequenceWord>,
    verbatim: bool,
    kind: MarkKind,
    distance: Option<u32>,
}

impl Marker {
    /// A marker for what a plan found in a collection.
    pub fn new(plan: &Plan, resolved: &Resolved) -> Self {
        let leaves = plan.ranked.iter().map(|number| {
            let mut leaf = LeafMarker::default();
            let terms = resolved.leaves[*number].terms.iter();
            for found in terms.filter(|found| found.force == Force::Answers) {
                leaf.add(found.field, &found.term, found.kind);
            }
            for reading in &plan.leaves[*number].readings {
                leaf.read(reading);
            }
            leaf
        });
        Self {
            leaves: leaves.collect(),
        }
    }

    /// The marks of the blocks of one passage, block by block: in order, never overlapping, the
    /// closest match first where several claim a place.
    pub fn mark(&self, analyzer: &mut Analyzer, texts: &[&str]) -> Vec<Vec<TextMark>> {
        let mut whole = vec![false; self.leaves.len()];
        let mut found: Vec<Vec<Claim>> = Vec::with_capacity(texts.len());
        for text in texts {
            let mut claims = Vec::new();
            let mut places = self.empty_places();
            analyzer.analyze(text, |token| {
                for (number, leaf) in self.leaves.iter().enumerate() {
                    leaf.claim(number, &token, &mut claims);
                    leaf.place(&token, &mut places[number]);
                }
            });
            for (number, (leaf, places)) in self.leaves.iter().zip(&places).enumerate() {
                leaf.claim_sequences(number, places, &mut claims);
            }
            for claim in claims.iter().filter(|claim| claim.origin == Origin::Whole) {
                whole[claim.mark.leaf] = true;
            }
            found.push(claims);
        }
        found
            .into_iter()
            .map(|claims| settle(claims, &whole))
            .collect()
    }

    fn empty_places(&self) -> Vec<Vec<SequencePlaces>> {
        let of_leaf = |leaf: &LeafMarker| {
            leaf.sequences
                .iter()
                .map(|sequence| vec![Vec::new(); sequence.words.len()])
                .collect()
        };
        self.leaves.iter().map(of_leaf).collect()
    }
}

/// For each word of a sequence where it stands: position and span.
type SequencePlaces = Vec<Vec<(u32, TextSpan)>>;

/// A mark that has yet to prevail.
struct Claim {
    mark: TextMark,
    origin: Origin,
}

/// Whether a claim comes from the word asked for or from a part of it.
#[derive(PartialEq, Eq)]
enum Origin {
    Whole,
    /// One of the parts of the compound asked for; it counts only where the compound is missing.
    Piece,
}

impl LeafMarker {
    fn add(&mut self, field: Field, term: &str, kind: MarkKind) {
        let terms = match field {
            Field::Stem => &mut self.stems,
            Field::Exact => &mut self.forms,
            Field::Parts => &mut self.parts,
            // Context only supports, and what supports is not marked.
            Field::Context => return,
        };
        let best = terms.entry(term.to_owned()).or_insert(kind);
        *best = kind.min(*best);
    }

    fn read(&mut self, reading: &Reading) {
        match reading {
            Reading::Together(parts) => self.together.extend(parts.iter().cloned()),
            Reading::Sequence {
                words,
                verbatim,
                kind,
                distance,
            } => {
                self.sequences.push(Sequence {
                    words: words.clone(),
                    verbatim: *verbatim,
                    kind: *kind,
                    distance: *distance,
                });
            }
            Reading::Term {
                field: Field::Stem,
                term,
                kind: MarkKind::Exact,
            } => {
                // A word whose form is its stem is exact only in that form.
                self.forms.insert(term.clone(), MarkKind::Exact);
                if let Some(kind) = self.stems.get_mut(term) {
                    *kind = MarkKind::Stem;
                }
            }
            Reading::Term { .. }
            | Reading::Pattern(_)
            | Reading::Pieces(_)
            | Reading::SameRoot(_)
            | Reading::Country(_) => {}
        }
    }

    fn claim(&self, leaf: usize, token: &Token<'_>, claims: &mut Vec<Claim>) {
        let word = token.word;
        let by_form = self.forms.get(&*word.exact);
        let by_stem = self.stems.get(&*word.stem);
        let mut push = |span, kind, origin| {
            claims.push(Claim {
                mark: TextMark {
                    span,
                    kind,
                    leaf,
                    whole: span,
                },
                origin,
            });
        };
        if let Some(kind) = by_form.into_iter().chain(by_stem).min() {
            push(token.span, *kind, Origin::Whole);
        } else if self.is_piece(&word.stem) {
            push(token.span, MarkKind::Part, Origin::Piece);
        }
        for part in &word.parts {
            if let Some(kind) = self.parts.get(&*part.stem) {
                push(part.span(token.span), *kind, Origin::Whole);
            } else if self.is_piece(&part.stem) {
                push(part.span(token.span), MarkKind::Part, Origin::Piece);
            }
        }
    }

    fn is_piece(&self, stem: &str) -> bool {
        self.together.iter().any(|piece| piece == stem)
    }

    fn place(&self, token: &Token<'_>, places: &mut [SequencePlaces]) {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            return;
        }
        for (sequence, places) in self.sequences.iter().zip(places) {
            for (word, places) in sequence.words.iter().zip(places) {
                let (wanted, is) = if sequence.verbatim {
                    (&word.exact, &token.word.exact)
                } else {
                    (&word.stem, &token.word.stem)
                };
                if **wanted == **is {
                    places.push((token.position, token.span));
                }
            }
        }
    }

    fn claim_sequences(&self, leaf: usize, places: &[SequencePlaces], claims: &mut Vec<Claim>) {
        for (sequence, places) in self.sequences.iter().zip(places) {
            for (span, whole) in sequence.spans(places) {
                let mark = TextMark {
                    span,
                    kind: sequence.kind,
                    leaf,
                    whole,
                };
                claims.push(Claim {
                    mark,
                    origin: Origin::Whole,
                });
            }
        }
    }
}

impl Sequence {
    /// A sequence in a row is marked as one, near words each for itself; with each mark goes the
    /// stretch of the whole sequence.
    fn spans(&self, places: &SequencePlaces) -> Vec<(TextSpan, TextSpan)> {
        let positions: Vec<Vec<u32>> = places
            .iter()
            .map(|word| word.iter().map(|(position, _)| *position).collect())
            .collect();
        let span_at = |word: usize, position: u32| {
            let found = places[word].binary_search_by_key(&position, |(position, _)| *position);
            found.ok().map(|place| places[word][place].1)
        };
        match self.distance {
            None => rows(&self.words, &positions)
                .filter_map(|first| {
                    let last = self.words.len() - 1;
                    let start = span_at(0, first)?;
                    let end = span_at(last, first + self.words[last].offset)?;
                    let row = TextSpan::new(start.start(), end.end());
                    Some((row, row))
                })
                .collect(),
            Some(distance) => groups(&positions, distance)
                .into_iter()
                .flat_map(|group| {
                    let words = group.into_iter().enumerate();
                    let spans = words.filter_map(|(word, position)| span_at(word, position));
                    with_extent(spans.collect())
                })
                .collect(),
        }
    }
}

/// Each of the spans with the stretch from the first to the last of them.
fn with_extent(spans: Vec<TextSpan>) -> Vec<(TextSpan, TextSpan)> {
    let first = spans.iter().map(|span| span.start()).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end()).max().unwrap_or(first);
    let extent = TextSpan::new(first, last);
    spans.into_iter().map(|span| (span, extent)).collect()
}

/// Lets the closest claim to a place prevail, the longer of two equally close ones.
fn settle(mut claims: Vec<Claim>, whole: &[bool]) -> Vec<TextMark> {
    claims.retain(|claim| claim.origin == Origin::Whole || !whole[claim.mark.leaf]);
    let mut marks: Vec<TextMark> = claims.into_iter().map(|claim| claim.mark).collect();
    marks.sort_by_key(|mark| {
        (
            mark.kind,
            usize::MAX - mark.span.len(),
            mark.span,
            mark.leaf,
        )
    });
    let mut settled: Vec<TextMark> = Vec::new();
    for mark in marks {
        let place = settled.partition_point(|other| other.span.start() < mark.span.start());
        let before = place
            .checked_sub(1)
            .is_none_or(|before| !settled[before].span.overlaps(mark.span));
        let behind = settled
            .get(place)
            .is_none_or(|behind| !behind.span.overlaps(mark.span));
        if before && behind && !mark.span.is_empty() {
            settled.insert(place, mark);
        }
    }
    settled
}
