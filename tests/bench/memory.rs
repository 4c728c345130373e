//! How much anonymous memory a piece of work takes at its peak.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often the memory is looked at.
const INTERVAL: Duration = Duration::from_millis(10);

/// Runs `work` and gives what it gives, with the most anonymous memory in bytes that the process held
/// meanwhile; `None` where the system does not tell it as Linux does.
pub fn peak_of<T>(work: impl FnOnce() -> T) -> (T, Option<u64>) {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut peak = anonymous_bytes();
            while !done.load(Ordering::Relaxed) {
                thread::sleep(INTERVAL);
                peak = peak.max(anonymous_bytes());
            }
            peak
        });
        let outcome = work();
        done.store(true, Ordering::Relaxed);
        (outcome, watch.join().unwrap_or(None))
    })
}

/// `RssAnon`: memory that is no mapped file, which cannot be dropped and read again.
fn anonymous_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}
