//! All mentions of a person.

use std::collections::{HashMap, HashSet};
use std::io;
use std::time::Instant;

use super::analyzers::Analyzers;
use super::error::ArchiveError;
use super::gather::{Found, rule_of};
use super::mention_order::{Extent, MentionOrder};
use super::open::Archive;
use super::whom;
use crate::evidence::{FormCount, Mark, MarkKind, Mention, MentionSummary};
use crate::people::{Choice, Person, Request};
use crate::query::Since;
use crate::search::{self, HitArticle, block_ref};
use crate::span::TextSpan;

/// Which mentions are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionOptions {
    /// By the form of the name.
    pub reach: Reach,
    /// Whether words that only derive from the name are asked for as well.
    pub derived: bool,
    /// Those of at least this confidence, in per cent.
    pub min_confidence: u8,
    /// Those in blocks that name this other person as well.
    pub with: Option<String>,
    /// Those in articles published in that time.
    pub since: Option<Since>,
    /// In which order articles come.
    pub order: MentionOrder,
    /// Which of them are handed on; the others are counted only.
    pub extent: Extent,
}

/// The forms of a name that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every form.
    AllForms,
    /// Full names.
    FullNames,
}

impl Archive {
    /// Hands every mention of a person to `sink`, those of one article after another, and sums up.
    /// In an article, mentions come by place.
    ///
    /// # Errors
    /// When what was typed is no name, the index is damaged, or `sink` fails.
    pub fn mentions(
        &self,
        typed: &str,
        options: &MentionOptions,
        sink: &mut dyn FnMut(Mention) -> io::Result<()>,
    ) -> Result<MentionSummary, ArchiveError> {
        let started = Instant::now();
        let mut summary = self.mention_summary()?;
        let with = options.with.as_deref().map(whom::request).transpose()?;
        if let Some(person) = self.one(&whom::request(typed)?, &mut summary)?
            && let Some(others) = self.others(with, &mut summary)?
        {
            summary.person = whom::label(&person);
            let mut analyzers = self.analyzers.lend();
            let mut found = self.gather(&person, &mut analyzers)?;
            if let Some(since) = &options.since {
                found = self.published_since(found, since, &mut summary)?;
            }
            let beside = others
                .map(|other| self.blocks_naming(&other, &mut analyzers))
                .transpose()?;
            let asked = Asked {
                person: &person,
                options,
                beside,
            };
            let found = asked.sift(found, &mut summary);
            self.hand_on(&found, &asked, &mut summary, sink)?;
        }
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok(summary)
    }

    fn mention_summary(&self) -> Result<MentionSummary, ArchiveError> {
        let counts = self.reader.statistics();
        Ok(MentionSummary {
            articles_searched: counts.articles,
            passages_searched: counts.passages,
            skipped: self.skipped()?.to_vec(),
            notes: self.notes.clone(),
            ..MentionSummary::default()
        })
    }

    /// The one person whom the request means; else the summary tells whom it may mean.
    fn one(
        &self,
        request: &Request,
        summary: &mut MentionSummary,
    ) -> Result<Option<Person>, ArchiveError> {
        request.typed.clone_into(&mut summary.person);
        match self.choose(request)? {
            Choice::One(person) => return Ok(Some(person)),
            Choice::Several(persons) => summary.candidates = self.candidates(persons)?,
            Choice::Nobody => summary.suggestions = self.people_like(request)?,
        }
        Ok(None)
    }

    /// The other person asked for, if one was: `Some(None)` when none was, `None` when it is not clear
    /// who is meant.
    fn others(
        &self,
        request: Option<Request>,
        summary: &mut MentionSummary,
    ) -> Result<Option<Option<Person>>, ArchiveError> {
        match request {
            None => Ok(Some(None)),
            Some(request) => Ok(self.one(&request, summary)?.map(Some)),
        }
    }

    /// The blocks that name a person, by numbers of article and block.
    fn blocks_naming(
        &self,
        person: &Person,
        analyzers: &mut Analyzers,
    ) -> Result<HashSet<(u64, u32)>, ArchiveError> {
        let found = self.gather(person, analyzers)?.into_iter();
        let found = found.filter(|found| !found.derived);
        Ok(found.map(|found| (found.article, found.number)).collect())
    }

