//! Sections: the pages of articles that have pages. Operators hold for them; an article without pages is
//! one section.

use roaring::RoaringTreemap;

use super::columns;
use super::error::IndexError;
use super::leaves::Matches;
use super::reader::IndexReader;
use super::schema::column;
use super::sets::ArticleSet;
use crate::article::{Article, Passage, page_at};

/// Numbers of sections: of an article without pages that of the article, so that the sets of most
/// collections are as small as sets of articles; else see [`paged`].
pub(super) type SectionSet = RoaringTreemap;

/// Set in the numbers of pages, which no number of an article reaches.
const PAGED: u64 = 1 << 63;
/// Bits for the number of a page.
const PAGE_BITS: u32 = 24;

/// The section that is this page of an article.
fn paged(article: u64, page: u64) -> u64 {
    PAGED | article << PAGE_BITS | page & ((1 << PAGE_BITS) - 1)
}

fn article_of(section: u64) -> u64 {
    match section & PAGED {
        0 => section,
        _ => (section & !PAGED) >> PAGE_BITS,
    }
}

/// The articles that sections belong to.
pub(super) fn articles(sections: &SectionSet) -> ArticleSet {
    sections.iter().map(article_of).collect()
}

/// The pages on which a passage stands, each once; none where the article has no pages. What runs on from
/// one page to the next stands on both.
pub(super) fn pages(article: &Article, passage: &Passage) -> Vec<u64> {
    if article.parts.is_empty() {
        return Vec::new();
    }
    let mut pages = Vec::new();
    for piece in &passage.pieces {
        let last = piece.span.end().max(piece.span.start() + 1) - 1;
        if let (Some(first), Some(last)) =
            (page_at(article, piece.span.start()), page_at(article, last))
        {
            pages.extend((first..=last).map(u64::from));
        }
    }
    pages.sort_unstable();
    pages.dedup();
    pages
}

impl IndexReader {
    /// The sections that passages stand in.
    pub(super) fn sections_of_passages(&self, matches: &Matches) -> Result<SectionSet, IndexError> {
        let mut sections = SectionSet::new();
        let segments = self.searcher.segment_readers().iter();
        for (segment, passages) in segments.zip(&matches.segments) {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let pages = columns::unsigned(segment, column::PAGE)?;
            for passage in passages {
                let Some(key) = keys.first(passage) else {
                    continue;
                };
                let before = sections.len();
                sections.extend(pages.values_for_doc(passage).map(|page| paged(key, page)));
                if sections.len() == before && pages.first(passage).is_none() {
                    sections.insert(key);
                }
            }
        }
        Ok(sections)
    }

    /// All sections of articles.
    pub(super) fn sections_of_articles(
        &self,
        articles: ArticleSet,
    ) -> Result<SectionSet, IndexError> {
        let mut sections = articles.into_numbers();
        for segment in self.searcher.segment_readers() {
            let pages = columns::unsigned(segment, column::PAGE)?;
            if pages.max_value() == 0 {
                continue;
            }
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let (mut with_pages, mut added) = (Vec::new(), Vec::new());
            for passage in segment.doc_ids_alive() {
                let key = keys.first(passage).filter(|key| sections.contains(*key));
                let Some(key) = key else { continue };
                if pages.first(passage).is_some() {
                    with_pages.push(key);
                    added.extend(pages.values_for_doc(passage).map(|page| paged(key, page)));
                }
            }
            for article in with_pages {
                sections.remove(article);
            }
            sections.extend(added);
        }
        Ok(sections)
    }

    /// The passages of a list of them by segment that stand in one of the sections.
    pub(super) fn keep_in_sections(
        &self,
        passages: &mut Matches,
        sections: &SectionSet,
    ) -> Result<(), IndexError> {
        let segments = self.searcher.segment_readers().iter();
        for (segment, passages) in segments.zip(&mut passages.segments) {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let pages = columns::unsigned(segment, column::PAGE)?;
            let allowed = |passage: &u32| {
                let key = keys.first(*passage).unwrap_or(0);
                let mut on = pages.values_for_doc(*passage).peekable();
                match on.peek() {
                    None => sections.contains(key),
                    Some(_) => on.any(|page| sections.contains(paged(key, page))),
                }
            };
            *passages = passages.iter().filter(allowed).collect();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_different_articles_are_different_sections() {
        let numbers = [paged(1, 2), paged(2, 1), paged(1, 1), 1, 2];
        let sections: SectionSet = numbers.into_iter().collect();
        assert_eq!(sections.len(), 5);
        assert_eq!(articles(&sections), [1, 2].into_iter().collect());
    }
}
