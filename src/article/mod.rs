//! Lives here: the article, its blocks, and the passages cut from them.
//! Comes in: decoded text with its map and what a record says of itself.
//! Goes out: `Article` and `Passage`, plain data.
//! Never enters: files and formats, the index.

mod block_text;
mod blocks;
mod date;
mod draft;
mod kinds;
mod language;
mod lines;
mod passages;

pub use block_text::BlockText;
pub use draft::{Draft, build};
pub use passages::{TARGET_WORDS, passages};

use crate::german::DateInterval;
use crate::span::{SourceMap, TextSpan};

/// A text with all that is known of it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name of its record inside the source (`id` of a JSON line); `None` when it is the whole file.
    pub record: Option<String>,
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
    /// What is shown and cited, in reading order, never overlapping.
    pub blocks: Vec<Block>,
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

/// Where a value of an article was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A field of the record that names it (`title`, `date`).
    Field,
    /// The text itself, by its place or form.
    Text,
    /// The name of the file.
    FileName,
    /// Nothing said so; this is the default.
    Default,
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
