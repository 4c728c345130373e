//! Which words of a query each article holds, wherever in it.

use super::columns;
use super::document::kind;
use super::error::IndexError;
use super::leaves::Resolution;
use super::overview::owners;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use crate::search::Field;

/// An article and the words of a query that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Number of the article.
    pub article: u64,
    /// Bytes of its text.
    pub text_bytes: u64,
    /// A bit for each of the first 64 ranked words, the first lowest.
    pub words: u64,
}

impl IndexReader {
    /// The articles that hold any of the ranked words of a query.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn holdings(&self, resolution: &Resolution<'_>) -> Result<Vec<Holding>, IndexError> {
        let mut holdings = Vec::new();
        for (ordinal, segment) in self.searcher.segment_readers().iter().enumerate() {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let lengths = columns::unsigned(segment, column::TEXT_BYTES)?;
            let articles: Vec<u32> = living(segment, &self.kind_term(kind::ARTICLE))?.collect();
            let mut words = vec![0u64; articles.len()];
            for (bit, number) in resolution.plan().ranked.iter().take(64).enumerate() {
                let passages = &resolution.leaves[*number].all.segments[ordinal];
                for (article, _) in owners(&articles, passages) {
                    if let Ok(place) = articles.binary_search(&article) {
                        words[place] |= 1 << bit;
                    }
                }
            }
            let holding = articles.iter().zip(words).filter(|(_, words)| *words != 0);
            holdings.extend(holding.filter_map(|(article, words)| {
                Some(Holding {
                    article: keys.first(*article)?,
                    text_bytes: lengths.first(*article).unwrap_or(0),
                    words,
                })
            }));
        }
        Ok(holdings)
    }

    /// Which leaves of a plan an article holds, by number.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn held_by(
        &self,
        resolution: &Resolution<'_>,
        article: u64,
    ) -> Result<Vec<bool>, IndexError> {
        let term = tantivy::Term::from_field_u64(self.fields.article, article);
        let mut documents = Vec::new();
        for segment in self.searcher.segment_readers() {
            documents.push(living(segment, &term)?.collect::<Vec<u32>>());
        }
        let leaves = resolution.plan().leaves.iter().zip(&resolution.leaves);
        leaves
            .map(|(leaf, matches)| match &leaf.metadata {
                Some(metadata) => Ok(self.articles_with(metadata)?.contains(article)),
                None => {
                    let mut segments = matches.all.segments.iter().zip(&documents);
                    Ok(segments.any(|(passages, documents)| {
                        documents
                            .iter()
                            .any(|document| passages.contains(*document))
                    }))
                }
            })
            .collect()
    }

    /// How many passages hold a term, deleted ones included.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn passages_holding(&self, field: Field, term: &str) -> Result<u64, IndexError> {
        let term = tantivy::Term::from_field_text(self.field(field), term);
        Ok(self.searcher.doc_freq(&term)?)
    }
}
