//! The second stage of the ranking: every constant with its argument, and the score of a passage.

use std::collections::HashSet;

use super::found::{Candidate, Evidence, Occurrence, Resolved};
use super::plan::{Field, Leaf, Plan, Reading};
use crate::evidence::{Explanation, MarkKind, Support, SupportKind, WordScore};

/// How many passages of the first stage the second orders at a time. Looking at so many costs a few
/// milliseconds, and a page of answers comes from far fewer.
pub const CANDIDATES: usize = 1000;

/// How soon more of the same word stops to matter (BM25). Passages are cut to one length and hold
/// few repetitions, so a low value, as is usual for short texts.
const SATURATION: f32 = 0.9;
/// How much a long passage is held against its words (BM25). Lower than the usual .75: passages
/// differ in length mostly where a heading ends them early. (.4 to .75 differ by .003 nDCG.)
const LENGTH: f32 = 0.6;
/// How much more than in BM25 a rare word counts beside a frequent one. Questions are long, and
/// what they ask about is in their one or two rarest words. (1 to 1.4 gains .005 nDCG on questions
/// and .002 on headlines, 1.6 loses on both.)
const RARITY_POWER: f32 = 1.4;
/// What a part of a compound counts beside the word itself: *Artilleriemunition* is about munition,
/// but not as much as *Munition*.
const PART: f32 = 0.7;
/// What the parts of a compound count that was asked for and is missing, when all are there.
/// (0 to 1 gains .003 nDCG on questions and .006 on headlines, 1.5 loses on both.)
const PIECES: f32 = 1.0;
/// What a word of the same root counts where the word itself is missing (*liefern* for
/// *Lieferung*). (0 to .6 gains .009 nDCG on questions and .002 on headlines; .5 to .8 are alike.)
const SAME_ROOT: f32 = 0.6;
/// What another word for the country that was asked for counts where its name is missing:
/// *nordkoreanisch* for *Nordkorea*. It makes no passage an answer, or *Russland* would find
/// whatever is Russian, and `-Russland` exclude it. (0 to .8 gains .003 nDCG on questions and on
/// headlines, 1 loses on headlines.)
const COUNTRY: f32 = 0.8;
/// What a similar word or the expansion of a wildcard counts.
const FUZZY: f32 = 0.6;
/// What the very form typed gains over other inflections. Small: it only breaks near ties.
const EXACT_GAIN: f32 = 0.05;
/// What a word in the title or heading over the passage counts when the passage lacks it.
const CONTEXT: f32 = 0.35;
/// Query words further apart than this are not near.
const NEAR: u32 = 12;
/// What a passage counts that is not of its article but of what the page says around it: nothing
/// that any other answer does not outweigh, and not nothing, so that it is still found.
const AROUND: f32 = 0.001;
/// What two neighbouring query words side by side add, as a share of the rarer one's rarity.
const NEAR_GAIN: f32 = 0.3;

/// The weight of a term in the flat union of the first stage.
pub fn boost(field: Field, kind: MarkKind) -> f32 {
    match (field, kind) {
        (Field::Parts, _) | (_, MarkKind::Part) => PART,
        (_, MarkKind::Fuzzy) => FUZZY,
        // Forms are counted again among the stems, so that they only lift the exact one a little.
        (Field::Exact, _) => EXACT_GAIN,
        (Field::Stem, _) => 1.0,
        (Field::Context, _) => CONTEXT,
    }
}

/// A candidate with its final score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Number of the candidate in the list that was ranked.
    pub candidate: usize,
    /// Its score.
    pub score: f32,
}

/// Scores the candidates of one query.
pub struct Scorer<'a> {
    words: Vec<QueryWord<'a>>,
    resolved: &'a Resolved,
}

impl<'a> Scorer<'a> {
    /// A scorer for what a plan found in a collection.
    pub fn new(plan: &'a Plan, resolved: &'a Resolved) -> Self {
        let words = plan.ranked.iter().map(|number| {
            let leaf = &plan.leaves[*number];
            QueryWord {
                text: &leaf.text,
                number: *number,
                rarity: leaf.weight * resolved.rarity(*number).powf(RARITY_POWER),
                pieces: pieces(leaf),
            }
        });
        Self {
            words: words.collect(),
            resolved,
        }
    }

