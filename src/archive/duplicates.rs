//! All articles that stand in the collection more than once, word for word or nearly.

use std::collections::BTreeMap;

use super::error::ArchiveError;
use super::near_copies::NearCopies;
use super::open::Archive;
use crate::evidence::{Duplicate, DuplicateGroup, Duplicates};
use crate::search::similar_pairs;

/// So many words of an article are shown, enough to know it by.
const BEGINNING: usize = 10;

impl Archive {
    /// The articles that stand in several places, and the groups of articles that are nearly the same
    /// text, in the order of their first articles.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn duplicates(&self) -> Result<Duplicates, ArchiveError> {
        let near = self.near_groups()?;
        let mut alone = self.reader.copied_articles()?;
        let groups: Vec<Vec<u64>> = near.into_values().collect();
        for article in groups.iter().flatten() {
            alone.remove(article);
        }
        let mut all = groups;
        all.extend(alone.into_iter().map(|article| vec![article]));
        all.sort();
        let groups = all.iter().map(|articles| self.group(articles));
        Ok(Duplicates {
            groups: groups.collect::<Result<_, _>>()?,
            articles_searched: self.reader.statistics().articles,
            notes: self.notes.clone(),
        })
    }

    fn group(&self, articles: &[u64]) -> Result<DuplicateGroup, ArchiveError> {
        let mut group = DuplicateGroup::default();
        for key in articles {
            let placed = self.reader.placed(self.reader.article(*key)?)?;
            let place = self.place(&placed);
            let article = self.hit_article(placed)?.reference;
            let begins = self.beginning(*key)?;
            group.articles.push(Duplicate {
                article,
                place,
                begins,
            });
        }
        Ok(group)
    }

    /// The first words of an article.
    fn beginning(&self, article: u64) -> Result<String, ArchiveError> {
        let passages = self.reader.passages(article)?;
        let first = passages
            .first()
            .and_then(|(_, stored)| stored.blocks.first());
        let words = first.map_or("", |block| &block.text).split_whitespace();
        Ok(words.take(BEGINNING).collect::<Vec<_>>().join(" "))
    }

    /// Groups of near copies by their first article. Of three texts the first and the last may differ
    /// more than each does from the second.
    fn near_groups(&self) -> Result<BTreeMap<u64, Vec<u64>>, ArchiveError> {
        let all = self.signatures()?;
        let mut finder = NearCopies::new(self)?;
        let mut groups = Groups::new(all.len());
        for (one, other) in similar_pairs(all) {
            let is_new = groups.first(one) != groups.first(other);
            if is_new && finder.are_near_copies(all[one as usize].0, all[other as usize].0)? {
                groups.join(one, other);
            }
        }
        let mut members: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        for (place, (article, _)) in (0..).zip(all) {
            let first = groups.first(place);
            members
                .entry(all[first as usize].0)
                .or_default()
                .push(*article);
        }
        members.retain(|_, articles| articles.len() > 1);
        Ok(members)
    }
}

/// Places joined in groups (Tarjan's disjoint sets).
struct Groups(Vec<u32>);

impl Groups {
    fn new(places: usize) -> Self {
        Self((0..places as u32).collect())
    }

    /// The first place of the group of a place.
    fn first(&mut self, mut place: u32) -> u32 {
        while self.0[place as usize] != place {
            let next = self.0[place as usize];
            self.0[place as usize] = self.0[next as usize];
            place = next;
        }
        place
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other) as usize] = one.min(other);
    }
}
