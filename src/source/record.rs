//! Records as they stand in a source, not yet understood.

use super::{Format, Reason, TableLayout};
use crate::article::{RecordStart, Statement};
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;
use std::sync::Arc;

/// A record as it stands on disk, not yet understood: enough to see that it has not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRecord {
    /// Its name inside the file, unique there; `None` when it is the whole file. Members of archives
    /// come first, each followed by `#`: `mails.mbox#17`.
    pub name: Option<String>,
    /// How much of the name says in which member of an archive the record lies, in bytes.
    pub member: usize,
    /// How it is to be understood.
    pub format: Format,
    /// Its bytes; those of a member of an archive are unpacked.
    pub bytes: Vec<u8>,
    /// Where it begins in the file, or in the member it lies in.
    pub start: RecordStart,
    /// Characters before it on its first line.
    pub column: u32,
    /// SHA-256 of its bytes.
    pub hash: [u8; 32],
    /// How the table is laid out of which it is a row.
    pub table: Option<Arc<TableLayout>>,
    /// What is said of it around it in its file, where it does not say so itself.
    pub said: Arc<[Statement]>,
}

/// A record that cannot be read while the rest of its file can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// Where it stands in the file.
    pub place: RecordPlace,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Where a record stands, as a person finds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordPlace {
    /// The member of the archive, or the attachment.
    pub member: Option<String>,
    /// The line in the file or in that member, from 1; `None` when all of it is meant.
    pub line: Option<u32>,
}

/// What [`read`](super::read) hands each record to; breaking ends the reading.
pub type EachRecord<'a> = dyn FnMut(Result<RawRecord, Faulty>) -> ControlFlow<()> + 'a;

impl RecordPlace {
    /// Whether it is all of the source.
    pub fn is_whole(&self) -> bool {
        self.member.is_none() && self.line.is_none()
    }
}

impl RawRecord {
    /// All of a file, or of a member of an archive, as one record.
    pub(super) fn whole(bytes: Vec<u8>, format: Format) -> Self {
        let hash = Sha256::digest(&bytes).into();
        Self {
            name: None,
            member: 0,
            format,
            bytes,
            start: RecordStart::default(),
            column: 0,
            hash,
            table: None,
            said: Arc::default(),
        }
    }

    /// Where it stands, which is told rather than its name, for that may be what is wrong.
    pub fn place(&self) -> RecordPlace {
        let name = self.name.as_deref().unwrap_or_default();
        let member = name.get(..self.member).filter(|member| !member.is_empty());
        RecordPlace {
            member: member.map(str::to_owned),
            line: (name.len() > self.member).then_some(self.start.line + 1),
        }
    }

    /// The file name of the member of an archive it lies in.
    pub(super) fn file_name(&self) -> Option<&str> {
        let member = self.name.as_deref()?.get(..self.member)?;
        member
            .rsplit(['/', '#'])
            .next()
            .filter(|name| !name.is_empty())
    }

    /// The same record, seen from outside the member it was read from.
    pub(super) fn inside(mut self, member: &str) -> Self {
        let name = joined(member, self.name.take());
        // The name of the inner member, if there is one, stands behind `#`.
        self.member += member.len() + usize::from(self.member > 0);
        self.name = Some(name);
        self
    }
}

impl Faulty {
    /// A record that is a line of the file, from 1.
    pub(super) fn on_line(line: u32, reason: Reason) -> Self {
        let place = RecordPlace {
            member: None,
            line: Some(line),
        };
        Self { place, reason }
    }

    /// All of a member of an archive.
    pub(super) fn member(name: &str, reason: Reason) -> Self {
        let place = RecordPlace {
            member: Some(name.to_owned()),
            line: None,
        };
        Self { place, reason }
    }

    /// The same fault, seen from outside the member it was found in.
    pub(super) fn inside(mut self, member: &str) -> Self {
        self.place.member = Some(joined(member, self.place.member.take()));
        self
    }
}

impl std::fmt::Display for RecordPlace {
    /// As it stands behind the path of the file: `#member`, `:7`, `#member:7`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(member) = &self.member {
            write!(formatter, "#{member}")?;
        }
        match self.line {
            Some(line) => write!(formatter, ":{line}"),
            None => Ok(()),
        }
    }
}

fn joined(member: &str, inner: Option<String>) -> String {
    match inner {
        Some(inner) => format!("{member}#{inner}"),
        None => member.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: Option<&str>) -> RawRecord {
        RawRecord {
            name: name.map(str::to_owned),
            start: RecordStart { byte: 9, line: 6 },
            ..RawRecord::whole(Vec::new(), Format::Text)
        }
    }

    #[test]
    fn a_record_in_an_archive_in_an_archive_is_named_from_the_outside_in() {
        let line = record(Some("17")).inside("b.jsonl").inside("a.zip");
        assert_eq!(line.name.as_deref(), Some("a.zip#b.jsonl#17"));
        assert_eq!(line.place().to_string(), "#a.zip#b.jsonl:7");
        let member = record(None).inside("b.txt").inside("a.zip");
        assert_eq!(member.name.as_deref(), Some("a.zip#b.txt"));
        assert_eq!(member.place().to_string(), "#a.zip#b.txt");
    }

    #[test]
    fn a_faulty_line_is_told_by_its_number() {
        assert_eq!(record(Some("17")).place().to_string(), ":7");
        assert_eq!(record(None).place().to_string(), "");
    }
}
