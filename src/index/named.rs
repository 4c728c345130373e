//! Who is named in articles and passages: the terms to find them by, and the mentions as they are stored.

use super::error::IndexError;
use crate::article::Passage;
use crate::people::{Mention, Names, Referent, Rule};
use crate::span::TextSpan;

/// A place in a passage that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMention {
    /// Place of its block in [`super::StoredPassage::blocks`].
    pub block: usize,
    /// The mention. Its span is one of the block's text; where a long block was cut inside a name, it
    /// reaches beyond that text. Persons are places in [`super::ArticleRecord::persons`].
    pub mention: Mention,
}

/// The persons whom some mention means, and no other, ascending; a word that only derives from a name
/// names nobody.
pub(super) fn surely_named(names: &Names) -> Vec<u32> {
    let sure = names.mentions.iter().filter(|mention| !mention.derived);
    let mut persons: Vec<u32> = sure
        .filter_map(|mention| match mention.referent {
            Referent::Person(person) => Some(person),
            Referent::Ambiguous(_) => None,
        })
        .collect();
    persons.sort_unstable();
    persons.dedup();
    persons
}

/// The mentions that begin in a passage, and everyone they may mean, ascending.
pub(super) fn named_in(passage: &Passage, names: &Names) -> (Vec<u32>, Vec<u32>) {
    let mut packed = Packed::default();
    for piece in &passage.pieces {
        let first = names
            .mentions
            .partition_point(|mention| mention.span.start() < piece.span.start());
        let inside = names.mentions[first..].iter();
        for mention in inside.take_while(|mention| mention.span.start() < piece.span.end()) {
            packed.add(mention, piece.span.start());
        }
        packed.passed += piece.span.len();
    }
    packed.persons.sort_unstable();
    packed.persons.dedup();
    (packed.numbers, packed.persons)
}

/// Mentions as a row of small numbers: for each the bytes since the one before it (the blocks of the
/// passage taken as one text), its length, its [code](code_of), its confidence, and who is meant.
#[derive(Default)]
struct Packed {
    numbers: Vec<u32>,
    persons: Vec<u32>,
    /// Bytes of the blocks before this one.
    passed: usize,
    /// Where the last mention begins.
    last: usize,
}

impl Packed {
    fn add(&mut self, mention: &Mention, block_start: usize) {
        let start = self.passed + mention.span.start() - block_start;
        self.numbers.extend([
            (start - self.last) as u32,
            mention.span.len() as u32,
            code_of(mention),
            u32::from(mention.confidence),
        ]);
        match &mention.referent {
            Referent::Person(person) => self.numbers.push(*person),
            Referent::Ambiguous(candidates) => {
                self.numbers.push(candidates.len() as u32);
                self.numbers.extend(candidates);
            }
        }
        self.persons.extend(candidates(&mention.referent));
        self.last = start;
    }
}

/// Everyone whom a mention may mean.
fn candidates(referent: &Referent) -> &[u32] {
    match referent {
        Referent::Person(person) => std::slice::from_ref(person),
        Referent::Ambiguous(candidates) => candidates,
    }
}

/// Rule, derivation and ambiguity in one number.
fn code_of(mention: &Mention) -> u32 {
    let rule = Rule::ALL.iter().position(|rule| *rule == mention.rule);
    let is_ambiguous = matches!(mention.referent, Referent::Ambiguous(_));
    rule.unwrap_or_default() as u32 * 4 + u32::from(mention.derived) * 2 + u32::from(is_ambiguous)
}

/// Reads the mentions of a passage back, whose blocks have texts of these lengths.
pub(super) fn read_mentions(
    numbers: &[u32],
    lengths: &[usize],
) -> Result<Vec<StoredMention>, IndexError> {
    let unreadable = || IndexError::unreadable("mention");
    let mut numbers = numbers.iter().copied();
    let mut mentions = Vec::new();
    let (mut start, mut block, mut passed) = (0usize, 0, 0);
    while let Some(step) = numbers.next() {
        let mut next = || numbers.next().ok_or_else(unreadable);
        start += step as usize;
        let (length, code, confidence) = (next()? as usize, next()?, next()?);
        let referent = match code % 2 {
            0 => Referent::Person(next()?),
            _ => {
                let count = next()?;
                Referent::Ambiguous((0..count).map(|_| next()).collect::<Result<_, _>>()?)
            }
        };
        while lengths
            .get(block)
            .is_some_and(|length| start >= passed + length)
        {
            passed += lengths[block];
            block += 1;
        }
        if block >= lengths.len() {
            return Err(unreadable());
        }
        let rule = Rule::ALL.get(code as usize / 4).ok_or_else(unreadable)?;
        mentions.push(StoredMention {
            block,
            mention: Mention {
                span: TextSpan::new(start - passed, start - passed + length),
                referent,
                rule: *rule,
                confidence: u8::try_from(confidence).map_err(|_| unreadable())?,
                derived: code / 2 % 2 == 1,
            },
        });
    }
    Ok(mentions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::PassagePiece;

    fn mention(start: usize, end: usize, referent: Referent) -> Mention {
        Mention {
            span: TextSpan::new(start, end),
            referent,
            rule: Rule::PartOfName,
            confidence: 90,
            derived: start == 60,
        }
    }

    #[test]
    fn mentions_come_back_in_their_blocks_also_where_a_block_was_cut_inside_a_name() {
        let names = Names {
            persons: Vec::new(),
            mentions: vec![
                mention(0, 3, Referent::Person(7)),
                mention(12, 18, Referent::Person(0)),
                mention(20, 25, Referent::Ambiguous(vec![3, 1])),
                mention(60, 70, Referent::Person(200)),
            ],
        };
        let piece = |block, start, end| PassagePiece {
            block,
            span: TextSpan::new(start, end),
        };
        let passage = Passage {
            heading: None,
            pieces: vec![piece(1, 10, 20), piece(2, 20, 30), piece(4, 50, 65)],
        };
        let (numbers, persons) = named_in(&passage, &names);
        assert_eq!(persons, [0, 1, 3, 200]);
        let read = read_mentions(&numbers, &[10, 10, 15]).expect("it is what was written");
        let expected = [(0, 2, 8), (1, 0, 5), (2, 10, 20)];
        let expected =
            expected
                .into_iter()
                .zip(&names.mentions[1..])
                .map(|((block, start, end), mention)| StoredMention {
                    block,
                    mention: Mention {
                        span: TextSpan::new(start, end),
                        ..mention.clone()
                    },
                });
        assert_eq!(read, expected.collect::<Vec<_>>());
    }

    #[test]
    fn damaged_mentions_are_an_error() {
        for numbers in [
            &[1][..],
            &[1, 2, 0, 90],
            &[1, 2, 9999, 90, 0],
            &[99, 1, 0, 90, 0],
        ] {
            assert!(read_mentions(numbers, &[10]).is_err(), "{numbers:?}");
        }
        assert!(read_mentions(&[1, 2, 0, 90, 0], &[]).is_err());
    }
}
