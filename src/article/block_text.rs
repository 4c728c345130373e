//! Blocks as they are stored and shown: their text with its own map.

use super::BlockKind;
use crate::span::SourceMap;

/// The text of a block, or of a run of whole sentences of a long block, with its own map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockText {
    /// Number of the block in its article.
    pub number: u32,
    /// Its role.
    pub kind: BlockKind,
    /// Whether the block begins here.
    pub begins: bool,
    /// Whether the block ends here.
    pub ends: bool,
    /// Its text.
    pub text: String,
    /// From `text` to the bytes of the record.
    pub map: SourceMap,
}

impl BlockText {
    /// A block from its pieces in order, at least one, which follow each other without a gap.
    pub fn assemble(pieces: Vec<BlockText>) -> BlockText {
        let mut pieces = pieces.into_iter();
        let mut whole = pieces
            .next()
            .unwrap_or_else(|| unreachable!("a block has a piece"));
        for piece in pieces {
            whole.map.append(whole.text.len(), piece.map);
            whole.text.push_str(&piece.text);
            whole.ends = piece.ends;
        }
        whole
    }
}
