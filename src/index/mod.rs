//! Lives here: the tantivy index: schema, documents, plan leaves to postings, the sources table.
//! Comes in: articles with their passages to write; plans and candidates to look up.
//! Goes out: candidates with their postings, stored passages and articles, sets of articles.
//! Never enters: how a query is written, how scores are weighed, how results are printed.

mod alike;
mod candidates;
mod columns;
mod copies;
mod directory;
mod document;
mod doubts;
mod error;
mod labels;
mod learnt;
mod leaves;
mod likeness;
mod manifest;
mod named;
mod origins;
mod overview;
mod parts;
mod patience;
mod people;
mod postings;
mod reader;
mod schema;
mod sections;
mod sequences;
mod sets;
mod source_document;
mod sources;
mod statistics;
mod terms;
mod tokens;
mod vocabulary;
mod writer;

pub use alike::Holding;
pub use candidates::Address;
pub use copies::Known;
pub use document::{ArticleRecord, Placed, StoredPassage, name_hash};
pub use doubts::Doubt;
pub use error::IndexError;
pub use labels::ArticleLabels;
pub use learnt::{load as load_knowledge, store as store_knowledge};
pub use leaves::Resolution;
pub use manifest::{FORMAT_VERSION, Manifest, fingerprint, remembered_roots};
pub use named::StoredMention;
pub use origins::Origins;
pub use overview::{AnsweringArticles, Count, DateCounts, Label, SourceCount};
pub use patience::patiently;
pub use people::{PassageView, Presence};
pub use reader::{IndexReader, Size};
pub use sets::ArticleSet;
pub use source_document::{CopiedRecord, SourceRecord, SourceState};
pub use sources::SourceRow;
pub use vocabulary::{Comparison, StemSpread};
pub use writer::{ArticleDocuments, ArticlePlace, IndexWriter, Tidiness};
