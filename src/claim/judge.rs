//! From comparisons to findings, and from findings to a verdict.

use std::collections::HashSet;

use super::compare::{Comparison, Difference, Grid, Status, Support, Text, compare};
use super::marks::marks;
use super::measure::Measure;
use super::model;
use super::origins::{self, Origin};
use super::parts::{Claim, ItemKind};
use super::reading::{Persons, Reader, Source};
use super::signals::{Around, Rivalry, Signals};
use crate::evidence::{
    ClaimPart, Conflict, ConflictKind, PartKind, PartStatus, Stance, VerdictKind,
};
use crate::german::{Aliases, Analyzer};
use crate::people::Recognizer;
use crate::span::TextSpan;

/// So many sentences of an article are compared in full.
const SENTENCES: usize = 8;
/// The share of a claim that a sentence must hold to be compared at all.
const WORTH_COMPARING: f32 = 0.12;
/// A sentence that ranks so little lower may bear the verdict of its article.
const BEARING: f32 = 0.5;
/// By so many words of the claim at most one sentence tells more than another one.
const MOST_WORDS: f32 = 3.0;
/// So many sentences are shown of what is only near.
const NEAREST: usize = 3;

/// Compares claims with articles.
pub struct Judge<'a> {
    reader: Reader<'a>,
    recognizer: Recognizer,
}

/// What one sentence says of a claim.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Number of the article in the list of sources.
    pub source: usize,
    /// Number of the block in [`Source::blocks`].
    pub block: usize,
    /// The sentence, in bytes of the block.
    pub sentence: TextSpan,
    /// How it stands to the claim.
    pub stance: Stance,
    /// How much of the claim is stated in it and around it, from 0 to 1.
    pub coverage: f32,
    /// How much of the claim the sentence speaks of, and those around it: the order of evidence.
    pub rank: f32,
    /// The claim taken apart, with what is said of each part.
    pub parts: Vec<ClaimPart>,
    /// What is said otherwise.
    pub conflicts: Vec<Conflict>,
    /// Words of the block that match the claim, or stand in place of a part of it, in order.
    pub marks: Vec<TextSpan>,
    /// Whether somebody does in it what is done to them in the claim.
    reversed: bool,
    /// Whether somebody of the claim is not named in the article, nor anybody in their place.
    lacks_person: bool,
    /// For each part of the claim, how well the sentence itself has it, and how surely it has something else.
    local: Vec<f32>,
    differs: Vec<f32>,
    signals: Signals,
}

impl Finding {
    /// Whether that is another matter: somebody else did it and something else differs, too, or as well another number
    /// as another date is told.
    fn tells_of_others(&self) -> bool {
        let has = |kind: ConflictKind| self.conflicts.iter().any(|conflict| conflict.kind == kind);
        let [name, number, date, opposite] = [
            ConflictKind::Name,
            ConflictKind::Number,
            ConflictKind::Date,
            ConflictKind::Opposite,
        ]
        .map(has);
        (name && (number || date || opposite)) || (number && date)
    }

    /// Whether every part of the claim is stated.
    fn states_all(&self) -> bool {
        let is_missing = |part: &ClaimPart| part.status == PartStatus::Missing;
        self.stance == Stance::Backs && !self.parts.iter().any(is_missing)
    }
}

/// The verdict on a claim.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The finding.
    pub kind: VerdictKind,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// What it was told from; `None` where nothing was found.
    pub signals: Option<Signals>,
    /// What was found, the best first.
    pub findings: Vec<Finding>,
    /// How many articles say what the verdict rests on.
    pub articles: usize,
    /// How many voices these are: copies of one text count once.
    pub voices: usize,
}

impl<'a> Judge<'a> {
    /// A judge who knows these aliases beside the built-in tables.
    pub fn new(analyzer: &'a mut Analyzer, aliases: &'a Aliases) -> Self {
        Self {
            reader: Reader::new(analyzer, aliases),
            recognizer: Recognizer::new(),
        }
    }

