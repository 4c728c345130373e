//! Archives of the program `tar`, read as a stream.

use super::Reason;
use super::archive_name::{Visibility, visibility};
use super::hashed::Hashed;
use super::names::Names;
use super::record::{EachRecord, Faulty};
use super::scope::{Input, Scope};
use ::tar::{Archive, Entry, EntryType};
use std::cell::Cell;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;

/// The longest head of a member, in bytes; names have at most a few thousand.
const LONGEST_HEAD: u64 = 1_000_000;

/// Reads the members of an archive in their order.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut packed = Hashed::new(input);
    let left = Cell::new(LONGEST_HEAD);
    let headed = Headed {
        archive: BufReader::new(&mut packed),
        left: &left,
    };
    let mut archive = Archive::new(headed);
    let mut names = Names::default();
    for (members, entry) in (0u64..).zip(archive.entries()?) {
        let mut entry = entry.map_err(|error| damaged(members, error))?;
        left.set(u64::MAX);
        if read_entry(&mut entry, &mut names, scope, each).is_break() {
            return Ok(None);
        }
        // What nobody wanted of it is passed over, so that the next head is read by itself.
        io::copy(&mut entry, &mut io::sink()).map_err(|error| damaged(members + 1, error))?;
        left.set(LONGEST_HEAD);
        if scope.is_spent() {
            return Err(Reason::bomb());
        }
    }
    drop(archive);
    Ok(Some(packed.finish_whole()?))
}

/// An archive of which no head of a member is read beyond reason: names of any length may stand there.
struct Headed<'a, R> {
    archive: R,
    /// How many bytes may be read.
    left: &'a Cell<u64>,
}

impl<R: Read> Read for Headed<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.archive.read(buffer)?;
        match self.left.get().checked_sub(length as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::other(Reason::Damaged("no name ends".to_owned()))),
        }
        Ok(length)
    }
}

fn read_entry(
    entry: &mut Entry<impl Read>,
    names: &mut Names,
    scope: &Scope,
    each: &mut EachRecord,
) -> ControlFlow<()> {
    let Ok(name) = String::from_utf8(entry.path_bytes().into_owned()) else {
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        return each(Err(Faulty::member(&name, Reason::Name)));
    };
    let special = match entry.header().entry_type() {
        EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => None,
        EntryType::Symlink | EntryType::Link => Some("a link inside an archive"),
        EntryType::Fifo => Some("a named pipe"),
        EntryType::Char | EntryType::Block => Some("a device"),
        _ => return ControlFlow::Continue(()),
    };
    match (visibility(&name), special) {
        (Visibility::Hidden, _) => ControlFlow::Continue(()),
        (Visibility::Outside, _) => each(Err(Faulty::member(&name, Reason::OutsideName))),
        (Visibility::Shown, Some(special)) => {
            each(Err(Faulty::member(&name, Reason::NotAFile(special))))
        }
        // An archive that was added to may hold several files of one name.
        (Visibility::Shown, None) => scope.read_member(&names.unique_file(name), entry, each),
    }
}

fn damaged(members: u64, error: io::Error) -> Reason {
    let said = match (Reason::from(error), members) {
        (Reason::Damaged(_) | Reason::Unreadable(_), 0) => "it does not begin as an archive does",
        (Reason::Damaged(_) | Reason::Unreadable(_), _) => "it breaks off or is overwritten",
        (reason, _) => return reason,
    };
    Reason::DamagedArchive { members, said }
}
