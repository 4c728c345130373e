//! What one denies and the other states.

use super::{Affinity, Contradiction, Difference, Grid, Status, Support, Text, similar};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::Sentence;
use crate::claim::word::Word;
use crate::span::TextSpan;

/// Words so much alike are denied and stated of the same.
const SAME: f32 = 0.6;
/// Two verbs so much alike say the same.
const SAME_VERB: f32 = 0.7;
/// The share of the claim that must stand in the clause of a denial, and where that has a verb of the claim.
const SPOKEN: f32 = 0.4;
const SPOKEN_WITH_VERB: f32 = 0.25;
/// The share of the claim that a sentence must state to contradict its denial.
const STATED: f32 = 0.72;
/// Words that deny without a `nicht`, by their stems.
const DENYING: [&str; 31] = [
    "verpass",
    "verfehl",
    "versaeum",
    "verbot",
    "verboten",
    "untersagt",
    "unzulaessig",
    "tabu",
    "gescheitert",
    "abgesagt",
    "abgelehnt",
    "verzicht",
    "weiger",
    "verweiger",
    "ablehn",
    "zurueckweis",
    "verhinder",
    "scheiter",
    "bestreit",
    "dementier",
    "fehl",
    "mangel",
    "untersag",
    "verbiet",
    "absag",
    "unmoeglich",
    "ausschliess",
    "vermeid",
    "unterlass",
    "ohn",
    "ohne",
];
/// Words that say the same of a source as a denial: what was the first had never been before.
const SINGLING: [&str; 10] = [
    "erst",
    "erstmal",
    "einzig",
    "kaum",
    "wenig",
    "selt",
    "zuletzt",
    "bedeckt",
    "zurueckhalt",
    "einstell",
];

/// How many sentences away something may be denied that the sentence does not state itself, and how many
/// words of it at least.
const NEARBY: usize = 4;
const FEWEST_DENIED: usize = 2;
/// How surely a denial speaks of what the claim does.
const STRENGTH: f32 = 0.6;

/// Whether the sentence denies what the claim states, or the other way round.
///
/// An opposite that is denied is what the claim says: its contradiction is taken back.
pub(super) fn denied(
    claim: &Claim,
    text: &Text,
    grid: &Grid,
    sentence: usize,
    supports: &mut [Support],
) -> Option<Contradiction> {
    let affinity = Affinity::new(claim, text, grid);
    let claims = claim.sentence.negations.first().copied();
    let source = &text.sentences[sentence].sentence;
    let here = denial_of(claim, text, &affinity, sentence);
    let nearby = || denial_nearby(claim, text, &affinity, sentence, supports);
    let says = here.map(|word| (sentence, word));
    let says = says.or_else(|| if claims.is_none() { nearby() } else { None });
    match (claims, says) {
        (None, None) => return None,
        (Some(_), Some(_)) => return None,
        (Some(at), None) if is_denied_nearby(claim, at, text, &affinity, sentence) => return None,
        (Some(_), None) if holds(source, &DENYING) || holds(source, &SINGLING) => return None,
        (None, Some(_)) if holds(&claim.sentence, &DENYING) => return None,
        _ => {}
    }
    if take_back(supports) {
        return None;
    }
    let stated = share(claim, supports);
    let affirmed = claims.and_then(|at| affirmed(claim, at, text, &affinity, sentence));
    if claims.is_some() && stated < STATED && affirmed.is_none() {
        return None;
    }
    let (place, span) = match says.or(affirmed) {
        Some((place, word)) => (place, text.sentences[place].sentence.words[word].span),
        None => (sentence, TextSpan::new(0, source.span.len())),
    };
    Some(Contradiction {
        sentence: place,
        span,
        kind: Difference::Opposite,
        strength: STRENGTH,
        closeness: 0.5,
    })
}

/// Whether a sentence holds one of these words.
fn holds(sentence: &Sentence, stems: &[&str]) -> bool {
    let mut words = sentence.words.iter();
    words.any(|word| stems.contains(&&*word.stem))
}

