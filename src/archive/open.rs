//! Opening a collection for questions, fresh where that is cheap.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use super::analyzers::AnalyzerPool;
use super::changes::{self, Changes};
use super::error::ArchiveError;
use super::places::{Places, shown};
use super::refresh::{self, Progress};
use super::stopped::go_on;
use crate::evidence::Skipped;
use crate::german::Aliases;
use crate::index::{IndexError, IndexReader, load_knowledge};
use crate::people::OwnNames;
use crate::search::Signed;

/// How long a search may look for changed sources before it answers from the index as it is.
const LOOKING_TIME: Duration = Duration::from_millis(5);
/// With more sources than this, looking surely takes longer.
const CHEAP_SOURCES: u64 = 2_000;
/// So few sources are looked at in no time. Should it take longer, the machine is busy, and a fresh
/// answer is worth a wait that nobody notices.
const FEW_SOURCES: u64 = 100;
/// How long a search may look where there are few sources.
const PATIENT_TIME: Duration = Duration::from_millis(200);

/// How often an index is tried to be opened, and how long is waited in between.
const TRIES: usize = 3;
const PAUSE: Duration = Duration::from_millis(10);

/// Whether changed sources are looked for before an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// As long as that costs next to nothing.
    Auto,
    /// However long it takes.
    Always,
    /// Not at all.
    Never,
}

/// A collection, open for questions.
pub struct Archive {
    pub(super) reader: IndexReader,
    /// The chains that queries and hits go through.
    pub(super) analyzers: AnalyzerPool,
    pub(super) places: Places,
    /// Names that are searched with the names typed.
    pub(super) aliases: Cow<'static, Aliases>,
    /// What the user says of names.
    pub(super) own_names: OwnNames,
    /// What the user should know about every answer.
    pub(super) notes: Vec<String>,
    /// What is not in the index, read when the first answer needs it.
    pub(super) skipped: OnceLock<Vec<Skipped>>,
    /// By what articles are compared, read when the first search needs it.
    pub(super) signatures: OnceLock<Vec<Signed>>,
}

/// Opens the collection at `places`. Where there is no index yet, its sources are indexed first.
///
/// # Errors
/// When there is neither index nor corpus, or the index is outdated, damaged or of other roots.
pub fn open(
    places: &Places,
    freshness: Freshness,
    progress: &mut dyn FnMut(Progress),
) -> Result<Archive, ArchiveError> {
    if !IndexReader::exists(&places.current()) {
        match refresh::refresh(places, false, progress) {
            // Who has the lock was just putting a rebuilt index into its place.
            Err(ArchiveError::Index(IndexError::Busy)) if places.has_index() => {}
            built => return built.and_then(|_| Archive::open(places)),
        }
    }
    let archive = Archive::open(places)?;
    let roots = refresh::roots(places, &archive.reader.manifest().roots)?;
    if freshness == Freshness::Never && archive.is_of(&roots) {
        return archive.unrefreshed(&roots);
    }
    if let Some(away) = roots.iter().find(|root| !root.exists()) {
        let away = shown(away);
        return Ok(archive.noting(&format!(
            "there is no {away}; this answer is from the index as it is"
        )));
    }
    let is_whole = refresh::is_whole(&archive.reader, &roots);
    let deadline = match freshness {
        Freshness::Auto if is_whole => match archive.reader.source_count()? {
            sources if sources <= FEW_SOURCES => Some(Instant::now() + PATIENT_TIME),
            sources if sources <= CHEAP_SOURCES => Some(Instant::now() + LOOKING_TIME),
            _ => return Ok(archive.aged()),
        },
        _ => None,
    };
    let found = changes::look(places, &roots, Some(&archive.reader), deadline)?;
    go_on(&places.stop)?;
    match found {
        None => Ok(archive.aged()),
        Some(found) if found.is_empty() && is_whole => Ok(archive),
        Some(found) => archive.caught_up(&roots, &found, progress),
    }
}

