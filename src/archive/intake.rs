//! From changed files to documents: reading on one thread, analysing and writing on others.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::changes::{Changed, Content};
use super::identities::Identities;
use super::refresh::Progress;
use super::worker::{Job, Reports, Worker, locked, work};
use crate::german::Knowledge;
use crate::index::{
    CopiedRecord, IndexError, IndexReader, IndexWriter, Known, SourceRecord, SourceState, name_hash,
};
use crate::source::{self, Beside, Limits, RawRecord, Reason};

/// Threads that analyse. Reading and writing have their own.
const WORKERS: usize = 2;
/// Records that may wait for an analysing thread; bounds the memory of the intake.
const WAITING: usize = 64;
/// Bytes of sources that go through between two places where a commit is possible.
const BATCH_BYTES: u64 = 64_000_000;
/// Files that go through between two such places.
const BATCH_FILES: usize = 4_000;

/// Takes in changed files.
pub(super) struct Intake<'a> {
    pub writer: &'a IndexWriter,
    /// The index as it was, for records that have not changed.
    pub reader: Option<&'a IndexReader>,
    pub limits: &'a Limits,
    /// Which articles there are, for records that give one of them once more.
    pub identities: &'a mut Identities,
    pub counters: Counters,
    workers: Vec<Worker>,
}

/// Numbers that grow while files come in.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    pub next_article: u64,
    pub next_source: u64,
    pub articles_read: u64,
    pub articles_taken: u64,
    /// Sources that looked changed and were not.
    pub touched: u64,
    pub done_bytes: u64,
    pub total_bytes: u64,
}

/// Where the reading thread hands on what it reads.
struct Outlet<'a> {
    sender: SyncSender<Job>,
    reports: &'a Mutex<Reports>,
}

/// A source that was read.
struct Taken {
    source: SourceRecord,
    /// Articles that it had and has no longer.
    outdated: Vec<Known>,
    /// Its articles from this number on are new.
    first_new: u64,
}

/// A source while it is read.
struct Reading {
    source: SourceRecord,
    /// The articles that had their first place here and have not been met again, by identity.
    old: HashMap<u64, Known>,
    beside: Arc<Beside>,
}

impl<'a> Intake<'a> {
    /// An intake whose threads know what was learnt, with the workers of the batch before it.
    pub fn new(
        writer: &'a IndexWriter,
        reader: Option<&'a IndexReader>,
        knowledge: &Knowledge,
        limits: &'a Limits,
        identities: &'a mut Identities,
        counters: Counters,
        workers: Option<Vec<Worker>>,
    ) -> Self {
        let workers =
            workers.unwrap_or_else(|| (0..WORKERS).map(|_| Worker::new(knowledge)).collect());
        Self {
            writer,
            reader,
            limits,
            identities,
            counters,
            workers,
        }
    }

    /// What the next batch goes on with: the numbers, and workers that know the words they met.
    pub fn into_parts(self) -> (Counters, Option<Vec<Worker>>) {
        (self.counters, Some(self.workers))
    }

