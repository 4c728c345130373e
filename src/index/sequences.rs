//! Words in a row, or near each other, by their positions.

use std::collections::HashMap;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

use super::error::IndexError;
use super::reader::IndexReader;
use crate::search::{SequenceWord, occurrences};

impl IndexReader {
    /// The living passages of a segment whose stems stand in that sequence, each with how often.
    pub(super) fn sequences(
        &self,
        segment: &SegmentReader,
        words: &[SequenceWord],
        distance: Option<u32>,
    ) -> Result<Vec<(u32, u32)>, IndexError> {
        let index = segment.inverted_index(self.fields.stem)?;
        let (stems, word_stems) = distinct(words);
        let mut postings = Vec::with_capacity(stems.len());
        for (stem, _) in &stems {
            let term = Term::from_field_text(self.fields.stem, stem);
            match index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(stem) => postings.push(stem),
                None => return Ok(Vec::new()),
            }
        }
        let mut found = Vec::new();
        let mut positions = vec![Vec::new(); words.len()];
        while let Some(passage) = next_common(&mut postings) {
            let mut all = postings.iter().zip(&stems);
            let are_enough = all.all(|(stem, (_, places))| stem.term_freq() >= *places);
            if are_enough && !segment.is_deleted(passage) {
                for (stem, positions) in word_stems.iter().zip(&mut positions) {
                    postings[*stem].positions(positions);
                }
                let frequency = occurrences(words, &positions, distance);
                if frequency > 0 {
                    found.push((passage, frequency));
                }
            }
            postings[0].advance();
        }
        Ok(found)
    }
}

/// The stems of words, each once with how many places it needs, and for each word the number of its stem.
fn distinct(words: &[SequenceWord]) -> (Vec<(&str, u32)>, Vec<usize>) {
    let mut stems: Vec<(&str, u32)> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let of_words = words.iter().map(|word| {
        let number = *numbers.entry(&word.stem).or_insert_with(|| {
            stems.push((&word.stem, 0));
            stems.len() - 1
        });
        stems[number].1 += 1;
        number
    });
    let of_words = of_words.collect();
    (stems, of_words)
}

/// Moves all postings to the next passage that is in each of them.
fn next_common(postings: &mut [SegmentPostings]) -> Option<u32> {
    let mut target = postings.first()?.doc();
    loop {
        if target == TERMINATED {
            return None;
        }
        let mut agreed = true;
        for word in postings.iter_mut() {
            let reached = if word.doc() < target {
                word.seek(target)
            } else {
                word.doc()
            };
            if reached != target {
                target = reached;
                agreed = false;
                break;
            }
        }
        if agreed {
            return Some(target);
        }
    }
}
