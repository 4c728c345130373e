//! JSON: a file that is an object with an article, a list of such objects, or an object around one.
//!
//! The members of an object are those of JSON Lines, but the `id` may be missing: then the record
//! is named by its number. A list is read object by object, however long it is.

use super::hashed::Hashed;
use super::json::{self, JsonFault, JsonProblem};
use super::names::Names;
use super::read::{CHUNK, Limits};
use super::record::{EachRecord, Faulty, RawRecord};
use super::{Format, Reason, object};
use crate::article::RecordStart;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// Reads the objects of the file.
pub(super) fn read(
    file: impl Read,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut scanner = Scanner {
        file: BufReader::with_capacity(CHUNK, Hashed::new(file)),
        at: Place::default(),
        longest: limits.record_bytes,
    };
    scanner.check_beginning()?;
    let mut names = Names::default();
    let flow = match scanner.next_visible()? {
        Some(b'[') => scanner.elements(&mut names, each)?,
        Some(b'{') => scanner.only_object(&mut names, each)?,
        Some(_) => return Err(scanner.fault("an object or a list")),
        None => return Err(Reason::Empty),
    };
    if flow.is_break() {
        return Ok(None);
    }
    match scanner.next_visible()? {
        None => Ok(Some(scanner.file.into_inner().finish())),
        Some(_) => Err(scanner.fault("the end of the file")),
    }
}

/// A place in the file.
#[derive(Clone, Copy, Default)]
struct Place {
    start: RecordStart,
    column: u32,
}

impl Place {
    /// The place behind `bytes`.
    fn behind(self, bytes: &[u8]) -> Place {
        let lines = memchr::memchr_iter(b'\n', bytes).count() as u32;
        let last = memchr::memrchr(b'\n', bytes).map_or(0, |last| last + 1);
        let begins = |byte: &&u8| **byte & 0xC0 != 0x80;
        let columns = bytes[last..].iter().filter(begins).count() as u32;
        Place {
            start: RecordStart {
                byte: self.start.byte + bytes.len() as u64,
                line: self.start.line + lines,
            },
            column: if lines == 0 {
                self.column + columns
            } else {
                columns
            },
        }
    }
}

/// Goes through the bytes of a file.
struct Scanner<R: Read> {
    file: BufReader<Hashed<R>>,
    at: Place,
    longest: u64,
}

impl<R: Read> Scanner<R> {
    fn check_beginning(&mut self) -> Result<(), Reason> {
        let mark = json::byte_order_mark(self.file.fill_buf()?)?;
        self.file.consume(mark);
        self.at.start.byte += mark as u64;
        Ok(())
    }

    /// The next byte that is no white space, at which the scanner then stands.
    fn next_visible(&mut self) -> Result<Option<u8>, Reason> {
        loop {
            let buffer = self.file.fill_buf()?;
            let space = buffer
                .iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
            let next = buffer.get(space).copied();
            let is_over = buffer.is_empty();
            self.consume(space);
            if next.is_some() || is_over {
                return Ok(next);
            }
        }
    }

    fn consume(&mut self, length: usize) {
        let length = length.min(self.file.buffer().len());
        self.at = self.at.behind(&self.file.buffer()[..length]);
        self.file.consume(length);
    }