/// A denial in the sentence, in a clause that speaks of the claim.
fn denial_of(
    claim: &Claim,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<usize> {
    let source = &text.sentences[sentence].sentence;
    let all: f32 = claim.items.iter().map(|item| item.weight).sum();
    source.negations.iter().copied().find(|place| {
        let spoken: f32 = (0..claim.items.len())
            .filter(|item| in_clause(*item, source, *place, affinity, sentence))
            .map(|item| claim.items[item].weight)
            .sum();
        spoken >= SPOKEN * all
            || (spoken >= SPOKEN_WITH_VERB * all && denies_verb(claim, source, *place))
    })
}

/// Whether the words around a denial, as far as its clause is not interrupted, have a verb of the claim.
fn denies_verb(claim: &Claim, source: &Sentence, place: usize) -> bool {
    let clause = source.words[place].clause;
    let within = |word: &&Word| word.clause == clause;
    let (before, behind) = source.words.split_at(place);
    let said = || {
        let before = before.iter().rev().take_while(within);
        let around = before.chain(behind.iter().take_while(within));
        around.filter(|word| !word.capital && word.is_content())
    };
    claim.verbs().any(|verb| {
        let verb = claim.word(claim.items[verb].at);
        said().any(|word| similar::words(verb, word) >= SAME_VERB)
    })
}

/// A denial in a sentence nearby of what the sentence itself does not state: `Er sagte keine Waffen zu`
/// behind a sentence that tells of the visit.
fn denial_nearby(
    claim: &Claim,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    supports: &[Support],
) -> Option<(usize, usize)> {
    let terms = || {
        (0..claim.items.len()).filter(|item| matches!(claim.items[*item].kind, ItemKind::Term(_)))
    };
    let all: f32 = terms().map(|item| claim.items[item].weight).sum();
    text.around(sentence, NEARBY)
        .filter(|near| *near != sentence)
        .find_map(|near| {
            let source = &text.sentences[near].sentence;
            let denied = source.negations.iter().copied().find(|place| {
                let here = terms().filter(|item| in_clause(*item, source, *place, affinity, near));
                let only_here = here.filter(|item| supports[*item].local < SAME);
                let weights: Vec<f32> = only_here.map(|item| claim.items[item].weight).collect();
                weights.len() >= FEWEST_DENIED && weights.iter().sum::<f32>() >= SPOKEN * all
            });
            denied.map(|place| (near, place))
        })
}

fn in_clause(
    item: usize,
    source: &Sentence,
    place: usize,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> bool {
    let clause = source.words[place].clause;
    affinity
        .places(item, sentence, SAME)
        .any(|word| source.words[word].clause == clause)
}

/// Whether a sentence here or beside denies the very word that the claim denies: `keine Belege`.
fn is_denied_nearby(
    claim: &Claim,
    at: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> bool {
    let clause = claim.word(at).clause;
    let focus: Vec<usize> = (0..claim.items.len())
        .filter(|item| {
            let item = &claim.items[*item];
            matches!(item.kind, ItemKind::Term(_)) && claim.word(item.at).clause == clause
        })
        .collect();
    text.around(sentence, 1).any(|near| {
        let source = &text.sentences[near].sentence;
        source.negations.iter().any(|place| {
            focus
                .iter()
                .any(|item| in_clause(*item, source, *place, affinity, near))
        })
    })
}

/// The word, in a sentence here or nearby, that states what the claim denies: `hatte die Parade genehmigt`.
fn affirmed(
    claim: &Claim,
    at: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<(usize, usize)> {
    let clause = claim.word(at).clause;
    let verbs = claim
        .verbs()
        .filter(|item| claim.word(claim.items[*item].at).clause == clause);
    let denied = verbs.min_by_key(|item| claim.items[*item].at.abs_diff(at))?;
    text.around(sentence, NEARBY).find_map(|near| {
        let source = &text.sentences[near].sentence;
        if !source.negations.is_empty() || affinity.share(denied, near) < SPOKEN {
            return None;
        }
        let mut said = affinity.places(denied, near, SAME_VERB);
        let verb = said.find(|word| !source.words[*word].capital);
        verb.map(|verb| (near, verb))
    })
}

/// Makes an opposite that is denied what it means; whether there was one.
fn take_back(supports: &mut [Support]) -> bool {
    let opposed = supports.iter_mut().find(|support| {
        matches!(&support.status, Status::Contradicted(found) if found.kind == Difference::Opposite)
    });
    match opposed {
        Some(support) => {
            support.status = Status::Supported;
            true
        }
        None => false,
    }
}

fn share(claim: &Claim, supports: &[Support]) -> f32 {
    let all: f32 = claim.items.iter().map(|item| item.weight).sum();
    let pairs = claim.items.iter().zip(supports);
    let stated: f32 = pairs
        .map(|(item, support)| item.weight * support.local)
        .sum();
    stated / all.max(f32::EPSILON)
}
