//! The mentions of a person for people: blocks with the names marked, grouped by article.

use std::io::{self, Write};

use super::article::{self, INDENT};
use super::count::{counted, grouped};
use super::mention_block::{self, MentionBlock};
use super::style::{Role, Style};
use super::text::place;
use super::{excerpt, sanitize, wrap};
use crate::evidence::{Candidate, FirstMention, LeftOut, Mention, MentionSummary};

/// So many of those whom a name may mean are named; of a common surname there are hundreds.
const CANDIDATES: usize = 20;

/// How much is told of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// Where it stands.
    Places,
    /// Also how it was given to the person, and how sure that is.
    Reasons,
    /// Nothing; mentions are only counted.
    Counts,
}

/// Mentions being written.
pub(super) struct Mentions {
    style: Style,
    block: MentionBlock,
    /// The article whose mentions are coming in.
    article: Option<String>,
    articles: u64,
    /// How much was written, where that is something else than blocks under their articles.
    pub(super) written: Option<String>,
}

impl Mentions {
    pub(super) fn new(style: Style) -> Self {
        Self {
            style,
            block: MentionBlock::default(),
            article: None,
            articles: 0,
            written: None,
        }
    }

    pub(super) fn mention(
        &mut self,
        out: &mut dyn Write,
        mention: &Mention,
        telling: Telling,
    ) -> io::Result<()> {
        let complete = self.block.add(mention);
        self.block(out, &complete, telling)
    }

    /// Writes a block that is complete: its text once, and each mention with its place.
    fn block(
        &mut self,
        out: &mut dyn Write,
        mentions: &[Mention],
        telling: Telling,
    ) -> io::Result<()> {
        let Some(first) = mentions.first() else {
            return Ok(());
        };
        let marks = mention_block::marks(mentions);
        let words = excerpt::excerpt(&first.text, &marks);
        let mut is_headline = false;
        if self.count(first) {
            is_headline = article::head(out, &first.article, &first.text, &words, self.style)?;
        }
        if !is_headline {
            for line in wrap::lines(&words, self.style, INDENT) {
                writeln!(out, "{line}")?;
            }
        }
        for mention in mentions {
            self.place(out, mention, mentions.len() > 1, telling)?;
        }
        writeln!(out)
    }

    /// Counts the article of a mention. Returns whether this is its first mention.
    pub(super) fn count(&mut self, mention: &Mention) -> bool {
        if self.article.as_ref() == Some(&mention.article.id) {
            return false;
        }
        self.article = Some(mention.article.id.clone());
        self.articles += 1;
        true
    }

    fn place(
        &self,
        out: &mut dyn Write,
        mention: &Mention,
        is_one_of_many: bool,
        telling: Telling,
    ) -> io::Result<()> {
        let cited = self
            .style
            .place(&mention.citation, &place(&mention.citation));
        match is_one_of_many {
            true => {
                let surface = one_line(&mention.surface);
                writeln!(out, "{INDENT}{cited}  {}", sanitize::line(&surface))?;
            }
            false => writeln!(out, "{INDENT}{cited}")?,
        }
        let told = told(mention, telling);
        let indent = INDENT.repeat(2);
        article::aside(out, &told, &indent, self.style)
    }

