//! Articles that stand in several places: stored once, each further place with its source.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use roaring::RoaringTreemap;
use tantivy::{DocAddress, Term};

use super::columns;
use super::document::{ArticleRecord, Placed, kind};
use super::error::IndexError;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use super::source_document::{CopiedRecord, SourceRecord};
use crate::article::RecordStart;

/// An article as a refresh meets it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Number of the article.
    pub article: u64,
    /// What two records share only when they give the same article.
    pub identity: u64,
    /// The [hash](super::name_hash) of the name of its record.
    pub name: u64,
}

impl IndexReader {
    /// The articles that have their first place in a source.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn articles_of(&self, source: u64) -> Result<Vec<Known>, IndexError> {
        self.known(&Term::from_field_u64(self.fields.source, source))
    }

    /// All articles by what they share with their copies.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn articles_by_identity(&self) -> Result<HashMap<u64, u64>, IndexError> {
        let known = self.known(&self.kind_term(kind::ARTICLE))?.into_iter();
        Ok(known.map(|known| (known.identity, known.article)).collect())
    }

    fn known(&self, term: &Term) -> Result<Vec<Known>, IndexError> {
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let articles = columns::unsigned(segment, column::ARTICLE)?;
            let identities = columns::unsigned(segment, column::IDENTITY)?;
            let names = columns::unsigned(segment, column::NAME)?;
            for document in living(segment, term)? {
                if let (Some(article), Some(identity)) =
                    (articles.first(document), identities.first(document))
                {
                    found.push(Known {
                        article,
                        identity,
                        name: names.first(document).unwrap_or(0),
                    });
                }
            }
        }
        Ok(found)
    }

    /// The further places of an article, in the order of their sources.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn copies_of(&self, article: &ArticleRecord) -> Result<Vec<Placed>, IndexError> {
        let term = Term::from_field_u64(self.fields.copy, article.key);
        let mut keys = BTreeSet::new();
        for segment in self.searcher.segment_readers() {
            let sources = columns::unsigned(segment, column::SOURCE)?;
            for document in living(segment, &term)? {
                keys.extend(sources.first(document));
            }
        }
        let mut places = Vec::new();
        for key in keys {
            let source = self.kept_source(key)?;
            let here = source
                .copies
                .iter()
                .filter(|copy| copy.article == article.key);
            places.extend(here.map(|copy| placed_copy(article.clone(), &source, copy)));
        }
        Ok(places)
    }

    /// The articles that stand in several places.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn copied_articles(&self) -> Result<BTreeSet<u64>, IndexError> {
        let mut articles = BTreeSet::new();
        for source in self.copying_sources()? {
            for copy in &source.copies {
                if !self.has_lost(copy)? {
                    articles.insert(copy.article);
                }
            }
        }
        Ok(articles)
    }

    /// Whether the article of a copy has lost its first place, and the index was not brought to an end,
    /// which gives it a new one.
    fn has_lost(&self, copy: &CopiedRecord) -> Result<bool, IndexError> {
        Ok(!self.manifest().complete && self.first_document(copy.article)?.is_none())
    }

    /// Sources with copies, by their numbers.
    ///
    /// # Errors
    /// When a file is damaged.
    fn copying_sources(&self) -> Result<Vec<Arc<SourceRecord>>, IndexError> {
        let mut keys = Vec::new();
        for segment in self.searcher.segment_readers() {
            let sources = columns::unsigned(segment, column::SOURCE)?;
            let copying = living(segment, &self.kind_term(kind::COPYING))?;
            keys.extend(copying.filter_map(|document| sources.first(document)));
        }
        keys.sort_unstable();
        keys.into_iter().map(|key| self.kept_source(key)).collect()
    }

    /// How many places hold copies of articles that have their first place elsewhere.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn count_copies(&self) -> Result<u64, IndexError> {
        let mut count = 0;
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            for document in living(segment, &self.kind_term(kind::COPYING))? {
                let payload = self.source_payload(DocAddress::new(ordinal, document))?;
                count += payload.copies.len() as u64;
            }
        }
        Ok(count)
    }

    /// The articles of which the sources have copies.
    pub(super) fn copied_into(&self, sources: &HashSet<u64>) -> Result<RoaringTreemap, IndexError> {
        let copying = self.copying_sources()?;
        let wanted = copying
            .iter()
            .filter(|source| sources.contains(&source.key));
        Ok(wanted
            .flat_map(|source| source.copies.iter().map(|copy| copy.article))
            .collect())
    }

    /// The sources whose copies have lost their article, because its first place is gone.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn sources_with_lost_copies(&self) -> Result<HashSet<u64>, IndexError> {
        let mut sources = HashSet::new();
        for source in self.copying_sources()? {
            for copy in &source.copies {
                if self.first_document(copy.article)?.is_none() {
                    sources.insert(source.key);
                    break;
                }
            }
        }
        Ok(sources)
    }

    /// The article that a record of a source gives, as it stands there: its own, or a copy.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn placed_record(
        &self,
        source: &SourceRecord,
        record: &str,
    ) -> Result<Option<Placed>, IndexError> {
        if let Some(key) = self.article_of_record(source.key, record)? {
            return Ok(Some(self.placed(self.article(key)?)?));
        }
        let mut copies = source.copies.iter();
        match copies.find(|copy| copy.name.as_deref() == Some(record)) {
            Some(copy) => self.placed_copy(source, copy),
            None => Ok(None),
        }
    }

    /// An article at a further place; `None` when it has lost its first one and has no new one yet.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn placed_copy(
        &self,
        source: &SourceRecord,
        copy: &CopiedRecord,
    ) -> Result<Option<Placed>, IndexError> {
        if self.has_lost(copy)? {
            return Ok(None);
        }
        let article = self.article(copy.article)?;
        Ok(Some(placed_copy(article, source, copy)))
    }
}

/// An article as if its further place were its first.
fn placed_copy(article: ArticleRecord, source: &SourceRecord, copy: &CopiedRecord) -> Placed {
    Placed {
        root: source.root,
        path: source.path.clone(),
        start: match article.parts.is_empty() {
            true => copy.start,
            false => RecordStart::default(),
        },
        article: ArticleRecord {
            source: source.key,
            record: copy.name.clone(),
            member: copy.member,
            ..article
        },
    }
}
