//! All places that name a person, before any of them is shown.

use std::collections::HashSet;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::open::Archive;
use super::whom;
use crate::evidence::NameRule;
use crate::index::{Address, PassageView, StoredMention};
use crate::people::{self, Person, Referent, Rule, Spellings};
use crate::search;
use crate::span::TextSpan;

/// How sure it is that such a name means the person. Who reads it would say so, but something kept
/// the recogniser from it.
const SPELLED_CONFIDENCE: u8 = 80;

/// A place that names a person.
pub(super) struct Found {
    /// Number of the article.
    pub article: u64,
    /// The passage.
    pub address: Address,
    /// Number of the block in the article.
    pub number: u32,
    /// Place of the block in the passage.
    pub block: usize,
    /// Bytes of the block's text in the passage.
    pub span: TextSpan,
    /// The name as it stands there.
    pub surface: String,
    pub rule: Rule,
    /// In per cent.
    pub confidence: u8,
    pub derived: bool,
    /// Everyone who may be meant, where the text does not decide.
    pub ambiguous: Vec<String>,
}

impl Found {
    /// Whether the whole name stands there: that of a person who is known by one word may be short.
    pub fn is_full(&self, person: &Person) -> bool {
        matches!(self.rule, Rule::FullName | Rule::Spelled)
            && (has_words(&self.surface) || !has_words(&person.name))
    }
}

fn has_words(name: &str) -> bool {
    name.contains(|sign: char| sign.is_whitespace() || sign == '-')
}

impl Archive {
    /// All places that name the person, or may, in the order of the index: those that were recognised,
    /// and full names that were not.
    pub(super) fn gather(
        &self,
        person: &Person,
        analyzers: &mut Analyzers,
    ) -> Result<Vec<Found>, ArchiveError> {
        let spellings = Spellings::new(people::spellings(person).iter().map(String::as_str));
        let rows = self.passages_spelling(&spellings, analyzers)?;
        let mut passages = self.reader.passages_naming(whom::terms(person))?;
        passages.extend(&rows);
        passages.sort_unstable();
        passages.dedup();
        let mut gathering = Gathering {
            archive: self,
            label: whom::label(person),
            terms: whom::terms(person).collect(),
            article: None,
            found: Vec::new(),
        };
        for address in passages {
            let spellings = rows.contains(&address).then_some(&spellings);
            gathering.look(address, spellings)?;
        }
        Ok(gathering.found)
    }

    /// The passages in which the words of a full name stand in a row.
    fn passages_spelling(
        &self,
        spellings: &Spellings,
        analyzers: &mut Analyzers,
    ) -> Result<HashSet<Address>, ArchiveError> {
        let mut passages = HashSet::new();
        let mut known = HashSet::new();
        for form in spellings.forms() {
            // In articles in other languages the forms themselves are the stems.
            let rows = [
                search::row(analyzers.german(), &form),
                search::row(analyzers.plain(), &form),
            ];
            for row in rows {
                let stems: Vec<String> = row.iter().map(|word| word.stem.clone()).collect();
                if known.insert(stems) {
                    passages.extend(self.reader.passages_with_row(&row)?);
                }
            }
        }
        Ok(passages)
    }
}

/// Looks through passages, those of one article after another.
struct Gathering<'a> {
    archive: &'a Archive,
    label: String,
    terms: HashSet<&'a str>,
    /// The last article, with the terms of everyone it names.
    article: Option<(u64, Vec<String>)>,
    found: Vec<Found>,
}

impl Gathering<'_> {
    fn look(
        &mut self,
        address: Address,
        spellings: Option<&Spellings>,
    ) -> Result<(), ArchiveError> {
        let reader = &self.archive.reader;
        reader.view(address, |view| {
            let known = self.article.take();
            let known = known.filter(|(article, _)| *article == view.article);
            let persons = match known {
                Some((_, persons)) => persons,
                None => reader.article(view.article)?.persons,
            };
            let mut found: Vec<Found> = view
                .mentions
                .iter()
                .filter_map(|stored| self.of(stored, &persons, &view, address))
                .collect();
            for (block, spellings) in spellings
                .into_iter()
                .flat_map(|spellings| (0..view.blocks.len()).map(move |block| (block, spellings)))
            {
                add_spelled(&mut found, &view, block, spellings, address);
            }
            self.found.append(&mut found);
            self.article = Some((view.article, persons));
            Ok(())
        })?
    }

    /// The mention as one of the person, if it may be.
    fn of(
        &self,
        stored: &StoredMention,
        persons: &[String],
        view: &PassageView<'_>,
        address: Address,
    ) -> Option<Found> {
        let mention = &stored.mention;
        let is_meant = |number: &u32| {
            let person = persons.get(*number as usize);
            person.is_some_and(|term| self.terms.contains(term.as_str()))
        };
        let (ambiguous, most) = match &mention.referent {
            Referent::Person(number) => (Vec::new(), is_meant(number).then_some(100)?),
            Referent::Ambiguous(all) if all.iter().all(is_meant) => (Vec::new(), 100),
            Referent::Ambiguous(all) => {
                all.iter().find(|number| is_meant(number))?;
                let name = |number: &u32| match is_meant(number) {
                    true => Some(self.label.clone()),
                    false => Some(people::name_of(persons.get(*number as usize)?).to_owned()),
                };
                let mut names: Vec<String> = all.iter().filter_map(name).collect();
                names.sort();
                names.dedup();
                (names, 100 / all.len().max(1) as u8)
            }
        };
        Some(Found {
            confidence: mention.confidence.min(most),
            derived: mention.derived,
            ambiguous,
            ..found(view, stored.block, mention.span, (address, mention.rule))
        })
    }
}

/// The rule in words.
pub(super) fn rule_of(rule: Rule) -> NameRule {
    NameRule {
        name: rule.name(),
        reason: rule.reason(),
    }
}

/// A place of a passage with nothing against it.
fn found(
    view: &PassageView<'_>,
    block: usize,
    span: TextSpan,
    (address, rule): (Address, Rule),
) -> Found {
    let (number, text) = view.blocks[block];
    // A name that goes on behind a cut is read as far as the passage has it.
    let surface = text.get(span.start()..span.end().min(text.len()));
    Found {
        article: view.article,
        address,
        number,
        block,
        span,
        surface: surface.unwrap_or_default().to_owned(),
        rule,
        confidence: SPELLED_CONFIDENCE,
        derived: false,
        ambiguous: Vec::new(),
    }
}

/// Adds the full names of a block that the recogniser gave to nobody, in the place of what it took for
/// a shorter name.
fn add_spelled(
    all: &mut Vec<Found>,
    view: &PassageView<'_>,
    block: usize,
    spellings: &Spellings,
    address: Address,
) {
    let recognised = || view.mentions.iter().filter(|stored| stored.block == block);
    for spelled in spellings.find(view.blocks[block].1) {
        if recognised().any(|stored| stored.mention.span.contains(spelled.span)) {
            continue;
        }
        all.retain(|found| found.block != block || !spelled.span.contains(found.span));
        all.push(Found {
            derived: spelled.derived,
            ..found(view, block, spelled.span, (address, Rule::Spelled))
        });
    }
    all.sort_by_key(|found| (found.block, found.span));
}
