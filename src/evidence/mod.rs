//! Lives here: all result data, plain and without logic.
//! Comes in: what the search found.
//! Goes out: hits, marks, citations, summaries for the renderers.
//! Never enters: how it was found, how it is printed.

mod attribution;
mod duplicates;
mod explanation;
mod hit;
mod keyword;
mod overview;
mod people;
mod saved;
mod setting;
mod shown;
mod status;
mod summary;
mod token;
mod verdict;
mod why_not;

pub use crate::article::{BlockKind, Origin, Property, Sureness};
pub use attribution::{Attribution, AttributionKind, Sentence};
pub use duplicates::{Duplicate, DuplicateGroup, Duplicates};
pub use explanation::{Explanation, Support, SupportKind, WordScore};
pub use hit::{ArticleRef, BlockRef, Citation, Hit, Mark, MarkKind, Place};
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
pub use shown::{Fact, Shown, ShownBlock};
pub use status::{Status, UnsureDate};
pub use summary::{Skipped, Summary, Variants};
pub use token::{AliasKind, Token, TokenAliases, TokenKind};
pub use verdict::{
    Basis, CheckSummary, CheckedClaim, ClaimPart, Conflict, ConflictKind, Evidence, PartKind,
    PartStatus, Stance, Verdict, VerdictKind,
};
pub use why_not::{ClauseFate, Effect, Fate, WhyNot};
