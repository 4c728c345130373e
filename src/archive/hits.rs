//! From ranked passages to hits: the blocks with marks, whole, best first.

use std::collections::HashSet;
use std::io;

use super::analyzers::Analyzers;
use super::attributions::attribute;
use super::error::ArchiveError;
use super::open::Archive;
use super::ranking::{FoundArticle, RankedPassage};
use super::search::SearchOptions;
use crate::article::BlockText;
use crate::evidence::Hit;
use crate::index::{Resolution, StoredPassage};
use crate::search::{self, HitArticle, Marker, TextMark};

/// Makes the hits of the articles that answer one query.
pub(super) struct HitFinder<'a> {
    archive: &'a Archive,
    marker: Marker,
    /// How rare each ranked leaf is: what a block gains by holding it.
    rarities: Vec<f32>,
    analyzers: &'a mut Analyzers,
}

impl<'a> HitFinder<'a> {
    /// A finder for what was found.
    pub fn new(
        archive: &'a Archive,
        resolution: &Resolution<'_>,
        analyzers: &'a mut Analyzers,
    ) -> Self {
        let plan = resolution.plan();
        let ranked = plan.ranked.iter();
        Self {
            archive,
            marker: Marker::new(plan, &resolution.resolved),
            rarities: ranked
                .map(|leaf| resolution.resolved.rarity(*leaf))
                .collect(),
            analyzers,
        }
    }

    /// Hands the hits of an article to `sink`: passage after passage, in each the block first that
    /// holds most of the query.
    ///
    /// Returns whether the article holds more hits than were asked for.
    pub fn hits(
        &mut self,
        article: &FoundArticle,
        rank: u32,
        options: &SearchOptions,
        sink: &mut dyn FnMut(Hit) -> io::Result<()>,
    ) -> Result<bool, ArchiveError> {
        let reader = &self.archive.reader;
        let placed = reader.placed(reader.article(article.key)?)?;
        let mut named = self.archive.hit_article(placed)?;
        for copy in &article.near_copies {
            let placed = reader.placed(reader.article(*copy)?)?;
            let place = self.archive.place(&placed);
            named.reference.near_copies.push(place);
        }
        if article.passages.is_empty() {
            self.opening(article.key, &named, rank, sink)?;
            return Ok(false);
        }
        let most = options.passages.unwrap_or(usize::MAX);
        let mut shown = HashSet::new();
        for passage in &article.passages {
            let stored = self.archive.reader.passage(passage.address)?;
            for (block, marks) in self.marked_blocks(&named, passage, &stored, &shown)? {
                if shown.len() == most {
                    return Ok(true);
                }
                shown.insert(block.number);
                let why = passage.why.clone();
                let mut hit = search::hit(&named, &block, &marks, (rank, passage.score), why);
                if options.keywords {
                    hit.keywords = search::keywords(&named, &block, &marks);
                }
                sink(attribute(hit)).map_err(ArchiveError::Output)?;
            }
        }
        Ok(false)
    }

    /// An article that was found by what is known of it shows how it begins.
    fn opening(
        &mut self,
        key: u64,
        named: &HitArticle,
        rank: u32,
        sink: &mut dyn FnMut(Hit) -> io::Result<()>,
    ) -> Result<(), ArchiveError> {
        let passages = self.archive.reader.passages(key)?;
        let Some((address, stored)) = passages.into_iter().next() else {
            return Ok(());
        };
        let Some(first) = stored.blocks.first() else {
            return Ok(());
        };
        let block = self
            .archive
            .whole_block(address, stored.article, first)?
            .block;
        let hit = search::hit(named, &block, &[], (rank, 0.0), None);
        sink(attribute(hit)).map_err(ArchiveError::Output)
    }

    fn marked_blocks(
        &mut self,
        named: &HitArticle,
        passage: &RankedPassage,
        stored: &StoredPassage,
        shown: &HashSet<u32>,
    ) -> Result<Vec<(BlockText, Vec<TextMark>)>, ArchiveError> {
        let analyzer = self.analyzers.of(&named.reference.language);
        let texts: Vec<&str> = stored
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        let marks = self.marker.mark(analyzer, &texts);
        let mut blocks = Vec::new();
        for (block, marks) in stored.blocks.iter().zip(marks) {
            // Putting a long block together is worth doing once, not for each of its passages.
            if marks.is_empty() || shown.contains(&block.number) {
                continue;
            }
            if block.begins && block.ends {
                blocks.push((block.clone(), marks));
            } else {
                let whole = self
                    .archive
                    .whole_block(passage.address, stored.article, block)?
                    .block;
                let analyzer = self.analyzers.of(&named.reference.language);
                let marks = self
                    .marker
                    .mark(analyzer, &[&whole.text])
                    .pop()
                    .unwrap_or_default();
                blocks.push((whole, marks));
            }
        }
        blocks.sort_by(|(a, a_marks), (b, b_marks)| {
            let (a_worth, b_worth) = (self.worth(a_marks), self.worth(b_marks));
            b_worth.total_cmp(&a_worth).then(a.number.cmp(&b.number))
        });
        Ok(blocks)
    }

    /// How much of the query's rarity the marks of a block hold.
    fn worth(&self, marks: &[TextMark]) -> f32 {
        let mut leaves: Vec<usize> = marks.iter().map(|mark| mark.leaf).collect();
        leaves.sort_unstable();
        leaves.dedup();
        leaves
            .into_iter()
            .filter_map(|leaf| self.rarities.get(leaf))
            .sum()
    }
}