    /// Puts articles into their order and hands on their mentions.
    fn hand_on(
        &self,
        found: &[Found],
        asked: &Asked<'_>,
        summary: &mut MentionSummary,
        sink: &mut dyn FnMut(Mention) -> io::Result<()>,
    ) -> Result<(), ArchiveError> {
        if asked.options.extent == Extent::Articles(Some(0)) {
            return Ok(());
        }
        let mut articles = Vec::new();
        for mentions in found.chunk_by(|one, other| one.article == other.article) {
            let placed = self
                .reader
                .placed(self.reader.article(mentions[0].article)?)?;
            articles.push((placed, mentions));
        }
        asked.options.order.sort(&mut articles);
        asked.options.extent.keep(&mut articles, summary);
        for (placed, mentions) in articles {
            let article = self.hit_article(placed)?;
            for in_block in mentions.chunk_by(|one, other| one.place() == other.place()) {
                self.hand_on_block(in_block, &article, asked.person, sink)?;
            }
        }
        Ok(())
    }

    /// Hands on the mentions of one block of one passage.
    fn hand_on_block(
        &self,
        mentions: &[Found],
        article: &HitArticle,
        person: &Person,
        sink: &mut dyn FnMut(Mention) -> io::Result<()>,
    ) -> Result<(), ArchiveError> {
        let Found { address, block, .. } = mentions[0];
        let stored = self.reader.passage(address)?;
        let whole = self.whole_block(address, stored.article, &stored.blocks[block])?;
        for found in mentions {
            let end = whole.block.text.len();
            let span = found.span.shifted(whole.before);
            let span = TextSpan::new(span.start().min(end), span.end().min(end));
            let citation = search::cite(article, &whole.block, span);
            let mark = Mark {
                span,
                bytes: citation.bytes,
                kind: mark_kind(found, person),
            };
            sink(Mention {
                person: whom::label(person),
                surface: citation.quote.clone(),
                article: article.reference.clone(),
                citation,
                rule: rule_of(found.rule),
                confidence: found.confidence,
                derived: found.derived,
                ambiguous: found.ambiguous.clone(),
                text: whole.block.text.clone(),
                block: block_ref(article.start, &whole.block),
                marks: vec![mark],
            })
            .map_err(ArchiveError::Output)?;
        }
        Ok(())
    }
}

impl Found {
    /// The block of the passage.
    fn place(&self) -> ((u32, u32), usize) {
        (self.address, self.block)
    }
}

fn mark_kind(found: &Found, person: &Person) -> MarkKind {
    match (found.derived, found.surface == person.name) {
        (true, _) => MarkKind::Part,
        (false, true) => MarkKind::Exact,
        (false, false) => MarkKind::Variant,
    }
}

/// What was asked of the mentions of a person.
struct Asked<'a> {
    person: &'a Person,
    options: &'a MentionOptions,
    /// The blocks that name the other person asked for.
    beside: Option<HashSet<(u64, u32)>>,
}

impl Asked<'_> {
    /// Keeps what was asked for; the summary counts that and what is left out.
    fn sift(&self, mut found: Vec<Found>, summary: &mut MentionSummary) -> Vec<Found> {
        found.retain(|found| match self.objection(found, summary) {
            Some(count) => {
                *count += 1;
                false
            }
            None => true,
        });
        let articles = found.chunk_by(|one, other| one.article == other.article);
        summary.articles_found = articles.count() as u64;
        summary.mentions_found = found.len() as u64;
        let ambiguous = found.iter().filter(|found| !found.ambiguous.is_empty());
        summary.ambiguous = ambiguous.count() as u64;
        summary.forms = counted(found.iter().map(|found| found.surface.as_str()));
        found
    }

    /// The count of those left out to which a mention belongs, if it does.
    fn objection<'s>(&self, found: &Found, summary: &'s mut MentionSummary) -> Option<&'s mut u64> {
        let left_out = &mut summary.left_out;
        let is_alone =
            |beside: &HashSet<(u64, u32)>| !beside.contains(&(found.article, found.number));
        if found.derived && !self.options.derived {
            Some(&mut left_out.derived)
        } else if self.options.reach == Reach::FullNames && !found.is_full(self.person) {
            Some(&mut left_out.short)
        } else if found.confidence < self.options.min_confidence {
            Some(&mut left_out.unsure)
        } else if self.beside.as_ref().is_some_and(is_alone) {
            Some(&mut left_out.alone)
        } else {
            None
        }
    }
}

/// Names with how often each comes, the most frequent first; line breaks in them are blanks.
pub(super) fn counted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<FormCount> {
    let mut counts: HashMap<String, u64> = HashMap::new();
    for name in names {
        let words: Vec<&str> = name.split_whitespace().collect();
        *counts.entry(words.join(" ")).or_default() += 1;
    }
    let mut counts: Vec<FormCount> = counts.into_iter().collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}
