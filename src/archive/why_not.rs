//! Why a search does not show an article: what the article lacks, what excluded it, or how late it comes.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::open::Archive;
use super::places::shown;
use super::ranking::{Detail, FoundArticle};
use super::search::Copies;
use crate::article::BlockText;
use crate::evidence::{ClauseFate, Effect, Fate, WhyNot};
use crate::german::TokenKind;
use crate::index::{Placed, Resolution};
use crate::query::Query;
use crate::search::{self, Leaf, Marker, Metadata, Plan, Reading, blamed, block_ref};
use crate::source;

/// So many lines, forms and near words of each kind tell enough.
const TOLD: usize = 5;

/// A word of the article: its folded form, its stem, and how it is written.
type ArticleWord = (String, String, String);

impl Archive {
    /// Tells what became of an article in a search that shows near copies so.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn why_not(
        &self,
        query: &Query,
        citation: &str,
        copies: Copies,
    ) -> Result<WhyNot, ArchiveError> {
        let mut analyzers = self.analyzers.lend();
        let plan = self.plan(query, &mut analyzers)?;
        let placed = match self.cited(citation) {
            Ok(cited) => cited.placed,
            Err(ArchiveError::NotCited { hint, .. }) => return self.not_indexed(citation, hint),
            Err(error) => return Err(error),
        };
        let resolution = self.reader.resolve(&plan, analyzers.plain())?;
        let held = self.reader.held_by(&resolution, placed.article.key)?;
        let mut notes = self.notes.clone();
        let fate = self.rank(&resolution, placed.article.key, copies, &mut notes)?;
        let blamed = match fate {
            // Where operators hold for the page, an article may answer that holds what is excluded.
            Fate::Found { .. } => Vec::new(),
            _ => blamed(&plan, &held),
        };
        if fate == Fate::LeftOut && blamed.is_empty() {
            notes.push(
                "it holds what is asked for, but not on one page; operators hold for the page here"
                    .to_owned(),
            );
        }
        let mut clauses = self.clauses(&placed, &resolution, &held, &mut analyzers)?;
        for number in &blamed {
            clauses[*number].effect = match held[*number] {
                true => Effect::Excluded,
                false => Effect::Lacked,
            };
        }
        if !self.is_unchanged(&placed) {
            notes.push(
                "the file has changed since it was indexed; this is about the text as indexed, and \
                 `beleg index` reads it anew"
                    .to_owned(),
            );
        }
        Ok(WhyNot {
            path: named(&self.hit_article(placed)?.reference.id, citation),
            fate,
            clauses,
            notes,
        })
    }

    /// The place at which an article is shown, as itself or as a near copy of another.
    fn rank(
        &self,
        resolution: &Resolution<'_>,
        article: u64,
        copies: Copies,
        notes: &mut Vec<String>,
    ) -> Result<Fate, ArchiveError> {
        let shown = match copies {
            Copies::Folded => self.folded(resolution, None, Detail::Scores)?.articles,
            Copies::Shown => self.ranked(resolution, None, Detail::Scores)?,
        };
        let is_it =
            |found: &FoundArticle| found.key == article || found.near_copies.contains(&article);
        let Some(place) = shown.iter().position(is_it) else {
            return Ok(Fate::LeftOut);
        };
        if shown[place].key != article {
            let best = self.reader.placed(self.reader.article(shown[place].key)?)?;
            notes.push(format!(
                "it is shown as a near copy of {}; --all shows each of them",
                self.place(&best).path
            ));
        }
        Ok(Fate::Found {
            rank: place as u64 + 1,
            of: shown.len() as u64,
        })
    }

    /// What each leaf of the plan finds in the article.
    fn clauses(
        &self,
        placed: &Placed,
        resolution: &Resolution<'_>,
        held: &[bool],
        analyzers: &mut Analyzers,
    ) -> Result<Vec<ClauseFate>, ArchiveError> {
        let plan = resolution.plan();
        // What is excluded is marked as well as what is wanted.
        let all = Plan {
            ranked: (0..plan.leaves.len()).collect(),
            ..plan.clone()
        };
        let marker = Marker::new(&all, &resolution.resolved);
        let blocks = self.blocks(placed.article.key)?;
        let analyzer = analyzers.of(&placed.article.language);
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        let mut places: Vec<Places> = vec![Places::default(); plan.leaves.len()];
        // Each block is marked alone: a compound's parts count in one passage, not in a whole article.
        for (block, text) in blocks.iter().zip(&texts) {
            for mark in marker.mark(analyzer, &[text]).into_iter().flatten() {
                places[mark.leaf].note(placed, block, &text[mark.span.range()]);
            }
        }
        let mut words: Vec<ArticleWord> = Vec::new();
        for text in texts {
            analyzer.analyze(text, |token| {
                if token.kind == TokenKind::Word {
                    let surface = text[token.span.range()].to_owned();
                    words.push((
                        token.word.exact.to_string(),
                        token.word.stem.to_string(),
                        surface,
                    ));
                }
            });
        }
        words.sort();
        words.dedup_by(|next, kept| next.0 == kept.0);
        let leaves = plan.leaves.iter().zip(places).zip(held);
        let fates = leaves.map(|((leaf, places), holds)| {
            let has = leaf
                .metadata
                .as_ref()
                .and_then(|asked| self.has(asked, placed));
            clause(leaf, places, *holds, &words, has)
        });
        Ok(fates.collect())
    }

    /// What the article has of what a condition asks for.
    fn has(&self, asked: &Metadata, placed: &Placed) -> Option<String> {
        let article = &placed.article;
        let or_none = |value: &Option<String>, none: &str| {
            Some(value.clone().unwrap_or_else(|| none.to_owned()))
        };
        match asked {
            Metadata::Title(_) => or_none(&article.title, "no title"),
            Metadata::Author(_) => or_none(&article.author, "no author"),
            Metadata::Date(_) | Metadata::Undated => or_none(&article.date, "no date"),
            Metadata::Language(_) => Some(article.language.clone()),
            Metadata::Source(_) => Some(match &article.outlet {
                Some(outlet) => format!("{} ({outlet})", placed.path),
                None => placed.path.clone(),
            }),
            Metadata::Type(_) => {
                let source = self.reader.source(article.source).ok()?;
                Some(source.format.clone())
            }
            Metadata::Person { .. } => None,
        }
    }

    /// Why a file is not in the index.
    fn not_indexed(&self, citation: &str, hint: String) -> Result<WhyNot, ArchiveError> {
        let path = Path::new(citation);
        let real = fs::canonicalize(path);
        let roots = &self.reader.manifest().roots;
        let root = real.as_ref().ok().and_then(|real| {
            roots
                .iter()
                .map(Path::new)
                .find(|root| real.starts_with(root))
        });
        let skipped = self
            .skipped()?
            .iter()
            .find(|skipped| skipped.path == citation);
        let why = match (skipped, &real, root) {
            (Some(skipped), ..) => format!("it was skipped: {}", skipped.reason),
            (None, Err(_), _) if hint.starts_with("its file") => hint,
            (None, Err(_), _) => "there is no such file, and no article of that name".to_owned(),
            (None, Ok(_), None) => format!(
                "it lies outside of what is indexed, which is {}; name it with --corpus, and another \
                 index with --index",
                roots
                    .iter()
                    .map(|root| shown(Path::new(root)))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            (None, Ok(real), Some(root)) => passed_over(real, root).unwrap_or(hint),
        };
        Ok(WhyNot {
            path: citation.to_owned(),
            fate: Fate::NotIndexed(why),
            clauses: Vec::new(),
            notes: self.notes.clone(),
        })
    }
}

