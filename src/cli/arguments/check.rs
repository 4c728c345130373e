//! `beleg check`: claims, and how verdicts are written.

use std::path::PathBuf;

use clap::Args;

use super::at_least_one;
use super::choices::CheckFormat;
use super::freshness::FreshnessArguments;
use super::people::PeopleFileArguments;

pub const CHECK_EXAMPLES: &str = "\
Examples:
  beleg check \"Kim Il Sung starb 1984.\"
  beleg check --file claims.tsv       # a claim a line, or id<TAB>claim
  beleg check --text article.txt      # every sentence that states a fact
  beleg check --file claims.tsv --format markdown > dossier.md
";

#[derive(Debug, Args)]
pub struct CheckArguments {
    /// A statement in German
    #[arg(value_name = "CLAIM", required_unless_present_any = ["file", "text"], conflicts_with_all = ["file", "text"])]
    pub claim: Vec<String>,
    /// Check a file of claims, `claim` or `id<TAB>claim` a line (`-`: standard input)
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub file: Option<PathBuf>,
    /// Check every sentence of a manuscript that states a fact: a whole statement with a name, number or
    /// date (`-`: standard input)
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
    /// Show at most so many pieces of evidence for a claim [default: 5 in text and Markdown, else all]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: CheckFormat,
    /// Know these other spellings and names, too; may be given more than once [env: BELEG_ALIASES]
    #[arg(long, value_name = "FILE")]
    pub aliases: Vec<PathBuf>,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}
