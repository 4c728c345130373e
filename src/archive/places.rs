//! Where articles and index are, and how paths are shown.

use std::env;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::ArchiveError;
use crate::index::{IndexError, IndexReader, patiently};
use crate::source::{Limits, Stop, Table};

/// What a new index is built from when the user names nothing.
const DEFAULT_ROOT: &str = "corpus";
/// The index in use.
const CURRENT: &str = "current";
/// The index that a rebuild makes.
const FRESH: &str = "fresh";
/// The index that a rebuild has just replaced.
const REPLACED: &str = "replaced";
/// Held by the process that writes.
const LOCK: &str = "writer.lock";
/// What stands in the lock while the index follows its sources.
const WATCHING: &[u8] = b"watching";
/// The table that describes articles, as it was last given.
const TABLE: &str = "metadata.csv";

/// Where the articles and the index are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The folder of the index.
    pub index: PathBuf,
    /// Files and folders of articles that the user named; empty for those the index remembers, which
    /// for a new index is `corpus` in the working directory.
    pub roots: Vec<PathBuf>,
    /// Whether the user named the index folder.
    pub explicit_index: bool,
    /// The program that reads in a process of its own what may bring a process down, and calls
    /// [`read_apart`](super::read_apart) first of all; without one it is read in this process.
    pub reader: Option<PathBuf>,
    /// Calls long work off; what was taken in by then is kept.
    pub stop: Stop,
}

impl Places {
    /// Whether something was indexed here, and its roots are remembered.
    pub fn has_index(&self) -> bool {
        IndexReader::exists(&self.current())
    }

