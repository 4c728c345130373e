//! The lines of a search.

use serde::Serialize;

use super::attribution::SaidBy;
use super::saved::ShownBefore;
use crate::evidence::{self, BlockKind, MarkKind, SupportKind};

/// Opens the answer to a query.
#[derive(Serialize)]
pub struct Begin<'a> {
    /// [`super::SCHEMA`].
    pub schema: u32,
    /// The version of beleg.
    pub version: &'static str,
    /// The query as typed.
    pub query: &'a str,
}

/// A block of an article that answers the query.
#[derive(Serialize)]
pub struct Hit<'a> {
    /// The article's place in the ranking, from 1.
    pub rank: u32,
    /// The score of the passage the block stands in; only the order has a meaning.
    pub score: f32,
    /// The article.
    pub article: Article<'a>,
    /// The sentence of the first mark.
    pub citation: Citation<'a>,
    /// The text of the block.
    pub text: &'a str,
    /// The place of the block.
    pub block: Block,
    /// What matched, in order, never overlapping.
    pub marks: Vec<Mark>,
    /// Who says the cited sentence; absent where it is the author's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<SaidBy<'a>>,
    /// How the score came about; absent unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Explanation<'a>>,
}

/// What names an article.
#[derive(Serialize)]
pub struct Article<'a> {
    /// Path relative to its root, plus `#record` where there is one.
    pub id: &'a str,
    /// The record's own id, else the path.
    pub docid: &'a str,
    /// The headline.
    pub title: Option<&'a str>,
    /// The publication date as exact as it is known: `2023`, `2023-09`, `2023-09-12`.
    pub date: Option<&'a str>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// Who published it; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<&'a str>,
    /// Where it was published; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    /// The language, ISO 639-1.
    pub language: &'a str,
    /// Where else the same article stands, byte for byte; absent when nowhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<Place<'a>>,
    /// Other articles of nearly the same text; absent when there are none, and where that is not looked
    /// for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near_copies: Vec<Place<'a>>,
}

/// Where an article stands.
#[derive(Serialize)]
pub struct Place<'a> {
    /// Path relative to its root, plus `#record` where there is one.
    pub id: &'a str,
    /// The file, relative to the working directory where below it.
    pub path: &'a str,
    /// The record inside the file.
    pub record: Option<&'a str>,
    /// The line on which the record begins, where lines count in the file and it holds several records.
    pub line: Option<u32>,
}

/// Where a sentence stands.
#[derive(Serialize)]
pub struct Citation<'a> {
    /// The file, relative to the working directory where below it.
    pub path: &'a str,
    /// The record inside the file.
    pub record: Option<&'a str>,
    /// The member of an archive, or the attachment, in which line and bytes count; absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<&'a str>,
    /// The page on which the quote begins, from 1; line and bytes are those of the extracted text
    /// then. Absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The part of a document or message in which the quote begins; line and bytes are those of the
    /// extracted text then. Absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'a str>,
    /// Line of the file.
    pub line: u32,
    /// Column in characters.
    pub column: u32,
    /// First byte of the file.
    pub byte_start: u64,
    /// One past the last byte.
    pub byte_end: u64,
    /// The sentence.
    pub quote: &'a str,
    /// A few words before it.
    pub prefix: &'a str,
    /// A few words behind it.
    pub suffix: &'a str,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: &'a str,
}

/// The place of a block.
#[derive(Serialize)]
pub struct Block {
    /// `headline`, `lead`, `heading`, `paragraph`, `list_item`, `caption` or `boilerplate`.
    pub kind: &'static str,
    /// Line of the file.
    pub line: u32,
    /// First byte of the file.
    pub byte_start: u64,
    /// One past the last byte.
    pub byte_end: u64,
}

/// A stretch of a block that matched.
#[derive(Serialize)]
pub struct Mark {
    /// First byte of the hit's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First byte of the file.
    pub byte_start: u64,
    /// One past the last byte.
    pub byte_end: u64,
    /// `exact`, `stem`, `part`, `variant` or `fuzzy`.
    pub kind: &'static str,
}

