//! `beleg index` and `beleg status`: the index itself.

use std::path::PathBuf;

use clap::Args;

use super::choices::PlainFormat;

pub const INDEX_EXAMPLES: &str = "\
Examples:
  beleg index                         # reads what is new or changed
  beleg index --corpus ~/Artikel --index artikel-index
  beleg index --metadata table.csv    # titles, authors, dates of your own
  beleg index --rebuild               # reads everything anew
";

pub const STATUS_EXAMPLES: &str = "\
Examples:
  beleg status                        # how much there is, and what was skipped
  beleg status --index artikel-index
  beleg status --format json
";

#[derive(Debug, Args)]
pub struct IndexArguments {
    /// Read everything anew and learn anew from the collection
    #[arg(long)]
    pub rebuild: bool,
    /// Exit with 2 when a source had to be skipped
    #[arg(long)]
    pub strict: bool,
    /// Only say what would be read, removed and skipped; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Then keep the index fresh: take in what changes until Ctrl-C
    #[arg(long, conflicts_with_all = ["dry_run", "strict"])]
    pub watch: bool,
    /// A CSV table that says what is known of articles: a column `path` (`path#record` for
    /// records), and any of title, outlet, author, date, url, language. It stands over what the
    /// articles say and is kept with the index; `none` forgets it
    #[arg(long, value_name = "TABLE")]
    pub metadata: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct StatusArguments {
    /// List the articles that stand in several places, and groups of near copies
    #[arg(long)]
    pub duplicates: bool,
    /// List the articles that do not say when they were published, with the date that was concluded
    #[arg(long)]
    pub undated: bool,
    /// List everything that was skipped, with its reason
    #[arg(long)]
    pub skipped: bool,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}
