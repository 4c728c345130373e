//! What the user means: the arguments together with the environment, the files and the terminal.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::arguments::{
    Arguments, CheckArguments, CheckFormat, FreshnessArguments, KwicArguments, KwicSort,
    MentionsFormat, PeopleFileArguments, PeopleFormat, PlainFormat, SearchArguments, SearchFormat,
    ShowFormat, SortChoice, WhenChoice,
};
use super::command_line::CommandLine;
use super::complaints::Complaints;
use super::config::{self, ConfigError, Files, Held, Origin, Resolved};
use super::pager::Output;
use super::terminal;
use crate::archive::{Copies, Freshness, Places, SearchOptions, Sort, Stop};
use crate::render::{
    Bibliography, Concordance, ConcordanceForm, Format, KeywordOrder, Links, Printer, Style,
};

/// Articles in a run for trec_eval: the depth that TREC tracks judge.
const ARTICLES_IN_RUN: usize = 1000;

/// Words on either side of a keyword: more than most terminals have room for.
const WORDS_OF_CONTEXT: usize = 20;

/// Pieces of evidence shown to a person.
const EVIDENCE_IN_TEXT: usize = 5;

/// What holds for every command.
pub struct Settings {
    /// Where the articles and the index are.
    pub places: Places,
    /// Every setting with where it comes from.
    pub held: Resolved,
    /// The configuration files.
    pub files: Files,
    links: Option<&'static Links>,
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
    /// The configuration files of the working directory.
    pub fn files() -> Files {
        let here = std::env::current_dir().unwrap_or_default();
        Files::find(&here, variable)
    }

    /// The meaning of the arguments in this environment.
    ///
    /// # Errors
    /// When a configuration file, or a variable of `beleg`'s own, cannot be understood.
    pub fn from(arguments: &Arguments) -> Result<Self, ConfigError> {
        let files = Self::files();
        let written = config::read(&files)?;
        let project = files.project_folder();
        let held = Resolved::of(&arguments.common, variable, written, project)?;
        Ok(Self {
            places: places(&held, project),
            links: terminal::links(&held, variable),
            held,
            files,
        })
    }

    /// How a stream is drawn on.
    pub fn style(&self, stream: Stream) -> Style {
        let is_terminal = match stream {
            Stream::Output => std::io::stdout().is_terminal(),
            Stream::Error => std::io::stderr().is_terminal(),
        };
        Style {
            color: match self.held.color.value {
                WhenChoice::Always => true,
                WhenChoice::Never => false,
                WhenChoice::Auto => is_terminal && !terminal::is_dumb(variable),
            },
            width: terminal::room(is_terminal, variable),
            links: match stream {
                Stream::Output => self.links,
                Stream::Error => None,
            },
        }
    }

    /// Writes an answer in a format; text for people goes through their pager.
    pub fn printer(&self, format: Format) -> Printer<Output> {
        Printer::new(Output::through(self.pager(format).cloned()), format)
    }

    /// What is wrong with single lines of a file whose answers are written in a format.
    pub fn complaints(&self, format: Format) -> Complaints {
        match self.pager(format) {
            Some(_) => Complaints::beside_pager(),
            None => Complaints::default(),
        }
    }

    fn pager(&self, format: Format) -> Option<&Held<CommandLine>> {
        match format {
            Format::Text(_)
            | Format::Concordance(Concordance {
                form: ConcordanceForm::Text(_),
                ..
            }) => terminal::pager(&self.held, variable),
            _ => None,
        }
    }

    /// The user's own file of names: that of the arguments, else of the environment or a file of
    /// settings, else the one beside the index.
    pub fn people_file(&self, typed: &PeopleFileArguments) -> PathBuf {
        let named = typed.people_file.as_ref();
        let named = named.or(self.held.people_file.value.as_ref());
        named.cloned().unwrap_or_else(|| self.places.people_file())
    }

    /// The user's files of aliases: those of the arguments, else of the environment or a file of
    /// settings.
    pub fn alias_files(&self, typed: &[PathBuf]) -> Vec<PathBuf> {
        match typed.is_empty() {
            true => self.held.aliases.value.clone(),
            false => typed.to_vec(),
        }
    }

    /// What a search is asked to return: enough for a person, all for a program.
    pub fn search_options(&self, typed: &SearchArguments) -> SearchOptions {
        let (articles, hits) = match typed.format {
            // A concordance from which lines are missing says nothing of how a word is used.
            SearchFormat::Text if typed.concordance.kwic => (None, None),
            SearchFormat::Text | SearchFormat::Markdown => {
                (Some(self.held.limit.value), Some(self.held.passages.value))
            }
            SearchFormat::Json | SearchFormat::Csv => (None, None),
            // One entry an article.
            SearchFormat::Bibtex | SearchFormat::CslJson => (None, Some(1)),
            SearchFormat::Trec => (Some(ARTICLES_IN_RUN), Some(1)),
        };
        SearchOptions {
            limit: typed.limit.or(articles),
            passages: typed.passages.or(hits),
            sort: sort(typed.sort),
            why: typed.why,
            // A run or a batch is measured: it must hold every article that answers.
            copies: match typed.all || typed.format == SearchFormat::Trec || typed.batch.is_some() {
                true => Copies::Shown,
                false => Copies::Folded,
            },
            keywords: typed.concordance.kwic,
        }
    }

