//! Options that take one word of a few.

use clap::ValueEnum;

// The variants carry no documentation: clap would print it and make `--help` twice as long.

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WhenChoice {
    Auto,
    Always,
    Never,
}

impl WhenChoice {
    /// As it is typed.
    pub fn name(self) -> &'static str {
        match self {
            WhenChoice::Auto => "auto",
            WhenChoice::Always => "always",
            WhenChoice::Never => "never",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SortChoice {
    Relevance,
    Date,
    Oldest,
    Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MentionsSort {
    Date,
    Oldest,
    Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SearchFormat {
    Text,
    Json,
    Csv,
    Markdown,
    Bibtex,
    CslJson,
    Trec,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MentionsFormat {
    Text,
    Json,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PeopleFormat {
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Text,
    Json,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    Text,
    Json,
    Bibtex,
    CslJson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlainFormat {
    Text,
    Json,
}
