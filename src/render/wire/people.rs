//! The lines of mentions and of people.

use serde::Serialize;

use super::search::{Article, Block, Citation, Mark, Skipped};
use crate::evidence::{self, FirstMention};

/// A place that names the person asked for.
#[derive(Serialize)]
pub struct Mention<'a> {
    /// The person.
    pub person: &'a str,
    /// The name as it stands there, with its ending; of a derived mention, the whole word.
    pub surface: &'a str,
    /// The article.
    pub article: Article<'a>,
    /// Where the name stands: line, column, bytes and quote are those of the name.
    pub citation: Citation<'a>,
    /// The rule by which the name was given to the person.
    pub rule: &'static str,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
    /// Whether the word only derives from the name and means something else.
    pub derived: bool,
    /// Everyone who may be meant; absent where the text decides.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub ambiguous: &'a [String],
    /// The text of the block.
    pub text: &'a str,
    /// The place of the block.
    pub block: Block,
    /// The name in the text.
    pub marks: Vec<Mark>,
}

/// Closes the answer to a request for mentions.
#[derive(Serialize)]
pub struct MentionSummary<'a> {
    /// The person that was meant; else the name that nobody has, or that may mean several people.
    pub person: &'a str,
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
    pub forms: Vec<Form<'a>>,
    /// With `--first`, the date of the article that has the first mention; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_date: Option<&'a str>,
    /// Mentions that were not asked for.
    pub left_out: LeftOut,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// When nobody was found: people of the collection whose names look alike.
    pub suggestions: &'a [String],
    /// What the user should know about the answer.
    pub notes: &'a [String],
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}

/// A form of a name.
#[derive(Serialize)]
pub struct Form<'a> {
    /// The name as it stands in the text.
    pub form: &'a str,
    /// How often it does.
    pub count: u64,
}

/// Mentions that were not asked for, each counted once.
#[derive(Serialize)]
pub struct LeftOut {
    /// Words that only derive from the name; see `--derived`.
    pub derived: u64,
    /// Names that are not full, with `--strict`.
    pub short: u64,
    /// Mentions below `--min-confidence`.
    pub unsure: u64,
    /// Mentions in blocks that do not name the person of `--with`.
    pub alone: u64,
    /// Mentions in articles published before `--since`.
    pub earlier: u64,
    /// Mentions in articles without a date, with `--since`.
    pub undated: u64,
}

/// Those whom an ambiguous name may mean.
#[derive(Serialize)]
pub struct Candidates<'a> {
    /// The name.
    pub name: &'a str,
    /// Whom it may mean, most articles first.
    pub candidates: Vec<Candidate<'a>>,
}

/// Someone whom an ambiguous name may mean.
#[derive(Serialize)]
pub struct Candidate<'a> {
    /// The name by which to ask for them.
    pub name: &'a str,
    /// Articles that name them.
    pub articles: u64,
}

/// A person of the collection.
#[derive(Serialize)]
pub struct Person<'a> {
    /// The name by which to ask for them.
    pub name: &'a str,
    /// The forms in which they are named, most frequent first.
    pub variants: Vec<Form<'a>>,
    /// Articles that name them.
    pub articles: u64,
    /// Mentions in them, without those that are derived or may mean others.
    pub mentions: u64,
    /// The first publication date of these articles, as exact as it is known.
    pub first_date: Option<&'a str>,
    /// The last.
    pub last_date: Option<&'a str>,
}

/// Closes a list of people.
#[derive(Serialize)]
pub struct PeopleSummary<'a> {
    /// People in the collection, or those who may be meant by the name asked for; also those beyond
    /// a limit.
    pub people_found: u64,
    /// Articles in the index.
    pub articles_searched: u64,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// When nobody was found: people of the collection whose names look alike.
    pub suggestions: &'a [String],
    /// What the user should know about the answer.
    pub notes: &'a [String],
    /// Milliseconds from request to answer.
    pub elapsed_ms: u64,
}

