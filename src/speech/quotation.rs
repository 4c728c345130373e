//! Quotation marks: which belong together, and whether they hold speech or only a name.

use super::class::{Class, Classes};
use super::verbs::readings;
use crate::german::lexicon;
use crate::span::TextSpan;

/// A quotation that is never closed ends with its paragraph, and after so many bytes at the latest.
const LONGEST_UNCLOSED: usize = 1_500;

/// A stretch of text in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Bytes of the text with the marks.
    pub span: TextSpan,
    /// What it is.
    pub weight: Weight,
}

/// What stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A word, a name or the title of a work.
    Term,
    /// Some words of somebody's statement.
    Phrase,
    /// A statement.
    Statement,
}

/// The quotations of a text, in order, never overlapping; those inside others are left out.
pub(super) fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, mark) in text.char_indices() {
        if mark.is_alphanumeric() || mark == ' ' {
            before = mark;
            continue;
        }
        match open {
            None => open = opens(mark, before, &text[at..]).then_some((at, mark)),
            Some((start, opening)) => {
                let end = at + mark.len_utf8();
                if closes(mark, opening, &text[end..]) {
                    found.push(quotation(text, start, end));
                    open = None;
                } else if text[at..].starts_with("\n\n") || at - start > LONGEST_UNCLOSED {
                    found.extend(unclosed(text, start, at));
                    open = None;
                } else if mark == opening && opens(mark, before, &text[at..]) {
                    found.extend(unclosed(text, start, at));
                    open = Some((at, mark));
                }
            }
        }
        before = mark;
    }
    if let Some((start, _)) = open {
        found.extend(unclosed(text, start, text.len()));
    }
    found
}

fn opens(mark: char, before: char, rest: &str) -> bool {
    let next = rest[mark.len_utf8()..].chars().next().unwrap_or(' ');
    let free = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?');
    match mark {
        '„' | '‟' => true,
        '‚' | '›' | '‹' => free && next.is_alphanumeric(),
        '“' | '”' | '"' | '»' | '«' => free && !next.is_whitespace(),
        _ => false,
    }
}

fn closes(mark: char, opening: char, rest: &str) -> bool {
    let next = rest.chars().next().unwrap_or(' ');
    match opening {
        '„' | '‟' => matches!(mark, '“' | '”' | '"' | '‟'),
        '»' => mark == '«',
        '«' => mark == '»',
        '“' => matches!(mark, '”' | '“' | '"'),
        '‚' => matches!(mark, '‘' | '’') && !next.is_alphanumeric(),
        '›' => mark == '‹',
        '‹' => mark == '›',
        _ => mark == opening || (opening == '"' && matches!(mark, '“' | '”')),
    }
}

fn quotation(text: &str, start: usize, end: usize) -> Quotation {
    Quotation {
        span: TextSpan::new(start, end),
        weight: weight(&text[..start], &text[start..end], &text[end..]),
    }
}

/// A mark without its partner is believed where a statement follows.
fn unclosed(text: &str, start: usize, end: usize) -> Option<Quotation> {
    let end = start + text[start..end].trim_end().len();
    let quotation = quotation(text, start, end);
    (quotation.weight == Weight::Statement).then_some(quotation)
}

fn weight(before: &str, quoted: &str, behind: &str) -> Weight {
    let letters = |c: char| !c.is_alphanumeric();
    let words = || quoted.split(letters).filter(|word| !word.is_empty());
    let (count, lower) = (
        words().count(),
        words()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count(),
    );
    let is_one_word = !quoted.contains(char::is_whitespace);
    if is_one_word || count < 2 || lower == 0 {
        return Weight::Term;
    }
    let inner = quoted.trim_matches(|c: char| letters(c) && !is_stop(c));
    let stops = inner.ends_with(is_stop);
    if is_titled(before) && !stops {
        return Weight::Term;
    }
    let said = || before.trim_end().ends_with(':') || leads_on(behind);
    let mut key = String::new();
    let mut states = words().map(|word| {
        lexicon::key(word, &mut key);
        Classes::of(&key).has(Class::Statement)
    });
    if count >= 3 && (stops || states.any(|states| states) || said()) {
        return Weight::Statement;
    }
    if 2 * lower >= count {
        Weight::Phrase
    } else {
        Weight::Term
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ',' | '…')
}

/// Whether the word directly before the mark announces a name.
fn is_titled(before: &str) -> bool {
    let word = before
        .trim_end_matches(' ')
        .rsplit(|c: char| !c.is_alphabetic())
        .next();
    let mut key = String::new();
    lexicon::key(word.unwrap_or_default(), &mut key);
    Classes::of(&key).has(Class::Titled)
}

/// Whether a verb of saying follows the mark: `„…“, sagte er`.
fn leads_on(behind: &str) -> bool {
    let next = behind
        .strip_prefix(", ")
        .and_then(|rest| rest.split(' ').next());
    next.is_some_and(|word| {
        let mut key = String::new();
        lexicon::key(word, &mut key);
        key == "so" || !readings(&key).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(text: &str) -> Vec<(&str, Weight)> {
        let found = quotations(text).into_iter();
        found
            .map(|quotation| (&text[quotation.span.range()], quotation.weight))
            .collect()
    }

    #[test]
    fn names_and_single_words_are_no_speech() {
        let text = "Die „graue“ Wirtschaft, der Film „Das Leben der Anderen“ und »Die Zeit«.";
        let weights = weighed(text).into_iter().map(|(_, weight)| weight);
        assert_eq!(weights.collect::<Vec<_>>(), [Weight::Term; 3]);
    }

    #[test]
    fn marks_of_every_make_find_their_partners() {
        for quoted in [
            "„Wir haben nichts getan“",
            "“Wir haben nichts getan”",
            "\"Wir haben nichts getan\"",
            "«Wir haben nichts getan»",
            "»Wir haben nichts getan«",
            "‚Wir haben nichts getan‘",
        ] {
            let text = format!("Er sagte: {quoted} und ging.");
            assert_eq!(weighed(&text), [(quoted, Weight::Statement)]);
        }
    }

    #[test]
    fn a_quotation_without_an_end_ends_with_its_paragraph() {
        let text = "Er sagte: „Wir haben nichts getan.\n\nDann ging er.";
        assert_eq!(
            weighed(text),
            [("„Wir haben nichts getan.", Weight::Statement)]
        );
    }
}
