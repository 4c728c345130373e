//! Numbers and dates between the same two words in claim and source: a sentence that is copied with another
//! value in it is no evidence for it, wherever else the article has that value.

use super::{Affinity, Contradiction, Difference, Placed, Status, Support, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::times;
use crate::claim::values::{self, agreement};
use crate::claim::word::Word;
use crate::span::TextSpan;

/// How surely a value that stands between the same words is meant.
const STRENGTH: f32 = 0.9;

/// Contradicts the numbers and dates that stand elsewhere in the article, where another value stands between
/// the words between which the claim has them.
pub(super) fn contradict(
    claim: &Claim,
    text: &Text,
    affinity: &Affinity<'_>,
    supports: &mut [Support],
) {
    for (item, support) in supports.iter_mut().enumerate() {
        let stated = !matches!(support.status, Status::Contradicted(_));
        let other = stated.then(|| other_value(claim, item, text, affinity));
        if let Some((sentence, span, kind)) = other.flatten() {
            support.status = Status::Contradicted(Contradiction {
                sentence,
                span,
                kind,
                strength: STRENGTH,
                closeness: 0.5,
            });
        }
    }
}

/// The value of a sentence that stands between the same words, where no such value is the claim's and no sentence
/// that has the claim's value speaks more of it.
fn other_value(
    claim: &Claim,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
) -> Option<(usize, TextSpan, Difference)> {
    let own = claim.words_of(&claim.items[item]);
    let mut other = None;
    let mut spoken: f32 = 0.0;
    for (sentence, placed) in text.sentences.iter().enumerate() {
        for value in values_between(claim, item, placed) {
            let (words, span, is_same, kind) = value;
            let source = &placed.sentence.words;
            if is_same {
                spoken = spoken.max(affinity.share(item, sentence));
            }
            if !stand_alike(&claim.sentence.words, own, source, words) {
                continue;
            }
            if is_same {
                return None;
            }
            other.get_or_insert((sentence, span, kind));
        }
    }
    other.filter(|(sentence, ..)| affinity.share(item, *sentence) >= spoken)
}

/// A value: its words, its bytes, whether it is the claim's, and in what it differs if not.
type Value = ((usize, usize), TextSpan, bool, Difference);

/// The values of a sentence that are of the kind of an item.
fn values_between(claim: &Claim, item: usize, placed: &Placed) -> Vec<Value> {
    match claim.items[item].kind {
        ItemKind::Quantity(number) => {
            let wanted = claim.quantity(number);
            let same_unit = placed.sentence.quantities.iter();
            same_unit
                .filter(|found| found.unit == wanted.unit)
                .map(|found| {
                    let is_same = agreement(wanted, found) != values::Agreement::Different;
                    (found.words, found.span, is_same, Difference::Number)
                })
                .collect()
        }
        ItemKind::Time(number) => {
            let wanted = claim.time(number);
            let times = placed.sentence.times.iter();
            times
                .map(|found| {
                    let is_same = wanted.agreement(found) != times::Agreement::Different;
                    (found.words, found.span, is_same, Difference::Date)
                })
                .collect()
        }
        ItemKind::Name(_) | ItemKind::Term(_) => Vec::new(),
    }
}

/// Whether the words before and behind two places are the same.
fn stand_alike(own: &[Word], at: (usize, usize), other: &[Word], place: (usize, usize)) -> bool {
    let word = |words: &[Word], at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map(|word| word.exact.clone())
    };
    // Between two words that say little any value may stand.
    let around = [at.0.checked_sub(1), Some(at.1)].into_iter().flatten();
    let mut around = around.filter_map(|at| own.get(at));
    if !around.any(Word::is_content) {
        return false;
    }
    let before = word(own, at.0.checked_sub(1));
    let behind = word(own, Some(at.1));
    let is_same =
        before == word(other, place.0.checked_sub(1)) && behind == word(other, Some(place.1));
    is_same && (before.is_some() || behind.is_some())
}
