//! What to try when nothing was found: words of the collection that look like those asked for.

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::open::Archive;
use crate::german::fold;
use crate::index::Resolution;
use crate::search::{Field, Pattern, Reading, nearest};

/// How many words are suggested for each word of the query.
const SUGGESTIONS: usize = 3;
/// For so many words of the query words are suggested: each costs a look at the whole dictionary, and who
/// typed more wrong words is not helped by a longer list.
const MISTYPED: usize = 8;
/// Shorter words look alike by chance; they may differ in one letter only.
const SHORT: usize = 5;

impl Archive {
    /// Words of the collection that look like words of the query that are not in it, as they are
    /// written there.
    pub(super) fn suggestions(
        &self,
        resolution: &Resolution<'_>,
        analyzers: &mut Analyzers,
    ) -> Result<Vec<String>, ArchiveError> {
        let mut suggestions = Vec::new();
        let plan = resolution.plan();
        let is_mistyped = |number: &&usize| {
            let mut readings = plan.leaves[**number].readings.iter();
            resolution.resolved.leaves[**number].passages == 0
                && readings.any(|reading| matches!(reading, Reading::Term { .. }))
        };
        for number in plan.ranked.iter().filter(is_mistyped).take(MISTYPED) {
            let leaf = &plan.leaves[*number];
            for surface in self.words_like(&leaf.text, analyzers)? {
                if !suggestions.contains(&surface) {
                    suggestions.push(surface);
                }
            }
        }
        Ok(suggestions)
    }

    fn words_like(
        &self,
        word: &str,
        analyzers: &mut Analyzers,
    ) -> Result<Vec<String>, ArchiveError> {
        let term = fold(word);
        let edits = if term.chars().count() < SHORT { 1 } else { 2 };
        let similar = Pattern::Similar {
            term: term.clone(),
            edits,
        };
        let found = self.reader.terms_like(&similar)?;
        let terms = found
            .iter()
            .map(|(_, term, passages)| (term.clone(), *passages))
            .collect();
        let mut surfaces = Vec::new();
        for term in nearest(&term, terms, SUGGESTIONS) {
            let fields = found.iter().filter(|(_, known, _)| *known == term);
            for (field, _, _) in fields.take(1) {
                surfaces.extend(self.surface(*field, &term, analyzers)?);
            }
        }
        Ok(surfaces)
    }

    /// A term as some passage writes it.
    fn surface(
        &self,
        field: Field,
        term: &str,
        analyzers: &mut Analyzers,
    ) -> Result<Option<String>, ArchiveError> {
        let Some(address) = self.reader.first_passage_with(field, term)? else {
            return Ok(None);
        };
        let stored = self.reader.passage(address)?;
        let language = self.reader.article(stored.article)?.language;
        let analyzer = analyzers.of(&language);
        let mut surface = None;
        for block in &stored.blocks {
            analyzer.analyze(&block.text, |token| {
                let form = if field == Field::Exact {
                    &token.word.exact
                } else {
                    &token.word.stem
                };
                if surface.is_none() && **form == *term {
                    surface = Some(block.text[token.span.range()].to_owned());
                }
            });
        }
        Ok(surface)
    }
}
