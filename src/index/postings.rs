//! The documents that hold a term, one after another.

use std::iter;

use tantivy::postings::SegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

use super::error::IndexError;

/// The living documents of a segment that hold a term, ascending.
pub(super) fn living<'s>(
    segment: &'s SegmentReader,
    term: &Term,
) -> Result<impl Iterator<Item = u32> + use<'s>, IndexError> {
    let terms = segment.inverted_index(term.field())?;
    let postings = terms.read_postings(term, IndexRecordOption::Basic)?;
    let all = postings.into_iter().flat_map(documents);
    Ok(all.filter(|document| !segment.is_deleted(*document)))
}

/// The documents of postings, the deleted ones included.
pub(super) fn documents(mut postings: SegmentPostings) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let document = postings.doc();
        if document == TERMINATED {
            return None;
        }
        postings.advance();
        Some(document)
    })
}
