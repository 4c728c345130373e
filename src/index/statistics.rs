//! Statistics for BM25 that count passages and nothing else.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::schema::Fields;

/// Numbers of passages and of their terms.
///
/// Sources and articles are documents too; counted among the passages they would shift every score
/// with the number of records (measured: one metadata document a record costs .02 nDCG).
pub(super) struct PassageStatistics<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub passages: u64,
}

impl Bm25StatisticsProvider for PassageStatistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        // Fields without lengths count as one term a passage, so that every length is the mean.
        if field != self.fields.stem {
            return Ok(self.passages);
        }
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.passages)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.searcher.doc_freq(term)
    }
}
