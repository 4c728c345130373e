//! Lives here: reading sources: formats, encodings, walking folders, limits.
//! Comes in: paths of files and folders.
//! Goes out: raw records with their hash, articles with the map to their bytes, and what was skipped and why.
//! Never enters: queries, the index, what an article means.

mod encoding;
mod format;
mod json;
mod json_lines;
mod read;
mod reason;
mod text;
mod walk;

pub use format::Format;
pub use read::{Faulty, FileState, Limits, RawRecord, parse, read, stat};
pub use reason::Reason;
pub use walk::{Candidate, Skipped, walk};
