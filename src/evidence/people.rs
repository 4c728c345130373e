//! Who is named where.

use super::{ArticleRef, BlockRef, Citation, Mark, Skipped};
use crate::span::TextSpan;

/// A place that names the person asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The person.
    pub person: String,
    /// The name as it stands there, with its ending; of a derived mention, the whole word.
    pub surface: String,
    /// The article.
    pub article: ArticleRef,
    /// Where the name stands; its quote is the name itself.
    pub citation: Citation,
    /// How it was given to the person.
    pub rule: NameRule,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// Whether the word only derives from the name and means something else.
    pub derived: bool,
    /// Everyone who may be meant, where the text does not decide; else empty.
    pub ambiguous: Vec<String>,
    /// The text of the block.
    pub text: String,
    /// The block itself.
    pub block: BlockRef,
    /// The name in the text of the block.
    pub marks: Vec<Mark>,
}

/// The rule by which a name was given to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameRule {
    /// Its name for programs.
    pub name: &'static str,
    /// What it says, for people.
    pub reason: &'static str,
}

/// A name in any form and how often it stands so.
pub type FormCount = (String, u64);

/// The closing line of a request for mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MentionSummary {
    /// The person that was meant; else the name that nobody has, or that may mean several people.
    pub person: String,
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles with mentions, also those beyond a limit.
    pub articles_found: u64,
    /// Mentions in them.
    pub mentions_found: u64,
    /// Of these, mentions that may mean another person as well.
    pub ambiguous: u64,
    /// The forms in which they stand, most frequent first.
    pub forms: Vec<FormCount>,
    /// What came of it when only the first mention was asked for.
    pub first: Option<FirstMention>,
    /// Mentions that were not asked for.
    pub left_out: LeftOut,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// When the name may mean several people: these.
    pub candidates: Vec<Candidate>,
    /// When nobody was found: people of the collection whose names look alike.
    pub suggestions: Vec<String>,
    /// What the user should know about the answer.
    pub notes: Vec<String>,
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}

/// The first mention of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstMention {
    /// It stands in an article of this date.
    Dated(String),
    /// No article that names the person has a date.
    Unknown,
}

/// Mentions of the person that were not asked for, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Words that only derive from the name.
    pub derived: u64,
    /// Names that are not full, when only full ones were asked for.
    pub short: u64,
    /// Mentions of less confidence than was asked for.
    pub unsure: u64,
    /// Mentions in blocks that do not name the other person who was asked for.
    pub alone: u64,
    /// Mentions in articles published before the time asked for.
    pub earlier: u64,
    /// Mentions in articles without a date, when a time was asked for.
    pub undated: u64,
}

/// A person of the collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The name by which to ask for them.
    pub name: String,
    /// The forms in which they are named, most frequent first.
    pub forms: Vec<FormCount>,
    /// Articles that name them.
    pub articles: u64,
    /// Mentions in them, without those that are derived or may mean others.
    pub mentions: u64,
    /// The first and last date of these articles, as exact as they are known.
    pub dates: Option<(String, String)>,
}

/// The closing line of a list of people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleSummary {
    /// People in the collection, or those who may be meant by the name asked for.
    pub people_found: u64,
    /// Articles in the index.
    pub articles_searched: u64,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// When nobody was found: people of the collection whose names look alike.
    pub suggestions: Vec<String>,
    /// What the user should know about the answer.
    pub notes: Vec<String>,
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}

/// Someone whom an ambiguous name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name by which to ask for them.
    pub name: String,
    /// Articles that name them.
    pub articles: u64,
}

/// A place in an analysed text that names a person, for `analyze`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// The record it belongs to, in a batch.
    pub record: Option<String>,
    /// The fullest form of the name in the text.
    pub person: String,
    /// The name as it stands there.
    pub surface: String,
    /// Bytes of the input.
    pub span: TextSpan,
    /// How it was given to the person.
    pub rule: NameRule,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// Whether the word only derives from the name.
    pub derived: bool,
    /// Everyone who may be meant, where the text does not decide; else empty.
    pub ambiguous: Vec<String>,
}
