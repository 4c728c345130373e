//! What the user typed to see matches as a concordance.

use clap::{Args, ValueEnum};

use super::at_least_one;

#[derive(Debug, Args)]
pub struct KwicArguments {
    /// One line a match, the keyword in the middle; all of them unless limited
    #[arg(long)]
    pub kwic: bool,
    /// Sort these lines by the words left or right of the keyword [default: position]
    #[arg(long, value_name = "ORDER", requires = "kwic")]
    pub kwic_sort: Option<KwicSort>,
    /// Words on either side of the keyword; a terminal shows as many as fit [default: 20]
    #[arg(long, value_name = "WORDS", requires = "kwic", value_parser = at_least_one)]
    pub context: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KwicSort {
    Left,
    Right,
    Position,
}
