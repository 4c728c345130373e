//! Keeping an index fresh while its sources change.

use std::time::{Duration, Instant};

use super::changes::{self, Changes};
use super::error::ArchiveError;
use super::places::{Places, file_below, shown};
use super::refresh::{Progress, RefreshReport, all_there, apply, is_whole, refresh_locked, roots};
use super::renames;
use crate::index::{IndexReader, Tidiness, remembered_roots};
use crate::source::{Wake, Watch};

/// Looking may take this share of the time.
const SHARE: u32 = 20;
/// With more segments than this, they are joined: each change makes a new one.
const MANY_SEGMENTS: u64 = 12;

/// What a watch tells.
#[derive(Debug)]
pub enum Watched {
    /// The index is up to date, and now follows its sources.
    Begun {
        /// What had to be done.
        report: RefreshReport,
        /// Whether the system tells of changes; else they are looked for every few seconds.
        told: bool,
    },
    /// Changes were taken in.
    TakenIn {
        /// What was done.
        report: RefreshReport,
        /// Names of the sources.
        names: Names,
    },
    /// Changes could not be taken in. It is tried again when something else changes.
    Failed(ArchiveError),
}

/// The sources that changes were about, as they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// New ones.
    pub added: Vec<String>,
    /// Changed ones.
    pub changed: Vec<String>,
    /// Those that have another name or place, as `old -> new`.
    pub renamed: Vec<String>,
    /// Those that are gone.
    pub removed: Vec<String>,
}

/// Brings the index up to date and then keeps it so, until [`Places::stop`] is asked for. Other writers
/// are refused meanwhile; searches answer from the last commit.
///
/// # Errors
/// When the index cannot be brought up to date at first, or the work was called off in the middle.
pub fn watch(
    places: &Places,
    rebuild: bool,
    progress: &mut dyn FnMut(Progress),
    tell: &mut dyn FnMut(Watched),
) -> Result<(), ArchiveError> {
    let _lock = places.lock_watching()?;
    let known = remembered_roots(&places.current()).unwrap_or_default();
    let watched = roots(places, &known)?;
    // What changes during the first run is heard of as well.
    let begin = || Watch::new(&watched, places.own_files());
    let mut watch = begin();
    let report = refresh_locked(places, rebuild, progress)?;
    let told = watch.is_told();
    tell(Watched::Begun { report, told });
    let (mut pause, mut trouble) = (Duration::ZERO, String::new());
    while watch.wait(pause, &places.stop) != Wake::Stopped {
        let started = Instant::now();
        match take_in(places) {
            Ok(None) => {}
            Ok(Some((report, names))) => tell(Watched::TakenIn { report, names }),
            Err(stopped @ ArchiveError::Stopped(_)) => return Err(stopped),
            Err(error) => {
                // What stays wrong is told once.
                let said = error.to_string();
                if said != trouble {
                    tell(Watched::Failed(error));
                }
                trouble = said;
                watch = begin();
                continue;
            }
        }
        if !trouble.is_empty() {
            // A folder that was away may be another one now.
            watch = begin();
            trouble.clear();
        }
        pause = started.elapsed() * SHARE;
    }
    Ok(())
}

/// Takes in what has changed, if anything has.
fn take_in(places: &Places) -> Result<Option<(RefreshReport, Names)>, ArchiveError> {
    let reader = IndexReader::open(&places.current())?;
    let roots = roots(places, &reader.manifest().roots)?;
    all_there(&roots)?;
    let mut found = changes::all(places, &roots, Some(&reader))?;
    if found.is_empty() && is_whole(&reader, &roots) {
        return Ok(None);
    }
    renames::pair(&mut found, &reader)?;
    let names = names(&reader, &found)?;
    let tidiness = match reader.size()?.segments > MANY_SEGMENTS {
        true => Tidiness::Thorough,
        false => Tidiness::Quick,
    };
    let report = apply(places, &reader, &roots, &found, tidiness, &mut |_| {})?;
    Ok((names != Names::default()).then_some((report, names)))
}

fn names(reader: &IndexReader, found: &Changes) -> Result<Names, ArchiveError> {
    let root = |number: usize| {
        reader
            .manifest()
            .roots
            .get(number)
            .map_or("", String::as_str)
    };
    let mut names = Names::default();
    for row in &found.gone {
        let path = file_below(root(row.root as usize), &row.path);
        names.removed.push(shown(&path));
    }
    for file in &found.changed {
        let name = shown(&file_below(root(file.root), &file.relative));
        match (&file.known, &file.renamed_from) {
            (None, _) => names.added.push(name),
            (Some(row), Some(from)) => {
                let from = shown(&file_below(root(row.root as usize), from));
                names.renamed.push(format!("{from} -> {name}"));
            }
            (Some(_), None) if changes::is_only_touched(file, Some(reader))? => {}
            (Some(_), None) => names.changed.push(name),
        }
    }
    Ok(names)
}
