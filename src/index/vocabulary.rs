//! Every stem of the collection with how it spreads over some articles and the rest.

use tantivy::schema::IndexRecordOption;
use tantivy::termdict::TermMerger;
use tantivy::{SegmentReader, Term};

use super::candidates::Address;
use super::columns;
use super::document::kind;
use super::error::IndexError;
use super::overview::AnsweringArticles;
use super::postings::{documents, living};
use super::reader::IndexReader;
use super::schema::column;
use crate::search::Spread;

/// The article of a passage that is not looked at: deleted, or about what stands around an article.
const NOBODY: u32 = u32::MAX;

/// A stem and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StemSpread<'a> {
    /// The stem.
    pub stem: &'a str,
    /// Articles that hold it.
    pub articles: Spread,
    /// Passages that do.
    pub passages: Spread,
}

/// Some articles beside the rest.
pub struct Comparison<'a> {
    reader: &'a IndexReader,
    segments: Vec<Ownership>,
    /// How many articles there are, here and elsewhere.
    pub articles: Spread,
    /// How many passages they have.
    pub passages: Spread,
}

/// To which article each passage of a segment belongs, and which articles are asked about.
struct Ownership {
    owners: Vec<u32>,
    asked: Vec<bool>,
}

impl IndexReader {
    /// Sets articles beside all others.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn compare(&self, articles: &AnsweringArticles) -> Result<Comparison<'_>, IndexError> {
        let segments = self.searcher.segment_readers().iter();
        let segments = segments
            .zip(articles.segments())
            .map(|(segment, asked)| self.ownership(segment, asked));
        let mut comparison = Comparison {
            reader: self,
            segments: segments.collect::<Result<_, _>>()?,
            articles: Spread::default(),
            passages: Spread::default(),
        };
        for ownership in &comparison.segments {
            let documents = 0..ownership.owners.len() as u32;
            ownership.count(
                documents,
                &mut comparison.articles,
                &mut comparison.passages,
            );
        }
        Ok(comparison)
    }

    fn ownership(
        &self,
        segment: &SegmentReader,
        asked_articles: &[(u32, u32)],
    ) -> Result<Ownership, IndexError> {
        let all: Vec<u32> = living(segment, &self.kind_term(kind::ARTICLE))?.collect();
        let around = columns::unsigned(segment, column::AROUND)?;
        let length = segment.max_doc();
        let mut owners = vec![NOBODY; length as usize];
        let mut asked = vec![false; length as usize];
        // Sources have documents of their own between them, which are nobody's.
        for passage in living(segment, &self.kind_term(kind::PASSAGE))? {
            let before = all.partition_point(|article| *article < passage);
            let is_own = around.first(passage).is_none();
            if let Some(place) = before.checked_sub(1).filter(|_| is_own) {
                owners[passage as usize] = all[place];
            }
        }
        for (article, _) in asked_articles {
            asked[*article as usize] = true;
        }
        Ok(Ownership { owners, asked })
    }
}

impl Comparison<'_> {
    /// Hands every stem that stands in at least one of the articles and at least `least` passages of the
    /// collection to `sink`, in order.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn spreads(
        &self,
        least: u64,
        sink: &mut dyn FnMut(StemSpread<'_>),
    ) -> Result<(), IndexError> {
        let segments = self.reader.searcher.segment_readers().iter();
        let indexes = segments.map(|segment| segment.inverted_index(self.reader.fields.stem));
        let indexes = indexes.collect::<Result<Vec<_>, _>>()?;
        let streams = indexes.iter().map(|index| index.terms().stream());
        let mut terms = TermMerger::new(streams.collect::<Result<Vec<_>, _>>()?);
        let mut infos = Vec::new();
        while terms.advance() {
            infos.clear();
            infos.extend(terms.current_segment_ords_and_term_infos());
            let holding = infos.iter().map(|(_, info)| u64::from(info.doc_freq));
            let Ok(stem) = std::str::from_utf8(terms.key()) else {
                continue;
            };
            if holding.sum::<u64>() < least || !may_be_word(stem) {
                continue;
            }
            let mut spread = StemSpread {
                stem,
                articles: Spread::default(),
                passages: Spread::default(),
            };
            for (segment, info) in &infos {
                let postings = indexes[*segment]
                    .read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
                let StemSpread {
                    articles, passages, ..
                } = &mut spread;
                self.segments[*segment].count(documents(postings), articles, passages);
            }
            if spread.articles.here > 0 {
                sink(spread);
            }
        }
        Ok(())
    }

    /// Up to `most` passages of the articles that hold a stem.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn passages_of(&self, stem: &str, most: usize) -> Result<Vec<Address>, IndexError> {
        let term = Term::from_field_text(self.reader.fields.stem, stem);
        let mut found = Vec::new();
        let segments = self.reader.searcher.segment_readers().iter();
        for ((ordinal, segment), ownership) in (0..).zip(segments).zip(&self.segments) {
            let index = segment.inverted_index(self.reader.fields.stem)?;
            let Some(postings) = index.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            let here = documents(postings).filter(|passage| ownership.is_asked(*passage));
            found.extend(
                here.take(most - found.len())
                    .map(|passage| (ordinal, passage)),
            );
        }
        Ok(found)
    }
}

/// Whether a stem is no number, date or sign.
fn may_be_word(stem: &str) -> bool {
    let mut letters = stem.chars().filter(|sign| sign.is_alphabetic());
    letters.nth(1).is_some() && !stem.starts_with(|sign: char| sign.is_ascii_digit())
}

impl Ownership {
    fn is_asked(&self, passage: u32) -> bool {
        let owner = self.owners[passage as usize];
        owner != NOBODY && self.asked[owner as usize]
    }

    /// Counts passages, ascending, and the articles they belong to.
    fn count(
        &self,
        passages_in_order: impl Iterator<Item = u32>,
        articles: &mut Spread,
        passages: &mut Spread,
    ) {
        let mut last = NOBODY;
        for passage in passages_in_order {
            let owner = self.owners[passage as usize];
            if owner == NOBODY {
                continue;
            }
            let is_next = u64::from(owner != last);
            last = owner;
            if self.asked[owner as usize] {
                passages.here += 1;
                articles.here += is_next;
            } else {
                passages.elsewhere += 1;
                articles.elsewhere += is_next;
            }
        }
    }
}
