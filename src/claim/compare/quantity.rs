//! Numbers of a claim against those of a source: the same value of the same thing.

mod foreign;
mod member;
mod owner;

use super::similar;
use super::{Affinity, Contradiction, Difference, Status, Text};
use crate::article::BlockKind;
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::Sentence;
use crate::claim::values::{Agreement, Quantity, Unit, agreement};
use crate::claim::word::Word;

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
/// A number of so many digits that stands in such surroundings is the claim's, whatever the noun is called.
/// So has one that is so large.
const RARE: usize = 2;
const LARGE: f64 = 100.0;
const AROUND: f32 = 0.3;
/// An article is a number only where the surroundings say so.
const ARTICLE: f32 = 0.5;

/// A number of a source that may stand for one of the claim.
#[derive(Clone)]
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
        let far = distance(text, place, sentence);
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
            let found = member::Found {
                claim,
                item,
                text,
                affinity,
                taken,
            };
            let stood = (rival.sentence, rival.number);
            let owned = owner::corrected(claim, item, text, affinity, rival);
            let rival = match stood == (owned.sentence, owned.number) {
                true => found.own(found.corrected(owned)),
                false => owned,
            };
            let stand = Stand {
                sentence: rival.sentence,
                number: rival.number,
                role: rival.role,
            };
            let far = distance(text, rival.sentence, sentence);
            let is_meant = far == 0 && is_only_one(item, affinity, text, &rival);
            (judged(&rival, far, is_meant), Some(stand))
        }
        None => (Status::Missing, None),
    }
}

/// How many sentences apart two are; the headline is beside all.
fn distance(text: &Text, place: usize, sentence: usize) -> usize {
    let far = place.abs_diff(sentence);
    match text.sentences[place].kind {
        BlockKind::Headline => far.min(1),
        _ => far,
    }
}

/// So much of the claim must stand in a sentence for its only number of a unit to be meant.
const SPEAKS: f32 = 0.55;

/// Whether a number is the only one of its unit in a sentence that says most of what the claim does.
fn is_only_one(item: usize, affinity: &Affinity<'_>, text: &Text, rival: &Rival<'_>) -> bool {
    let unit = rival.quantity.unit;
    let numbers = text.sentences[rival.sentence].sentence.quantities.iter();
    let is_counted = matches!(unit, Unit::Count | Unit::Score) || unit.is_place();
    !is_counted
        && numbers.filter(|other| other.unit == unit).count() == 1
        && affinity.share(item, rival.sentence) >= SPEAKS
}

