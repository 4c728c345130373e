//! Checking a claim: from its words to passages, and from these to a verdict.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use super::analyzers::Analyzers;
use super::attributions::of_sentence_at;
use super::error::ArchiveError;
use super::open::Archive;
use super::ranking::Detail;
use crate::article::{BlockKind, BlockText};
use crate::claim::{self, Claim, Finding, Judge, Judgement, Signals, Source, SourceBlock};
use crate::evidence::{
    Attribution, AttributionKind, Basis, CheckSummary, Evidence, Mark, MarkKind, PartStatus,
    Verdict, VerdictKind,
};
use crate::german::{Aliases, DateInterval, sentences};
use crate::index::Address;
use crate::query;
use crate::search::{self, HitArticle, cite};
use crate::span::TextSpan;

/// So many articles are compared with a claim.
const ARTICLES: usize = 30;
/// So many passages of one article.
const PASSAGES: usize = 6;

/// How many sentences behind the evidence may dispute it.
const DISPUTED_WITHIN: usize = 1;

/// The answer to a claim.
pub struct Checked {
    /// The finding and the parts of the claim.
    pub verdict: Verdict,
    /// What it rests on, the best first.
    pub evidence: Vec<Evidence>,
    /// What was searched.
    pub summary: CheckSummary,
    /// What the verdict was told from, for those who learn its weights.
    pub signals: Option<Signals>,
}

/// A sentence of a manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// It can be checked.
    Claim {
        /// The line it begins on, and which sentence of that line it is, both from 1: `12.1`.
        place: String,
        /// The sentence.
        text: String,
    },
    /// It cannot.
    LeftOut {
        /// Why.
        reason: &'static str,
    },
}

/// An article that may speak of the claim.
struct Candidate {
    article: HitArticle,
    blocks: Vec<BlockText>,
    source: Source,
}

impl Archive {
    /// What the collection says of a claim, with at most `limit` pieces of evidence.
    ///
    /// # Errors
    /// When the claim holds nothing to look up, or the index is damaged.
    pub fn check(&self, text: &str, limit: Option<usize>) -> Result<Checked, ArchiveError> {
        let started = Instant::now();
        let limit = limit.unwrap_or(usize::MAX);
        let mut analyzers = self.analyzers.lend();
        let aliases = self.aliases_of_all();
        let claim = Claim::read(text, analyzers.german(), &aliases);
        if claim.is_empty() {
            return Err(ArchiveError::NoWords);
        }
        let candidates = self.sources(&claim.text, &aliases, &mut analyzers)?;
        let sources: Vec<Source> = candidates
            .iter()
            .map(|found| found.source.clone())
            .collect();
        let judgement = Judge::new(analyzers.german(), &aliases).judge(&claim, &sources);
        let evidence: Vec<Evidence> = judgement
            .findings
            .iter()
            .take(limit)
            .map(|finding| evidence(&claim, finding, &candidates[finding.source]))
            .collect();
        let verdict = verdict(&claim, &judgement, evidence.first());
        let statistics = self.reader.statistics();
        let summary = CheckSummary {
            articles_searched: statistics.articles,
            passages_searched: statistics.passages,
            articles_compared: sources.len() as u64,
            evidence_left_out: judgement.findings.len().saturating_sub(limit) as u64,
            skipped: self.skipped()?.to_vec(),
            notes: self.notes.clone(),
            elapsed_ms: started.elapsed().as_millis() as u64,
        };
        Ok(Checked {
            verdict,
            evidence,
            summary,
            signals: judgement.signals,
        })
    }

    /// The sentences of a manuscript: those that can be checked, and those that cannot, with the reason.
    pub fn statements(&self, manuscript: &str) -> Vec<Statement> {
        let mut analyzers = self.analyzers.lend();
        let mut last = (0, 0);
        let found = sentences(manuscript).map(|span| {
            let text = &manuscript[span.range()];
            let line = manuscript[..span.start()].matches('\n').count() + 1;
            last = if last.0 == line {
                (line, last.1 + 1)
            } else {
                (line, 1)
            };
            match claim::checkable(text, analyzers.german(), &self.aliases) {
                Ok(claim) => Statement::Claim {
                    place: format!("{}.{}", last.0, last.1),
                    text: claim.text,
                },
                Err(reason) => Statement::LeftOut {
                    reason: reason.reason(),
                },
            }
        });
        found.collect()
    }

