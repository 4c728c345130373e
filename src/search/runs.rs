//! What words of a query mean together when they stand side by side: a name of several words
//! (`Vereinigte Staaten`), or a number or date that is written in several (`elf Milliarden`).

use super::expand::{Planner, in_a_row};
use super::plan::{Field, Leaf, Reading, SequenceWord};
use crate::evidence::MarkKind;
use crate::german::TokenKind;
use crate::query::{self, Clause, LeafKind, Node, Occur};
use crate::span::TextSpan;

/// How many words of a query are looked at together; a number of dates and names fits into it, and
/// whole articles pasted as a query stay cheap.
const LONGEST_RUN: usize = 64;

impl Planner<'_> {
    /// The leaves that runs of plain words in a list stand for, beside those of the words.
    pub(super) fn leaves_of_runs(&mut self, clauses: &[Clause]) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for run in clauses.chunk_by(|a, b| plain_word(a).is_some() && plain_word(b).is_some()) {
            let words: Vec<(&str, TextSpan)> = run
                .iter()
                .filter_map(plain_word)
                .take(LONGEST_RUN)
                .collect();
            if let (Some((_, first)), Some((_, last))) = (words.first(), words.last()) {
                let typed = self.text.get(first.start()..self.end_with_sign(last.end()));
                self.values(typed.unwrap_or_default(), &mut leaves);
                let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                self.names(&words, &mut leaves);
            }
        }
        leaves
    }

    /// Where a word ends that was typed up to `end`, with a sign for percent behind it: alone, that is
    /// no word of a query.
    fn end_with_sign(&self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start().len();
        let sign = rest.trim_start().starts_with('%');
        if sign { end + blank + 1 } else { end }
    }

    /// Numbers and dates that are written in several words.
    fn values(&mut self, run: &str, leaves: &mut Vec<Leaf>) {
        let tokens = self.tokens(run).into_iter();
        let is_number = |kind| matches!(kind, TokenKind::Number | TokenKind::Value);
        for token in tokens.filter(|token| is_number(token.kind)) {
            let written = &run[token.span.range()];
            if written.contains(char::is_whitespace) {
                let readings = vec![Reading::Term {
                    field: Field::Stem,
                    term: token.word.stem.into(),
                    kind: MarkKind::Exact,
                }];
                leaves.push(Leaf::of_words(written, readings));
            }
        }
    }

    /// Names of several words that the aliases know, the longest at each place.
    fn names(&mut self, words: &[&str], leaves: &mut Vec<Leaf>) {
        let mut start = 0;
        while start < words.len() {
            let longest = self.aliases.longest_name().min(words.len() - start);
            let known = (2..=longest).rev().find_map(|length| {
                let name = words[start..start + length].join(" ");
                let readings = self.name(&name)?;
                Some((length, Leaf::of_words(&name, readings)))
            });
            start += known.as_ref().map_or(1, |(length, _)| *length);
            leaves.extend(known.map(|(_, leaf)| leaf));
        }
    }

    /// The readings of a name of several words; `None` when no alias has it.
    fn name(&mut self, name: &str) -> Option<Vec<Reading>> {
        let mut variants = Vec::new();
        self.read_variants(name, &mut variants);
        if variants.is_empty() {
            return None;
        }
        let words: Vec<SequenceWord> = in_a_row(&self.tokens(name));
        let mut readings = vec![Reading::Sequence {
            words,
            verbatim: false,
            kind: MarkKind::Stem,
            distance: None,
        }];
        readings.append(&mut variants);
        Some(readings)
    }
}

/// The word of a clause that asks for nothing but a word, and where it was typed.
fn plain_word(clause: &Clause) -> Option<(&str, TextSpan)> {
    match (&clause.occur, &clause.node) {
        (
            Occur::Should,
            Node::Leaf(query::Leaf {
                kind: LeafKind::Word(word),
                span,
            }),
        ) => Some((word, *span)),
        _ => None,
    }
}
