//! JSON Lines: every line is an object with an article.
//!
//! Each object has an `id` (a text or a number) and a `text`, and may have a `title`, `date`,
//! `author`, `source`, `url` and `lang`, each a text or a list of texts; a `date` may also be a
//! number, the year. Other usual names of these are understood as well. Other members, and
//! optional ones of another kind, are passed over. When a name occurs twice in an object, the last
//! one counts; of `id` the first, because reading ends there when only the name of the record is
//! asked for.

use super::names::Names;
use super::read::{CHUNK, Limits};
use super::record::{EachRecord, Faulty, RawRecord};
use super::{Format, Reason, json, object};
use crate::article::RecordStart;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// Reads the file line by line.
pub(super) fn read(
    file: impl Read,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut lines = Lines {
        file: BufReader::with_capacity(CHUNK, file),
        hash: Sha256::new(),
        next: RecordStart::default(),
        longest: limits.record_bytes,
    };
    lines.check_beginning()?;
    let mut names = Names::default();
    while let Some((start, line)) = lines.next_line()? {
        let outcome = match line {
            Ok(bytes) if bytes.trim_ascii().is_empty() => continue,
            Ok(bytes) => record(bytes, start, &mut names),
            Err(reason) => Err(reason),
        };
        let outcome = outcome.map_err(|reason| Faulty::on_line(start.line + 1, reason));
        if each(outcome) == ControlFlow::Break(()) {
            return Ok(None);
        }
    }
    Ok(Some(lines.hash.finalize().into()))
}

fn record(bytes: Vec<u8>, start: RecordStart, names: &mut Names) -> Result<RawRecord, Reason> {
    let id = object::id(&bytes)?.ok_or(Reason::MissingField("id"))?;
    Ok(RawRecord {
        name: Some(names.unique(id)),
        start,
        ..RawRecord::whole(bytes, Format::JsonLines)
    })
}

/// The lines of a file, none of them held longer than needed.
struct Lines<R: Read> {
    file: BufReader<R>,
    hash: Sha256,
    next: RecordStart,
    longest: u64,
}

/// Where a line begins, and its bytes without the line feed unless it is too long.
type Line = (RecordStart, Result<Vec<u8>, Reason>);

impl<R: Read> Lines<R> {
    /// Refuses files that cannot be JSON Lines, and passes over a byte order mark.
    fn check_beginning(&mut self) -> Result<(), Reason> {
        let mark = json::byte_order_mark(self.file.fill_buf()?)?;
        self.consume(mark);
        Ok(())
    }

    fn next_line(&mut self) -> Result<Option<Line>, Reason> {
        let start = self.next;
        let mut line = Vec::new();
        let mut length = 0;
        loop {
            let buffer = self.file.fill_buf()?;
            let end = memchr::memchr(b'\n', buffer);
            let part = &buffer[..end.unwrap_or(buffer.len())];
            length += part.len() as u64;
            if length <= self.longest {
                line.extend_from_slice(part);
            } else {
                line = Vec::new();
            }
            let (is_over, consumed) = (buffer.is_empty(), part.len() + usize::from(end.is_some()));
            self.consume(consumed);
            if end.is_some() || (is_over && length > 0) {
                self.next.line += u32::from(end.is_some());
                let whole = length <= self.longest;
                let line = whole
                    .then_some(line)
                    .ok_or(Reason::LineTooLong(self.longest));
                return Ok(Some((start, line)));
            }
            if is_over {
                return Ok(None);
            }
        }
    }

    fn consume(&mut self, length: usize) {
        self.hash.update(&self.file.buffer()[..length]);
        self.file.consume(length);
        self.next.byte += length as u64;
    }
}
