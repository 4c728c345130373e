//! Cuts a query into words, phrases and operators.

use super::ast::LeafKind;
use super::error::{Fault, QueryError};
use super::{address, ellipsis, field, quote, word};
use crate::span::TextSpan;

/// A piece of a query with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) span: TextSpan,
    pub(super) kind: TokenKind,
}

/// What a piece of a query is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Open,
    Close,
    Plus,
    Minus,
    And,
    Or,
    Not,
    Leaf(LeafKind),
}

/// All pieces of a query.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    let mut lexer = Lexer {
        text,
        at: 0,
        fresh: true,
        tokens: Vec::new(),
    };
    while lexer.step()? {}
    Ok(ellipsis::joined(text, lexer.tokens))
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Whether a `+` or `-` here is an operator: at the start, behind a blank or `(`.
    fresh: bool,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let span = TextSpan::new(self.at, end);
        self.fresh = matches!(kind, TokenKind::Open);
        self.tokens.push(Token { span, kind });
        self.at = end;
    }

    /// Reads one piece; false at the end.
    fn step(&mut self) -> Result<bool, QueryError> {
        let Some(first) = self.rest().chars().next() else {
            return Ok(false);
        };
        let end = self.at + first.len_utf8();
        match first {
            blank if blank.is_whitespace() => {
                self.fresh = true;
                self.at = end;
            }
            '(' => self.push(end, TokenKind::Open),
            ')' => self.push(end, TokenKind::Close),
            '+' | '-' if self.fresh && !self.is_hyphen_ending() => self.prefix(first)?,
            '–' | '—' | '−' if self.fresh && self.text[end..].starts_with(char::is_alphabetic) =>
            {
                return Err(QueryError::at(self.at, end, Fault::DashPrefix(first)));
            }
            mark if quote::opens(mark) => {
                let (end, kind) = quote::read(self.text, self.at)?;
                self.push(end, TokenKind::Leaf(kind));
            }
            _ => self.stretch()?,
        }
        Ok(true)
    }

    /// `-organisationen` in `Hilfsgüter und -organisationen`: always a small letter, and behind a
    /// conjunction, or behind a comma when a conjunction with another such ending follows.
    fn is_hyphen_ending(&self) -> bool {
        let before = self.text[..self.at].trim_end();
        let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let follows_word = matches!(
            self.tokens.last(),
            Some(Token {
                kind: TokenKind::Leaf(LeafKind::Word(_)),
                ..
            })
        );
        follows_word
            && ellipsis::is_ending(self.rest())
            && (ellipsis::is_conjunction(last)
                || (last.ends_with(',') && ellipsis::has_later_ending(self.rest())))
    }

    /// `+` or `-`: an operator when a word follows directly, a dash between words otherwise.
    fn prefix(&mut self, sign: char) -> Result<(), QueryError> {
        let end = self.at + 1;
        let stretch = self.text[end..]
            .split(char::is_whitespace)
            .next()
            .unwrap_or("");
        let is_operand = |sign: char| sign.is_alphanumeric() || sign == '*' || ends_stretch(sign);
        let is_between = matches!(
            self.tokens.last(),
            Some(Token {
                kind: TokenKind::Leaf(_) | TokenKind::Close,
                ..
            })
        );
        if stretch.contains(is_operand) && !stretch.starts_with(['+', '-', ')']) {
            let kind = if sign == '+' {
                TokenKind::Plus
            } else {
                TokenKind::Minus
            };
            self.push(end, kind);
        } else if is_between
            && !stretch.contains(is_operand)
            && word::has_letters(&self.text[end..])
        {
            self.at = end + stretch.len();
        } else {
            return Err(QueryError::at(self.at, end, Fault::LonePrefix(sign)));
        }
        Ok(())
    }

    /// Everything up to a blank, bracket or quotation mark.
    fn stretch(&mut self) -> Result<(), QueryError> {
        if let Some(length) = address::end(self.rest()) {
            let address = self.rest()[..length].to_owned();
            self.push(self.at + length, TokenKind::Leaf(LeafKind::Word(address)));
            return Ok(());
        }
        self.refuse_regex()?;
        let length = self.rest().find(ends_stretch).unwrap_or(self.rest().len());
        let (start, end) = (self.at, self.at + length);
        let stretch = &self.text[start..end];
        if let Some(operator) = operator(stretch) {
            self.push(end, operator);
        } else if let Some((end, kind)) = field::read(self.text, start, stretch)? {
            self.push(end, TokenKind::Leaf(kind));
        } else {
            let read = word::read(stretch).map_err(|misread| misread.within(start))?;
            if let Some((span, kind)) = read {
                self.at = start + span.start;
                self.push(start + span.end, TokenKind::Leaf(kind));
            }
            self.fresh = false;
            self.at = end;
        }
        Ok(())
    }

    /// `/…/`, with blanks inside too; a single slash at the start of a word is text.
    fn refuse_regex(&self) -> Result<(), QueryError> {
        let Some(inner) = self.rest().strip_prefix('/') else {
            return Ok(());
        };
        let closes = |&(at, _): &(usize, &str)| {
            at > 0 && !inner[at + 1..].starts_with(char::is_alphanumeric)
        };
        if !self.fresh || inner.starts_with(char::is_whitespace) {
            return Ok(());
        }
        match inner.match_indices('/').find(closes) {
            Some((at, _)) => Err(QueryError::at(self.at, self.at + at + 2, Fault::Regex)),
            None => Ok(()),
        }
    }
}

fn ends_stretch(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '(' | ')') || quote::opens(sign)
}

/// `AND`, `UND` and the others; capitals only, so that sentences stay sentences.
fn operator(stretch: &str) -> Option<TokenKind> {
    match stretch {
        "AND" | "UND" => Some(TokenKind::And),
        "OR" | "ODER" => Some(TokenKind::Or),
        "NOT" | "NICHT" => Some(TokenKind::Not),
        _ => None,
    }
}
