//! A string of JSON, and where each of its characters stands.

use super::JsonFault;
use crate::span::{Coding, MapBuilder, Position, SourceMap, first_character};

/// A string as it stands in the line, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) struct RawText<'a> {
    line: &'a str,
    start: usize,
    end: usize,
}

impl<'a> RawText<'a> {
    /// The string between these bytes of a line.
    pub(super) fn new(line: &'a str, start: usize, end: usize) -> Self {
        Self { line, start, end }
    }

    /// The text it stands for.
    pub(in crate::source) fn text(self) -> Result<String, JsonFault> {
        let mut text = String::with_capacity(self.end - self.start);
        self.unescape(|run, _| text.push_str(run))?;
        Ok(text)
    }

    /// The text it stands for, and where in the record each of its bytes stands.
    pub(in crate::source) fn mapped_text(
        self,
        place: &mut Place,
    ) -> Result<(String, SourceMap), JsonFault> {
        let position = place.go_to(self.line, self.start);
        let mut map = MapBuilder::new(self.start as u64, position);
        let mut text = String::with_capacity(self.end - self.start);
        self.unescape(|run, escape| {
            text.push_str(run);
            match escape {
                Some((character, width)) => map.json_character(character, width),
                None => map.json_raw(run),
            }
        })?;
        Ok((text, map.finish()))
    }

    /// Hands over runs of plain text, and each escaped character with its width in the line.
    fn unescape(self, mut each: impl FnMut(&str, Option<(char, usize)>)) -> Result<(), JsonFault> {
        let mut at = self.start;
        while at < self.end {
            let raw = &self.line[at..self.end];
            let plain = memchr::memchr(b'\\', raw.as_bytes()).unwrap_or(raw.len());
            if plain > 0 {
                each(&raw[..plain], None);
                at += plain;
                continue;
            }
            let (character, width) = first_character(raw).map_err(|escape| JsonFault {
                byte: at,
                problem: escape.into(),
            })?;
            each(character.encode_utf8(&mut [0; 4]), Some((character, width)));
            at += width;
        }
        Ok(())
    }
}

/// A place in a record that only moves on, so that a record is gone through once, however many texts
/// it holds.
#[derive(Clone, Copy, Debug)]
pub(in crate::source) struct Place {
    byte: usize,
    position: Position,
}

impl Place {
    /// The start of a record that begins at `column` of its first line.
    pub(in crate::source) fn start(column: u32) -> Self {
        Self {
            byte: 0,
            position: Position { line: 0, column },
        }
    }

    /// Moves on to a byte of the record.
    fn go_to(&mut self, record: &str, byte: usize) -> Position {
        let between = record.get(self.byte..byte).unwrap_or_default();
        self.position = self.position.behind(between, Coding::Utf8);
        self.byte = byte;
        self.position
    }
}
