//! From a file to its records, and from a record to its article.

use super::{Format, Reason, json_lines, text};
use crate::article::{Article, RecordStart};
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What tells cheaply whether a file has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub modified_ns: i64,
}

/// How much may be held in memory at once.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The largest file that is one article, and the longest line of a file of records, in bytes.
    pub record_bytes: u64,
}

impl Default for Limits {
    /// 64 MB: fifty times the Bible, and still nothing for a machine of today.
    fn default() -> Self {
        Self {
            record_bytes: 64_000_000,
        }
    }
}

/// A record as it stands on disk, not yet understood: enough to see that it has not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRecord {
    /// Its name inside the file, unique there; `None` when it is the whole file.
    pub name: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it begins in the file.
    pub start: RecordStart,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
}

/// A record that cannot be read while the rest of its file can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// Its line in the file, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What [`read`] hands each record to; breaking ends the reading.
pub type EachRecord<'a> = dyn FnMut(Result<RawRecord, Faulty>) -> ControlFlow<()> + 'a;

/// Size and time of the file at `path`, following links.
///
/// # Errors
/// [`Reason::Unreadable`] when it is gone or not allowed.
pub fn stat(path: &Path) -> Result<FileState, Reason> {
    let data = fs::metadata(path)?;
    let modified_ns = match data.modified()?.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i64,
        Err(before) => -(before.duration().as_nanos() as i64),
    };
    Ok(FileState {
        size: data.len(),
        modified_ns,
    })
}

/// Reads the file at `path` and hands its records to `each`, in their order, one at a time.
///
/// Memory stays within a few times [`Limits::record_bytes`] however large the file is. Gives the
/// SHA-256 of the whole file, computed in the same pass; `None` when `each` ended the reading.
///
/// # Errors
/// The [`Reason`] why the file as a whole cannot be read; records handed over before stay valid.
pub fn read(
    path: &Path,
    format: Format,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let file = File::open(path)?;
    match format {
        Format::Text => text::read(file, limits, each),
        Format::JsonLines => json_lines::read(file, limits, each),
    }
}

/// Understands a record: decodes its text, maps it to its bytes, cuts it into blocks, and finds
/// what it says of itself. `file_name` may tell the date when nothing else does.
///
/// # Errors
/// The [`Reason`] why the record is no article.
pub fn parse(record: &RawRecord, format: Format, file_name: &str) -> Result<Article, Reason> {
    match format {
        Format::Text => text::parse(record, file_name),
        Format::JsonLines => json_lines::parse(record),
    }
}
