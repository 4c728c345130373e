//! The way from a text to everyone it names.

use super::detect::{Detector, Found};
use super::mention::Names;
use super::resolve::resolve;
use crate::article::Block;
use crate::span::TextSpan;

/// Recognises who is named; it keeps the words it has met, so one should serve many articles of a thread.
#[derive(Default)]
pub struct Recognizer {
    detector: Detector,
}

impl Recognizer {
    /// A recogniser that has met no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everyone whom the blocks of a German text name.
    pub fn names(&mut self, text: &str, blocks: &[Block]) -> Names {
        let mut found = Vec::new();
        let spans = blocks.iter().map(|block| block.span);
        self.detector.detect(text, spans, &mut found);
        resolve(text, blocks, &found)
    }
}

/// Who is meant at places that are known to name somebody, because people marked them: each is a name
/// with its ending. Places that are no stretch of the text are left out.
pub fn names_at(text: &str, blocks: &[Block], places: &[TextSpan]) -> Names {
    let is_there = |place: &&TextSpan| text.get(place.range()).is_some_and(|name| !name.is_empty());
    let mut found: Vec<Found> = places
        .iter()
        .filter(is_there)
        .map(|place| Found {
            span: *place,
            name: *place,
            derived: false,
            confidence: 100,
        })
        .collect();
    found.sort_by_key(|found| found.span.start());
    resolve(text, blocks, &found)
}
