//! What a set of articles has in common, counted from columns and postings alone: no text is read.

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;
use tantivy::SegmentReader;
use tantivy::schema::IndexRecordOption;

use super::columns::{self, Labels};
use super::document::kind;
use super::error::IndexError;
use super::labels::Days;
use super::leaves::Resolution;
use super::postings::{documents, living};
use super::reader::IndexReader;
use super::schema::column;

/// Articles by segment and document, each with how many of its passages answer.
#[derive(Clone, Debug, Default)]
pub struct AnsweringArticles {
    segments: Vec<Vec<(u32, u32)>>,
}

/// Something that an article has at most one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Who wrote it.
    Author,
    /// ISO 639-1 code.
    Language,
    /// Who published it.
    Outlet,
    /// Format of its source.
    Format,
}

/// How many articles there are of a kind, and how many of their passages answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles.
    pub articles: u64,
    /// Passages.
    pub passages: u64,
}

/// Articles by first and last day of their publication, from 1970-01-01; `None` without a date.
pub type DateCounts = BTreeMap<Option<Days>, Count>;

/// A source and how many of its articles are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCount {
    /// Number of the root it lies in.
    pub root: u64,
    /// Path relative to that root.
    pub path: String,
    /// Articles of the set.
    pub articles: u64,
    /// All articles of the source.
    pub of: u64,
}

impl AnsweringArticles {
    /// The articles of each segment, ascending, with their passages that answer.
    pub(super) fn segments(&self) -> impl Iterator<Item = &[(u32, u32)]> {
        self.segments.iter().map(Vec::as_slice)
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &[(u32, u32)])> {
        (0..).zip(self.segments())
    }
}

