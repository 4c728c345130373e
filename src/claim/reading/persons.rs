//! The persons whom the blocks of an article name, and where in each sentence.

use super::{Person, SourceBlock};
use crate::article::Block;
use crate::people::{Names, Recognizer, Referent};
use crate::span::TextSpan;

/// Between two blocks, so that no name reaches from one into the next.
const GAP: &str = "\n\n";

/// The persons of an article.
pub(in crate::claim) struct Persons {
    names: Names,
    /// Where each block begins in the text that was looked at.
    starts: Vec<usize>,
}

impl Persons {
    /// The persons whom blocks name.
    pub fn of(recognizer: &mut Recognizer, blocks: &[SourceBlock]) -> Self {
        let (mut text, mut spans, mut starts) = (String::new(), Vec::new(), Vec::new());
        for block in blocks {
            starts.push(text.len());
            let span = TextSpan::new(text.len(), text.len() + block.text.len());
            spans.push(Block {
                kind: block.kind,
                span,
            });
            text.push_str(&block.text);
            text.push_str(GAP);
        }
        Self {
            names: recognizer.names(&text, &spans),
            starts,
        }
    }

    /// Who is named in a sentence of a block, surely and not only by a word derived from a name.
    pub fn within(&self, block: usize, sentence: TextSpan) -> Vec<Person<'_>> {
        let Some(start) = self.starts.get(block) else {
            return Vec::new();
        };
        let whole = sentence.shifted(*start);
        let first = self
            .names
            .mentions
            .partition_point(|mention| mention.span.end() <= whole.start());
        let mentions = self.names.mentions[first..].iter();
        mentions
            .take_while(|mention| mention.span.start() < whole.end())
            .filter(|mention| !mention.derived && mention.span.start() >= whole.start())
            .filter_map(|mention| {
                let Referent::Person(person) = &mention.referent else {
                    return None;
                };
                Some(Person {
                    span: mention.span.relative_to(whole.start()),
                    name: &self.names.persons.get(*person as usize)?.name,
                })
            })
            .collect()
    }
}
