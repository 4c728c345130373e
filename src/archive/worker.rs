//! The threads of the intake: records in, documents of their articles out.

use std::collections::{HashMap, HashSet};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::analyzers::Analyzers;
use super::faults::Faults;
use crate::article::{self, passages_of};
use crate::german::Knowledge;
use crate::index::{ArticlePlace, IndexError, IndexWriter};
use crate::people::{Names, Recognizer};
use crate::source::{self, Beside, Limits, RawRecord, Reason};

/// What a thread analyses with: the chains and the recogniser of names, which know the words they met.
pub(super) struct Worker {
    analyzers: Analyzers,
    recognizer: Recognizer,
}

impl Worker {
    /// A worker that knows what was learnt and has met no word yet.
    pub fn new(knowledge: &Knowledge) -> Self {
        Self {
            analyzers: Analyzers::new(knowledge.clone()),
            recognizer: Recognizer::new(),
        }
    }
}

/// A record that is to become an article.
pub(super) struct Job {
    pub key: u64,
    pub source: u64,
    pub identity: u64,
    pub file_name: String,
    pub record: RawRecord,
    pub beside: Arc<Beside>,
}

/// What the analysing threads report back.
#[derive(Default)]
pub(super) struct Reports {
    /// Records that are no articles, by number of their source.
    pub faults: HashMap<u64, Faults>,
    /// Those that had the number of an article, each with its identity and the reason.
    pub failed: HashMap<u64, (u64, String)>,
    /// Sources of which not every record was understood before the work was called off.
    pub cut_short: HashSet<u64>,
    pub failure: Option<IndexError>,
}

/// The reports; what a thread that died left behind is still true.
pub(super) fn locked(reports: &Mutex<Reports>) -> MutexGuard<'_, Reports> {
    reports.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes in records until nobody sends any more.
pub(super) fn work(
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
        if limits.stop.is_asked() {
            locked(reports).cut_short.insert(job.source);
            continue;
        }
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
        Err(Reason::CalledOff) => {
            locked(reports).cut_short.insert(job.source);
            return Ok(());
        }
        Err(reason) => {
            let (mut reports, reason) = (locked(reports), reason.to_string());
            let faults = reports.faults.entry(job.source).or_default();
            faults.add_article(job.key, job.record.place(), reason.clone());
            reports.failed.insert(job.key, (job.identity, reason));
            return Ok(());
        }
    };
    let cut = passages_of(&article);
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
