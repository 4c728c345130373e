//! Writing: articles, sources and commits.

use std::path::Path;

use tantivy::indexer::{LogMergePolicy, NoMergePolicy, UserOperation};
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{Directory, Index, IndexSettings, TantivyDocument, TantivyError, Term};

use super::directory::{self, IndexFolder};
use super::document::{self, kind};
use super::error::{IndexError, copied};
use super::manifest::Manifest;
use super::schema::{self, Fields, REPLAY};
use super::source_document::{self, SourceRecord};
use super::tokens::Replay;
use crate::article::{Article, Passage};
use crate::german::Analyzer;
use crate::people::Names;

/// Threads that write segments; reading and analysing have theirs.
const THREADS: usize = 2;
/// Memory in which all threads together gather terms before they write a segment.
const ARENA_BYTES: usize = 120_000_000;
/// The least memory that tantivy takes a writer with; one that only merges gathers no terms.
const MERGING_ARENA_BYTES: usize = 15_000_000;
/// Segments that a finished `index` may leave; more are merged into one.
const CALM_SEGMENTS: usize = 4;

/// Bytes of stored documents that are compressed together: enough for zstd to find what recurs.
/// (Half of it makes the index of 154,115 speeches 2 % larger.)
const STORED_BLOCK: usize = 65_536;

/// Whether writing leaves the segments as they fall or joins them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tidiness {
    /// As quick as possible: a search is waiting.
    Quick,
    /// Segments are joined in the background while they are written.
    Thorough,
}

/// The documents of one article, ready to be written together.
pub struct ArticleDocuments(Vec<TantivyDocument>);

/// The one writer of an index.
pub struct IndexWriter {
    writer: tantivy::IndexWriter,
    fields: Fields,
    folder: IndexFolder,
}

impl IndexWriter {
    /// Opens the index in the folder `path`, or makes one there.
    ///
    /// # Errors
    /// When the folder cannot be written or another process is writing.
    pub fn open(path: &Path, tidiness: Tidiness) -> Result<Self, IndexError> {
        let (schema, fields) = schema::build();
        let folder = IndexFolder::open(path)?;
        let index = if Index::exists(&folder)? {
            Index::open(folder.clone())?
        } else {
            let settings = IndexSettings {
                docstore_blocksize: STORED_BLOCK,
                docstore_compression: Compressor::Zstd(ZstdCompressor::default()),
                ..Default::default()
            };
            Index::create(folder.clone(), schema, settings)?
        };
        index.tokenizers().register(REPLAY, Replay::default());
        let writer = writer(&index, tidiness)?;
        // What a run that was interrupted has written would fill the disk until the next commit.
        let collected = writer.garbage_collect_files().wait();
        collected.map_err(|error| told(&folder, error))?;
        directory::remove_unfinished(path)?;
        Ok(Self {
            writer,
            fields,
            folder,
        })
    }

    /// Analyses an article and makes its documents; many threads may do so at once.
    ///
    /// # Errors
    /// When a value cannot be encoded.
    pub fn prepare(
        &self,
        analyzer: &mut Analyzer,
        place: ArticlePlace<'_>,
        article: &Article,
        passages: &[Passage],
        names: &Names,
    ) -> Result<ArticleDocuments, IndexError> {
        let record = document::article_record(place.key, place.source, article, names);
        let content = document::Content {
            article,
            passages,
            names,
        };
        let mut documents = document::article_documents(&self.fields, analyzer, &record, &content)?;
        if let Some(first) = documents.first_mut() {
            first.add_text(self.fields.format, place.format);
            first.add_u64(self.fields.identity, place.identity);
        }
        Ok(ArticleDocuments(documents))
    }

    /// Adds the documents of an article as one group, so that they share a segment.
    ///
    /// # Errors
    /// When the writer has failed before, for instance for lack of disk space.
    pub fn add(&self, documents: ArticleDocuments) -> Result<(), IndexError> {
        let operations: Vec<_> = documents.0.into_iter().map(UserOperation::Add).collect();
        let added = self.writer.run(operations);
        added.map_err(|error| told(&self.folder, error))?;
        Ok(())
    }

    /// Removes an article with its passages at the next commit.
    pub fn remove_article(&self, key: u64) {
        self.writer
            .delete_term(Term::from_field_u64(self.fields.article, key));
    }

