//! The subjunctive, by which German marks reported speech.

use super::class::{Class, Classes};
use super::words::Word;
use crate::german::lexicon;

/// Which subjunctive a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// The second: reported speech where it goes on, otherwise a condition or a wish.
    Second,
    /// The first: reported speech.
    First,
}

/// The subjunctive that the word at `at` shows.
pub(super) fn mood(words: &[Word<'_>], at: usize) -> Option<Mood> {
    let word = &words[at];
    let is_noun = word.is_capital() && at > 0 && !word.is_parted();
    if is_noun {
        None
    } else if word.is(Class::SecondSubjunctive) {
        Some(Mood::Second)
    } else if word.is(Class::FirstSubjunctive) || is_first_of_full_verb(words, at) {
        (!has_first_person(words)).then_some(Mood::First)
    } else {
        None
    }
}

/// Whether the author speaks of himself, so that `habe` may be an indicative.
pub(super) fn has_first_person(words: &[Word<'_>]) -> bool {
    words
        .iter()
        .any(|word| word.key == "ich" && !word.is_quoted)
}

/// `resultiere`, `komme`, `arbeite`; not `sagte`, `schnelle`, `heute`.
fn is_first_of_full_verb(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let Some(stem) = word.key.strip_suffix('e').filter(|stem| stem.len() > 2) else {
        return false;
    };
    if word.is_capital() || word.classes != Classes::default() {
        return false;
    }
    let is = |form: String| lexicon::lookup(&form).is_some_and(|entry| entry.is_lower());
    let is_verb = |stem: &str| is(format!("{stem}end"));
    let third_person = || is(format!("{stem}t")) || is(format!("{stem}et"));
    let past = || {
        let weak = stem.strip_suffix('t');
        weak.is_some_and(|stem| is_verb(stem) || stem.strip_suffix('e').is_some_and(is_verb))
    };
    let closes = || words.get(at + 1).is_none_or(Word::follows_comma);
    let adjective = || is(format!("{stem}em"));
    is_verb(stem) && third_person() && !past() && (!adjective() || closes())
}
