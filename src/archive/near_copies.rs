//! Near copies: the articles found that are nearly the same text are shown as one.

use std::collections::{HashMap, HashSet};

use super::error::ArchiveError;
use super::open::Archive;
use super::ranking::{Detail, FoundArticle};
use crate::article::Shingles;
use crate::index::Resolution;
use crate::search::{Signed, similar, similar_pairs};

/// The texts of so many articles are compared with one that is shown; more agree in their signatures
/// only where hundreds of articles have one form.
const COMPARED: usize = 300;

/// With more comparisons of signatures than this, all similar pairs are looked for at once.
const ONE_BY_ONE: usize = 100_000_000;

/// So many shingles of texts are kept, 64 MB.
const KEPT: usize = 8_000_000;

/// What was found with near copies folded.
pub(super) struct Folded {
    /// The articles to show, each the best of its group.
    pub articles: Vec<FoundArticle>,
    /// How many of those that were found are shown under these.
    pub folded: u64,
}

/// Finds near copies of articles.
pub(super) struct NearCopies<'a> {
    archive: &'a Archive,
    /// All articles that can be compared.
    all: &'a [Signed],
    /// Similar articles by article, where all were looked for at once.
    similar: Option<HashMap<u64, Vec<u64>>>,
    shingles: HashMap<u64, Shingles>,
    kept: usize,
}

impl Archive {
    /// The articles that answer, best first, at least `wanted` groups of them where there are so many.
    pub(super) fn folded(
        &self,
        resolution: &Resolution<'_>,
        wanted: Option<usize>,
        detail: Detail,
    ) -> Result<Folded, ArchiveError> {
        let mut finder = NearCopies::new(self)?;
        let mut deep = wanted;
        loop {
            let articles = self.ranked(resolution, deep, detail)?;
            let found = articles.len();
            let folded = finder.fold(articles, wanted)?;
            let is_enough = wanted.is_none_or(|wanted| folded.articles.len() >= wanted);
            if is_enough || deep.is_none_or(|deep| found < deep) {
                return Ok(folded);
            }
            deep = Some(found * 4);
        }
    }

    /// The signatures of all articles, read once.
    pub(super) fn signatures(&self) -> Result<&[Signed], ArchiveError> {
        if let Some(signatures) = self.signatures.get() {
            return Ok(signatures);
        }
        let signatures = self.reader.signatures()?;
        Ok(self.signatures.get_or_init(|| signatures))
    }
}

impl<'a> NearCopies<'a> {
    pub fn new(archive: &'a Archive) -> Result<Self, ArchiveError> {
        Ok(Self {
            archive,
            all: archive.signatures()?,
            similar: None,
            shingles: HashMap::new(),
            kept: 0,
        })
    }

    /// Leaves out articles that are near copies of one before them, until so many are left.
    pub fn fold(
        &mut self,
        articles: Vec<FoundArticle>,
        wanted: Option<usize>,
    ) -> Result<Folded, ArchiveError> {
        let wanted = wanted.unwrap_or(usize::MAX);
        if wanted.min(articles.len()).saturating_mul(self.all.len()) > ONE_BY_ONE {
            self.similar = Some(self.all_similar());
        }
        let mut copies: HashSet<u64> = HashSet::new();
        let mut folded = Folded {
            articles: Vec::new(),
            folded: 0,
        };
        for mut article in articles {
            if copies.contains(&article.key) {
                folded.folded += 1;
            } else if folded.articles.len() < wanted {
                article.near_copies = self.of(article.key)?;
                copies.extend(&article.near_copies);
                folded.articles.push(article);
            } else {
                break;
            }
        }
        Ok(folded)
    }

    /// The near copies of an article, wherever they stand in the collection.
    pub fn of(&mut self, article: u64) -> Result<Vec<u64>, ArchiveError> {
        let place = self.all.binary_search_by_key(&article, |signed| signed.0);
        let Ok(place) = place else {
            return Ok(Vec::new());
        };
        let candidates = match &self.similar {
            Some(similar) => similar.get(&article).cloned().unwrap_or_default(),
            None => similar(self.all, self.all[place]),
        };
        let mut copies = Vec::new();
        for candidate in candidates.into_iter().take(COMPARED) {
            if self.are_near_copies(article, candidate)? {
                copies.push(candidate);
            }
        }
        copies.sort_unstable();
        Ok(copies)
    }

    /// Whether the texts of two articles are nearly the same.
    pub fn are_near_copies(&mut self, one: u64, other: u64) -> Result<bool, ArchiveError> {
        if self.kept > KEPT {
            self.shingles.clear();
            self.kept = 0;
        }
        for article in [one, other] {
            if !self.shingles.contains_key(&article) {
                let shingles = self.archive.reader.shingles(article)?;
                self.kept += shingles.len();
                self.shingles.insert(article, shingles);
            }
        }
        let both = self.shingles.get(&one).zip(self.shingles.get(&other));
        Ok(both.is_some_and(|(one, other)| one.is_near_copy_of(other)))
    }

    fn all_similar(&self) -> HashMap<u64, Vec<u64>> {
        let mut similar: HashMap<u64, Vec<u64>> = HashMap::new();
        for (one, other) in similar_pairs(self.all) {
            let (one, other) = (self.all[one as usize].0, self.all[other as usize].0);
            similar.entry(one).or_default().push(other);
            similar.entry(other).or_default().push(one);
        }
        similar
    }
}
