//! Locks that are held a moment longer than their owner needs them: a child process that is about to start its program
//! still holds what its parent has let go of.

use std::thread;
use std::time::Duration;

/// How often a lock is tried, and the pause between: together far longer than a process takes to start.
const TRIES: usize = 10;
const PAUSE: Duration = Duration::from_millis(10);

/// The first answer that is not that the lock is held, else the last one.
pub fn patiently<T>(is_held: impl Fn(&T) -> bool, mut lock: impl FnMut() -> T) -> T {
    for _ in 1..TRIES {
        let answer = lock();
        if !is_held(&answer) {
            return answer;
        }
        thread::sleep(PAUSE);
    }
    lock()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_is_let_go_of_soon_is_waited_for_and_another_is_not() {
        for (held_for, expected) in [(0, true), (3, true), (100, false)] {
            let mut tried = 0;
            let locked = patiently(
                |locked: &bool| !*locked,
                || {
                    tried += 1;
                    tried > held_for
                },
            );
            assert_eq!(locked, expected, "held {held_for} times");
        }
    }
}
