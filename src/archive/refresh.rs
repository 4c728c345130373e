//! Bringing an index up to date with its sources, or building it anew.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::changes::{self, Changed, Changes, Content};
use super::clock;
use super::error::ArchiveError;
use super::identities::Identities;
use super::intake::{Counters, Intake};
use super::learn::learn;
use super::places::{Places, shown};
use super::renames;
use super::stopped::{Stopped, go_on, settle};
use crate::evidence::Skipped;
use crate::german::Knowledge;
use crate::index::{
    Doubt, IndexError, IndexReader, IndexWriter, Manifest, Tidiness, load_knowledge,
    remembered_roots, store_knowledge,
};
use crate::source::Limits;

/// After this long a commit is made, so that an interrupted run keeps most of its work.
const COMMIT_INTERVAL: Duration = Duration::from_secs(60);

/// What a refresh is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Looking for changed sources, and learning from a new collection.
    Looking,
    /// Reading them.
    Reading {
        /// Bytes of sources read.
        done_bytes: u64,
        /// Bytes to read in all.
        total_bytes: u64,
        /// Articles read.
        articles: u64,
    },
    /// Making the changes durable and joining segments.
    Merging,
}

/// What a refresh did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefreshReport {
    /// Sources that are new.
    pub added: u64,
    /// Sources that had changed.
    pub changed: u64,
    /// Sources that were renamed or moved.
    pub renamed: u64,
    /// Sources that are gone.
    pub removed: u64,
    /// Sources that are as they were.
    pub unchanged: u64,
    /// What is not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// Articles in the index.
    pub articles: u64,
    /// Articles in it whose text had been encoded twice.
    pub encoded_twice: u64,
    /// How long it took, in milliseconds.
    pub elapsed_ms: u64,
}

