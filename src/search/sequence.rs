//! When words stand in a row, or near each other.

use super::plan::SequenceWord;
use crate::german::{Analyzer, TokenKind};
use crate::query::MAX_DISTANCE;

/// Positions from the last word of a block to the first of the next in its passage: neither phrases nor
/// words near each other reach over.
pub const BLOCK_GAP: u32 = MAX_DISTANCE + 2;

/// How often words stand in sequence, given where each of them stands (ascending).
///
/// In a row, each word has its own distance from the first. Near, with at most `distance` other
/// words between them, any order will do.
pub fn occurrences(words: &[SequenceWord], positions: &[Vec<u32>], distance: Option<u32>) -> u32 {
    match distance {
        None => rows(words, positions).count() as u32,
        Some(distance) => groups(positions, distance).len() as u32,
    }
}

/// Where sequences in a row begin.
pub(super) fn rows<'a>(
    words: &'a [SequenceWord],
    positions: &'a [Vec<u32>],
) -> impl Iterator<Item = u32> + 'a {
    positions
        .first()
        .into_iter()
        .flatten()
        .copied()
        .filter(move |first| {
            let others = words.iter().zip(positions).skip(1);
            others
                .into_iter()
                .all(|(word, places)| places.binary_search(&(first + word.offset)).is_ok())
        })
}

/// The narrowest groups in which every word stands once, with at most `distance` others between
/// them; groups do not share words. Each is given by the position of every word.
pub(super) fn groups(positions: &[Vec<u32>], distance: u32) -> Vec<Vec<u32>> {
    let mut next = vec![0; positions.len()];
    let mut groups = Vec::new();
    loop {
        let places: Option<Vec<u32>> = positions
            .iter()
            .zip(&next)
            .map(|(places, next)| places.get(*next).copied())
            .collect();
        let Some(places) = places else { return groups };
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else {
            return groups;
        };
        let others = (last - first + 1).saturating_sub(places.len() as u32);
        // The same word twice in a query needs two places in the text.
        if let Some(repeated) = repeated(&places) {
            next[repeated] += 1;
        } else if others <= distance {
            // A group that fits uses up its words.
            next.iter_mut().for_each(|next| *next += 1);
            groups.push(places);
        } else if let Some(earliest) = places.iter().position(|place| place == first) {
            next[earliest] += 1;
        }
    }
}

/// The number of a word that stands where one before it stands.
fn repeated(places: &[u32]) -> Option<usize> {
    (1..places.len()).find(|number| places[..*number].contains(&places[*number]))
}

/// The words of a text as a row to look up.
pub fn row(analyzer: &mut Analyzer, text: &str) -> Vec<SequenceWord> {
    let mut words: Vec<SequenceWord> = Vec::new();
    let mut first = None;
    analyzer.analyze(text, |token| {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            words.push(SequenceWord {
                exact: token.word.exact.to_string(),
                stem: token.word.stem.to_string(),
                offset: token.position - *first.get_or_insert(token.position),
            });
        }
    });
    words
}

/// How often the very forms stand in a row in texts, each text on its own.
pub fn count_verbatim<'t>(
    analyzer: &mut Analyzer,
    words: &[SequenceWord],
    texts: impl Iterator<Item = &'t str>,
) -> u32 {
    let mut count = 0;
    for text in texts {
        let mut positions = vec![Vec::new(); words.len()];
        analyzer.analyze(text, |token| {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                for (word, places) in words.iter().zip(&mut positions) {
                    if *word.exact == *token.word.exact {
                        places.push(token.position);
                    }
                }
            }
        });
        count += occurrences(words, &positions, None);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(stems: &[&str]) -> Vec<SequenceWord> {
        let word = |(offset, stem): (u32, &&str)| SequenceWord {
            exact: (*stem).to_owned(),
            stem: (*stem).to_owned(),
            offset,
        };
        (0..).zip(stems).map(word).collect()
    }

    #[test]
    fn a_row_needs_every_word_at_its_distance() {
        let words = row(&["kim", "jong", "un"]);
        assert_eq!(
            occurrences(&words, &[vec![1, 9], vec![2, 11], vec![3, 12]], None),
            1
        );
        assert_eq!(occurrences(&words, &[vec![3], vec![2], vec![1]], None), 0);
    }

    #[test]
    fn near_words_come_in_any_order_within_the_distance() {
        let words = row(&["putin", "besuch"]);
        assert_eq!(occurrences(&words, &[vec![10], vec![7]], Some(2)), 1);
        assert_eq!(occurrences(&words, &[vec![10], vec![6]], Some(2)), 0);
        assert_eq!(occurrences(&words, &[vec![1, 20], vec![3, 22]], Some(1)), 2);
    }

    #[test]
    fn a_word_asked_for_twice_must_stand_twice() {
        let words = row(&["kim", "kim"]);
        assert_eq!(occurrences(&words, &[vec![4], vec![4]], Some(5)), 0);
        assert_eq!(occurrences(&words, &[vec![4, 6], vec![4, 6]], Some(5)), 1);
    }
}
