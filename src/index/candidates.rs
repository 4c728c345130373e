//! Stage one of the ranking, and what the candidates hold of the query's words.

use std::collections::HashMap;

use roaring::RoaringBitmap;
use tantivy::collector::TopDocs;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::doc_predicate_query::{DocPredicateQuery, FunctionPredicate};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, SegmentReader, Term};

use super::columns;
use super::error::IndexError;
use super::leaves::{LeafMatches, Resolution};
use super::reader::IndexReader;
use super::schema::column;
use super::statistics::PassageStatistics;
use crate::search::{
    CANDIDATES, Candidate, Evidence, Field, Force, Occurrence, ResolvedLeaf, ResolvedTerm, boost,
};

/// Segment and number of a passage.
pub type Address = (u32, u32);

impl IndexReader {
    /// The best passages that answer a query by the sum of their words' BM25 scores, best first, at
    /// least `limit` of them where there are so many. No more than [`CANDIDATES`] come as they stand:
    /// the second stage looks at each of them anyway. Of more, those of articles come before those of
    /// what stands around them.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn first_stage(
        &self,
        resolution: &Resolution<'_>,
        limit: usize,
    ) -> Result<Vec<Address>, IndexError> {
        if resolution.resolved.passages_found <= CANDIDATES as u64 {
            return Ok(all_answers(resolution));
        }
        let answers = resolution.answers.segments.as_slice();
        let only = resolution.articles.is_some().then_some(answers);
        let all = self.best(resolution, only, limit)?;
        let segments = self.searcher.segment_readers().iter();
        let around = segments.map(|segment| columns::unsigned(segment, column::AROUND));
        let around: Vec<_> = around.collect::<Result<_, _>>()?;
        let is_around =
            |(segment, passage): &Address| around[*segment as usize].first(*passage).is_some();
        if !all.iter().any(is_around) {
            return Ok(all);
        }
        // Menus are short and full of a word: those of a thousand pages would leave no room.
        let own = (0..).zip(answers).map(|(segment, answers)| {
            let passages = answers.iter();
            passages
                .filter(|passage| !is_around(&(segment, *passage)))
                .collect()
        });
        let own: Vec<RoaringBitmap> = own.collect();
        let mut ranked = self.best(resolution, Some(&own), limit)?;
        if ranked.len() < limit {
            ranked.extend(all.into_iter().filter(is_around));
        }
        Ok(ranked)
    }

    /// The best passages, of all or only of some, by segment.
    fn best(
        &self,
        resolution: &Resolution<'_>,
        only: Option<&[RoaringBitmap]>,
        limit: usize,
    ) -> Result<Vec<Address>, IndexError> {
        let mut scores = composite_scores(resolution, only, limit);
        for (score, address) in self.union(resolution, only, limit)? {
            *scores
                .entry((address.segment_ord, address.doc_id))
                .or_default() += score;
        }
        let mut ranked: Vec<(Address, f32)> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(ranked.into_iter().map(|(address, _)| address).collect())
    }

    /// One flat union of boosted terms: the only form in which tantivy skips what cannot win.
    fn union(
        &self,
        resolution: &Resolution<'_>,
        only: Option<&[RoaringBitmap]>,
        limit: usize,
    ) -> Result<Vec<(f32, DocAddress)>, IndexError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for number in &resolution.plan.ranked {
            let terms = resolution.resolved.leaves[*number].terms.iter();
            for term in terms.filter(|term| term.force == Force::Answers) {
                let wanted = Term::from_field_text(self.field(term.field), &term.term);
                let query = TermQuery::new(wanted, IndexRecordOption::WithFreqs);
                let boosted = BoostQuery::new(Box::new(query), boost(term.field, term.kind));
                clauses.push((Occur::Should, Box::new(boosted)));
            }
        }
        if clauses.is_empty() {
            return Ok(Vec::new());
        }
        let mut query: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
        if let Some(only) = only {
            query = Box::new(BooleanQuery::new(vec![
                (Occur::Must, query),
                (Occur::Must, self.only(only)),
            ]));
        }
        let statistics = PassageStatistics {
            searcher: &self.searcher,
            fields: &self.fields,
            passages: self.written_passages()?,
        };
        let top = TopDocs::with_limit(limit).order_by_score();
        Ok(self
            .searcher
            .search_with_statistics_provider(&query, &top, &statistics)?)
    }

    fn written_passages(&self) -> Result<u64, IndexError> {
        Ok(self
            .searcher
            .doc_freq(&self.kind_term(super::document::kind::PASSAGE))?)
    }

    fn only(&self, segments: &[RoaringBitmap]) -> Box<dyn Query> {
        let ids = self
            .searcher
            .segment_readers()
            .iter()
            .map(SegmentReader::segment_id);
        let allowed: HashMap<_, _> = ids.zip(segments.iter().cloned()).collect();
        let predicate = FunctionPredicate::from(move |segment: &SegmentReader| {
            let allowed = allowed
                .get(&segment.segment_id())
                .cloned()
                .unwrap_or_default();
            Ok(move |passage: u32| allowed.contains(passage))
        });
        Box::new(DocPredicateQuery::from(predicate))
    }

    /// What passages hold of the query's words. The candidates come in the order of `passages`.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn evidence(
        &self,
        resolution: &Resolution<'_>,
        passages: &[Address],
    ) -> Result<Vec<Candidate>, IndexError> {
        let mut order: Vec<usize> = (0..passages.len()).collect();
        order.sort_by_key(|place| passages[*place]);
        let mut candidates = vec![Candidate::default(); passages.len()];
        for run in order.chunk_by(|a, b| passages[*a].0 == passages[*b].0) {
            let segment = passages[run[0]].0;
            self.describe(segment, run, passages, &mut candidates)?;
            for (slot, number) in resolution.plan.ranked.iter().enumerate() {
                let leaf = &resolution.resolved.leaves[*number];
                self.look_up(segment, leaf, slot, run, &mut candidates)?;
                add_composites(
                    segment,
                    &resolution.leaves[*number],
                    slot,
                    run,
                    &mut candidates,
                );
            }
        }
        for candidate in &mut candidates {
            candidate
                .evidence
                .resize_with(resolution.plan.ranked.len(), Evidence::default);
        }
        Ok(candidates)
    }

    fn describe(
        &self,
        segment: u32,
        run: &[usize],
        passages: &[Address],
        candidates: &mut [Candidate],
    ) -> Result<(), IndexError> {
        let reader = self.searcher.segment_reader(segment);
        let keys = columns::unsigned(reader, column::ARTICLE)?;
        let lengths = reader.get_fieldnorms_reader(self.fields.stem)?;
        let around = columns::unsigned(reader, column::AROUND)?;
        for place in run {
            let address = passages[*place];
            candidates[*place] = Candidate {
                address,
                article: keys.first(address.1).unwrap_or(0),
                length: lengths.fieldnorm(address.1),
                is_around: around.first(address.1).is_some(),
                evidence: Vec::new(),
            };
        }
        Ok(())
    }

    fn look_up(
        &self,
        segment: u32,
        leaf: &ResolvedLeaf,
        slot: usize,
        run: &[usize],
        candidates: &mut [Candidate],
    ) -> Result<(), IndexError> {
        let reader = self.searcher.segment_reader(segment);
        for (number, term) in (0..).zip(&leaf.terms) {
            let field = self.field(term.field);
            let index = reader.inverted_index(field)?;
            let detail = match term.field {
                Field::Stem => IndexRecordOption::WithFreqsAndPositions,
                Field::Exact | Field::Parts | Field::Context => IndexRecordOption::WithFreqs,
            };
            let wanted = Term::from_field_text(field, &term.term);
            let Some(mut postings) = index.read_postings(&wanted, detail)? else {
                continue;
            };
            for place in run {
                let passage = candidates[*place].address.1;
                if postings.doc() < passage && postings.seek(passage) != passage
                    || postings.doc() != passage
                {
                    continue;
                }
                note(
                    evidence_of(&mut candidates[*place], slot),
                    (number, term),
                    &mut postings,
                );
            }
        }
        Ok(())
    }
}

