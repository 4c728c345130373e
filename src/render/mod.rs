//! Lives here: all output: text, Markdown and tables for people, JSON Lines and TREC runs for programs, and making foreign text safe.
//! Comes in: evidence and queries, with the style the caller decided.
//! Goes out: bytes to a writer.
//! Never enters: how anything was found, files, arguments.

mod alike;
mod analysis;
mod article;
mod attribution;
mod bars;
mod bibliography;
mod check;
mod closing;
mod count;
mod csv;
mod duplicates;
mod excerpt;
mod fault;
mod json;
mod kwic;
mod labelled;
mod link;
mod lists;
mod markdown;
mod mention_block;
mod mentions;
mod message;
mod overview;
mod overview_printer;
mod people;
mod people_printer;
mod printer;
mod quotations;
mod sanitize;
mod saved;
mod settings;
mod shown;
mod status;
mod style;
mod text;
mod timeline;
mod trec;
mod why;
mod why_not;
pub mod wire;
mod wrap;

pub use bars::Signs;
pub use bibliography::Bibliography;
pub use count::{bytes, counted, grouped};
pub use fault::caret;
pub use kwic::{Concordance, ConcordanceForm, KeywordOrder};
pub use link::{LinkError, LinkTemplate, Links};
pub use mentions::Telling;
pub use message::message;
pub use people::Forms;
pub use printer::{Format, Printer};
pub use sanitize::{block as sanitize_block, line as sanitize};
pub use shown::Extent;
pub use style::Style;
