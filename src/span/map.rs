//! From the text of an article to the bytes of its record.

use super::{Coding, FileSpan, Position, TextSpan};

/// Where each byte of a text stands in its record.
///
/// The text is cut into pieces that are each written in one [`Coding`] without a gap. Inside a
/// piece the place is found by adding the widths of the characters before it, therefore most
/// questions need the text beside the map. Pieces are kept short (see [`MapBuilder`]), so that a
/// question costs a binary search and a short scan however long the text is.
///
/// ```
/// use beleg::span::{Coding, MapBuilder, TextSpan};
/// let text = "Zürich\nund Köln";
/// let mut builder = MapBuilder::new(0, Default::default());
/// builder.run(Coding::SingleByte, text);
/// let map = builder.finish();
/// let koeln = TextSpan::new(12, 17);
/// assert_eq!(&text[koeln.range()], "Köln");
/// assert_eq!(map.to_record(text, koeln).range(), 11..15);
/// assert_eq!(map.position(text, 12).line, 1);
/// assert_eq!(map.position(text, 12).column, 4);
/// ```
///
/// [`MapBuilder`]: super::MapBuilder
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// In the order of the text; the first begins at the text's first byte.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of text that is written in one coding without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its first byte in the text.
    pub(super) text_start: u32,
    /// Its first byte in the record.
    pub(super) record_start: u64,
    /// How it is written.
    pub(super) coding: Coding,
    /// Where its first character stands in the record.
    pub(super) position: Position,
}

/// The piece of a map that has none: the text is the record.
const WHOLE: Piece = Piece {
    text_start: 0,
    record_start: 0,
    coding: Coding::Utf8,
    position: Position { line: 0, column: 0 },
};

impl SourceMap {
    /// The bytes of the record in which `span` of `text` is written.
    ///
    /// `text` is the whole text this map was made for. A bound inside a character counts as the
    /// start of that character.
    pub fn to_record(&self, text: &str, span: TextSpan) -> FileSpan {
        let start = self
            .piece_at(span.start())
            .record_offset(text, span.start());
        if span.is_empty() {
            return FileSpan::new(start, start);
        }
        // The end belongs to the piece of the last character: the next piece may stand elsewhere.
        let end = self
            .piece_at(span.end() - 1)
            .record_offset(text, span.end());
        FileSpan::new(start, end.max(start))
    }

    /// The line and column of the record at which byte `offset` of `text` stands.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let piece = self.piece_at(offset);
        piece
            .position
            .behind(piece.before(text, offset), piece.coding)
    }

    /// The map of `span` of `text` alone: its offsets of text count from the start of `span`, what
    /// it says of the record stays.
    pub fn slice(&self, text: &str, span: TextSpan) -> SourceMap {
        let first = self.piece_at(span.start());
        let mut pieces = vec![Piece {
            text_start: 0,
            record_start: first.record_offset(text, span.start()),
            coding: first.coding,
            position: self.position(text, span.start()),
        }];
        let next = self
            .pieces
            .partition_point(|piece| piece.text_start as usize <= span.start());
        let inside = self.pieces[next..]
            .iter()
            .take_while(|piece| (piece.text_start as usize) < span.end())
            .map(|piece| Piece {
                text_start: piece.text_start - span.start() as u32,
                ..*piece
            });
        pieces.extend(inside);
        SourceMap { pieces }
    }

    /// Adds the map of a text that follows at byte `start` of this one.
    pub fn append(&mut self, start: usize, following: SourceMap) {
        let pieces = following.pieces.into_iter();
        self.pieces.extend(pieces.map(|piece| Piece {
            text_start: piece.text_start + start as u32,
            ..piece
        }));
    }

    /// The text that stands in `span` of `record`, decoded anew from its bytes.
    ///
    /// `single_byte` knows the character of each byte of a one-byte encoding. `None` when the
    /// bytes are not there, are not whole characters, or lie before the text.
    pub fn read_back(
        &self,
        record: &[u8],
        span: FileSpan,
        single_byte: &dyn Fn(u8) -> char,
    ) -> Option<String> {
        // A title may stand behind its text in the record.
        let mut pieces: Vec<&Piece> = self.pieces.iter().collect();
        pieces.sort_by_key(|piece| piece.record_start);
        let mut text = String::new();
        let mut start = span.start();
        let mut index = pieces.partition_point(|piece| piece.record_start <= start);
        while start < span.end() {
            let piece = index.checked_sub(1).and_then(|index| pieces.get(index))?;
            let next = pieces
                .get(index)
                .map_or(u64::MAX, |piece| piece.record_start);
            let end = span.end().min(next);
            let bytes = record.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
            text.push_str(&piece.coding.decode(bytes, single_byte)?);
            start = end;
            index += 1;
        }
        Some(text)
    }

    /// The piece that holds byte `offset` of the text.
    fn piece_at(&self, offset: usize) -> Piece {
        let behind = self
            .pieces
            .partition_point(|piece| piece.text_start as usize <= offset);
        behind
            .checked_sub(1)
            .map_or(WHOLE, |index| self.pieces[index])
    }
}

impl Piece {
    /// The byte of the record at which byte `offset` of `text` stands, seen from this piece.
    fn record_offset(&self, text: &str, offset: usize) -> u64 {
        self.record_start + self.coding.width_of(self.before(text, offset))
    }

    /// What of `text` stands between the start of this piece and `offset`.
    fn before<'a>(&self, text: &'a str, offset: usize) -> &'a str {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.get(self.text_start as usize..end).unwrap_or_default()
    }
}
