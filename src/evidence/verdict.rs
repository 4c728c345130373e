//! Results of checking a claim.

use super::{ArticleRef, Attribution, Citation, Mark, Skipped};
use crate::span::TextSpan;

/// What the sources say of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The claim as given.
    pub claim: String,
    /// The finding.
    pub kind: VerdictKind,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// In whose words the best evidence has it; `None` where nothing speaks of the claim.
    pub basis: Option<Basis>,
    /// The claim taken apart, with what the best evidence says of each part.
    pub parts: Vec<ClaimPart>,
    /// How many articles speak of the claim as the verdict has it.
    pub articles: u64,
    /// How many voices they are: copies of one text count once.
    pub independent_sources: u64,
}

/// The four findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerdictKind {
    /// A source states every part.
    Backed,
    /// Some parts are stated, the rest is missing, none is contradicted.
    Partly,
    /// The same is stated with another number, date or name, or the opposite.
    Conflict,
    /// No source speaks of it.
    None,
}

/// Whether a source says something itself or tells what others say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// In its own words.
    Own,
    /// It reports or quotes somebody.
    Reported,
}

/// A part of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimPart {
    /// Its words.
    pub text: String,
    /// Bytes of the claim.
    pub span: TextSpan,
    /// What it is.
    pub kind: PartKind,
    /// What the best evidence says of it.
    pub status: PartStatus,
    /// The words with which the evidence qualifies or contradicts it.
    pub found: Option<String>,
}

/// What a part of a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A number with its unit.
    Number,
    /// A date or span of time.
    Date,
    /// A name.
    Name,
    /// Any other word.
    Term,
    /// A denial.
    Negation,
}

/// What a source says of a part of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartStatus {
    /// It says so.
    Supported,
    /// It says so less exactly.
    Qualified,
    /// It says otherwise.
    Contradicted,
    /// It says nothing of it.
    Missing,
}

/// A sentence that speaks for or against a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The claim.
    pub claim: String,
    /// How it stands to the claim.
    pub stance: Stance,
    /// How much of the claim it holds, from 0 to 1.
    pub coverage: f32,
    /// The article.
    pub article: ArticleRef,
    /// Where the sentence stands.
    pub citation: Citation,
    /// The text of the block.
    pub text: String,
    /// The words that match parts of the claim.
    pub marks: Vec<Mark>,
    /// What it says otherwise than the claim.
    pub conflicts: Vec<Conflict>,
    /// What it says less exactly: its own words.
    pub qualified: Vec<String>,
    /// Parts of the claim that it lacks.
    pub lacks: Vec<String>,
    /// Who says it.
    pub attribution: Attribution,
    /// The sentence behind it, when that disputes it.
    pub disputed_by: Option<String>,
}

/// How a sentence stands to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// It states every part.
    Backs,
    /// It states otherwise.
    Conflicts,
    /// It states some parts.
    Partly,
    /// It speaks of something near.
    Near,
}

/// A part of a claim beside what a source has in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The part as [`ClaimPart::text`].
    pub part: String,
    /// What the claim says.
    pub claim: String,
    /// What the source says.
    pub source: String,
    /// In what they differ.
    pub kind: ConflictKind,
}

/// In what a claim and a source differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// A date.
    Date,
    /// A number.
    Number,
    /// A name.
    Name,
    /// One says the opposite of the other.
    Opposite,
}

/// The closing line of a check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckSummary {
    /// Articles in the index.
    pub articles_searched: u64,
    /// Passages in the index.
    pub passages_searched: u64,
    /// Articles that were compared with the claim, the most promising.
    pub articles_compared: u64,
    /// Pieces of evidence beside those shown.
    pub evidence_left_out: u64,
    /// Sources that are not in the index, and why.
    pub skipped: Vec<Skipped>,
    /// What the user should know about the answer (an old index, a second writer).
    pub notes: Vec<String>,
    /// Milliseconds from claim to verdict.
    pub elapsed_ms: u64,
}

/// One of many claims, for the table that closes their check.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedClaim {
    /// Its name, or the number of its line.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// The finding.
    pub kind: VerdictKind,
    /// Where the best evidence stands.
    pub citation: Option<Citation>,
}
