//! Blocks put together again: a long one is cut into several passages.

use super::error::ArchiveError;
use super::open::Archive;
use crate::article::BlockText;
use crate::index::Address;

/// A block as a whole, and where a piece of it begins in its text.
pub(super) struct WholeBlock {
    pub block: BlockText,
    /// Bytes of the block's text before the piece.
    pub before: usize,
}

impl Archive {
    /// The whole block of which `piece` stands in the passage at `address` of an article.
    pub(super) fn whole_block(
        &self,
        address: Address,
        article: u64,
        piece: &BlockText,
    ) -> Result<WholeBlock, ArchiveError> {
        let mut pieces = vec![piece.clone()];
        let mut before = address;
        while pieces.last().is_some_and(|piece| !piece.begins) && before.1 > 0 {
            before.1 -= 1;
            match self.piece_at(before, article, piece.number, Side::Last)? {
                Some(piece) => pieces.push(piece),
                None => break,
            }
        }
        let before = pieces[1..].iter().map(|piece| piece.text.len()).sum();
        pieces.reverse();
        let mut behind = address;
        while pieces.last().is_some_and(|piece| !piece.ends) {
            behind.1 += 1;
            match self.piece_at(behind, article, piece.number, Side::First)? {
                Some(piece) => pieces.push(piece),
                None => break,
            }
        }
        Ok(WholeBlock {
            block: BlockText::assemble(pieces),
            before,
        })
    }

    fn piece_at(
        &self,
        address: Address,
        article: u64,
        block: u32,
        side: Side,
    ) -> Result<Option<BlockText>, ArchiveError> {
        let stored = self.reader.passage(address)?;
        let piece = match side {
            Side::First => stored.blocks.into_iter().next(),
            Side::Last => stored.blocks.into_iter().next_back(),
        };
        Ok(piece.filter(|piece| stored.article == article && piece.number == block))
    }
}

/// At which end of a neighbouring passage the rest of a block stands.
enum Side {
    First,
    Last,
}
