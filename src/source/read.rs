//! From a file to its records, and from a record to its article.

use super::hashed::Hashed;
use super::record::{EachRecord, RawRecord};
use super::scope::{Input, Scope};
use super::{Format, ReadApart, Reason, Stop};
use super::{
    csv, docx, epub, json_file, json_lines, mail, mailbox, markdown, object, odt, packed, page,
    pdf, rtf, tar, text, warc, whole, zip,
};
use crate::article::{self, Article, Draft};
use std::fs::{self, File, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// How much of a file of records is read at once, in bytes.
pub(super) const CHUNK: usize = 256 * 1024;

/// What tells cheaply whether a file has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub modified_ns: i64,
    /// When anything of it was last changed, its name and permissions included, in nanoseconds since
    /// 1970: unlike the time of its content, programs cannot set it. Where the system keeps no such time,
    /// that of the content.
    pub changed_ns: i64,
}

/// What reading may cost.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The largest file or member of an archive that is one article, and the longest line of a file of
    /// records, in bytes.
    pub record_bytes: u64,
    /// How what may bring a process down is read.
    pub apart: ReadApart,
    /// Calls the reading off.
    pub stop: Stop,
}

impl Default for Limits {
    /// 64 MB: fifty times the Bible, and still nothing for a machine of today.
    fn default() -> Self {
        Self {
            record_bytes: 64_000_000,
            apart: ReadApart::default(),
            stop: Stop::default(),
        }
    }
}

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
        changed_ns: changed_ns(&data).unwrap_or(modified_ns),
    })
}

#[cfg(unix)]
fn changed_ns(data: &Metadata) -> Option<i64> {
    use std::os::unix::fs::MetadataExt;
    let seconds = data.ctime().checked_mul(1_000_000_000)?;
    seconds.checked_add(data.ctime_nsec())
}

#[cfg(not(unix))]
fn changed_ns(_: &Metadata) -> Option<i64> {
    None
}

/// SHA-256 of all bytes of the file at `path`.
///
/// # Errors
/// [`Reason::Unreadable`] when it is gone, not allowed or failing.
pub fn hash(path: &Path) -> Result<[u8; 32], Reason> {
    Ok(Hashed::new(File::open(path)?).finish_whole()?)
}

/// Reads the file at `path` and hands its records to `each`, in their order, one at a time.
///
/// Memory stays within a few times [`Limits::record_bytes`] however large the file is. Gives the
/// SHA-256 of the whole file; `None` when `each` ended the reading.
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
    let left = Scope::allowance(file.metadata()?.len());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let scope = Scope::new(limits, &name, &left);
    read_input(Input::File(file), format, &scope, each)
}

/// Reads a file, or a member of an archive.
///
/// # Errors
/// [`Reason::Empty`] also when there was nothing in it to hand on, good or bad.
pub(super) fn read_input(
    input: Input,
    format: Format,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut is_empty = true;
    let hash = read_records(input, format, scope, &mut |record| {
        is_empty = false;
        each(record)
    })?;
    match is_empty {
        true => Err(Reason::Empty),
        false => Ok(hash),
    }
}

fn read_records(
    input: Input,
    format: Format,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    match format {
        Format::Text
        | Format::Markdown
        | Format::Html
        | Format::Rtf
        | Format::Pdf
        | Format::Docx
        | Format::Odt => whole::read(input, format, scope.limits, each),
        Format::JsonLines => json_lines::read(input, scope.limits, each),
        Format::Json => json_file::read(input, scope.limits, each),
        Format::Csv => csv::read(input, scope.limits, each),
        Format::Mail => mail::read(input, scope, each),
        Format::Mailbox => mailbox::read(input, scope, each),
        Format::Epub => epub::read(input, scope, each),
        Format::Warc => warc::read(input, scope, each),
        Format::Zip => zip::read(input, scope, each),
        Format::Tar => tar::read(input, scope, each),
        Format::Gzip => packed::read_gzip(input, scope, each),
        Format::Zstandard => packed::read_zstandard(input, scope, each),
    }
}

/// Understands a record: decodes its text, maps it to its bytes, cuts it into blocks, and finds
/// what it says of itself. `file_name` may tell the date when nothing else does.
///
/// # Errors
/// The [`Reason`] why the record is no article.
pub fn parse(record: &RawRecord, limits: &Limits, file_name: &str) -> Result<Article, Reason> {
    let file_name = record.file_name().unwrap_or(file_name);
    let mut article = understood(record, limits, file_name)?;
    article.member = record.member;
    article::complete(&mut article, &record.said);
    Ok(article)
}

/// The text that lines and bytes of citations count in, where the record itself is no text but a page
/// or part has to be extracted: a paragraph a line for documents, the parts of a message one behind
/// another. `None` where they count in the record.
///
/// # Errors
/// The [`Reason`] why it cannot be extracted.
pub fn extracted(record: &RawRecord, limits: &Limits) -> Result<Option<String>, Reason> {
    let draft = match record.format {
        Format::Pdf => pdf::draft(record, limits),
        Format::Docx => docx::draft(record, limits),
        Format::Odt => odt::draft(record, limits),
        Format::Mail => return mail::extracted(record),
        _ => return Ok(None),
    };
    draft.map(|draft| Some(draft.text))
}

/// The article of a draft out of a file of this name.
fn named(draft: Draft, file_name: &str) -> Article {
    article::build(Draft {
        file_name: Some(file_name.to_owned()),
        ..draft
    })
}

fn understood(record: &RawRecord, limits: &Limits, file_name: &str) -> Result<Article, Reason> {
    match record.format {
        Format::Text => text::parse(record, file_name),
        Format::Markdown => markdown::parse(record, file_name),
        Format::Html => page::parse(record, file_name),
        Format::Rtf => rtf::parse(record, file_name),
        Format::JsonLines | Format::Json => object::parse(record),
        Format::Csv => csv::parse(record),
        Format::Mail => mail::parse(record),
        Format::Pdf => pdf::parse(record, limits, file_name),
        Format::Docx => docx::draft(record, limits).map(|draft| named(draft, file_name)),
        Format::Odt => odt::draft(record, limits).map(|draft| named(draft, file_name)),
        // What these hold comes as records of other formats.
        Format::Mailbox
        | Format::Epub
        | Format::Warc
        | Format::Zip
        | Format::Tar
        | Format::Gzip
        | Format::Zstandard => Err(Reason::Empty),
    }
}