/// Opens the collection at `places` as it was last indexed; nothing is looked for or written.
///
/// # Errors
/// When there is no index, or it is outdated, damaged or of other roots.
pub fn open_as_it_is(places: &Places) -> Result<Archive, ArchiveError> {
    if places.index.exists() && !places.index.is_dir() {
        return Err(IndexError::NotAFolder(places.index.clone()).into());
    }
    if !IndexReader::exists(&places.current()) {
        return Err(IndexError::Missing(places.index.clone()).into());
    }
    let archive = Archive::open(places)?;
    let roots = refresh::roots(places, &archive.reader.manifest().roots)?;
    archive.unrefreshed(&roots)
}

impl Archive {
    /// Opens the last commit. A rebuild may put another index in its place meanwhile, which then looks
    /// damaged, so what fails is tried again.
    fn open(places: &Places) -> Result<Self, ArchiveError> {
        for _ in 1..TRIES {
            match Self::open_once(places) {
                Err(ArchiveError::Index(IndexError::Damaged(_) | IndexError::Missing(_))) => {
                    thread::sleep(PAUSE);
                }
                outcome => return outcome,
            }
        }
        Self::open_once(places)
    }

    fn open_once(places: &Places) -> Result<Self, ArchiveError> {
        let folder = places.current();
        let reader = IndexReader::open(&folder)?;
        let knowledge = load_knowledge(&folder, &reader.manifest().knowledge)?;
        Ok(Self {
            reader,
            analyzers: AnalyzerPool::new(knowledge),
            places: places.clone(),
            aliases: Cow::Borrowed(Aliases::builtin()),
            own_names: OwnNames::default(),
            notes: Vec::new(),
            skipped: OnceLock::new(),
            signatures: OnceLock::new(),
        })
    }

    /// The collection as it is, when it is of the roots asked for.
    fn unrefreshed(self, roots: &[PathBuf]) -> Result<Self, ArchiveError> {
        let archive = self.of(roots)?;
        if archive.reader.manifest().complete {
            return Ok(archive);
        }
        Ok(archive
            .noting("indexing was interrupted and articles are missing; `beleg index` goes on"))
    }

    fn of(self, roots: &[PathBuf]) -> Result<Self, ArchiveError> {
        if self.is_of(roots) {
            return Ok(self);
        }
        let known = self.reader.manifest().roots.iter();
        let known: Vec<PathBuf> = known.map(PathBuf::from).collect();
        Err(refresh::other_roots(&self.places, &known, roots))
    }

    /// Whether the index was built from these roots.
    fn is_of(&self, roots: &[PathBuf]) -> bool {
        self.reader.manifest().roots == refresh::named(roots)
    }

    /// The collection with what has changed in its sources, or a note why it is not caught up with.
    fn caught_up(
        self,
        roots: &[PathBuf],
        found: &Changes,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, ArchiveError> {
        let outcome = refresh::catch_up(&self.places, progress);
        let note = match outcome {
            Ok(()) => return Archive::open(&self.places),
            Err(ArchiveError::Index(IndexError::Busy)) => {
                "another process is writing the index; this answer is from its last commit"
            }
            Err(ArchiveError::Index(IndexError::Watched)) => {
                "`beleg index --watch` has not yet taken in the latest changes; this answer is from \
                 its last commit"
            }
            Err(ArchiveError::Index(IndexError::NotWritable(_)))
                if self.is_of(roots) && found.are_only_touched(&self.reader)? =>
            {
                return Ok(self);
            }
            Err(ArchiveError::Index(IndexError::NotWritable(_))) => {
                "sources have changed, but the index folder cannot be written; this answer is from \
                 the index as it is"
            }
            Err(ArchiveError::Index(IndexError::DiskFull)) => {
                "sources have changed, but the disk is full; this answer is from the index as it is"
            }
            Err(error) => return Err(error),
        };
        Ok(self.of(roots)?.noting(note))
    }

    fn aged(self) -> Self {
        let when = self.reader.manifest().refreshed.replace('T', " ");
        let note = format!(
            "the index is of {} UTC; --refresh looks for changes",
            when.trim_end_matches('Z')
        );
        self.noting(&note)
    }

    fn noting(mut self, note: &str) -> Self {
        self.notes.push(note.to_owned());
        self
    }
}
