//! What is special in some articles beside the rest.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::time::Instant;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::forms::Forms;
use super::open::Archive;
use crate::evidence::{SpecialWord, Summary};
use crate::german::{TokenKind, WordClass};
use crate::index::{Comparison, Resolution, StemSpread};
use crate::query::Query;
use crate::search::{Field, Force, Spread, keyness};

/// The form in which a word is shown is the commonest in so many passages.
const PASSAGES_OF_A_WORD: usize = 12;
/// Where there are so many articles, a word that stands in only one of all passages is an accident.
const MANY: u64 = 20;
/// For each word shown so many are looked at, since many of them are function words.
const SPARE: usize = 4;
/// And never fewer.
const LEAST_SPARE: usize = 100;
/// An article counts with at most so many passages, so that one that is all about something does not
/// speak for the others.
const OF_AN_ARTICLE: u64 = 3;
/// A word must stand in one of so many of the articles, and in two at least.
const RARE: u64 = 100;
/// A word that is not so many times as frequent here as elsewhere does not stand out, however sure its
/// difference is in a large collection.
const STANDS_OUT: f64 = 1.5;

/// A stem that may be special.
struct Candidate {
    stem: String,
    articles: Spread,
    passages: Spread,
    keyness: f64,
}

impl Archive {
    /// The words that are special in the articles that answer a query beside all others, the most special
    /// first, and what was found. The words of the query itself are left out, and so are function words
    /// and numbers.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn special_words(
        &self,
        query: &Query,
        limit: usize,
    ) -> Result<(Vec<SpecialWord>, Summary), ArchiveError> {
        let started = Instant::now();
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let mut summary = self.summary(&plan, &resolution, &mut analyzers)?;
        let mut words = Vec::new();
        if summary.articles_found == summary.articles_searched {
            let all = "these are all articles, so that there is nothing to compare them with";
            summary.notes.push(all.to_owned());
        } else if summary.articles_found > 0 {
            let articles = self.reader.answering(&resolution)?;
            let comparison = self.reader.compare(&articles)?;
            let most = limit.saturating_mul(SPARE).max(LEAST_SPARE);
            for candidate in most_special(&comparison, &asked(&resolution), most)? {
                if words.len() == limit {
                    break;
                }
                words.extend(self.shown_word(candidate, &comparison, &mut analyzers)?);
            }
        }
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok((words, summary))
    }

    /// The word behind a stem in its commonest form; `None` when it is a function word or a number.
    fn shown_word(
        &self,
        candidate: Candidate,
        comparison: &Comparison<'_>,
        analyzers: &mut Analyzers,
    ) -> Result<Option<SpecialWord>, ArchiveError> {
        let passages = comparison.passages_of(&candidate.stem, PASSAGES_OF_A_WORD)?;
        let mut forms = Forms::default();
        for address in passages {
            let stored = self.reader.passage(address)?;
            let language = self.reader.article(stored.article)?.language;
            let analyzer = analyzers.of(&language);
            for block in &stored.blocks {
                analyzer.analyze(&block.text, |token| {
                    let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Joined)
                        && token.word.class == WordClass::Content;
                    if is_word && *token.word.stem == *candidate.stem {
                        forms.add(&block.text[token.span.range()]);
                    }
                });
            }
        }
        Ok(forms.commonest().map(|word| SpecialWord {
            word,
            stem: candidate.stem,
            articles: candidate.articles.here,
            articles_elsewhere: candidate.articles.elsewhere,
            passages: candidate.passages.here,
            passages_elsewhere: candidate.passages.elsewhere,
            keyness: candidate.keyness,
        }))
    }
}

/// The stems that are most special to the articles, but for those asked for.
fn most_special(
    comparison: &Comparison<'_>,
    asked: &HashSet<&str>,
    most: usize,
) -> Result<Vec<Candidate>, ArchiveError> {
    let all = comparison.articles;
    let least = if all.here + all.elsewhere < MANY {
        1
    } else {
        2
    };
    let shared = (all.here / RARE).max(2).min(all.here);
    let mut special: Vec<Candidate> = Vec::new();
    comparison.spreads(least, &mut |found: StemSpread<'_>| {
        if found.articles.here < shared || asked.contains(found.stem) {
            return;
        }
        let passages = Spread {
            here: found.passages.here.min(found.articles.here * OF_AN_ARTICLE),
            ..found.passages
        };
        let keyness = keyness(passages, comparison.passages);
        if keyness > 0.0 && share_ratio(passages, comparison.passages) >= STANDS_OUT {
            special.push(Candidate {
                stem: found.stem.to_owned(),
                articles: found.articles,
                passages: found.passages,
                keyness,
            });
        }
        if special.len() >= most * 2 {
            keep_best(&mut special, most);
        }
    })?;
    keep_best(&mut special, most);
    Ok(special)
}

/// How many times more frequent a word is here than elsewhere.
fn share_ratio(found: Spread, all: Spread) -> f64 {
    let here = found.here as f64 / all.here.max(1) as f64;
    let elsewhere = found.elsewhere as f64 / all.elsewhere.max(1) as f64;
    match found.elsewhere {
        0 => f64::INFINITY,
        _ => here / elsewhere,
    }
}

/// The stems and forms that the query itself asks for.
fn asked<'r>(resolution: &'r Resolution<'_>) -> HashSet<&'r str> {
    let ranked = resolution.plan().ranked.iter();
    let leaves = ranked.filter_map(|number| resolution.resolved.leaves.get(*number));
    let terms = leaves.flat_map(|leaf| &leaf.terms);
    let of_words = terms.filter(|term| {
        term.force == Force::Answers && matches!(term.field, Field::Stem | Field::Exact)
    });
    of_words.map(|term| term.term.as_str()).collect()
}

fn keep_best(candidates: &mut Vec<Candidate>, most: usize) {
    candidates.sort_by(order);
    candidates.truncate(most);
}

/// The most special first, then those of most articles; ties are broken by the stem.
fn order(one: &Candidate, other: &Candidate) -> Ordering {
    let by_keyness = other.keyness.total_cmp(&one.keyness);
    let by_articles = || other.articles.here.cmp(&one.articles.here);
    by_keyness
        .then_with(by_articles)
        .then_with(|| one.stem.cmp(&other.stem))
}