    /// What the sources say of a claim; they come the most promising first.
    pub fn judge(&mut self, claim: &Claim, sources: &[Source]) -> Judgement {
        let mut findings = Vec::new();
        for (number, source) in sources.iter().enumerate() {
            let persons = Persons::of(&mut self.recognizer, &source.blocks);
            let text = Text::read(source, &mut self.reader, &persons);
            findings.extend(best_of(claim, &text, source, number));
        }
        findings.sort_by(|a, b| {
            let order = b.rank.total_cmp(&a.rank);
            order
                .then(a.source.cmp(&b.source))
                .then(a.block.cmp(&b.block))
        });
        let signals = signals(&findings);
        let (kind, confidence) = verdict(&findings, signals.as_ref());
        settle(kind, &mut findings);
        let origins = origins(&findings, sources);
        Judgement {
            kind,
            confidence: confidence.clamp(0.05, 0.99),
            signals,
            articles: origins.len(),
            voices: origins::count(&origins),
            findings,
        }
    }
}

/// The origins of the articles that say what the first finding says.
fn origins(findings: &[Finding], sources: &[Source]) -> Vec<Origin> {
    let Some(stance) = findings.first().map(|first| first.stance) else {
        return Vec::new();
    };
    let mut seen = HashSet::new();
    findings
        .iter()
        .filter(|finding| stance != Stance::Near && finding.stance == stance)
        .filter(|finding| seen.insert(finding.source))
        .map(|finding| Origin::of(&sources[finding.source], finding.block))
        .collect()
}

/// The findings of one article, the best sentence and those that say something else.
fn best_of(claim: &Claim, text: &Text, source: &Source, number: usize) -> Vec<Finding> {
    let grid = Grid::new(claim, text);
    let all: f32 = claim.items.iter().map(|item| item.weight).sum();
    let coverages: Vec<f32> = (0..text.sentences.len())
        .map(|sentence| grid.coverage(claim, sentence))
        .collect();
    let mut promising: Vec<(f32, usize)> = (0..coverages.len())
        .filter(|sentence| coverages[*sentence] > WORTH_COMPARING * all)
        .map(|sentence| (promise(&coverages, sentence), sentence))
        .collect();
    promising.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    promising.truncate(SENTENCES);
    let mut found: Vec<Finding> = promising
        .into_iter()
        .map(|(_, sentence)| {
            let comparison = compare(claim, text, &grid, sentence);
            finding(claim, text, source, number, &comparison)
        })
        .collect();
    found.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    // What states all of the claim is kept, however much more of its words another sentence holds.
    let full = found.iter().skip(2).position(Finding::states_all);
    let full = full.map(|place| found.remove(place + 2));
    found.truncate(2);
    found.extend(full);
    found
}

/// How much of a claim a sentence holds, with half of what the one before it holds, which it may go on from.
fn promise(coverages: &[f32], sentence: usize) -> f32 {
    let before = sentence
        .checked_sub(1)
        .map_or(0.0, |before| coverages[before]);
    coverages[sentence] + 0.5 * before
}

/// The signals of the best finding and of the others of its article.
fn signals(findings: &[Finding]) -> Option<Signals> {
    let first = findings.first()?;
    let nearly = |stance: Stance| {
        let others = findings.iter().skip(1);
        let same = others.filter(|other| other.source == first.source && other.stance == stance);
        same.map(|other| 1.0 - (first.rank - other.rank).min(1.0))
            .fold(0.0, f32::max)
    };
    let bearer = |kind: VerdictKind| bears(findings, first, kind).map(|place| &findings[place]);
    let backing = bearer(VerdictKind::Backed);
    let against = bearer(VerdictKind::Conflict);
    Some(first.signals.with_article(&Around {
        nearly: [Stance::Backs, Stance::Conflicts, Stance::Partly].map(nearly),
        states_all: first.states_all(),
        admitted: [
            backing.is_some(),
            bearer(VerdictKind::Partly).is_some(),
            against.is_some(),
        ],
        rivalry: backing.zip(against).map(|pair| rivalry(pair.0, pair.1)),
    }))
}

