//! The index folder, also where it may only be read.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};
use tantivy::{Directory, TantivyError};

use super::error::copied;
use super::patience::patiently;

/// An index folder whose readers need no right to write.
///
/// Tantivy 0.27 writes a lock file before it opens the segments of a commit. Where that file cannot
/// be written no other process can be collecting garbage either, so the lock is granted unseen.
#[derive(Clone, Debug)]
pub(super) struct IndexFolder {
    files: MmapDirectory,
    failure: Failure,
}

/// Why something could not be written, for the first time.
type Failure = Arc<OnceLock<io::Error>>;

impl IndexFolder {
    /// Opens an existing folder.
    pub fn open(path: &Path) -> Result<Self, TantivyError> {
        Ok(Self {
            files: MmapDirectory::open(path)?,
            failure: Failure::default(),
        })
    }

    /// Why something could not be written. Tantivy's threads die of it without telling.
    pub fn failure(&self) -> Option<&io::Error> {
        self.failure.get()
    }
}

/// Keeps the first error.
fn noted<T>(failure: &Failure, outcome: io::Result<T>) -> io::Result<T> {
    if let Err(error) = &outcome
        && error.kind() != io::ErrorKind::Interrupted
    {
        failure.get_or_init(|| copied(error));
    }
    outcome
}

/// A file whose errors are kept.
struct Observed {
    file: WritePtr,
    failure: Failure,
}

impl Write for Observed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        noted(&self.failure, self.file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        noted(&self.failure, self.file.flush())
    }
}

impl TerminatingWrite for Observed {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        noted(&self.failure, self.file.terminate_ref(token))
    }
}

impl Directory for IndexFolder {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let is_held = |answer: &Result<_, _>| matches!(answer, Err(LockError::LockBusy));
        match patiently(is_held, || self.files.acquire_lock(lock)) {
            Err(LockError::IoError(error))
                if lock.filepath == META_LOCK.filepath && is_read_only(&error) =>
            {
                Ok(DirectoryLock::from(Box::new(())))
            }
            answer => answer,
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.files.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file = self.files.open_write(path)?;
        let failure = Arc::clone(&self.failure);
        Ok(BufWriter::new(Box::new(Observed { file, failure })))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        noted(&self.failure, self.files.atomic_write(path, data))
    }

    fn sync_directory(&self) -> io::Result<()> {
        noted(&self.failure, self.files.sync_directory())
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

/// How the names of files begin that are to replace another when they are written whole.
const UNFINISHED: &str = ".tmp";

/// Takes away what a process had begun to write when it ended. Only the one writer may ask for it, before it writes.
pub(super) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}