impl IndexReader {
    /// The articles that answer a query.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn answering(&self, resolution: &Resolution<'_>) -> Result<AnsweringArticles, IndexError> {
        let mut segments = Vec::new();
        for (ordinal, segment) in self.searcher.segment_readers().iter().enumerate() {
            let articles = living(segment, &self.kind_term(kind::ARTICLE))?;
            segments.push(match &resolution.articles {
                Some(wanted) if resolution.plan().ranked.is_empty() => {
                    let keys = columns::unsigned(segment, column::ARTICLE)?;
                    let is_wanted = |article: &u32| {
                        keys.first(*article).is_some_and(|key| wanted.contains(key))
                    };
                    let articles = articles.filter(is_wanted);
                    articles.map(|article| (article, 0)).collect()
                }
                _ => owners(
                    &articles.collect::<Vec<u32>>(),
                    &resolution.answers.segments[ordinal],
                ),
            });
        }
        Ok(AnsweringArticles { segments })
    }

    /// All articles.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn every_article(&self) -> Result<AnsweringArticles, IndexError> {
        let segments = self.searcher.segment_readers().iter().map(|segment| {
            let articles = living(segment, &self.kind_term(kind::ARTICLE))?;
            Ok(articles.map(|article| (article, 0)).collect())
        });
        let segments = segments.collect::<Result<_, IndexError>>()?;
        Ok(AnsweringArticles { segments })
    }

    /// The articles that surely name a person by any of these terms.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn naming<'t>(
        &self,
        terms: impl IntoIterator<Item = &'t str>,
    ) -> Result<AnsweringArticles, IndexError> {
        let mut segments = vec![Vec::new(); self.searcher.segment_readers().len()];
        for (segment, article) in self.documents_with(self.fields.person, terms)? {
            segments[segment as usize].push((article, 0));
        }
        Ok(AnsweringArticles { segments })
    }

    /// Counts articles by what they say of themselves; those that say nothing stand under an empty text.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn count_labels(
        &self,
        articles: &AnsweringArticles,
        label: Label,
    ) -> Result<BTreeMap<String, u64>, IndexError> {
        let name = match label {
            Label::Author => column::BYLINE,
            Label::Language => column::LANGUAGE,
            Label::Outlet => column::OUTLET,
            Label::Format => column::FORMAT,
        };
        let mut counts = BTreeMap::new();
        for (segment, articles) in articles.iter() {
            let labels = Labels::open(self.searcher.segment_reader(segment), name)?;
            labels.count(articles.iter().map(|(article, _)| *article), &mut counts)?;
        }
        Ok(counts)
    }

    /// Counts articles by their dates.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn count_dates(&self, articles: &AnsweringArticles) -> Result<DateCounts, IndexError> {
        let mut counts = DateCounts::new();
        for (segment, articles) in articles.iter() {
            let segment = self.searcher.segment_reader(segment);
            let first = columns::signed(segment, column::DATE_FIRST)?;
            let last = columns::signed(segment, column::DATE_LAST)?;
            for (article, passages) in articles {
                let days = first.first(*article).zip(last.first(*article));
                let count = counts.entry(days).or_default();
                count.articles += 1;
                count.passages += u64::from(*passages);
            }
        }
        Ok(counts)
    }

    /// Counts articles by their sources, in the order of these.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn count_sources(
        &self,
        articles: &AnsweringArticles,
    ) -> Result<Vec<SourceCount>, IndexError> {
        let found = self.count_by_source(articles)?;
        let all = self.count_by_source(&self.every_article()?)?;
        let mut counts: Vec<SourceCount> = self
            .sources()?
            .into_iter()
            .filter_map(|source| {
                Some(SourceCount {
                    articles: *found.get(&source.key)?,
                    of: all.get(&source.key).copied().unwrap_or_default(),
                    root: source.root,
                    path: source.path,
                })
            })
            .collect();
        counts.sort_by(|one, other| (one.root, &one.path).cmp(&(other.root, &other.path)));
        Ok(counts)
    }

    fn count_by_source(
        &self,
        articles: &AnsweringArticles,
    ) -> Result<HashMap<u64, u64>, IndexError> {
        let mut counts = HashMap::new();
        for (segment, articles) in articles.iter() {
            let sources = columns::unsigned(self.searcher.segment_reader(segment), column::SOURCE)?;
            for (article, _) in articles {
                if let Some(source) = sources.first(*article) {
                    *counts.entry(source).or_default() += 1;
                }
            }
        }
        Ok(counts)
    }

    /// The identity of each article (see [`ArticlePlace`](super::ArticlePlace)), by number of the article.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn identities(
        &self,
        articles: &AnsweringArticles,
    ) -> Result<HashMap<u64, u64>, IndexError> {
        let mut numbers = HashMap::new();
        for (segment, articles) in articles.iter() {
            let segment = self.searcher.segment_reader(segment);
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let hashes = columns::unsigned(segment, column::IDENTITY)?;
            for (article, _) in articles {
                numbers.extend(keys.first(*article).zip(hashes.first(*article)));
            }
        }
        Ok(numbers)
    }

    /// In how many of the articles each person is surely named, by number. `person_of` tells whom a term
    /// of the index means; who has two terms in an article is counted once there.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn count_persons(
        &self,
        articles: &AnsweringArticles,
        person_of: impl Fn(&str) -> Option<u32>,
    ) -> Result<HashMap<u32, u64>, IndexError> {
        let mut counts = HashMap::new();
        for (ordinal, articles) in articles.iter() {
            let segment = self.searcher.segment_reader(ordinal);
            let wanted =
                RoaringBitmap::from_sorted_iter(articles.iter().map(|(article, _)| *article));
            let wanted = wanted.unwrap_or_default();
            let mut named = self.named(segment, &wanted, &person_of)?;
            named.sort_unstable();
            named.dedup();
            for (_, person) in named {
                *counts.entry(person).or_default() += 1;
            }
        }
        Ok(counts)
    }

    /// Articles of a segment with the persons they name.
    fn named(
        &self,
        segment: &SegmentReader,
        wanted: &RoaringBitmap,
        person_of: impl Fn(&str) -> Option<u32>,
    ) -> Result<Vec<(u32, u32)>, IndexError> {
        let index = segment.inverted_index(self.fields.person)?;
        let mut terms = index.terms().stream()?;
        let mut named = Vec::new();
        while terms.advance() {
            let Some(person) = std::str::from_utf8(terms.key()).ok().and_then(&person_of) else {
                continue;
            };
            let postings =
                index.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
            let here = documents(postings).filter(|article| wanted.contains(*article));
            named.extend(here.map(|article| (article, person)));
        }
        Ok(named)
    }
}

/// The articles that passages belong to. An article stands before its passages and behind those of
/// others.
pub(super) fn owners(articles: &[u32], passages: &RoaringBitmap) -> Vec<(u32, u32)> {
    let mut owners: Vec<(u32, u32)> = Vec::new();
    let mut place = 0;
    for passage in passages {
        while articles.get(place + 1).is_some_and(|next| *next < passage) {
            place += 1;
        }
        let Some(article) = articles.get(place) else {
            continue;
        };
        match owners.last_mut() {
            Some((last, count)) if last == article => *count += 1,
            _ => owners.push((*article, 1)),
        }
    }
    owners
}
