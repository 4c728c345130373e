//! Which part of a sentence is what somebody says, and which only says who says it.

use super::attribution::Ground;
use super::class::Class;
use super::clause::{Clause, clause};
use super::cue::Cue;
use super::phrase::Run;
use super::words::Word;
use crate::span::TextSpan;

/// The stretches of the sentence that are said, where no quotation marks show them. The whole sentence
/// where nothing narrows it down.
pub(super) fn said(sentence: TextSpan, words: &[Word<'_>], cue: &Cue) -> Vec<TextSpan> {
    let runs = match cue.ground {
        Ground::Source => around(words, cue.run),
        Ground::Verb => under(words, cue),
        Ground::Marks | Ground::Mood | Ground::Hearsay => Vec::new(),
    };
    if runs.is_empty() {
        return vec![sentence];
    }
    let span = |(start, end): Run| {
        let last = if end == words.len() {
            sentence.end()
        } else {
            words[end - 1].span.end()
        };
        let first = if start == 0 {
            sentence.start()
        } else {
            words[start].span.start()
        };
        TextSpan::new(first, last)
    };
    runs.into_iter().map(span).collect()
}

/// What stands before and behind a run.
fn around(words: &[Word<'_>], (start, end): Run) -> Vec<Run> {
    let runs = [(0, start), (end, words.len())];
    runs.into_iter()
        .filter(|(start, end)| start < end)
        .collect()
}

/// What stands under a verb or noun of saying.
fn under(words: &[Word<'_>], cue: &Cue) -> Vec<Run> {
    if let Clause::As(opening) = clause(words, cue.at) {
        return around(words, (opening, clause_end(words, cue.at)));
    }
    let named_behind = cue.speaker.is_some_and(|(start, _)| start > cue.at);
    let content_behind = words[cue.at..]
        .iter()
        .any(|word| word.follows_comma() && word.is(Class::Opener));
    if named_behind && cue.at > 0 && words[cue.at].follows_comma() && !content_behind {
        return vec![(0, cue.at)];
    }
    let told = cue
        .speaker
        .filter(|_| named_behind)
        .map_or(cue.at + 1, |(_, end)| end);
    let behind = told..words.len();
    let opens = |at: &usize| {
        let word = &words[*at];
        let adverbial = word.is(Class::Subordinator) || word.is(Class::Aside);
        let inserted = (word.is(Class::Relative) || adverbial) && !word.is(Class::Opener);
        word.gap.contains(':') || (word.follows_comma() && !inserted)
    };
    let clause = behind.clone().find(opens);
    let start = clause.unwrap_or(told);
    if start < words.len() {
        vec![(start, words.len())]
    } else {
        Vec::new()
    }
}

/// One past the clause that ends with the verb at `at` or with an auxiliary behind it.
fn clause_end(words: &[Word<'_>], at: usize) -> usize {
    (at + 1..words.len())
        .find(|place| words[*place].is_parted())
        .unwrap_or(words.len())
}
