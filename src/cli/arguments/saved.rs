//! `beleg save`, `run`, `saved` and `forget`: searches that are kept.

use std::path::PathBuf;

use clap::Args;

use super::at_least_one;
use super::choices::{PlainFormat, SortChoice};
use super::freshness::FreshnessArguments;
use super::people::PeopleFileArguments;

pub const SAVE_EXAMPLES: &str = "\
Examples:
  beleg save munition 'Munition AND Nordkorea'
  beleg run munition                  # as beleg search would answer it
  beleg run munition --new            # new and changed since the last run
  beleg saved                         # all of them
  beleg forget munition

They stand in beleg-searches.toml beside the index, which you may edit.
";

#[derive(Debug, Args)]
pub struct SaveArguments {
    /// What to call it: letters, digits, - and _
    #[arg(value_name = "NAME")]
    pub name: String,
    /// A query as for beleg search
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// Take the whole query as words, without operators
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Args)]
pub struct RunArguments {
    /// The name of a saved search
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Show only articles that no run has shown, or that have changed; what --limit holds back stays new
    #[arg(long)]
    pub new: bool,
    /// Show at most so many articles [default: 10 in text, all in JSON and with --new]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// Show at most so many hits of an article [default: 3 in text, all in JSON]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub passages: Option<usize>,
    /// In which order articles come
    #[arg(long, value_name = "ORDER", default_value = "relevance")]
    pub sort: SortChoice,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
    /// Search these other spellings and names, too; may be given more than once [env: BELEG_ALIASES]
    #[arg(long, value_name = "FILE")]
    pub aliases: Vec<PathBuf>,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

#[derive(Debug, Args)]
pub struct SavedArguments {
    /// How the list is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}

#[derive(Debug, Args)]
pub struct ForgetArguments {
    /// The name of a saved search
    #[arg(value_name = "NAME")]
    pub name: String,
}
