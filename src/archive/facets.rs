//! How the articles found spread over what they have: sources, dates, authors, people.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Instant;

use super::error::ArchiveError;
use super::open::Archive;
use super::places::{file_below, shown};
use super::timeline::Scale;
use super::whom;
use crate::evidence::{Facet, FacetKind, FacetValue, Summary, Timed, Timeline};
use crate::german::DateInterval;
use crate::index::{AnsweringArticles, DateCounts, Label};
use crate::people;
use crate::query::Query;

/// What is to be told of the articles found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewOptions {
    /// Over what they spread, and how many values are wanted of each at most, the most frequent.
    pub facets: Vec<(FacetKind, Option<usize>)>,
    /// Whether their time is asked for, and how exactly.
    pub timeline: Option<Scale>,
}

/// How the articles found spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Over what was asked for, in that order.
    pub facets: Vec<Facet>,
    /// Over time, if that was asked for.
    pub timeline: Option<Timeline>,
    /// What was found, as for a search.
    pub summary: Summary,
}

impl Archive {
    /// Counts what answers a query, without reading any text.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn overview(
        &self,
        query: &Query,
        options: &OverviewOptions,
    ) -> Result<Overview, ArchiveError> {
        let started = Instant::now();
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let mut summary = self.summary(&plan, &resolution, &mut analyzers)?;
        let articles = self.reader.answering(&resolution)?;
        let facets = options.facets.iter();
        let facets = facets.map(|(kind, limit)| self.facet(*kind, &articles, *limit));
        let facets = facets.collect::<Result<_, _>>()?;
        let timeline = match options.timeline {
            Some(scale) => {
                let dates = self.reader.count_dates(&articles)?;
                Some(self.timeline(&dates, scale, Timed::Articles)?)
            }
            None => None,
        };
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok(Overview {
            facets,
            timeline,
            summary,
        })
    }

    fn facet(
        &self,
        kind: FacetKind,
        articles: &AnsweringArticles,
        limit: Option<usize>,
    ) -> Result<Facet, ArchiveError> {
        let labels = |label| self.reader.count_labels(articles, label);
        let mut counts = match kind {
            FacetKind::Source => self.by_source(articles)?,
            FacetKind::Year => by_time(&self.reader.count_dates(articles)?, year),
            FacetKind::Month => by_time(&self.reader.count_dates(articles)?, month),
            FacetKind::Author => labels(Label::Author)?,
            FacetKind::Language => labels(Label::Language)?,
            FacetKind::Outlet => labels(Label::Outlet)?,
            FacetKind::Type => labels(Label::Format)?,
            FacetKind::Person => self.by_person(articles)?,
        };
        let without = counts.remove("").unwrap_or_default();
        let mut values: Vec<FacetValue> = counts
            .into_iter()
            .map(|(value, articles)| FacetValue { value, articles })
            .collect();
        let values_found = values.len() as u64;
        // Values of one frequency stay in the order of their names.
        let limit = limit.unwrap_or(usize::MAX);
        let is_time = matches!(kind, FacetKind::Year | FacetKind::Month);
        if !is_time || values.len() > limit {
            values.sort_by_key(|value| Reverse(value.articles));
            values.truncate(limit);
        }
        if is_time {
            values.sort_by(|one, other| one.value.cmp(&other.value));
        }
        Ok(Facet {
            kind,
            values,
            values_found,
            without,
        })
    }

    /// Files that hold several articles count for themselves, others in their folder: nobody wants a
    /// list in which every article is a line.
    fn by_source(
        &self,
        articles: &AnsweringArticles,
    ) -> Result<BTreeMap<String, u64>, ArchiveError> {
        let roots = &self.reader.manifest().roots;
        let mut counts = BTreeMap::new();
        for source in self.reader.count_sources(articles)? {
            let root = roots.get(source.root as usize).map_or("", String::as_str);
            let path = shown(&file_below(root, &source.path));
            let name = match Path::new(&path).parent() {
                Some(folder) if source.of == 1 => format!("{}/", folder.display()),
                _ => path,
            };
            *counts.entry(name).or_default() += source.articles;
        }
        Ok(counts)
    }

    /// People are those that `beleg people` lists, each under the name given there.
    fn by_person(
        &self,
        articles: &AnsweringArticles,
    ) -> Result<BTreeMap<String, u64>, ArchiveError> {
        let persons = people::families(&self.reader.all_person_terms()?, &self.own_names);
        let mut person_of: HashMap<&str, u32> = HashMap::new();
        for (number, person) in (0..).zip(&persons) {
            person_of.extend(whom::terms(person).map(|term| (term, number)));
        }
        let named = self
            .reader
            .count_persons(articles, |term| person_of.get(term).copied())?;
        let mut counts = BTreeMap::new();
        for (number, articles) in named {
            if let Some(person) = persons.get(number as usize) {
                *counts.entry(whom::label(person)).or_default() += articles;
            }
        }
        Ok(counts)
    }
}

/// Counts articles by a stretch of their time; those without a date stand under an empty text.
fn by_time(dates: &DateCounts, name: fn(DateInterval) -> String) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (days, count) in dates {
        let date = days.and_then(|(first, last)| DateInterval::from_days(first, last));
        *counts
            .entry(date.map(name).unwrap_or_default())
            .or_default() += count.articles;
    }
    counts
}

/// The year of a date, or the date itself where it has more than one.
fn year(date: DateInterval) -> String {
    match date.months() {
        (first, last) if first / 12 == last / 12 => format!("{:04}", first / 12),
        _ => date.to_string(),
    }
}

/// The month of a date, or the date itself where it has more than one.
fn month(date: DateInterval) -> String {
    match date.months() {
        (first, last) if first == last => format!("{:04}-{:02}", first / 12, first % 12 + 1),
        _ => date.to_string(),
    }
}
