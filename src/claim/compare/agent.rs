//! Who does what is told: the words of a claim that stand with somebody else tell of that one.

use super::direction::{self, Role};
use super::substitute::are_of_one_kind;
use super::{Affinity, Contradiction, Difference, Status, Support, Text, is_claimed};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::{Name, Sentence};
use crate::claim::word::Word;
use crate::span::TextSpan;

/// A word of the source is the claim's when it is so much alike, and a name when it is so much.
const ALIKE: f32 = 0.55;
const ITSELF: f32 = 0.9;
/// A clause between two words keeps them as far apart as so many words.
const CLAUSE: usize = 6;
/// So far away is a name that another sentence has.
const ELSEWHERE: usize = 14;
/// A stranger stands nearer when they do so by more words than these.
const NEARER: usize = 2;
/// So much of the claim's words must stand with a stranger who does it.
const USURPED: f32 = 0.6;
/// How surely the claim's name is not meant then.
const STRENGTH: f32 = 0.6;
/// Words that stand for somebody named before.
const PRONOUNS: [&str; 8] = [
    "er", "sie", "ihm", "ihn", "ihr", "dieser", "diese", "dessen",
];

/// The share, from 0 to 1, of a claim's words in a sentence that stand nearer to a name it does not have
/// than to that of whom it tells. Where most of them do and that one is their agent, the name is contradicted.
pub(super) fn usurped(
    claim: &Claim,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    supports: &mut [Support],
) -> f32 {
    let Some((item, own)) = subject(claim) else {
        return 0.0;
    };
    let source = &text.sentences[sentence].sentence;
    let places = places_of(item, text, affinity, sentence);
    let strangers: Vec<&Name> = source
        .names
        .iter()
        .filter(|other| are_of_one_kind(&claim.sentence, own, source, other))
        .filter(|other| !is_claimed(claim, other, source))
        .filter(|other| !is_placed(source, other))
        .collect();
    let (mut taken, mut all) = (0.0, f32::EPSILON);
    let mut by = vec![0.0; strangers.len()];
    for (number, term) in claim.items.iter().enumerate() {
        if !matches!(term.kind, ItemKind::Term(_)) {
            continue;
        }
        let Some(place) = place_of(number, source, affinity, sentence) else {
            continue;
        };
        all += term.weight;
        let apart = |at: usize| apart(&source.words, place, at);
        let own = places.iter().map(|at| apart(*at)).min();
        let nearest = (0..strangers.len()).min_by_key(|at| apart(strangers[*at].words.0));
        let Some(nearest) = nearest else {
            continue;
        };
        if apart(strangers[nearest].words.0) + NEARER < own.unwrap_or(ELSEWHERE) {
            taken += term.weight;
            by[nearest] += term.weight;
        }
    }
    let most = (0..by.len()).max_by(|a, b| by[*a].total_cmp(&by[*b]));
    let does_it = |at: &usize| {
        let clause = source.words[strangers[*at].words.0].clause;
        let beside = places.iter().any(|own| source.words[*own].clause == clause);
        let role = direction::role(source, strangers[*at]);
        by[*at] >= USURPED * all && !beside && role == Some(Role::Agent)
    };
    let stranger = most.filter(does_it).map(|at| strangers[at]);
    let is_stated = matches!(supports[item].status, Status::Supported);
    if let Some(stranger) = stranger.filter(|_| is_stated) {
        let words = &source.words[stranger.words.0..stranger.words.1];
        supports[item].status = Status::Contradicted(Contradiction {
            sentence,
            span: TextSpan::new(words[0].span.start(), words[words.len() - 1].span.end()),
            kind: Difference::Name,
            strength: STRENGTH,
            closeness: 0.5,
        });
    }
    taken / all
}

/// The first name of a claim that does something in it.
fn subject(claim: &Claim) -> Option<(usize, &Name)> {
    claim
        .named()
        .find(|(_, name)| direction::role(&claim.sentence, name) == Some(Role::Agent))
}

/// Where a sentence has a name, or a pronoun for it where the sentence before has it.
fn places_of(item: usize, text: &Text, affinity: &Affinity<'_>, sentence: usize) -> Vec<usize> {
    let named = |sentence: usize| affinity.places(item, sentence, ITSELF);
    let mut places: Vec<usize> = named(sentence).collect();
    let before = sentence.checked_sub(1).map(|before| named(before).count());
    if before.is_some_and(|count| count > 0) {
        let words = &text.sentences[sentence].sentence.words;
        places.extend((0..words.len()).filter(|at| PRONOUNS.contains(&&*words[*at].exact)));
    }
    places
}

/// Where a sentence has a word of the claim best.
fn place_of(
    item: usize,
    source: &Sentence,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<usize> {
    let alike = (0..source.words.len()).map(|at| (at, affinity.alike(item, sentence, at)));
    let best = alike.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (best.1 >= ALIKE).then_some(best.0)
}

fn apart(words: &[Word], a: usize, b: usize) -> usize {
    let clauses = usize::from(words[a].clause != words[b].clause);
    a.abs_diff(b) + CLAUSE * clauses
}

/// Whether a name stands behind a preposition of place.
fn is_placed(sentence: &Sentence, name: &Name) -> bool {
    let before = name.words.0.checked_sub(1).map(|at| &sentence.words[at]);
    before.is_some_and(|word| {
        matches!(
            &*word.exact,
            "in" | "im" | "nach" | "aus" | "bei" | "nahe" | "am" | "an"
        )
    })
}
