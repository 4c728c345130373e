//! Words that share a member: `Boden- und Luftstreitkräfte`, `Hilfsgüter und -organisationen`.
//!
//! They become one leaf, because only together can the analysis complete what was left out.

use super::ast::LeafKind;
use super::lexer::{Token, TokenKind};
use crate::span::TextSpan;

/// The tokens with words that share a member joined into one.
pub(super) fn joined(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let links: Vec<bool> = (0..tokens.len())
        .map(|i| is_linked(text, &tokens, i))
        .collect();
    let mut result: Vec<Token> = Vec::with_capacity(tokens.len());
    for (token, is_linked) in tokens.into_iter().zip(links) {
        match result.last_mut() {
            Some(last) if is_linked => {
                last.span = TextSpan::new(last.span.start(), token.span.end());
            }
            _ => result.push(token),
        }
    }
    for Token { span, kind } in &mut result {
        if let TokenKind::Leaf(LeafKind::Word(word)) = kind {
            text[span.range()].clone_into(word);
        }
    }
    result
}

/// Whether a word joins words with a common member.
pub(super) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "und" | "oder" | "sowie" | "bzw." | "bzw" | "beziehungsweise" | "und/oder"
    )
}

/// Whether a word lacks its first member: `-organisationen`, always with a small letter.
pub(super) fn is_ending(word: &str) -> bool {
    word.strip_prefix('-')
        .is_some_and(|ending| ending.starts_with(char::is_lowercase))
}

/// Whether a conjunction and a word that lacks its first member follow.
pub(super) fn has_later_ending(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .windows(2)
        .any(|pair| is_conjunction(pair[0]) && is_ending(pair[1]))
}

/// Whether the token at `i` shares a member with the one before it.
fn is_linked(text: &str, tokens: &[Token], i: usize) -> bool {
    let word = |i: usize| match tokens.get(i) {
        Some(Token {
            span,
            kind: TokenKind::Leaf(LeafKind::Word(_)),
        }) => Some(&text[span.range()]),
        _ => None,
    };
    let opens = |i: usize| word(i).is_some_and(|word| word.len() > 1 && word.ends_with('-'));
    let ends = |i: usize| word(i).is_some_and(is_ending);
    let joins = |i: usize| word(i).is_some_and(is_conjunction);
    if i == 0 || word(i).is_none() || word(i - 1).is_none() {
        return false;
    }
    opens(i - 1) || ends(i) || (joins(i - 1) && i > 1 && opens(i - 2)) || (joins(i) && ends(i + 1))
}
