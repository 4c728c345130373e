//! Lives here: what the user asks, as plain data, and its parser.
//! Comes in: a query as typed.
//! Goes out: `Query`, or an error with the span to put a caret under.
//! Never enters: the index, ranking, printing.

mod address;
mod ast;
mod date;
mod ellipsis;
mod error;
mod field;
mod lexer;
mod parser;
mod plain;
mod quote;
mod since;
mod word;

pub use ast::{Clause, Leaf, LeafKind, Node, Occur, Query, TextField};
pub use error::{Fault, QueryError};
pub use parser::{MAX_LEAVES, MAX_NESTING, MAX_WILDCARDS, parse};
pub use plain::plain;
pub use quote::MAX_DISTANCE;
pub use since::{NoDate, Since};
