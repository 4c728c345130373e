//! Articles in the order in which they answer a query.

use std::collections::HashMap;

use super::error::ArchiveError;
use super::open::Archive;
use super::search::Sort;
use crate::evidence::{ArticleRef, Explanation};
use crate::index::{Address, Placed, Resolution};
use crate::search::{CANDIDATES, HitArticle, Scorer};

/// A passage that answers.
pub(super) struct RankedPassage {
    pub address: Address,
    pub score: f32,
    /// How the score came about, when that was asked for.
    pub why: Option<Explanation>,
}

/// Whether a ranking says how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    Scores,
    Explained,
}

/// An article that answers, with its passages, best first.
pub(super) struct FoundArticle {
    pub key: u64,
    pub passages: Vec<RankedPassage>,
    /// Other articles of nearly the same text, where that was looked for.
    pub near_copies: Vec<u64>,
}

/// An article in a run of many queries.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedArticle {
    /// The record's own id, else its path.
    pub docid: String,
    /// The score of its best passage.
    pub score: f32,
}

impl Archive {
    /// The articles that answer, best first, at least `wanted` of them where there are so many.
    pub(super) fn ranked(
        &self,
        resolution: &Resolution<'_>,
        wanted: Option<usize>,
        detail: Detail,
    ) -> Result<Vec<FoundArticle>, ArchiveError> {
        if resolution.plan().ranked.is_empty() {
            let articles = resolution
                .articles
                .iter()
                .flat_map(|articles| articles.iter());
            return Ok(articles
                .map(|key| FoundArticle {
                    key,
                    passages: Vec::new(),
                    near_copies: Vec::new(),
                })
                .collect());
        }
        let found = resolution.resolved.passages_found as usize;
        let mut depth = match wanted {
            None => found,
            Some(wanted) => CANDIDATES.max(wanted * 4),
        };
        loop {
            let articles = self.ranked_passages(resolution, depth, detail)?;
            let enough = wanted.is_none_or(|wanted| articles.len() >= wanted);
            if enough || depth >= found {
                return Ok(articles);
            }
            depth *= 4;
        }
    }

    /// The second stage orders the best of the first, a thousand at a time, so that the order does
    /// not depend on how many are asked for.
    fn ranked_passages(
        &self,
        resolution: &Resolution<'_>,
        depth: usize,
        detail: Detail,
    ) -> Result<Vec<FoundArticle>, ArchiveError> {
        let scorer = Scorer::new(resolution.plan(), &resolution.resolved);
        let passages = self.reader.first_stage(resolution, depth)?;
        let mut articles: Vec<FoundArticle> = Vec::new();
        let mut place_of: HashMap<u64, usize> = HashMap::new();
        let mut ceiling = f32::INFINITY;
        for chunk in passages.chunks(CANDIDATES) {
            let candidates = self.reader.evidence(resolution, chunk)?;
            for scored in scorer.rank(&candidates) {
                let candidate = &candidates[scored.candidate];
                ceiling = ceiling.min(scored.score);
                let place = *place_of.entry(candidate.article).or_insert_with(|| {
                    articles.push(FoundArticle {
                        key: candidate.article,
                        passages: Vec::new(),
                        near_copies: Vec::new(),
                    });
                    articles.len() - 1
                });
                articles[place].passages.push(RankedPassage {
                    address: candidate.address,
                    score: ceiling,
                    why: (detail == Detail::Explained).then(|| scorer.explain(candidate)),
                });
            }
        }
        Ok(articles)
    }

    /// These passages, best first.
    pub(super) fn scored(
        &self,
        resolution: &Resolution<'_>,
        passages: &[Address],
        detail: Detail,
    ) -> Result<Vec<RankedPassage>, ArchiveError> {
        let scorer = Scorer::new(resolution.plan(), &resolution.resolved);
        let candidates = self.reader.evidence(resolution, passages)?;
        let ranked = scorer.rank(&candidates).into_iter().map(|scored| {
            let candidate = &candidates[scored.candidate];
            RankedPassage {
                address: candidate.address,
                score: scored.score,
                why: (detail == Detail::Explained).then(|| scorer.explain(candidate)),
            }
        });
        Ok(ranked.collect())
    }

    /// Puts articles into another order than that of their scores.
    pub(super) fn sort(
        &self,
        articles: &mut Vec<FoundArticle>,
        sort: Sort,
    ) -> Result<(), ArchiveError> {
        if sort == Sort::Relevance {
            return Ok(());
        }
        let mut keyed = Vec::with_capacity(articles.len());
        for article in articles.drain(..) {
            let placed = self.reader.placed(self.reader.article(article.key)?)?;
            keyed.push((placed, article));
        }
        match sort {
            Sort::Date => keyed.sort_by(|(a, _), (b, _)| b.article.date.cmp(&a.article.date)),
            Sort::Oldest => keyed.sort_by(|(a, _), (b, _)| {
                let age =
                    |placed: &Placed| (placed.article.date.is_none(), placed.article.date.clone());
                age(a).cmp(&age(b))
            }),
            Sort::Source | Sort::Relevance => keyed.sort_by(|(a, _), (b, _)| {
                (a.root, &a.path, a.start.byte).cmp(&(b.root, &b.path, b.start.byte))
            }),
        }
        articles.extend(keyed.into_iter().map(|(_, article)| article));
        Ok(())
    }

    /// How results name an article.
    pub(super) fn hit_article(&self, placed: Placed) -> Result<HitArticle, ArchiveError> {
        let mut reference = reference(&placed);
        reference.also_in = self.other_places(&placed)?;
        Ok(HitArticle {
            reference,
            path: self.path_shown(&placed),
            record: placed.article.record.clone(),
            member: placed.article.member().map(str::to_owned),
            parts: placed.article.parts.parts(),
            start: placed.start,
            sha256: placed
                .article
                .hash
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        })
    }
}

/// The article as results name it.
pub(super) fn reference(placed: &Placed) -> ArticleRef {
    let article = &placed.article;
    ArticleRef {
        id: placed.id(),
        docid: article
            .record
            .clone()
            .unwrap_or_else(|| placed.path.clone()),
        title: article.title.clone(),
        date: article.date.clone(),
        author: article.author.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        language: article.language.clone(),
        also_in: Vec::new(),
        near_copies: Vec::new(),
    }
}
