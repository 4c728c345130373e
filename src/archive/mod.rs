//! Lives here: the verbs: refresh, search, show, status, analyze.
//! Comes in: places on disk, queries, citations, texts.
//! Goes out: results as plain data of `evidence`.
//! Never enters: how arguments are typed, how results are printed.

mod aliases;
mod analyzers;
mod changes;
mod error;
mod faults;
mod hits;
mod intake;
mod learn;
mod open;
mod places;
mod ranking;
mod refresh;
mod search;
mod show;
mod status;
mod suggest;
mod tokens;

pub use aliases::read_aliases;
pub use error::ArchiveError;
pub use open::{Archive, Freshness, open, open_as_it_is};
pub use places::Places;
pub use ranking::RankedArticle;
pub use refresh::{Progress, RefreshReport, refresh};
pub use search::{SearchOptions, Sort};
pub use status::damage;
pub use tokens::analyze;
