//! The lines of a check.

use serde::Serialize;

use super::attribution::SaidBy;
use super::search::{Article, Citation, Mark, Skipped};
use crate::evidence::{self, Basis, ConflictKind, PartKind, PartStatus, Stance, VerdictKind};

/// What the sources say of a claim; first of each claim, behind `begin`.
#[derive(Serialize)]
pub struct Verdict<'a> {
    /// The claim as given.
    pub claim: &'a str,
    /// `backed`, `partly`, `conflict` or `none`.
    pub verdict: &'static str,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// `own` or `reported`; `null` where nothing speaks of the claim.
    pub basis: Option<&'static str>,
    /// The claim taken apart.
    pub parts: Vec<Part<'a>>,
    /// Articles that say what the verdict rests on.
    pub articles: u64,
    /// How many voices these are: copies, and reports of one agency, count once.
    pub independent_sources: u64,
}

/// A part of a claim.
#[derive(Serialize)]
pub struct Part<'a> {
    /// Its words.
    pub text: &'a str,
    /// First byte of the claim.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `number`, `date`, `name`, `term` or `negation`.
    pub kind: &'static str,
    /// `supported`, `qualified`, `contradicted` or `missing`.
    pub status: &'static str,
    /// The words that qualify or contradict it; `null` where there are none.
    pub found: Option<&'a str>,
}

/// A sentence that speaks for or against a claim.
#[derive(Serialize)]
pub struct Evidence<'a> {
    /// The claim.
    pub claim: &'a str,
    /// `backs`, `partly`, `conflicts` or `near`.
    pub stance: &'static str,
    /// How much of the claim is stated, from 0 to 1.
    pub coverage: f32,
    /// The article.
    pub article: Article<'a>,
    /// The sentence.
    pub citation: Citation<'a>,
    /// The text of the block.
    pub text: &'a str,
    /// Its words that match the claim.
    pub marks: Vec<Mark>,
    /// What it says otherwise.
    pub conflicts: Vec<Conflict<'a>>,
    /// Its words that say a part less exactly.
    pub qualified: &'a [String],
    /// Parts of the claim that it lacks.
    pub lacks: &'a [String],
    /// Who says it.
    pub attribution: SaidBy<'a>,
    /// The sentence behind it, where that disputes it.
    pub disputed_by: Option<&'a str>,
}

/// A part of a claim beside what the source has in its place.
#[derive(Serialize)]
pub struct Conflict<'a> {
    /// The part.
    pub part: &'a str,
    /// What the claim says.
    pub claim: &'a str,
    /// What the source says.
    pub source: &'a str,
    /// `date`, `number`, `name` or `opposite`.
    pub kind: &'static str,
}

/// Closes the check of a claim.
#[derive(Serialize)]
pub struct CheckSummary<'a> {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles that were compared with the claim, the most promising.
    pub articles_compared: u64,
    /// Pieces of evidence beside those shown.
    pub evidence_left_out: u64,
    /// Sources that are not in the index.
    pub skipped: Vec<Skipped<'a>>,
    /// What the user should know about the answer.
    pub notes: &'a [String],
    /// Milliseconds from claim to verdict.
    pub elapsed_ms: u64,
}

impl<'a> From<&'a evidence::Verdict> for Verdict<'a> {
    fn from(verdict: &'a evidence::Verdict) -> Self {
        Self {
            claim: &verdict.claim,
            verdict: verdict_kind(verdict.kind),
            confidence: verdict.confidence,
            basis: verdict.basis.map(basis),
            parts: verdict.parts.iter().map(Part::from).collect(),
            articles: verdict.articles,
            independent_sources: verdict.independent_sources,
        }
    }
}

/// The name of in whose words the best evidence has a claim.
pub(in crate::render) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Own => "own",
        Basis::Reported => "reported",
    }
}

/// The name of a verdict.
pub(in crate::render) fn verdict_kind(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Backed => "backed",
        VerdictKind::Partly => "partly",
        VerdictKind::Conflict => "conflict",
        VerdictKind::None => "none",
    }
}

/// The name of what a source says of a part.
pub(in crate::render) fn part_status(status: PartStatus) -> &'static str {
    match status {
        PartStatus::Supported => "supported",
        PartStatus::Qualified => "qualified",
        PartStatus::Contradicted => "contradicted",
        PartStatus::Missing => "missing",
    }
}

/// The name of how a source stands to a claim.
pub(in crate::render) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Backs => "backs",
        Stance::Conflicts => "conflicts",
        Stance::Partly => "partly",
        Stance::Near => "near",
    }
}

impl<'a> From<&'a evidence::ClaimPart> for Part<'a> {
    fn from(part: &'a evidence::ClaimPart) -> Self {
        Self {
            text: &part.text,
            start: part.span.start(),
            end: part.span.end(),
            kind: match part.kind {
                PartKind::Number => "number",
                PartKind::Date => "date",
                PartKind::Name => "name",
                PartKind::Term => "term",
                PartKind::Negation => "negation",
            },
            status: part_status(part.status),
            found: part.found.as_deref(),
        }
    }
}

impl<'a> From<&'a evidence::Evidence> for Evidence<'a> {
    fn from(found: &'a evidence::Evidence) -> Self {
        Self {
            claim: &found.claim,
            stance: stance(found.stance),
            coverage: found.coverage,
            article: (&found.article).into(),
            citation: (&found.citation).into(),
            text: &found.text,
            marks: found.marks.iter().map(|mark| (*mark).into()).collect(),
            conflicts: found.conflicts.iter().map(Conflict::from).collect(),
            qualified: &found.qualified,
            lacks: &found.lacks,
            attribution: (&found.attribution).into(),
            disputed_by: found.disputed_by.as_deref(),
        }
    }
}

impl<'a> From<&'a evidence::Conflict> for Conflict<'a> {
    fn from(conflict: &'a evidence::Conflict) -> Self {
        Self {
            part: &conflict.part,
            claim: &conflict.claim,
            source: &conflict.source,
            kind: match conflict.kind {
                ConflictKind::Date => "date",
                ConflictKind::Number => "number",
                ConflictKind::Name => "name",
                ConflictKind::Opposite => "opposite",
            },
        }
    }
}

impl<'a> From<&'a evidence::CheckSummary> for CheckSummary<'a> {
    fn from(summary: &'a evidence::CheckSummary) -> Self {
        Self {
            articles_searched: summary.articles_searched,
            passages_searched: summary.passages_searched,
            articles_compared: summary.articles_compared,
            evidence_left_out: summary.evidence_left_out,
            skipped: summary.skipped.iter().map(Skipped::from).collect(),
            notes: &summary.notes,
            elapsed_ms: summary.elapsed_ms,
        }
    }
}
