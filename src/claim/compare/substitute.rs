//! Names of a claim against those of a source: who stands in the place of a name that is not there.

use super::direction::{self, Role};
use super::place;
use super::similar::{Likeness, called, full, likeness};
use super::{Affinity, Contradiction, Difference, Status, Text};
use crate::article::BlockKind;
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::{Name, Sentence};
use crate::claim::word::{Word, worth_in};
use crate::german::country;

/// A name is there when it is matched so well around the sentence.
const THERE: f32 = 0.5;
/// And so well in the article, where names have other roles.
const THERE_WIDE: f32 = 0.62;
/// How much two words before names must be alike to say the same of them.
const SAME_ROLE: f32 = 0.8;
/// How surely a name stands for another one of the same role, and behind the same preposition.
const BY_ROLE: f32 = 0.7;
const BY_PREPOSITION: f32 = 0.4;
/// How surely a place stands for another one behind another preposition of place: `aus`, `in`.
const BY_PLACE: f32 = 0.3;

/// So much of the claim must stand around another name for it to stand in the place of the claim's,
/// and by so much more than around that name itself, so many sentences away.
const USURPED: f32 = 0.5;
/// Less is enough where the claim's name is not there at all.
const USURPED_UNNAMED: f32 = 0.42;
const LOUDER: f32 = 1.6;
const NEIGHBOURS: usize = 2;
/// What it adds that two names stand behind the same word.
const STANDING: f32 = 0.5;
/// A word is the name itself when it is so much alike.
const ITSELF: f32 = 0.9;
/// The same as [`USURPED`], for a name that stands in the sentence, too.
const DISPLACED: f32 = 0.35;
/// How surely somebody stands for another one who does it, too.
const BY_AGENT: f32 = 0.3;

/// Names of so few bytes are signs and units.
const SHORTEST: usize = 2;
/// How surely somebody who shares a part of the name stands for another one.
const BY_NAMESAKE: f32 = 0.8;

/// What is said of a name of the claim, which is matched so well in the article and near the sentence.
pub(super) fn name(
    claim: &Claim,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
    (wide, near): (f32, f32),
) -> Status {
    let ItemKind::Name(number) = claim.items[item].kind else {
        return Status::Missing;
    };
    let source = &text.sentences[sentence].sentence;
    let own = claim.name(number);
    let is_here = super::similar::name(claim, number, source) >= THERE;
    if !is_here && let Some(other) = namesake(claim, own, text, source) {
        return another(source, sentence, other, BY_NAMESAKE);
    }
    if is_here {
        return match displaced(claim, own, item, text, affinity, sentence) {
            Some((strength, other)) => another(source, sentence, other, strength),
            None => Status::Supported,
        };
    }
    if is_title(&claim.sentence, own) {
        return match wide >= THERE_WIDE {
            true => Status::Supported,
            false => Status::Missing,
        };
    }
    let headline = text.sentences.iter().any(|placed| {
        placed.kind == BlockKind::Headline
            && super::similar::name(claim, number, &placed.sentence) >= THERE
    });
    if !headline
        && let Some((strength, other)) = usurper(claim, own, item, text, affinity, sentence)
    {
        return another(source, sentence, other, strength);
    }
    let rival = others_of_its_kind(claim, own, source)
        .map(|other| (standing(&claim.sentence, own, source, other), other))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(strength, _)| *strength > 0.0);
    if near >= THERE {
        let there = rival.filter(|(strength, _)| *strength >= BY_PREPOSITION);
        return match there.filter(|_| place::is_other_end(claim, own, item, text, affinity)) {
            Some((strength, other)) => another(source, sentence, other, strength),
            None => Status::Supported,
        };
    }
    match rival {
        Some((strength, other)) if wide < THERE_WIDE || strength >= BY_ROLE => {
            another(source, sentence, other, strength)
        }
        _ if wide >= THERE_WIDE => Status::Supported,
        _ => match place::beside(claim, own, text, affinity, sentence) {
            Some((near, other)) => {
                another(&text.sentences[near].sentence, near, other, BY_PREPOSITION)
            }
            None => Status::Missing,
        },
    }
}

/// That a sentence has another name in place of the claim's.
fn another(source: &Sentence, sentence: usize, other: &Name, strength: f32) -> Status {
    Status::Contradicted(Contradiction {
        sentence,
        span: span_of(source, other),
        kind: Difference::Name,
        strength,
        closeness: 0.5,
    })
}

/// Another name that stands where the claim has its own, while that one stands elsewhere in the sentence: `in
/// Brüssel verhaftet` of somebody `der in Portugal lebt`.
fn displaced<'a>(
    claim: &'a Claim,
    claimed: &'a Name,
    item: usize,
    text: &'a Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<(f32, &'a Name)> {
    let source = &text.sentences[sentence].sentence;
    let places = affinity
        .places(item, sentence, ITSELF)
        .map(|word| affinity.of(item, sentence, word));
    let own = places.fold(0.0, f32::max);
    let others = others_of_its_kind(claim, claimed, source);
    let (strength, other) = others
        .filter(|other| standing(&claim.sentence, claimed, source, other) > 0.0)
        .map(|other| (affinity.of(item, sentence, other.words.0), other))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    (own > 0.0 && strength >= DISPLACED && strength > LOUDER * own).then_some((strength, other))
}

/// The names of a sentence that may stand for one of the claim, and are none of the claim.
pub(super) fn others_of_its_kind<'a>(
    claim: &'a Claim,
    claimed: &'a Name,
    source: &'a Sentence,
) -> impl Iterator<Item = &'a Name> {
    source.names.iter().filter(move |other| {
        are_of_one_kind(&claim.sentence, claimed, source, other)
            && !is_claimed(claim, other, source)
    })
}