/// What a number that is so many sentences away says; one that is surely meant stands in the claim's place however
/// far from its words it stands.
fn judged(rival: &Rival<'_>, far: usize, is_meant: bool) -> Status {
    let span = rival.quantity.span;
    match rival.agreement {
        Agreement::Different if !is_meant && (rival.role < RIVAL || far > 2) => Status::Missing,
        Agreement::Same | Agreement::Qualified if rival.role < ROLE => Status::Missing,
        Agreement::Same => Status::Supported,
        Agreement::Qualified => Status::Qualified(span, rival.sentence),
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
    // How old somebody is says nothing of how long something lasts.
    if wanted.age != found.age && agreement(wanted, found) == Agreement::Different {
        return None;
    }
    let source = &text.sentences[sentence].sentence;
    if wanted.unit == Unit::Time && is_of_somebody_else(claim, wanted, &source.words, found) {
        return None;
    }
    // `Sechste` says nothing of what was the second one.
    let is_bare = wanted.unit == Unit::Ordinal && wanted.of.is_none();
    if is_bare && agreement(wanted, found) == Agreement::Different {
        return None;
    }
    let noun = match (wanted.of, found.of.or_else(|| gapped(found, source))) {
        (Some(own), Some(other)) => Some(counted(claim, own, &source.words, other)),
        _ => None,
    };
    let needs_noun = matches!(wanted.unit, Unit::Count | Unit::Ordinal);
    let around = affinity.of(item, sentence, found.words.0)
        + introduced(&claim.sentence.words, wanted, &source.words, found);
    match noun {
        Some(alike) if needs_noun && alike < SAME_NOUN => {
            let is_same = agreement(wanted, found) != Agreement::Different && !found.article;
            let is_known = wanted.of.is_none_or(|own| is_counted(claim, own, source));
            let is_rare = digits(wanted.amount) >= RARE || wanted.amount >= LARGE;
            let is_rare = is_rare && around >= AROUND;
            (is_same && is_rare && !is_known).then_some(OTHER_NOUN * around)
        }
        Some(alike) if found.article && (alike < 0.9 || around < ARTICLE) => None,
        Some(alike) if alike < SAME_NOUN => Some(OTHER_NOUN * around),
        Some(alike) => Some(NOUN * alike + around),
        None if found.article => None,
        None => Some(around),
    }
}

/// Whether an age is that of somebody whom the claim excludes, or who is another kind of the same: `61-jähriger
/// Motorradfahrer`, `61 Jahre alter Autofahrer`.
fn is_of_somebody_else(claim: &Claim, wanted: &Quantity, other: &[Word], found: &Quantity) -> bool {
    let aged = |words: &[Word], quantity: &Quantity| {
        let behind = words.iter().enumerate().skip(quantity.words.1).take(2);
        let mut nouns = behind.filter(|(_, word)| word.is_noun());
        let subject = || (0..quantity.words.0).find(|place| words[*place].is_noun());
        let first = nouns.next().map(|(place, _)| place).or_else(subject)?;
        (first..words.len()).find(|place| !words[*place].hyphened)
    };
    let pair = aged(&claim.sentence.words, wanted).zip(aged(other, found));
    pair.is_some_and(|(own, place)| {
        let is_other_kind = || {
            let alike = similar::nouns(claim.word(own), &other[place]);
            alike >= SAME_NOUN && counted(claim, own, other, place) <= OTHER_KIND
        };
        claim.excludes(own, &other[place]) || is_other_kind()
    })
}

/// What is measured by a number that leaves it out, as one before it has said it or one behind it does: `35 Prozent
/// der Stimmen in Asien, in Europa 40 Prozent`, `Asien mit sieben und Europa mit acht Stimmen`.
fn gapped(found: &Quantity, source: &Sentence) -> Option<usize> {
    if let Some(next) = sharing(found, source) {
        return next.of;
    }
    let before = source.quantities.iter().rev();
    let mut before = before.filter(|other| other.words.1 <= found.words.0);
    let measured = before
        .find(|other| other.unit == found.unit && !other.article)?
        .of;
    let is_part = found.unit == Unit::Count && is_part(found, source);
    measured.filter(|_| is_part || !matches!(found.unit, Unit::Count | Unit::Ordinal | Unit::Score))
}

/// Whether a number is of a part of what was counted before: `31 Verletzte, 18 davon schwer`, and both numbers of
/// `darunter acht Kinder und zwei Lehrer`.
fn is_part(found: &Quantity, source: &Sentence) -> bool {
    let exact = |at: Option<usize>| {
        at.and_then(|at| source.words.get(at))
            .map(|word| &*word.exact)
    };
    let before = exact(found.words.0.checked_sub(1));
    let behind = exact(Some(found.words.1));
    behind == Some("davon")
        || matches!(before, Some("davon" | "darunter"))
        || listed_before(found, source).is_some_and(|other| is_part(other, source))
}

/// The number in the next member of a list that says what this one counts, too.
fn sharing<'a>(found: &Quantity, source: &'a Sentence) -> Option<&'a Quantity> {
    let behind = &source.words[found.words.1..];
    let joined = behind
        .first()
        .is_some_and(|word| matches!(&*word.exact, "und" | "oder"));
    let mut next = source.quantities.iter();
    let next = next.find(|other| other.words.0 >= found.words.1 && !other.article)?;
    let is_listed = listed_before(next, source).is_some_and(|before| before.words == found.words);
    let shares = found.of.is_none() && found.unit == Unit::Count && next.of.is_some();
    (joined && is_listed && shares).then_some(next)
}

