//! From one analysis pass to the terms of every field.
//!
//! The terms of a field are written as one string: for each term the step from the position of the
//! term before it (one character, U+0020 meaning 0), the term, and U+0000. [`Replay`] reads it back
//! into the buffer that tantivy reuses, so no term is allocated and no text is analysed twice.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::german::{Analyzer, Word};
use crate::search::BLOCK_GAP;

/// What is added to a step so that it never is U+0000.
const STEP_BASE: u32 = 0x20;
const END: char = '\0';

/// The terms of a field, encoded.
#[derive(Clone, Debug, Default)]
struct Terms {
    encoded: String,
    position: u32,
}

impl Terms {
    fn push(&mut self, position: u32, term: &str) {
        let step = position.saturating_sub(self.position);
        self.position = position;
        // A step beyond the basic plane's first half cannot come from one block of text; it would
        // only widen a gap, so it is cut there.
        let step = char::from_u32((step + STEP_BASE).min(0xD7FF)).unwrap_or(' ');
        self.encoded.push(step);
        self.encoded.push_str(term);
        self.encoded.push(END);
    }
}

/// The terms of one passage in all its fields.
#[derive(Clone, Debug, Default)]
pub struct PassageTokens {
    stem: Terms,
    exact: Terms,
    parts: Terms,
    next_position: u32,
}

impl PassageTokens {
    /// Analyses a block and adds its terms behind those of the blocks before it.
    pub fn add(&mut self, analyzer: &mut Analyzer, text: &str) {
        let first = self.next_position;
        let mut last = first;
        analyzer.analyze(text, |token| {
            last = first + token.position;
            self.word(last, token.word);
        });
        self.next_position = last + BLOCK_GAP;
    }

    fn word(&mut self, position: u32, word: &Word) {
        self.stem.push(position, &word.stem);
        if word.exact != word.stem {
            self.exact.push(position, &word.exact);
        }
        for part in &word.parts {
            self.parts.push(position, &part.stem);
        }
    }

    /// The encoded terms of `stem`, `exact` and `parts`.
    pub(super) fn into_fields(self) -> [String; 3] {
        [self.stem.encoded, self.exact.encoded, self.parts.encoded]
    }
}

/// The encoded stems of a title or heading, compound parts included.
pub(super) fn stems(analyzer: &mut Analyzer, text: &str) -> String {
    let mut terms = Terms::default();
    analyzer.analyze(text, |token| {
        terms.push(token.position, &token.word.stem);
        for part in &token.word.parts {
            terms.push(token.position, &part.stem);
        }
    });
    terms.encoded
}

/// The encoded folded words of a name.
pub(super) fn folded(analyzer: &mut Analyzer, text: &str) -> String {
    let mut terms = Terms::default();
    analyzer.analyze(text, |token| terms.push(token.position, &token.word.exact));
    terms.encoded
}

/// The encoded terms of a field that no analysis goes before.
pub(super) fn raw<'t>(terms: impl IntoIterator<Item = &'t str>) -> String {
    let mut encoded = Terms::default();
    for term in terms {
        encoded.push(0, term);
    }
    encoded.encoded
}

/// The tokenizer that reads encoded terms back.
#[derive(Clone, Default)]
pub(super) struct Replay {
    token: Token,
}

/// The terms of one encoded string.
pub(super) struct ReplayStream<'a> {
    token: &'a mut Token,
    rest: &'a str,
    position: usize,
}

impl Tokenizer for Replay {
    type TokenStream<'a> = ReplayStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ReplayStream<'a> {
        self.token.reset();
        ReplayStream {
            token: &mut self.token,
            rest: text,
            position: 0,
        }
    }
}

impl TokenStream for ReplayStream<'_> {
    fn advance(&mut self) -> bool {
        let mut characters = self.rest.chars();
        let Some(step) = characters.next() else {
            return false;
        };
        let rest = characters.as_str();
        let end = rest.find(END).unwrap_or(rest.len());
        self.position += (step as u32).saturating_sub(STEP_BASE) as usize;
        self.token.position = self.position;
        self.token.text.clear();
        self.token.text.push_str(&rest[..end]);
        self.rest = rest.get(end + 1..).unwrap_or("");
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaying_gives_back_terms_and_positions() {
        let mut terms = Terms::default();
        for (position, term) in [(0, "atom"), (0, "atomprogramm"), (3, "größe"), (103, "x")] {
            terms.push(position, term);
        }
        let mut replay = Replay::default();
        let mut stream = replay.token_stream(&terms.encoded);
        let mut seen = Vec::new();
        while stream.advance() {
            seen.push((stream.token().position as u32, stream.token().text.clone()));
        }
        let expected = [(0, "atom"), (0, "atomprogramm"), (3, "größe"), (103, "x")];
        assert_eq!(
            seen,
            expected.map(|(position, term)| (position, term.to_owned()))
        );
    }
}