/// Another name of the sentence around which stands what stands around the claim's name, much more of it
/// than around any place where the article has that name itself.
fn usurper<'a>(
    claim: &'a Claim,
    claimed: &'a Name,
    item: usize,
    text: &'a Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<(f32, &'a Name)> {
    let source = &text.sentences[sentence].sentence;
    let others = others_of_its_kind(claim, claimed, source);
    let (strength, other) = others
        .map(|other| {
            let alike = standing(&claim.sentence, claimed, source, other);
            let around = affinity.of(item, sentence, other.words.0);
            (around + STANDING * alike, other)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let own = text.around(sentence, NEIGHBOURS).flat_map(|place| {
        let words = affinity.places(item, place, ITSELF);
        words.map(move |word| affinity.of(item, place, word))
    });
    let own = own.fold(0.0, f32::max);
    let enough = if own > 0.0 { USURPED } else { USURPED_UNNAMED };
    (strength >= enough && strength > LOUDER * own).then_some((strength, other))
}

/// Somebody else of the same family or given name, whom the claim does not name.
fn namesake<'a>(claim: &Claim, own: &Name, text: &Text, source: &'a Sentence) -> Option<&'a Name> {
    let words = full(own, &claim.sentence);
    source.names.iter().find(|other| {
        let others = full(other, source);
        let is_family = other.words.1 - other.words.0 == 1;
        likeness(words, others) == Likeness::Rival
            && !is_named(claim, others)
            && !(is_family && is_called(words, text))
    })
}

/// Whether an article calls somebody by this name, whatever fuller one it has: who is then only called by the
/// family name may be meant.
fn is_called(words: &[Word], text: &Text) -> bool {
    text.sentences.iter().any(|placed| {
        let mut names = placed.sentence.names.iter();
        names.any(|other| called(words, other, &placed.sentence) >= ITSELF)
    })
}

/// Whether the claim names the same with another of its names.
fn is_named(claim: &Claim, others: &[Word]) -> bool {
    claim.sentence.names.iter().any(|own| {
        let words = full(own, &claim.sentence);
        matches!(likeness(words, others), Likeness::Same(_))
    })
}

/// Whether a name of the source is one of the claim's.
pub(in crate::claim) fn is_claimed(claim: &Claim, other: &Name, source: &Sentence) -> bool {
    let aliased = claim.sentence.names.iter().any(|own| {
        let mut keys = own.keys.iter();
        keys.any(|offer| worth_in(&other.keys, offer.key) > THERE)
    });
    aliased || is_named(claim, full(other, source))
}

/// Whether a name only says what the one behind it is: `Siemens-Chef Klaus Kleinfeld`.
fn is_title(sentence: &Sentence, name: &Name) -> bool {
    let mut names = sentence.names.iter();
    names.any(|next| next.words.0 == name.words.1 && next.person && !name.person)
}

/// Whether one of two names may stand where the other one does: both are of persons or neither, both of
/// countries or neither, and neither is only a letter or two, or a type with a number.
pub(super) fn are_of_one_kind(
    claim: &Sentence,
    own: &Name,
    source: &Sentence,
    other: &Name,
) -> bool {
    let words =
        |sentence: &Sentence, name: &Name| sentence.words[name.words.0..name.words.1].to_vec();
    let (a, b) = (words(claim, own), words(source, other));
    let is_country = |words: &[Word]| {
        let mut words = words.iter();
        words.any(|word| country(&word.stem).is_some())
    };
    let has_number = |words: &[Word]| {
        let mut letters = words.iter().flat_map(|word| word.exact.chars());
        letters.any(|letter| letter.is_ascii_digit())
    };
    let length = |words: &[Word]| words.iter().map(|word| word.exact.len()).sum::<usize>();
    own.person == other.person
        && is_country(&a) == is_country(&b)
        && has_number(&a) == has_number(&b)
        && (length(&b) > SHORTEST || length(&a) <= SHORTEST)
}

/// How surely two names stand in the same place of their sentences: behind the same word, which says
/// what they are, or behind the same preposition.
fn standing(claim: &Sentence, own: &Name, source: &Sentence, other: &Name) -> f32 {
    if let (Some(a), Some(b)) = (role(claim, own), role(source, other))
        && super::similar::words(a, b) >= SAME_ROLE
    {
        return BY_ROLE;
    }
    match (place::direct(claim, own), place::direct(source, other)) {
        (Some(a), Some(b)) if a == b && own.person == other.person => BY_PREPOSITION,
        (Some(a), Some(b))
            if a <= place::PLACES && b <= place::PLACES && !own.person && !other.person =>
        {
            BY_PLACE
        }
        _ if own.person == other.person
            && direction::role(claim, own) == Some(Role::Agent)
            && direction::role(source, other) == Some(Role::Agent) =>
        {
            BY_AGENT
        }
        _ => 0.0,
    }
}

/// The noun that says what somebody is, directly before the name or before words that only lead to it:
/// `Ministerin Renate Künast`, `die Nachfolge von Thomas Enders`.
fn role<'a>(sentence: &'a Sentence, name: &Name) -> Option<&'a Word> {
    let clause = sentence.words[name.words.0].clause;
    let before = sentence.words[..name.words.0].iter().rev();
    let mut before = before.take_while(|word| word.clause == clause).take(4);
    let found = before.find(|word| word.is_content())?;
    (found.is_noun() && found.weight > 0.35).then_some(found)
}

fn span_of(sentence: &Sentence, name: &Name) -> crate::span::TextSpan {
    crate::span::TextSpan::new(
        sentence.words[name.words.0].span.start(),
        sentence.words[name.words.1 - 1].span.end(),
    )
}
