//! The look of a word: case, signs and length.

use super::tokens::{TokenKind, is_apostrophe, is_hyphen};

/// The letters of a word, as far as case and signs go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    kind: TokenKind,
    all_capitals: bool,
    inner_capital: bool,
    hyphened: bool,
    apostrophe: bool,
    foreign: bool,
    length: u32,
}

impl Shape {
    /// The look of a word.
    pub fn of(word: &str, kind: TokenKind) -> Self {
        let mut letters = word.chars();
        letters.next();
        Self {
            kind,
            all_capitals: word
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(char::is_uppercase)
                && word.chars().count() > 1,
            inner_capital: letters.any(char::is_uppercase),
            hyphened: word.contains(is_hyphen),
            apostrophe: word.contains(is_apostrophe),
            foreign: word.chars().any(|c| {
                !c.is_ascii()
                    && c.is_alphabetic()
                    && !matches!(c, 'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü')
            }),
            length: (word.chars().count() as u32).min(13) / 3,
        }
    }

    /// As a number.
    pub fn bits(self) -> u32 {
        self.kind as u32
            | u32::from(self.all_capitals) << 3
            | u32::from(self.inner_capital) << 4
            | u32::from(self.hyphened) << 5
            | u32::from(self.apostrophe) << 6
            | u32::from(self.foreign) << 7
            | self.length << 8
    }
}
