//! From folders to the files in them that may be read.

use super::{Format, Reason};
use ignore::{DirEntry, Error, WalkBuilder};
use std::fs::FileType;
use std::path::{Path, PathBuf};

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
/// listing does; ignore files mean nothing here. Whatever else is not read comes as [`Skipped`],
/// and the rest goes on.
pub fn walk(roots: &[PathBuf]) -> impl Iterator<Item = Result<Candidate, Skipped>> {
    roots.iter().enumerate().flat_map(|(number, root)| {
        entries(root).filter_map(move |entry| candidate(entry, number, root).transpose())
    })
}

fn entries(root: &Path) -> ignore::Walk {
    WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(|left, right| left.cmp(right))
        .build()
}

/// The file behind an entry; `None` for folders, which are only passed through.
fn candidate(
    entry: Result<DirEntry, Error>,
    number: usize,
    root: &Path,
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
    match (relative(&path, root), Format::of(&path)) {
        (Ok(relative), Ok(format)) => Ok(Some(Candidate {
            path,
            root: number,
            relative,
            format,
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
            path: root.to_owned(),
            reason: error.into(),
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