/// Why a file below a root is not in the index, as far as it can be seen from outside.
fn passed_over(path: &Path, root: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let is_hidden = below
        .iter()
        .any(|name| name.to_string_lossy().starts_with('.'));
    if is_hidden {
        return Some("names that begin with a dot are passed over".to_owned());
    }
    if path.is_dir() {
        return Some("it is a folder; name a file in it".to_owned());
    }
    match source::walk(&[path.to_owned()]).next()? {
        Ok(_) => Some(
            "it is newer than the index: `beleg index` reads it, or search with --refresh"
                .to_owned(),
        ),
        Err(skipped) => Some(format!("it cannot be read: {}", skipped.reason)),
    }
}

/// The article as the user named it, where that is more than its id says.
fn named(id: &str, citation: &str) -> String {
    match citation.ends_with(id) {
        true => citation.to_owned(),
        false => id.to_owned(),
    }
}

/// Where and in which forms a leaf stands in an article.
#[derive(Clone, Default)]
struct Places {
    forms: HashMap<String, u64>,
    lines: Vec<u32>,
}

impl Places {
    fn note(&mut self, placed: &Placed, block: &BlockText, form: &str) {
        *self.forms.entry(form.to_owned()).or_default() += 1;
        let line = block_ref(placed.start, block).line;
        if self.lines.last() != Some(&line) && self.lines.len() < TOLD {
            self.lines.push(line);
        }
    }

