//! What is left when long work was called off.

use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::error::ArchiveError;
use crate::index::{IndexError, IndexWriter};
use crate::source::Stop;

/// How often it is looked whether work that cannot be called off is done.
const GLANCE: Duration = Duration::from_millis(20);

/// What is in the index when the work on it was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// What was in it before, be it nothing.
    AsItWas,
    /// The same, where all was to be made anew.
    NotRebuilt,
    /// Some of the sources, as they are now.
    Partly {
        /// How many.
        sources: u64,
        /// How many there are in all.
        of: u64,
    },
    /// All sources.
    Done,
    /// The same; it could be smaller and faster.
    Untidied,
}

/// Fails when the work was called off before anything was changed.
pub(super) fn go_on(stop: &Stop) -> Result<(), ArchiveError> {
    match stop.is_asked() {
        true => Err(ArchiveError::Stopped(Stopped::AsItWas)),
        false => Ok(()),
    }
}

/// Joins segments, as long as that is not called off. Joining cannot be ended, but left behind: it
/// changes nothing before it is done, and dies with the process.
pub(super) fn settle(writer: IndexWriter, stop: &Stop) -> Result<(), ArchiveError> {
    let joining: JoinHandle<Result<(), IndexError>> = thread::spawn(move || writer.settle());
    while !joining.is_finished() {
        if stop.is_asked() {
            return Err(ArchiveError::Stopped(Stopped::Untidied));
        }
        thread::sleep(GLANCE);
    }
    let died = |_| IndexError::Engine("the thread that joins segments died".to_owned());
    Ok(joining.join().map_err(died)??)
}