    /// How the hits of a search are written.
    pub fn search_format(&self, typed: SearchFormat) -> Format {
        match typed {
            SearchFormat::Text => Format::Text(self.style(Stream::Output)),
            SearchFormat::Json => Format::Json,
            SearchFormat::Csv => Format::Csv,
            SearchFormat::Markdown => Format::Markdown,
            SearchFormat::Bibtex => Format::Bibliography(Bibliography::Bibtex),
            SearchFormat::CslJson => Format::Bibliography(Bibliography::CslJson),
            SearchFormat::Trec => Format::Trec,
        }
    }

    /// How the mentions of a person are written.
    pub fn mentions_format(&self, typed: MentionsFormat) -> Format {
        match typed {
            MentionsFormat::Text => Format::Text(self.style(Stream::Output)),
            MentionsFormat::Json => Format::Json,
            MentionsFormat::Csv => Format::Csv,
            MentionsFormat::Markdown => Format::Markdown,
        }
    }

    /// How a citation is shown.
    pub fn show_format(&self, typed: ShowFormat) -> Format {
        match typed {
            ShowFormat::Text => Format::Text(self.style(Stream::Output)),
            ShowFormat::Json => Format::Json,
            ShowFormat::Bibtex => Format::Bibliography(Bibliography::Bibtex),
            ShowFormat::CslJson => Format::Bibliography(Bibliography::CslJson),
        }
    }

    /// How people are written.
    pub fn people_format(&self, typed: PeopleFormat) -> Format {
        match typed {
            PeopleFormat::Text => Format::Text(self.style(Stream::Output)),
            PeopleFormat::Json => Format::Json,
            PeopleFormat::Csv => Format::Csv,
        }
    }

    /// The format in which matches stand in a line each, where that is asked for.
    ///
    /// # Errors
    /// When it cannot be had in that format.
    pub fn concordance(typed: &KwicArguments, format: Format) -> anyhow::Result<Format> {
        if !typed.kwic {
            return Ok(format);
        }
        let form = match format {
            Format::Text(style) => ConcordanceForm::Text(style),
            Format::Json => ConcordanceForm::Json,
            Format::Csv => ConcordanceForm::Csv,
            _ => anyhow::bail!(
                "keywords in context are written as text, json or csv: choose one of these, or \
                 leave out --kwic"
            ),
        };
        Ok(Format::Concordance(Concordance {
            form,
            order: match typed.kwic_sort {
                Some(KwicSort::Left) => KeywordOrder::Left,
                Some(KwicSort::Right) => KeywordOrder::Right,
                Some(KwicSort::Position) | None => KeywordOrder::Position,
            },
            context: typed.context.unwrap_or(WORDS_OF_CONTEXT),
        }))
    }

    /// The format in which something is told of all that was found, instead of showing it.
    ///
    /// # Errors
    /// When it cannot be had in that format.
    pub fn overview(format: Format) -> anyhow::Result<Format> {
        match format {
            Format::Text(_) | Format::Json => Ok(format),
            _ => anyhow::bail!(
                "counts, facets, timelines and --why-not are written as text or json: choose one of \
                 these with --format"
            ),
        }
    }

    /// How the check of claims is written.
    pub fn check_format(&self, typed: CheckFormat) -> Format {
        match typed {
            CheckFormat::Text => Format::Text(self.style(Stream::Output)),
            CheckFormat::Json => Format::Json,
            CheckFormat::Csv => Format::Csv,
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

/// The order of articles that is asked for.
pub fn sort(typed: SortChoice) -> Sort {
    match typed {
        SortChoice::Relevance => Sort::Relevance,
        SortChoice::Date => Sort::Date,
        SortChoice::Oldest => Sort::Oldest,
        SortChoice::Source => Sort::Source,
    }
}

/// How many pieces of evidence a claim is shown with: enough for a person, all for a program.
pub fn evidence_limit(typed: &CheckArguments) -> Option<usize> {
    let usual = match typed.format {
        CheckFormat::Text | CheckFormat::Markdown => Some(EVIDENCE_IN_TEXT),
        CheckFormat::Json | CheckFormat::Csv => None,
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

/// Where articles and index are. Who names no articles means those that the index was built from;
/// the archive knows them. For a first index of a project, those beside its file are meant.
fn places(held: &Resolved, project: Option<&Path>) -> Places {
    let is_of = |origin: &Origin| matches!(origin, Origin::File { .. });
    let is_typed = !is_of(&held.index.origin) && held.index.origin != Origin::Default;
    let mut places = Places {
        index: held.index.value.clone(),
        roots: held.roots.value.clone(),
        // A file that names other roots than before is as good as a word that the index is theirs.
        explicit_index: is_typed || is_of(&held.roots.origin),
        // Found wherever it was installed to.
        reader: std::env::current_exe().ok(),
        stop: Stop::default(),
    };
    if let Some(folder) = project.filter(|_| places.roots.is_empty() && !places.has_index()) {
        places.roots = vec![folder.join("corpus")];
    }
    places
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
