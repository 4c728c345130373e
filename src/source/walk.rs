//! From folders to the files in them that may be read.

use super::beside::{Beside, Sidecars};
use super::{Format, Reason};
use ignore::{DirEntry, Error, WalkBuilder};
use std::cmp::Ordering;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::vec;

/// A file that promises articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where it is.
    pub path: PathBuf,
    /// The number of its root among those given.
    pub root: usize,
    /// Its path relative to that root with `/` between names, or its name when it is the root.
    pub relative: String,
    /// The format its name promises.
    pub format: Format,
    /// What a file beside it says of it.
    pub beside: Beside,
}

/// Something in a folder that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where it is.
    pub path: PathBuf,
    /// Why it is not read.
    pub reason: Reason,
}

/// Looks through `roots`, folders or single files, in a fixed order.
///
/// Links are followed. Names that begin with a dot are passed over inside a folder, as every
/// listing does; ignore files mean nothing here. Sidecars (`name.meta.toml`) come with the files
/// they describe. Whatever else is not read comes as [`Skipped`], and the rest goes on.
pub fn walk(roots: &[PathBuf]) -> impl Iterator<Item = Result<Candidate, Skipped>> {
    roots.iter().enumerate().flat_map(|(number, root)| Walk {
        entries: entries(root),
        number,
        root,
        sidecars: Sidecars::default(),
        unused: None,
    })
}

/// A walk through one root.
struct Walk<'r> {
    entries: ignore::Walk,
    number: usize,
    root: &'r Path,
    sidecars: Sidecars,
    /// At the end, the sidecars that describe nothing.
    unused: Option<vec::IntoIter<PathBuf>>,
}

impl Iterator for Walk<'_> {
    type Item = Result<Candidate, Skipped>;

    fn next(&mut self) -> Option<Self::Item> {
        for entry in self.entries.by_ref() {
            let found = candidate(entry, self.number, self.root, &mut self.sidecars);
            if let Some(found) = found.transpose() {
                return Some(found);
            }
        }
        let sidecars = &mut self.sidecars;
        let unused = self
            .unused
            .get_or_insert_with(|| sidecars.unused().into_iter());
        let path = unused.next()?;
        let reason = Reason::Lonely;
        Some(Err(Skipped { path, reason }))
    }
}

fn entries(root: &Path) -> ignore::Walk {
    WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(order)
        .build()
}

/// By name, but sidecars first, so that they are known when their files are met.
fn order(left: &OsStr, right: &OsStr) -> Ordering {
    let is_sidecar = Sidecars::is_one;
    is_sidecar(right)
        .cmp(&is_sidecar(left))
        .then_with(|| left.cmp(right))
}

/// The file behind an entry; `None` for folders, which are only passed through.
fn candidate(
    entry: Result<DirEntry, Error>,
    number: usize,
    root: &Path,
    sidecars: &mut Sidecars,
) -> Result<Option<Candidate>, Skipped> {
    let entry = entry.map_err(|error| skipped(error, root))?;
    match entry.file_type() {
        Some(kind) if kind.is_dir() => return Ok(None),
        Some(kind) if kind.is_file() => {}
        kind => {
            let reason = Reason::NotAFile(kind.map_or("standard input", name_of));
            return Err(Skipped {
                path: entry.into_path(),
                reason,
            });
        }
    }
    let path = entry.into_path();
    if path.file_name().is_some_and(Sidecars::is_one) {
        let added = sidecars.add(path.clone());
        return added
            .map(|()| None)
            .map_err(|reason| Skipped { path, reason });
    }
    let beside = sidecars.about(&path);
    match (relative(&path, root), Format::of(&path)) {
        (Ok(relative), Ok(format)) => Ok(Some(Candidate {
            path,
            root: number,
            relative,
            format,
            beside,
        })),
        (Err(reason), _) | (_, Err(reason)) => Err(Skipped { path, reason }),
    }
}

/// The path below the root, as it stands in citations.
fn relative(path: &Path, root: &Path) -> Result<String, Reason> {
    let below = path
        .strip_prefix(root)
        .ok()
        .filter(|below| !below.as_os_str().is_empty());
    let below = below
        .or_else(|| path.file_name().map(Path::new))
        .unwrap_or(path);
    let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
    names.map(|names| names.join("/")).ok_or(Reason::Name)
}

#[cfg(unix)]
fn name_of(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match () {
        () if kind.is_fifo() => "a named pipe",
        () if kind.is_socket() => "a socket",
        () if kind.is_symlink() => "a symbolic link that leads nowhere",
        () => "a device",
    }
}

#[cfg(not(unix))]
fn name_of(_: FileType) -> &'static str {
    "something special"
}

/// Why the system does not let something be seen; without the path, which stands beside it.
fn refused(error: &io::Error, path: &Path) -> Reason {
    let is_gone = error.kind() == ErrorKind::NotFound;
    let is_link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    match error.raw_os_error().or_else(|| number(error)) {
        _ if is_gone && is_link => Reason::NotAFile("a symbolic link that leads nowhere"),
        Some(number) => io::Error::from_raw_os_error(number).into(),
        None => Reason::Unreadable(error.to_string()),
    }
}

/// The system's number of an error that another one stands for.
fn number(error: &io::Error) -> Option<i32> {
    let mut source = error.get_ref()?.source()?;
    loop {
        let inner = source.downcast_ref::<io::Error>();
        if let Some(number) = inner.and_then(io::Error::raw_os_error) {
            return Some(number);
        }
        source = source.source()?;
    }
}

/// What an error of the walk means; the path falls back to the root it was found under.
fn skipped(error: Error, root: &Path) -> Skipped {
    match error {
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => skipped(*err, root),
        Error::WithPath { path, err } => skipped(*err, &path),
        Error::Loop { ancestor, child } => {
            let reason = Reason::Loop(ancestor.display().to_string());
            Skipped {
                path: child,
                reason,
            }
        }
        Error::Io(error) => Skipped {
            reason: refused(&error, root),
            path: root.to_owned(),
        },
        other => {
            let reason = Reason::Unreadable(other.to_string());
            Skipped {
                path: root.to_owned(),
                reason,
            }
        }
    }
}
