//! `beleg terms` and `beleg like`: what is special in articles, and which are alike.

use std::path::PathBuf;

use clap::Args;

use super::at_least_one;
use super::choices::PlainFormat;
use super::freshness::FreshnessArguments;
use super::people::PeopleFileArguments;

pub const TERMS_EXAMPLES: &str = "\
Examples:
  beleg terms Munition                # what else these articles are about
  beleg terms 'person:\"Kim Jong Un\"'  # what is said where he is named
  beleg terms 'source:interviews' --limit 50
";

pub const LIKE_EXAMPLES: &str = "\
Examples:
  beleg like corpus/001_9643a6726ce6d8a4.txt  # articles like this one
  beleg like corpus/b.jsonl:17        # the article on that line of the file
  beleg like 'corpus/b.jsonl#id7' --limit 3
";

#[derive(Debug, Args)]
pub struct TermsArguments {
    /// Which articles: a query as for beleg search
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// Show at most so many words
    #[arg(long, value_name = "N", value_parser = at_least_one, default_value = "20")]
    pub limit: usize,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
    /// Take the whole query as words, without operators
    #[arg(long)]
    pub plain: bool,
    /// Search these other spellings and names, too; may be given more than once [env: BELEG_ALIASES]
    #[arg(long, value_name = "FILE")]
    pub aliases: Vec<PathBuf>,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

#[derive(Debug, Args)]
pub struct LikeArguments {
    /// The article: a citation as `search` prints it, or a file
    #[arg(value_name = "CITATION")]
    pub citation: String,
    /// Show at most so many articles
    #[arg(long, value_name = "N", value_parser = at_least_one, default_value = "10")]
    pub limit: usize,
    /// Show at most so many hits of an article
    #[arg(long, value_name = "N", value_parser = at_least_one, default_value = "1")]
    pub passages: usize,
    /// Show each of the articles that are nearly the same text, also as the cited one, not only the best
    #[arg(long)]
    pub all: bool,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
}
