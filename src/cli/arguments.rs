//! What the user typed, as typed: no defaults that depend on each other, no look at the environment.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::name_arguments::{
    MENTIONS_EXAMPLES, MentionsArguments, PEOPLE_EXAMPLES, PeopleArguments, PeopleFileArguments,
};
use super::stream;
use crate::render;

/// Examples come before options: most people want to copy one.
const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

const EXAMPLES: &str = "\
Examples:
  beleg search Munition                  passages in ./corpus, the best first
  beleg search '\"strategische Kooperation\"'
  beleg search Munition --format json    every hit, one JSON object a line
  beleg mentions \"Kim Jong Un\"           every place that names him, also as Kim
  beleg people                           who is named in the articles
  beleg show corpus/a.txt:11:1           a hit in its article
  beleg status                           what is indexed, what was skipped and why
";

const SEARCH_EXAMPLES: &str = "\
Examples:
  beleg search Munition                  also finds Artilleriemunition
  beleg search '\"strategische Kooperation\"'
  beleg search '\"Putin Kim\"~5'           both words, at most five others between
  beleg search +Wagner -Putin            with the one, without the other
  beleg search '(Stahl OR Dünger) AND Nordkorea'
  beleg search 'munit*' date:2023-09     a beginning of a word, a month of publication
  beleg search --batch queries.txt --format trec

A hit ends with its citation, path:line:column: click it, or give it to beleg show.
";

const CHECK_EXAMPLES: &str = "\
Examples:
  beleg check \"Kim Il Sung starb 1984.\"
  beleg check --file claims.tsv          a claim a line, or id<TAB>claim; a table at the end
  beleg check --text article.txt         every sentence of a manuscript that can be checked
  beleg check --file claims.tsv --format markdown > dossier.md
";

const SHOW_EXAMPLES: &str = "\
Examples:
  beleg show corpus/a.txt:11:1           a citation as a search printed it
  beleg show corpus/a.txt                the whole article
  beleg show 'corpus/b.jsonl#id7'        a record of JSON Lines
";

const ANALYZE_EXAMPLES: &str = "\
Examples:
  beleg analyze Artilleriemunition       the word with its cuts, its term, + terms of its parts
  beleg analyze --format json < article.txt
  beleg analyze --batch records.jsonl --format json
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
    /// When to use colours; NO_COLOR and CLICOLOR are heeded
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColorChoice,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find passages; the first search indexes the articles
    #[command(help_template = TEMPLATE, before_help = SEARCH_EXAMPLES, arg_required_else_help = true)]
    Search(SearchArguments),
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
    Index(IndexArguments),
    /// Tell what is in the index, what was skipped and why
    Status(StatusArguments),
    /// Show a citation in its article
    #[command(help_template = TEMPLATE, before_help = SHOW_EXAMPLES, arg_required_else_help = true)]
    Show(ShowArguments),
    /// Show what the German analysis makes of a text
    #[command(help_template = TEMPLATE, before_help = ANALYZE_EXAMPLES)]
    Analyze(AnalyzeArguments),
}

#[derive(Debug, Args)]
pub struct SearchArguments {
    /// Words, "a phrase", "near words"~5, +must -not, AND OR NOT ( ), munit*, *munition,
    /// Schoigo~, title: source: author: person: lang: type: date:
    #[arg(
        value_name = "QUERY",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub query: Vec<String>,
    /// Show at most so many articles [default: 10 in text, 1000 in trec, all in JSON]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// Show at most so many hits of an article [default: 3 in text, all in JSON]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub passages: Option<usize>,
    /// In which order articles come
    #[arg(long, value_name = "ORDER", default_value = "relevance")]
    pub sort: SortChoice,
    /// How results are written; trec needs --batch
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: SearchFormat,
    /// Take the whole query as words, without operators
    #[arg(long)]
    pub plain: bool,
    /// Search these other spellings and names, too; may be given more than once [env: BELEG_ALIASES]
    #[arg(long, value_name = "FILE")]
    pub aliases: Vec<PathBuf>,
    /// Explain the score of each hit
    #[arg(long)]
    pub why: bool,
    /// Answer a file of queries, `query` or `id<TAB>query` a line, each taken as plain words (`-`: standard input)
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
    #[command(flatten)]
    pub freshness: FreshnessArguments,
    #[command(flatten)]
    pub own: PeopleFileArguments,
}

