//! Hits that cite each of their matches, and the count of all matches, also of those not shown.

use std::io;

use super::error::ArchiveError;
use super::hits::HitFinder;
use super::ranking::FoundArticle;
use super::search::SearchOptions;
use crate::evidence::{Hit, KeywordCount};

/// So many articles beyond a limit are looked through for the count: a second or two of work. Of more
/// articles the count is a lower bound.
const COUNTED: usize = 5_000;

/// What came of handing on hits.
pub(super) struct Handed {
    /// Articles that hold more hits than were asked for of each.
    pub shortened: u64,
    /// The matches of all articles.
    pub keywords: KeywordCount,
}

/// Hands on the hits that were asked for, and counts the matches of the others.
pub(super) fn hand_on(
    finder: &mut HitFinder<'_>,
    articles: &[FoundArticle],
    options: &SearchOptions,
    sink: &mut dyn FnMut(Hit) -> io::Result<()>,
) -> Result<Handed, ArchiveError> {
    let shown = options.limit.unwrap_or(usize::MAX).min(articles.len());
    let most = options.passages.unwrap_or(usize::MAX);
    let all = SearchOptions {
        passages: None,
        ..*options
    };
    let (mut found, mut shortened) = (0, 0);
    for (rank, article) in (1..).zip(&articles[..shown]) {
        let mut hits = 0;
        finder.hits(article, rank, &all, &mut |hit| {
            hits += 1;
            found += hit.keywords.len() as u64;
            match hits <= most {
                true => sink(hit),
                false => Ok(()),
            }
        })?;
        shortened += u64::from(hits > most);
    }
    for article in articles[shown..].iter().take(COUNTED) {
        finder.hits(article, 0, &all, &mut |hit| {
            found += hit.keywords.len() as u64;
            Ok(())
        })?;
    }
    let exact = articles.len() - shown <= COUNTED;
    Ok(Handed {
        shortened,
        keywords: KeywordCount { found, exact },
    })
}
