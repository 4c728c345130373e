//! The sources table, read from fast fields, and where the records of articles stand.

use std::sync::{Arc, PoisonError};

use tantivy::columnar::Column;
use tantivy::postings::SegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, SegmentReader, TERMINATED, TantivyDocument, Term};

use super::columns::{self, Labels};
use super::document::{self, ArticleRecord, Placed, kind};
use super::error::IndexError;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use super::source_document::{self, SourcePayload, SourceRecord, SourceState};
use crate::article::RecordStart;
use crate::evidence::Skipped;

/// So many sources are kept when read once; a million small ones would take memory for nothing.
const KEPT_SOURCES: usize = 4_096;

/// A source, as far as a refresh needs it to see whether the file has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// Number of the source.
    pub key: u64,
    /// Number of the root it lies in.
    pub root: u64,
    /// Path relative to that root.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything of it last changed, its name and permissions included, in nanoseconds since 1970.
    pub changed: i64,
    /// What is said of it beside it, as a number that changes with that; 0 when nothing is.
    pub beside: u64,
    /// Whether it was skipped.
    pub skipped: bool,
}

impl IndexReader {
    /// How many sources the table has, the skipped ones included.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn source_count(&self) -> Result<u64, IndexError> {
        Ok(self.searcher.doc_freq(&self.kind_term(kind::SOURCE))?)
    }

    /// All sources, the skipped ones included, in no particular order.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn sources(&self) -> Result<Vec<SourceRow>, IndexError> {
        let mut rows = Vec::new();
        for segment in self.searcher.segment_readers() {
            let table = SourceColumns::open(segment)?;
            for document in living(segment, &self.kind_term(kind::SOURCE))? {
                rows.push(table.row(document)?);
            }
        }
        Ok(rows)
    }

    /// A source with all that is stored of it.
    ///
    /// # Errors
    /// When the index does not hold it, which means that it is damaged.
    pub fn source(&self, key: u64) -> Result<SourceRecord, IndexError> {
        let term = Term::from_field_u64(self.fields.source, key);
        let is_source = self.kind_term(kind::SOURCE);
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            if let Some(document) = first_with_both(segment, &term, &is_source)? {
                return self.read_source(segment, DocAddress::new(ordinal, document));
            }
        }
        Err(IndexError::unreadable("source"))
    }

    /// A source as [`IndexReader::source`] gives it, read once and then kept: where the records of a
    /// large source stand is a long table, which every hit in it needs.
    pub(super) fn kept_source(&self, key: u64) -> Result<Arc<SourceRecord>, IndexError> {
        let kept = || self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = kept().get(&key) {
            return Ok(Arc::clone(source));
        }
        let source = Arc::new(self.source(key)?);
        let mut kept = kept();
        if kept.len() >= KEPT_SOURCES {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&source));
        Ok(source)
    }

    /// The source at a path below a root, if the index holds it.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn source_at(&self, root: u64, path: &str) -> Result<Option<SourceRecord>, IndexError> {
        let term = Term::from_field_text(self.fields.path, path);
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            for document in living(segment, &term)? {
                let source = self.read_source(segment, DocAddress::new(ordinal, document))?;
                if source.root == root {
                    return Ok(Some(source));
                }
            }
        }
        Ok(None)
    }

    /// The article of a record of a source.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn article_of_record(&self, source: u64, record: &str) -> Result<Option<u64>, IndexError> {
        let term = Term::from_field_text(self.fields.record, record);
        for segment in self.searcher.segment_readers() {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let sources = columns::unsigned(segment, column::SOURCE)?;
            for document in living(segment, &term)? {
                if sources.first(document) == Some(source) {
                    return Ok(keys.first(document));
                }
            }
        }
        Ok(None)
    }

    fn read_source(
        &self,
        segment: &SegmentReader,
        address: DocAddress,
    ) -> Result<SourceRecord, IndexError> {
        let row = SourceColumns::open(segment)?.row(address.doc_id)?;
        let format = Labels::open(segment, column::FORMAT)?.of(address.doc_id)?;
        let payload = self.source_payload(address)?;
        Ok(SourceRecord {
            key: row.key,
            root: row.root,
            path: row.path,
            format,
            size: row.size,
            modified: row.modified,
            changed: row.changed,
            hash: payload.hash,
            beside: row.beside,
            state: payload
                .reason
                .map_or(SourceState::Read, SourceState::Skipped),
            records: payload.records,
            copies: payload.copies,
            skipped_records: payload.skipped_records,
        })
    }

    pub(super) fn source_payload(&self, address: DocAddress) -> Result<SourcePayload, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        source_document::read_source(document::payload(&document, self.fields.payload)?)
    }

    /// What is not in the index and why: sources, and records of sources that are, each with the
    /// number of its root.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn skipped(&self) -> Result<Vec<(u64, Skipped)>, IndexError> {
        let mut sources = Vec::new();
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            let mut documents = living(segment, &self.kind_term(kind::SKIPPED))?.peekable();
            if documents.peek().is_none() {
                continue;
            }
            let table = SourceColumns::open(segment)?;
            for document in documents {
                let SourceRow { root, path, .. } = table.row(document)?;
                let payload = self.source_payload(DocAddress::new(ordinal, document))?;
                let records = payload.skipped_records.into_iter();
                let records = records.map(|(record, reason)| (format!("{path}{record}"), reason));
                let whole = payload.reason.map(|reason| (path.clone(), reason));
                let both = records.chain(whole);
                let both = both.map(|(path, reason)| (root, Skipped { path, reason }));
                sources.push(((root, path.clone()), both.collect::<Vec<_>>()));
            }
        }
        // The records of a source stay in their order.
        sources.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(sources
            .into_iter()
            .flat_map(|(_, skipped)| skipped)
            .collect())
    }

    /// An article together with the place of its record.
    ///
    /// # Errors
    /// When its source is not in the index, which means that the index is damaged.
    pub fn placed(&self, article: ArticleRecord) -> Result<Placed, IndexError> {
        let source = self.kept_source(article.source)?;
        Ok(Placed {
            root: source.root,
            path: source.path.clone(),
            // Of what was extracted, lines and bytes count in the text that was.
            start: match article.parts.is_empty() {
                true => start_of(&source, article.key),
                false => RecordStart::default(),
            },
            article,
        })
    }
}

