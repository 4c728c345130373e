//! Lives here: which persons of different articles are one, and whom a typed name may mean.
//! Comes in: the name terms of an index with their counts, the user's own names, a typed name.
//! Goes out: persons with all their terms.
//! Never enters: the index itself, the text of articles.

mod bucket;
mod families;
mod nearest;
mod own;
mod request;
mod spellings;
mod term;

pub use families::{Form, Person, families};
pub use nearest::nearest;
pub use own::{OwnNames, OwnNamesError};
pub use request::{Choice, Request};
pub use spellings::spellings;
pub use term::{CountedTerm, family_of, name_of, term};
