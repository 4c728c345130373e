//! The rows of a table, none of them held longer than needed.

use super::layout::{TableEncoding, TableLayout, separator};
use crate::article::RecordStart;
use crate::source::Reason;
use crate::source::encoding::{self, ByteOrder};
use crate::source::hashed::Hashed;
use crate::source::read::CHUNK;
use std::io::{BufRead, BufReader, Read};

/// A row as it stands in the file.
pub(super) struct Row {
    pub(super) start: RecordStart,
    /// Its bytes without the line end, unless it is too long.
    pub(super) bytes: Result<Vec<u8>, Reason>,
}

/// Goes through the rows of a file.
pub(super) struct Rows<R: Read> {
    file: BufReader<Hashed<R>>,
    at: RecordStart,
    longest: u64,
    encoding: TableEncoding,
    separator: u8,
}

impl<R: Read> Rows<R> {
    /// Looks at the beginning of the file.
    pub(super) fn open(file: R, longest: u64) -> Result<Self, Reason> {
        let mut file = BufReader::with_capacity(CHUNK, Hashed::new(file));
        let beginning = file.fill_buf()?;
        let (mark, encoding) = match beginning {
            [0xEF, 0xBB, 0xBF, ..] => (3, TableEncoding::Bytes(None)),
            [0xFF, 0xFE, ..] => (2, TableEncoding::Utf16(ByteOrder::Little)),
            [0xFE, 0xFF, ..] => (2, TableEncoding::Utf16(ByteOrder::Big)),
            _ if beginning.contains(&0) => return Err(Reason::Binary),
            _ => (0, TableEncoding::Bytes(encoding::shown(beginning))),
        };
        let mut rows = Self {
            file,
            at: RecordStart::default(),
            longest,
            encoding,
            separator: b',',
        };
        rows.consume(mark);
        Ok(rows)
    }

    /// The layout that the first row shows; spreadsheets may name the separator in a row before it.
    pub(super) fn layout(&mut self) -> Result<TableLayout, Reason> {
        let mut row = self.first_row()?;
        let mut separator = separator(&row);
        if let Some(named) = row
            .strip_prefix("sep=")
            .and_then(|rest| rest.chars().next())
        {
            separator = named;
            row = self.first_row()?;
        }
        self.separator = u8::try_from(separator).unwrap_or(b',');
        TableLayout::of(&row, separator, self.encoding)
    }

    fn first_row(&mut self) -> Result<String, Reason> {
        let row = self.next_bytes()?.ok_or(Reason::Empty)?;
        let bytes = row.bytes?;
        let decoded = match self.encoding {
            TableEncoding::Bytes(shown) => encoding::decode(&bytes, shown)?,
            TableEncoding::Utf16(order) => encoding::utf16(&bytes, order)?,
        };
        Ok(decoded.text)
    }

    /// The next row that is not blank.
    pub(super) fn next_row(&mut self) -> Result<Option<Row>, Reason> {
        while let Some(row) = self.next_bytes()? {
            let is_blank = |bytes: &Vec<u8>| {
                bytes
                    .iter()
                    .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
            };
            if !row.bytes.as_ref().is_ok_and(is_blank) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    fn next_bytes(&mut self) -> Result<Option<Row>, Reason> {
        let start = self.at;
        let mut bytes = Vec::new();
        let mut length = 0;
        let mut scan = Scan::new(self.encoding, self.separator);
        loop {
            let buffer = self.file.fill_buf()?;
            let is_over = buffer.is_empty();
            let end = buffer.iter().position(|byte| scan.ends_with(*byte));
            let taken = end.map_or(buffer.len(), |end| end + 1);
            length += taken as u64;
            if length <= self.longest {
                bytes.extend_from_slice(&buffer[..taken]);
            } else {
                bytes = Vec::new();
            }
            self.consume(taken);
            if is_over && length == 0 {
                return Ok(None);
            }
            if end.is_some() || is_over {
                let is_whole = length <= self.longest;
                self.trim(&mut bytes);
                let bytes = is_whole.then_some(bytes);
                let bytes = bytes.ok_or(Reason::RowTooLong(self.longest));
                return Ok(Some(Row { start, bytes }));
            }
        }
    }

    /// Takes the line end off a row.
    fn trim(&self, row: &mut Vec<u8>) {
        let ends: [&[u8]; 2] = match self.encoding {
            TableEncoding::Bytes(_) => [b"\n", b"\r"],
            TableEncoding::Utf16(ByteOrder::Little) => [b"\n\0", b"\r\0"],
            TableEncoding::Utf16(ByteOrder::Big) => [b"\0\n", b"\0\r"],
        };
        for end in ends {
            if row.ends_with(end) {
                row.truncate(row.len() - end.len());
            }
        }
    }

    fn consume(&mut self, length: usize) {
        let taken = &self.file.buffer()[..length];
        self.at.byte += length as u64;
        self.at.line += memchr::memchr_iter(b'\n', taken).count() as u32;
        self.file.consume(length);
    }

    /// SHA-256 of the whole file.
    pub(super) fn finish(self) -> [u8; 32] {
        self.file.into_inner().finish()
    }
}

/// Follows the quotes of a row to its end.
struct Scan {
    width: usize,
    /// The place of the low byte in a character of that width.
    low: usize,
    at: usize,
    separator: u8,
    in_quotes: bool,
    /// Whether nothing but blanks stands in the field so far.
    is_blank: bool,
    after_quote: bool,
    /// The low byte of the character whose high byte follows.
    pending: u8,
    high: u8,
}

impl Scan {
    fn new(encoding: TableEncoding, separator: u8) -> Self {
        let (width, low) = match encoding {
            TableEncoding::Bytes(_) => (1, 0),
            TableEncoding::Utf16(ByteOrder::Little) => (2, 0),
            TableEncoding::Utf16(ByteOrder::Big) => (2, 1),
        };
        Self {
            width,
            low,
            at: 0,
            separator,
            in_quotes: false,
            is_blank: true,
            after_quote: false,
            pending: 0,
            high: 0,
        }
    }

    /// Takes the next byte, and tells whether the row ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        let place = self.at % self.width;
        self.at += 1;
        if place == self.low {
            self.pending = byte;
        } else {
            self.high = byte;
        }
        if place + 1 < self.width {
            return false;
        }
        self.takes_character(if self.high == 0 { self.pending } else { b'x' })
    }

    fn takes_character(&mut self, character: u8) -> bool {
        let was_quote = std::mem::take(&mut self.after_quote);
        match character {
            b'"' if self.in_quotes => (self.in_quotes, self.after_quote) = (false, true),
            b'"' if self.is_blank || was_quote => self.in_quotes = true,
            b'\n' if !self.in_quotes => return true,
            _ if self.in_quotes => {}
            separator if separator == self.separator => {
                self.is_blank = true;
                return false;
            }
            _ => {}
        }
        self.is_blank &= character == b' ';
        false
    }
}

/// Where the first row of a text ends, and where the next begins.
pub(super) fn end_of_row(text: &[u8], separator: u8) -> (usize, usize) {
    let mut scan = Scan::new(TableEncoding::Bytes(None), separator);
    match text.iter().position(|byte| scan.ends_with(*byte)) {
        Some(end) => (end - usize::from(text[..end].ends_with(b"\r")), end + 1),
        None => (text.len(), text.len()),
    }
}