/// The first living document of a segment that holds two terms. Each list of documents skips to where
/// the other stands, so that neither is read whole.
fn first_with_both(
    segment: &SegmentReader,
    one: &Term,
    other: &Term,
) -> Result<Option<u32>, IndexError> {
    let postings = |term: &Term| -> Result<Option<SegmentPostings>, IndexError> {
        let terms = segment.inverted_index(term.field())?;
        Ok(terms.read_postings(term, IndexRecordOption::Basic)?)
    };
    let (Some(mut one), Some(mut other)) = (postings(one)?, postings(other)?) else {
        return Ok(None);
    };
    loop {
        let document = one.doc().max(other.doc());
        if document == TERMINATED {
            return Ok(None);
        }
        seek(&mut one, document);
        seek(&mut other, document);
        if one.doc() == other.doc() {
            if !segment.is_deleted(document) {
                return Ok(Some(document));
            }
            one.advance();
        }
    }
}

/// Moves on to `document` or behind it. Postings must not be asked to seek where they stand already.
fn seek(postings: &mut SegmentPostings, document: u32) {
    if postings.doc() < document {
        postings.seek(document);
    }
}

/// Records are kept in ascending order of their articles.
fn start_of(source: &SourceRecord, article: u64) -> RecordStart {
    match source
        .records
        .binary_search_by_key(&article, |(key, _)| *key)
    {
        Ok(place) => source.records[place].1,
        Err(_) => RecordStart::default(),
    }
}

struct SourceColumns {
    key: Column<u64>,
    root: Column<u64>,
    size: Column<u64>,
    modified: Column<i64>,
    changed: Column<i64>,
    beside: Column<u64>,
    state: Column<u64>,
    path: Labels,
}

impl SourceColumns {
    fn open(segment: &SegmentReader) -> Result<Self, IndexError> {
        Ok(Self {
            key: columns::unsigned(segment, column::SOURCE)?,
            root: columns::unsigned(segment, column::ROOT)?,
            size: columns::unsigned(segment, column::SIZE)?,
            modified: columns::signed(segment, column::MODIFIED)?,
            changed: columns::signed(segment, column::CHANGED)?,
            beside: columns::unsigned(segment, column::BESIDE)?,
            state: columns::unsigned(segment, column::STATE)?,
            path: Labels::open(segment, column::PATH)?,
        })
    }

    fn row(&self, document: u32) -> Result<SourceRow, IndexError> {
        Ok(SourceRow {
            key: self.key.first(document).unwrap_or(0),
            root: self.root.first(document).unwrap_or(0),
            path: self.path.of(document)?,
            size: self.size.first(document).unwrap_or(0),
            modified: self.modified.first(document).unwrap_or(0),
            changed: self.changed.first(document).unwrap_or(0),
            beside: self.beside.first(document).unwrap_or(0),
            skipped: self.state.first(document) == Some(1),
        })
    }
}
