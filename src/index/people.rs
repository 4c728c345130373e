//! Persons in the index: the terms of their families, their articles, and the places that name them.

use roaring::RoaringTreemap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, SegmentReader, TantivyDocument, Term};

use super::candidates::Address;
use super::columns;
use super::document;
use super::error::IndexError;
use super::labels::{self, Days};
use super::named::StoredMention;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use super::sets::ArticleSet;
use crate::people::{self, CountedTerm};
use crate::search::SequenceWord;

/// A passage as it is looked through for names, nothing of it copied.
pub struct PassageView<'a> {
    /// Number of its article.
    pub article: u64,
    /// Number in the article and text of each of its blocks.
    pub blocks: Vec<(u32, &'a str)>,
    /// The mentions that begin in it, in order.
    pub mentions: Vec<StoredMention>,
}

/// In how many articles a person is named, and when the first and the last of them appeared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// Articles.
    pub articles: u64,
    /// The first and last date of publication, as exact as they are known.
    pub dates: Option<(String, String)>,
}

impl IndexReader {
    /// The terms of one family (see [`people::family_of`]), in order, each with the articles that
    /// surely name a person so, at least one: in the articles of a term that has none the name is part
    /// of other words, or may mean others.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn person_terms(&self, family: &str) -> Result<Vec<CountedTerm>, IndexError> {
        self.terms_from(family, |term| {
            match (term.starts_with(family), people::family_of(term) == family) {
                (false, _) => Fit::Beyond,
                (true, false) => Fit::Other,
                (true, true) => Fit::Wanted,
            }
        })
    }

    /// The terms of all persons, in order, counted as [`IndexReader::person_terms`] does.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn all_person_terms(&self) -> Result<Vec<CountedTerm>, IndexError> {
        self.terms_from("", |_| Fit::Wanted)
    }

    fn terms_from(
        &self,
        start: &str,
        fit: impl Fn(&str) -> Fit,
    ) -> Result<Vec<CountedTerm>, IndexError> {
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.names)?;
            let mut stream = index.terms().range().ge(start).into_stream()?;
            while stream.advance() {
                let Ok(term) = std::str::from_utf8(stream.key()) else {
                    continue;
                };
                match fit(term) {
                    Fit::Beyond => break,
                    Fit::Other => {}
                    Fit::Wanted if self.living(segment, self.fields.names, term)? > 0 => {
                        found.push(CountedTerm {
                            term: term.to_owned(),
                            articles: self.living(segment, self.fields.person, term)?,
                        });
                    }
                    Fit::Wanted => {}
                }
            }
        }
        Ok(summed(found))
    }

    /// How many living documents of a segment have a term.
    fn living(&self, segment: &SegmentReader, field: Field, term: &str) -> Result<u64, IndexError> {
        let term = Term::from_field_text(field, term);
        let index = segment.inverted_index(field)?;
        let Some(alive) = segment.alive_bitset() else {
            return Ok(u64::from(index.doc_freq(&term)?));
        };
        let postings = index.read_postings(&term, IndexRecordOption::Basic)?;
        let count = postings.map_or(0, |postings| postings.doc_freq_given_deletes(alive));
        Ok(u64::from(count))
    }

    /// The articles that surely name a person by any of these terms.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn articles_naming<'t>(
        &self,
        terms: impl IntoIterator<Item = &'t str>,
    ) -> Result<ArticleSet, IndexError> {
        let mut articles = RoaringTreemap::new();
        let documents = self.documents_with(self.fields.person, terms)?;
        for run in documents.chunk_by(|one, other| one.0 == other.0) {
            let segment = self.searcher.segment_reader(run[0].0);
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            articles.extend(run.iter().filter_map(|(_, document)| keys.first(*document)));
        }
        Ok(articles.into_iter().collect())
    }

    /// How many articles surely name a person by any of these terms, and when they appeared.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn presence<'t>(
        &self,
        terms: impl IntoIterator<Item = &'t str>,
    ) -> Result<Presence, IndexError> {
        let documents = self.documents_with(self.fields.person, terms)?;
        let (mut first, mut last): (Option<Days>, Option<Days>) = (None, None);
        for run in documents.chunk_by(|one, other| one.0 == other.0) {
            let segment = self.searcher.segment_reader(run[0].0);
            let from = columns::signed(segment, column::DATE_FIRST)?;
            let until = columns::signed(segment, column::DATE_LAST)?;
            for (_, document) in run {
                if let (Some(from), Some(until)) = (from.first(*document), until.first(*document)) {
                    let days = (from, until);
                    first = Some(first.map_or(days, |first| first.min(days)));
                    last = Some(last.map_or(days, |last| labels::later(last, days)));
                }
            }
        }
        Ok(Presence {
            articles: documents.len() as u64,
            dates: first
                .and_then(labels::date)
                .zip(last.and_then(labels::date)),
        })
    }

    /// The passages that name a person by any of these terms, or may, ascending.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn passages_naming<'t>(
        &self,
        terms: impl IntoIterator<Item = &'t str>,
    ) -> Result<Vec<Address>, IndexError> {
        self.documents_with(self.fields.names, terms)
    }

    /// The passages in which the stems of these words stand in a row, ascending.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn passages_with_row(&self, words: &[SequenceWord]) -> Result<Vec<Address>, IndexError> {
        let mut passages = Vec::new();
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            let found = self.sequences(segment, words, None)?;
            passages.extend(found.into_iter().map(|(passage, _)| (ordinal, passage)));
        }
        Ok(passages)
    }

    /// Looks through a passage.
    ///
    /// # Errors
    /// When its file is damaged.
    pub fn view<T>(
        &self,
        address: Address,
        look: impl FnOnce(PassageView<'_>) -> T,
    ) -> Result<T, IndexError> {
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(address.0, address.1))?;
        let payload = document::payload(&document, self.fields.payload)?;
        Ok(look(document::view_passage(payload)?))
    }

    /// The living documents that hold any of the terms, each once, ascending.
    pub(super) fn documents_with<'t>(
        &self,
        field: Field,
        terms: impl IntoIterator<Item = &'t str>,
    ) -> Result<Vec<Address>, IndexError> {
        let mut documents = Vec::new();
        for term in terms {
            let term = Term::from_field_text(field, term);
            for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
                let here = living(segment, &term)?;
                documents.extend(here.map(|document| (ordinal, document)));
            }
        }
        documents.sort_unstable();
        documents.dedup();
        Ok(documents)
    }
}

/// What a term is to a range of terms.
enum Fit {
    /// It is asked for.
    Wanted,
    /// It is not, and one behind it may be.
    Other,
    /// Neither it nor any behind it is.
    Beyond,
}

/// The terms of all segments in order, each once.
fn summed(mut found: Vec<CountedTerm>) -> Vec<CountedTerm> {
    found.sort_by(|one, other| one.term.cmp(&other.term));
    found.dedup_by(|next, kept| {
        let is_same = next.term == kept.term;
        if is_same {
            kept.articles += next.articles;
        }
        is_same
    });
    for counted in &mut found {
        counted.articles = counted.articles.max(1);
    }
    found
}
