//! What is doubtful of articles, as one number each.

use super::columns;
use super::error::IndexError;
use super::reader::IndexReader;
use super::schema::column;
use super::sets::ArticleSet;
use crate::article::{Article, Note, Sureness};

/// Something that a person may want to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Its text had been encoded twice, and is read as it was meant.
    EncodedTwice,
    /// It does not say when it was published; a date may have been concluded.
    Date,
}

impl Doubt {
    fn bit(self) -> u64 {
        match self {
            Doubt::EncodedTwice => 1,
            Doubt::Date => 2,
        }
    }

    /// Whether it is in the number of an article.
    pub(super) fn is_in(self, doubts: u64) -> bool {
        doubts & self.bit() != 0
    }
}

/// All doubts about an article.
pub(super) fn doubts(article: &Article) -> u64 {
    let date = article.date.as_ref();
    let is_sure = date.is_some_and(|date| date.origin.sureness() >= Sureness::Stated);
    let of = |doubt: Doubt, applies: bool| if applies { doubt.bit() } else { 0 };
    of(Doubt::Date, !is_sure)
        | of(
            Doubt::EncodedTwice,
            article.notes.contains(&Note::EncodedTwice),
        )
}

impl IndexReader {
    /// The articles about which there is this doubt.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn doubtful_articles(&self, doubt: Doubt) -> Result<ArticleSet, IndexError> {
        self.articles_where(|segment| {
            let doubts = columns::unsigned(segment, column::DOUBTS)?;
            Ok(move |document| doubt.is_in(doubts.first(document).unwrap_or(0)))
        })
    }
}
