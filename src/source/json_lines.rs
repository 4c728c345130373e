//! JSON Lines: every line is an object with an article.
//!
//! Each object has an `id` (a text or a number) and a `text`, and may have a `title`, `date`,
//! `author`, `source`, `url` and `lang`, each a text; a `date` may also be a number, the year.
//! Other members, and optional ones of another kind, are passed over. When a name occurs twice
//! in an object, the last one counts; of `id` the first, because reading ends there when only the
//! name of the record is asked for.

use super::Reason;
use super::json::{Members, Value};
use super::read::{EachRecord, Faulty, Limits, RawRecord};
use crate::article::{self, Article, Draft, RecordStart};
use crate::span::SourceMap;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// How much is read at once, in bytes.
const CHUNK: usize = 256 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

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
        let outcome = outcome.map_err(|reason| Faulty {
            line: start.line + 1,
            reason,
        });
        if each(outcome) == ControlFlow::Break(()) {
            return Ok(None);
        }
    }
    Ok(Some(lines.hash.finalize().into()))
}

/// Reads the article out of the object.
pub(super) fn parse(record: &RawRecord) -> Result<Article, Reason> {
    let mut draft = Draft {
        record: record.name.clone(),
        record_start: record.start,
        hash: record.hash,
        ..Draft::default()
    };
    let mut title = None;
    let mut body = None;
    for member in Members::of(&record.bytes)? {
        let (name, value) = member?;
        match name.as_str() {
            "text" => body = mapped(value)?,
            "title" => title = mapped(value).unwrap_or_default(),
            "date" => draft.date = optional(value)?,
            "author" => draft.author = optional(value)?,
            "source" => draft.outlet = optional(value)?,
            "url" => draft.url = optional(value)?,
            "lang" => draft.language = optional(value)?,
            _ => {}
        }
    }
    let (body, map) = body.ok_or(Reason::MissingField("text"))?;
    if body.trim().is_empty() {
        return Err(Reason::Empty);
    }
    draft.title = title.as_ref().map(|(title, _)| title.clone());
    (draft.text, draft.map) = headed(title, body, map);
    Ok(article::build(draft))
}

/// The text with its title over it, so that the title is found, marked and cited like any block.
fn headed(
    title: Option<(String, SourceMap)>,
    body: String,
    body_map: SourceMap,
) -> (String, SourceMap) {
    let Some((mut text, mut map)) = title else {
        return (body, body_map);
    };
    text.push_str("\n\n");
    map.append(text.len(), body_map);
    text.push_str(&body);
    (text, map)
}

fn mapped(value: Value) -> Result<Option<(String, SourceMap)>, Reason> {
    match value {
        Value::Text(raw) => Ok(Some(raw.mapped_text()?)),
        Value::Null => Ok(None),
        Value::Number(_) | Value::Other => Err(Reason::NotText("text")),
    }
}

/// The text or number of an optional field; `None` when it is blank or of another kind.
fn optional(value: Value) -> Result<Option<String>, Reason> {
    let text = match value {
        Value::Text(raw) => raw.text()?,
        Value::Number(number) => number.to_owned(),
        Value::Null | Value::Other => return Ok(None),
    };
    Ok(Some(text).filter(|text| !text.trim().is_empty()))
}

fn record(bytes: Vec<u8>, start: RecordStart, names: &mut Names) -> Result<RawRecord, Reason> {
    let name = names.unique(id(&bytes)?);
    let hash = Sha256::digest(&bytes).into();
    Ok(RawRecord {
        name: Some(name),
        bytes,
        start,
        hash,
    })
}

/// The `id` of the object, read no further than needed.
fn id(line: &[u8]) -> Result<String, Reason> {
    for member in Members::of(line)? {
        match member? {
            (name, Value::Text(raw)) if name == "id" => return Ok(raw.text()?),
            (name, Value::Number(number)) if name == "id" => return Ok(number.to_owned()),
            (name, Value::Other) if name == "id" => return Err(Reason::NotText("id")),
            _ => {}
        }
    }
    Err(Reason::MissingField("id"))
}

/// The names given in a file so far, as hashes: a million of them take 16 MB.
#[derive(Default)]
struct Names(HashSet<u64>);

impl Names {
    /// `id` itself, or with `~2`, `~3` … when it was given before.
    fn unique(&mut self, id: String) -> String {
        let mut name = id.clone();
        let mut count = 1;
        while !self.0.insert(hash_of(&name)) {
            count += 1;
            name = format!("{id}~{count}");
        }
        name
    }
}

fn hash_of(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
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
        let beginning = self.file.fill_buf()?;
        if beginning.starts_with(b"\xFF\xFE") || beginning.starts_with(b"\xFE\xFF") {
            return Err(Reason::JsonInUtf16);
        }
        if beginning.contains(&0) {
            return Err(Reason::Binary);
        }
        if beginning.starts_with(BYTE_ORDER_MARK) {
            self.consume(BYTE_ORDER_MARK.len());
        }
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
