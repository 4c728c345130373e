//! Whether the words around a surname let it stand for the person, where detection saw no name.

use crate::people::name::{given_gender, is_common, is_lower, is_name, is_particle, role};

/// Words behind which a name is a firm's, a band's or a work's.
const GROUPS: [&str; 9] = [
    "Firma",
    "Firmen",
    "Unternehmen",
    "Konzern",
    "Band",
    "Rockband",
    "US-Rockband",
    "Gruppe",
    "Kurzfilm",
];

/// Words behind which a name is rather a place's.
const PLACES: [&str; 4] = ["in", "In", "aus", "Aus"];

/// Words that stand before a noun and seldom before a name.
const DETERMINERS: [&str; 28] = [
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
    "kein", "keine", "keinen", "am", "im", "zum", "zur", "vom", "beim", "ins", "ans", "jeder",
    "jeden", "jede", "diese", "dieser",
];

/// Words that end like adjectives and are none.
const PARTICLES: [&str; 20] = [
    "aber",
    "außer",
    "außerdem",
    "bisher",
    "daher",
    "er",
    "es",
    "hinter",
    "immer",
    "indem",
    "nachdem",
    "oder",
    "seitdem",
    "später",
    "trotzdem",
    "unter",
    "weder",
    "weiter",
    "wieder",
    "über",
];

/// The words before a place, nearest first; none at the beginning of a sentence or phrase.
fn words_before(before: &str) -> impl Iterator<Item = &str> {
    let phrase = before.rsplit([
        '.', '!', '?', ':', ';', ',', '\n', '„', '“', '"', '»', '«', '(', '–', '/',
    ]);
    let phrase = phrase.into_iter().next().unwrap_or_default();
    phrase.rsplit(' ').filter(|word| !word.is_empty())
}

/// Whether no capitalised neighbour makes another name of it: `Frank Müller`, `Washington Post`.
pub(super) fn allow_name(before: &str, behind: &str) -> bool {
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let may_follow = !is_capital(next) || is_common(next) || !is_name(next);
    may_follow && words_before(before).next().is_none_or(may_precede)
}

fn may_precede(previous: &str) -> bool {
    let is_abbreviation = previous.chars().all(char::is_uppercase);
    let is_free = !is_capital(previous)
        || is_abbreviation
        || role(previous).is_some()
        || is_of_person(previous)
        || is_common(previous)
        || is_particle(&previous.to_lowercase());
    is_free
        && given_gender(previous).is_none()
        && !PLACES.contains(&previous)
        && !GROUPS.contains(&previous)
}

/// Whether a word that no list has is made like one for a person: `Rechtspopulist`.
fn is_of_person(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["er", "ist", "in", "ent", "ant", "or", "eur", "chef"];
    word.len() >= 8 && !is_name(word) && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a surname that is also a common word is the name here: no article or adjective before it, and
/// where the word is one of small letters (`Lahm`), not the first of a sentence.
pub(super) fn tell_from_word(before: &str, surname: &str) -> bool {
    let mut words = words_before(before);
    let Some(previous) = words.next() else {
        return !is_lower(surname);
    };
    let earlier = words.next().unwrap_or_default();
    let is_adjective = ["er", "es", "em"]
        .iter()
        .any(|ending| previous.ends_with(ending))
        && !PARTICLES.contains(&previous);
    let may_be_adjective = previous.ends_with('e') || previous.ends_with("en");
    let is_noun_phrase = is_determiner(previous)
        || !is_capital(previous) && is_adjective
        || may_be_adjective && is_determiner(earlier) && role(previous).is_none();
    !is_noun_phrase
}

fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word.to_lowercase().as_str())
}
