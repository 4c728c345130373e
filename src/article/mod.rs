//! Lives here: the article, its blocks, and the passages cut from them.
//! Comes in: decoded text with its map and what a record says of itself.
//! Goes out: `Article` and `Passage`, plain data.
//! Never enters: files and formats, the index.

mod block_text;
mod blocks;
mod boilerplate;
mod byline;
mod date;
mod draft;
mod kinds;
mod language;
mod likeness;
mod lines;
mod parts;
mod passages;
mod said;

pub use block_text::BlockText;
pub use date::date_in_name;
pub use draft::{Draft, amend, build, complete};
pub use likeness::{Shingles, Signature, is_compared};
pub use parts::{Part, PartName, page_at, part_at};
pub use passages::{TARGET_WORDS, passages, passages_of};
pub use said::{Origin, Property, Statement, Sureness};

use crate::german::DateInterval;
use crate::span::{SourceMap, TextSpan};

/// A text with all that is known of it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name of its record inside the source (`id` of a JSON line); `None` when it is the whole file.
    pub record: Option<String>,
    /// How much of the name of the record says in which member of an archive it lies, in bytes: lines
    /// and bytes count in that member then.
    pub member: usize,
    /// Where the record begins in the file: byte and line (both from 0).
    pub record_start: RecordStart,
    /// SHA-256 of the record's bytes.
    pub hash: [u8; 32],
    /// The headline.
    pub title: Option<Known<String>>,
    /// Who published it.
    pub outlet: Option<Known<String>>,
    /// Who wrote it.
    pub author: Option<Known<String>>,
    /// Where it was published.
    pub url: Option<Known<String>>,
    /// When it was published; never the date of an event.
    pub date: Option<Known<DateInterval>>,
    /// The language it is written in.
    pub language: Known<Language>,
    /// The decoded text that all spans refer to.
    pub text: String,
    /// Where each byte of `text` stands in the record.
    pub map: SourceMap,
    /// The pages or parts of a record whose text was extracted, by the lines of that text; empty where
    /// the record itself is the text.
    pub parts: Vec<Part>,
    /// What is shown and cited, in reading order, never overlapping.
    pub blocks: Vec<Block>,
    /// What a reader should know of how the text was read.
    pub notes: Vec<Note>,
}

/// What a reader should know of how a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// Its UTF-8 had been taken for another encoding and encoded again: `Ã¼` is read as `ü`.
    EncodedTwice,
    /// No mark and no header tells the encoding, so this one is a guess.
    EncodingGuessed(&'static str),
}

impl Note {
    /// The note for people.
    pub fn text(self) -> String {
        match self {
            Note::EncodedTwice => {
                "its UTF-8 was encoded twice (Ã¼ for ü); it is read as it was meant".to_owned()
            }
            Note::EncodingGuessed(name) => {
                format!("nothing says its encoding; it is read as {name}")
            }
        }
    }
}

/// Where a record begins in its file. Adding it to what [`Article::map`] says of the record gives
/// the place in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordStart {
    /// Bytes before it.
    pub byte: u64,
    /// Lines before it.
    pub line: u32,
}

/// A value together with where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// The value itself.
    pub value: T,
    /// Where it was found.
    pub origin: Origin,
}

/// The language of an article, which decides the analysis chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(pub [u8; 2]);

/// A stretch of an article that is shown and cited as one hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its role in the article.
    pub kind: BlockKind,
    /// Its bytes in the article's text, without surrounding white space.
    pub span: TextSpan,
}

/// The role of a block in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's title.
    Headline,
    /// The summary under the title.
    Lead,
    /// A heading inside the text.
    Heading,
    /// Running text.
    Paragraph,
    /// An entry of a list.
    ListItem,
    /// The words under a picture.
    Caption,
    /// Text around the article: cookie notices, share lines.
    Boilerplate,
}

/// What is ranked: consecutive blocks under one heading, about 150 words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The block (by its number) that is the heading over it, when it has one.
    pub heading: Option<u32>,
    /// Its text, in order.
    pub pieces: Vec<PassagePiece>,
}

/// A block, or a run of whole sentences of a long block, inside a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassagePiece {
    /// The number of the block in the article.
    pub block: u32,
    /// What of the article's text it holds.
    pub span: TextSpan,
}