    /// Scores candidates, best first, what stands around articles behind all others; ties by article, then
    /// by place in the article.
    pub fn rank(&self, candidates: &[Candidate]) -> Vec<Scored> {
        let mut scored: Vec<Scored> = candidates
            .iter()
            .enumerate()
            .map(|(place, candidate)| Scored {
                candidate: place,
                score: self.score(candidate),
            })
            .collect();
        let of = |scored: &Scored| &candidates[scored.candidate];
        let key = |scored: &Scored| (of(scored).article, of(scored).address);
        scored.sort_by(|a, b| {
            let by_place = of(a).is_around.cmp(&of(b).is_around);
            by_place
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| key(a).cmp(&key(b)))
        });
        scored
    }

    fn score(&self, candidate: &Candidate) -> f32 {
        let words: f32 = self
            .standings(candidate)
            .map(|(_, standing)| standing.score)
            .sum();
        let place = if candidate.is_around { AROUND } else { 1.0 };
        (words + proximity(&self.words, &candidate.evidence)) * self.coverage(candidate) * place
    }

    /// How a candidate came to its score.
    pub fn explain(&self, candidate: &Candidate) -> Explanation {
        let words = self.standings(candidate);
        Explanation {
            words: words
                .map(|(word, standing)| self.in_words(word, standing))
                .collect(),
            coverage: self.coverage(candidate),
            proximity: proximity(&self.words, &candidate.evidence),
        }
    }

    fn standings<'s>(
        &'s self,
        candidate: &'s Candidate,
    ) -> impl Iterator<Item = (&'s QueryWord<'a>, Standing)> {
        let mean = self.resolved.statistics.mean_length.max(1.0);
        let length = SATURATION * (1.0 - LENGTH + LENGTH * candidate.length as f32 / mean);
        let words = self.words.iter().zip(&candidate.evidence);
        words.map(move |(word, evidence)| (word, self.standing(word, evidence, length)))
    }

    fn standing(&self, word: &QueryWord<'_>, evidence: &Evidence, length: f32) -> Standing {
        let best = evidence
            .occurrences
            .iter()
            .min_by_key(|found| found.kind)
            .copied();
        let Some(found) = best else {
            let support = support(word, self.resolved, evidence);
            let share = support.map_or(0.0, |support| support.share);
            return Standing {
                best,
                support,
                score: word.rarity * share / (1.0 + length),
            };
        };
        let weight = weighted_frequency(evidence);
        let gain = if found.kind == MarkKind::Exact {
            EXACT_GAIN
        } else {
            0.0
        };
        let score = word.rarity * weight / (weight + length) * (1.0 + gain);
        Standing {
            best,
            support: None,
            score,
        }
    }

    fn in_words(&self, word: &QueryWord<'_>, standing: Standing) -> WordScore {
        let terms = &self.resolved.leaves[word.number].terms;
        let term = |found: Occurrence| match found.term {
            Some(term) => terms[term as usize].term.clone(),
            None => word.text.to_owned(),
        };
        WordScore {
            word: word.text.to_owned(),
            term: standing.best.map(term),
            kind: standing.best.map(|found| found.kind),
            frequency: standing.best.map_or(0, |found| found.frequency),
            rarity: word.rarity,
            score: standing.score,
            support: standing.support,
        }
    }

    /// The factor for the share of the query's rarity that the passage, or what makes up for it,
    /// holds: from 1 to 2.
    fn coverage(&self, candidate: &Candidate) -> f32 {
        let all: f32 = self.words.iter().map(|word| word.rarity).sum();
        let words = self.words.iter().zip(&candidate.evidence);
        let held = words.map(|(word, evidence)| {
            if !evidence.occurrences.is_empty() {
                return word.rarity;
            }
            let support = support(word, self.resolved, evidence);
            word.rarity * support.map_or(0.0, |support| support.share)
        });
        1.0 + if all > 0.0 {
            held.sum::<f32>() / all
        } else {
            0.0
        }
    }
}

