//! Waiting until something changes in folders.

use super::Stop;
use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// So long nothing may happen before what happened counts as done: editors and downloads write in
/// several steps.
const QUIET: Duration = Duration::from_millis(400);
/// Where something happens all the time, it is looked after so long.
const LONGEST: Duration = Duration::from_secs(5);
/// How often it is looked whether to stop.
const GLANCE: Duration = Duration::from_millis(100);
/// Where the system tells of changes, it is still looked this often: some file systems tell only what
/// this machine does.
const SELDOM: Duration = Duration::from_secs(60);
/// Where it does not tell, it is looked this often.
const OFTEN: Duration = Duration::from_secs(5);

/// A watch over folders and files.
pub struct Watch {
    changes: Receiver<()>,
    /// Whether the system has ceased to tell, as when there are more folders than it can watch.
    deaf: Arc<AtomicBool>,
    /// It tells as long as this lives.
    _watcher: Option<RecommendedWatcher>,
}

/// Why a wait is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Something has changed, and then nothing for a moment.
    Changed,
    /// It is time to look, though nothing was heard of.
    Due,
    /// It was asked to stop.
    Stopped,
}

impl Watch {
    /// Watches `roots`, folders or single files, but for what lies below one of `ignored`; both are
    /// absolute. Where the system cannot, [`Watch::wait`] ends every few seconds.
    pub fn new(roots: &[PathBuf], ignored: Vec<PathBuf>) -> Self {
        let (sender, changes) = mpsc::channel();
        let deaf = Arc::new(AtomicBool::new(false));
        let (watched, told) = (roots.to_vec(), Arc::clone(&deaf));
        let watcher = watcher(roots, move |event| {
            match event {
                Ok(event) if !matters(&event, &watched, &ignored) => return,
                Ok(_) => {}
                Err(_) => told.store(true, Ordering::Relaxed),
            }
            // Whoever has ceased to wait does not want to know.
            let _ = sender.send(());
        });
        deaf.fetch_or(watcher.is_err(), Ordering::Relaxed);
        Self {
            changes,
            deaf,
            _watcher: watcher.ok(),
        }
    }

    /// Whether the system tells of changes.
    pub fn is_told(&self) -> bool {
        !self.deaf.load(Ordering::Relaxed)
    }

    /// Waits until it is time to look, at least `pause` where nothing is heard of.
    pub fn wait(&self, pause: Duration, stop: &Stop) -> Wake {
        let started = Instant::now();
        let mut heard: Option<(Instant, Instant)> = None;
        loop {
            if stop.is_asked() {
                return Wake::Stopped;
            }
            match self.changes.recv_timeout(GLANCE) {
                Ok(()) => {
                    let now = Instant::now();
                    heard = Some((heard.map_or(now, |(first, _)| first), now));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => thread::sleep(GLANCE),
            }
            if let Some((first, last)) = heard
                && (last.elapsed() >= QUIET || first.elapsed() >= LONGEST)
            {
                return Wake::Changed;
            }
            let often = if self.is_told() { SELDOM } else { OFTEN };
            if heard.is_none() && started.elapsed() >= often.max(pause) {
                return Wake::Due;
            }
        }
    }
}

fn watcher(
    roots: &[PathBuf],
    tell: impl FnMut(notify::Result<Event>) + Send + 'static,
) -> notify::Result<RecommendedWatcher> {
    let mut watcher = RecommendedWatcher::new(tell, Config::default())?;
    for root in roots {
        match root.parent().filter(|_| root.is_file()) {
            // A file that is saved by putting another in its place is only seen from its folder.
            Some(folder) => watcher.watch(folder, RecursiveMode::NonRecursive)?,
            None => watcher.watch(root, RecursiveMode::Recursive)?,
        }
    }
    Ok(watcher)
}

/// Whether a source may have changed by this. That files are read, be it by ourselves, is told as well.
fn matters(event: &Event, roots: &[PathBuf], ignored: &[PathBuf]) -> bool {
    let is_change = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    let is_below = |path: &Path, all: &[PathBuf]| all.iter().any(|one| path.starts_with(one));
    let mut paths = event.paths.iter();
    is_change
        && (event.need_rescan()
            || paths.any(|path| is_below(path, roots) && !is_below(path, ignored)))
}
