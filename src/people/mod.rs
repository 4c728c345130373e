//! Lives here: recognising who is named, which person of the article is meant, and which of the collection.
//! Comes in: the text and blocks of an article; the name terms of an index; the user's own names.
//! Goes out: mentions with person, rule and confidence; the persons that all spellings belong to.
//! Never enters: the index, files, who says what about whom.

pub mod detect;
mod mention;
mod name;
mod recognizer;
mod register;
mod resolve;
mod spelled;

pub use mention::{Mention, NamedPerson, Names, Referent, Rule, Walk};
pub use recognizer::{Recognizer, names_at};
pub use register::{
    Choice, CountedTerm, Form, OwnNames, OwnNamesError, Person, Request, families, family_of,
    name_of, nearest, spellings, term,
};
pub use spelled::{Spelled, Spellings};
