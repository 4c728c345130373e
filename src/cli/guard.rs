//! What becomes of a panic or an unexplained failure: both may come from damaged files, and are told
//! as what they are.

use std::mem;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

use anyhow::anyhow;

use crate::archive::{self, ArchiveError, Places};

/// What the last panic of any thread said, and where.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Does `work`. Should it fail by a panic or for no known reason, the index is looked over; what is
/// wrong with it is the error then.
pub fn guarded<T>(places: &Places, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(remember));
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    let said = mem::take(&mut *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner));
    let outcome = match outcome {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if said.is_empty() && is_explained(&error) => Err(error),
        Ok(Err(error)) if said.is_empty() => Err(damage(places).unwrap_or(error)),
        Ok(Err(_)) | Err(_) => Err(damage(places).unwrap_or_else(|| defect(&said))),
    };
    panic::set_hook(usual);
    outcome
}

fn remember(info: &PanicHookInfo<'_>) {
    *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = info.to_string();
}

fn is_explained(error: &anyhow::Error) -> bool {
    !error
        .downcast_ref()
        .is_some_and(ArchiveError::is_unexplained)
}

fn damage(places: &Places) -> Option<anyhow::Error> {
    // Looking over a damaged index may panic as well, which says no more.
    let damage = panic::catch_unwind(AssertUnwindSafe(|| archive::damage(places)));
    damage.ok().flatten().map(anyhow::Error::from)
}

fn defect(said: &str) -> anyhow::Error {
    anyhow!("beleg has a defect, please report it with this text: {said}")
}