/// A sentence that could back a claim beside one that contradicts it.
fn rivalry(backing: &Finding, against: &Finding) -> Rivalry {
    let parts = against.differs.iter().zip(&backing.local);
    let contradicted = parts.filter(|(differs, _)| **differs > 0.0);
    let told = |finding: &Finding| -> f32 {
        let parts = finding
            .parts
            .iter()
            .zip(&finding.local)
            .zip(&against.differs);
        let words =
            parts.filter(|((part, _), differs)| part.kind == PartKind::Term && **differs == 0.0);
        words.map(|((_, local), _)| local).sum()
    };
    Rivalry {
        tells_more: (told(against) - told(backing)).clamp(-MOST_WORDS, MOST_WORDS) / MOST_WORDS,
        restated: contradicted.map(|(_, local)| *local).fold(1.0, f32::min),
        strength: against.differs.iter().copied().fold(0.0, f32::max),
        ahead: against.rank - backing.rank,
    }
}

/// The likeliest verdict among those that the findings admit, and how likely it is.
fn verdict(findings: &[Finding], signals: Option<&Signals>) -> (VerdictKind, f32) {
    let (Some(first), Some(signals)) = (findings.first(), signals) else {
        return (VerdictKind::None, 1.0);
    };
    if let Some(sure) = restated(findings, first) {
        return (VerdictKind::Backed, sure);
    }
    model::verdict(signals)
}

/// How much of the claim another sentence of the article states where the first one has another number or
/// date: that one tells of something else, or of an earlier time. A name that only stands elsewhere restates
/// nothing: it may have another role there.
fn restated(findings: &[Finding], first: &Finding) -> Option<f32> {
    let other_value =
        |conflict: &Conflict| matches!(conflict.kind, ConflictKind::Date | ConflictKind::Number);
    let differs = first.stance == Stance::Conflicts && first.conflicts.iter().all(other_value);
    let mut others = findings.iter().filter(|other| {
        other.source == first.source && other.states_all() && other.rank >= first.rank - BEARING
    });
    others
        .next()
        .filter(|_| differs)
        .map(|other| other.coverage)
}

/// The place of the finding of the best article that can bear a verdict. Nothing is backed that lacks a number,
/// date or name, or has another one, nothing in conflict where nothing differs or another matter is told.
fn bears(findings: &[Finding], first: &Finding, kind: VerdictKind) -> Option<usize> {
    let mut near = findings
        .iter()
        .enumerate()
        .filter(|(_, other)| other.source == first.source && other.rank >= first.rank - BEARING);
    let fits = |finding: &Finding| match kind {
        // Who does it to whom the best sentence tells; the names alone stand in others, too.
        VerdictKind::Backed => {
            !first.reversed && finding.conflicts.is_empty() && !finding.signals.lacks_something()
        }
        VerdictKind::Conflict => {
            !finding.conflicts.is_empty()
                && finding.signals.is_anchored()
                && !finding.lacks_person
                && !finding.tells_of_others()
        }
        VerdictKind::Partly => finding.conflicts.is_empty(),
        VerdictKind::None => true,
    };
    near.find(|(_, finding)| fits(finding))
        .map(|(place, _)| place)
}

/// Puts first what the verdict rests on, and leaves out what says nothing beside it.
fn settle(kind: VerdictKind, findings: &mut Vec<Finding>) {
    let wanted = match kind {
        VerdictKind::Backed => Stance::Backs,
        VerdictKind::Conflict => Stance::Conflicts,
        VerdictKind::Partly => Stance::Partly,
        VerdictKind::None => Stance::Near,
    };
    let bearer = findings
        .first()
        .and_then(|first| bears(findings, first, kind));
    if let Some(place) = bearer {
        let mut first = findings.remove(place);
        first.stance = wanted;
        findings.insert(0, first);
    }
    if kind == VerdictKind::None {
        return findings.truncate(NEAREST);
    }
    // The first may lack a word of little weight; what stands beside it must state every part to back it.
    for other in findings.iter_mut().skip(1) {
        if other.stance == Stance::Backs && !other.states_all() {
            other.stance = Stance::Partly;
        }
    }
    findings.sort_by_key(|finding| finding.stance != wanted);
    findings.retain(|finding| finding.stance != Stance::Near);
}

