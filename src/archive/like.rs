//! Articles like one: those that hold the most of what makes it special.

use std::collections::HashMap;
use std::io;
use std::time::Instant;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::forms::Forms;
use super::hits::HitFinder;
use super::near_copies::{Folded, NearCopies};
use super::open::Archive;
use super::ranking::{Detail, FoundArticle, RankedPassage};
use super::search::{Copies, SearchOptions};
use crate::article::BlockKind;
use crate::evidence::{Alike, AlikeSummary, Hit, MarkKind};
use crate::german::{Token, TokenKind, WordClass};
use crate::index::{Holding, Placed, Resolution};
use crate::search::{Field, Leaf, Plan, Reading};

/// So many words say what an article is about; the next ones say little that these do not.
const WORDS: usize = 25;
/// An article that holds less of the words' weight than this share is not like the other at all.
const LEAST: f32 = 0.2;
/// How much a long article is held against the words it holds (as in BM25; it may hold them by chance).
const LENGTH: f32 = 0.25;

/// What makes an article special: a word of it with its weight.
struct SpecialWord {
    shown: String,
    stem: String,
    weight: f32,
}

/// A word of an article, as it stands there.
#[derive(Default)]
struct OwnWord {
    forms: Forms,
    /// How many passages of the article hold it.
    passages: u64,
    /// The last of them, from 1.
    last_passage: u64,
}

impl Archive {
    /// Hands articles like the cited one to `sink`, each before its hits, the most alike first. The article
    /// itself and copies of its text are left out.
    ///
    /// # Errors
    /// When the citation names nothing in the index, the index is damaged, or a sink fails.
    pub fn like(
        &self,
        citation: &str,
        options: &SearchOptions,
        sink: &mut dyn FnMut(AlikePart) -> io::Result<()>,
    ) -> Result<AlikeSummary, ArchiveError> {
        let started = Instant::now();
        let cited = self.cited(citation)?.placed;
        let mut analyzers = self.analyzers.lend();
        let words = self.special(&cited, &mut analyzers)?;
        if words.is_empty() {
            return Err(ArchiveError::NotCited {
                citation: citation.to_owned(),
                hint: "its article has no word that others have as well".to_owned(),
            });
        }
        let plan = plan(&words);
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let (ranked, copies) = self.alike(&cited, &words, &resolution)?;
        let shares: HashMap<u64, &(f32, Holding)> = ranked
            .iter()
            .map(|found| (found.1.article, found))
            .collect();
        let shown = self.shown_alike(&cited, &ranked, options)?;
        let mut finder = HitFinder::new(self, &resolution, &mut analyzers);
        for (rank, found) in (1..).zip(shown.articles) {
            let Some((share, holding)) = shares.get(&found.key) else {
                continue;
            };
            let found = FoundArticle {
                passages: self.passages_alike(found.key, &resolution)?,
                ..found
            };
            let alike = Alike {
                rank,
                share: *share,
                words: held(&words, holding),
            };
            sink(AlikePart::Article(alike)).map_err(ArchiveError::Output)?;
            finder.hits(&found, rank, options, &mut |hit| {
                sink(AlikePart::Hit(Box::new(hit)))
            })?;
        }
        Ok(AlikeSummary {
            article: super::ranking::reference(&cited),
            words: words.into_iter().map(|word| word.shown).collect(),
            articles_searched: self.reader.statistics().articles,
            articles_found: ranked.len() as u64,
            copies,
            near_copies: shown.folded,
            skipped: self.skipped()?.to_vec(),
            notes: self.notes.clone(),
            elapsed_ms: started.elapsed().as_millis() as u64,
        })
    }

    /// The words of an article that are frequent in it and rare elsewhere (tf·idf), the weightiest first.
    fn special(
        &self,
        cited: &Placed,
        analyzers: &mut Analyzers,
    ) -> Result<Vec<SpecialWord>, ArchiveError> {
        let passages = self.reader.passages(cited.article.key)?;
        let analyzer = analyzers.of(&cited.article.language);
        let mut own: HashMap<String, OwnWord> = HashMap::new();
        for (passage, (_, stored)) in (1..).zip(&passages) {
            let blocks = stored.blocks.iter();
            for block in blocks.filter(|block| block.kind != BlockKind::Boilerplate) {
                analyzer.analyze(&block.text, |token| {
                    if is_telling(token) {
                        let word = own.entry(token.word.stem.to_string()).or_default();
                        word.forms.add(&block.text[token.span.range()]);
                        word.passages += u64::from(word.last_passage != passage);
                        word.last_passage = passage;
                    }
                });
            }
        }
        let all = self.reader.statistics().passages.max(1) as f32;
        let mut words = Vec::new();
        for (stem, word) in own {
            let passages = self.reader.passages_holding(Field::Stem, &stem)?;
            // A word of this article alone leads to no other.
            if passages <= word.passages {
                continue;
            }
            let frequency = word.forms.places() as f32;
            let rarity = (1.0 + all / passages as f32).ln();
            words.push(SpecialWord {
                shown: word.forms.commonest().unwrap_or_default(),
                stem,
                weight: (1.0 + frequency.ln()) * rarity,
            });
        }
        words.sort_by(|one, other| {
            let by_weight = other.weight.total_cmp(&one.weight);
            by_weight.then_with(|| one.stem.cmp(&other.stem))
        });
        words.truncate(WORDS);
        Ok(words)
    }

