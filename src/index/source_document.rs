//! The document of a source, both ways.

use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;

use super::document::{decode, encode, kind};
use super::error::IndexError;
use super::schema::Fields;
use crate::article::RecordStart;

/// Whether a source is in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceState {
    /// It was read.
    Read,
    /// It was not, for this reason.
    Skipped(String),
}

/// A source as the index keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRecord {
    /// Number of the source, given once.
    pub key: u64,
    /// Number of the root it lies in.
    pub root: u64,
    /// Path relative to that root.
    pub path: String,
    /// Its format.
    pub format: String,
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything of it last changed, its name and permissions included, in nanoseconds since 1970.
    pub changed: i64,
    /// SHA-256 of all its bytes.
    pub hash: [u8; 32],
    /// What is said of it beside it, as a number that changes with that; 0 when nothing is.
    pub beside: u64,
    /// Whether it was read.
    pub state: SourceState,
    /// Where each of its articles begins, by number of the article.
    pub records: Vec<(u64, RecordStart)>,
    /// Its records that are stored as articles of another place.
    pub copies: Vec<CopiedRecord>,
    /// Records that were skipped: where, and why.
    pub skipped_records: Vec<(String, String)>,
}

/// A further place of an article: a record that gives the same article as one met before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedRecord {
    /// Number of the article.
    pub article: u64,
    /// Its name inside the source.
    pub name: Option<String>,
    /// How much of the name says in which member of an archive it lies, in bytes.
    pub member: u64,
    /// Where it begins.
    pub start: RecordStart,
}

#[derive(Serialize, Deserialize)]
struct SourceWire {
    hash: [u8; 32],
    reason: Option<String>,
    /// Steps from one article to the next: number, byte, line.
    records: Vec<(i64, i64, i64)>,
    copies: Vec<CopyWire>,
    skipped_records: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct CopyWire {
    article: u64,
    name: Option<String>,
    member: u64,
    byte: u64,
    line: u32,
}

impl From<&CopiedRecord> for CopyWire {
    fn from(copy: &CopiedRecord) -> Self {
        Self {
            article: copy.article,
            name: copy.name.clone(),
            member: copy.member,
            byte: copy.start.byte,
            line: copy.start.line,
        }
    }
}

impl From<CopyWire> for CopiedRecord {
    fn from(wire: CopyWire) -> Self {
        Self {
            article: wire.article,
            name: wire.name,
            member: wire.member,
            start: RecordStart {
                byte: wire.byte,
                line: wire.line,
            },
        }
    }
}

/// The document of a source.
pub(super) fn source_document(
    fields: &Fields,
    source: &SourceRecord,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::default();
    let reason = match &source.state {
        SourceState::Read => None,
        SourceState::Skipped(reason) => Some(reason.clone()),
    };
    document.add_text(fields.kind, kind::SOURCE);
    if reason.is_some() || !source.skipped_records.is_empty() {
        document.add_text(fields.kind, kind::SKIPPED);
    }
    if !source.copies.is_empty() {
        document.add_text(fields.kind, kind::COPYING);
    }
    for copy in &source.copies {
        document.add_u64(fields.copy, copy.article);
    }
    document.add_u64(fields.source, source.key);
    document.add_u64(fields.root, source.root);
    document.add_text(fields.path, &source.path);
    document.add_text(fields.format, &source.format);
    document.add_u64(fields.size, source.size);
    document.add_i64(fields.modified, source.modified);
    document.add_i64(fields.changed, source.changed);
    document.add_u64(fields.beside, source.beside);
    document.add_u64(fields.state, u64::from(reason.is_some()));
    let wire = SourceWire {
        hash: source.hash,
        reason,
        records: steps(&source.records),
        copies: source.copies.iter().map(CopyWire::from).collect(),
        skipped_records: source.skipped_records.clone(),
    };
    document.add_bytes(fields.payload, &encode(&wire)?);
    Ok(document)
}

fn steps(records: &[(u64, RecordStart)]) -> Vec<(i64, i64, i64)> {
    let mut last = (0i64, 0i64, 0i64);
    records
        .iter()
        .map(|(key, start)| {
            let here = (*key as i64, start.byte as i64, i64::from(start.line));
            let step = (here.0 - last.0, here.1 - last.1, here.2 - last.2);
            last = here;
            step
        })
        .collect()
}

fn places(steps: &[(i64, i64, i64)]) -> Vec<(u64, RecordStart)> {
    let mut here = (0i64, 0i64, 0i64);
    steps
        .iter()
        .map(|step| {
            here = (here.0 + step.0, here.1 + step.1, here.2 + step.2);
            (
                here.0 as u64,
                RecordStart {
                    byte: here.1 as u64,
                    line: here.2 as u32,
                },
            )
        })
        .collect()
}

/// What a source's payload holds: hash, reason, places of records, copies, skipped records.
pub(super) struct SourcePayload {
    pub hash: [u8; 32],
    pub reason: Option<String>,
    pub records: Vec<(u64, RecordStart)>,
    pub copies: Vec<CopiedRecord>,
    pub skipped_records: Vec<(String, String)>,
}

/// Reads the payload of a source back.
pub(super) fn read_source(payload: &[u8]) -> Result<SourcePayload, IndexError> {
    let wire: SourceWire = decode(payload)?;
    Ok(SourcePayload {
        hash: wire.hash,
        reason: wire.reason,
        records: places(&wire.records),
        copies: wire.copies.into_iter().map(CopiedRecord::from).collect(),
        skipped_records: wire.skipped_records,
    })
}
