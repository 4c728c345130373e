//! What a refresh would do, found out without writing anything.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::changes::{self, Changed, Changes, Content};
use super::error::ArchiveError;
use super::places::{Places, file_below, shown};
use super::refresh::{all_there, roots};
use super::renames;
use super::stopped::{Stopped, go_on};
use crate::evidence::Skipped;
use crate::index::{IndexReader, SourceRow, remembered_roots};
use crate::source::{self, Limits, Table};

/// The table that describes articles in a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableChoice<'a> {
    /// The one that was given before, if any.
    Kept,
    /// None, whatever was given before.
    Dropped,
    /// The one in this file.
    Given(&'a Path),
}

/// What a refresh would do. Paths are shown relative to the working directory where below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// Sources that would be read for the first time, or anew by a rebuild.
    pub added: Vec<String>,
    /// Sources that have changed, or of which something else is said beside them.
    pub changed: Vec<String>,
    /// Sources that have another name or place, as `old -> new`; they keep their articles.
    pub renamed: Vec<String>,
    /// Sources that are gone.
    pub removed: Vec<String>,
    /// Sources that are as they were.
    pub unchanged: u64,
    /// What would not be in the index, and why, as far as that is known without reading the new and
    /// changed sources.
    pub skipped: Vec<Skipped>,
    /// Bytes of the sources that would be read.
    pub bytes: u64,
    /// How many of these there are of each format, by its name.
    pub formats: BTreeMap<&'static str, u64>,
}

/// What [`refresh`](super::refresh()) would do now. New sources are only looked at; those that were
/// written since they were indexed are read as far as it takes to see whether they differ.
///
/// # Errors
/// When the sources, the table or the index cannot be used.
pub fn forecast(
    places: &Places,
    rebuild: bool,
    table: TableChoice<'_>,
) -> Result<Forecast, ArchiveError> {
    let current = places.current();
    let reader = match rebuild || !IndexReader::exists(&current) {
        true => None,
        false => Some(IndexReader::open(&current)?),
    };
    let known = remembered_roots(&current).unwrap_or_default();
    let roots = roots(places, &known)?;
    all_there(&roots)?;
    let table = match table {
        TableChoice::Kept => places.table(),
        TableChoice::Dropped => None,
        TableChoice::Given(path) => Some(Places::read_table(path)?.0),
    };
    let found = look(places, &roots, reader.as_ref(), table.as_ref())?;
    let mut forecast = Forecast {
        unchanged: found.unchanged,
        ..Forecast::default()
    };
    if let Some(reader) = &reader {
        forecast.skipped = still_skipped(reader, &found)?;
        for row in &found.gone {
            forecast.removed.push(shown_row(reader, row));
        }
    }
    let limits = places.limits();
    for file in &found.changed {
        go_on(&places.stop)?;
        forecast.expect(file, &roots, reader.as_ref(), &limits)?;
    }
    forecast.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(forecast)
}

fn look(
    places: &Places,
    roots: &[PathBuf],
    reader: Option<&IndexReader>,
    table: Option<&Table>,
) -> Result<Changes, ArchiveError> {
    let found = changes::look_with(places, roots, reader, table, None)?;
    let mut found = found.ok_or(ArchiveError::Stopped(Stopped::AsItWas))?;
    if let Some(reader) = reader {
        renames::pair(&mut found, reader)?;
    }
    Ok(found)
}

impl Forecast {
    /// Counts in what would become of a file that is new or looks changed.
    fn expect(
        &mut self,
        file: &Changed,
        roots: &[PathBuf],
        reader: Option<&IndexReader>,
        limits: &Limits,
    ) -> Result<(), ArchiveError> {
        let root = roots.get(file.root).map(|root| root.display().to_string());
        let path = shown(&file_below(&root.unwrap_or_default(), &file.relative));
        let obstacle = match &file.content {
            Content::Unreadable(reason) => Some(reason.clone()),
            Content::Readable { path, format, .. } => source::obstacle(path, *format, limits),
        };
        if let Some(reason) = obstacle {
            let reason = reason.to_string();
            self.skipped.push(Skipped { path, reason });
            return Ok(());
        }
        if let (Some(from), Some(row), Some(reader)) = (&file.renamed_from, &file.known, reader) {
            let from = shown_below(reader, row.root, from);
            self.renamed.push(format!("{from} -> {path}"));
            return Ok(());
        }
        if changes::is_only_touched(file, reader)? {
            self.unchanged += 1;
            return Ok(());
        }
        if let Content::Readable { state, format, .. } = &file.content {
            self.bytes += state.size;
            *self.formats.entry(format.name()).or_default() += 1;
        }
        match file.known {
            Some(_) => self.changed.push(path),
            None => self.added.push(path),
        }
        Ok(())
    }
}

/// What is skipped today and would not be looked at again.
fn still_skipped(reader: &IndexReader, found: &Changes) -> Result<Vec<Skipped>, ArchiveError> {
    let known = found.changed.iter().filter_map(|file| file.known.as_ref());
    let again: HashSet<(u64, &str)> = known
        .chain(&found.gone)
        .map(|row| (row.root, row.path.as_str()))
        .collect();
    // Records stand behind `#` or `:` of their source.
    let is_again = |root: u64, path: &str| {
        let cuts = path.match_indices(['#', ':']).map(|(at, _)| at);
        let mut sources = cuts.chain([path.len()]).map(|end| &path[..end]);
        sources.any(|source| again.contains(&(root, source)))
    };
    let skipped = reader.skipped()?.into_iter();
    let skipped = skipped.filter(|(root, skipped)| !is_again(*root, &skipped.path));
    Ok(skipped
        .map(|(root, skipped)| Skipped {
            path: shown_below(reader, root, &skipped.path),
            reason: skipped.reason,
        })
        .collect())
}

fn shown_row(reader: &IndexReader, row: &SourceRow) -> String {
    shown_below(reader, row.root, &row.path)
}

fn shown_below(reader: &IndexReader, root: u64, path: &str) -> String {
    let root = reader.manifest().roots.get(root as usize);
    shown(&file_below(root.map_or("", String::as_str), path))
}
