//! What the user typed to ask for people.

use std::path::PathBuf;

use clap::Args;

use super::at_least_one;
use super::choices::{MentionsFormat, MentionsSort, PeopleFormat};
use super::freshness::FreshnessArguments;
use super::kwic::KwicArguments;
use super::overview::ScaleChoice;
use crate::query::Since;

pub const MENTIONS_EXAMPLES: &str = "\
Examples:
  beleg mentions \"Kim Jong Un\"        # every mention, in every spelling
  beleg mentions Putin --explain      # also why it is he, and how surely
  beleg mentions Putin --with Schoigu  # only where a paragraph names both
  beleg mentions Putin --kwic         # a line each, the name in the middle
  beleg mentions Putin --first        # the earliest that has a date
  beleg mentions Putin --count        # how often, and in which forms
  beleg mentions Putin --timeline     # when

A mention ends with the citation of the name, path:line:column: click it, or give it to beleg show.
";

pub const PEOPLE_EXAMPLES: &str = "\
Examples:
  beleg people                        # who is named, the most frequent first
  beleg people Kim                    # everyone of that name
  beleg people --timeline             # when they were written about
  beleg people --merge 'Sergei Schoigu' 'Sergej Schoigu'  # one person
  beleg people --split 'Kim Jong Un' 'Kim Jong Il'  # two people
";

#[derive(Debug, Args)]
pub struct MentionsArguments {
    /// The name of a person, in any spelling; with or without the given name
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,
    /// Only full names, no surname alone
    #[arg(long)]
    pub strict: bool,
    /// Also words that derive from the name: Kim-Dynastie, Putin-Regime
    #[arg(long)]
    pub derived: bool,
    /// Only what is at least so sure, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = per_cent, default_value = "0", hide_default_value = true)]
    pub min_confidence: u8,
    /// Only in blocks that name this person as well
    #[arg(long, value_name = "PERSON")]
    pub with: Option<String>,
    /// Tell how each name was given to the person, and how sure that is
    #[arg(long, conflicts_with_all = ["count", "kwic"])]
    pub explain: bool,
    /// Only count: mentions, articles, forms of the name
    #[arg(long, conflicts_with_all = ["limit", "kwic"])]
    pub count: bool,
    /// Only in articles published then or later: 2023, 2023-09 or 2023-09-12
    #[arg(long, value_name = "DATE")]
    pub since: Option<Since>,
    /// In which order articles come; date has the latest first
    #[arg(long, value_name = "ORDER", default_value = "date")]
    pub sort: MentionsSort,
    /// Only the first mention of a known date
    #[arg(long, conflicts_with_all = ["count", "limit", "sort"])]
    pub first: bool,
    /// Plot them over time, by month, quarter or year as the time asks for, or as you say
    #[arg(long, value_name = "UNIT", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "auto", hide_possible_values = true)]
    #[arg(conflicts_with_all = ["limit", "explain", "kwic", "first"])]
    pub timeline: Option<ScaleChoice>,
    /// Show the mentions of at most so many articles [default: all]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub concordance: KwicArguments,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: MentionsFormat,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

#[derive(Debug, Args)]
pub struct PeopleArguments {
    /// A name: show only whom it may mean, in detail
    #[arg(value_name = "NAME", conflicts_with_all = ["merge", "split"])]
    pub name: Vec<String>,
    /// Show at most so many people [default: 50 in text, else all]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// Plot over time in how many articles they are named, by month, quarter or year
    #[arg(long, value_name = "UNIT", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "auto", hide_possible_values = true)]
    #[arg(conflicts_with_all = ["merge", "split"])]
    pub timeline: Option<ScaleChoice>,
    /// Write down that these names are one person
    #[arg(long, value_name = "NAME", num_args = 2.., conflicts_with = "split")]
    pub merge: Vec<String>,
    /// Write down that these names are two persons
    #[arg(long, value_name = "NAME", num_args = 2)]
    pub split: Vec<String>,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PeopleFormat,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

#[derive(Debug, Args)]
pub struct PeopleFileArguments {
    /// Your own file of who is one person and who is not [env: BELEG_PEOPLE] [default: beleg-people.txt beside the index]
    #[arg(long, value_name = "FILE")]
    pub people_file: Option<PathBuf>,
}

/// A share of one, `0.7`, in per cent.
fn per_cent(typed: &str) -> Result<u8, String> {
    match typed.replace(',', ".").parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok((share * 100.0).round() as u8),
        _ => Err("must be a number from 0 to 1, such as 0.7".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_taken_as_people_write_it() {
        assert_eq!(per_cent("0.7"), Ok(70));
        assert_eq!(per_cent(",75"), Ok(75));
        assert_eq!(per_cent("1"), Ok(100));
        for typed in ["70", "-0.1", "NaN", "viel"] {
            assert!(per_cent(typed).is_err(), "{typed}");
        }
    }
}