    /// Takes in the next files of `files`, as many as fit between two commits. Returns how many it went
    /// through, and how many of these it took in: fewer when the work was called off.
    pub fn batch(
        &mut self,
        files: &[Changed],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(usize, u64), IndexError> {
        let reports = Mutex::new(Reports::default());
        let mut workers = std::mem::take(&mut self.workers);
        let (sender, receiver) = sync_channel(WAITING);
        // Only the workers hold the receiver: should they all die, sending fails instead of waiting.
        let receiver = Arc::new(Mutex::new(receiver));
        let sources = thread::scope(|scope| {
            let (reports, writer, limits) = (&reports, self.writer, self.limits);
            let start = |worker| {
                let receiver = Arc::clone(&receiver);
                scope.spawn(move || work(writer, limits, worker, &receiver, reports))
            };
            let threads: Vec<_> = workers.iter_mut().map(start).collect();
            drop(receiver);
            let outlet = Outlet { sender, reports };
            let sources = self.read_files(files, &outlet, progress);
            drop(outlet);
            for thread in threads {
                thread
                    .join()
                    .map_err(|_| IndexError::Engine("an analysing thread died".to_owned()))?;
            }
            sources
        })?;
        self.workers = workers;
        let reports = reports.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.finish(sources, reports)
    }

    fn read_files(
        &mut self,
        files: &[Changed],
        outlet: &Outlet<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Taken>, IndexError> {
        let mut sources = Vec::new();
        let mut bytes = 0;
        for file in files {
            if let Some(failure) = locked(outlet.reports).failure.take() {
                return Err(failure);
            }
            sources.push(self.read_file(file, outlet, progress)?);
            if let Content::Readable { state, .. } = &file.content {
                bytes += state.size;
            }
            let is_full = bytes >= BATCH_BYTES || sources.len() >= BATCH_FILES;
            if is_full || self.limits.stop.is_asked() {
                break;
            }
        }
        Ok(sources)
    }

    fn read_file(
        &mut self,
        file: &Changed,
        outlet: &Outlet<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Taken, IndexError> {
        let first_new = self.counters.next_article;
        let key = match &file.known {
            Some(known) => known.key,
            None => {
                self.counters.next_source += 1;
                self.counters.next_source - 1
            }
        };
        let mut reading = Reading {
            source: SourceRecord {
                key,
                root: file.root as u64,
                path: file.relative.clone(),
                format: String::new(),
                size: 0,
                modified: 0,
                changed: 0,
                hash: [0; 32],
                beside: 0,
                state: SourceState::Read,
                records: Vec::new(),
                copies: Vec::new(),
                skipped_records: Vec::new(),
            },
            old: self.old_articles(file)?,
            beside: Arc::default(),
        };
        if let Content::Readable { beside, .. } = &file.content {
            reading.beside = Arc::clone(beside);
            reading.source.beside = beside.fingerprint();
        }
        match &file.content {
            Content::Unreadable(reason) => {
                reading.source.state = SourceState::Skipped(reason.to_string());
            }
            Content::Readable { .. } => {
                self.read_records(&file.content, &mut reading, outlet, progress);
            }
        }
        let Reading {
            mut source, old, ..
        } = reading;
        for known in old.values() {
            self.identities.lose(known);
        }
        source.records.sort_unstable_by_key(|(article, _)| *article);
        self.counters.touched += u64::from(self.is_only_touched(file, &source)?);
        Ok(Taken {
            source,
            outdated: old.into_values().collect(),
            first_new,
        })
    }

    /// Whether a file holds what it held before.
    fn is_only_touched(&self, file: &Changed, now: &SourceRecord) -> Result<bool, IndexError> {
        let (Some(known), None, Some(reader)) = (&file.known, &file.renamed_from, self.reader)
        else {
            return Ok(false);
        };
        let is_alike = (known.size, known.beside, known.root) == (now.size, now.beside, now.root);
        if !is_alike || known.skipped || now.hash == [0; 32] {
            return Ok(false);
        }
        Ok(reader.source(known.key)?.hash == now.hash)
    }

    /// The articles that had their first place in the file, by identity.
    fn old_articles(&self, file: &Changed) -> Result<HashMap<u64, Known>, IndexError> {
        let (Some(known), Some(reader)) = (&file.known, self.reader) else {
            return Ok(HashMap::new());
        };
        let articles = reader.articles_of(known.key)?.into_iter();
        Ok(articles.map(|known| (known.identity, known)).collect())
    }

    fn read_records(
        &mut self,
        content: &Content,
        reading: &mut Reading,
        outlet: &Outlet<'_>,
        progress: &mut dyn FnMut(Progress),
    ) {
        let Content::Readable {
            path,
            format,
            state,
            ..
        } = content
        else {
            return;
        };
        let key = reading.source.key;
        reading.source.format = format.name().to_owned();
        (reading.source.size, reading.source.modified) = (state.size, state.modified_ns);
        reading.source.changed = state.changed_ns;
        let before = self.counters.done_bytes;
        let limits = self.limits;
        let outcome = source::read(path, *format, limits, &mut |record| {
            if limits.stop.is_asked() {
                return ControlFlow::Break(());
            }
            match record {
                Ok(record) => {
                    self.counters.done_bytes =
                        before + record.start.byte + record.bytes.len() as u64;
                    self.counters.articles_read += 1;
                    progress(self.reading());
                    if self.take(record, reading, outlet).is_err() {
                        return ControlFlow::Break(());
                    }
                }
                Err(faulty) => locked(outlet.reports)
                    .faults
                    .entry(key)
                    .or_default()
                    .add(faulty.place, faulty.reason.to_string()),
            }
            ControlFlow::Continue(())
        });
        match outcome {
            Ok(hash) => reading.source.hash = hash.unwrap_or_default(),
            Err(reason) => note_broken(&mut reading.source, &reason),
        }
        if limits.stop.is_asked() {
            locked(outlet.reports).cut_short.insert(key);
        }
        self.counters.done_bytes = before + state.size;
    }

    fn reading(&self) -> Progress {
        Progress::Reading {
            done_bytes: self.counters.done_bytes,
            total_bytes: self.counters.total_bytes,
            articles: self.counters.articles_read,
        }
    }

    /// Keeps the article of a record that has not changed, notes a further place of one that is known, or
    /// sends the record on. Fails when nobody receives it any more.
    fn take(
        &mut self,
        record: RawRecord,
        reading: &mut Reading,
        outlet: &Outlet<'_>,
    ) -> Result<(), ()> {
        let Reading { source, old, .. } = reading;
        let file_name = source.path.rsplit('/').next().unwrap_or_default();
        let identity = record.identity(&reading.beside, file_name);
        let name = name_hash(record.name.as_deref());
        if old.get(&identity).is_some_and(|known| known.name == name) {
            let kept = old.remove(&identity).into_iter();
            source
                .records
                .extend(kept.map(|known| (known.article, record.start)));
            return Ok(());
        }
        if let Some(article) = self.identities.find(identity) {
            self.identities.add_copy(article, source.key, &record);
            source.copies.push(CopiedRecord {
                article,
                member: record.member as u64,
                start: record.start,
                name: record.name,
            });
            return Ok(());
        }
        let key = self.counters.next_article;
        self.counters.next_article += 1;
        self.identities.add(identity, key);
        source.records.push((key, record.start));
        let file_name = file_name.to_owned();
        let job = Job {
            key,
            source: source.key,
            identity,
            file_name,
            record,
            beside: Arc::clone(&reading.beside),
        };
        outlet.sender.send(job).map_err(|_| ())
    }

    /// Writes the sources of a batch, once it is known which of their records are articles.
    fn finish(
        &mut self,
        sources: Vec<Taken>,
        mut reports: Reports,
    ) -> Result<(usize, u64), IndexError> {
        if let Some(failure) = reports.failure {
            return Err(failure);
        }
        for (article, source, place) in self.identities.take_copies() {
            if let Some((_, reason)) = reports.failed.get(&article) {
                let faults = reports.faults.entry(source).or_default();
                faults.add_article(article, place, reason.clone());
            }
        }
        for (article, (identity, _)) in &reports.failed {
            self.identities.forget(*identity, *article);
        }
        let (gone_through, mut kept) = (sources.len(), 0);
        let mut dropped = HashSet::new();
        for taken in sources {
            let mut source = taken.source;
            // A copy of what was not taken in is none; its first place was read before it.
            let lost_its_first = |copy: &CopiedRecord| dropped.contains(&copy.article);
            if reports.cut_short.contains(&source.key) || source.copies.iter().any(lost_its_first) {
                let new = source.records.iter().map(|(article, _)| *article);
                for article in new.filter(|article| *article >= taken.first_new) {
                    self.writer.remove_article(article);
                    dropped.insert(article);
                }
                continue;
            }
            for known in taken.outdated {
                self.writer.remove_article(known.article);
            }
            if let Some(faults) = reports.faults.remove(&source.key) {
                faults.note_in(&mut source);
            }
            self.counters.articles_taken += source.records.len() as u64;
            self.writer.put_source(&source)?;
            kept += 1;
        }
        Ok((gone_through, kept))
    }
}

/// Notes that a source could not be read, or not to its end. What the system refused may be
/// readable next time, so the source is left without the time by which it would count as known.
fn note_broken(source: &mut SourceRecord, reason: &Reason) {
    if matches!(reason, Reason::Unreadable(_)) {
        (source.size, source.modified) = (0, 0);
    }
    if source.records.is_empty() && source.copies.is_empty() {
        source.state = SourceState::Skipped(reason.to_string());
    } else {
        let rest = (String::new(), reason.to_string());
        source.skipped_records.push(rest);
    }
}