#[derive(Debug, Args)]
pub struct FreshnessArguments {
    /// Look for changed articles first, however long it takes
    #[arg(long, conflicts_with = "no_refresh")]
    pub refresh: bool,
    /// Answer from the index as it is
    #[arg(long)]
    pub no_refresh: bool,
}

impl SearchArguments {
    /// The query as one text, its words a blank apart.
    pub fn query_text(&self) -> String {
        let words: Vec<&str> = self.query.iter().map(|word| word.trim()).collect();
        words.join(" ")
    }
}

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
    /// Show at most so many pieces of evidence for a claim [default: 5 in text, all in JSON]
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
}

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
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}

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
    pub format: PlainFormat,
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

// The variants carry no documentation: clap would print it and make `--help` twice as long.

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SortChoice {
    Relevance,
    Date,
    Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SearchFormat {
    Text,
    Json,
    Trec,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlainFormat {
    Text,
    Json,
}

/// Why the arguments cannot be obeyed; help and version count as such, too.
#[derive(Debug)]
pub struct Refusal {
    error: clap::Error,
    advice: Option<String>,
    /// Whether what was typed may be repeated on a terminal as it is.
    is_harmless: bool,
}

impl Refusal {
    /// Says so, with the exit code that goes with it.
    pub fn print(&self) -> ExitCode {
        if self.is_harmless {
            // Nobody is left to tell when even this cannot be written.
            let _ = self.error.print();
        } else {
            stream::remark(self.error.render().to_string().trim_end());
        }
        if let Some(advice) = &self.advice {
            stream::remark(advice);
        }
        ExitCode::from(u8::try_from(self.error.exit_code()).unwrap_or(2))
    }
}

impl Arguments {
    /// Understands a command line, program name first.
    pub fn read(typed: &[OsString]) -> Result<Self, Refusal> {
        let protected = typed.iter().map(protect_exclusion);
        Self::try_parse_from(protected).map_err(|error| Refusal {
            advice: advice_for(&error, typed),
            is_harmless: typed.iter().all(is_harmless),
            error,
        })
    }
}

/// Keeps `-Putin` from being read as the options `-P -u -t …`: options of one letter stand alone
/// here, so a longer word behind one hyphen is a word to leave out. The space hides the hyphen from
/// the option parser and means nothing in a query.
fn protect_exclusion(argument: &OsString) -> OsString {
    let excluded = argument
        .to_str()
        .and_then(|text| text.strip_prefix('-'))
        .filter(|word| !word.starts_with('-') && word.chars().nth(1).is_some());
    match excluded {
        Some(word) => format!(" -{word}").into(),
        None => argument.clone(),
    }
}

fn is_harmless(argument: &OsString) -> bool {
    let text = argument.to_string_lossy();
    render::sanitize_block(&text) == text
}

/// Who types `beleg Munition` wants to search for it, unless it looks like a slip of the keys.
fn advice_for(error: &clap::Error, typed: &[OsString]) -> Option<String> {
    let is_slip = error.get(ContextKind::SuggestedSubcommand).is_some();
    if error.kind() != ErrorKind::InvalidSubcommand || is_slip {
        return None;
    }
    let words: Vec<&str> = typed
        .iter()
        .skip(1)
        .filter_map(|word| word.to_str())
        .collect();
    Some(format!(
        "To search for it, say: beleg search {}",
        words.join(" ")
    ))
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
