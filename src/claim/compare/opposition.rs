//! Opposites: a word in whose place its opposite stands, or another one that excludes it.

use super::{Affinity, Contradiction, Difference, Status, Text, similar};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::thesaurus::{Opposed, Thesaurus};
use crate::claim::word::Word;
use crate::german::country;

/// A word is there when it is matched so well around the sentence.
const THERE: f32 = 0.5;
/// A word of the source is the claim's own when it is so much alike.
const ITSELF: f32 = 0.7;
/// So much of the rest of the claim must stand in the sentence of an opposite for it to be said of the
/// same.
const SPEAKS: f32 = 0.45;
/// By so much the surroundings of an excluding word must speak louder.
const LOUDER: f32 = 1.3;

/// What is said of a word of the claim.
pub(super) fn term(
    claim: &Claim,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    similar: f32,
) -> Status {
    let ItemKind::Term(word) = claim.items[item].kind else {
        return Status::Missing;
    };
    let contradiction = opposite(claim, item, word, text, affinity, sentence);
    match contradiction {
        Some(contradiction) => Status::Contradicted(contradiction),
        None if similar >= THERE => Status::Supported,
        None => Status::Missing,
    }
}

fn opposite(
    claim: &Claim,
    item: usize,
    word: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<Contradiction> {
    let source = &text.sentences[sentence].sentence;
    let thesaurus = Thesaurus::builtin();
    let own = claim.word(word);
    let sides: Vec<Opposed> = thesaurus.sides(&claim.sentence.words, word).collect();
    let shared = affinity.share(item, sentence);
    let mut itself: f32 = 0.0;
    let mut rival: Option<(f32, usize)> = None;
    for (place, other) in source.words.iter().enumerate() {
        let alike = similar::words(own, other);
        let is_across = |(pair, side): Opposed| {
            let mut own = sides.iter();
            own.any(|(other, across)| *other == pair && *across != side)
        };
        let opposed = (!sides.is_empty() && thesaurus.sides(&source.words, place).any(is_across))
            || (alike < ITSELF && claim.excludes(word, other))
            || (are_of_other_countries(own, other)
                && say_it_of_the_same(claim, word, &source.words, place));
        if opposed {
            let near = affinity.of(item, sentence, place);
            if shared >= SPEAKS && rival.is_none_or(|(best, _)| near > best) {
                rival = Some((near, place));
            }
        } else if alike >= ITSELF {
            itself = itself.max(affinity.of(item, sentence, place));
        }
    }
    let (near, place) = rival?;
    (near > LOUDER * itself).then(|| Contradiction {
        sentence,
        span: source.words[place].span,
        kind: Difference::Opposite,
        strength: shared.min(1.0),
        closeness: 0.5,
    })
}

/// Whether two adjectives or inhabitants are of two countries.
fn are_of_other_countries(own: &Word, other: &Word) -> bool {
    let of = |word: &Word| country(&word.stem).filter(|_| !word.name);
    matches!((of(own), of(other)), (Some(a), Some(b)) if a != b)
}

/// Whether the words behind two words are alike: `der Italiener Jean Arnault`, `der Franzose Jean
/// Arnault`.
fn say_it_of_the_same(claim: &Claim, word: usize, source: &[Word], place: usize) -> bool {
    let own = claim.sentence.words.get(word + 1);
    own.zip(source.get(place + 1))
        .is_some_and(|(own, other)| own.is_content() && similar::words(own, other) >= ITSELF)
}
