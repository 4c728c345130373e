//! Searching: from a query to hits and a closing summary.

use std::io;
use std::time::Instant;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::hits::HitFinder;
use super::keywords;
use super::near_copies::Folded;
use super::open::Archive;
use super::ranking::{Detail, RankedArticle};
use crate::evidence::{Hit, Summary};
use crate::index::Resolution;
use crate::query::{self, Query};
use crate::search::{self, Plan};

/// Said of an empty collection, which is seldom meant.
const NO_ARTICLES: &str = "there are no articles to search: put text files or JSON Lines into the \
     folder, or name another one with --corpus and --index; `beleg status` tells what was skipped";

/// What a search is to return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// At most so many articles.
    pub limit: Option<usize>,
    /// At most so many hits in each.
    pub passages: Option<usize>,
    /// In which order.
    pub sort: Sort,
    /// Whether hits say how they came to their score.
    pub why: bool,
    /// What is shown of articles that are nearly the same text.
    pub copies: Copies,
    /// Whether hits cite each of their matches.
    pub keywords: bool,
}

/// What is shown of articles that are nearly the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copies {
    /// The best of them, which names the others.
    Folded,
    /// Each of them.
    Shown,
}

/// The order of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The best first.
    Relevance,
    /// The latest first, those without a date last.
    Date,
    /// The oldest first, those without a date last.
    Oldest,
    /// By path, and in a file of records by place.
    Source,
}

impl Archive {
    /// Answers a query: hands each hit to `sink`, those of one article after another, and sums up.
    ///
    /// # Errors
    /// When the query holds nothing to look up, the index is damaged, or `sink` fails.
    pub fn search(
        &self,
        query: &Query,
        options: &SearchOptions,
        sink: &mut dyn FnMut(Hit) -> io::Result<()>,
    ) -> Result<Summary, ArchiveError> {
        let started = Instant::now();
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let all_needed =
            options.limit.is_none() || options.sort != Sort::Relevance || options.keywords;
        let wanted = options.limit.filter(|_| !all_needed);
        let detail = if options.why {
            Detail::Explained
        } else {
            Detail::Scores
        };
        let found = match options.copies {
            Copies::Folded => self.folded(&resolution, wanted, detail)?,
            Copies::Shown => Folded {
                articles: self.ranked(&resolution, wanted, detail)?,
                folded: 0,
            },
        };
        let mut articles = found.articles;
        self.sort(&mut articles, options.sort)?;
        let mut summary = self.summary(&plan, &resolution, &mut analyzers)?;
        summary.near_copies = found.folded;
        let mut finder = HitFinder::new(self, &resolution, &mut analyzers);
        if options.keywords {
            let handed = keywords::hand_on(&mut finder, &articles, options, sink)?;
            summary.articles_shortened = handed.shortened;
            summary.keywords = Some(handed.keywords);
        } else {
            articles.truncate(options.limit.unwrap_or(usize::MAX));
            for (rank, article) in (1..).zip(&articles) {
                let is_short = finder.hits(article, rank, options, sink)?;
                summary.articles_shortened += u64::from(is_short);
            }
        }
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok(summary)
    }

    /// The articles that answer a query, best first, without looking at their texts.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn ranking(&self, query: &Query, limit: usize) -> Result<Vec<RankedArticle>, ArchiveError> {
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let mut ranking = Vec::new();
        for article in self
            .ranked(&resolution, Some(limit), Detail::Scores)?
            .into_iter()
            .take(limit)
        {
            let placed = self.reader.placed(self.reader.article(article.key)?)?;
            ranking.push(RankedArticle {
                docid: super::ranking::reference(&placed).docid,
                score: article
                    .passages
                    .first()
                    .map_or(0.0, |passage| passage.score),
            });
        }
        Ok(ranking)
    }

    pub(super) fn plan(
        &self,
        query: &Query,
        analyzers: &mut Analyzers,
    ) -> Result<Plan, ArchiveError> {
        let mut plan = search::plan(query, analyzers.german(), &self.aliases);
        if plan.leaves.is_empty() {
            return Err(ArchiveError::NoWords);
        }
        self.find_people(&mut plan)?;
        Ok(plan)
    }

    /// What closes an answer, but for what was shown of it and the time it took.
    pub(super) fn summary(
        &self,
        plan: &Plan,
        resolution: &Resolution<'_>,
        analyzers: &mut Analyzers,
    ) -> Result<Summary, ArchiveError> {
        let found = &resolution.resolved;
        let mut notes = self.notes.clone();
        if found.statistics.articles == 0 {
            notes.push(NO_ARTICLES.to_owned());
        }
        for (leaf, resolved) in plan.leaves.iter().zip(&found.leaves) {
            if resolved.truncated {
                notes.push(format!(
                    "{} fits more than {} terms; the most frequent were searched",
                    leaf.text,
                    search::MAX_EXPANSIONS
                ));
            }
        }
        if plan.left_out > 0 {
            notes.push(format!(
                "this is a long text: its first {} different words were searched, {} were not",
                query::MAX_LEAVES,
                plan.left_out
            ));
        }
        notes.extend(self.notes_on_people(plan)?);
        let mut suggestions = Vec::new();
        if found.articles_found == 0 {
            suggestions = self.people_suggested(plan)?;
            suggestions.extend(self.suggestions(resolution, analyzers)?);
        }
        Ok(Summary {
            articles_searched: found.statistics.articles,
            passages_searched: found.statistics.passages,
            articles_found: found.articles_found,
            passages_found: found.passages_found,
            articles_shortened: 0,
            near_copies: 0,
            shown_before: None,
            keywords: None,
            exact: plan.left_out == 0 && !found.leaves.iter().any(|leaf| leaf.truncated),
            skipped: self.skipped()?.to_vec(),
            undated: found.undated,
            variants: plan.variants.clone(),
            suggestions,
            notes,
            elapsed_ms: 0,
        })
    }
}
