//! A block that answers a query: its article, its place on disk, and its marks.

use super::attribution::Attribution;
use super::explanation::Explanation;
use super::keyword::Keyword;
use crate::article::BlockKind;
use crate::span::{FileSpan, TextSpan};

/// What names an article in a result.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRef {
    /// Path relative to its root, plus `#record` where there is one.
    pub id: String,
    /// The record's own id, else the path: the `docid` of TREC runs.
    pub docid: String,
    /// The headline.
    pub title: Option<String>,
    /// The publication date as exact as it is known: `2023`, `2023-09`, `2023-09-12`.
    pub date: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The language, ISO 639-1.
    pub language: String,
    /// Where else the same article stands, byte for byte.
    pub also_in: Vec<Place>,
    /// Other articles that are nearly the same text, where that was looked for.
    pub near_copies: Vec<Place>,
}

/// Where an article stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Path relative to its root, plus `#record` where there is one.
    pub id: String,
    /// The file, relative to the working directory where below it.
    pub path: String,
    /// The record inside the file.
    pub record: Option<String>,
    /// The line on which the record begins, from 1, where the file holds several and lines count in it.
    pub line: Option<u32>,
}

/// A block of an article that answers the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article's place in the ranking, from 1.
    pub rank: u32,
    /// The score of the passage the block stands in.
    pub score: f32,
    /// The article.
    pub article: ArticleRef,
    /// Where the sentence of the first mark stands.
    pub citation: Citation,
    /// The text of the block.
    pub text: String,
    /// The block itself.
    pub block: BlockRef,
    /// What matched, in order, never overlapping.
    pub marks: Vec<Mark>,
    /// Each match with a citation of its own, when asked for.
    pub keywords: Vec<Keyword>,
    /// Who says the cited sentence, where that is not the author.
    pub attribution: Option<Attribution>,
    /// Why it ranks where it does, when asked for.
    pub why: Option<Explanation>,
}

/// A block's kind and place on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockRef {
    /// Its role in the article.
    pub kind: BlockKind,
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its bytes in the file.
    pub bytes: FileSpan,
}

/// A span of a block that matched, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the block's text.
    pub span: TextSpan,
    /// Bytes of the file.
    pub bytes: FileSpan,
    /// Why it matched.
    pub kind: MarkKind,
}

/// Why a mark matched, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkKind {
    /// The word itself, but for case and spelling.
    Exact,
    /// Another inflection of it.
    Stem,
    /// A part of a compound.
    Part,
    /// Another spelling from the aliases.
    Variant,
    /// A similar word or the expansion of a wildcard.
    Fuzzy,
}

/// Where a quoted sentence stands, in the manner of a W3C `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The file, relative to the working directory where below it.
    pub path: String,
    /// The record inside the file.
    pub record: Option<String>,
    /// The member of an archive, or the attachment, in which line and bytes count.
    pub member: Option<String>,
    /// The page, from 1, in whose extracted text the quote begins.
    pub page: Option<u32>,
    /// The part of a document or message in whose extracted text the quote begins.
    pub part: Option<String>,
    /// Line, from 1; where there is a page or part, of the text that is extracted.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Bytes of the file, or of its member; where there is a page or part, of the text that is
    /// extracted.
    pub bytes: FileSpan,
    /// The sentence.
    pub quote: String,
    /// A few words of the block before it.
    pub prefix: String,
    /// A few words of the block behind it.
    pub suffix: String,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: String,
}
