//! Which words of a block speak for or against a claim.

use super::compare::{Affinity, Comparison, Grid, Status, Text};
use super::parts::{Claim, ItemKind};
use super::reading::Sentence;
use super::{times, values};
use crate::span::TextSpan;

/// A word so like one of the claim speaks for it.
const ALIKE: f32 = 0.6;

/// The words that are marked, in order and in bytes of the block: those of the sentence that match the
/// claim, its values that agree with it, and what the block has in place of a part of the claim.
pub(super) fn marks(claim: &Claim, text: &Text, comparison: &Comparison) -> Vec<TextSpan> {
    let sentence = &text.sentences[comparison.sentence].sentence;
    let here = matched(claim, text, comparison.sentence).into_iter();
    let here = here.chain(values_of(claim, sentence));
    let mut marks: Vec<TextSpan> = here
        .map(|span| span.shifted(sentence.span.start()))
        .collect();
    marks.extend(instead(text, comparison));
    marks.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    let mut end = 0;
    marks.retain(|span| {
        let is_new = span.start() >= end;
        end = end.max(span.end());
        is_new
    });
    marks
}

/// Words like those of the claim.
fn matched(claim: &Claim, text: &Text, sentence: usize) -> Vec<TextSpan> {
    let grid = Grid { rows: Vec::new() };
    let affinity = Affinity::new(claim, text, &grid);
    let matches = |word: usize| {
        (0..claim.items.len()).any(|item| affinity.alike(item, sentence, word) >= ALIKE)
    };
    let words = text.sentences[sentence].sentence.words.iter().enumerate();
    words
        .filter(|(number, _)| matches(*number))
        .map(|(_, word)| word.span)
        .collect()
}

/// Numbers and times of a sentence that agree with one of the claim.
fn values_of(claim: &Claim, sentence: &Sentence) -> Vec<TextSpan> {
    let mut agreeing = Vec::new();
    for item in &claim.items {
        match item.kind {
            ItemKind::Quantity(number) => {
                let own = claim.quantity(number);
                let said = sentence.quantities.iter().filter(|said| {
                    said.unit == own.unit
                        && !said.article
                        && values::agreement(own, said) != values::Agreement::Different
                });
                agreeing.extend(said.map(|said| said.span));
            }
            ItemKind::Time(number) => {
                let own = claim.time(number);
                let said = sentence.times.iter();
                let said = said.filter(|said| own.agreement(said) == times::Agreement::Same);
                agreeing.extend(said.map(|said| said.span));
            }
            ItemKind::Term(_) | ItemKind::Name(_) => {}
        }
    }
    agreeing
}

/// What is said less exactly or otherwise than in the claim, here or elsewhere in the block.
fn instead(text: &Text, comparison: &Comparison) -> Vec<TextSpan> {
    let own = &text.sentences[comparison.sentence];
    let said = comparison.supports.iter();
    let said = said.filter_map(|support| match &support.status {
        Status::Qualified(span, sentence) => Some((*span, *sentence)),
        Status::Contradicted(other) => Some((other.span, other.sentence)),
        Status::Supported | Status::Missing => None,
    });
    let placed = said.map(|(span, sentence)| (span, &text.sentences[sentence]));
    let in_block = placed.filter(|(_, said)| said.block == own.block);
    in_block
        .map(|(span, said)| span.shifted(said.sentence.span.start()))
        .collect()
}
