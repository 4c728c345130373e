//! What needs a person's eye, in full.

use super::error::ArchiveError;
use super::open::Archive;
use crate::article::Property;
use crate::evidence::{Skipped, UnsureDate};
use crate::index::Doubt;

impl Archive {
    /// What is not in the index and why: sources, and records of sources that are.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn list_skipped(&self) -> Result<&[Skipped], ArchiveError> {
        self.skipped()
    }

    /// The articles that do not say when they were published, those without any date first, and then the
    /// less sure before the surer.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn list_unsure_dates(&self) -> Result<Vec<UnsureDate>, ArchiveError> {
        let mut list = Vec::new();
        for key in self.reader.doubtful_articles(Doubt::Date)?.iter() {
            let placed = self.reader.placed(self.reader.article(key)?)?;
            let origin = placed.article.origins.get(Property::Date);
            let date = placed.article.date.clone();
            let article = self.hit_article(placed)?;
            let path = match &article.record {
                Some(record) => format!("{}#{record}", article.path),
                None => article.path,
            };
            list.push(UnsureDate {
                article: article.reference,
                path,
                guess: date.zip(origin),
            });
        }
        let sureness = |unsure: &UnsureDate| {
            let guess = unsure.guess.as_ref();
            guess.map(|(_, origin)| origin.sureness())
        };
        list.sort_by(|a, b| {
            let by_sureness = sureness(a).cmp(&sureness(b));
            by_sureness.then_with(|| a.path.cmp(&b.path))
        });
        Ok(list)
    }
}
