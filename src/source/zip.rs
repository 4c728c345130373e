//! ZIP archives, read by their directory.

use super::archive_name::{Visibility, visibility};
use super::hashed::Hashed;
use super::record::{EachRecord, Faulty};
use super::scope::{Input, Scope};
use super::{Reason, whole};
use ::zip::ZipArchive;
use ::zip::result::ZipError;
use sha2::{Digest, Sha256};
use std::io::{BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;

/// Reads the members of an archive in the order of its directory.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    match input {
        Input::File(file) => {
            let hash = Hashed::new(&file).finish_whole()?;
            let flow = read_members(ZipArchive::new(BufReader::new(file))?, scope, each)?;
            Ok(flow.is_continue().then_some(hash))
        }
        Input::Stream(stream) => {
            let bytes = whole::bytes(stream, scope.limits)?;
            let hash = Sha256::digest(&bytes).into();
            let flow = read_members(ZipArchive::new(Cursor::new(bytes))?, scope, each)?;
            Ok(flow.is_continue().then_some(hash))
        }
    }
}

fn read_members<R: Read + Seek>(
    mut archive: ZipArchive<R>,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<ControlFlow<()>, Reason> {
    for index in 0..archive.len() {
        if read_at(&mut archive, index, scope, each).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if scope.is_spent() {
            return Err(Reason::bomb());
        }
    }
    Ok(ControlFlow::Continue(()))
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