/// What a passage has of one word.
#[derive(Clone, Copy)]
struct Standing {
    /// The closest match.
    best: Option<Occurrence>,
    /// What makes up for the word where it is missing.
    support: Option<Support>,
    score: f32,
}

struct QueryWord<'a> {
    text: &'a str,
    number: usize,
    rarity: f32,
    /// How many parts it has as a compound.
    pieces: usize,
}

fn pieces(leaf: &Leaf) -> usize {
    let of_reading = |reading: &Reading| match reading {
        Reading::Pieces(parts) => parts.len(),
        _ => 0,
    };
    leaf.readings.iter().map(of_reading).max().unwrap_or(0)
}

/// What makes up most for a word that the passage lacks: its parts, a word of its root, another
/// word for the country, or title and heading.
fn support(word: &QueryWord<'_>, resolved: &Resolved, evidence: &Evidence) -> Option<Support> {
    let terms = &resolved.leaves[word.number].terms;
    let supports = || {
        evidence
            .supports
            .iter()
            .map(|number| &terms[*number as usize])
    };
    let held: HashSet<&str> = supports()
        .filter(|support| support.kind == MarkKind::Part)
        .map(|support| support.term.as_str())
        .collect();
    let pieces = PIECES * held.len() as f32 / word.pieces.max(1) as f32;
    let by = |kind: MarkKind| supports().any(|support| support.kind == kind);
    let shares = [
        (pieces, SupportKind::Parts),
        (
            if by(MarkKind::Fuzzy) { SAME_ROOT } else { 0.0 },
            SupportKind::Root,
        ),
        (
            if by(MarkKind::Variant) { COUNTRY } else { 0.0 },
            SupportKind::Country,
        ),
        (
            if evidence.in_context { CONTEXT } else { 0.0 },
            SupportKind::Heading,
        ),
    ];
    let best = shares.into_iter().max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(share, _)| *share > 0.0)
        .map(|(share, kind)| Support { share, kind })
}

/// Occurrences of a word, those less close to it counting less. Forms are counted again among the
/// stems, so the larger of the two counts.
fn weighted_frequency(evidence: &Evidence) -> f32 {
    let sum = |kinds: &[MarkKind]| -> u32 {
        let occurrences = evidence.occurrences.iter();
        occurrences
            .filter(|found| kinds.contains(&found.kind))
            .map(|found| found.frequency)
            .sum()
    };
    let whole = sum(&[MarkKind::Exact]).max(sum(&[MarkKind::Stem]));
    let whole = (whole + sum(&[MarkKind::Variant])) as f32;
    whole + PART * sum(&[MarkKind::Part]) as f32 + FUZZY * sum(&[MarkKind::Fuzzy]) as f32
}

/// Neighbouring words of the query that stand near each other in the passage.
fn proximity(words: &[QueryWord<'_>], evidence: &[Evidence]) -> f32 {
    let pairs = words.windows(2).zip(evidence.windows(2));
    // Without a pair the sum is -0, which nobody wants to read.
    let near: f32 = pairs
        .map(|(words, evidence)| {
            let Some(gap) = smallest_gap(&evidence[0].positions, &evidence[1].positions) else {
                return 0.0;
            };
            let nearness = 1.0 - (gap.max(1) - 1) as f32 / NEAR as f32;
            NEAR_GAIN * words[0].rarity.min(words[1].rarity) * nearness.max(0.0)
        })
        .sum();
    near.max(0.0)
}

/// The smallest distance between a position of one list and one of the other, both ascending.
fn smallest_gap(a: &[u32], b: &[u32]) -> Option<u32> {
    let (mut i, mut j) = (0, 0);
    let mut best = None;
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        let gap = left.abs_diff(*right);
        best = Some(best.map_or(gap, |best: u32| best.min(gap)));
        if left < right { i += 1 } else { j += 1 }
    }
    best
}
