//! What is shown of a long block: the sentences that hold marks.

use std::ops::Range;

use super::wrap::{self, Word};
use crate::span::TextSpan;

/// A block of no more words is shown whole: about six lines of 80 columns.
const WHOLE: usize = 60;

/// A sentence of no more words is shown whole, a longer one cut around its marks.
const SENTENCE: usize = 45;

/// So many words are shown on both sides of a mark in a long sentence.
const AROUND: usize = 15;

/// A gap of no more words is shown: a `…` for it would save nothing.
const GAP: usize = 3;

/// The words to show of a block, with `…` where some were left out.
pub(super) fn excerpt(text: &str, marks: &[TextSpan]) -> Vec<Word> {
    let words = wrap::words(text, marks);
    if words.len() <= WHOLE {
        return words;
    }
    let mut keep = vec![false; words.len()];
    for sentence in sentences(&words) {
        for range in kept_of(&words, sentence) {
            keep[range].fill(true);
        }
    }
    if !keep.contains(&true) {
        keep[..SENTENCE].fill(true);
    }
    fill_gaps(&mut keep);
    with_ellipses(words, &keep)
}

/// Which words of a sentence are shown.
fn kept_of(words: &[Word], sentence: Range<usize>) -> Vec<Range<usize>> {
    let marked = sentence.clone().filter(|&i| words[i].is_marked);
    if sentence.len() <= SENTENCE {
        return marked.take(1).map(|_| sentence.clone()).collect();
    }
    marked
        .map(|i| {
            let start = i.saturating_sub(AROUND).max(sentence.start);
            start..(i + AROUND + 1).min(sentence.end)
        })
        .collect()
}

/// Where sentences begin and end. It only decides where an excerpt is cut, so a rule of thumb does.
fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for i in 1..words.len() {
        if ends_sentence(&words[i - 1].text()) && begins_sentence(&words[i].text()) {
            found.push(start..i);
            start = i;
        }
    }
    found.push(start..words.len());
    found
}

/// A full stop ends no sentence behind a number, a letter, a short capitalised word (`Dr.`, `Mio.`)
/// or a frequent abbreviation.
fn ends_sentence(word: &str) -> bool {
    const ABBREVIATIONS: [&str; 8] = ["bzw", "usw", "vgl", "ca", "etc", "ggf", "sog", "geb"];
    let word = word.trim_end_matches(['"', '“', '”', '«', '»', '’', '\'', ')']);
    let Some(bare) = word.strip_suffix('.') else {
        return word.ends_with(['!', '?', '…', ':']);
    };
    let letters = bare.chars().filter(|sign| sign.is_alphabetic()).count();
    let is_short_name = letters < 4 && bare.starts_with(char::is_uppercase);
    letters > 1 && !is_short_name && !ABBREVIATIONS.contains(&bare)
}

fn begins_sentence(word: &str) -> bool {
    !word.starts_with(char::is_lowercase)
}

fn fill_gaps(keep: &mut [bool]) {
    let shown: Vec<usize> = (0..keep.len()).filter(|&i| keep[i]).collect();
    for pair in shown.windows(2) {
        if pair[1] - pair[0] <= GAP + 1 {
            keep[pair[0]..pair[1]].fill(true);
        }
    }
}

fn with_ellipses(words: Vec<Word>, keep: &[bool]) -> Vec<Word> {
    let mut shown = Vec::new();
    let mut is_gap = false;
    for (word, &is_kept) in words.into_iter().zip(keep) {
        if is_kept {
            shown.push(word);
        } else if !is_gap {
            shown.push(Word::plain("…"));
        }
        is_gap = !is_kept;
    }
    shown
}
