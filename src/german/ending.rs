//! The word that an unknown word ends in.

use super::lexicon;

/// The shortest word, in bytes, that is looked for at the end of an unknown one, and the shortest
/// beginning before it: shorter ones are found in any name.
const SHORTEST_ENDING: usize = 5;
const SHORTEST_BEGINNING: usize = 3;
/// An ending of so many bytes is no accident.
const ALWAYS_TRUSTED: usize = 7;

/// Where the longest known word begins that `lower` ends in.
pub(super) fn known_ending(lower: &str) -> Option<usize> {
    let starts = lower
        .char_indices()
        .map(|(at, _)| at)
        .skip_while(|at| *at < SHORTEST_BEGINNING);
    let mut starts = starts.take_while(|at| lower.len() - at >= SHORTEST_ENDING);
    starts.find(|at| is_trusted(&lower[*at..]))
}

/// Whether the ending is a word; a short one must be in use, for rare words end many names (`Chows`,
/// `Gorbatschows`).
fn is_trusted(ending: &str) -> bool {
    let in_use = |entry: lexicon::Entry| ending.len() >= ALWAYS_TRUSTED || entry.frequency() > 0.0;
    lexicon::lookup(ending).is_some_and(|entry| entry.is_word() && in_use(entry))
}
