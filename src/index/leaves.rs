//! From the leaves of a plan to postings: which passages hold them, and which articles may answer.

use roaring::RoaringBitmap;
use tantivy::{DocAddress, Term};

use super::columns;
use super::document;
use super::error::IndexError;
use super::postings::living;
use super::reader::IndexReader;
use super::schema::column;
use super::sections::{self, SectionSet};
use super::sets::{ArticleSet, LeafSet};
use crate::evidence::MarkKind;
use crate::german::Analyzer;
use crate::search::{
    Field, Force, LONGEST_SUFFIX, Leaf, MAX_EXPANSIONS, Plan, Reading, Resolved, ResolvedLeaf,
    ResolvedTerm, SequenceWord, count_verbatim,
};

/// Passages, by segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Matches {
    pub segments: Vec<RoaringBitmap>,
}

impl Matches {
    fn none(segments: usize) -> Self {
        Self {
            segments: vec![RoaringBitmap::new(); segments],
        }
    }

    fn add(&mut self, other: &Matches) {
        for (mine, theirs) in self.segments.iter_mut().zip(&other.segments) {
            *mine |= theirs;
        }
    }

    fn restrict(&mut self, other: &Matches) {
        for (mine, theirs) in self.segments.iter_mut().zip(&other.segments) {
            *mine &= theirs;
        }
    }

    pub fn len(&self) -> u64 {
        self.segments.iter().map(RoaringBitmap::len).sum()
    }
}

/// Passages found by a sequence or by parts together, with how often, and what that is to the word
/// typed. No single term stands for them.
#[derive(Clone, Debug)]
pub(super) struct Composite {
    pub kind: MarkKind,
    /// By segment: passage and frequency, ascending.
    pub segments: Vec<Vec<(u32, u32)>>,
}

/// A leaf that has been looked up.
#[derive(Clone, Debug, Default)]
pub(super) struct LeafMatches {
    pub all: Matches,
    pub composites: Vec<Composite>,
}

/// A plan looked up in one commit.
pub struct Resolution<'a> {
    pub(super) plan: &'a Plan,
    pub(super) leaves: Vec<LeafMatches>,
    pub(super) answers: Matches,
    /// What was found, as plain data.
    pub resolved: Resolved,
    /// The articles that may answer, when the query restricts them.
    pub articles: Option<ArticleSet>,
}

impl Resolution<'_> {
    /// The plan that was looked up.
    pub fn plan(&self) -> &Plan {
        self.plan
    }
}

