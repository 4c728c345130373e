//! `beleg` is a local full-text search engine for collections of German source articles, and the
//! command-line tool of that name. *Beleg* is the piece of evidence that backs a statement.

pub mod archive;
pub mod article;
pub mod cli;
pub mod evidence;
pub mod german;
pub mod index;
pub mod query;
pub mod render;
pub mod search;
pub mod source;
pub mod span;