    pub(super) fn summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        let last = self.block.take();
        self.block(out, &last, telling)?;
        if !summary.candidates.is_empty() {
            self.candidates(out, summary)?;
        } else if summary.mentions_found == 0 {
            self.nothing_found(out, summary)?;
        } else {
            if telling == Telling::Counts {
                forms(out, summary, self.style)?;
            }
            let closing = [
                vec![found(summary)],
                Vec::from_iter(self.written.clone()),
                self.held_back(summary, telling),
                left_out(&summary.left_out),
                Vec::from_iter(article::skipped(summary.skipped.len())),
            ];
            article::aside(out, &closing.concat().join(" · "), "", self.style)?;
        }
        article::notes(out, &summary.notes, self.style)
    }

    /// What was found and is not shown, with the option that shows it; and what is doubtful.
    fn held_back(&self, summary: &MentionSummary, telling: Telling) -> Vec<String> {
        let mut parts = Vec::new();
        match &summary.first {
            Some(FirstMention::Dated(date)) => parts.push(format!("the first shown, of {date}")),
            Some(FirstMention::Unknown) => {
                parts.push("none has a date (--sort source lists them)".to_owned());
            }
            None => parts.extend(self.shown(summary, telling)),
        }
        if summary.ambiguous > 0 {
            parts.push(format!("{} may mean others", grouped(summary.ambiguous)));
        }
        parts
    }

    /// How many articles are shown, where that is not all of them.
    fn shown(&self, summary: &MentionSummary, telling: Telling) -> Option<String> {
        let is_short = telling != Telling::Counts && self.articles < summary.articles_found;
        is_short.then(|| {
            let shown = counted(self.articles, "article");
            format!("{shown} shown (--limit N for more)")
        })
    }

    /// Whom an ambiguous name may mean, and how to name one of them.
    fn candidates(&self, out: &mut dyn Write, summary: &MentionSummary) -> io::Result<()> {
        let name = self
            .style
            .paint(Role::Title, &sanitize::line(&summary.person));
        let people =
            counted(summary.candidates.len() as u64, "person").replace("persons", "people");
        writeln!(out, "{name} may mean {people}:\n")?;
        let figures = summary
            .candidates
            .iter()
            .map(|candidate| grouped(candidate.articles));
        let width = figures.map(|figure| figure.len()).max().unwrap_or(0);
        for Candidate { name, articles } in summary.candidates.iter().take(CANDIDATES) {
            let noun = if *articles == 1 {
                "article "
            } else {
                "articles"
            };
            let figure = grouped(*articles);
            writeln!(
                out,
                "{INDENT}{figure:>width$} {noun}  {}",
                sanitize::line(name)
            )?;
        }
        if let more @ 1.. = summary.candidates.len().saturating_sub(CANDIDATES) {
            let more = format!("… and {more} more: beleg people {}", summary.person);
            article::aside(out, &more, INDENT, self.style)?;
        }
        let says_more = |candidate: &&Candidate| candidate.name != summary.person;
        let example = summary.candidates.iter().find(says_more);
        let example = example.map_or("", |candidate| &candidate.name);
        let remedy = format!("Name one of them: beleg mentions \"{example}\"");
        writeln!(out, "\n{}", sanitize::line(&remedy))
    }

    /// That there is nothing, and why that may be.
    fn nothing_found(&self, out: &mut dyn Write, summary: &MentionSummary) -> io::Result<()> {
        let left_out = left_out(&summary.left_out);
        let is_unknown = left_out.is_empty();
        let tried = match is_unknown {
            true => "Nobody found called",
            false => "No such mention of",
        };
        let tried = format!(
            "{tried} {} in {} ({} ms)",
            sanitize::line(&summary.person),
            counted(summary.articles_searched, "article"),
            grouped(summary.elapsed_ms)
        );
        let skipped = Vec::from_iter(article::skipped(summary.skipped.len()));
        let all = [vec![tried], left_out, skipped].concat().join(" · ");
        for line in wrap::plain_lines(&all, self.style, "") {
            writeln!(out, "{line}")?;
        }
        match is_unknown {
            true => article::whom_you_mean(out, &summary.suggestions, self.style),
            false => article::did_you_mean(out, &summary.suggestions, self.style),
        }
    }
}

/// What is to be said of a mention beside its place.
pub(super) fn told(mention: &Mention, telling: Telling) -> String {
    let mut told = Vec::new();
    if telling == Telling::Reasons {
        told.push(format!("{}, {} %", mention.rule.reason, mention.confidence));
    }
    if mention.derived {
        told.push("derived from the name".to_owned());
    }
    if !mention.ambiguous.is_empty() {
        told.push(format!("may mean {}", mention.ambiguous.join(" or ")));
    }
    told.join("; ")
}

/// The forms of the name with how often they stand.
fn forms(out: &mut dyn Write, summary: &MentionSummary, style: Style) -> io::Result<()> {
    let name = style.paint(Role::Title, &sanitize::line(&summary.person));
    writeln!(out, "{name}\n")?;
    let widest = summary.forms.iter().map(|(_, count)| grouped(*count).len());
    let width = widest.max().unwrap_or(0);
    for (form, count) in &summary.forms {
        let count = grouped(*count);
        writeln!(out, "{INDENT}{count:>width$}  {}", sanitize::line(form))?;
    }
    writeln!(out)
}

fn found(summary: &MentionSummary) -> String {
    format!(
        "{} of {} in {} of {} ({} ms)",
        counted(summary.mentions_found, "mention"),
        sanitize::line(&summary.person),
        grouped(summary.articles_found),
        counted(summary.articles_searched, "article"),
        grouped(summary.elapsed_ms),
    )
}

/// What was not asked for, with the option that decides.
fn left_out(left_out: &LeftOut) -> Vec<String> {
    let kinds = [
        (left_out.derived, "derived left out (--derived)"),
        (left_out.short, "not in full (--strict)"),
        (left_out.unsure, "less sure (--min-confidence)"),
        (left_out.alone, "without the other (--with)"),
        (left_out.earlier, "before that time (--since)"),
        (
            left_out.undated,
            "in articles without a date left out (--since)",
        ),
    ];
    let some = kinds.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, kind)| format!("{} {kind}", grouped(count)))
        .collect()
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}