/// A place in an analysed text that names a person.
#[derive(Serialize)]
pub struct NamedPlace<'a> {
    /// The fullest form of the name in the text.
    pub person: &'a str,
    /// The name as it stands there.
    pub surface: &'a str,
    /// First byte of the input.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The rule by which the name was given to the person.
    pub rule: &'static str,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
    /// Whether the word only derives from the name and means something else.
    pub derived: bool,
    /// Everyone who may be meant; absent where the text decides.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub ambiguous: &'a [String],
}

/// A share of one of per cent.
fn share(per_cent: u8) -> f64 {
    f64::from(per_cent) / 100.0
}

fn forms(forms: &[evidence::FormCount]) -> Vec<Form<'_>> {
    let forms = forms.iter();
    forms
        .map(|(form, count)| Form {
            form,
            count: *count,
        })
        .collect()
}

impl<'a> From<&'a evidence::Mention> for Mention<'a> {
    fn from(mention: &'a evidence::Mention) -> Self {
        Self {
            person: &mention.person,
            surface: &mention.surface,
            article: (&mention.article).into(),
            citation: (&mention.citation).into(),
            rule: mention.rule.name,
            confidence: share(mention.confidence),
            derived: mention.derived,
            ambiguous: &mention.ambiguous,
            text: &mention.text,
            block: mention.block.into(),
            marks: mention.marks.iter().map(|mark| (*mark).into()).collect(),
        }
    }
}

impl<'a> From<&'a evidence::MentionSummary> for MentionSummary<'a> {
    fn from(summary: &'a evidence::MentionSummary) -> Self {
        Self {
            person: &summary.person,
            articles_searched: summary.articles_searched,
            passages_searched: summary.passages_searched,
            articles_found: summary.articles_found,
            mentions_found: summary.mentions_found,
            ambiguous: summary.ambiguous,
            forms: forms(&summary.forms),
            first_date: match &summary.first {
                Some(FirstMention::Dated(date)) => Some(date),
                Some(FirstMention::Unknown) | None => None,
            },
            left_out: LeftOut {
                derived: summary.left_out.derived,
                short: summary.left_out.short,
                unsure: summary.left_out.unsure,
                alone: summary.left_out.alone,
                earlier: summary.left_out.earlier,
                undated: summary.left_out.undated,
            },
            skipped: summary.skipped.iter().map(Skipped::from).collect(),
            suggestions: &summary.suggestions,
            notes: &summary.notes,
            elapsed_ms: summary.elapsed_ms,
        }
    }
}

impl<'a> From<&'a evidence::MentionSummary> for Candidates<'a> {
    fn from(summary: &'a evidence::MentionSummary) -> Self {
        let candidate = |candidate: &'a evidence::Candidate| Candidate {
            name: &candidate.name,
            articles: candidate.articles,
        };
        Self {
            name: &summary.person,
            candidates: summary.candidates.iter().map(candidate).collect(),
        }
    }
}

impl<'a> From<&'a evidence::Person> for Person<'a> {
    fn from(person: &'a evidence::Person) -> Self {
        let dates = person.dates.as_ref();
        Self {
            name: &person.name,
            variants: forms(&person.forms),
            articles: person.articles,
            mentions: person.mentions,
            first_date: dates.map(|(first, _)| first.as_str()),
            last_date: dates.map(|(_, last)| last.as_str()),
        }
    }
}

impl<'a> From<&'a evidence::PeopleSummary> for PeopleSummary<'a> {
    fn from(summary: &'a evidence::PeopleSummary) -> Self {
        Self {
            people_found: summary.people_found,
            articles_searched: summary.articles_searched,
            skipped: summary.skipped.iter().map(Skipped::from).collect(),
            suggestions: &summary.suggestions,
            notes: &summary.notes,
            elapsed_ms: summary.elapsed_ms,
        }
    }
}

impl<'a> From<&'a evidence::NamedPlace> for NamedPlace<'a> {
    fn from(place: &'a evidence::NamedPlace) -> Self {
        Self {
            person: &place.person,
            surface: &place.surface,
            start: place.span.start(),
            end: place.span.end(),
            rule: place.rule.name,
            confidence: share(place.confidence),
            derived: place.derived,
            ambiguous: &place.ambiguous,
        }
    }
}
