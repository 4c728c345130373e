//! What can go wrong with an index, and what to do next.

use std::io;
use std::path::PathBuf;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError};

/// Why the index could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The folder holds no index.
    #[error("there is no index in the folder {folder}: `beleg index --index {folder}` makes one", folder = .0.display())]
    Missing(PathBuf),
    /// The index was made by another version of the chain or the format.
    #[error("the index was made by another version of beleg ({0}): run `beleg index --rebuild`")]
    Outdated(String),
    /// Another process is writing.
    #[error("another process is writing this index: wait until it has finished, then try again")]
    Busy,
    /// Another process keeps the index fresh.
    #[error("`beleg index --watch` keeps this index fresh: leave it to that, or end that first")]
    Watched,
    /// The folder cannot be written.
    #[error(
        "the index folder cannot be written ({0}): check its permissions or choose another with --index"
    )]
    NotWritable(String),
    /// What should be the folder of the index is something else.
    #[error("{} is not a folder: name the folder of the index with --index", .0.display())]
    NotAFolder(PathBuf),
    /// The disk is full; the last commit stands.
    #[error(
        "the disk is full: free some space and run `beleg index` again; what was indexed before is kept"
    )]
    DiskFull,
    /// A file of the index is damaged.
    #[error("the index is damaged ({0}): run `beleg index --rebuild`; no source is touched")]
    Damaged(String),
    /// Any other failure of the engine.
    #[error("the index failed: {0}; if it does so again, run `beleg index --rebuild`")]
    Engine(String),
}

impl IndexError {
    /// A stored value that cannot be read back.
    pub(super) fn unreadable(what: &str) -> Self {
        IndexError::Damaged(format!("unreadable {what}"))
    }
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => IndexError::DiskFull,
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::FileTooLarge => IndexError::NotWritable(error.to_string()),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => {
                IndexError::Damaged(error.to_string())
            }
            _ => IndexError::Engine(error.to_string()),
        }
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => IndexError::Busy,
            TantivyError::LockFailure(LockError::IoError(error), _)
            | TantivyError::IoError(error) => copied(&error).into(),
            TantivyError::DataCorruption(error) => {
                IndexError::Damaged(without_content(&format!("{error:?}")))
            }
            TantivyError::OpenReadError(error) => error.into(),
            TantivyError::OpenDirectoryError(error) => error.into(),
            TantivyError::IncompatibleIndex(error) => IndexError::Outdated(format!("{error:?}")),
            other => IndexError::Engine(other.to_string()),
        }
    }
}

impl From<OpenReadError> for IndexError {
    fn from(error: OpenReadError) -> Self {
        match error {
            OpenReadError::FileDoesNotExist(path) => {
                IndexError::Damaged(format!("{} is missing", path.display()))
            }
            OpenReadError::IoError { io_error, .. } => copied(&io_error).into(),
            OpenReadError::IncompatibleIndex(error) => IndexError::Outdated(format!("{error:?}")),
        }
    }
}

impl From<OpenDirectoryError> for IndexError {
    fn from(error: OpenDirectoryError) -> Self {
        match error {
            OpenDirectoryError::DoesNotExist(path) | OpenDirectoryError::NotADirectory(path) => {
                IndexError::Missing(path)
            }
            OpenDirectoryError::IoError { io_error, .. }
            | OpenDirectoryError::FailedToCreateTempDir(io_error) => copied(&io_error).into(),
        }
    }
}

/// Tantivy quotes all of a file that it cannot understand.
fn without_content(message: &str) -> String {
    let brief = message.split(" Content: ").next().unwrap_or_default();
    brief.trim_end_matches('.').to_owned()
}

/// Tantivy shares its errors; ours are owned.
pub(super) fn copied(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), error.to_string())
}
