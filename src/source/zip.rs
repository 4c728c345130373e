//! ZIP archives, read by their directory.

use super::archive_name::{Visibility, visibility};
use super::hashed::Hashed;
use super::record::{EachRecord, Faulty, RecordPlace};
use super::scope::{Input, Scope};
use super::{Reason, whole};
use ::zip::ZipArchive;
use ::zip::result::ZipError;
use memchr::memmem;
use sha2::{Digest, Sha256};

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// How far before its end the last record of an archive may begin: a comment has at most 64 KB.
const FARTHEST_END: u64 = 65_557;

/// Reads the members of an archive in the order of its directory.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    match input {
        Input::File(file) => {
            let hash = Hashed::new(&file).finish_whole()?;
            let flow = read_members(BufReader::new(file), scope, each)?;
            Ok(flow.is_continue().then_some(hash))
        }
        Input::Stream(stream) => {
            let bytes = whole::bytes(stream, scope.limits)?;
            let hash = Sha256::digest(&bytes).into();
            let flow = read_members(Cursor::new(bytes), scope, each)?;
            Ok(flow.is_continue().then_some(hash))
        }
    }
}

fn read_members<R: Read + Seek>(
    mut file: R,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<ControlFlow<()>, Reason> {
    let length = file.seek(SeekFrom::End(0))?;
    let listed = listed(&mut file, length)?;
    let mut archive = ZipArchive::new(file)?;
    let mut packed = 0;
    for index in 0..archive.len() {
        packed += archive
            .by_index_raw(index)
            .map_or(0, |member| member.compressed_size());
        // Members that share their bytes can be as many as one likes.
        if packed > length {
            return Err(Reason::bomb());
        }
        if read_at(&mut archive, index, scope, each).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if scope.is_spent() {
            return Err(Reason::bomb());
        }
    }
    let hidden = listed.map_or(0, |listed| listed.saturating_sub(archive.len()));
    if hidden > 0 {
        let place = RecordPlace::default();
        let reason = Reason::SameNames(hidden);
        return Ok(each(Err(Faulty { place, reason })));
    }
    Ok(ControlFlow::Continue(()))
}

/// How many members the end of an archive says that its directory lists: of several with one name only
/// the last can be had. `None` where it does not say.
fn listed(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<usize>> {
    file.seek(SeekFrom::Start(length.saturating_sub(FARTHEST_END)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    file.rewind()?;
    let record = memmem::rfind(&end, b"PK\x05\x06").map(|start| &end[start..]);
    let count =
        record.and_then(|record| Some(u16::from_le_bytes([*record.get(10)?, *record.get(11)?])));
    Ok(count.filter(|count| *count < u16::MAX).map(usize::from))
}

fn read_at<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    scope: &Scope,
    each: &mut EachRecord,
) -> ControlFlow<()> {
    let name = match archive.name_for_index(index) {
        Some(Ok(name)) => name.into_owned(),
        _ => return each(Err(Faulty::member(&format!("{}", index + 1), Reason::Name))),
    };
    match (visibility(&name), archive.by_index(index)) {
        (Visibility::Hidden, _) => ControlFlow::Continue(()),
        (Visibility::Outside, _) => each(Err(Faulty::member(&name, Reason::OutsideName))),
        (Visibility::Shown, Err(error)) => each(Err(Faulty::member(&name, error.into()))),
        (Visibility::Shown, Ok(member)) if member.is_dir() => ControlFlow::Continue(()),
        (Visibility::Shown, Ok(member)) if member.is_symlink() => {
            let reason = Reason::NotAFile("a link inside an archive");
            each(Err(Faulty::member(&name, reason)))
        }
        (Visibility::Shown, Ok(mut member)) => scope.read_member(&name, &mut member, each),
    }
}

impl From<ZipError> for Reason {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => error.into(),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Reason::Encrypted,
            ZipError::UnsupportedArchive(said) => Reason::UnknownPacking(said.to_owned()),
            ZipError::CompressionMethodNotSupported(method) => {
                Reason::UnknownPacking(format!("compression method {method}"))
            }
            ZipError::InvalidArchive(_) => {
                Reason::Damaged("the directory at its end is missing or broken".to_owned())
            }
            error => Reason::Damaged(error.to_string()),
        }
    }
}
