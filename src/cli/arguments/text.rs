//! `beleg show` and `beleg analyze`: a text itself.

use std::path::PathBuf;

use clap::Args;

use super::choices::{PlainFormat, ShowFormat};

pub const SHOW_EXAMPLES: &str = "\
Examples:
  beleg show corpus/001_9643a6726ce6d8a4.txt:11:1  # as a search cited it
  beleg show corpus/001_9643a6726ce6d8a4.txt  # the whole article
  beleg show 'corpus/b.jsonl#id7'     # a record of JSON Lines
  beleg show corpus/001_9643a6726ce6d8a4.txt --format bibtex
";

pub const ANALYZE_EXAMPLES: &str = "\
Examples:
  beleg analyze Artilleriemunition    # its cuts, its term, those of its parts
  beleg analyze --format json < article.txt
  beleg analyze --batch records.jsonl --format json
";

#[derive(Debug, Args)]
pub struct ShowArguments {
    /// A citation as `search` prints it: path:line:column, path:line, path or path#record
    #[arg(value_name = "CITATION")]
    pub citation: String,
    /// Show the whole article, not only what stands around the cited line
    #[arg(long)]
    pub whole: bool,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ShowFormat,
}

#[derive(Debug, Args)]
pub struct AnalyzeArguments {
    /// The text; without it, standard input is read
    #[arg(value_name = "TEXT", conflicts_with = "batch")]
    pub text: Vec<String>,
    /// Analyse JSON Lines records with `id` and `text` (`-`: standard input)
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}
