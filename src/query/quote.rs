//! Phrases in quotation marks, German, English and French ones.

use super::ast::LeafKind;
use super::error::{Fault, QueryError};
use super::word;

/// The marks that open a phrase, each with those that may close it.
const QUOTES: [(char, &[char]); 6] = [
    ('"', &['"']),
    ('„', &['“', '”', '"']),
    ('“', &['”', '“']),
    ('”', &['”']),
    ('»', &['«', '»']),
    ('«', &['»']),
];

/// How many words may at most be asked to stand between those of `"…"~n`: more would reach from one
/// paragraph into the next.
pub const MAX_DISTANCE: u32 = 98;

/// Whether a sign opens a phrase.
pub(super) fn opens(sign: char) -> bool {
    QUOTES.iter().any(|(mark, _)| *mark == sign)
}

/// What the phrase asks for whose opening mark stands at `open`, and where it ends.
pub(super) fn read(text: &str, open: usize) -> Result<(usize, LeafKind), QueryError> {
    let (words, end) = quoted(text, open)?;
    let Some(number) = text[end..].strip_prefix('~') else {
        return Ok((end, LeafKind::Phrase(words)));
    };
    let digits = number
        .find(|sign: char| !sign.is_alphanumeric())
        .unwrap_or(number.len());
    let number_end = end + 1 + digits;
    match number[..digits].parse() {
        Ok(distance) if distance <= MAX_DISTANCE => {
            let text = words;
            Ok((number_end, LeafKind::Near { text, distance }))
        }
        _ => Err(QueryError::at(end, number_end, Fault::BadDistance)),
    }
}

/// The words between the marks, and where the closing one ends.
fn quoted(text: &str, open: usize) -> Result<(String, usize), QueryError> {
    let mut signs = text[open..].chars();
    let mark = signs.next();
    let start = text.len() - signs.as_str().len();
    let closing = QUOTES.iter().find(|(quote, _)| Some(*quote) == mark);
    let closing = closing.map_or(&[][..], |(_, closing)| closing);
    let Some((length, closing)) = text[start..].match_indices(closing).next() else {
        return Err(QueryError::at(open, start, Fault::OpenQuote));
    };
    let words = &text[start..start + length];
    let end = start + length + closing.len();
    if words.ends_with('\\') {
        let fault = Fault::Foreign("\\".to_owned());
        return Err(QueryError::at(start + length - 1, start + length, fault));
    }
    if let Some(star) = words.find('*') {
        let fault = Fault::OperatorInText('*');
        return Err(QueryError::at(start + star, start + star + 1, fault));
    }
    if !word::has_letters(words) {
        return Err(QueryError::at(open, end, Fault::EmptyPhrase));
    }
    Ok((words.trim().to_owned(), end))
}
