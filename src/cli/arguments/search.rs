//! `beleg search`: what is asked for, and how its answer is written.

use std::path::PathBuf;

use clap::Args;

use super::at_least_one;
use super::choices::{SearchFormat, SortChoice};
use super::freshness::FreshnessArguments;
use super::kwic::KwicArguments;
use super::overview::OverviewArguments;
use super::people::PeopleFileArguments;
use crate::query::Since;

pub const SEARCH_EXAMPLES: &str = "\
Examples:
  beleg search Munition               # also finds Artilleriemunition
  beleg search '\"strategische Kooperation\"'
  beleg search '\"Putin Kim\"~5'        # both words, at most five others between
  beleg search +Wagner -Putin         # with the one, without the other
  beleg search '(Stahl OR Dünger) AND Nordkorea'
  beleg search 'munit*' date:2023-09  # a beginning of a word, a month
  beleg search Munition --kwic        # a line a match, the keyword aligned
  beleg search Munition --facets year,person --timeline
  beleg search Munition --why-not corpus/001_9643a6726ce6d8a4.txt
  beleg search Munition --format csv > munition.csv
  beleg search Munition --format bibtex  # the articles, for a bibliography
  beleg search --batch queries.txt --format trec

A hit ends with its citation, path:line:column: click it, or give it to beleg show.
";

#[derive(Debug, Args)]
pub struct SearchArguments {
    /// Words, "a phrase", "near words"~5, +must -not, AND OR NOT ( ), munit*, *munition,
    /// M?ller, Schoigo~, title: source: author: person: lang: type: date:
    #[arg(
        value_name = "QUERY",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub query: Vec<String>,
    /// Show at most so many articles, or values of a facet [default: 10 in text and markdown, 1000 in
    /// trec, else all]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// Show at most so many hits of an article [default: 3 in text and markdown, else all]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub passages: Option<usize>,
    /// Show each of the articles that are nearly the same text, not only the best of them
    #[arg(long)]
    pub all: bool,
    /// Only articles published then or later: 2023, 2023-09 or 2023-09-12
    #[arg(long, value_name = "DATE")]
    pub since: Option<Since>,
    /// In which order articles come; date has the latest first
    #[arg(long, value_name = "ORDER", default_value = "relevance")]
    pub sort: SortChoice,
    /// How results are written: bibtex and csl-json list the articles; trec needs --batch
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: SearchFormat,
    /// Take the whole query as words, without operators
    #[arg(long)]
    pub plain: bool,
    /// Search these other spellings and names, too; may be given more than once [env: BELEG_ALIASES]
    #[arg(long, value_name = "FILE")]
    pub aliases: Vec<PathBuf>,
    #[command(flatten)]
    pub concordance: KwicArguments,
    /// Explain the score of each hit
    #[arg(long, conflicts_with = "kwic")]
    pub why: bool,
    /// Answer a file of queries, `query` or `id<TAB>query` a line, each taken as plain words (`-`: standard input)
    #[arg(long, value_name = "FILE", conflicts_with = "kwic")]
    pub batch: Option<PathBuf>,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub overview: OverviewArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

impl SearchArguments {
    /// The query as one text, its words a blank apart.
    pub fn query_text(&self) -> String {
        let words: Vec<&str> = self.query.iter().map(|word| word.trim()).collect();
        words.join(" ")
    }
}
