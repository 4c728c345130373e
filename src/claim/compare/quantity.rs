//! Numbers of a claim against those of a source: the same value of the same thing.

use super::similar;
use super::{Affinity, Contradiction, Difference, Status, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::values::{Agreement, Quantity, Unit, agreement};

/// How far around a sentence its numbers are looked for, and how much less they count there.
const REACH: [f32; 5] = [1.0, 0.85, 0.65, 0.5, 0.4];
/// How much a number counts that is the claim's and stands farther away.
const ELSEWHERE: f32 = 0.35;
/// What is counted must be so much alike to be the same thing.
const SAME_NOUN: f32 = 0.6;
/// The least that must speak for two numbers having one role.
const ROLE: f32 = 0.22;
/// The least that must speak for a number being meant where another one stands.
const RIVAL: f32 = 0.3;
/// How much it says that the same is counted or measured.
const NOUN: f32 = 0.65;
/// What the surroundings say where something else is measured: `hoch`, `lang`.
const OTHER_NOUN: f32 = 0.6;
/// What a number gains by being the claim's, by its digits: the more, the less likely a coincidence.
const EQUAL: [f32; 4] = [0.15, 0.15, 0.25, 0.35];
/// An article is a number only where the surroundings say so.
const ARTICLE: f32 = 0.5;

/// A number of a source that may stand for one of the claim.
struct Rival<'a> {
    sentence: usize,
    number: usize,
    quantity: &'a Quantity,
    role: f32,
    agreement: Agreement,
}

/// A number of a source that stands for one of the claim: its sentence, its place there, how surely.
pub(super) struct Stand {
    pub sentence: usize,
    pub number: usize,
    pub role: f32,
}

/// What is said of a number of the claim, and by which number of the source, none of those that are
/// `taken` by other numbers of the claim.
pub(super) fn status(
    claim: &Claim,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    taken: &[(usize, usize)],
) -> (Status, Option<Stand>) {
    let ItemKind::Quantity(number) = claim.items[item].kind else {
        return (Status::Missing, None);
    };
    let wanted = claim.quantity(number);
    let mut best: Option<Rival<'_>> = None;
    for (place, placed) in text.sentences.iter().enumerate() {
        let far = place.abs_diff(sentence);
        let near = REACH.get(far).copied().unwrap_or(ELSEWHERE);
        for (number, quantity) in placed.sentence.quantities.iter().enumerate() {
            if taken.contains(&(place, number)) {
                continue;
            }
            let Some(role) = role(claim, item, wanted, text, place, quantity, affinity) else {
                continue;
            };
            let agreement = agreement(wanted, quantity);
            if far >= REACH.len() && agreement == Agreement::Different {
                continue;
            }
            let bonus = if agreement == Agreement::Different {
                0.0
            } else {
                EQUAL[digits(wanted.amount).min(EQUAL.len() - 1)]
            };
            let rival = Rival {
                sentence: place,
                number,
                quantity,
                role: near * (role + bonus),
                agreement,
            };
            if best.as_ref().is_none_or(|best| rival.role > best.role) {
                best = Some(rival);
            }
        }
    }
    match best {
        Some(rival) => {
            let stand = Stand {
                sentence: rival.sentence,
                number: rival.number,
                role: rival.role,
            };
            (judged(&rival, sentence), Some(stand))
        }
        None => (Status::Missing, None),
    }
}

fn judged(rival: &Rival<'_>, sentence: usize) -> Status {
    let span = rival.quantity.span;
    match rival.agreement {
        _ if rival.role < ROLE => Status::Missing,
        Agreement::Same => Status::Supported,
        Agreement::Qualified => Status::Qualified(span, rival.sentence),
        Agreement::Different if rival.role < RIVAL || rival.sentence.abs_diff(sentence) > 2 => {
            Status::Missing
        }
        Agreement::Different => Status::Contradicted(Contradiction {
            sentence: rival.sentence,
            span,
            kind: Difference::Number,
            strength: rival.role.min(1.0),
            closeness: 0.5,
        }),
    }
}

/// How much speaks for two numbers being said of the same thing; `None` where they cannot be.
fn role(
    claim: &Claim,
    item: usize,
    wanted: &Quantity,
    text: &Text,
    sentence: usize,
    found: &Quantity,
    affinity: &Affinity<'_>,
) -> Option<f32> {
    if wanted.unit != found.unit || (found.article && wanted.unit != Unit::Count) {
        return None;
    }
    let source = &text.sentences[sentence].sentence;
    let noun = match (wanted.of, found.of) {
        (Some(own), Some(other)) => Some(similar::nouns(claim.word(own), &source.words[other])),
        _ => None,
    };
    let needs_noun = matches!(wanted.unit, Unit::Count | Unit::Ordinal);
    let around = affinity.of(item, sentence, found.words.0);
    match noun {
        Some(alike) if needs_noun && alike < SAME_NOUN => None,
        Some(alike) if found.article && (alike < 0.9 || around < ARTICLE) => None,
        Some(alike) if alike < SAME_NOUN => Some(OTHER_NOUN * around),
        Some(alike) => Some(NOUN * alike + around),
        None if found.article => None,
        None => Some(around),
    }
}

/// How many digits a number has without the zeros at its end.
fn digits(amount: f64) -> usize {
    let written = format!("{:.3}", amount.abs());
    let digits = written.replace('.', "");
    digits.trim_start_matches('0').trim_end_matches('0').len()
}
