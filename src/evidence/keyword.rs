//! A match as a concordance shows it.

use super::{Citation, MarkKind};
use crate::span::TextSpan;

/// A match of the query in a block, in the middle of its own line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// Bytes of the block's text: a mark, or from the first to the last of words that are near.
    pub span: TextSpan,
    /// Where it stands; its quote is the keyword itself.
    pub citation: Citation,
    /// Why it matched; of near words, why the first did.
    pub kind: MarkKind,
}

/// How many keywords a search found, those beyond a limit included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeywordCount {
    /// So many.
    pub found: u64,
    /// Whether that is all of them, or a lower bound.
    pub exact: bool,
}
