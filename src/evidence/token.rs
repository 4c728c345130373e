//! What the analysis makes of a text, for `analyze`.

use crate::span::TextSpan;

/// A token of an analysed text, for `analyze`.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The record it belongs to, in a batch.
    pub record: Option<String>,
    /// The words of the text it covers.
    pub surface: String,
    /// The term that goes into the index.
    pub term: String,
    /// Bytes of the input.
    pub span: TextSpan,
    /// Word position, from 0.
    pub position: u32,
    /// What it is.
    pub kind: TokenKind,
    /// Of a part: whether it stands last in its compound and says what the whole is.
    pub head: bool,
    /// Other names of what it names, alone or with the words behind it.
    pub aliases: Vec<TokenAliases>,
}

/// Other names of something that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenAliases {
    /// How they belong to it.
    pub class: AliasKind,
    /// The name as the text has it.
    pub name: String,
    /// The other names.
    pub others: Vec<String>,
}

/// How names belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasKind {
    /// The same name in another spelling; always searched.
    Spelling,
    /// Another name of the same thing.
    Same,
    /// A name that the news use for it: *Kreml* for *Moskau*.
    Metonym,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A whole word.
    Word,
    /// A part of a compound.
    Part,
    /// The pieces of a hyphenated word as one.
    Joined,
    /// A first member completed from the second: `Boden-` as *Bodenstreitkräfte*.
    Completed,
    /// A number.
    Number,
    /// A number or date in the one spelling that all of its spellings share, over the words it is
    /// written in: *elf Milliarden* as `11000000000`.
    Value,
}