/// Brings the index up to date; with `rebuild` it is made anew, and what was learnt from the
/// collection is learnt again. The index in use stays whole until the new one is committed.
///
/// # Errors
/// When the sources or the index cannot be used; what was committed before is kept.
pub fn refresh(
    places: &Places,
    rebuild: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<RefreshReport, ArchiveError> {
    let _lock = places.lock()?;
    refresh_locked(places, rebuild, progress)
}

/// [`refresh`] for who has the lock.
pub(super) fn refresh_locked(
    places: &Places,
    rebuild: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<RefreshReport, ArchiveError> {
    places.recover()?;
    let exists = IndexReader::exists(&places.current());
    if rebuild || !exists {
        return build(places, progress);
    }
    let reader = IndexReader::open(&places.current())?;
    let roots = roots(places, &reader.manifest().roots)?;
    all_there(&roots)?;
    progress(Progress::Looking);
    let mut found = changes::all(places, &roots, Some(&reader))?;
    renames::pair(&mut found, &reader)?;
    apply(
        places,
        &reader,
        &roots,
        &found,
        Tidiness::Thorough,
        progress,
    )
}

/// The roots to index: those asked for, else those the index remembers.
pub(super) fn roots(places: &Places, known: &[String]) -> Result<Vec<PathBuf>, ArchiveError> {
    let known: Vec<PathBuf> = known.iter().map(PathBuf::from).collect();
    if places.roots.is_empty() && !known.is_empty() {
        return Ok(known);
    }
    let asked = places.absolute_roots()?;
    if asked != known && !known.is_empty() && !places.explicit_index {
        return Err(other_roots(places, &known, &asked));
    }
    Ok(asked)
}

/// Makes sure that every root is there: the articles of one that is away for a while, an unmounted
/// disk for instance, are not gone.
pub(super) fn all_there(roots: &[PathBuf]) -> Result<(), ArchiveError> {
    match roots.iter().find(|root| !root.exists()) {
        Some(root) => Err(ArchiveError::NoCorpus(root.clone())),
        None => Ok(()),
    }
}

/// The error that names both.
pub(super) fn other_roots(places: &Places, known: &[PathBuf], asked: &[PathBuf]) -> ArchiveError {
    let list = |roots: &[PathBuf]| {
        let roots: Vec<String> = roots.iter().map(|root| shown(root)).collect();
        roots.join(", ")
    };
    ArchiveError::OtherRoots {
        index: places.index.clone(),
        known: list(known),
        asked: list(asked),
    }
}

/// Builds an index of all sources. The first one is built in place, so that a run interrupted
/// behind a commit can go on; a rebuild works aside and takes the old one's place at the end.
fn build(
    places: &Places,
    progress: &mut dyn FnMut(Progress),
) -> Result<RefreshReport, ArchiveError> {
    let started = Instant::now();
    let roots = roots(
        places,
        &remembered_roots(&places.current()).unwrap_or_default(),
    )?;
    all_there(&roots)?;
    progress(Progress::Looking);
    let found = changes::all(places, &roots, None)?;
    let built = if places.has_index() {
        let folder = places.clear_fresh()?;
        match build_in(&folder, places, &roots, &found, progress) {
            Ok(built) => {
                places.replace_current()?;
                built
            }
            Err(error) => {
                places.drop_fresh()?;
                return Err(match error {
                    ArchiveError::Stopped(_) => ArchiveError::Stopped(Stopped::NotRebuilt),
                    error => error,
                });
            }
        }
    } else {
        build_in(&places.clear_current()?, places, &roots, &found, progress)?
    };
    built.settled?;
    report(&places.current(), &found, built.touched, started)
}

/// An index with all sources in it.
struct Built {
    /// Sources that looked changed and were not.
    touched: u64,
    /// Whether its segments were joined; without that it is whole all the same.
    settled: Result<(), ArchiveError>,
}

/// Builds an index in an empty folder.
fn build_in(
    folder: &Path,
    places: &Places,
    roots: &[PathBuf],
    found: &Changes,
    progress: &mut dyn FnMut(Progress),
) -> Result<Built, ArchiveError> {
    let knowledge = learn(&found.changed, &places.limits());
    go_on(&places.stop)?;
    let mut manifest = Manifest::new(named(roots));
    manifest.knowledge = store_knowledge(folder, &knowledge)?;
    let mut writer = IndexWriter::open(folder, Tidiness::Thorough)?;
    let task = Task {
        limits: places.limits(),
        reader: None,
        knowledge: &knowledge,
        changes: found,
    };
    let touched = task.run(&mut writer, &mut manifest, progress)?;
    progress(Progress::Merging);
    let settled = settle(writer, &places.stop);
    Ok(Built { touched, settled })
}

/// Takes in what has changed, while a search waits. What was seen before the index was locked may
/// be out of date, so it is looked at again.
pub(super) fn catch_up(
    places: &Places,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ArchiveError> {
    let _lock = places.lock()?;
    let reader = IndexReader::open(&places.current())?;
    let roots = roots(places, &reader.manifest().roots)?;
    let mut found = changes::all(places, &roots, Some(&reader))?;
    if found.is_empty() && is_whole(&reader, &roots) {
        return Ok(());
    }
    renames::pair(&mut found, &reader)?;
    apply(places, &reader, &roots, &found, Tidiness::Quick, progress)?;
    Ok(())
}

/// Whether the index was brought to an end and is of these roots.
pub(super) fn is_whole(reader: &IndexReader, roots: &[PathBuf]) -> bool {
    reader.manifest().complete && reader.manifest().roots == named(roots)
}

/// Takes in what has changed since the last commit.
pub(super) fn apply(
    places: &Places,
    reader: &IndexReader,
    roots: &[PathBuf],
    found: &Changes,
    tidiness: Tidiness,
    progress: &mut dyn FnMut(Progress),
) -> Result<RefreshReport, ArchiveError> {
    let started = Instant::now();
    let folder = places.current();
    let knowledge = load_knowledge(&folder, &reader.manifest().knowledge)?;
    let mut manifest = reader.manifest().clone();
    manifest.roots = named(roots);
    let mut writer = IndexWriter::open(&folder, tidiness)?;
    let task = Task {
        limits: places.limits(),
        reader: Some(reader),
        knowledge: &knowledge,
        changes: found,
    };
    let touched = task.run(&mut writer, &mut manifest, progress)?;
    if !manifest.complete {
        let reader = IndexReader::open(&folder)?;
        let orphaned = changes::orphaned(places, roots, &reader)?;
        let task = Task {
            reader: Some(&reader),
            changes: &orphaned,
            ..task
        };
        task.run(&mut writer, &mut manifest, progress)?;
    }
    if tidiness == Tidiness::Thorough {
        progress(Progress::Merging);
        settle(writer, &places.stop)?;
    }
    report(&folder, found, touched, started)
}

struct Task<'a> {
    limits: Limits,
    reader: Option<&'a IndexReader>,
    knowledge: &'a Knowledge,
    changes: &'a Changes,
}

impl Task<'_> {
    /// Takes in the changes and commits them; returns how many sources looked changed and were not. The
    /// manifest is not complete when articles have lost their first place and copies of them may be left,
    /// which have to be read again.
    fn run(
        &self,
        writer: &mut IndexWriter,
        manifest: &mut Manifest,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<u64, ArchiveError> {
        let mut identities = Identities::of(self.reader)?;
        self.remove_gone(writer, &mut identities)?;
        let mut files = self.changes.changed.as_slice();
        let mut workers = None;
        let mut counters = Counters {
            next_article: manifest.next_article,
            next_source: manifest.next_source,
            total_bytes: files.iter().map(size).sum(),
            ..Counters::default()
        };
        let mut last_commit = Instant::now();
        let mut taken = 0;
        while !files.is_empty() && !self.limits.stop.is_asked() {
            let mut intake = Intake::new(
                writer,
                self.reader,
                self.knowledge,
                &self.limits,
                &mut identities,
                counters,
                workers,
            );
            let (gone_through, kept) = intake.batch(files, progress)?;
            files = &files[gone_through..];
            taken += kept;
            (counters, workers) = intake.into_parts();
            if self.limits.stop.is_asked() {
                break;
            }
            if last_commit.elapsed() > COMMIT_INTERVAL && !files.is_empty() {
                manifest.complete = false;
                commit(writer, manifest, &counters)?;
                last_commit = Instant::now();
            }
        }
        let all = self.changes.changed.len() as u64;
        if taken < all {
            return Err(self.stopped(writer, manifest, (&counters, taken))?);
        }
        if self.reader.is_none() {
            // A build that comes to its end has learnt from all that it took in.
            manifest.learnt_from = counters.articles_taken;
        }
        manifest.complete = !identities.may_be_lost();
        commit(writer, manifest, &counters)?;
        Ok(counters.touched)
    }

    /// Keeps what was taken in when the work is called off.
    fn stopped(
        &self,
        writer: &mut IndexWriter,
        manifest: &mut Manifest,
        (counters, taken): (&Counters, u64),
    ) -> Result<ArchiveError, ArchiveError> {
        if taken == 0 && manifest.refreshed.is_empty() {
            // There is no commit yet, and what nothing is in is none.
            return Ok(ArchiveError::Stopped(Stopped::AsItWas));
        }
        manifest.complete = false;
        commit(writer, manifest, counters)?;
        Ok(ArchiveError::Stopped(Stopped::Partly {
            sources: self.changes.unchanged + taken,
            of: self.changes.unchanged + self.changes.changed.len() as u64,
        }))
    }

    fn remove_gone(
        &self,
        writer: &IndexWriter,
        identities: &mut Identities,
    ) -> Result<(), IndexError> {
        let Some(reader) = self.reader else {
            return Ok(());
        };
        for source in &self.changes.gone {
            for known in reader.articles_of(source.key)? {
                writer.remove_article(known.article);
                identities.lose(&known);
            }
            writer.remove_source(source.key)?;
        }
        Ok(())
    }
}

fn commit(
    writer: &mut IndexWriter,
    manifest: &mut Manifest,
    counters: &Counters,
) -> Result<(), ArchiveError> {
    manifest.next_article = counters.next_article;
    manifest.next_source = counters.next_source;
    manifest.refreshed = clock::now();
    Ok(writer.commit(manifest)?)
}

/// The roots as the manifest keeps them.
pub(super) fn named(roots: &[PathBuf]) -> Vec<String> {
    roots
        .iter()
        .map(|root| root.display().to_string())
        .collect()
}

fn size(file: &Changed) -> u64 {
    match &file.content {
        Content::Readable { state, .. } => state.size,
        Content::Unreadable(_) => 0,
    }
}

fn report(
    folder: &Path,
    found: &Changes,
    touched: u64,
    started: Instant,
) -> Result<RefreshReport, ArchiveError> {
    let reader = IndexReader::open(folder)?;
    let count =
        |is: fn(&Changed) -> bool| found.changed.iter().filter(|file| is(file)).count() as u64;
    let known = count(|file| file.known.is_some());
    let renamed = count(|file| file.renamed_from.is_some());
    Ok(RefreshReport {
        added: found.changed.len() as u64 - known,
        changed: known - renamed - touched,
        renamed,
        removed: found.gone.len() as u64,
        unchanged: found.unchanged + touched,
        skipped: super::status::skipped(&reader)?,
        articles: reader.statistics().articles,
        encoded_twice: reader.doubtful_articles(Doubt::EncodedTwice)?.len(),
        elapsed_ms: started.elapsed().as_millis() as u64,
    })
}
