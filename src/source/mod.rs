//! Lives here: reading sources: formats, encodings, walking folders, limits.
//! Comes in: paths of files and folders.
//! Goes out: raw records with their hash, articles with the map to their bytes, and what was skipped and why.
//! Never enters: queries, the index, what an article means.

mod apart;
mod archive_name;
mod beside;
mod csv;
mod document;
mod docx;
mod encoding;
mod entry;
mod epub;
mod fields;
mod format;
mod front_matter;
mod hashed;
mod headers;
mod identity;
mod json;
mod json_file;
mod json_lines;
mod mail;
mod mail_text;
mod mailbox;
mod markdown;
mod mended;
mod names;
mod object;
mod obstacle;
mod odt;
mod package;
mod packed;
mod page;
mod pdf;
mod read;
mod reason;
mod record;
mod rtf;
mod scope;
mod stop;
mod tar;
mod text;
mod walk;
mod warc;
mod watch;
mod whole;
mod xml;
mod zip;

pub use apart::{ReadApart, read_apart};
pub use beside::{Beside, Table};
pub use csv::TableLayout;
pub use format::Format;
pub use obstacle::obstacle;
pub use read::{FileState, Limits, extracted, hash, parse, read, stat};
pub use reason::Reason;
pub use record::{EachRecord, Faulty, RawRecord, RecordPlace};
pub use stop::Stop;
pub use walk::{Candidate, Skipped, walk};
pub use watch::{Wake, Watch};
