//! What is told of all that is found, instead of showing it.

use clap::{Args, ValueEnum};

use crate::archive::Scale;
use crate::evidence::{FacetKind, TimeUnit};

#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Overview, instead of hits")]
pub struct OverviewArguments {
    /// Tell what this file, or the record of a citation, lacks to be found, or at which place it comes
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = ["batch", "why", "passages", "kwic", "count", "facets", "timeline"])]
    pub why_not: Option<String>,
    /// Only count: articles, passages, and whether that is exact
    #[arg(long, conflicts_with_all = ["batch", "why", "passages", "kwic"])]
    pub count: bool,
    /// How the articles found spread: a list of source, year, month, author, lang, person, outlet, type
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(conflicts_with_all = ["batch", "why", "passages", "kwic"])]
    pub facets: Vec<FacetChoice>,
    /// Plot them over time, by month, quarter or year as the time asks for, or as you say
    #[arg(long, value_name = "UNIT", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "auto", hide_possible_values = true)]
    #[arg(conflicts_with_all = ["batch", "why", "passages", "kwic"])]
    pub timeline: Option<ScaleChoice>,
}

impl OverviewArguments {
    /// Whether there is to be an overview at all.
    pub fn is_asked_for(&self) -> bool {
        self.count || !self.facets.is_empty() || self.timeline.is_some()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FacetChoice {
    Source,
    Year,
    Month,
    Author,
    #[value(alias = "language")]
    Lang,
    Person,
    Outlet,
    Type,
}

impl From<FacetChoice> for FacetKind {
    fn from(choice: FacetChoice) -> Self {
        match choice {
            FacetChoice::Source => Self::Source,
            FacetChoice::Year => Self::Year,
            FacetChoice::Month => Self::Month,
            FacetChoice::Author => Self::Author,
            FacetChoice::Lang => Self::Language,
            FacetChoice::Person => Self::Person,
            FacetChoice::Outlet => Self::Outlet,
            FacetChoice::Type => Self::Type,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScaleChoice {
    Auto,
    Month,
    Quarter,
    Year,
}

impl From<ScaleChoice> for Scale {
    fn from(choice: ScaleChoice) -> Self {
        match choice {
            ScaleChoice::Auto => Self::Fitting,
            ScaleChoice::Month => Self::Unit(TimeUnit::Month),
            ScaleChoice::Quarter => Self::Unit(TimeUnit::Quarter),
            ScaleChoice::Year => Self::Unit(TimeUnit::Year),
        }
    }
}
