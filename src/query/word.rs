//! One stretch of a query without blanks, brackets and quotation marks: what does it ask for?

use std::ops::Range;

use super::ast::LeafKind;
use super::error::{Fault, QueryError};

/// A `*` or `~` must have so many letters or digits beside it, else it would match half the words.
const WILDCARD_LETTERS: usize = 2;

/// How many bytes a word with gaps may have: more than the longest words of the language.
const LONGEST_WILDCARD: usize = 100;

/// What a stretch that names no field asks for, and which of its bytes do.
///
/// `None` when there is neither letter nor digit in it.
pub(super) fn read(stretch: &str) -> Result<Option<(Range<usize>, LeafKind)>, QueryError> {
    refuse_signs(stretch)?;
    let span = trimmed(stretch);
    let word = &stretch[span.clone()];
    let has_gap = letter_wildcard(word).is_some() || word.contains('*') && !is_gender_star(word);
    let found = if has_gap {
        Some(wildcard(word))
    } else {
        fuzzy(word)
    };
    match found {
        Some(Ok(kind)) => Ok(Some((span, kind))),
        Some(Err(fault)) => Err(QueryError::at(span.start, span.end, fault)),
        None if !has_letters(word) => Ok(None),
        None => Ok(Some((span.clone(), LeafKind::Word(word.to_owned())))),
    }
}

/// Whether there is anything to look up: a letter or a digit.
pub(super) fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The word without the punctuation of the sentence around it.
///
/// The full stop of an abbreviation or ordinal stays (`z.B.`, `17.`), as it tells the analysis
/// what the word is.
pub(super) fn trimmed(stretch: &str) -> Range<usize> {
    const AROUND: [char; 12] = ['?', '!', ',', ';', ':', '…', '\'', '‚', '‘', '’', '›', '‹'];
    let start = stretch.len() - stretch.trim_start_matches(AROUND).len();
    let word = stretch[start..].trim_end_matches(AROUND);
    let bare = word.trim_end_matches('.');
    let is_full_stop = word.len() - bare.len() > 1
        || (bare.chars().count() > 3 && bare.chars().all(char::is_alphabetic));
    let end = if is_full_stop { bare.len() } else { word.len() };
    start..start + end
}

/// `munit*`, `*munition`, `M*ller` or `M?ller`.
fn wildcard(word: &str) -> Result<LeafKind, Fault> {
    let text = word.trim_matches('*');
    let is_whole = !text.contains(['*', '?']);
    let letters = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .count();
    if letters < WILDCARD_LETTERS {
        return Err(Fault::ShortWildcard);
    }
    if word.contains('~') {
        return Err(Fault::BadFuzzy);
    }
    match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (None, Some(_)) if is_whole => Ok(LeafKind::Prefix(text.to_owned())),
        (Some(_), None) if is_whole => Ok(LeafKind::Suffix(text.to_owned())),
        _ if word.len() > LONGEST_WILDCARD => Err(Fault::LongWildcard),
        _ => Ok(LeafKind::Gaps(word.to_owned())),
    }
}

/// `Schoigo~`, `Schoigo~2`; `None` when a tilde is absent or text, as in `~500` and `/~name`.
fn fuzzy(word: &str) -> Option<Result<LeafKind, Fault>> {
    let (text, edits) = word.split_once('~')?;
    if text.is_empty() {
        let is_about = edits.starts_with(|sign: char| sign.is_ascii_digit());
        return (!is_about || edits == "1" || edits == "2").then_some(Err(Fault::BadFuzzy));
    }
    if !text.ends_with(char::is_alphanumeric) {
        return None;
    }
    Some(match edits {
        "" | "1" => Ok(LeafKind::Fuzzy {
            text: text.to_owned(),
            edits: 1,
        }),
        "2" => Ok(LeafKind::Fuzzy {
            text: text.to_owned(),
            edits: 2,
        }),
        _ => Err(Fault::BadFuzzy),
    })
}

/// The star of `Journalist*innen` is spelling.
fn is_gender_star(word: &str) -> bool {
    word.split_once('*')
        .is_some_and(|(stem, ending)| has_letters(stem) && is_gender_ending(ending))
}

pub(super) fn is_gender_ending(ending: &str) -> bool {
    matches!(ending, "in" | "innen")
}

/// As [`refuse_signs`], and a `?` that stands for a letter.
pub(super) fn refuse_foreign(stretch: &str) -> Result<(), QueryError> {
    refuse_signs(stretch)?;
    match letter_wildcard(stretch) {
        Some(at) => Err(QueryError::at(at, at + 1, Fault::OperatorInText('?'))),
        None => Ok(()),
    }
}

/// Refuses signs that are operators in other search tools and would change the meaning there.
fn refuse_signs(stretch: &str) -> Result<(), QueryError> {
    let signs = ["[", "]", "{", "}", "^", "\\", "&&", "||"];
    let first = signs
        .iter()
        .filter_map(|sign| stretch.find(sign).map(|at| (at, *sign)))
        .min();
    if let Some((at, sign)) = first {
        return Err(QueryError::at(
            at,
            at + sign.len(),
            Fault::Foreign(sign.to_owned()),
        ));
    }
    if stretch
        .strip_prefix('!')
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    {
        return Err(QueryError::at(0, 1, Fault::Foreign("!".to_owned())));
    }
    Ok(())
}

/// Where a `?` stands for a letter, as in `M?ller`; `gefunden?Jetzt` only lacks a blank.
fn letter_wildcard(stretch: &str) -> Option<usize> {
    stretch.match_indices('?').map(|(at, _)| at).find(|&at| {
        stretch[..at].ends_with(char::is_alphabetic)
            && stretch[at + 1..].starts_with(char::is_lowercase)
    })
}
