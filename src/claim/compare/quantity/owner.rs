//! Whose a number is: of `SPD 45,6 Prozent, CDU 32,8 Prozent` each has its own.

use super::Rival;
use crate::claim::compare::{Affinity, Text, is_claimed};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::values::{Agreement, Unit, agreement};

/// A word is the name of the claim when it is so much alike.
const ITSELF: f32 = 0.9;
/// A clause between two words keeps them as far apart as so many words.
const CLAUSE: usize = 6;

/// The number that the source gives whom the claim tells of, where the one that was found is somebody else's.
pub(super) fn corrected<'a>(
    claim: &Claim,
    item: usize,
    text: &'a Text,
    affinity: &Affinity<'_>,
    rival: Rival<'a>,
) -> Rival<'a> {
    let ItemKind::Quantity(number) = claim.items[item].kind else {
        return rival;
    };
    let wanted = claim.quantity(number);
    let is_place = matches!(wanted.unit, Unit::Ordinal | Unit::Score);
    if is_place || rival.agreement == Agreement::Different {
        return rival;
    }
    let source = &text.sentences[rival.sentence].sentence;
    let Some((owner, person)) = owner(claim, affinity, rival.sentence) else {
        return rival;
    };
    let apart = |a: usize, b: usize| {
        let clauses = usize::from(source.words[a].clause != source.words[b].clause);
        a.abs_diff(b) + CLAUSE * clauses
    };
    let own = apart(owner, rival.quantity.words.0);
    let mut strangers = source
        .names
        .iter()
        .filter(|other| other.person == person && !is_claimed(claim, other, source));
    if !strangers.any(|other| apart(other.words.0, rival.quantity.words.0) < own) {
        return rival;
    }
    let others = source.quantities.iter().enumerate();
    let nearest = others
        .filter(|(_, other)| other.unit == wanted.unit && !other.article)
        .filter(|(_, other)| agreement(wanted, other) == Agreement::Different)
        .filter(|(_, other)| apart(owner, other.words.0) < own)
        .min_by_key(|(_, other)| apart(owner, other.words.0));
    match nearest {
        Some((number, quantity)) => Rival {
            number,
            quantity,
            agreement: Agreement::Different,
            ..rival
        },
        None => rival,
    }
}

/// Where a sentence has the first name of the claim that is no place, and whether it is a person's.
fn owner(claim: &Claim, affinity: &Affinity<'_>, sentence: usize) -> Option<(usize, bool)> {
    let (item, name) =
        claim
            .items
            .iter()
            .enumerate()
            .find_map(|(item, named)| match named.kind {
                ItemKind::Name(name) if !claim.is_place(name) => Some((item, name)),
                _ => None,
            })?;
    let place = affinity.places(item, sentence, ITSELF).next()?;
    Some((place, claim.name(name).person))
}