    /// What reading a source may cost.
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits.apart.program.clone_from(&self.reader);
        limits.stop = self.stop.clone();
        limits
    }

    /// The folder of the index in use.
    pub(super) fn current(&self) -> PathBuf {
        self.index.join(CURRENT)
    }

    /// The folder in which a rebuild works, so that the index in use stays whole until it is done.
    pub(super) fn fresh(&self) -> PathBuf {
        self.index.join(FRESH)
    }

    fn replaced(&self) -> PathBuf {
        self.index.join(REPLACED)
    }

    /// The folder of the index as an absolute path, as far as it exists.
    pub(super) fn absolute_index(&self) -> PathBuf {
        fs::canonicalize(&self.index).unwrap_or_else(|_| self.index.clone())
    }

    /// The roots as absolute paths, in order and none below another, or where they are for a new
    /// index.
    pub(super) fn absolute_roots(&self) -> Result<Vec<PathBuf>, ArchiveError> {
        let absolute = |root: &PathBuf| {
            fs::canonicalize(root).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => ArchiveError::NoCorpus(root.clone()),
                _ => ArchiveError::File {
                    path: root.clone(),
                    error,
                },
            })
        };
        if self.roots.is_empty() {
            return Ok(vec![absolute(&PathBuf::from(DEFAULT_ROOT))?]);
        }
        let roots: Result<Vec<PathBuf>, ArchiveError> = self.roots.iter().map(absolute).collect();
        Ok(outermost(roots?))
    }

    /// What stands in the index folder, and the user's own names beside it, as absolute paths: none of
    /// it is a source, though the folder may lie below a root.
    pub(super) fn own_files(&self) -> Vec<PathBuf> {
        let Ok(index) = fs::canonicalize(&self.index) else {
            return Vec::new();
        };
        let files = [CURRENT, FRESH, REPLACED, LOCK, TABLE];
        let mut own = Vec::from(files.map(|name| index.join(name)));
        own.extend(fs::canonicalize(self.people_file()));
        own.extend(fs::canonicalize(self.searches_file()));
        own.extend(fs::canonicalize(self.searches_folder()));
        own
    }

    /// The table that describes articles, when one was given.
    pub(super) fn table(&self) -> Option<Table> {
        Table::read(&fs::read(self.index.join(TABLE)).ok()?).ok()
    }

    /// Keeps a copy of the table at `path`, which describes articles from now on, also when they
    /// are indexed anew.
    ///
    /// # Errors
    /// When it cannot be read, is no such table, or cannot be kept.
    pub fn use_table(&self, path: &Path) -> Result<(), ArchiveError> {
        let (_, bytes) = Self::read_table(path)?;
        fs::create_dir_all(&self.index).map_err(IndexError::from)?;
        fs::write(self.index.join(TABLE), bytes).map_err(IndexError::from)?;
        Ok(())
    }

    /// A table that describes articles, with its bytes.
    pub(super) fn read_table(path: &Path) -> Result<(Table, Vec<u8>), ArchiveError> {
        let bytes = fs::read(path).map_err(|error| ArchiveError::File {
            path: path.to_owned(),
            error,
        })?;
        let table = Table::read(&bytes).map_err(|reason| ArchiveError::Metadata {
            path: path.to_owned(),
            reason,
        })?;
        Ok((table, bytes))
    }

    /// Forgets the table that described articles.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn drop_table(&self) -> Result<(), ArchiveError> {
        match fs::remove_file(self.index.join(TABLE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(IndexError::from(error).into())
            }
            _ => Ok(()),
        }
    }

    /// Makes sure that no other process writes this index while the returned file lives.
    pub(super) fn lock(&self) -> Result<File, ArchiveError> {
        if self.index.exists() && !self.index.is_dir() {
            return Err(IndexError::NotAFolder(self.index.clone()).into());
        }
        fs::create_dir_all(&self.index).map_err(IndexError::from)?;
        let path = self.index.join(LOCK);
        let mut open = File::options();
        let open = open.read(true).write(true).create(true).truncate(false);
        let lock = open.open(&path).map_err(IndexError::from)?;
        let is_held = |answer: &Result<_, _>| matches!(answer, Err(TryLockError::WouldBlock));
        match patiently(is_held, || lock.try_lock()) {
            Ok(()) => {
                lock.set_len(0).map_err(IndexError::from)?;
                Ok(lock)
            }
            Err(TryLockError::WouldBlock) if fs::read(&path).is_ok_and(|says| says == WATCHING) => {
                Err(IndexError::Watched.into())
            }
            Err(TryLockError::WouldBlock) => Err(IndexError::Busy.into()),
            Err(TryLockError::Error(error)) => Err(IndexError::from(error).into()),
        }
    }

    /// The same for who goes on writing until told to stop, which others are told.
    pub(super) fn lock_watching(&self) -> Result<File, ArchiveError> {
        let mut lock = self.lock()?;
        lock.write_all(WATCHING).map_err(IndexError::from)?;
        Ok(lock)
    }

    /// Puts a finished rebuild in the place of the index in use.
    pub(super) fn replace_current(&self) -> Result<(), IndexError> {
        remove(&self.replaced())?;
        if self.current().exists() {
            fs::rename(self.current(), self.replaced())?;
        }
        fs::rename(self.fresh(), self.current())?;
        File::open(&self.index)?.sync_all()?;
        remove(&self.replaced())
    }

    /// Undoes a replacement that was interrupted between its two steps, and takes away what an interrupted
    /// rebuild left behind.
    pub(super) fn recover(&self) -> Result<(), IndexError> {
        if !self.current().exists() && self.replaced().exists() {
            fs::rename(self.replaced(), self.current())?;
        }
        remove(&self.replaced())?;
        self.drop_fresh()
    }

    /// An empty folder for a rebuild.
    pub(super) fn clear_fresh(&self) -> Result<PathBuf, IndexError> {
        cleared(self.fresh())
    }

    /// Takes away what a rebuild that is not wanted any more has made.
    pub(super) fn drop_fresh(&self) -> Result<(), IndexError> {
        remove(&self.fresh())
    }

    /// An empty folder for a first index.
    pub(super) fn clear_current(&self) -> Result<PathBuf, IndexError> {
        cleared(self.current())
    }
}

/// The roots without those that another one holds: their articles would be found twice.
fn outermost(mut roots: Vec<PathBuf>) -> Vec<PathBuf> {
    roots.sort();
    roots.dedup();
    let all = roots.clone();
    roots.retain(|root| !all.iter().any(|other| other != root && holds(other, root)));
    roots
}

/// Whether a walk through `folder` comes to `path`; it passes over hidden names.
fn holds(folder: &Path, path: &Path) -> bool {
    path.strip_prefix(folder).is_ok_and(|below| {
        !below
            .iter()
            .any(|name| name.as_encoded_bytes().starts_with(b"."))
    })
}

fn cleared(folder: PathBuf) -> Result<PathBuf, IndexError> {
    remove(&folder)?;
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn remove(folder: &Path) -> Result<(), IndexError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// A path as it is shown: relative to the working directory where below it.
pub(super) fn shown(path: &Path) -> String {
    let below = env::current_dir()
        .and_then(fs::canonicalize)
        .ok()
        .and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    match below {
        Some(here) if here.as_os_str().is_empty() => ".".to_owned(),
        Some(below) => below.display().to_string(),
        None => path.display().to_string(),
    }
}

/// The file at `relative` below a root; a root that is itself a file has its own name as `relative`.
pub(super) fn file_below(root: &str, relative: &str) -> PathBuf {
    let root = Path::new(root);
    if root.is_file() || root.file_name().is_some_and(|name| name == relative) && !root.is_dir() {
        return root.to_owned();
    }
    root.join(relative)
}