/// So many words a member of a list of numbers has at most.
const LISTED: usize = 5;

/// The number in the member of a list before the one of this number.
fn listed_before<'a>(found: &Quantity, source: &'a Sentence) -> Option<&'a Quantity> {
    let member = |quantity: &Quantity| source.words[quantity.words.0].member;
    let before = source.quantities.iter().rev();
    let mut before = before.filter(|other| other.words.1 <= found.words.0 && !other.article);
    before.next().filter(|other| {
        let goes_on = member(other) + 1 == member(found) && other.unit == found.unit;
        goes_on && found.words.0 - other.words.0 <= LISTED
    })
}

/// Nouns by which people are counted, whatever becomes of them: `zwei Tote`, `zwei Menschen starben`.
const PEOPLE: [&str; 18] = [
    "mensch",
    "person",
    "leut",
    "opf",
    "opfer",
    "tot",
    "tote",
    "todesopf",
    "todesopfer",
    "verletzt",
    "mann",
    "frau",
    "buerg",
    "buerger",
    "einwohn",
    "einwohner",
    "insass",
    "passagier",
];
/// How alike two of these are.
const PERSON: f32 = 0.62;

/// How alike two nouns of which the other one is of another kind may be: `Motorradfahrer`, `Autofahrer`.
const OTHER_KIND: f32 = 0.5;

/// Whether a sentence speaks of what the claim counts, or counts what excludes it.
fn is_counted(claim: &Claim, own: usize, source: &Sentence) -> bool {
    let word = claim.word(own);
    source.words.iter().any(|other| {
        other.is_noun() && (similar::nouns(word, other) >= SAME_NOUN || claim.excludes(own, other))
    })
}

/// How alike a noun of the claim and one of the source are as what is counted.
fn counted(claim: &Claim, own: usize, words: &[Word], place: usize) -> f32 {
    let is_person = |word: &Word| PEOPLE.contains(&&*word.stem);
    let other = &words[place];
    if claim.excludes(own, other) {
        return 0.0;
    }
    let own = claim.word(own);
    let alike = similar::nouns(own, other);
    let hyphened = place.checked_sub(1).map(|before| &words[before]);
    let hyphened = hyphened.filter(|before| before.hyphened);
    let modified = hyphened.is_some() || other.parts.iter().any(|part| !part.head);
    let mut modifiers = own.parts.iter().filter(|part| !part.head).peekable();
    let kind_is_there = |stem: &str| {
        let parts = other.parts.iter().any(|part| &*part.stem == stem);
        parts || hyphened.is_some_and(|before| &*before.stem == stem)
    };
    if modified
        && modifiers.peek().is_some()
        && alike < 0.95
        && !modifiers.any(|part| kind_is_there(&part.stem))
    {
        return alike.min(OTHER_KIND);
    }
    match is_person(own) && is_person(other) {
        true => alike.max(PERSON),
        false => alike,
    }
}

/// Words before a number that tell its role.
const INTRODUCING: [&str; 12] = [
    "fuer", "nach", "um", "auf", "von", "seit", "vor", "bis", "ab", "gegen", "in", "mit",
];
/// How much it says that two numbers stand behind the same of these words, or behind two of them.
const INTRODUCED: f32 = 0.08;

fn introduced(own: &[Word], wanted: &Quantity, other: &[Word], found: &Quantity) -> f32 {
    let before = |words: &[Word], quantity: &Quantity| {
        let word = words.get(quantity.words.0.checked_sub(1)?)?;
        INTRODUCING.iter().position(|known| **known == *word.exact)
    };
    match (before(own, wanted), before(other, found)) {
        (Some(a), Some(b)) if a == b => INTRODUCED,
        (Some(_), Some(_)) => -INTRODUCED,
        _ => 0.0,
    }
}

/// How many digits a number has without the zeros at its end.
fn digits(amount: f64) -> usize {
    let written = format!("{:.3}", amount.abs());
    let digits = written.replace('.', "");
    digits.trim_start_matches('0').trim_end_matches('0').len()
}
