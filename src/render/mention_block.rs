//! Mentions that stand in one block, which is shown once.

use crate::evidence::Mention;
use crate::span::TextSpan;

/// The mentions of a block of which more may come.
#[derive(Default)]
pub(super) struct MentionBlock(Vec<Mention>);

impl MentionBlock {
    /// Takes the next mention. Returns those of the block before it, if it is the first of another.
    pub fn add(&mut self, mention: &Mention) -> Vec<Mention> {
        let is_same = |other: &Mention| {
            other.article.id == mention.article.id && other.block == mention.block
        };
        let complete = match self.0.last().is_some_and(is_same) {
            true => Vec::new(),
            false => self.take(),
        };
        self.0.push(mention.clone());
        complete
    }

    /// The mentions of the last block, for no more will come.
    pub fn take(&mut self) -> Vec<Mention> {
        std::mem::take(&mut self.0)
    }
}

/// All the marks of the mentions of a block.
pub(super) fn marks(mentions: &[Mention]) -> Vec<TextSpan> {
    let marks = mentions.iter().flat_map(|mention| &mention.marks);
    marks.map(|mark| mark.span).collect()
}
