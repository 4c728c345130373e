//! What has changed in the sources since the last commit.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::error::ArchiveError;
use super::places::Places;
use super::stopped::Stopped;
use crate::index::{IndexError, IndexReader, SourceRow};
use crate::source::{self, Beside, Candidate, FileState, Format, Reason, Table};

/// A file to read, or to note as skipped.
pub(super) struct Changed {
    /// The number it has in the index, when it is known there.
    pub known: Option<SourceRow>,
    pub root: usize,
    pub relative: String,
    /// The path it had, when it was renamed or moved.
    pub renamed_from: Option<String>,
    pub content: Content,
}

/// What stands behind a name.
pub(super) enum Content {
    Readable {
        path: PathBuf,
        format: Format,
        state: FileState,
        beside: Arc<Beside>,
    },
    Unreadable(Reason),
}

/// The difference between the sources on disk and those in the index.
#[derive(Default)]
pub(super) struct Changes {
    pub changed: Vec<Changed>,
    /// Sources that are gone.
    pub gone: Vec<SourceRow>,
    pub unchanged: u64,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty()
    }

    /// Whether all that looks changed holds what it held.
    pub fn are_only_touched(&self, reader: &IndexReader) -> Result<bool, IndexError> {
        for file in &self.changed {
            if !is_only_touched(file, Some(reader))? {
                return Ok(false);
            }
        }
        Ok(self.gone.is_empty())
    }
}

/// Compares the files below `roots` with the index, by size and times of change; `None` when it is
/// not done by `deadline` or called off. The index itself may stand among the articles and is passed over.
pub(super) fn look(
    places: &Places,
    roots: &[PathBuf],
    reader: Option<&IndexReader>,
    deadline: Option<Instant>,
) -> Result<Option<Changes>, IndexError> {
    look_with(places, roots, reader, places.table().as_ref(), deadline)
}

/// [`look`] without a deadline.
pub(super) fn all(
    places: &Places,
    roots: &[PathBuf],
    reader: Option<&IndexReader>,
) -> Result<Changes, ArchiveError> {
    let found = look(places, roots, reader, None)?;
    found.ok_or(ArchiveError::Stopped(Stopped::AsItWas))
}

/// [`look`] with another table of what is said of articles than the one kept with the index.
pub(super) fn look_with(
    places: &Places,
    roots: &[PathBuf],
    reader: Option<&IndexReader>,
    table: Option<&Table>,
    deadline: Option<Instant>,
) -> Result<Option<Changes>, IndexError> {
    let mut changes = Changes::default();
    let mut known = KnownSources::new();
    let mut lost = HashSet::new();
    if let Some(reader) = reader {
        if !reader.manifest().complete {
            lost = reader.sources_with_lost_copies()?;
        }
        let (placed, homeless) = known_sources(roots, reader)?;
        (known, changes.gone) = (placed, homeless);
    }
    let own_files = places.own_files();
    let is_own = |path: &Path| own_files.iter().any(|own| path.starts_with(own));
    for found in source::walk(roots) {
        let is_late = deadline.is_some_and(|deadline| Instant::now() > deadline);
        if is_late || places.stop.is_asked() {
            return Ok(None);
        }
        if is_own(path_of(&found)) {
            continue;
        }
        let found = seen(roots, table, found);
        let rows = known.get_mut(&(found.root, found.relative.clone()));
        let row = rows.and_then(Vec::pop);
        match row {
            Some(row) if is_unchanged(&row, &found) && !lost.contains(&row.key) => {
                changes.unchanged += 1;
            }
            row => changes.changed.push(Changed {
                known: row,
                ..found
            }),
        }
    }
    changes.gone.extend(known.into_values().flatten());
    changes.gone.sort_by_key(|row| row.key);
    Ok(Some(changes))
}

/// The sources below `roots` whose copies have lost their article: they are read again, and the first
/// of them gives it a new place.
pub(super) fn orphaned(
    places: &Places,
    roots: &[PathBuf],
    reader: &IndexReader,
) -> Result<Changes, IndexError> {
    let lost = reader.sources_with_lost_copies()?;
    let is_lost = |row: &SourceRow| lost.contains(&row.key);
    let mut changes = match lost.is_empty() {
        true => Changes::default(),
        false => look(places, roots, Some(reader), None)?.unwrap_or_default(),
    };
    changes.gone.retain(is_lost);
    changes
        .changed
        .retain(|file| file.known.as_ref().is_some_and(is_lost));
    Ok(changes)
}

