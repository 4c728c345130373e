//! Lives here: expansion of a query, the plan, scoring of candidates, marks, hits and explanations.
//! Comes in: queries; what the index found for a plan, as plain data.
//! Goes out: the plan; ranked candidates; hits with exact marks.
//! Never enters: the engine: postings, segments and documents stay behind `index`.

mod expand;
mod fate;
mod found;
mod glob;
mod hits;
mod keyness;
mod marks;
mod near;
mod plan;
mod readings;
mod runs;
mod score;
mod sequence;
mod vocabulary;
mod weight;

pub use expand::plan;
pub use fate::blamed;
pub use found::{
    Candidate, Evidence, Force, Occurrence, Resolved, ResolvedLeaf, ResolvedTerm, Statistics,
};
pub use glob::{Glob, Places};
pub use hits::{HitArticle, block_ref, cite, hit, keywords, placed};
pub use keyness::{Spread, keyness};
pub use marks::{Marker, TextMark};
pub use near::{Signed, similar, similar_pairs};
pub use plan::{Field, Leaf, Metadata, Pattern, Plan, Reading, SequenceWord, SetExpression};
pub use score::{CANDIDATES, Scored, Scorer, boost};
pub use sequence::{BLOCK_GAP, count_verbatim, occurrences, row};
pub use vocabulary::{LONGEST_SUFFIX, MAX_EXPANSIONS, is_like, nearest};
