//! Ctrl-C, and the polite request of the system to end: the first one lets work come to a good end, the
//! second one ends it at once.

use std::fmt;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::stream;
use crate::archive::{ArchiveError, Stop, Stopped};
use crate::render::grouped;

/// By an old convention of shells, a program that was ended by a signal returns this plus its number.
const BY_SIGNAL: i32 = 128;

/// Does `work`, which a signal calls off by `stop`. Before and after it a signal ends the program at
/// once, and so does a second one meanwhile.
///
/// # Errors
/// Those of `work`, and [`Interrupted`] when it was called off.
pub fn heeded<T>(stop: &Stop, work: impl FnOnce() -> Result<T, ArchiveError>) -> anyhow::Result<T> {
    let at_once = Arc::new(AtomicBool::new(false));
    let signal = Arc::new(AtomicUsize::new(0));
    for number in [SIGINT, SIGTERM] {
        heed(number, stop, &at_once, &signal)?;
    }
    let outcome = work();
    at_once.store(true, Ordering::Relaxed);
    let signal = signal.load(Ordering::Relaxed) as i32;
    match outcome {
        Err(ArchiveError::Stopped(state)) => Err(Interrupted { signal, state }.into()),
        // It came too late to change anything.
        Ok(_) if stop.is_asked() => Err(Interrupted {
            signal,
            state: Stopped::Done,
        }
        .into()),
        outcome => Ok(outcome?),
    }
}

/// What a signal does: what was registered first happens first, so the first signal only asks.
fn heed(
    number: i32,
    stop: &Stop,
    at_once: &Arc<AtomicBool>,
    signal: &Arc<AtomicUsize>,
) -> io::Result<()> {
    flag::register_conditional_shutdown(number, BY_SIGNAL + number, Arc::clone(at_once))?;
    flag::register(number, Arc::clone(at_once))?;
    flag::register_usize(number, Arc::clone(signal), number as usize)?;
    flag::register(number, stop.flag())?;
    Ok(())
}

/// That a signal called the work off, and what is left of it.
#[derive(Clone, Copy, Debug)]
pub struct Interrupted {
    signal: i32,
    state: Stopped,
}

impl std::error::Error for Interrupted {}

impl fmt::Display for Interrupted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.state {
            Stopped::AsItWas => {
                formatter.write_str("Stopped. The index is as it was; run 'beleg index' to go on.")
            }
            Stopped::NotRebuilt => formatter.write_str(
                "Stopped. The index is as it was; run 'beleg index --rebuild' to begin again.",
            ),
            Stopped::Partly { sources, of } => write!(
                formatter,
                "Stopped. {} of {} sources are in the index; run 'beleg index' to go on.",
                grouped(sources),
                grouped(of)
            ),
            Stopped::Untidied => formatter.write_str(
                "Stopped. All sources are in the index; run 'beleg index' to make it smaller and \
                 faster.",
            ),
            Stopped::Done => formatter.write_str("Stopped. The index is up to date."),
        }
    }
}

/// Tells of it, and the exit code that goes with it.
pub fn end(error: &anyhow::Error) -> ExitCode {
    stream::remark(&error.to_string());
    let signal = error
        .downcast_ref()
        .map_or(SIGINT, |interrupted: &Interrupted| interrupted.signal);
    ExitCode::from(u8::try_from(BY_SIGNAL + signal).unwrap_or(1))
}
