//! How alike a part of a claim and the words of a sentence are.

use crate::claim::parts::{Claim, Item, ItemKind};
use crate::claim::reading::{Name, Sentence};
use crate::claim::word::{Offer, Word, worth_in};

/// How much of a compound its parts make up when they stand apart.
const PARTS: f32 = 0.95;
/// Names of this worth or less only stand for the thing, and no one travels to a government.
const METONYM: f32 = 0.85;
/// What a more general word of the source is worth: `Verfahren` for `Ermittlungsverfahren`.
const GENERAL: f32 = 0.6;
/// What the head and what another part of a source's compound is worth to a word of the claim.
const HEAD: f32 = 0.9;
const MODIFIER: f32 = 0.75;

/// How well the sentence has an item of a claim; 0 for numbers and times, which are compared otherwise.
pub(super) fn item(claim: &Claim, item: &Item, sentence: &Sentence) -> f32 {
    match item.kind {
        ItemKind::Term(word) => term(claim.word(word), sentence),
        ItemKind::Name(name) => self::name(claim, name, sentence),
        ItemKind::Quantity(_) | ItemKind::Time(_) => 0.0,
    }
}

/// How well the sentence has a word.
pub(super) fn term(word: &Word, sentence: &Sentence) -> f32 {
    let whole = best(&word.offers, sentence);
    let inside = sentence.words.iter().map(|other| contained(word, other));
    let inside = inside.fold(whole, f32::max);
    let leaves: Vec<_> = word.parts.iter().filter(|part| part.weight > 0.0).collect();
    let joined = word.parts.iter().filter(|part| part.weight == 0.0);
    let joined = joined
        .map(|part| best(&part.offers, sentence))
        .fold(0.0, f32::max);
    let weights: f32 = leaves.iter().map(|part| part.weight).sum();
    let found: f32 = leaves
        .iter()
        .map(|part| part.weight * best(&part.offers, sentence))
        .sum();
    let parts = if weights > 0.0 {
        PARTS * found / weights
    } else {
        0.0
    };
    let heads = leaves.iter().filter(|part| part.head);
    let heads = heads.map(|part| GENERAL * best(&part.offers, sentence));
    heads.fold(inside.max(parts).max(joined), f32::max)
}

/// How alike two words are.
pub(super) fn words(claim: &Word, source: &Word) -> f32 {
    let whole = between(&claim.offers, source).max(contained(claim, source));
    let weights: f32 = claim.parts.iter().map(|part| part.weight).sum();
    let found: f32 = claim
        .parts
        .iter()
        .map(|part| part.weight * between(&part.offers, source))
        .sum();
    let parts = if weights > 0.0 {
        PARTS * found / weights
    } else {
        0.0
    };
    whole.max(parts)
}

/// Shorter stems stand in longer words by chance.
const SHORTEST_CONTAINED: usize = 5;
/// So much longer is the compound at least.
const LONGER: usize = 3;

/// What a word is worth that a longer one, which was not cut, ends or begins with: `Parade` and
/// `Milizparade`.
fn contained(claim: &Word, source: &Word) -> f32 {
    let stem = &*claim.stem;
    if !claim.capital && !source.capital && claim.is_content() && source.is_content() {
        return prefixed(stem, &source.stem).max(prefixed(&source.stem, stem));
    }
    let fits = claim.is_noun()
        && source.capital
        && source.parts.is_empty()
        && stem.len() >= SHORTEST_CONTAINED
        && source.stem.len() >= stem.len() + LONGER;
    match fits {
        true if source.stem.ends_with(stem) => HEAD,
        true if source.stem.starts_with(stem) => MODIFIER,
        _ => 0.0,
    }
}

/// Prefixes that leave a verb much of its meaning: `schleusen`, `einschleusen`.
const PREFIXES: [&str; 14] = [
    "ein", "ab", "an", "auf", "aus", "zu", "durch", "mit", "nach", "weg", "heraus", "hinein",
    "nieder", "vor",
];
/// What a verb is worth to the same one with a prefix.
const PREFIXED: f32 = 0.62;

fn prefixed(whole: &str, stem: &str) -> f32 {
    let prefix = whole
        .strip_suffix(stem)
        .filter(|_| stem.len() >= SHORTEST_CONTAINED);
    let known = prefix.is_some_and(|prefix| PREFIXES.contains(&prefix));
    if known { PREFIXED } else { 0.0 }
}

/// How alike two nouns are as what is counted: a compound is what its head is.
pub(super) fn nouns(claim: &Word, source: &Word) -> f32 {
    let heads = |word: &Word| -> Vec<Vec<Offer>> {
        let parts = word.parts.iter().filter(|part| part.head);
        parts.map(|part| part.offers.clone()).collect()
    };
    let shared = |own: &[Offer], other: &[Offer]| {
        let both = own
            .iter()
            .map(|offer| offer.worth.min(worth_in(other, offer.key)));
        both.fold(0.0, f32::max)
    };
    let mut most = shared(&claim.offers, &source.offers).max(contained(claim, source));
    for own in heads(claim) {
        most = most.max(HEAD * shared(&own, &source.offers));
    }
    for other in heads(source) {
        most = most.max(HEAD * shared(&claim.offers, &other));
    }
    most
}

