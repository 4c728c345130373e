//! Making the map of a text while the text is decoded.

use super::map::Piece;
use super::{Coding, Position, SourceMap};

/// The longest piece, in bytes of text.
///
/// Lines and columns are found by scanning from the start of a piece. At this length the scan
/// takes a microsecond, and the pieces of a long text stay within a hundredth of its size.
const LONGEST_PIECE: usize = 2 * 1024;

/// Follows the decoding of a text and notes where each stretch of it stands in the record.
#[derive(Clone, Debug)]
pub struct MapBuilder {
    pieces: Vec<Piece>,
    text_end: u32,
    record_end: u64,
    position: Position,
}

impl MapBuilder {
    /// A map for a text that begins at byte `record_start` of the record, which stands at
    /// `position`.
    pub fn new(record_start: u64, position: Position) -> Self {
        Self {
            pieces: Vec::new(),
            text_end: 0,
            record_end: record_start,
            position,
        }
    }

    /// Adds `text`, all of it written regularly in `coding`, right behind what was added before.
    pub fn run(&mut self, coding: Coding, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            self.begin_piece_for(coding);
            let room = LONGEST_PIECE.saturating_sub(self.piece_length());
            let (now, later) = split_near(rest, room.max(1));
            self.advance(coding, now);
            rest = later;
        }
    }

    /// Adds one character of a JSON string that takes `width` bytes of the record, in whichever
    /// coding has it so.
    pub fn json_character(&mut self, character: char, width: usize) {
        let width = width as u64;
        let coding = match self.pieces.last() {
            Some(piece) if piece.coding.width(character) == width => piece.coding,
            _ => Coding::of_json(character, width),
        };
        self.begin_piece_for(coding);
        self.advance(coding, character.encode_utf8(&mut [0; 4]));
    }

    /// Adds `text` that stands in a JSON string without any escape.
    pub fn json_raw(&mut self, text: &str) {
        match self.pieces.last() {
            Some(piece) if piece.coding != Coding::JsonUtf8 => {
                text.chars().for_each(|character| {
                    self.json_character(character, character.len_utf8());
                });
            }
            _ => self.run(Coding::JsonUtf8, text),
        }
    }

    /// The finished map.
    pub fn finish(mut self) -> SourceMap {
        if self.pieces.is_empty() {
            // Even an empty text has its place in the record.
            self.begin_piece_for(Coding::Utf8);
        }
        SourceMap {
            pieces: self.pieces,
        }
    }

    /// Begins a new piece unless the last one is written in `coding` and has room.
    fn begin_piece_for(&mut self, coding: Coding) {
        let goes_on = self
            .pieces
            .last()
            .is_some_and(|piece| piece.coding == coding);
        if goes_on && self.piece_length() < LONGEST_PIECE {
            return;
        }
        self.pieces.push(Piece {
            text_start: self.text_end,
            record_start: self.record_end,
            coding,
            position: self.position,
        });
    }

    fn piece_length(&self) -> usize {
        self.pieces
            .last()
            .map_or(0, |piece| (self.text_end - piece.text_start) as usize)
    }

    fn advance(&mut self, coding: Coding, text: &str) {
        self.position = self.position.behind(text, coding);
        self.record_end += coding.width_of(text);
        self.text_end += text.len() as u32;
    }
}

/// Cuts `text` at the first character boundary at or behind `length` bytes.
fn split_near(text: &str, length: usize) -> (&str, &str) {
    let mut cut = length.min(text.len());
    while !text.is_char_boundary(cut) {
        cut += 1;
    }
    text.split_at(cut)
}
