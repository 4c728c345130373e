//! A text taken as words, as `--plain` and batches do.

use std::collections::HashSet;
use std::ops::Range;

use super::ast::{Clause, Leaf, LeafKind, Node, Occur, Query};
use super::ellipsis;
use super::lexer::{Token, TokenKind};
use super::parser::MAX_LEAVES;
use super::word;
use crate::span::TextSpan;

/// Takes the whole text as words; no sign is an operator. A text without words has no clauses. Of a
/// long text the first [`MAX_LEAVES`] different words are taken, and the others counted.
///
/// # Panics
/// When the text is larger than 4 GiB.
pub fn plain(text: &str) -> Query {
    let mut known = HashSet::new();
    let mut left_out = HashSet::new();
    let mut clauses = Vec::new();
    for Token { span, kind } in ellipsis::joined(text, words(text)) {
        let TokenKind::Leaf(kind) = kind else {
            continue;
        };
        let typed = &text[span.range()];
        if !known.contains(typed) && known.len() == MAX_LEAVES {
            left_out.insert(typed);
            continue;
        }
        known.insert(typed);
        clauses.push(Clause {
            occur: Occur::Should,
            node: Node::Leaf(Leaf { span, kind }),
        });
    }
    Query {
        text: text.to_owned(),
        root: Node::List(clauses),
        left_out: left_out.len(),
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

/// The word without the quotation marks, brackets and punctuation around it.
fn bare(stretch: &str) -> Range<usize> {
    let is_around = |sign: char| !sign.is_alphanumeric() && !"-.%+#&€$§@".contains(sign);
    let start = stretch.len() - stretch.trim_start_matches(is_around).len();
    let end = start + stretch[start..].trim_end_matches(is_around).len();
    let inner = word::trimmed(&stretch[start..end]);
    start + inner.start..start + inner.end
}