fn best(offers: &[Offer], sentence: &Sentence) -> f32 {
    let words = sentence.words.iter().map(|word| between(offers, word));
    words.fold(0.0, f32::max)
}

/// The most that offers have in common with a word or its parts.
fn between(offers: &[Offer], word: &Word) -> f32 {
    let mut most: f32 = 0.0;
    for offer in offers {
        let whole = word.worth_of(offer.key);
        let parts = word.parts.iter().map(|part| {
            let share = match (part.weight > 0.0, part.head) {
                (false, _) => 1.0,
                (true, true) => HEAD,
                (true, false) => MODIFIER,
            };
            share * worth_in(&part.offers, offer.key)
        });
        let found = parts.fold(whole, f32::max);
        // Two words that share a group are as near as the group is tight, not its square.
        most = most.max(offer.worth.min(found));
    }
    most
}

/// How well the sentence has a name.
pub(super) fn name(claim: &Claim, number: usize, sentence: &Sentence) -> f32 {
    let name = claim.name(number);
    let is_place = claim.is_place(number);
    let alias = name
        .keys
        .iter()
        .map(|offer| offer.worth.min(sentence.worth_of(offer.key)))
        .filter(|worth| !is_place || *worth > METONYM)
        .fold(0.0, f32::max);
    let own = full(name, &claim.sentence);
    let runs = sentence
        .names
        .iter()
        .map(|other| called(own, other, sentence).max(alike(own, full(other, sentence))));
    let found = runs.fold(alias, f32::max);
    // Words may also stand inside others: the `Wagner` of `Wagner-Truppe`.
    match own {
        [word] => found.max(term(word, sentence)),
        [.., last] if !name.person => found.max(term(last, sentence).min(SURNAME)),
        _ => found,
    }
}

/// How surely words are the name as it is written, which may be another one than the fullest that the person
/// has: `Roger Keith Barrett oder Syd Barrett`. A family name alone is that of the fullest.
pub(super) fn called(own: &[Word], other: &Name, source: &Sentence) -> f32 {
    let written = &source.words[other.words.0..other.words.1];
    if written.len() < 2 {
        0.0
    } else {
        alike(own, written)
    }
}

fn alike(own: &[Word], other: &[Word]) -> f32 {
    match likeness(own, other) {
        Likeness::Same(worth) => worth,
        Likeness::Rival | Likeness::Other => 0.0,
    }
}

/// How surely a name of the claim and one of the source are the same.
pub(super) fn are_same(own: &Name, claim: &Sentence, other: &Name, source: &Sentence) -> f32 {
    let keys = own.keys.iter();
    let aliased = keys.map(|offer| offer.worth.min(worth_in(&other.keys, offer.key)));
    let by_words = alike(full(own, claim), full(other, source));
    aliased.fold(by_words, f32::max)
}

/// The words of a name, or of the fullest name of the person who is meant by it.
pub(super) fn full<'a>(name: &'a Name, sentence: &'a Sentence) -> &'a [Word] {
    if name.full.is_empty() {
        &sentence.words[name.words.0..name.words.1]
    } else {
        &name.full
    }
}

/// How two names go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Likeness {
    /// They may name the same, as surely as this.
    Same(f32),
    /// They share a word and differ in another: two people of one family.
    Rival,
    /// They have nothing in common.
    Other,
}

/// The worth of a name of which only the surname is given, only another part, and of one whose
/// spelling differs.
const SURNAME: f32 = 0.92;
const PART: f32 = 0.6;
const SPELLING: f32 = 0.9;

/// How two names go together, by their words.
pub(super) fn likeness(own: &[Word], other: &[Word]) -> Likeness {
    if written(own) == written(other) {
        return Likeness::Same(1.0);
    }
    let in_other = |word: &Word| other.iter().any(|found| words(word, found) > 0.9);
    let in_own = |word: &Word| own.iter().any(|found| words(found, word) > 0.9);
    let shared = own.iter().filter(|word| in_other(word)).count();
    if shared == 0 {
        return Likeness::Other;
    }
    if shared == own.len() {
        return Likeness::Same(1.0);
    }
    let (first, last) = (
        own.first().is_some_and(in_other),
        own.last().is_some_and(in_other),
    );
    if other.iter().all(in_own) {
        let family = last || (first && own.len() > 2);
        return Likeness::Same(if family { SURNAME } else { PART });
    }
    let strange: Vec<&Word> = own.iter().filter(|word| !in_other(word)).collect();
    let spelled = strange.len() == 1
        && other
            .iter()
            .filter(|word| !in_own(word))
            .any(|word| is_spelling_of(&word.exact, &strange[0].exact));
    match spelled {
        true => Likeness::Same(SPELLING),
        false => Likeness::Rival,
    }
}

/// The letters of a name, however its initials are parted: `J. P. Morgan`, `J.P. Morgan`.
fn written(name: &[Word]) -> String {
    let letters = name.iter().flat_map(|word| word.exact.chars());
    letters.filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether two words may be spellings of one name: `Sergej`, `Sergei`.
fn is_spelling_of(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    shorter >= 4 && strsim::levenshtein(a, b) <= if shorter >= 7 { 2 } else { 1 }
}
