//! Lives here: all result data, plain and without logic.
//! Comes in: what the search found.
//! Goes out: hits, marks, citations, summaries for the renderers.
//! Never enters: how it was found, how it is printed.

mod attribution;
mod duplicates;
mod keyword;
mod overview;
mod people;
mod saved;
mod setting;
mod verdict;
mod why_not;

pub use crate::article::{BlockKind, Origin, Property, Sureness};
pub use attribution::{Attribution, AttributionKind, Sentence};
pub use duplicates::{Duplicate, DuplicateGroup, Duplicates};
pub use keyword::{Keyword, KeywordCount};
pub use overview::{
    Alike, AlikeSummary, Bucket, Facet, FacetKind, FacetValue, SpecialWord, TimeUnit, Timed,
    Timeline,
};
pub use people::{
    Candidate, FirstMention, FormCount, LeftOut, Mention, MentionSummary, NameRule, NamedPlace,
    PeopleSummary, Person,
};
pub use saved::{SavedSearch, ShownBefore};
pub use setting::{
    Setting, SettingOrigin, SettingValue, SettingsFile, SettingsOwner, SettingsReport,
};
pub use verdict::{
    Basis, CheckSummary, CheckedClaim, ClaimPart, Conflict, ConflictKind, Evidence, PartKind,
    PartStatus, Stance, Verdict, VerdictKind,
};
pub use why_not::{ClauseFate, Effect, Fate, WhyNot};

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

/// How a hit came to its score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What each query word gave.
    pub words: Vec<WordScore>,
    /// The factor for how much of the query the passage holds (1 to 2).
    pub coverage: f32,
    /// What the nearness of the query's words added.
    pub proximity: f32,
}

/// What one query word gave to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct WordScore {
    /// The word as asked.
    pub word: String,
    /// The index term that matched best; `None` when the passage lacks the word.
    pub term: Option<String>,
    /// Why that term matched.
    pub kind: Option<MarkKind>,
    /// How often it stands in the passage.
    pub frequency: u32,
    /// How rare it is in the collection (inverse document frequency).
    pub rarity: f32,
    /// What it added to the score.
    pub score: f32,
    /// What makes up for it, when the passage lacks the word.
    pub support: Option<Support>,
}

/// What makes up for a word that a passage lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// How far it does, from 0 to 1.
    pub share: f32,
    /// What it is.
    pub kind: SupportKind,
}

/// Where the support of a missing word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportKind {
    /// The passage holds parts of the word, which is a compound.
    Parts,
    /// The passage holds a word of the same root.
    Root,
    /// The passage holds another word for the country.
    Country,
    /// The title or heading over the passage holds the word.
    Heading,
}

/// The closing line of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles that answer the query.
    pub articles_found: u64,
    /// Passages that answer the query.
    pub passages_found: u64,
    /// Articles that hold more hits than were asked for of each.
    pub articles_shortened: u64,
    /// Articles found that are nearly the same text as one that is shown in their place.
    pub near_copies: u64,
    /// When only what is new was asked for: what had been shown, which the counts leave out.
    pub shown_before: Option<ShownBefore>,
    /// Whether the two counts are exact or lower bounds.
    pub exact: bool,
    /// How many keywords were found, when hits were to cite them.
    pub keywords: Option<KeywordCount>,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// Articles left out because they have no date, when a date was asked for.
    pub undated: Option<u64>,
    /// Spellings and forms that were searched beside the words typed.
    pub variants: Vec<Variants>,
    /// When nothing was found: terms of the collection that look alike.
    pub suggestions: Vec<String>,
    /// What the user should know about the answer (an old index, a second writer).
    pub notes: Vec<String>,
    /// Milliseconds from query to answer.
    pub elapsed_ms: u64,
}

/// The spellings searched for a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variants {
    /// The word as typed.
    pub word: String,
    /// What else was searched.
    pub others: Vec<String>,
}

/// A source that is not in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file, with `#record` or a line where only a record was skipped.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// A token of an analysed text, for `analyze`.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The record it belongs to, in a batch.
    pub record: Option<String>,
    /// The words of the text it covers.
    pub surface: String,
    /// The term that goes into the index.
    pub term: String,
    /// Bytes of the input.
    pub span: TextSpan,
    /// Word position, from 0.
    pub position: u32,
    /// What it is.
    pub kind: TokenKind,
    /// Of a part: whether it stands last in its compound and says what the whole is.
    pub head: bool,
    /// Other names of what it names, alone or with the words behind it.
    pub aliases: Vec<TokenAliases>,
}

/// Other names of something that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenAliases {
    /// How they belong to it.
    pub class: AliasKind,
    /// The name as the text has it.
    pub name: String,
    /// The other names.
    pub others: Vec<String>,
}

/// How names belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasKind {
    /// The same name in another spelling; always searched.
    Spelling,
    /// Another name of the same thing.
    Same,
    /// A name that the news use for it: *Kreml* for *Moskau*.
    Metonym,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A whole word.
    Word,
    /// A part of a compound.
    Part,
    /// The pieces of a hyphenated word as one.
    Joined,
    /// A first member completed from the second: `Boden-` as *Bodenstreitkräfte*.
    Completed,
    /// A number.
    Number,
    /// A number or date in the one spelling that all of its spellings share, over the words it is
    /// written in: *elf Milliarden* as `11000000000`.
    Value,
}

/// What is in an index, for `status`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// The index folder.
    pub index: String,
    /// The folders and files it was built from.
    pub roots: Vec<String>,
    /// When it was last brought up to date, RFC 3339 in UTC.
    pub refreshed: String,
    /// Sources that are in the index.
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
    /// Segments of the tantivy index.
    pub segments: u64,
    /// Deleted documents that a merge will drop.
    pub dead_documents: u64,
    /// The format of the index.
    pub format_version: u32,
    /// The fingerprint of chain and lexicon.
    pub fingerprint: String,
    /// The hash of what was learnt from the collection.
    pub knowledge: String,
    /// Articles by language, most first.
    pub languages: Vec<(String, u64)>,
    /// Articles by source format, most first.
    pub formats: Vec<(String, u64)>,
    /// The first and last publication date.
    pub dates: Option<(String, String)>,
    /// Articles without a date.
    pub undated: u64,
    /// Articles whose text had been encoded twice; it is read as it was meant.
    pub encoded_twice: u64,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// What the user should know (an index of other roots, a collection that has doubled).
    pub notes: Vec<String>,
}

/// An article that does not say when it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsureDate {
    /// The article.
    pub article: ArticleRef,
    /// Its file, relative to the working directory where below it, plus `#record` where there is one.
    pub path: String,
    /// The date it counts as published on, and where that was found.
    pub guess: Option<(String, Origin)>,
}

/// A block in its article, for `show`.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The article.
    pub article: ArticleRef,
    /// The file, relative to the working directory where below it.
    pub path: String,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: String,
    /// Whether the record on disk is still the one that was indexed.
    pub unchanged: bool,
    /// All blocks of the article in order.
    pub blocks: Vec<ShownBlock>,
    /// Which of them the citation means (by number from 0).
    pub cited: Option<u32>,
    /// What is known of the article, and where it was found.
    pub facts: Vec<Fact>,
    /// What a reader should know of how the text was read.
    pub notes: Vec<String>,
}

/// Something that is known of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub property: Property,
    /// What is known.
    pub value: String,
    /// Where it was found, which says how sure it is.
    pub origin: Origin,
}

/// One block of a shown article.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownBlock {
    /// Its kind and place.
    pub place: BlockRef,
    /// Its text.
    pub text: String,
}