/// Sequences and parts together have no postings to skip in; they are scored in the manner of
/// BM25 without lengths, which the second stage repairs.
fn composite_scores(
    resolution: &Resolution<'_>,
    only: Option<&[RoaringBitmap]>,
    limit: usize,
) -> HashMap<Address, f32> {
    let answers = only.unwrap_or(&resolution.answers.segments);
    let mut scores: Vec<(Address, f32)> = Vec::new();
    for number in &resolution.plan.ranked {
        let rarity = resolution.resolved.rarity(*number);
        for composite in &resolution.leaves[*number].composites {
            for (segment, passages) in (0..).zip(&composite.segments) {
                let answers = &answers[segment as usize];
                for (passage, frequency) in passages {
                    if answers.contains(*passage) {
                        let frequency = *frequency as f32;
                        let score = rarity * frequency / (frequency + 1.0);
                        scores.push(((segment, *passage), score));
                    }
                }
            }
        }
    }
    if scores.len() > limit {
        scores.select_nth_unstable_by(limit, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores.truncate(limit);
    }
    let mut sums = HashMap::new();
    for (address, score) in scores {
        *sums.entry(address).or_default() += score;
    }
    sums
}

/// Takes down that a passage, at which `postings` stand, holds a term.
fn note(
    evidence: &mut Evidence,
    (number, term): (u32, &ResolvedTerm),
    postings: &mut SegmentPostings,
) {
    match (term.field, term.force) {
        (Field::Context, _) => evidence.in_context = true,
        (_, Force::Supports) => evidence.supports.push(number),
        (_, Force::Answers) => {
            let frequency = postings.term_freq();
            let term_number = Some(number);
            evidence.occurrences.push(Occurrence {
                kind: term.kind,
                term: term_number,
                frequency,
            });
        }
    }
    if (term.field, term.force) == (Field::Stem, Force::Answers) {
        let mut positions = Vec::new();
        postings.positions(&mut positions);
        evidence.positions.extend(positions);
        evidence.positions.sort_unstable();
    }
}

/// All passages that answer, in the order of their addresses.
fn all_answers(resolution: &Resolution<'_>) -> Vec<Address> {
    let segments = (0..).zip(&resolution.answers.segments);
    segments
        .flat_map(|(segment, passages)| passages.iter().map(move |passage| (segment, passage)))
        .collect()
}

fn evidence_of(candidate: &mut Candidate, slot: usize) -> &mut Evidence {
    if candidate.evidence.len() <= slot {
        candidate.evidence.resize_with(slot + 1, Evidence::default);
    }
    &mut candidate.evidence[slot]
}

fn add_composites(
    segment: u32,
    leaf: &LeafMatches,
    slot: usize,
    run: &[usize],
    candidates: &mut [Candidate],
) {
    for composite in &leaf.composites {
        let passages = &composite.segments[segment as usize];
        for place in run {
            let passage = candidates[*place].address.1;
            if let Ok(found) = passages.binary_search_by_key(&passage, |(passage, _)| *passage) {
                let frequency = passages[found].1;
                let occurrence = Occurrence {
                    kind: composite.kind,
                    term: None,
                    frequency,
                };
                evidence_of(&mut candidates[*place], slot)
                    .occurrences
                    .push(occurrence);
            }
        }
    }
}
