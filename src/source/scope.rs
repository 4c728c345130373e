//! What reading a source may cost, however deep archives lie inside each other in it.

use super::read::Limits;
use super::record::{EachRecord, Faulty, RawRecord};
use super::{Format, Reason, Stop, read};
use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// How many archives may lie inside each other. A mailbox in an archive with an archive as an
/// attachment is three.
const DEEPEST: u32 = 4;
/// How many times its own size a source may unpack to. Text packs to a tenth, tables to a
/// fiftieth; what packs to less is made to do harm.
const LARGEST_RATIO: u64 = 100;
/// What any source may unpack to, in bytes, however small it is.
const ALWAYS_ALLOWED: u64 = 64_000_000;

/// Where the bytes of a source or of a member of one come from.
pub(super) enum Input<'a> {
    /// A file, in which one can go back.
    File(File),
    /// What is unpacked while it is read.
    Stream(&'a mut dyn Read),
}

impl Read for Input<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Input::File(file) => file.read(buffer),
            Input::Stream(stream) => stream.read(buffer),
        }
    }
}

/// A source, or a member of an archive in it, while it is read.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) limits: &'a Limits,
    /// The name of the file or member, which tells what is in a packed one.
    pub(super) name: &'a str,
    depth: u32,
    /// Bytes that may still be unpacked from the source.
    left: &'a Cell<u64>,
}

impl<'a> Scope<'a> {
    /// What a source of this many bytes may unpack to, in bytes.
    pub(super) fn allowance(size: u64) -> Cell<u64> {
        Cell::new(size.saturating_mul(LARGEST_RATIO).max(ALWAYS_ALLOWED))
    }

    /// The reading of a whole source.
    pub(super) fn new(limits: &'a Limits, name: &'a str, left: &'a Cell<u64>) -> Self {
        Self {
            limits,
            name,
            depth: 0,
            left,
        }
    }

    /// The reading of a member of it.
    ///
    /// # Errors
    /// [`Reason::NestedArchives`] when archives lie inside each other beyond reason.
    pub(super) fn inside<'b>(&self, name: &'b str) -> Result<Scope<'b>, Reason>
    where
        'a: 'b,
    {
        if self.depth == DEEPEST {
            return Err(Reason::NestedArchives(DEEPEST));
        }
        Ok(Scope {
            name,
            depth: self.depth + 1,
            ..*self
        })
    }

    /// A stream whose bytes count as unpacked.
    pub(super) fn metered<R: Read>(&self, unpacked: R) -> Metered<'a, R> {
        Metered {
            unpacked,
            left: self.left,
            stop: &self.limits.stop,
        }
    }

    /// How many bytes the source may still unpack to.
    pub(super) fn left(&self) -> u64 {
        self.left.get()
    }

    /// Whether the source has unpacked to more than it may.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Reads a member of an archive and hands its records on under their full names. What cannot be
    /// read of it is handed on as well, and the archive goes on.
    pub(super) fn read_member(
        &self,
        name: &str,
        bytes: &mut dyn Read,
        each: &mut EachRecord,
    ) -> ControlFlow<()> {
        let format = Format::of(Path::new(name));
        self.read_unpacked(name, format, &mut self.metered(bytes), each)
    }

    /// The same for a member whose bytes have been counted, and whose format may be told by something
    /// else than its name.
    pub(super) fn read_unpacked(
        &self,
        name: &str,
        format: Result<Format, Reason>,
        bytes: &mut dyn Read,
        each: &mut EachRecord,
    ) -> ControlFlow<()> {
        let mut inside = |record: Result<RawRecord, Faulty>| {
            let record = record.map(|record| record.inside(name));
            each(record.map_err(|faulty| faulty.inside(name)))
        };
        let outcome = format.and_then(|format| {
            let scope = self.inside(name)?;
            read::read_input(Input::Stream(bytes), format, &scope, &mut inside)
        });
        match outcome {
            Ok(Some(_)) => ControlFlow::Continue(()),
            Ok(None) => ControlFlow::Break(()),
            Err(reason) => each(Err(Faulty::member(name, reason))),
        }
    }
}

impl Reason {
    /// That a source unpacks to more than it may.
    pub(super) fn bomb() -> Self {
        Reason::Bomb(LARGEST_RATIO)
    }
}

/// A stream that counts what is unpacked, and fails where it becomes too much.
pub(super) struct Metered<'a, R> {
    unpacked: R,
    left: &'a Cell<u64>,
    stop: &'a Stop,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.stop.is_asked() {
            return Err(io::Error::other(Reason::CalledOff));
        }
        let length = self.unpacked.read(buffer).map_err(unpacking)?;
        let left = self.left.get().saturating_sub(length as u64);
        self.left.set(left);
        match left {
            0 => Err(io::Error::other(Reason::bomb())),
            _ => Ok(length),
        }
    }
}

/// What the system did not refuse was refused by what unpacks, and will be every time.
fn unpacking(error: io::Error) -> io::Error {
    match (error.raw_os_error(), Reason::from(error)) {
        (None, Reason::Unreadable(said)) => io::Error::other(Reason::Damaged(said)),
        (_, reason) => io::Error::other(reason),
    }
}
