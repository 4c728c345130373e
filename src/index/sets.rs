//! Sets of articles and their sections: the meaning of `+ - AND OR NOT` and of conditions on metadata.

use std::collections::HashSet;

use roaring::RoaringTreemap;
use tantivy::{SegmentReader, Term};

use super::columns::{self, Labels};
use super::document::kind;
use super::error::IndexError;
use super::leaves::Matches;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use super::sections::SectionSet;
use crate::german::DateInterval;
use crate::search::{Metadata, SetExpression};

/// Numbers of articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleSet(RoaringTreemap);

impl ArticleSet {
    /// Whether the article is in the set.
    pub fn contains(&self, article: u64) -> bool {
        self.0.contains(article)
    }

    /// How many articles it holds.
    pub fn len(&self) -> u64 {
        self.0.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers alone.
    pub(super) fn into_numbers(self) -> RoaringTreemap {
        self.0
    }

    /// The articles, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u64> {
        self.0.iter()
    }
}

impl FromIterator<u64> for ArticleSet {
    fn from_iter<I: IntoIterator<Item = u64>>(articles: I) -> Self {
        Self(articles.into_iter().collect())
    }
}

impl IndexReader {
    /// All articles.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn all_articles(&self) -> Result<ArticleSet, IndexError> {
        self.articles_where(|_| Ok(|_| true))
    }

    /// The sections of an expression over leaves that have been looked up.
    pub(super) fn evaluate(
        &self,
        expression: &SetExpression,
        leaves: &[LeafSet<'_>],
    ) -> Result<SectionSet, IndexError> {
        match expression {
            SetExpression::Leaf(number) => self.leaf_sections(&leaves[*number]),
            SetExpression::And(members) => self.intersection(members, leaves),
            SetExpression::Or(members) => {
                let mut union = SectionSet::new();
                for member in members {
                    union |= self.evaluate(member, leaves)?;
                }
                Ok(union)
            }
            SetExpression::Not(inner) => Ok(self.all_sections()? - self.evaluate(inner, leaves)?),
        }
    }

    fn all_sections(&self) -> Result<SectionSet, IndexError> {
        self.sections_of_articles(self.all_articles()?)
    }

    /// What is in all of the members. What must not hold is taken from what must: of a million articles
    /// all others are a large set to make for each excluded word.
    fn intersection(
        &self,
        members: &[SetExpression],
        leaves: &[LeafSet<'_>],
    ) -> Result<SectionSet, IndexError> {
        let mut common: Option<SectionSet> = None;
        let mut excluded = Vec::new();
        for member in members {
            if common.as_ref().is_some_and(SectionSet::is_empty) {
                return Ok(SectionSet::new());
            }
            match (member, &mut common) {
                (SetExpression::Not(inner), _) => excluded.push(inner),
                (_, Some(common)) => *common &= self.evaluate(member, leaves)?,
                (_, None) => common = Some(self.evaluate(member, leaves)?),
            }
        }
        let mut common = match common {
            Some(common) => common,
            None => self.all_sections()?,
        };
        for inner in excluded {
            common -= self.evaluate(inner, leaves)?;
        }
        Ok(common)
    }

    fn leaf_sections(&self, leaf: &LeafSet<'_>) -> Result<SectionSet, IndexError> {
        match leaf {
            LeafSet::Passages(matches) => self.sections_of_passages(matches),
            LeafSet::Metadata(metadata) => self.sections_of_articles(self.articles_with(metadata)?),
        }
    }

    pub(super) fn articles_with(&self, metadata: &Metadata) -> Result<ArticleSet, IndexError> {
        match metadata {
            Metadata::Title(stems) => self.articles_with_terms(self.fields.title, stems),
            Metadata::Author(words) => self.articles_with_terms(self.fields.author, words),
            Metadata::Person { terms, .. } => {
                self.articles_naming(terms.iter().map(String::as_str))
            }
            Metadata::Source(part) => self.articles_from(part),
            Metadata::Language(code) => self.articles_labelled(column::LANGUAGE, code),
            Metadata::Type(format) => self.articles_labelled(column::FORMAT, format),
            Metadata::Date(interval) => self.articles_published(*interval),
            Metadata::Undated => self.undated_articles(),
        }
    }

    fn articles_with_terms(
        &self,
        field: tantivy::schema::Field,
        terms: &[String],
    ) -> Result<ArticleSet, IndexError> {
        let mut common: Option<RoaringTreemap> = None;
        for term in terms {
            let term = Term::from_field_text(field, term);
            let mut with_term = RoaringTreemap::new();
            for segment in self.searcher.segment_readers() {
                let keys = columns::unsigned(segment, column::ARTICLE)?;
                let documents = living(segment, &term)?;
                with_term.extend(documents.filter_map(|document| keys.first(document)));
            }
            common = Some(match common {
                Some(common) => common & with_term,
                None => with_term,
            });
        }
        Ok(ArticleSet(common.unwrap_or_default()))
    }

    fn articles_from(&self, part: &str) -> Result<ArticleSet, IndexError> {
        let part = part.to_lowercase();
        let sources: HashSet<u64> = self
            .sources()?
            .into_iter()
            .filter(|source| source.path.to_lowercase().contains(&part))
            .map(|source| source.key)
            .collect();
        let copied = self.copied_into(&sources)?;
        let first = self.articles_where(|segment| {
            let keys = columns::unsigned(segment, column::SOURCE)?;
            let outlets = Labels::open(segment, column::OUTLET)?;
            let named = outlets.numbers(|outlet| outlet.to_lowercase().contains(&part))?;
            let sources = &sources;
            Ok(move |document| {
                let key = keys.first(document);
                let outlet = outlets.number(document);
                key.is_some_and(|key| sources.contains(&key))
                    || outlet.is_some_and(|outlet| named.contains(outlet))
            })
        })?;
        Ok(ArticleSet(first.0 | copied))
    }

    fn articles_labelled(&self, name: &str, wanted: &str) -> Result<ArticleSet, IndexError> {
        self.articles_where(|segment| {
            let labels = Labels::open(segment, name)?;
            let wanted = labels.numbers(|label| label == wanted)?;
            Ok(move |document| {
                let label = labels.number(document);
                label.is_some_and(|label| wanted.contains(label))
            })
        })
    }

    fn articles_published(&self, wanted: DateInterval) -> Result<ArticleSet, IndexError> {
        self.articles_where(|segment| {
            let first = columns::signed(segment, column::DATE_FIRST)?;
            let last = columns::signed(segment, column::DATE_LAST)?;
            Ok(
                move |document| match (first.first(document), last.first(document)) {
                    (Some(first), Some(last)) => {
                        first <= wanted.last_day() && wanted.first_day() <= last
                    }
                    _ => false,
                },
            )
        })
    }

    /// The articles without a publication date.
    pub(super) fn undated_articles(&self) -> Result<ArticleSet, IndexError> {
        self.articles_where(|segment| {
            let first = columns::signed(segment, column::DATE_FIRST)?;
            Ok(move |document| first.first(document).is_none())
        })
    }

    /// The articles whose document satisfies a condition that is set up once a segment.
    pub(super) fn articles_where<C, F>(&self, condition: C) -> Result<ArticleSet, IndexError>
    where
        C: Fn(&SegmentReader) -> Result<F, IndexError>,
        F: Fn(u32) -> bool,
    {
        let mut articles = RoaringTreemap::new();
        for segment in self.searcher.segment_readers() {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let holds = condition(segment)?;
            for document in living(segment, &self.kind_term(kind::ARTICLE))? {
                if holds(document) {
                    articles.extend(keys.first(document));
                }
            }
        }
        Ok(ArticleSet(articles))
    }
}

/// What a leaf of a set expression selects by.
pub(super) enum LeafSet<'a> {
    /// Passages that hold it.
    Passages(&'a Matches),
    /// A condition on the article.
    Metadata(&'a Metadata),
}
