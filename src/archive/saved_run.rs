//! A saved search that shows only what it has not shown before.

use std::io;
use std::time::Instant;

use super::clock;
use super::error::ArchiveError;
use super::hits::HitFinder;
use super::open::Archive;
use super::ranking::Detail;
use super::saved::SeenArticles;
use super::search::SearchOptions;
use crate::evidence::{Hit, ShownBefore, Summary};
use crate::query::Query;

impl Archive {
    /// As [`Archive::search`], but only of articles that are not among those seen: new ones, and those
    /// whose text has changed. What is shown is among them afterwards.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn search_unseen(
        &self,
        query: &Query,
        options: &SearchOptions,
        seen: &mut SeenArticles,
        sink: &mut dyn FnMut(Hit) -> io::Result<()>,
    ) -> Result<Summary, ArchiveError> {
        let started = Instant::now();
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let mut summary = self.summary(&plan, &resolution, &mut analyzers)?;
        let numbers = self
            .reader
            .identities(&self.reader.answering(&resolution)?)?;
        let mut articles = self.ranked(&resolution, None, Detail::Scores)?;
        articles.retain(|article| {
            let number = numbers.get(&article.key);
            number.is_none_or(|number| !seen.articles.contains(number))
        });
        let known = summary.articles_found - articles.len() as u64;
        summary.articles_found = articles.len() as u64;
        self.sort(&mut articles, options.sort)?;
        articles.truncate(options.limit.unwrap_or(usize::MAX));
        summary.shown_before = Some(ShownBefore {
            search: seen.search.clone(),
            articles: known,
            last_run: seen.last_run.and_then(clock::moment),
        });
        let mut finder = HitFinder::new(self, &resolution, &mut analyzers);
        for (rank, article) in (1..).zip(&articles) {
            let is_shortened = finder.hits(article, rank, options, sink)?;
            summary.articles_shortened += u64::from(is_shortened);
            seen.articles.extend(numbers.get(&article.key));
        }
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok(summary)
    }

    /// Takes down that all articles that answer a query were seen.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn note_all_seen(
        &self,
        query: &Query,
        seen: &mut SeenArticles,
    ) -> Result<(), ArchiveError> {
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let numbers = self
            .reader
            .identities(&self.reader.answering(&resolution)?)?;
        seen.articles.extend(numbers.into_values());
        Ok(())
    }
}