impl IndexReader {
    /// Looks up all leaves of a plan and the passages that answer it. The analyzer is needed to
    /// check exact phrases on the stored text; only its folded forms count, so the plain one will do.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn resolve<'a>(
        &self,
        plan: &'a Plan,
        analyzer: &mut Analyzer,
    ) -> Result<Resolution<'a>, IndexError> {
        let mut leaves = Vec::with_capacity(plan.leaves.len());
        let mut resolved = Vec::with_capacity(plan.leaves.len());
        for leaf in &plan.leaves {
            let (matches, found) = self.resolve_leaf(leaf, analyzer)?;
            leaves.push(matches);
            resolved.push(found);
        }
        let allowed = self.restriction(plan, &leaves)?;
        let answers = self.answers(plan, &leaves, allowed.as_ref())?;
        let articles = allowed.as_ref().map(sections::articles);
        let undated = match plan.asks_date {
            true => Some(self.left_out_undated(plan, &leaves)?),
            false => None,
        };
        let articles_found = match (&articles, plan.ranked.is_empty()) {
            (Some(articles), true) => articles.len(),
            _ => self.count_articles(&answers)?,
        };
        let resolved = Resolved {
            leaves: resolved,
            statistics: self.statistics(),
            passages_found: answers.len(),
            articles_found,
            undated,
        };
        Ok(Resolution {
            plan,
            leaves,
            answers,
            resolved,
            articles,
        })
    }

    fn restriction(
        &self,
        plan: &Plan,
        leaves: &[LeafMatches],
    ) -> Result<Option<SectionSet>, IndexError> {
        let Some(expression) = &plan.filter else {
            return Ok(None);
        };
        let sets: Vec<LeafSet<'_>> = plan
            .leaves
            .iter()
            .zip(leaves)
            .map(|(leaf, matches)| match &leaf.metadata {
                Some(metadata) => LeafSet::Metadata(metadata),
                None => LeafSet::Passages(&matches.all),
            })
            .collect();
        self.evaluate(expression, &sets).map(Some)
    }

    fn answers(
        &self,
        plan: &Plan,
        leaves: &[LeafMatches],
        allowed: Option<&SectionSet>,
    ) -> Result<Matches, IndexError> {
        let mut answers = Matches::none(self.searcher.segment_readers().len());
        for number in &plan.ranked {
            answers.add(&leaves[*number].all);
        }
        if let Some(sections) = allowed {
            self.keep_in_sections(&mut answers, sections)?;
        }
        Ok(answers)
    }

    /// How many articles hold what is asked for and are left out because they have no date.
    fn left_out_undated(&self, plan: &Plan, leaves: &[LeafMatches]) -> Result<u64, IndexError> {
        let undated = self.undated_articles()?;
        if plan.ranked.is_empty() {
            return Ok(undated.len());
        }
        let undated = self.sections_of_articles(undated)?;
        let holding = self.answers(plan, leaves, Some(&undated))?;
        self.count_articles(&holding)
    }

    /// All documents of an article stand together, so a new number is a new article.
    fn count_articles(&self, answers: &Matches) -> Result<u64, IndexError> {
        let mut count = 0;
        for (segment, passages) in self
            .searcher
            .segment_readers()
            .iter()
            .zip(&answers.segments)
        {
            let keys = columns::unsigned(segment, column::ARTICLE)?;
            let mut last = None;
            for passage in passages {
                let key = keys.first(passage);
                count += u64::from(key != last);
                last = key;
            }
        }
        Ok(count)
    }

    fn resolve_leaf(
        &self,
        leaf: &Leaf,
        analyzer: &mut Analyzer,
    ) -> Result<(LeafMatches, ResolvedLeaf), IndexError> {
        let mut matches = LeafMatches {
            all: Matches::none(self.searcher.segment_readers().len()),
            composites: Vec::new(),
        };
        let mut found = ResolvedLeaf::default();
        for reading in &leaf.readings {
            match reading {
                Reading::Term { field, term, kind } => {
                    self.add_term(&mut matches, &mut found, *field, term, *kind)?;
                }
                Reading::Pattern(pattern) => {
                    let mut terms = self.terms_like(pattern)?;
                    terms.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
                    found.truncated |= terms.len() > MAX_EXPANSIONS;
                    for (field, term, _) in terms.into_iter().take(MAX_EXPANSIONS) {
                        self.add_term(&mut matches, &mut found, field, &term, MarkKind::Fuzzy)?;
                    }
                }
                Reading::Pieces(parts) => self.add_supports(&mut found, parts, MarkKind::Part)?,
                Reading::Country(words) => {
                    self.add_supports(&mut found, words, MarkKind::Variant)?;
                }
                Reading::SameRoot(root) => self.add_related(&mut found, root)?,
                Reading::Together(parts) => self.add_composite(&mut matches, self.together(parts)?),
                Reading::Sequence {
                    words,
                    verbatim,
                    kind,
                    distance,
                } => {
                    let mut sequence = self.sequence(words, *kind, *distance)?;
                    if *verbatim {
                        self.keep_forms(&mut sequence, words)?;
                        self.keep_verbatim(&mut sequence, words, analyzer)?;
                    }
                    self.add_composite(&mut matches, sequence);
                }
            }
        }
        found.passages = matches.all.len();
        Ok((matches, found))
    }

    /// Adds the stems of a root, beside those that are readings of the leaf.
    fn add_related(&self, found: &mut ResolvedLeaf, root: &str) -> Result<(), IndexError> {
        let mut stems = self.stems_of_root(root, root.len() + LONGEST_SUFFIX)?;
        stems.retain(|stem| !found.terms.iter().any(|found| found.term == *stem));
        self.add_supports(found, &stems, MarkKind::Fuzzy)
    }

    /// Adds stems that help to rank, as words and as parts of compounds.
    fn add_supports<'s>(
        &self,
        found: &mut ResolvedLeaf,
        stems: impl IntoIterator<Item = &'s String>,
        kind: MarkKind,
    ) -> Result<(), IndexError> {
        for stem in stems {
            self.add_support(found, Field::Stem, stem, kind)?;
            self.add_support(found, Field::Parts, stem, kind)?;
        }
        Ok(())
    }

    /// Adds a term that helps to rank what answers for another reason.
    fn add_support(
        &self,
        found: &mut ResolvedLeaf,
        field: Field,
        term: &str,
        kind: MarkKind,
    ) -> Result<(), IndexError> {
        let wanted = Term::from_field_text(self.field(field), term);
        if self.searcher.doc_freq(&wanted)? > 0 {
            note(found, field, term, kind, Force::Supports);
        }
        Ok(())
    }

    fn add_term(
        &self,
        matches: &mut LeafMatches,
        found: &mut ResolvedLeaf,
        field: Field,
        term: &str,
        kind: MarkKind,
    ) -> Result<(), IndexError> {
        // The context of a passage is no part of it.
        if field == Field::Context {
            return self.add_support(found, field, term, kind);
        }
        let passages = self.passages_with(field, term)?;
        if passages.len() > 0 {
            matches.all.add(&passages);
            note(found, field, term, kind, Force::Answers);
        }
        Ok(())
    }

    fn add_composite(&self, matches: &mut LeafMatches, composite: Composite) {
        for (all, passages) in matches.all.segments.iter_mut().zip(&composite.segments) {
            all.extend(passages.iter().map(|(passage, _)| *passage));
        }
        matches.composites.push(composite);
    }

    fn passages_with(&self, field: Field, term: &str) -> Result<Matches, IndexError> {
        let term = Term::from_field_text(self.field(field), term);
        let segments = self.searcher.segment_readers().iter();
        Ok(Matches {
            segments: segments
                .map(|segment| {
                    // Postings ascend, so this never fails.
                    let passages = RoaringBitmap::from_sorted_iter(living(segment, &term)?);
                    Ok(passages.unwrap_or_default())
                })
                .collect::<Result<_, IndexError>>()?,
        })
    }

    fn together(&self, parts: &[String]) -> Result<Composite, IndexError> {
        let mut common: Option<Matches> = None;
        for part in parts {
            let mut with_part = self.passages_with(Field::Stem, part)?;
            with_part.add(&self.passages_with(Field::Parts, part)?);
            match &mut common {
                Some(common) => common.restrict(&with_part),
                None => common = Some(with_part),
            }
        }
        let segments = common.unwrap_or_default().segments;
        let once = |passages: RoaringBitmap| passages.iter().map(|passage| (passage, 1)).collect();
        Ok(Composite {
            kind: MarkKind::Part,
            segments: segments.into_iter().map(once).collect(),
        })
    }

    fn sequence(
        &self,
        words: &[SequenceWord],
        kind: MarkKind,
        distance: Option<u32>,
    ) -> Result<Composite, IndexError> {
        let segments = self.searcher.segment_readers().iter();
        Ok(Composite {
            kind,
            segments: segments
                .map(|segment| self.sequences(segment, words, distance))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Keeps the passages that hold the forms that were typed, wherever, as far as the index tells:
    /// forms that equal their stem are not written twice. It spares reading most texts.
    fn keep_forms(
        &self,
        sequence: &mut Composite,
        words: &[SequenceWord],
    ) -> Result<(), IndexError> {
        for word in words.iter().filter(|word| word.exact != word.stem) {
            let holding = self.passages_with(Field::Exact, &word.exact)?;
            for (passages, holding) in sequence.segments.iter_mut().zip(&holding.segments) {
                passages.retain(|(passage, _)| holding.contains(*passage));
            }
        }
        Ok(())
    }

    /// Keeps the passages whose stored text holds the forms that were typed, in a row.
    fn keep_verbatim(
        &self,
        sequence: &mut Composite,
        words: &[SequenceWord],
        analyzer: &mut Analyzer,
    ) -> Result<(), IndexError> {
        for (ordinal, passages) in (0..).zip(&mut sequence.segments) {
            let mut kept = Vec::with_capacity(passages.len());
            for (passage, _) in passages.iter() {
                let document = self.searcher.doc(DocAddress::new(ordinal, *passage))?;
                let texts =
                    document::read_texts(document::payload(&document, self.fields.payload)?)?;
                let frequency = count_verbatim(analyzer, words, texts.into_iter());
                if frequency > 0 {
                    kept.push((*passage, frequency));
                }
            }
            *passages = kept;
        }
        Ok(())
    }

    /// The engine's field behind a field of the plan.
    pub(super) fn field(&self, field: Field) -> tantivy::schema::Field {
        match field {
            Field::Stem => self.fields.stem,
            Field::Exact => self.fields.exact,
            Field::Parts => self.fields.parts,
            Field::Context => self.fields.context,
        }
    }
}

/// Notes a term of the index that a leaf leads to.
fn note(found: &mut ResolvedLeaf, field: Field, term: &str, kind: MarkKind, force: Force) {
    found.terms.push(ResolvedTerm {
        field,
        term: term.to_owned(),
        kind,
        force,
    });
}
