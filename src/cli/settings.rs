//! What the user means: the arguments together with the environment and the terminal.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use super::arguments::{
    Arguments, CheckArguments, CheckFormat, ColorChoice, CommonArguments, FreshnessArguments,
    PeopleFileArguments, PlainFormat, SearchArguments, SearchFormat, SortChoice,
};
use crate::archive::{Copies, Freshness, Places, SearchOptions, Sort, Stop};
use crate::render::{Format, Style};

/// Articles shown to a person who named no number: what fits a few screens.
const ARTICLES_IN_TEXT: usize = 10;

/// Articles in a run for trec_eval: the depth that TREC tracks judge.
const ARTICLES_IN_RUN: usize = 1000;

/// Hits of an article shown to a person.
const HITS_IN_TEXT: usize = 3;

/// Pieces of evidence shown to a person.
const EVIDENCE_IN_TEXT: usize = 5;

/// What holds for every command.
pub struct Settings {
    /// Where the articles and the index are.
    pub places: Places,
    color: ColorChoice,
}

/// The two streams that may be a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Results.
    Output,
    /// All else.
    Error,
}

impl Settings {
    /// The meaning of the arguments in this environment.
    pub fn from(arguments: &Arguments) -> Self {
        let places = places(&arguments.common, |name| std::env::var_os(name));
        Self {
            places,
            color: arguments.common.color,
        }
    }

    /// How a stream is drawn on.
    pub fn style(&self, stream: Stream) -> Style {
        let is_terminal = match stream {
            Stream::Output => std::io::stdout().is_terminal(),
            Stream::Error => std::io::stderr().is_terminal(),
        };
        let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let variable = |name: &str| std::env::var_os(name);
        Style {
            color: is_colored(self.color, is_terminal, variable),
            width: match is_terminal {
                true => terminal,
                false => columns(variable),
            },
        }
    }

    /// The user's own file of names: that of the arguments, else of the environment, else the one beside
    /// the index.
    pub fn people_file(&self, typed: &PeopleFileArguments) -> PathBuf {
        let set = || std::env::var_os("BELEG_PEOPLE").filter(|value| !value.is_empty());
        let named = typed
            .people_file
            .clone()
            .or_else(|| set().map(PathBuf::from));
        named.unwrap_or_else(|| self.places.people_file())
    }

    /// How the hits of a search are written.
    pub fn search_format(&self, typed: SearchFormat) -> Format {
        match typed {
            SearchFormat::Text => Format::Text(self.style(Stream::Output)),
            SearchFormat::Json => Format::Json,
            SearchFormat::Trec => Format::Trec,
        }
    }

    /// How the check of claims is written.
    pub fn check_format(&self, typed: CheckFormat) -> Format {
        match typed {
            CheckFormat::Text => Format::Text(self.style(Stream::Output)),
            CheckFormat::Json => Format::Json,
            CheckFormat::Markdown => Format::Markdown,
        }
    }

    /// How any other answer is written.
    pub fn plain_format(&self, typed: PlainFormat) -> Format {
        match typed {
            PlainFormat::Text => Format::Text(self.style(Stream::Output)),
            PlainFormat::Json => Format::Json,
        }
    }
}

/// What a search is asked to return: enough for a person, all for a program.
pub fn search_options(typed: &SearchArguments) -> SearchOptions {
    let (articles, hits) = match typed.format {
        SearchFormat::Text => (Some(ARTICLES_IN_TEXT), Some(HITS_IN_TEXT)),
        SearchFormat::Json => (None, None),
        SearchFormat::Trec => (Some(ARTICLES_IN_RUN), Some(1)),
    };
    SearchOptions {
        limit: typed.limit.or(articles),
        passages: typed.passages.or(hits),
        sort: match typed.sort {
            SortChoice::Relevance => Sort::Relevance,
            SortChoice::Date => Sort::Date,
            SortChoice::Source => Sort::Source,
        },
        why: typed.why,
        // A batch is for programs that measure: they want each article by itself.
        copies: match typed.all || typed.batch.is_some() {
            true => Copies::Shown,
            false => Copies::Folded,
        },
    }
}

/// The user's files of aliases: those of the arguments, else those of the environment.
pub fn alias_files(typed: &[PathBuf]) -> Vec<PathBuf> {
    if typed.is_empty() {
        let set = std::env::var_os("BELEG_ALIASES").filter(|value| !value.is_empty());
        set.iter().flat_map(std::env::split_paths).collect()
    } else {
        typed.to_vec()
    }
}

