//! The lines of an analysis.

use serde::Serialize;

use crate::evidence::{self, AliasKind, TokenKind};

/// A token of an analysed text.
#[derive(Serialize)]
pub struct Token<'a> {
    /// The term that goes into the index.
    pub term: &'a str,
    /// The words of the input it covers.
    pub surface: &'a str,
    /// First byte of the input.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Word position, from 0.
    pub position: u32,
    /// `word`, `part`, `joined`, `completed`, `number` or `value`.
    pub kind: &'static str,
    /// Of a part: whether it stands last in its compound and says what the whole is.
    pub head: bool,
    /// Other names of what it names; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Aliases<'a>>,
}

/// Other names of something that a text names.
#[derive(Serialize)]
pub struct Aliases<'a> {
    /// `spelling`, `same` or `metonym`.
    pub class: &'static str,
    /// The name as the text has it; it may go on over the tokens behind.
    pub name: &'a str,
    /// The other names.
    pub others: &'a [String],
}

impl<'a> From<&'a evidence::Token> for Token<'a> {
    fn from(token: &'a evidence::Token) -> Self {
        Self {
            term: &token.term,
            surface: &token.surface,
            start: token.span.start(),
            end: token.span.end(),
            position: token.position,
            kind: match token.kind {
                TokenKind::Word => "word",
                TokenKind::Part => "part",
                TokenKind::Joined => "joined",
                TokenKind::Completed => "completed",
                TokenKind::Number => "number",
                TokenKind::Value => "value",
            },
            head: token.head,
            aliases: token.aliases.iter().map(Aliases::from).collect(),
        }
    }
}

impl<'a> From<&'a evidence::TokenAliases> for Aliases<'a> {
    fn from(aliases: &'a evidence::TokenAliases) -> Self {
        Self {
            class: match aliases.class {
                AliasKind::Spelling => "spelling",
                AliasKind::Same => "same",
                AliasKind::Metonym => "metonym",
            },
            name: &aliases.name,
            others: &aliases.others,
        }
    }
}