/// The sources of the index by root and path: several where a folder could not be listed for several
/// reasons.
type KnownSources = HashMap<(usize, String), Vec<SourceRow>>;

/// The sources of the index, and apart from them those of roots that are no longer asked for. A
/// root that moved in the list takes its sources with it.
fn known_sources(
    roots: &[PathBuf],
    reader: &IndexReader,
) -> Result<(KnownSources, Vec<SourceRow>), IndexError> {
    let names: Vec<String> = roots
        .iter()
        .map(|root| root.display().to_string())
        .collect();
    let old_roots = reader.manifest().roots.iter();
    let places: Vec<Option<usize>> = old_roots
        .map(|old| names.iter().position(|name| name == old))
        .collect();
    let (mut known, mut homeless) = (KnownSources::new(), Vec::new());
    for row in reader.sources()? {
        match places.get(row.root as usize).copied().flatten() {
            Some(root) => known.entry((root, row.path.clone())).or_default().push(row),
            None => homeless.push(row),
        }
    }
    Ok((known, homeless))
}

fn path_of(found: &Result<Candidate, source::Skipped>) -> &Path {
    match found {
        Ok(candidate) => &candidate.path,
        Err(skipped) => &skipped.path,
    }
}

fn seen(
    roots: &[PathBuf],
    table: Option<&Table>,
    found: Result<Candidate, source::Skipped>,
) -> Changed {
    match found {
        Ok(candidate) => Changed {
            known: None,
            root: candidate.root,
            relative: candidate.relative,
            renamed_from: None,
            content: match source::stat(&candidate.path) {
                Ok(state) => Content::Readable {
                    beside: Arc::new(said_beside(candidate.beside, table, &candidate.path)),
                    path: candidate.path,
                    format: candidate.format,
                    state,
                },
                Err(reason) => Content::Unreadable(reason),
            },
        },
        Err(skipped) => {
            let below = |root: &PathBuf| {
                skipped
                    .path
                    .strip_prefix(root)
                    .ok()
                    .map(|path| path.to_owned())
            };
            let place = roots
                .iter()
                .enumerate()
                .find_map(|(number, root)| Some((number, below(root)?)));
            let (root, relative) = place.unwrap_or((0, skipped.path.clone()));
            Changed {
                known: None,
                root,
                relative: told_apart(&relative),
                renamed_from: None,
                content: Content::Unreadable(skipped.reason),
            }
        }
    }
}

fn said_beside(mut beside: Beside, table: Option<&Table>, path: &Path) -> Beside {
    if let Some(table) = table {
        beside.add(table, path);
    }
    beside
}

/// A path as text; bytes that are no Unicode are written as `\xFF`, so that two such names stay two.
fn told_apart(path: &Path) -> String {
    match path.to_str() {
        Some(path) => path.to_owned(),
        None => format!("{path:?}").trim_matches('"').to_owned(),
    }
}

/// Whether the system did not let the source be read; its permissions may change when it does not.
fn was_refused(row: &SourceRow) -> bool {
    row.skipped && row.size == 0 && row.modified == 0
}

/// Whether a file that looks changed holds what it held when it was indexed, by the hash of its bytes.
pub(super) fn is_only_touched(
    file: &Changed,
    reader: Option<&IndexReader>,
) -> Result<bool, IndexError> {
    let (Some(row), None, Some(reader)) = (&file.known, &file.renamed_from, reader) else {
        return Ok(false);
    };
    let Content::Readable {
        path,
        state,
        beside,
        ..
    } = &file.content
    else {
        return Ok(false);
    };
    let is_alike = row.size == state.size && row.beside == beside.fingerprint();
    if !is_alike || row.skipped || row.root != file.root as u64 {
        return Ok(false);
    }
    let was = reader.source(row.key)?.hash;
    Ok(source::hash(path).is_ok_and(|is| is == was))
}

fn is_unchanged(row: &SourceRow, found: &Changed) -> bool {
    row.root == found.root as u64
        && match &found.content {
            Content::Readable {
                path,
                state,
                beside,
                ..
            } => {
                let is_as_it_was = row.size == state.size
                    && row.modified == state.modified_ns
                    && row.changed == state.changed_ns;
                is_as_it_was && row.beside == beside.fingerprint()
                    || was_refused(row) && File::open(path).is_err()
            }
            Content::Unreadable(_) => was_refused(row),
        }
}
