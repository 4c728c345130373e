//! Lives here: all output: text and Markdown for people, JSON Lines and TREC runs for programs, and making foreign text safe.
//! Comes in: evidence and queries, with the style the caller decided.
//! Goes out: bytes to a writer.
//! Never enters: how anything was found, files, arguments.

mod analysis;
mod article;
mod attribution;
mod check;
mod count;
mod duplicates;
mod excerpt;
mod fault;
mod json;
mod lists;
mod markdown;
mod mentions;
mod people;
mod people_printer;
mod printer;
mod sanitize;
mod shown;
mod status;
mod style;
mod text;
mod trec;
mod why;
pub mod wire;
mod wrap;

pub use count::{bytes, counted, grouped};
pub use fault::caret;
pub use mentions::Telling;
pub use people::Forms;
pub use printer::{Format, Printer};
pub use sanitize::{block as sanitize_block, line as sanitize};
pub use shown::Extent;
pub use style::Style;
