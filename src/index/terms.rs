//! Terms of the collection that fit a pattern.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::query::FuzzyTermQuery;
use tantivy::termdict::{TermDictionary, TermStreamer};
use tantivy::{SegmentReader, Term};

use super::error::IndexError;
use super::reader::IndexReader;
use crate::german;
use crate::search::{Field, Glob, Pattern, Places};

/// Fields whose terms are forms of whole words: together they hold every folded form, since `exact`
/// leaves out forms that equal their stem.
const WORD_FIELDS: [Field; 2] = [Field::Stem, Field::Exact];

impl IndexReader {
    /// The terms of whole words that fit, each with the passages that hold it (an upper bound: a
    /// term of both fields is counted in each).
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn terms_like(&self, pattern: &Pattern) -> Result<Vec<(Field, String, u64)>, IndexError> {
        let mut found: BTreeMap<(usize, String), u64> = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            for (number, field) in WORD_FIELDS.into_iter().enumerate() {
                self.collect(segment, field, pattern, &mut |term, passages| {
                    *found.entry((number, term.to_owned())).or_default() += passages;
                })?;
            }
        }
        let named = |((number, term), passages)| (WORD_FIELDS[number], term, passages);
        Ok(found.into_iter().map(named).collect())
    }

    /// The stems of a root that are no longer than `longest` bytes, in order. The dictionary is read
    /// in one run, and only what belongs to the root is copied: this is done for every query word.
    pub(super) fn stems_of_root(
        &self,
        root: &str,
        longest: usize,
    ) -> Result<BTreeSet<String>, IndexError> {
        let pattern = Pattern::Prefix(root.to_owned());
        let mut stems = BTreeSet::new();
        for segment in self.searcher.segment_readers() {
            self.collect(segment, Field::Stem, &pattern, &mut |stem, _| {
                if stem.len() <= longest && german::root(stem) == root && !stems.contains(stem) {
                    stems.insert(stem.to_owned());
                }
            })?;
        }
        Ok(stems)
    }

    fn collect(
        &self,
        segment: &SegmentReader,
        field: Field,
        pattern: &Pattern,
        found: &mut dyn FnMut(&str, u64),
    ) -> Result<(), IndexError> {
        let field = self.field(field);
        let index = segment.inverted_index(field)?;
        let terms: &TermDictionary = index.terms();
        match pattern {
            Pattern::Prefix(prefix) => {
                let range = terms.range().ge(prefix);
                drain(
                    range.into_stream()?,
                    |term| term.starts_with(prefix),
                    Outside::Stop,
                    found,
                );
            }
            Pattern::Suffix(suffix) => {
                drain(
                    terms.stream()?,
                    |term| term.ends_with(suffix),
                    Outside::Skip,
                    found,
                );
            }
            Pattern::Gaps(glob) => {
                let stream = terms.search(Gaps(glob)).into_stream()?;
                drain(stream, |_| true, Outside::Skip, found);
            }
            Pattern::Similar { term, edits } => {
                let term = Term::from_field_text(field, term);
                let automaton = FuzzyTermQuery::new(term, *edits, true).automaton()?;
                drain(
                    terms.search(automaton).into_stream()?,
                    |_| true,
                    Outside::Skip,
                    found,
                );
            }
        }
        Ok(())
    }
}

/// A pattern with gaps, as the dictionary asks it.
struct Gaps<'a>(&'a Glob);

impl tantivy_fst::Automaton for Gaps<'_> {
    type State = Places;

    fn start(&self) -> Places {
        self.0.start()
    }

    fn is_match(&self, places: &Places) -> bool {
        self.0.is_match(*places)
    }

    fn can_match(&self, places: &Places) -> bool {
        !places.is_lost()
    }

    fn accept(&self, places: &Places, byte: u8) -> Places {
        self.0.read(*places, byte)
    }
}

/// What a term that does not fit says of those behind it.
enum Outside {
    Skip,
    Stop,
}

fn drain<A: tantivy_fst::Automaton>(
    mut stream: TermStreamer<'_, A>,
    fits: impl Fn(&str) -> bool,
    outside: Outside,
    found: &mut dyn FnMut(&str, u64),
) where
    A::State: Clone,
{
    while stream.advance() {
        let Ok(term) = std::str::from_utf8(stream.key()) else {
            continue;
        };
        match (fits(term), &outside) {
            (true, _) => found(term, u64::from(stream.value().doc_freq)),
            (false, Outside::Skip) => {}
            (false, Outside::Stop) => return,
        }
    }
}