    fn forms(self) -> Vec<String> {
        let mut forms: Vec<(String, u64)> = self.forms.into_iter().collect();
        forms.sort_by(|(one, a), (other, b)| b.cmp(a).then_with(|| one.cmp(other)));
        forms.into_iter().take(TOLD).map(|(form, _)| form).collect()
    }
}

fn clause(
    leaf: &Leaf,
    places: Places,
    holds: bool,
    words: &[ArticleWord],
    has: Option<String>,
) -> ClauseFate {
    let mut fate = ClauseFate {
        asked: asked(leaf),
        effect: Effect::None,
        holds,
        forms: Vec::new(),
        lines: places.lines.clone(),
        terms: Vec::new(),
        missing: Vec::new(),
        near: Vec::new(),
        has,
    };
    if holds {
        fate.forms = places.forms();
    } else if leaf.metadata.is_none() {
        fate.lines.clear();
        fate.terms = terms(leaf);
        fate.missing = missing(leaf, words);
        fate.near = near(leaf, words);
    }
    fate
}

/// The leaf as typed, with the name of its field.
fn asked(leaf: &Leaf) -> String {
    let field = match &leaf.metadata {
        None => return leaf.text.clone(),
        Some(Metadata::Title(_)) => "title",
        Some(Metadata::Author(_)) => "author",
        Some(Metadata::Person { .. }) => "person",
        Some(Metadata::Source(_)) => "source",
        Some(Metadata::Language(_)) => "lang",
        Some(Metadata::Type(_)) => "type",
        Some(Metadata::Date(_) | Metadata::Undated) => "date",
    };
    format!("{field}:{}", leaf.text)
}

/// The terms that a word was looked up as.
fn terms(leaf: &Leaf) -> Vec<String> {
    let mut terms = Vec::new();
    for reading in &leaf.readings {
        if let Reading::Term { term, .. } = reading
            && !terms.contains(term)
        {
            terms.push(term.clone());
        }
    }
    terms.truncate(TOLD);
    terms
}

/// The words of a phrase whose stems the article lacks.
fn missing(leaf: &Leaf, words: &[ArticleWord]) -> Vec<String> {
    let sequence = leaf
        .readings
        .iter()
        .rev()
        .find_map(|reading| match reading {
            Reading::Sequence { words, .. } => Some(words),
            _ => None,
        });
    let sequence = sequence.map(Vec::as_slice).unwrap_or_default();
    let is_missing = |stem: &str| !words.iter().any(|(_, known, _)| known == stem);
    let missing = sequence.iter().filter(|word| is_missing(&word.stem));
    missing.map(|word| word.exact.clone()).collect()
}

/// Words of the article that look like what was asked for.
fn near(leaf: &Leaf, words: &[ArticleWord]) -> Vec<String> {
    let terms = terms(leaf);
    let mut near: Vec<String> = Vec::new();
    for (exact, stem, surface) in words {
        let is_near = |term: &String| search::is_like(term, exact) || search::is_like(term, stem);
        if terms.iter().any(is_near) && !near.contains(surface) {
            near.push(surface.clone());
        }
    }
    near.truncate(TOLD);
    near
}
