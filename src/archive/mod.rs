//! Lives here: the verbs: refresh, search, mentions, people, check, show, status, analyze.
//! Comes in: places on disk, queries, citations, texts.
//! Goes out: results as plain data of `evidence`.
//! Never enters: how arguments are typed, how results are printed.

mod aliases;
mod analyzers;
mod attributions;
mod blocks;
mod changes;
mod check;
mod copies;
mod duplicates;
mod error;
mod facets;
mod faults;
mod forecast;
mod forms;
mod gather;
mod hits;
mod identities;
mod intake;
mod keywords;
mod learn;
mod like;
mod lists;
mod locate;
mod mention_order;
mod mentions;
mod named;
mod near_copies;
mod open;
mod own_names;
mod people;
mod person_field;
mod places;
mod ranking;
mod refresh;
mod renames;
mod saved;
mod saved_run;
mod search;
mod show;
mod status;
mod stopped;
mod suggest;
mod terms;
mod timeline;
mod tokens;
mod watch;
mod whom;
mod why_not;
mod worker;

pub use aliases::read_aliases;
pub use attributions::attributions;
pub use check::{Checked, Statement};
pub use error::ArchiveError;
pub use facets::{Overview, OverviewOptions};
pub use forecast::{Forecast, TableChoice, forecast};
pub use like::AlikePart;
pub use locate::{Located, Within};
pub use mention_order::{Extent, MentionOrder};
pub use mentions::{MentionOptions, Reach};
pub use named::named;
pub use open::{Archive, Freshness, open, open_as_it_is};
pub use own_names::{OwnRule, add_own_rule, read_own_names};
pub use places::Places;
pub use ranking::RankedArticle;
pub use refresh::{Progress, RefreshReport, refresh};
pub use saved::SeenArticles;
pub use search::{Copies, SearchOptions, Sort};
pub use status::damage;
pub use stopped::Stopped;
pub use timeline::{MentionDates, Scale};
pub use tokens::analyze;
pub use watch::{Names, Watched, watch};

pub use crate::source::{Stop, read_apart};
