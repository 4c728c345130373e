//! The analysis chain: from a text to tokens with their forms.

use super::cache::{Reading, WordCache};
use super::forms::Forms;
use super::hyphens;
use super::knowledge::Knowledge;
use super::value::Values;
use super::word::{Token, TokenKind};
use super::words::{Link, Piece, PieceKind, Scanner};
use crate::span::TextSpan;

/// More pieces than this at one stretch of hyphens are taken as several words.
const LONGEST_CHUNK: usize = 12;

/// Analyses texts; it keeps the words it has met, so one should serve many texts of a thread.
pub struct Analyzer {
    forms: Forms,
    cache: WordCache,
    chunk: Vec<Piece>,
    composed: String,
}

impl Analyzer {
    /// The chain for German: words → compound cut on the surface → stem → fold.
    pub fn german(knowledge: Knowledge) -> Self {
        Self::new(Forms::german(knowledge))
    }

    /// The chain for other languages: words → fold.
    pub fn plain() -> Self {
        Self::new(Forms::Plain)
    }

    fn new(forms: Forms) -> Self {
        Self {
            forms,
            cache: WordCache::new(),
            chunk: Vec::new(),
            composed: String::new(),
        }
    }

    /// Calls `sink` with each token of `text`, in the order of their first bytes.
    ///
    /// Joined and completed words and values come behind the first word they cover.
    pub fn analyze(&mut self, text: &str, mut sink: impl FnMut(Token<'_>)) {
        let mut scanner = Scanner::new(text);
        let mut position = 0;
        let mut next = scanner.next();
        while let Some(first) = next {
            self.chunk.clear();
            self.chunk.push(first);
            next = scanner.next();
            while let Some(piece) =
                next.filter(|piece| piece.link != Link::Apart && self.chunk.len() < LONGEST_CHUNK)
            {
                self.chunk.push(piece);
                next = scanner.next();
            }
            self.emit_chunk(text, position, &mut sink);
            position += self.chunk.len() as u32;
        }
    }

    /// Hands out the pieces of a chunk and what is composed from them.
    fn emit_chunk(&mut self, text: &str, position: u32, sink: &mut impl FnMut(Token<'_>)) {
        for index in 0..self.chunk.len() {
            let piece = self.chunk[index];
            let place = position + index as u32;
            self.emit_piece(text, piece, place, sink);
            if index == 0 {
                self.emit_completed(text, place, sink);
            }
            if let Some(last) = hyphens::joined_until(text, &self.chunk, index) {
                let span = TextSpan::new(piece.span.start(), last.span.end());
                hyphens::join(text, span, &mut self.composed);
                self.emit_composed(span, place, TokenKind::Joined, sink);
            }
        }
    }

    fn emit_piece(
        &mut self,
        text: &str,
        piece: Piece,
        position: u32,
        sink: &mut impl FnMut(Token<'_>),
    ) {
        let (reading, kind) = match piece.kind {
            PieceKind::Letters => (Reading::Word, TokenKind::Word),
            PieceKind::Initials => (Reading::Initials, TokenKind::Word),
            PieceKind::Number => (Reading::Number, TokenKind::Number),
            PieceKind::Sign => (Reading::Sign, TokenKind::Word),
        };
        let surface = &text[piece.span.range()];
        let forms = &mut self.forms;
        let word = self
            .cache
            .get(surface, reading, || forms.word(surface, reading));
        sink(Token {
            span: piece.span,
            position,
            kind,
            word,
        });
        let values = Values::of(text, piece, word);
        for (end, term) in values.found.into_iter().flatten() {
            let span = TextSpan::new(piece.span.start(), end);
            self.emit_value(span, position, &term, sink);
        }
    }

    fn emit_value(
        &mut self,
        span: TextSpan,
        position: u32,
        term: &str,
        sink: &mut impl FnMut(Token<'_>),
    ) {
        let (forms, reading) = (&mut self.forms, Reading::Value);
        let word = self.cache.get(term, reading, || forms.word(term, reading));
        sink(Token {
            span,
            position,
            kind: TokenKind::Value,
            word,
        });
    }

    /// Hands out the word that a chunk with a dangling hyphen stands for.
    fn emit_completed(&mut self, text: &str, position: u32, sink: &mut impl FnMut(Token<'_>)) {
        let (Some(first), Some(last)) = (self.chunk.first(), self.chunk.last()) else {
            return;
        };
        let span = TextSpan::new(first.span.start(), last.span.end());
        let other = if last.lacks_end {
            hyphens::completing_word(text, span)
        } else if first.lacks_start {
            hyphens::completed_word(text, span)
        } else {
            None
        };
        let Some(other) = other else { return };
        let Some(cut) = self.forms.first_cut(&text[other.range()]) else {
            return;
        };
        let parts = if last.lacks_end {
            [
                &text[span.range()],
                &text[other.start() + cut.behind..other.end()],
            ]
        } else {
            [
                &text[other.start()..other.start() + cut.before],
                &text[span.range()],
            ]
        };
        self.composed.clear();
        parts
            .iter()
            .for_each(|part| hyphens::push_joined(part, &mut self.composed));
        self.emit_composed(span, position, TokenKind::Completed, sink);
    }

    fn emit_composed(
        &mut self,
        span: TextSpan,
        position: u32,
        kind: TokenKind,
        sink: &mut impl FnMut(Token<'_>),
    ) {
        let (forms, composed) = (&mut self.forms, self.composed.as_str());
        let word = self.cache.get(composed, Reading::Composed, || {
            forms.word(composed, Reading::Composed)
        });
        sink(Token {
            span,
            position,
            kind,
            word,
        });
    }
}
