//! The words of a sentence as the rules of speech look at them.

use super::class::{Class, Classes};
use super::mood::{Mood, mood};
use crate::german::lexicon;
use crate::span::TextSpan;

/// Words of a sentence beyond this many are not looked at: no sentence that anybody reads has so many,
/// and the work grows faster than their number.
const MOST_WORDS: usize = 250;

/// A word with what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Bytes of the text.
    pub span: TextSpan,
    /// The word as it stands.
    pub surface: &'t str,
    /// In lower case with ss for ß.
    pub key: String,
    /// What stands between the word before, or the beginning of the sentence, and this one.
    pub gap: &'t str,
    /// Whether it stands inside a quotation, where the author says nothing.
    pub is_quoted: bool,
    is_capital: bool,
    /// What it does in the sentence, when it is a function word.
    pub classes: Classes,
    /// The subjunctive it shows.
    pub mood: Option<Mood>,
}

impl Word<'_> {
    /// Whether it is in that class of function words.
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is written with a capital, at its beginning or behind a hyphen (`ai-Bericht`).
    pub fn is_capital(&self) -> bool {
        self.is_capital
    }

    /// Whether it is a number in digits.
    pub fn is_number(&self) -> bool {
        self.surface.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a clause may end before it: a comma, colon, dash, bracket or quotation mark.
    pub fn is_parted(&self) -> bool {
        self.gap.contains(|c: char| !c.is_whitespace())
    }

    /// Whether a comma stands before it.
    pub fn follows_comma(&self) -> bool {
        self.gap.contains(',')
    }

    /// Whether it is one of these keys.
    pub fn is_one_of(&self, keys: &[&str]) -> bool {
        keys.contains(&self.key.as_str())
    }
}

/// The words of `sentence`; `quoted` says which bytes stand in a quotation.
pub(super) fn words<'t>(
    text: &'t str,
    sentence: TextSpan,
    quoted: impl Fn(usize) -> bool,
) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut behind = sentence.start();
    let mut at = sentence.start();
    while let Some(found) = text[at..sentence.end()].find(char::is_alphanumeric)
        && words.len() < MOST_WORDS
    {
        let start = at + found;
        let end = word_end(&text[..sentence.end()], start);
        let surface = &text[start..end];
        let mut key = String::with_capacity(surface.len());
        lexicon::key(surface, &mut key);
        words.push(Word {
            span: TextSpan::new(start, end),
            surface,
            classes: Classes::of(&key),
            key,
            gap: &text[behind..start],
            is_quoted: quoted(start),
            is_capital: is_capital(surface),
            mood: None,
        });
        (behind, at) = (end, end);
    }
    for at in 0..words.len() {
        words[at].mood = mood(&words, at);
    }
    words
}

fn is_capital(surface: &str) -> bool {
    let mut parts = surface.split('-');
    parts.any(|part| part.starts_with(char::is_uppercase))
}

/// The end of the word at `start`: letters and digits, and the hyphens, apostrophes and full stops
/// between two of them; a colon between two digits (`10:05`).
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut before = ' ';
    let mut letters = text[start..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter.is_alphanumeric() {
            end = start + at + letter.len_utf8();
            before = letter;
            continue;
        }
        let inner = matches!(letter, '-' | '‑' | '’' | '\'' | '.' | '\u{ad}' | '*' | '&');
        let time = letter == ':' && before.is_ascii_digit();
        let goes_on = letters.peek().is_some_and(|(_, next)| {
            (inner && next.is_alphanumeric()) || (time && next.is_ascii_digit())
        });
        if !goes_on {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_stops_inside_belong_to_the_word() {
        let text = "Kim Jong-un, D'Alema: 1.000.";
        let found = words(text, TextSpan::new(0, text.len()), |_| false);
        let surfaces: Vec<&str> = found.iter().map(|word| word.surface).collect();
        assert_eq!(surfaces, ["Kim", "Jong-un", "D'Alema", "1.000"]);
        assert!(found[2].follows_comma() && !found[1].is_parted());
    }
}
