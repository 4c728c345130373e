//! What the chain hands out: tokens and the words behind them.

use super::function_words::WordClass;
use crate::span::TextSpan;

/// A word at its place in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token<'a> {
    /// Its bytes in the text.
    pub span: TextSpan,
    /// How many words stand before it; tokens that overlap a word have the position of their first word.
    pub position: u32,
    /// Where it comes from.
    pub kind: TokenKind,
    /// Its forms.
    pub word: &'a Word,
}

/// Where a token comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word that stands in the text, or a piece of a hyphenated one.
    Word,
    /// A number in digits.
    Number,
    /// Pieces taken together: *Korea-Krieg* as `koreakrieg`.
    Joined,
    /// A word whose missing end or start was completed: the *Boden-* of *Boden- und Luftstreitkräfte* as
    /// `bodenstreitkraefte`.
    Completed,
    /// A number or date in the one spelling that all of its spellings share: *elf Milliarden* as
    /// `11000000000`, *12.9.23* as `2023-09-12`. It stands beside the words it is written in.
    Value,
}

/// The forms of a word; the same for each place it stands at.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Folded, not stemmed.
    pub exact: Box<str>,
    /// Stemmed and folded: the same for all inflections.
    pub stem: Box<str>,
    /// Its parts when it is a compound, leaves in order and bigger parts behind them; else empty. Joined
    /// and completed words have none: theirs are tokens of their own.
    pub parts: Box<[WordPart]>,
    /// Whether it carries meaning.
    pub class: WordClass,
    /// The number it names, in digits with a decimal comma: `12` for *zwölf*.
    pub number: Option<Box<str>>,
}

/// A part of a compound.
#[derive(Clone, Debug, PartialEq)]
pub struct WordPart {
    /// Its first byte, counted from the start of the token's span.
    pub start: u16,
    /// One past its last byte, counted from the start of the token's span.
    pub end: u16,
    /// Folded, not stemmed.
    pub exact: Box<str>,
    /// Stemmed and folded.
    pub stem: Box<str>,
    /// Whether it stands last and says what the whole is.
    pub head: bool,
    /// How much of the compound's meaning it carries, from 0 to 1.
    pub weight: f32,
}

impl WordPart {
    /// Where the part stands in the text when its token spans `token`.
    pub fn span(&self, token: TextSpan) -> TextSpan {
        TextSpan::new(usize::from(self.start), usize::from(self.end)).shifted(token.start())
    }
}