/// How a hit came to its score.
#[derive(Serialize)]
pub struct Explanation<'a> {
    /// What each query word gave.
    pub words: Vec<WordScore<'a>>,
    /// The factor for how much of the query the passage holds, 1 to 2.
    pub coverage: f32,
    /// What the nearness of the query's words added.
    pub proximity: f32,
}

/// What one query word gave.
#[derive(Serialize)]
pub struct WordScore<'a> {
    /// The word as asked.
    pub word: &'a str,
    /// The term of the index that matched best; `null` when the passage lacks the word.
    pub term: Option<&'a str>,
    /// Why it matched, as in [`Mark::kind`].
    pub kind: Option<&'static str>,
    /// How often it stands in the passage.
    pub frequency: u32,
    /// How rare it is in the collection: inverse document frequency.
    pub rarity: f32,
    /// What it added.
    pub score: f32,
    /// What makes up for it; `null` when the passage has the word, or nothing does.
    pub support: Option<Support>,
}

/// What makes up for a word that a passage lacks.
#[derive(Serialize)]
pub struct Support {
    /// How far it does, from 0 to 1.
    pub share: f32,
    /// `parts` when the passage holds parts of the word, `heading` when the title or heading over
    /// it holds the word.
    pub kind: &'static str,
}

/// Closes the answer to a query.
#[derive(Serialize)]
pub struct Summary<'a> {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles that answer the query, also those beyond a limit.
    pub articles_found: u64,
    /// Passages that answer the query.
    pub passages_found: u64,
    /// Articles that hold more hits than were asked for of each with `--passages`.
    pub articles_shortened: u64,
    /// Articles that are nearly the same text as one that is listed in their place, unless all are asked
    /// for with `--all`; they are counted in `articles_found`, and listed with that one.
    pub near_copies: u64,
    /// With `run --new`: what had been shown, which `articles_found` leaves out; absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_before: Option<ShownBefore<'a>>,
    /// Whether the two counts are exact or lower bounds.
    pub exact: bool,
    /// Keywords that were found, also those beyond a limit; absent without `--kwic`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords_found: Option<u64>,
    /// Whether that count is exact or a lower bound; absent without `--kwic`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords_exact: Option<bool>,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// Articles left out for want of a date; `null` when no date was asked for.
    pub undated: Option<u64>,
    /// Spellings searched beside the words typed.
    pub variants: Vec<Variants<'a>>,
    /// When nothing was found: words of the collection that look alike.
    pub suggestions: &'a [String],
    /// What the user should know about the answer.
    pub notes: &'a [String],
    /// Milliseconds from query to answer.
    pub elapsed_ms: u64,
}

/// A source that is not in the index.
#[derive(Serialize)]
pub struct Skipped<'a> {
    /// The file, with `#record` or a line where only a record was skipped.
    pub path: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// The spellings searched for a word.
#[derive(Serialize)]
pub struct Variants<'a> {
    /// The word as typed.
    pub word: &'a str,
    /// What else was searched.
    pub others: &'a [String],
}

impl<'a> From<&'a evidence::Hit> for Hit<'a> {
    fn from(hit: &'a evidence::Hit) -> Self {
        Self {
            rank: hit.rank,
            score: hit.score,
            article: (&hit.article).into(),
            citation: (&hit.citation).into(),
            text: &hit.text,
            block: hit.block.into(),
            marks: hit.marks.iter().map(|mark| (*mark).into()).collect(),
            attribution: hit.attribution.as_ref().map(SaidBy::from),
            why: hit.why.as_ref().map(Explanation::from),
        }
    }
}

impl<'a> From<&'a evidence::ArticleRef> for Article<'a> {
    fn from(article: &'a evidence::ArticleRef) -> Self {
        Self {
            id: &article.id,
            docid: &article.docid,
            title: article.title.as_deref(),
            date: article.date.as_deref(),
            author: article.author.as_deref(),
            outlet: article.outlet.as_deref(),
            url: article.url.as_deref(),
            language: &article.language,
            also_in: article.also_in.iter().map(Place::from).collect(),
            near_copies: article.near_copies.iter().map(Place::from).collect(),
        }
    }
}

