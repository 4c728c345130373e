//! From changed files to documents: reading on one thread, analysing and writing on others.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::analyzers::Analyzers;
use super::changes::{Changed, Content};
use super::faults::Faults;
use super::identities::Identities;
use super::refresh::Progress;
use crate::article::{self, passages};
use crate::german::Knowledge;
use crate::index::{
    ArticlePlace, CopiedRecord, IndexError, IndexReader, IndexWriter, Known, SourceRecord,
    SourceState, name_hash,
};
use crate::people::{Names, Recognizer};
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

/// What a thread analyses with: the chains and the recogniser of names, which know the words they met.
pub(super) struct Worker {
    analyzers: Analyzers,
    recognizer: Recognizer,
}

/// Numbers that grow while files come in.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    pub next_article: u64,
    pub next_source: u64,
    pub articles_read: u64,
    pub articles_taken: u64,
    pub done_bytes: u64,
    pub total_bytes: u64,
}

struct Job {
    key: u64,
    source: u64,
    identity: u64,
    file_name: String,
    record: RawRecord,
    beside: Arc<Beside>,
}

/// What the analysing threads report back.
#[derive(Default)]
struct Reports {
    /// Records that are no articles, by number of their source.
    faults: HashMap<u64, Faults>,
    /// Those that had the number of an article, each with its identity and the reason.
    failed: HashMap<u64, (u64, String)>,
    failure: Option<IndexError>,
}

/// Where the reading thread hands on what it reads.
struct Outlet<'a> {
    sender: SyncSender<Job>,
    reports: &'a Mutex<Reports>,
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
        let worker = |_| Worker {
            analyzers: Analyzers::new(knowledge.clone()),
            recognizer: Recognizer::new(),
        };
        let workers = workers.unwrap_or_else(|| (0..WORKERS).map(worker).collect());
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

    /// Takes in the next files of `files`, as many as fit between two commits, and returns how many.
    pub fn batch(
        &mut self,
        files: &[Changed],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<usize, IndexError> {
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
    ) -> Result<Vec<SourceRecord>, IndexError> {
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
            if bytes >= BATCH_BYTES || sources.len() >= BATCH_FILES {
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
    ) -> Result<SourceRecord, IndexError> {
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
        for known in old.into_values() {
            self.writer.remove_article(known.article);
            self.identities.lose(known);
        }
        source.records.sort_unstable_by_key(|(article, _)| *article);
        Ok(source)
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
        let before = self.counters.done_bytes;
        let limits = self.limits;
        let outcome = source::read(path, *format, limits, &mut |record| {
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
        sources: Vec<SourceRecord>,
        mut reports: Reports,
    ) -> Result<usize, IndexError> {
        if let Some(failure) = reports.failure {
            return Err(failure);
        }
        for (article, source, place) in self.identities.take_copies() {
            if let Some((_, reason)) = reports.failed.get(&article) {
                let faults = reports.faults.entry(source).or_default();
                faults.add_article(article, place, reason.clone());
            }
        }
        for (article, (identity, _)) in reports.failed {
            self.identities.forget(identity, article);
        }
        let taken = sources.len();
        for mut source in sources {
            if let Some(faults) = reports.faults.remove(&source.key) {
                faults.note_in(&mut source);
            }
            self.counters.articles_taken += source.records.len() as u64;
            self.writer.put_source(&source)?;
        }
        Ok(taken)
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

fn locked(reports: &Mutex<Reports>) -> std::sync::MutexGuard<'_, Reports> {
    reports.lock().unwrap_or_else(PoisonError::into_inner)
}

fn work(
    writer: &IndexWriter,
    limits: &Limits,
    worker: &mut Worker,
    receiver: &Mutex<Receiver<Job>>,
    reports: &Mutex<Reports>,
) {
    loop {
        let next = receiver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(job) = next else { return };
        if let Err(failure) = write(writer, limits, worker, &job, reports) {
            locked(reports).failure.get_or_insert(failure);
            // When the last thread has gone, nothing more can be sent, and the reading ends.
            return;
        }
    }
}

fn write(
    writer: &IndexWriter,
    limits: &Limits,
    worker: &mut Worker,
    job: &Job,
    reports: &Mutex<Reports>,
) -> Result<(), IndexError> {
    let article = match source::parse(&job.record, limits, &job.file_name) {
        Ok(mut article) => {
            let said = job.beside.of(article.record.as_deref());
            article::amend(&mut article, &said);
            article
        }
        Err(reason) => {
            let (mut reports, reason) = (locked(reports), reason.to_string());
            let faults = reports.faults.entry(job.source).or_default();
            faults.add_article(job.key, job.record.place(), reason.clone());
            reports.failed.insert(job.key, (job.identity, reason));
            return Ok(());
        }
    };
    let cut = passages(&article.text, &article.blocks);
    let names = match article.language.value.is_german() {
        true => worker.recognizer.names(&article.text, &article.blocks),
        false => Names::default(),
    };
    let analyzer = worker.analyzers.of(article.language.value.code());
    let place = ArticlePlace {
        key: job.key,
        source: job.source,
        format: job.record.format.name(),
        identity: job.identity,
    };
    writer.add(writer.prepare(analyzer, place, &article, &cut, &names)?)
}
