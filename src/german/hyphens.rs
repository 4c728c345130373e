//! Hyphens: which pieces are also one word, and what a dangling hyphen leaves out.

use super::words::{Link, Piece, PieceKind, Scanner, is_dash, is_hyphen};
use crate::span::TextSpan;

/// The longest joined word in bytes; longer chains are names of files and the like.
const LONGEST_JOINED: usize = 120;
/// So many words are looked at for the one that completes `Boden-`.
const LOOK_AHEAD: usize = 8;

/// So many bytes are looked at for the word that `-programme` shares its beginning with.
const LOOK_BACK: usize = 160;

/// Words between a shortened word and the one that completes it.
const LINKS: [&str; 9] = [
    "und",
    "oder",
    "bzw",
    "sowie",
    "wie",
    "noch",
    "u",
    "beziehungsweise",
    "bis",
];

/// First elements that a splitter of nouns does not know as words.
const PARTICLES: [&str; 32] = [
    "außen", "ausser", "aus", "auf", "ab", "an", "binnen", "ein", "gegen", "her", "hin", "haupt",
    "innen", "mittel", "mit", "nach", "neben", "nieder", "nord", "ober", "ost", "rück", "süd",
    "über", "um", "unter", "vor", "west", "zentral", "zurück", "zu", "zwischen",
];

/// The piece up to which the chunk is also one word from `index` on: the whole chunk from its first
/// piece, and a single letter with the word behind it (the `U-Boot` of `Atom-U-Boot`).
pub(super) fn joined_until(text: &str, chunk: &[Piece], index: usize) -> Option<Piece> {
    let single = |piece: Piece| text[piece.span.range()].chars().nth(1).is_none();
    let last = match index {
        0 => *chunk.last()?,
        _ if single(chunk[index]) => *chunk
            .get(index + 1)
            .filter(|piece| piece.link == Link::Hyphen)?,
        _ => return None,
    };
    let first = chunk[index];
    (first != last && last.span.end() - first.span.start() <= LONGEST_JOINED).then_some(last)
}

/// Writes the word that the pieces in `span` are without their hyphens. An acronym keeps its hyphen,
/// for `UN-Sicherheit` is not *Unsicherheit*.
pub(super) fn join(text: &str, span: TextSpan, joined: &mut String) {
    joined.clear();
    let surface = &text[span.range()];
    if begins_with_acronym(surface) {
        joined.push_str(surface);
    } else {
        push_joined(surface, joined);
    }
}

/// Appends `surface` without hyphens.
pub(super) fn push_joined(surface: &str, joined: &mut String) {
    joined.extend(surface.chars().filter(|c| !is_hyphen(*c) && !is_dash(*c)));
}

fn begins_with_acronym(surface: &str) -> bool {
    let first = surface.split(is_hyphen).next().unwrap_or_default();
    first.chars().nth(1).is_some() && first.chars().all(char::is_uppercase)
}

/// The word that says how the chunk at `span`, which ends in a dangling hyphen, goes on:
/// `Luftstreitkräfte` for the `Boden-` of `Boden- und Luftstreitkräfte`.
pub(super) fn completing_word(text: &str, span: TextSpan) -> Option<TextSpan> {
    let mut scanner = Scanner::behind(text, span);
    let mut linked = false;
    let mut end = span.end();
    for _ in 0..LOOK_AHEAD {
        let piece = scanner.next()?;
        let between = &text[end..piece.span.start()];
        if !between
            .chars()
            .all(|c| is_hyphen(c) || matches!(c, ' ' | '\u{a0}' | ',' | '/' | '.' | '(' | ')'))
        {
            return None;
        }
        linked |= between.contains('/');
        end = piece.span.end();
        let word = &text[piece.span.range()];
        if LINKS.contains(&word) {
            linked = true;
        } else if !piece.lacks_end && piece.kind != PieceKind::Sign {
            return linked.then(|| TextSpan::new(piece.span.start(), chunk_end(scanner, piece)));
        }
    }
    None
}

/// The end of the chunk that begins with `first`, from which `scanner` goes on.
fn chunk_end(scanner: Scanner<'_>, first: Piece) -> usize {
    let linked = scanner
        .take(LOOK_AHEAD)
        .take_while(|piece| piece.link == Link::Hyphen);
    linked
        .last()
        .map_or(first.span.end(), |piece| piece.span.end())
}

/// The word whose first part the chunk at `span`, which begins with a dangling hyphen, leaves out:
/// `Waffenlieferungen` for the `-programme` of `Waffenlieferungen und -programme`.
pub(super) fn completed_word(text: &str, span: TextSpan) -> Option<TextSpan> {
    let window = Scanner::behind(text, TextSpan::new(0, start_of_window(text, span.start())));
    let mut before: [Option<TextSpan>; 2] = [None, None];
    for piece in window.take_while(|piece| piece.span.end() < span.start()) {
        before = match before[1] {
            Some(chunk) if piece.link == Link::Hyphen => [
                before[0],
                Some(TextSpan::new(chunk.start(), piece.span.end())),
            ],
            last => [last, Some(piece.span)],
        };
    }
    let [Some(whole), Some(link)] = before else {
        return None;
    };
    let spaced = |from: usize, to: usize| text[from..to].chars().all(|c| c == ' ' || is_hyphen(c));
    let near = spaced(whole.end(), link.start()) && spaced(link.end(), span.start());
    (near && LINKS.contains(&&text[link.range()])).then_some(whole)
}

/// A place some words before `at`, between two characters.
fn start_of_window(text: &str, at: usize) -> usize {
    let mut start = at.saturating_sub(LOOK_BACK);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start
}

/// The end of the particle that `word` begins with (`Rück` of `Rückflug`), when a word is left behind it.
pub(super) fn particle_end(word: &str) -> Option<usize> {
    let lower = word.to_lowercase();
    let ends = PARTICLES
        .iter()
        .filter(|particle| lower.starts_with(**particle))
        .map(|particle| particle.len());
    ends.filter(|end| word.is_char_boundary(*end) && word.len() >= end + 4)
        .max()
}