    /// Other articles with the share of the words' weight that they hold, the most alike first, and how
    /// many were left out as copies.
    fn alike(
        &self,
        cited: &Placed,
        words: &[SpecialWord],
        resolution: &Resolution<'_>,
    ) -> Result<(Vec<(f32, Holding)>, u64), ArchiveError> {
        let all: f32 = words.iter().map(|word| word.weight).sum();
        let holdings = self.reader.holdings(resolution)?;
        let bytes: u64 = holdings.iter().map(|holding| holding.text_bytes).sum();
        let mean = (bytes as f32 / holdings.len().max(1) as f32).max(1.0);
        let text = self.text_of(cited.article.key)?;
        // The same bytes are one article; what is left are texts that came in different files.
        let mut copies = self.reader.copies_of(&cited.article)?.len() as u64;
        let mut ranked = Vec::new();
        for holding in holdings {
            if holding.article == cited.article.key {
                continue;
            }
            let share = share(words, &holding) / all;
            if share < LEAST {
                continue;
            }
            if holding.text_bytes == cited.article.text_bytes
                && self.text_of(holding.article)? == text
            {
                copies += 1;
                continue;
            }
            let length = 1.0 - LENGTH + LENGTH * holding.text_bytes as f32 / mean;
            ranked.push((share / length, share, holding));
        }
        ranked.sort_by(|(one, _, a), (other, _, b)| {
            other.total_cmp(one).then_with(|| a.article.cmp(&b.article))
        });
        let ranked = ranked
            .into_iter()
            .map(|(_, share, holding)| (share, holding));
        Ok((ranked.collect(), copies))
    }

    /// Those to show, without the near copies of the article itself and of one another unless these are
    /// asked for, too.
    fn shown_alike(
        &self,
        cited: &Placed,
        ranked: &[(f32, Holding)],
        options: &SearchOptions,
    ) -> Result<Folded, ArchiveError> {
        let articles = ranked.iter().map(|(_, holding)| FoundArticle {
            key: holding.article,
            near_copies: Vec::new(),
            passages: Vec::new(),
        });
        let mut articles: Vec<FoundArticle> = articles.collect();
        if options.copies == Copies::Shown {
            articles.truncate(options.limit.unwrap_or(usize::MAX));
            return Ok(Folded {
                articles,
                folded: 0,
            });
        }
        let mut finder = NearCopies::new(self)?;
        let own = finder.of(cited.article.key)?;
        articles.retain(|article| !own.contains(&article.key));
        let left_out = (ranked.len() - articles.len()) as u64;
        let mut shown = finder.fold(articles, options.limit)?;
        shown.folded += left_out;
        Ok(shown)
    }

    fn text_of(&self, article: u64) -> Result<String, ArchiveError> {
        let passages = self.reader.passages(article)?.into_iter();
        let blocks = passages.flat_map(|(_, stored)| stored.blocks);
        Ok(blocks.map(|block| block.text + "\n").collect())
    }

    /// The passages of an article that hold any of the words, best first.
    fn passages_alike(
        &self,
        article: u64,
        resolution: &Resolution<'_>,
    ) -> Result<Vec<RankedPassage>, ArchiveError> {
        let addresses = self.reader.passages(article)?.into_iter();
        let addresses: Vec<_> = addresses.map(|(address, _)| address).collect();
        let mut passages = self.scored(resolution, &addresses, Detail::Scores)?;
        passages.retain(|passage| passage.score > 0.0);
        Ok(passages)
    }
}

/// Whether a token is a word of meaning with letters enough to be one.
fn is_telling(token: Token<'_>) -> bool {
    let mut letters = token.word.stem.chars().filter(|sign| sign.is_alphabetic());
    token.kind == TokenKind::Word
        && token.word.class == WordClass::Content
        && letters.nth(2).is_some()
}

/// What is handed on of articles like another.
#[derive(Clone, Debug, PartialEq)]
pub enum AlikePart {
    /// An article, and why.
    Article(Alike),
    /// A hit in it.
    Hit(Box<Hit>),
}

/// The words as a query: any of them, each by its stem.
fn plan(words: &[SpecialWord]) -> Plan {
    let leaves = words.iter().map(|word| Leaf {
        text: word.shown.clone(),
        readings: vec![Reading::Term {
            field: Field::Stem,
            term: word.stem.clone(),
            kind: MarkKind::Stem,
        }],
        weight: 1.0,
        metadata: None,
    });
    Plan {
        leaves: leaves.collect(),
        ranked: (0..words.len()).collect(),
        ..Plan::default()
    }
}

/// The weight of the words that an article holds.
fn share(words: &[SpecialWord], holding: &Holding) -> f32 {
    let held = words
        .iter()
        .enumerate()
        .filter(|(bit, _)| holding.words >> bit & 1 == 1);
    held.map(|(_, word)| word.weight).sum()
}

/// The words that an article holds, the weightiest first.
fn held(words: &[SpecialWord], holding: &Holding) -> Vec<String> {
    let held = words
        .iter()
        .enumerate()
        .filter(|(bit, _)| holding.words >> bit & 1 == 1);
    held.map(|(_, word)| word.shown.clone()).collect()
}
