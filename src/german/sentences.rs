//! Where sentences begin and end.

use super::abbreviations::takes_full_stop;
use crate::span::TextSpan;

/// Where a sentence may end.
const MARKS: [char; 7] = ['.', '!', '?', '…', '\n', '\u{2028}', '\u{2029}'];

/// The sentences of `text`, in order, without the space around them; together they hold all that is not
/// white space.
///
/// A sentence ends at `.`, `!`, `?`, `…` with the quotes and brackets that close behind it, and at an empty
/// line; a single line break may be a wrapped line. A full stop ends none behind an abbreviation, an initial or an ordinal number
/// (`am 9. September`), nor where the text goes on in lower case.
pub fn sentences(text: &str) -> impl Iterator<Item = TextSpan> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + (rest.len() - rest.trim_start().len());
        if start == text.len() {
            return None;
        }
        let end = sentence_end(text, start);
        at = end;
        Some(TextSpan::new(
            start,
            start + text[start..end].trim_end().len(),
        ))
    })
}

/// The end of the sentence that begins at `start`.
fn sentence_end(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(found) = text[at..].find(MARKS) {
        let place = at + found;
        let mark = text[place..].chars().next().unwrap_or_default();
        if matches!(mark, '\n' | '\u{2028}' | '\u{2029}') {
            let behind = place + mark.len_utf8();
            if mark != '\n' || is_empty_line(&text[behind..]) {
                return place;
            }
            at = behind;
            continue;
        }
        let closed = closing_end(text, place + mark.len_utf8());
        if ends_sentence(text, start, place, closed, mark) {
            return closed;
        }
        at = closed;
    }
    text.len()
}

/// Whether a text begins with a line that holds nothing.
fn is_empty_line(text: &str) -> bool {
    text.split_once('\n')
        .is_some_and(|(line, _)| line.trim().is_empty())
}

/// The end of the marks, quotes and brackets that belong to the sentence closed before `at`.
fn closing_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let marks = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
    let behind = at + marks;
    let closing = |(_, c): &(usize, char)| {
        matches!(
            c,
            '"' | '\'' | '“' | '”' | '’' | '‘' | '«' | '»' | '›' | '‹' | ')' | ']'
        )
    };
    let quotes: usize = text[behind..]
        .char_indices()
        .take_while(closing)
        .map(|(_, c)| c.len_utf8())
        .sum();
    let next = text[behind + quotes..].chars().next();
    // A quote with a letter directly behind it opens what comes next.
    if quotes > 0 && next.is_some_and(char::is_alphanumeric) {
        behind
    } else {
        behind + quotes
    }
}

fn ends_sentence(text: &str, start: usize, at: usize, closed: usize, mark: char) -> bool {
    let before = &text[start..at];
    let after = &text[closed..];
    let Some(next) = after.chars().next() else {
        return true;
    };
    let quoted = closed > at + mark.len_utf8();
    if !next.is_whitespace() {
        return glued_sentence(before, next, mark);
    }
    if after.starts_with('\n') {
        return true;
    }
    let goes_on = after
        .trim_start()
        .trim_start_matches(['"', '„', '“', '»', '«', '(', '‚'])
        .chars()
        .next();
    match (mark, goes_on) {
        (_, None) => true,
        ('.', Some(c)) if !quoted => !c.is_lowercase() && !stop_belongs_to_word(before, after),
        (_, Some(c)) => !c.is_lowercase(),
    }
}

/// Whether a sentence ends at a mark with no space behind it: `gefunden?Jetzt`, `unterstützt.Zudem`.
fn glued_sentence(before: &str, next: char, mark: char) -> bool {
    let word = last_word(before);
    let lower_before = word.chars().next_back().is_some_and(char::is_lowercase);
    next.is_uppercase() && (mark != '.' || (lower_before && word.chars().nth(2).is_some()))
}

/// Whether a full stop belongs to the word before it: an abbreviation, an initial, an ordinal number.
fn stop_belongs_to_word(before: &str, after: &str) -> bool {
    let word = last_word(before);
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (None, _) => false,
        (Some(c), None) if c.is_alphabetic() => true,
        _ if word.bytes().all(|b| b.is_ascii_digit()) => is_ordinal(word, after),
        _ if is_roman(word) => true,
        _ => takes_full_stop(word) || has_inner_stop(before, word),
    }
}

/// Whether the number goes on as a date or counts what follows: two digits at most, and before a month
/// or any other noun; a year ends its sentence.
fn is_ordinal(number: &str, after: &str) -> bool {
    number.len() <= 2
        && after
            .trim_start()
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric)
        && !starts_sentence(after)
}

/// Whether the word behind is one that begins sentences and follows no ordinal.
fn starts_sentence(after: &str) -> bool {
    let word = after
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let lower = super::fold::fold(word);
    super::function_words::class(&lower) != super::function_words::WordClass::Content
}

fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Whether `word` is the end of an abbreviation like `z.B`.
fn has_inner_stop(before: &str, word: &str) -> bool {
    word.chars().count() <= 2 && before[..before.len() - word.len()].ends_with('.')
}

fn last_word(before: &str) -> &str {
    let start = before.rfind(|c: char| !c.is_alphanumeric());
    start.map_or(before, |at| {
        &before[at + before[at..].chars().next().map_or(0, char::len_utf8)..]
    })
}