fn finding(
    claim: &Claim,
    text: &Text,
    source: &Source,
    number: usize,
    comparison: &Comparison,
) -> Finding {
    let placed = &text.sentences[comparison.sentence];
    let measure = Measure::of(claim, comparison);
    let words = |span: TextSpan, sentence: usize| {
        let said = &text.sentences[sentence];
        let span = span.shifted(said.sentence.span.start());
        source.blocks[said.block].text[span.range()].to_owned()
    };
    Finding {
        source: number,
        block: placed.block,
        sentence: placed.sentence.span,
        stance: measure.stance(),
        coverage: measure.wide,
        rank: measure.rank(),
        parts: parts(claim, comparison, words),
        conflicts: conflicts(claim, comparison, words),
        marks: marks(claim, text, comparison),
        reversed: comparison.reversed,
        lacks_person: lacks_person(claim, comparison),
        local: comparison.supports.iter().map(Support::told).collect(),
        differs: comparison.supports.iter().map(Support::differs).collect(),
        signals: Signals::of(claim, text, comparison),
    }
}

fn lacks_person(claim: &Claim, comparison: &Comparison) -> bool {
    let mut parts = claim.items.iter().zip(&comparison.supports);
    parts.any(|(item, support)| {
        let is_person = matches!(item.kind, ItemKind::Name(name) if claim.name(name).person);
        is_person && support.status == Status::Missing
    })
}

fn conflicts(
    claim: &Claim,
    comparison: &Comparison,
    words: impl Fn(TextSpan, usize) -> String,
) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (number, status) in comparison.supports.iter().enumerate() {
        if let Status::Contradicted(contradiction) = &status.status {
            let part = claim.text[claim.span_of(&claim.items[number]).range()].to_owned();
            conflicts.push(Conflict {
                claim: part.clone(),
                part,
                source: words(contradiction.span, contradiction.sentence),
                kind: kind_of(contradiction.kind),
            });
        }
    }
    if let Some(contradiction) = &comparison.denied {
        let denial = claim.sentence.negations.first();
        let part = denial.map_or_else(String::new, |word| {
            claim.text[claim.word(*word).span.range()].to_owned()
        });
        conflicts.push(Conflict {
            claim: part.clone(),
            part,
            source: words(contradiction.span, contradiction.sentence),
            kind: ConflictKind::Opposite,
        });
    }
    conflicts
}

fn kind_of(difference: Difference) -> ConflictKind {
    match difference {
        Difference::Number => ConflictKind::Number,
        Difference::Date => ConflictKind::Date,
        Difference::Name => ConflictKind::Name,
        Difference::Opposite => ConflictKind::Opposite,
    }
}

fn parts(
    claim: &Claim,
    comparison: &Comparison,
    words: impl Fn(TextSpan, usize) -> String,
) -> Vec<ClaimPart> {
    let mut parts = Vec::new();
    for (number, item) in claim.items.iter().enumerate() {
        let span = claim.span_of(item);
        let (status, found) = match &comparison.supports[number].status {
            Status::Supported => (PartStatus::Supported, None),
            Status::Qualified(span, sentence) => {
                (PartStatus::Qualified, Some(words(*span, *sentence)))
            }
            Status::Contradicted(found) => (
                PartStatus::Contradicted,
                Some(words(found.span, found.sentence)),
            ),
            Status::Missing => (PartStatus::Missing, None),
        };
        parts.push(ClaimPart {
            text: claim.text[span.range()].to_owned(),
            span,
            kind: match item.kind {
                ItemKind::Term(_) => PartKind::Term,
                ItemKind::Name(_) => PartKind::Name,
                ItemKind::Quantity(_) => PartKind::Number,
                ItemKind::Time(_) => PartKind::Date,
            },
            status,
            found,
        });
    }
    for word in &claim.sentence.negations {
        let span = claim.word(*word).span;
        parts.push(ClaimPart {
            text: claim.text[span.range()].to_owned(),
            span,
            kind: PartKind::Negation,
            status: match comparison.denied {
                Some(_) => PartStatus::Contradicted,
                None => PartStatus::Supported,
            },
            found: None,
        });
    }
    parts
}
