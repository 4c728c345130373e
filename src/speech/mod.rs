//! Lives here: who says it: direct, indirect and reported speech, and its speakers.
//! Comes in: the text of a block, or of several joined blocks, and the persons' names in it.
//! Goes out: one attribution a sentence: own, reported or quoted, with speaker and cue.
//! Never enters: the index, queries, whether what is said is true.

mod attribution;
mod class;
mod clause;
mod cue;
mod discourse;
mod inflection;
mod mood;
mod phrase;
mod quotation;
mod said;
mod source;
mod speaker;
mod verb_cue;
mod verbs;
mod words;

pub use attribution::{Attribution, Ground, Kind};
pub use discourse::attributions;
