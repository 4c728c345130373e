//! A text put together from stretches of another one, which may itself be decoded from a record.

use super::map::Piece;
use super::{Coding, SourceMap, TextSpan};

/// A text that is gathered from a source text: markup is left out, escapes are resolved, and each
/// character keeps the place it came from.
///
/// ```
/// use beleg::span::{Coding, Excerpt, MapBuilder, TextSpan};
/// let source = "<p>Gr&ouml;&szlig;e</p>";
/// let mut map = MapBuilder::new(0, Default::default());
/// map.run(Coding::Utf8, source);
/// let mut excerpt = Excerpt::default();
/// excerpt.copy(source, TextSpan::new(3, 5));
/// excerpt.stand_in("ö", TextSpan::new(5, 11));
/// excerpt.stand_in("ß", TextSpan::new(11, 18));
/// excerpt.copy(source, TextSpan::new(18, 19));
/// let (text, map) = excerpt.finish(source, &map.finish());
/// assert_eq!(text, "Größe");
/// assert_eq!(map.to_record(&text, TextSpan::new(2, 6)).range(), 5..18);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Excerpt {
    text: String,
    parts: Vec<Part>,
}

/// A stretch of the text with the stretch of the source that it comes from.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    source: TextSpan,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The source's own characters.
    Copied,
    /// What they stand for.
    Escaped,
}

impl Excerpt {
    /// The text gathered so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds the characters of `source` at `span`. Spans outside it add nothing.
    pub fn copy(&mut self, source: &str, span: TextSpan) {
        let Some(copied) = source.get(span.range()).filter(|copied| !copied.is_empty()) else {
            return;
        };
        match self.parts.last_mut() {
            Some(last) if last.goes_on_at(self.text.len(), span) => {
                last.source = TextSpan::new(last.source.start(), span.end());
            }
            _ => self.parts.push(Part {
                start: self.text.len(),
                source: span,
                origin: Origin::Copied,
            }),
        }
        self.text.push_str(copied);
    }

    /// Adds what the characters of the source at `span` stand for. Of several characters the first
    /// has all of the span.
    pub fn stand_in(&mut self, meaning: &str, span: TextSpan) {
        let mut source = span;
        for character in meaning.chars() {
            self.parts.push(Part {
                start: self.text.len(),
                source,
                origin: Origin::Escaped,
            });
            self.text.push(character);
            source = TextSpan::new(span.end(), span.end());
        }
    }

    /// Adds white space that the source has not, or not there.
    pub fn gap(&mut self, space: &str) {
        self.text.push_str(space);
    }

    /// The text, and its map to the record that `map` leads to from `source`.
    pub fn finish(self, source: &str, map: &SourceMap) -> (String, SourceMap) {
        let mut pieces = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            match part.origin {
                Origin::Copied => pieces.extend(part.copied(source, map)),
                Origin::Escaped => pieces.push(part.escaped(source, map)),
            }
        }
        if pieces.first().is_some_and(|first| first.text_start > 0) {
            let first = Piece {
                text_start: 0,
                ..pieces[0]
            };
            pieces.insert(0, first);
        }
        (self.text, SourceMap { pieces })
    }
}

impl Part {
    /// Whether what is copied from `span` to `end` of the text follows without a gap on both sides.
    fn goes_on_at(&self, end: usize, span: TextSpan) -> bool {
        self.origin == Origin::Copied
            && self.source.end() == span.start()
            && self.start + self.source.len() == end
    }

    fn copied(&self, source: &str, map: &SourceMap) -> impl Iterator<Item = Piece> {
        let start = self.start as u32;
        let pieces = map.slice(source, self.source).pieces.into_iter();
        pieces.map(move |piece| Piece {
            text_start: piece.text_start + start,
            ..piece
        })
    }

    fn escaped(&self, source: &str, map: &SourceMap) -> Piece {
        let record = map.to_record(source, self.source);
        let bytes = record.end() - record.start();
        Piece {
            text_start: self.start as u32,
            record_start: record.start(),
            coding: Coding::Escape {
                bytes: u16::try_from(bytes).unwrap_or(u16::MAX),
            },
            position: map.position(source, self.source.start()),
        }
    }
}
