//! What articles are compared by.

use tantivy::{DocAddress, TantivyDocument, Term};

use super::columns;
use super::document::{self, kind};
use super::error::IndexError;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use crate::article::{Shingles, Signature};

impl IndexReader {
    /// The signatures of all articles that have one, by the number of the article, ascending.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn signatures(&self) -> Result<Vec<(u64, Signature)>, IndexError> {
        let mut signatures = Vec::new();
        for segment in self.searcher.segment_readers() {
            let articles = columns::unsigned(segment, column::ARTICLE)?;
            let numbers = columns::unsigned(segment, column::SIGNATURE)?;
            for document in living(segment, &self.kind_term(kind::ARTICLE))? {
                if let (Some(article), Some(number)) =
                    (articles.first(document), numbers.first(document))
                {
                    signatures.push((article, Signature::from_number(number)));
                }
            }
        }
        signatures.sort_unstable_by_key(|(article, _)| *article);
        Ok(signatures)
    }

    /// The shingles of an article.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn shingles(&self, article: u64) -> Result<Shingles, IndexError> {
        let term = Term::from_field_u64(self.fields.article, article);
        let mut texts: Vec<String> = Vec::new();
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            // The article itself is the first of its documents.
            for document in living(segment, &term)?.skip(1) {
                let address = DocAddress::new(ordinal, document);
                let document: TantivyDocument = self.searcher.doc(address)?;
                let payload = document::payload(&document, self.fields.payload)?;
                let compared = document::read_compared(payload)?.into_iter();
                texts.extend(compared.map(str::to_owned));
            }
        }
        Ok(Shingles::of(texts.iter().map(String::as_str)))
    }
}
