//! Which article holds what, so that the same article is stored once however often it is met.

use std::collections::HashMap;

use crate::index::{IndexError, IndexReader, Known};
use crate::source::{RawRecord, RecordPlace};

/// The articles of the index, and those that come in, by what their records give.
#[derive(Default)]
pub(super) struct Identities {
    articles: HashMap<u64, u64>,
    /// Further places that were met since the last commit was possible.
    copies: Vec<MetCopy>,
    /// Whether an article lost its first place while there are copies, which may be copies of it.
    lost: bool,
    are_copies: bool,
}

/// A further place of an article that may yet turn out to be none.
struct MetCopy {
    article: u64,
    source: u64,
    place: RecordPlace,
}

impl Identities {
    /// The articles of the index as it was.
    pub fn of(reader: Option<&IndexReader>) -> Result<Self, IndexError> {
        let Some(reader) = reader else {
            return Ok(Self::default());
        };
        Ok(Self {
            articles: reader.articles_by_identity()?,
            are_copies: reader.count_copies()? > 0,
            ..Self::default()
        })
    }

    /// The article that a record of this identity gives, if there is one.
    pub fn find(&self, identity: u64) -> Option<u64> {
        self.articles.get(&identity).copied()
    }

    /// Adds an article.
    pub fn add(&mut self, identity: u64, article: u64) {
        self.articles.insert(identity, article);
    }

    /// Notes that a record of a source is a copy of an article.
    pub fn add_copy(&mut self, article: u64, source: u64, record: &RawRecord) {
        self.are_copies = true;
        self.copies.push(MetCopy {
            article,
            source,
            place: record.place(),
        });
    }

    /// Forgets an article that has lost its first place.
    pub fn lose(&mut self, known: &Known) {
        self.forget(known.identity, known.article);
        self.lost = true;
    }

    /// Forgets a record that turned out to be no article.
    pub fn forget(&mut self, identity: u64, article: u64) {
        if self.find(identity) == Some(article) {
            self.articles.remove(&identity);
        }
    }

    /// Hands on the copies that were noted since this was last asked: article, source, place.
    pub fn take_copies(&mut self) -> impl Iterator<Item = (u64, u64, RecordPlace)> {
        let copies = std::mem::take(&mut self.copies).into_iter();
        copies.map(|copy| (copy.article, copy.source, copy.place))
    }

    /// Whether there may be copies without their article.
    pub fn may_be_lost(&self) -> bool {
        self.lost && self.are_copies
    }
}