    /// Removes a source, but not its articles, at the next commit.
    ///
    /// # Errors
    /// When the writer has failed before.
    pub fn remove_source(&self, key: u64) -> Result<(), IndexError> {
        let is_source = Term::from_field_text(self.fields.kind, kind::SOURCE);
        let has_key = Term::from_field_u64(self.fields.source, key);
        let both = [is_source, has_key].map(|term| {
            let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
            (Occur::Must, query)
        });
        let query = Box::new(BooleanQuery::new(both.into()));
        let removed = self.writer.delete_query(query);
        removed.map_err(|error| told(&self.folder, error))?;
        Ok(())
    }

    /// Adds a source, or puts it in the place of the one of that number.
    ///
    /// # Errors
    /// When the writer has failed before.
    pub fn put_source(&self, source: &SourceRecord) -> Result<(), IndexError> {
        self.remove_source(source.key)?;
        let document = source_document::source_document(&self.fields, source)?;
        let added = self.writer.add_document(document);
        added.map_err(|error| told(&self.folder, error))?;
        Ok(())
    }

    /// Makes everything since the last commit visible and durable, all at once or not at all.
    ///
    /// # Errors
    /// When the disk is full or failing; then the last commit stands.
    pub fn commit(&mut self, manifest: &Manifest) -> Result<(), IndexError> {
        let payload = manifest.write()?;
        let committed = self.writer.prepare_commit().and_then(|mut commit| {
            commit.set_payload(&payload);
            commit.commit()
        });
        committed.map_err(|error| told(&self.folder, error))?;
        // Tantivy syncs the folder before it renames the new commit into place, not after.
        self.folder.sync_directory()?;
        Ok(())
    }

    /// Joins segments when there are many or many of their documents are dead, and waits.
    ///
    /// # Errors
    /// When the disk is full or failing; the index stays as it was.
    pub fn settle(self) -> Result<(), IndexError> {
        let index = self.writer.index().clone();
        // What is being joined in the background is no segment to join by the time it is asked for.
        let waited = self.writer.wait_merging_threads();
        let settled = waited.and_then(|()| join_segments(&index));
        settled.map_err(|error| told(&self.folder, error))
    }
}

/// Joins all segments into one where that is worth the work.
fn join_segments(index: &Index) -> tantivy::Result<()> {
    let segments = index.searchable_segment_metas()?;
    let dead: u32 = segments
        .iter()
        .map(|segment| segment.num_deleted_docs())
        .sum();
    let all: u32 = segments.iter().map(|segment| segment.max_doc()).sum();
    if segments.len() > CALM_SEGMENTS || dead > all / 5 {
        let ids: Vec<_> = segments.iter().map(|segment| segment.id()).collect();
        // What is still known of a segment keeps its files from being collected.
        drop(segments);
        let mut writer: tantivy::IndexWriter =
            index.writer_with_num_threads(1, MERGING_ARENA_BYTES)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        writer.merge(&ids).wait()?;
        writer.garbage_collect_files().wait()?;
        writer.wait_merging_threads()?;
    }
    Ok(())
}

/// What went wrong: where the engine cannot tell, why something could not be written.
fn told(folder: &IndexFolder, error: TantivyError) -> IndexError {
    match (error.into(), folder.failure()) {
        (IndexError::Engine(_), Some(failure)) => copied(failure).into(),
        (error, _) => error,
    }
}

/// The engine's writer.
fn writer(index: &Index, tidiness: Tidiness) -> Result<tantivy::IndexWriter, IndexError> {
    let writer = index.writer_with_num_threads(THREADS, ARENA_BYTES)?;
    writer.set_merge_policy(match tidiness {
        Tidiness::Thorough => Box::new(LogMergePolicy::default()),
        Tidiness::Quick => Box::new(NoMergePolicy),
    });
    Ok(writer)
}

/// Where an article belongs.
#[derive(Clone, Copy, Debug)]
pub struct ArticlePlace<'a> {
    /// Number of the article, given once.
    pub key: u64,
    /// Number of its source.
    pub source: u64,
    /// Format of its source.
    pub format: &'a str,
    /// What two records share only when they give the same article.
    pub identity: u64,
}