impl<'a> From<&'a evidence::Place> for Place<'a> {
    fn from(place: &'a evidence::Place) -> Self {
        Self {
            id: &place.id,
            path: &place.path,
            record: place.record.as_deref(),
            line: place.line,
        }
    }
}

impl<'a> From<&'a evidence::Citation> for Citation<'a> {
    fn from(citation: &'a evidence::Citation) -> Self {
        Self {
            path: &citation.path,
            record: citation.record.as_deref(),
            member: citation.member.as_deref(),
            page: citation.page,
            part: citation.part.as_deref(),
            line: citation.line,
            column: citation.column,
            byte_start: citation.bytes.start(),
            byte_end: citation.bytes.end(),
            quote: &citation.quote,
            prefix: &citation.prefix,
            suffix: &citation.suffix,
            sha256: &citation.sha256,
        }
    }
}

impl From<evidence::BlockRef> for Block {
    fn from(block: evidence::BlockRef) -> Self {
        Self {
            kind: block_kind(block.kind),
            line: block.line,
            byte_start: block.bytes.start(),
            byte_end: block.bytes.end(),
        }
    }
}

/// The name of the role of a block.
pub(in crate::render) fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Lead => "lead",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list_item",
        BlockKind::Caption => "caption",
        BlockKind::Boilerplate => "boilerplate",
    }
}

impl From<evidence::Mark> for Mark {
    fn from(mark: evidence::Mark) -> Self {
        Self {
            start: mark.span.start(),
            end: mark.span.end(),
            byte_start: mark.bytes.start(),
            byte_end: mark.bytes.end(),
            kind: mark_kind(mark.kind),
        }
    }
}

/// The name of why something matched.
pub(in crate::render) fn mark_kind(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Exact => "exact",
        MarkKind::Stem => "stem",
        MarkKind::Part => "part",
        MarkKind::Variant => "variant",
        MarkKind::Fuzzy => "fuzzy",
    }
}

impl From<evidence::Support> for Support {
    fn from(support: evidence::Support) -> Self {
        Self {
            share: support.share,
            kind: match support.kind {
                SupportKind::Parts => "parts",
                SupportKind::Root => "root",
                SupportKind::Country => "country",
                SupportKind::Heading => "heading",
            },
        }
    }
}

impl<'a> From<&'a evidence::Explanation> for Explanation<'a> {
    fn from(explanation: &'a evidence::Explanation) -> Self {
        let word = |word: &'a evidence::WordScore| WordScore {
            word: &word.word,
            term: word.term.as_deref(),
            kind: word.kind.map(mark_kind),
            frequency: word.frequency,
            rarity: word.rarity,
            score: word.score,
            support: word.support.map(Support::from),
        };
        Self {
            words: explanation.words.iter().map(word).collect(),
            coverage: explanation.coverage,
            proximity: explanation.proximity,
        }
    }
}

impl<'a> From<&'a evidence::Summary> for Summary<'a> {
    fn from(summary: &'a evidence::Summary) -> Self {
        let variants = |variants: &'a evidence::Variants| Variants {
            word: &variants.word,
            others: &variants.others,
        };
        Self {
            articles_searched: summary.articles_searched,
            passages_searched: summary.passages_searched,
            articles_found: summary.articles_found,
            passages_found: summary.passages_found,
            articles_shortened: summary.articles_shortened,
            near_copies: summary.near_copies,
            shown_before: summary.shown_before.as_ref().map(ShownBefore::from),
            exact: summary.exact,
            keywords_found: summary.keywords.map(|keywords| keywords.found),
            keywords_exact: summary.keywords.map(|keywords| keywords.exact),
            skipped: summary.skipped.iter().map(Skipped::from).collect(),
            undated: summary.undated,
            variants: summary.variants.iter().map(variants).collect(),
            suggestions: &summary.suggestions,
            notes: &summary.notes,
            elapsed_ms: summary.elapsed_ms,
        }
    }
}

impl<'a> From<&'a evidence::Skipped> for Skipped<'a> {
    fn from(skipped: &'a evidence::Skipped) -> Self {
        Self {
            path: &skipped.path,
            reason: &skipped.reason,
        }
    }
}