    /// The elements of a list. What is no object is told.
    fn elements(
        &mut self,
        names: &mut Names,
        each: &mut EachRecord,
    ) -> Result<ControlFlow<()>, Reason> {
        self.consume(1);
        let mut number = 0;
        loop {
            let outcome = match self.next_visible()? {
                Some(b']') => {
                    self.consume(1);
                    return Ok(ControlFlow::Continue(()));
                }
                Some(b',') => {
                    self.consume(1);
                    continue;
                }
                // Nothing begins with it, so reading would never come behind it.
                Some(b'}') => return Err(self.fault("a value")),
                Some(first) => {
                    number += 1;
                    let (line, place) = (self.at.start.line + 1, self.at);
                    let record = self.value()?.and_then(|bytes| match first {
                        b'{' => record(bytes, place, Some(number), names),
                        _ => Err(expected(0, "an object, which begins with {")),
                    });
                    record.map_err(|reason| Faulty::on_line(line, reason))
                }
                None => return Err(self.fault("a comma or the closing bracket")),
            };
            if each(outcome).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    /// The object that is all of the file, or the objects of the list in it.
    fn only_object(
        &mut self,
        names: &mut Names,
        each: &mut EachRecord,
    ) -> Result<ControlFlow<()>, Reason> {
        let outer = self.at;
        let bytes = self.value()?.map_err(|reason| match reason {
            Reason::LineTooLong(longest) => Reason::TooLarge(longest),
            reason => reason,
        })?;
        let Some(objects) = object::inner_objects(&bytes)? else {
            let record = record(bytes, outer, None, names)?;
            return Ok(each(Ok(record)));
        };
        let (mut at, mut end) = (outer, 0);
        for (number, object) in (1..).zip(objects) {
            at = at.behind(&bytes[end..object.range().start]);
            end = object.range().start;
            let inner = bytes[object.range()].to_vec();
            let outcome = record(inner, at, Some(number), names);
            let line = at.start.line + 1;
            let outcome = outcome.map_err(|reason| Faulty::on_line(line, reason));
            if each(outcome).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The bytes of the value at which the scanner stands, and stands behind it.
    fn value(&mut self) -> Result<Result<Vec<u8>, Reason>, Reason> {
        let mut value = Vec::new();
        let mut length = 0;
        let mut nesting = Nesting::default();
        loop {
            let buffer = self.file.fill_buf()?;
            if buffer.is_empty() {
                return Err(self.fault("the end of the value"));
            }
            let end = nesting.end_of_value(buffer);
            let taken = end.unwrap_or(buffer.len());
            length += taken as u64;
            if length <= self.longest {
                value.extend_from_slice(&buffer[..taken]);
            } else {
                value = Vec::new();
            }
            self.consume(taken);
            if end.is_some() {
                let is_whole = length <= self.longest;
                return Ok(is_whole
                    .then_some(value)
                    .ok_or(Reason::LineTooLong(self.longest)));
            }
        }
    }

    fn fault(&self, what: &'static str) -> Reason {
        expected(self.at.start.byte as usize, what)
    }
}

fn expected(byte: usize, what: &'static str) -> Reason {
    Reason::Json(JsonFault {
        byte,
        problem: JsonProblem::Expected(what),
    })
}

fn record(
    bytes: Vec<u8>,
    place: Place,
    number: Option<u64>,
    names: &mut Names,
) -> Result<RawRecord, Reason> {
    let id = object::id(&bytes)?.or(number.map(|number| number.to_string()));
    Ok(RawRecord {
        name: number.and(id).map(|id| names.unique(id)),
        start: place.start,
        column: place.column,
        ..RawRecord::whole(bytes, Format::Json)
    })
}

/// How deep in lists, objects and strings a place of a value is.
#[derive(Default)]
struct Nesting {
    depth: usize,
    in_string: bool,
    after_backslash: bool,
}

impl Nesting {
    /// Where the value ends that goes on with `bytes`.
    fn end_of_value(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                _ if self.after_backslash => self.after_backslash = false,
                b'\\' if self.in_string => self.after_backslash = true,
                b'"' => {
                    self.in_string = !self.in_string;
                    if !self.in_string && self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ if self.in_string => {}
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 1 => self.depth -= 1,
                b'}' | b']' => return Some(at + self.depth.min(1)),
                b',' if self.depth == 0 => return Some(at),
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the records of a file, or what is wrong with each.
    fn records(file: &str) -> Result<Vec<Result<String, String>>, Reason> {
        let mut records = Vec::new();
        read(file.as_bytes(), &Limits::default(), &mut |record| {
            records.push(match record {
                Ok(record) => Ok(record.name.unwrap_or_default()),
                Err(faulty) => Err(faulty.reason.to_string()),
            });
            ControlFlow::Continue(())
        })?;
        Ok(records)
    }

    #[test]
    fn lists_are_read_object_by_object() {
        let found = records("[{\"id\":\"a\"}, {\"x\":[1,{}]},\n{\"id\":\"a\"}]").expect("a list");
        let names: Vec<String> = found.into_iter().flatten().collect();
        assert_eq!(names, ["a", "2", "a~2"]);
    }

    #[test]
    fn what_is_no_object_is_told_and_the_rest_is_read() {
        let found = records("[1, \"x,]\", {\"id\":\"a\"}, null]").expect("a list");
        assert_eq!(found.iter().filter(|record| record.is_ok()).count(), 1);
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn a_closing_brace_where_a_value_should_begin_once_made_reading_endless() {
        assert!(records("[}").is_err());
        assert!(records("[{\"id\":1}}]").is_err());
        assert!(records("[{\"id\":1").is_err());
        assert!(records("{\"id\":1}}").is_err());
    }
}