/// How many pieces of evidence a claim is shown with: enough for a person, all for a program.
pub fn evidence_limit(typed: &CheckArguments) -> Option<usize> {
    let usual = match typed.format {
        CheckFormat::Text | CheckFormat::Markdown => Some(EVIDENCE_IN_TEXT),
        CheckFormat::Json => None,
    };
    typed.limit.or(usual)
}

/// How fresh the index has to be.
pub fn freshness(typed: &FreshnessArguments) -> Freshness {
    match (typed.refresh, typed.no_refresh) {
        (true, _) => Freshness::Always,
        (_, true) => Freshness::Never,
        _ => Freshness::Auto,
    }
}

/// Arguments before environment before defaults. Who names no corpus means the one that the index
/// was built from; the archive knows it.
fn places(typed: &CommonArguments, variable: impl Fn(&str) -> Option<OsString>) -> Places {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let index = typed
        .index
        .clone()
        .or_else(|| set("BELEG_INDEX").map(PathBuf::from));
    let explicit_index = index.is_some();
    let mut roots = typed.corpus.clone();
    if roots.is_empty() {
        roots.extend(set("BELEG_CORPUS").iter().flat_map(std::env::split_paths));
    }
    Places {
        index: index.unwrap_or_else(|| PathBuf::from("index")),
        roots,
        explicit_index,
        // Found wherever it was installed to.
        reader: std::env::current_exe().ok(),
        stop: Stop::default(),
    }
}

/// Who sets COLUMNS wants lines of that width where there is no terminal, as `ls` does.
fn columns(variable: impl Fn(&str) -> Option<OsString>) -> Option<usize> {
    let columns = variable("COLUMNS")?.to_str()?.parse().ok()?;
    (columns > 0).then_some(columns)
}

/// The conventions of no-color.org and bixense.com/clicolors.
fn is_colored(
    choice: ColorChoice,
    is_terminal: bool,
    variable: impl Fn(&str) -> Option<OsString>,
) -> bool {
    let set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let equals = |name, expected: &str| variable(name).is_some_and(|value| value == expected);
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto if set("CLICOLOR_FORCE") && !equals("CLICOLOR_FORCE", "0") => true,
        ColorChoice::Auto => is_terminal && !equals("CLICOLOR", "0") && !equals("TERM", "dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(corpus: &[&str], index: Option<&str>) -> CommonArguments {
        CommonArguments {
            corpus: corpus.iter().map(PathBuf::from).collect(),
            index: index.map(PathBuf::from),
            color: ColorChoice::Auto,
        }
    }

    fn environment(pairs: &[(&'static str, &'static str)]) -> impl Fn(&str) -> Option<OsString> {
        let pairs = pairs.to_vec();
        move |name| {
            pairs
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.into())
        }
    }

    #[test]
    fn without_a_word_the_index_beside_is_meant_and_what_it_remembers() {
        let places = places(&common(&[], None), environment(&[]));
        assert_eq!(places.roots, [] as [PathBuf; 0]);
        assert_eq!(places.index, PathBuf::from("index"));
        assert!(!places.explicit_index);
    }

    #[test]
    fn arguments_win_over_the_environment() {
        let environment = environment(&[("BELEG_CORPUS", "a:b"), ("BELEG_INDEX", "i")]);
        let from_environment = places(&common(&[], None), &environment);
        assert_eq!(
            from_environment.roots,
            [PathBuf::from("a"), PathBuf::from("b")]
        );
        assert!(from_environment.explicit_index);
        let from_arguments = places(&common(&["c"], Some("j")), &environment);
        assert_eq!(from_arguments.roots, [PathBuf::from("c")]);
        assert_eq!(from_arguments.index, PathBuf::from("j"));
    }

    #[test]
    fn lines_of_a_pipe_are_set_only_for_who_asks() {
        let set = |value| columns(environment(&[("COLUMNS", value)]));
        assert_eq!(set("80"), Some(80));
        assert_eq!(set("0"), None);
        assert_eq!(set("wide"), None);
        assert_eq!(columns(environment(&[])), None);
    }

    #[test]
    fn colours_follow_the_conventions() {
        let auto =
            |is_terminal, pairs| is_colored(ColorChoice::Auto, is_terminal, environment(pairs));
        assert!(auto(true, &[]));
        assert!(!auto(false, &[]));
        assert!(!auto(true, &[("NO_COLOR", "1")]));
        assert!(auto(true, &[("NO_COLOR", "")]));
        assert!(!auto(true, &[("CLICOLOR", "0")]));
        assert!(auto(false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!auto(true, &[("TERM", "dumb")]));
        assert!(is_colored(
            ColorChoice::Always,
            false,
            environment(&[("NO_COLOR", "1")])
        ));
    }
}
