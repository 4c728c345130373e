//! A text taken as words, as `--plain` and batches do.

use std::ops::Range;

use super::ast::{Clause, Leaf, LeafKind, Node, Occur, Query};
use super::ellipsis;
use super::lexer::{Token, TokenKind};
use super::word;
use crate::span::TextSpan;

/// Takes the whole text as words; no sign is an operator. A text without words has no clauses.
///
/// # Panics
/// When the text is larger than 4 GiB.
pub fn plain(text: &str) -> Query {
    let clauses = ellipsis::joined(text, words(text))
        .into_iter()
        .filter_map(clause)
        .collect();
    Query {
        text: text.to_owned(),
        root: Node::List(clauses),
    }
}

fn words(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    for stretch in text.split_inclusive(char::is_whitespace) {
        let span = bare(stretch.trim_end());
        let words = &stretch[span.clone()];
        if word::has_letters(words) {
            tokens.push(Token {
                span: TextSpan::new(at + span.start, at + span.end),
                kind: TokenKind::Leaf(LeafKind::Word(words.to_owned())),
            });
        }
        at += stretch.len();
    }
    tokens
}

fn clause(token: Token) -> Option<Clause> {
    let TokenKind::Leaf(kind) = token.kind else {
        return None;
    };
    let leaf = Leaf {
        span: token.span,
        kind,
    };
    Some(Clause {
        occur: Occur::Should,
        node: Node::Leaf(leaf),
    })
}

/// The word without the quotation marks, brackets and punctuation around it.
fn bare(stretch: &str) -> Range<usize> {
    let is_around = |sign: char| !sign.is_alphanumeric() && !"-.%+#&€$§@".contains(sign);
    let start = stretch.len() - stretch.trim_start_matches(is_around).len();
    let end = start + stretch[start..].trim_end_matches(is_around).len();
    let inner = word::trimmed(&stretch[start..end]);
    start + inner.start..start + inner.end
}
