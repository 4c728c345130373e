//! The stored form of a map: a few bytes for each piece.
//!
//! Numbers are little-endian base-128 varints: the number of pieces, then for each piece the
//! advance in the text with the coding in the lowest four bits, the advances in the record and
//! in its lines, and the column. The bytes of an escape follow behind its column.

use super::map::Piece;
use super::{Coding, Position, SourceMap};
use thiserror::Error;

/// A stored map that cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a stored source map is damaged; rebuild the index with `beleg index --rebuild`")]
pub struct DamagedMap;

const CODING_BITS: u32 = 4;

/// The number of [`Coding::Escape`], whose bytes follow.
const ESCAPE: u64 = 15;

impl SourceMap {
    /// Appends the stored form of this map to `out`.
    ///
    /// ```
    /// use beleg::span::{Coding, MapBuilder, SourceMap};
    /// let mut builder = MapBuilder::new(3, Default::default());
    /// builder.run(Coding::Utf8, "Munition");
    /// let map = builder.finish();
    /// let mut stored = Vec::new();
    /// map.encode(&mut stored);
    /// assert_eq!(stored.len(), 5);
    /// assert_eq!(SourceMap::decode(&mut stored.as_slice()), Ok(map));
    /// ```
    pub fn encode(&self, out: &mut Vec<u8>) {
        write_number(out, self.pieces.len() as u64);
        let (mut text, mut record, mut line) = (0, 0, 0);
        for piece in &self.pieces {
            let advance = u64::from(piece.text_start - text);
            write_number(out, advance << CODING_BITS | number_of(piece.coding));
            write_number(out, piece.record_start - record);
            write_number(out, u64::from(piece.position.line - line));
            write_number(out, u64::from(piece.position.column));
            if let Coding::Escape { bytes } = piece.coding {
                write_number(out, bytes.into());
            }
            (text, record, line) = (piece.text_start, piece.record_start, piece.position.line);
        }
    }

    /// Reads a map from the front of `bytes` and moves `bytes` behind it.
    ///
    /// # Errors
    /// [`DamagedMap`] when the bytes end early or name what does not exist.
    pub fn decode(bytes: &mut &[u8]) -> Result<SourceMap, DamagedMap> {
        let count = read_number(bytes)?;
        // A piece takes at least four bytes, which bounds what a damaged count can allocate.
        if count > bytes.len() as u64 / 4 {
            return Err(DamagedMap);
        }
        let mut pieces = Vec::with_capacity(count as usize);
        let mut last = None;
        for _ in 0..count {
            let piece = read_piece(bytes, last)?;
            last = Some(piece);
            pieces.push(piece);
        }
        Ok(SourceMap { pieces })
    }
}

/// Reads the piece that follows `last`.
fn read_piece(bytes: &mut &[u8], last: Option<Piece>) -> Result<Piece, DamagedMap> {
    let (text, record, line) = last.map_or((0, 0, 0), |piece| {
        (piece.text_start, piece.record_start, piece.position.line)
    });
    let head = read_number(bytes)?;
    let advance = head >> CODING_BITS;
    let coding = head & ((1 << CODING_BITS) - 1);
    if (advance == 0) != last.is_none() {
        return Err(DamagedMap);
    }
    let record_start = record.checked_add(read_number(bytes)?).ok_or(DamagedMap)?;
    let position = Position {
        line: add(line, read_number(bytes)?)?,
        column: add(0, read_number(bytes)?)?,
    };
    Ok(Piece {
        text_start: add(text, advance)?,
        record_start,
        coding: read_coding(coding, bytes)?,
        position,
    })
}

fn read_coding(number: u64, bytes: &mut &[u8]) -> Result<Coding, DamagedMap> {
    if number == ESCAPE {
        let bytes = u16::try_from(read_number(bytes)?).map_err(|_| DamagedMap)?;
        return Ok(Coding::Escape { bytes });
    }
    Coding::ALL.get(number as usize).copied().ok_or(DamagedMap)
}

fn number_of(coding: Coding) -> u64 {
    let place = Coding::ALL.iter().position(|known| *known == coding);
    place.map_or(ESCAPE, |place| place as u64)
}

fn add(base: u32, advance: u64) -> Result<u32, DamagedMap> {
    u32::try_from(advance)
        .ok()
        .and_then(|advance| base.checked_add(advance))
        .ok_or(DamagedMap)
}

fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> Result<u64, DamagedMap> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (&byte, rest) = bytes.split_first().ok_or(DamagedMap)?;
        *bytes = rest;
        let low = u64::from(byte & 0x7f);
        if low << shift >> shift != low {
            return Err(DamagedMap);
        }
        number |= low << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(DamagedMap)
}
