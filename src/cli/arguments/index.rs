//! `beleg index` and `beleg status`: the index itself.

use std::path::PathBuf;

use clap::Args;

use super::choices::PlainFormat;

#[derive(Debug, Args)]
pub struct IndexArguments {
    /// Read everything anew and learn anew from the collection
    #[arg(long)]
    pub rebuild: bool,
    /// Exit with 2 when a source had to be skipped
    #[arg(long)]
    pub strict: bool,
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
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}