    fn sources(
        &self,
        claim: &str,
        aliases: &Aliases,
        analyzers: &mut Analyzers,
    ) -> Result<Vec<Candidate>, ArchiveError> {
        let plan = search::plan(&query::plain(claim), analyzers.german(), aliases);
        if plan.leaves.is_empty() {
            return Err(ArchiveError::NoWords);
        }
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let articles = self.ranked(&resolution, Some(ARTICLES), Detail::Scores)?;
        let mut candidates = Vec::new();
        for found in articles.iter().take(ARTICLES) {
            let addresses = found.passages.iter().take(PASSAGES);
            let addresses: BTreeSet<Address> = addresses.map(|passage| passage.address).collect();
            candidates.push(self.candidate(found.key, &addresses)?);
        }
        Ok(candidates)
    }

    /// The passages of an article that were found, with their neighbours and the beginning.
    fn candidate(&self, key: u64, found: &BTreeSet<Address>) -> Result<Candidate, ArchiveError> {
        let placed = self.reader.placed(self.reader.article(key)?)?;
        let article = self.hit_article(placed)?;
        let passages = self.reader.passages(key)?;
        let wanted = |place: usize| {
            place == 0
                || (place.saturating_sub(1)..=place + 1)
                    .filter_map(|near| passages.get(near))
                    .any(|(address, _)| found.contains(address))
        };
        let mut pieces: BTreeMap<u32, Vec<BlockText>> = BTreeMap::new();
        for (place, (_, stored)) in passages.iter().enumerate() {
            if wanted(place) {
                for block in &stored.blocks {
                    pieces.entry(block.number).or_default().push(block.clone());
                }
            }
        }
        let blocks = pieces.into_values().map(BlockText::assemble);
        // What a page says around its article, in the teaser of another one for instance, backs nothing.
        let is_own = |block: &BlockText| block.kind != BlockKind::Boilerplate;
        let blocks: Vec<BlockText> = blocks.filter(is_own).collect();
        let reference = &article.reference;
        let date = reference.date.as_deref();
        let source = Source {
            title: reference.title.clone(),
            published: date.and_then(|date| DateInterval::parse(date).ok()),
            blocks: blocks
                .iter()
                .map(|block| SourceBlock {
                    number: block.number,
                    kind: block.kind,
                    text: block.text.clone(),
                })
                .collect(),
        };
        Ok(Candidate {
            article,
            blocks,
            source,
        })
    }
}

fn verdict(claim: &Claim, judgement: &Judgement, first: Option<&Evidence>) -> Verdict {
    let best = judgement.findings.first();
    let basis = first.filter(|_| judgement.kind != VerdictKind::None);
    Verdict {
        claim: claim.text.clone(),
        kind: judgement.kind,
        confidence: judgement.confidence,
        basis: basis.map(|first| match first.attribution.kind {
            AttributionKind::Own => Basis::Own,
            AttributionKind::Reported | AttributionKind::Quoted => Basis::Reported,
        }),
        parts: best.map(|best| best.parts.clone()).unwrap_or_default(),
        articles: judgement.articles as u64,
        independent_sources: judgement.voices as u64,
    }
}

fn evidence(claim: &Claim, finding: &Finding, candidate: &Candidate) -> Evidence {
    let block = &candidate.blocks[finding.block];
    let marks = finding.marks.iter().map(|span| Mark {
        span: *span,
        bytes: search::placed(&candidate.article, block, *span),
        kind: MarkKind::Stem,
    });
    let parts = |status: PartStatus| {
        finding
            .parts
            .iter()
            .filter(move |part| part.status == status)
    };
    let qualified = parts(PartStatus::Qualified).filter_map(|part| part.found.clone());
    let attribution = of_sentence_at(&block.text, finding.sentence.start());
    Evidence {
        claim: claim.text.clone(),
        stance: finding.stance,
        coverage: finding.coverage,
        article: candidate.article.reference.clone(),
        citation: cite(&candidate.article, block, finding.sentence),
        text: block.text.clone(),
        marks: marks.collect(),
        conflicts: finding.conflicts.clone(),
        qualified: qualified.collect(),
        lacks: parts(PartStatus::Missing)
            .map(|part| part.text.clone())
            .collect(),
        attribution: attribution.unwrap_or(Attribution {
            kind: AttributionKind::Own,
            speaker: None,
            cue: None,
        }),
        disputed_by: disputed_by(&block.text, finding.sentence),
    }
}

/// The sentence behind the evidence, where that says that somebody denies it.
fn disputed_by(block: &str, sentence: TextSpan) -> Option<String> {
    let behind = sentences(block).filter(|next| next.start() >= sentence.end());
    let mut behind = behind
        .take(DISPUTED_WITHIN)
        .map(|next| &block[next.range()]);
    behind.find(|next| claim::disputes(next)).map(str::to_owned)
}
