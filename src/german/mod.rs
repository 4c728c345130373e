//! Lives here: the German analysis chain, sentences, numbers, dates, the lexicon and the aliases.
//! Comes in: text.
//! Goes out: tokens with offsets and forms, sentence spans, dates, the language of a text.
//! Never enters: articles, files, the index.

mod abbreviations;
mod aliases;
mod cache;
mod chain;
pub mod compounds;
mod countries;
mod date;
mod derivation;
mod ending;
mod fold;
mod forms;
mod function_words;
mod hyphens;
mod inflection;
mod knowledge;
mod language;
pub mod lexicon;
mod number_words;
mod quantity;
mod sentences;
mod spelling;
mod stem;
mod strong_verbs;
mod surface;
mod table;
mod umlaut;
mod value;
mod word;
mod words;
mod written_date;

pub use aliases::{AliasClass, AliasError, Aliases};
pub use chain::Analyzer;
pub use countries::{country, country_names, country_words};
pub use date::{DateError, DateInterval};
pub use derivation::root;
pub use fold::fold;
pub use function_words::WordClass;
pub use knowledge::{Knowledge, KnowledgeError, Learner};
pub use language::{Detected, detect};
pub use sentences::sentences;
pub use stem::stem;
pub use table::Table;
pub use umlaut::restore_umlauts;
pub use word::{Token, TokenKind, Word, WordPart};
pub use written_date::find_date;
