//! Words in a row, or near each other, by their positions.

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
        let mut postings = Vec::with_capacity(words.len());
        for word in words {
            let term = Term::from_field_text(self.fields.stem, &word.stem);
            match index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(word) => postings.push(word),
                None => return Ok(Vec::new()),
            }
        }
        let mut found = Vec::new();
        let mut positions = vec![Vec::new(); words.len()];
        while let Some(passage) = next_common(&mut postings) {
            if !segment.is_deleted(passage) {
                for (word, positions) in postings.iter_mut().zip(&mut positions) {
                    word.positions(positions);
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
