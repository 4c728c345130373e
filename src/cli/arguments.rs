//! What the user typed, as typed: no defaults that depend on each other, no look at the environment.

mod check;
mod choices;
mod freshness;
mod index;
mod kwic;
mod like;
mod overview;
mod people;
mod program;
mod refusal;
mod saved;
mod search;
mod text;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use check::CHECK_EXAMPLES;
pub use check::CheckArguments;
pub use choices::{
    CheckFormat, MentionsFormat, MentionsSort, PeopleFormat, PlainFormat, SearchFormat, ShowFormat,
    SortChoice, WhenChoice,
};
pub use freshness::FreshnessArguments;
use index::{INDEX_EXAMPLES, STATUS_EXAMPLES};
pub use index::{IndexArguments, StatusArguments};
pub use kwic::{KwicArguments, KwicSort};
use like::{LIKE_EXAMPLES, TERMS_EXAMPLES};
pub use like::{LikeArguments, TermsArguments};
use people::{MENTIONS_EXAMPLES, PEOPLE_EXAMPLES};
pub use people::{MentionsArguments, PeopleArguments, PeopleFileArguments};
use program::{COMPLETIONS_EXAMPLES, CONFIG_EXAMPLES, MAN_EXAMPLES, OPEN_EXAMPLES};
pub use program::{CompletionsArguments, ConfigArguments, ManArguments, OpenArguments};
use saved::SAVE_EXAMPLES;
pub use saved::{ForgetArguments, RunArguments, SaveArguments, SavedArguments};
use search::SEARCH_EXAMPLES;
pub use search::SearchArguments;
use text::{ANALYZE_EXAMPLES, SHOW_EXAMPLES};
pub use text::{AnalyzeArguments, ShowArguments};

/// Examples come before options: most people want to copy one.
const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

const EXAMPLES: &str = "\
Examples:
  beleg search Munition               # passages in ./corpus, the best first
  beleg search '\"strategische Kooperation\"'
  beleg search Munition --format json  # every hit, one JSON object a line
  beleg search Munition --kwic        # a line a match, the keyword aligned
  beleg mentions \"Kim Jong Un\"        # every place that names him, also as Kim
  beleg people                        # who is named in the articles
  beleg show corpus/001_9643a6726ce6d8a4.txt:11:1  # a hit in its article
  beleg open corpus/001_9643a6726ce6d8a4.txt:11:1  # the same in your editor
  beleg status                        # what is indexed, what was skipped
";

