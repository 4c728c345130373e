//! `ohne Auflagen` against `unter Auflagen`, `für ein Verbot` against `gegen ein Verbot`: prepositions that say the
//! opposite of one another.

use super::{Affinity, Contradiction, Difference, Status, Support, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::word::Word;

/// A word is that of the claim when it is so much alike.
const ITSELF: f32 = 0.9;
/// How many sentences away it may be said, and how surely it is said of the same.
const NEARBY: usize = 3;
const STRENGTH: f32 = 0.6;
/// How many words may stand between the preposition and its noun: `ohne jede Auflage`.
const BETWEEN: usize = 2;

/// On which side of two opposites a noun stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    With,
    Without,
    For,
    Against,
    Before,
    After,
}

impl Side {
    /// The side that a noun with this preposition cannot be on.
    fn other(self) -> Self {
        match self {
            Side::With => Side::Without,
            Side::Without => Side::With,
            Side::For => Side::Against,
            Side::Against => Side::For,
            Side::Before => Side::After,
            Side::After => Side::Before,
        }
    }
}

/// Contradicts nouns that the sentence has only behind the opposite preposition; what stands behind none is there.
/// Where the sentence has no such noun, those around it tell.
pub(super) fn contradict(
    claim: &Claim,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    supports: &mut [Support],
) {
    for (item, support) in supports.iter_mut().enumerate() {
        let ItemKind::Term(word) = claim.items[item].kind else {
            continue;
        };
        if !claim.word(word).is_noun() {
            continue;
        }
        let own = side(&claim.sentence.words, word).unwrap_or(Side::With);
        let Some((place, found)) = standing(text, affinity, item, sentence, own.other()) else {
            continue;
        };
        support.status = Status::Contradicted(Contradiction {
            sentence: place,
            span: text.sentences[place].sentence.words[found].span,
            kind: Difference::Opposite,
            strength: STRENGTH,
            closeness: 0.5,
        });
    }
}

/// Where an item stands on this side, if it stands on no other one there.
fn standing(
    text: &Text,
    affinity: &Affinity<'_>,
    item: usize,
    sentence: usize,
    wanted: Side,
) -> Option<(usize, usize)> {
    let is_here = affinity.places(item, sentence, ITSELF).next().is_some();
    let reach = if is_here { 0 } else { NEARBY };
    let mut found = text.around(sentence, reach).flat_map(|near| {
        let places = affinity.places(item, near, ITSELF);
        places.map(move |word| (near, word))
    });
    let is_wanted = |(near, word): &(usize, usize)| {
        side(&text.sentences[*near].sentence.words, *word) == Some(wanted)
    };
    let first = found.next().filter(is_wanted)?;
    found.all(|place| is_wanted(&place)).then_some(first)
}

/// The side that the preposition before a noun puts it on; `None` where it has none of these.
fn side(words: &[Word], place: usize) -> Option<Side> {
    let before = words[..place].iter().rev();
    let mut near = before
        .take(BETWEEN + 1)
        .take_while(|word| !word.capital)
        .map(|word| &*word.exact);
    near.find_map(|exact| match exact {
        "mit" | "unter" => Some(Side::With),
        "ohne" => Some(Side::Without),
        "fuer" => Some(Side::For),
        "gegen" => Some(Side::Against),
        "vor" => Some(Side::Before),
        "nach" => Some(Side::After),
        _ => None,
    })
}
