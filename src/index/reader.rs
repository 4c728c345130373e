//! Reading: opening a commit, fetching passages and articles.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Index, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::candidates::Address;
use super::directory::IndexFolder;
use super::document::{self, ArticleRecord, StoredPassage, kind};
use super::error::IndexError;
use super::manifest::{self, Manifest};
use super::postings::living;
use super::schema::{self, Fields, REPLAY};
use super::source_document::SourceRecord;
use super::tokens::Replay;
use crate::search::{Field, Statistics};

/// Blocks of stored documents kept unpacked: enough for the hits of one answer.
const UNPACKED_BLOCKS: usize = 64;

/// One commit of an index, open for reading. It stays whole whatever a writer does meanwhile.
pub struct IndexReader {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    manifest: Manifest,
    folder: PathBuf,
    statistics: Statistics,
    /// Sources that hits were found in, by number.
    pub(super) sources: Mutex<HashMap<u64, Arc<SourceRecord>>>,
}

/// How large an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Bytes of its files.
    pub bytes: u64,
    /// Segments of its last commit.
    pub segments: u64,
    /// Deleted documents still in them.
    pub dead_documents: u64,
}

impl IndexReader {
    /// Whether a folder holds an index that was committed, in whatever state it is now.
    pub fn exists(folder: &Path) -> bool {
        manifest::exists(folder)
    }

    /// Opens the last commit in `folder`; the right to write there is not needed.
    ///
    /// # Errors
    /// [`IndexError::Missing`], [`IndexError::Outdated`] or [`IndexError::Damaged`].
    pub fn open(folder: &Path) -> Result<Self, IndexError> {
        if !Self::exists(folder) {
            return Err(IndexError::Missing(folder.to_owned()));
        }
        let index = Index::open(IndexFolder::open(folder)?)?;
        let payload = index.load_metas()?.payload;
        let manifest = Manifest::read(payload.as_deref().unwrap_or_default())?;
        let (schema, fields) = schema::build();
        if index.schema() != schema {
            return Err(IndexError::Outdated("its fields differ".to_owned()));
        }
        index.tokenizers().register(REPLAY, Replay::default());
        let searcher = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(UNPACKED_BLOCKS)
            .try_into()?
            .searcher();
        let mut reader = Self {
            searcher,
            fields,
            manifest,
            folder: folder.to_owned(),
            statistics: Statistics::default(),
            sources: Mutex::default(),
        };
        reader.statistics = reader.count()?;
        Ok(reader)
    }

    /// The files of the index in `folder` whose bytes are not those that were written, by their
    /// checksums. This reads all of them.
    ///
    /// # Errors
    /// When the last commit cannot be opened at all.
    pub fn damaged_files(folder: &Path) -> Result<Vec<PathBuf>, IndexError> {
        let index = Index::open(IndexFolder::open(folder)?)?;
        let mut damaged: Vec<PathBuf> = index.validate_checksum()?.into_iter().collect();
        damaged.sort();
        Ok(damaged)
    }

    fn count(&self) -> Result<Statistics, IndexError> {
        let passages = self.living_of_kind(kind::PASSAGE)?;
        let mut stems = 0;
        for segment in self.searcher.segment_readers() {
            stems += segment.inverted_index(self.fields.stem)?.total_num_tokens();
        }
        let written = self.searcher.doc_freq(&self.kind_term(kind::PASSAGE))?;
        Ok(Statistics {
            passages,
            articles: self.living_of_kind(kind::ARTICLE)?,
            mean_length: stems as f32 / written.max(1) as f32,
        })
    }

    fn living_of_kind(&self, kind: &str) -> Result<u64, IndexError> {
        let term = self.kind_term(kind);
        let mut count = 0;
        for segment in self.searcher.segment_readers() {
            let terms = segment.inverted_index(self.fields.kind)?;
            count += match segment.alive_bitset() {
                None => u64::from(terms.doc_freq(&term)?),
                Some(alive) => match terms.read_postings(&term, IndexRecordOption::Basic)? {
                    Some(postings) => u64::from(postings.doc_freq_given_deletes(alive)),
                    None => 0,
                },
            };
        }
        Ok(count)
    }

    pub(super) fn kind_term(&self, kind: &str) -> Term {
        Term::from_field_text(self.fields.kind, kind)
    }

    /// What the commit says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The sizes that scores depend on.
    pub fn statistics(&self) -> Statistics {
        self.statistics
    }

    /// How large the index is.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn size(&self) -> Result<Size, IndexError> {
        let mut bytes = 0;
        for entry in fs::read_dir(&self.folder)? {
            bytes += entry?.metadata()?.len();
        }
        let segments = self.searcher.segment_readers();
        let dead = segments
            .iter()
            .map(|segment| u64::from(segment.num_deleted_docs()))
            .sum();
        Ok(Size {
            bytes,
            segments: segments.len() as u64,
            dead_documents: dead,
        })
    }

    /// The passage at an address.
    ///
    /// # Errors
    /// When its file is damaged.
    pub fn passage(&self, address: Address) -> Result<StoredPassage, IndexError> {
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(address.0, address.1))?;
        document::read_passage(document::payload(&document, self.fields.payload)?)
    }

    /// The article of this number.
    ///
    /// # Errors
    /// When the index does not hold it, which means that it is damaged.
    pub fn article(&self, key: u64) -> Result<ArticleRecord, IndexError> {
        let address = self
            .first_document(key)?
            .ok_or_else(|| IndexError::unreadable("article"))?;
        let document: TantivyDocument = self.searcher.doc(address)?;
        document::read_article(document::payload(&document, self.fields.payload)?)
    }

    /// The passages of an article, in order, with their addresses.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn passages(&self, key: u64) -> Result<Vec<(Address, StoredPassage)>, IndexError> {
        let term = Term::from_field_u64(self.fields.article, key);
        let mut passages = Vec::new();
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            // The article itself is the first of its documents.
            for document in living(segment, &term)?.skip(1) {
                let address = (ordinal, document);
                passages.push((address, self.passage(address)?));
            }
        }
        Ok(passages)
    }

    /// Some living passage that holds a term.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn first_passage_with(
        &self,
        field: Field,
        term: &str,
    ) -> Result<Option<Address>, IndexError> {
        let address = self.first_with(&Term::from_field_text(self.field(field), term))?;
        Ok(address.map(|address| (address.segment_ord, address.doc_id)))
    }

    pub(super) fn first_document(&self, key: u64) -> Result<Option<DocAddress>, IndexError> {
        self.first_with(&Term::from_field_u64(self.fields.article, key))
    }

    fn first_with(&self, term: &Term) -> Result<Option<DocAddress>, IndexError> {
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            if let Some(document) = living(segment, term)?.next() {
                return Ok(Some(DocAddress::new(ordinal, document)));
            }
        }
        Ok(None)
    }
}