/// Search German source articles: ranked passages, exact marks, citations to re-check
#[derive(Debug, Parser)]
#[command(name = "beleg", version, help_template = TEMPLATE, before_help = EXAMPLES)]
#[command(arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: CommonArguments,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub struct CommonArguments {
    /// A folder or file of articles; may be given more than once [env: BELEG_CORPUS] [default: ./corpus]
    #[arg(long, value_name = "PATH", global = true)]
    pub corpus: Vec<PathBuf>,
    /// The folder of the index [env: BELEG_INDEX] [default: ./index]
    #[arg(long, value_name = "DIR", global = true)]
    pub index: Option<PathBuf>,
    /// When to use colours; NO_COLOR and CLICOLOR are heeded [default: auto]
    #[arg(long, value_name = "WHEN", global = true)]
    pub color: Option<WhenChoice>,
    /// When citations are links that a terminal opens [default: auto]
    #[arg(long, value_name = "WHEN", global = true)]
    pub links: Option<WhenChoice>,
    /// Show long answers directly, not in BELEG_PAGER, PAGER or less
    #[arg(long, global = true)]
    pub no_pager: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find passages; the first search indexes the articles
    #[command(help_template = TEMPLATE, before_help = SEARCH_EXAMPLES, arg_required_else_help = true)]
    Search(SearchArguments),
    /// Tell which words are special in the articles found, beside all others
    #[command(help_template = TEMPLATE, before_help = TERMS_EXAMPLES, arg_required_else_help = true)]
    Terms(TermsArguments),
    /// Find articles like one
    #[command(help_template = TEMPLATE, before_help = LIKE_EXAMPLES, arg_required_else_help = true)]
    Like(LikeArguments),
    /// Keep a search under a name
    #[command(help_template = TEMPLATE, before_help = SAVE_EXAMPLES, arg_required_else_help = true)]
    Save(SaveArguments),
    /// Answer a saved search, with --new only what no run has shown
    #[command(help_template = TEMPLATE, before_help = SAVE_EXAMPLES, arg_required_else_help = true)]
    Run(RunArguments),
    /// List the saved searches
    #[command(help_template = TEMPLATE, before_help = SAVE_EXAMPLES)]
    Saved(SavedArguments),
    /// Forget a saved search
    #[command(help_template = TEMPLATE, before_help = SAVE_EXAMPLES, arg_required_else_help = true)]
    Forget(ForgetArguments),
    /// List every mention of a person, in every spelling and case
    #[command(help_template = TEMPLATE, before_help = MENTIONS_EXAMPLES, arg_required_else_help = true)]
    Mentions(MentionsArguments),
    /// List the people of the collection
    #[command(help_template = TEMPLATE, before_help = PEOPLE_EXAMPLES)]
    People(PeopleArguments),
    /// Tell which sources back a claim, which contradict it, and on what
    #[command(help_template = TEMPLATE, before_help = CHECK_EXAMPLES, arg_required_else_help = true)]
    Check(CheckArguments),
    /// Bring the index up to date with the articles
    #[command(help_template = TEMPLATE, before_help = INDEX_EXAMPLES)]
    Index(IndexArguments),
    /// Tell what is in the index, what was skipped and why
    #[command(help_template = TEMPLATE, before_help = STATUS_EXAMPLES)]
    Status(StatusArguments),
    /// Show a citation in its article
    #[command(help_template = TEMPLATE, before_help = SHOW_EXAMPLES, arg_required_else_help = true)]
    Show(ShowArguments),
    /// Open a citation in your editor, at its line
    #[command(help_template = TEMPLATE, before_help = OPEN_EXAMPLES, arg_required_else_help = true)]
    Open(OpenArguments),
    /// Show what the German analysis makes of a text
    #[command(help_template = TEMPLATE, before_help = ANALYZE_EXAMPLES)]
    Analyze(AnalyzeArguments),
    /// Show what is set and where, or write a first configuration file
    #[command(help_template = TEMPLATE, before_help = CONFIG_EXAMPLES)]
    Config(ConfigArguments),
    /// Print the script that lets your shell complete commands and options
    #[command(help_template = TEMPLATE, before_help = COMPLETIONS_EXAMPLES, arg_required_else_help = true)]
    Completions(CompletionsArguments),
    /// Print the man page, or write those of all commands into a folder
    #[command(help_template = TEMPLATE, before_help = MAN_EXAMPLES)]
    Man(ManArguments),
}

pub fn at_least_one(typed: &str) -> Result<usize, String> {
    match typed.parse() {
        Ok(0) => Err("must be at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("must be a whole number".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::refusal::Refusal;
    use super::*;

    fn read(line: &[&str]) -> Result<Arguments, Refusal> {
        let typed: Vec<OsString> = line.iter().map(OsString::from).collect();
        Arguments::read(&typed)
    }

    fn query(line: &[&str]) -> String {
        match read(line).map(|arguments| arguments.command) {
            Ok(Command::Search(search)) => search.query_text(),
            other => panic!("not a search: {other:?}"),
        }
    }

    #[test]
    fn the_definition_is_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_word_to_leave_out_needs_no_quoting() {
        let line = ["beleg", "search", "+Wagner", "-Putin", "--limit", "3"];
        assert_eq!(query(&line), "+Wagner -Putin");
        assert_eq!(query(&["beleg", "search", "-Putin"]), "-Putin");
    }

    #[test]
    fn options_may_stand_on_either_side_of_the_query() {
        assert_eq!(
            query(&[
                "beleg",
                "--index",
                "elsewhere",
                "search",
                "--why",
                "Munition"
            ]),
            "Munition"
        );
        assert_eq!(
            query(&[
                "beleg",
                "search",
                "Munition",
                "--index",
                "elsewhere",
                "--why"
            ]),
            "Munition"
        );
    }

    #[test]
    fn an_unknown_option_is_not_taken_for_a_word() {
        assert!(read(&["beleg", "search", "Munition", "-n", "5"]).is_err());
        assert!(read(&["beleg", "search", "Munition", "--limits", "5"]).is_err());
    }

    #[test]
    fn a_forgotten_command_is_pointed_out() {
        let refusal = read(&["beleg", "Munition"]).expect_err("there is no such command");
        assert_eq!(
            refusal.advice.as_deref(),
            Some("To search for it, say: beleg search Munition")
        );
    }
}
