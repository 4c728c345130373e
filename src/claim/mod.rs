//! Lives here: a claim taken apart, its parts compared with sentences of sources, and the verdict.
//! Comes in: the text of a claim, and blocks of articles that may speak of it.
//! Goes out: parts with their status, evidence with its stance, the verdict, how many voices there are.
//! Never enters: where articles come from, the index, how anything is printed.

mod checkable;
mod compare;
mod dispute;
mod judge;
mod marks;
mod measure;
mod model;
mod origins;
mod parts;
mod reading;
mod signals;
#[cfg(test)]
mod tests;
mod thesaurus;
mod times;
mod values;
mod word;

pub use checkable::{Uncheckable, checkable};
pub use dispute::disputes;
pub use judge::{Finding, Judge, Judgement};
pub use model::VERDICTS;
pub use parts::Claim;
pub use reading::{Source, SourceBlock};
pub use signals::{SIGNALS, Signals};
