//! The lines of `status`, `show`, and of faults.

use serde::Serialize;

use super::search::{Article, Block, Skipped};
use crate::evidence;

/// What is in an index.
#[derive(Serialize)]
pub struct Status<'a> {
    /// The index folder.
    pub index: &'a str,
    /// The folders and files it was built from.
    pub roots: &'a [String],
    /// When it was last brought up to date, RFC 3339 in UTC.
    pub refreshed: &'a str,
    /// Sources in it.
    pub sources: u64,
    /// Articles in it.
    pub articles: u64,
    /// Further places of these articles: copies, byte for byte.
    pub copies: u64,
    /// Passages in it.
    pub passages: u64,
    /// Bytes of article text.
    pub text_bytes: u64,
    /// Bytes of the index folder.
    pub index_bytes: u64,
    /// Segments of the index.
    pub segments: u64,
    /// Deleted documents that a merge will drop.
    pub dead_documents: u64,
    /// The format of the index.
    pub format_version: u32,
    /// The fingerprint of analysis and lexicon.
    pub fingerprint: &'a str,
    /// The hash of what was learnt from the collection.
    pub knowledge: &'a str,
    /// Articles by language, most first.
    pub languages: Vec<Share<'a>>,
    /// Articles by source format, most first.
    pub formats: Vec<Share<'a>>,
    /// First and last publication date; `null` when none is known.
    pub dates: Option<Dates<'a>>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose text had been encoded twice and is read as it was meant.
    pub encoded_twice: u64,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// What the user should know.
    pub notes: &'a [String],
}

/// How many articles share something.
#[derive(Serialize)]
pub struct Share<'a> {
    /// What they share.
    pub name: &'a str,
    /// How many they are.
    pub articles: u64,
}

/// The time a collection covers.
#[derive(Serialize)]
pub struct Dates<'a> {
    /// The first publication date.
    pub first: &'a str,
    /// The last.
    pub last: &'a str,
}

/// An article that does not say when it was published.
#[derive(Serialize)]
pub struct Undated<'a> {
    /// The article; its `date` is the one concluded.
    pub article: Article<'a>,
    /// Its file, relative to the working directory where below it, plus `#record`.
    pub path: &'a str,
    /// The date it counts as published on; `null` when there is none.
    pub date: Option<&'a str>,
    /// Where that was found: `text`, `file name`, …
    pub origin: Option<&'static str>,
    /// `likely`, `guessed` or `assumed`.
    pub sureness: Option<&'static str>,
}

/// An article with the block that a citation means.
#[derive(Serialize)]
pub struct Shown<'a> {
    /// The article.
    pub article: Article<'a>,
    /// The file, relative to the working directory where below it.
    pub path: &'a str,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: &'a str,
    /// Whether the record on disk is still the one that was indexed.
    pub unchanged: bool,
    /// The number of the cited block in `blocks`, from 0.
    pub cited: Option<u32>,
    /// All blocks in order.
    pub blocks: Vec<ShownBlock<'a>>,
    /// What is known of the article.
    pub metadata: Vec<Fact<'a>>,
    /// What a reader should know of how the text was read.
    pub notes: &'a [String],
}

/// Something that is known of an article.
#[derive(Serialize)]
pub struct Fact<'a> {
    /// `title`, `outlet`, `author`, `date`, `url` or `language`.
    pub property: &'static str,
    /// What is known.
    pub value: &'a str,
    /// Where it was found: `JSON-LD`, `meta`, `sidecar`, `text`, …
    pub origin: &'static str,
    /// `certain`, `stated`, `likely`, `guessed` or `assumed`.
    pub sureness: &'static str,
}

/// A block with its text.
#[derive(Serialize)]
pub struct ShownBlock<'a> {
    /// Its kind and place.
    #[serde(flatten)]
    pub place: Block,
    /// Its text.
    pub text: &'a str,
}

impl<'a> From<&'a evidence::Status> for Status<'a> {
    fn from(status: &'a evidence::Status) -> Self {
        Self {
            index: &status.index,
            roots: &status.roots,
            refreshed: &status.refreshed,
            sources: status.sources,
            articles: status.articles,
            copies: status.copies,
            passages: status.passages,
            text_bytes: status.text_bytes,
            index_bytes: status.index_bytes,
            segments: status.segments,
            dead_documents: status.dead_documents,
            format_version: status.format_version,
            fingerprint: &status.fingerprint,
            knowledge: &status.knowledge,
            languages: shares(&status.languages),
            formats: shares(&status.formats),
            dates: status
                .dates
                .as_ref()
                .map(|(first, last)| Dates { first, last }),
            undated: status.undated,
            encoded_twice: status.encoded_twice,
            skipped: status.skipped.iter().map(Skipped::from).collect(),
            notes: &status.notes,
        }
    }
}

fn shares(shares: &[(String, u64)]) -> Vec<Share<'_>> {
    shares
        .iter()
        .map(|(name, articles)| Share {
            name,
            articles: *articles,
        })
        .collect()
}

impl<'a> From<&'a evidence::UnsureDate> for Undated<'a> {
    fn from(unsure: &'a evidence::UnsureDate) -> Self {
        let guess = unsure.guess.as_ref();
        Self {
            article: (&unsure.article).into(),
            path: &unsure.path,
            date: guess.map(|(date, _)| date.as_str()),
            origin: guess.map(|(_, origin)| origin.name()),
            sureness: guess.map(|(_, origin)| origin.sureness().name()),
        }
    }
}

impl<'a> From<&'a evidence::Fact> for Fact<'a> {
    fn from(fact: &'a evidence::Fact) -> Self {
        Self {
            property: fact.property.name(),
            value: &fact.value,
            origin: fact.origin.name(),
            sureness: fact.origin.sureness().name(),
        }
    }
}

impl<'a> From<&'a evidence::Shown> for Shown<'a> {
    fn from(shown: &'a evidence::Shown) -> Self {
        let block = |block: &'a evidence::ShownBlock| ShownBlock {
            place: block.place.into(),
            text: &block.text,
        };
        Self {
            article: (&shown.article).into(),
            path: &shown.path,
            sha256: &shown.sha256,
            unchanged: shown.unchanged,
            cited: shown.cited,
            blocks: shown.blocks.iter().map(block).collect(),
            metadata: shown.facts.iter().map(Fact::from).collect(),
            notes: &shown.notes,
        }
    }
}
