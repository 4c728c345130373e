//! One printer for all formats, so that its caller need not know which one it has.

use std::io::{self, Write};

use super::bibliography::{Bibliography, List};
use super::csv::Table;
use super::json;
use super::kwic::{Concordance, Kwic};
use super::mentions::Mentions;
use super::quotations::Quotations;
use super::shown::Extent;
use super::style::Style;
use super::text::Listing;
use super::trec::Run;
use super::{analysis, attribution, check, duplicates, lists, markdown, shown, status};
use crate::evidence::{
    CheckSummary, CheckedClaim, Duplicates, Evidence, Hit, Sentence, Shown, Skipped, Status,
    Summary, Token, UnsureDate, Verdict,
};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text(Style),
    /// Markdown: quotations with footnotes of searches and mentions, a dossier of checks. Everything
    /// else is written as plain text.
    Markdown,
    /// JSON Lines, as [`super::wire`] specifies them.
    Json,
    /// A table for spreadsheets. It exists for searches, mentions, people and checks; everything else
    /// is written as text.
    Csv,
    /// Keywords in context, for searches and mentions; everything else is written as text.
    Concordance(Concordance),
    /// The articles as entries of a bibliography. It exists for searches and for showing a citation;
    /// everything else is written as text.
    Bibliography(Bibliography),
    /// A run for `trec_eval`: `qid Q0 docid rank score beleg`, one line an article. It exists for
    /// searches; everything else is written as text.
    Trec,
}

/// Writes results as they come.
///
/// A search is [`begin`](Self::begin), any number of [`hit`](Self::hit)s, those of one article one
/// after another, and [`summary`](Self::summary); a batch repeats that for each query. All methods
/// fail only when the writer does.
pub struct Printer<W: Write> {
    pub(super) out: W,
    pub(super) sheet: Sheet,
}

/// A format with what it must remember.
pub(super) enum Sheet {
    Text(Box<Text>),
    Markdown(Box<Quotations>),
    Json(json::Lines),
    Csv(Box<Table>),
    Concordance(Box<Kwic>),
    Bibliography(Box<List>),
    Trec(Run),
}

/// Text for people being written.
pub(super) struct Text {
    pub style: Style,
    pub hits: Listing,
    pub mentions: Mentions,
}

impl<W: Write> Printer<W> {
    /// A printer in that format.
    pub fn new(out: W, format: Format) -> Self {
        let sheet = match format {
            Format::Text(style) => Sheet::Text(Box::new(Text {
                style,
                hits: Listing::new(style),
                mentions: Mentions::new(style),
            })),
            Format::Markdown => Sheet::Markdown(Box::default()),
            Format::Json => Sheet::Json(json::Lines::default()),
            Format::Csv => Sheet::Csv(Box::default()),
            Format::Concordance(options) => Sheet::Concordance(Box::new(Kwic::new(options))),
            Format::Bibliography(format) => Sheet::Bibliography(Box::new(List::new(format))),
            Format::Trec => Sheet::Trec(Run::default()),
        };
        Self { out, sheet }
    }

    /// Opens the answer to a query; `id` is its name in a batch.
    ///
    /// # Errors
    /// When writing fails.
    pub fn begin(&mut self, query: &str, id: Option<&str>) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => text.hits.begin(out, query, id),
            Sheet::Markdown(quotations) => quotations.begin(out, query, id),
            Sheet::Json(lines) => lines.begin(out, query, id),
            Sheet::Csv(table) => table.begin(query, id),
            Sheet::Concordance(kwic) => kwic.begin(out, query, id),
            Sheet::Bibliography(list) => list.begin(out, query, id),
            Sheet::Trec(run) => {
                run.begin(id);
                Ok(())
            }
        }
    }

    /// Writes a hit.
    ///
    /// # Errors
    /// When writing fails.
    pub fn hit(&mut self, hit: &Hit) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => text.hits.hit(out, hit),
            Sheet::Markdown(quotations) => quotations.hit(out, hit),
            Sheet::Json(lines) => lines.hit(out, hit),
            Sheet::Csv(table) => table.hit(out, hit),
            Sheet::Concordance(kwic) => kwic.hit(out, hit),
            Sheet::Bibliography(list) => list.hit(out, hit),
            Sheet::Trec(run) => run.hit(out, hit),
        }
    }

    /// Closes the answer to a query.
    ///
    /// # Errors
    /// When writing fails.
    pub fn summary(&mut self, summary: &Summary) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => text.hits.summary(out, summary),
            Sheet::Markdown(quotations) => quotations.summary(out, summary),
            Sheet::Json(lines) => lines.summary(out, summary),
            Sheet::Csv(table) => table.summary(out, summary),
            Sheet::Concordance(kwic) => kwic.summary(out, summary),
            Sheet::Bibliography(list) => list.summary(out, summary),
            Sheet::Trec(run) => run.finish(out),
        }
    }

    /// Writes the verdict on a claim.
    ///
    /// # Errors
    /// When writing fails.
    pub fn verdict(&mut self, verdict: &Verdict) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => check::verdict(out, verdict, text.style),
            Sheet::Markdown(_) => markdown::verdict(out, verdict),
            Sheet::Json(lines) => lines.verdict(out, verdict),
            Sheet::Csv(table) => {
                table.verdict(verdict);
                Ok(())
            }
            _ => check::verdict(out, verdict, Style::default()),
        }
    }

    /// Writes a piece of evidence.
    ///
    /// # Errors
    /// When writing fails.
    pub fn evidence(&mut self, found: &Evidence) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => check::evidence(out, found, text.style),
            Sheet::Markdown(_) => markdown::evidence(out, found),
            Sheet::Json(lines) => lines.evidence(out, found),
            Sheet::Csv(table) => table.evidence(out, found),
            _ => check::evidence(out, found, Style::default()),
        }
    }

    /// Closes the check of a claim.
    ///
    /// # Errors
    /// When writing fails.
    pub fn check_summary(&mut self, summary: &CheckSummary) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Text(text) => check::summary(out, summary, text.style),
            Sheet::Markdown(_) => markdown::summary(out, summary),
            Sheet::Json(lines) => lines.check_summary(out, summary),
            Sheet::Csv(table) => table.check_summary(out, summary),
            _ => check::summary(out, summary, Style::default()),
        }
    }

    /// Writes the table that closes the check of many claims; JSON and tables have all of it already.
    ///
    /// # Errors
    /// When writing fails.
    pub fn check_table(&mut self, rows: &[CheckedClaim]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Markdown(_) => markdown::table(&mut self.out, rows),
            Sheet::Json(_) | Sheet::Csv(_) => Ok(()),
            _ => check::table(&mut self.out, rows, style),
        }
    }

    /// Writes an article of a run, of which neither text nor marks are needed. The other formats
    /// show hits and write nothing.
    ///
    /// # Errors
    /// When writing fails.
    pub fn ranked(&mut self, rank: u32, docid: &str, score: f32) -> io::Result<()> {
        match &mut self.sheet {
            Sheet::Trec(run) => run.ranked(&mut self.out, rank, docid, score),
            _ => Ok(()),
        }
    }

    /// Writes what is in an index.
    ///
    /// # Errors
    /// When writing fails.
    pub fn status(&mut self, status: &Status) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.status(&mut self.out, status),
            _ => status::write(&mut self.out, status, style),
        }
    }

    /// Writes what stands in a collection more than once.
    ///
    /// # Errors
    /// When writing fails.
    pub fn duplicates(&mut self, found: &Duplicates) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.duplicates(&mut self.out, found),
            _ => duplicates::write(&mut self.out, found, style),
        }
    }

    /// Writes everything that is not in the index.
    ///
    /// # Errors
    /// When writing fails.
    pub fn skipped(&mut self, list: &[Skipped]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.skipped(&mut self.out, list),
            _ => lists::skipped(&mut self.out, list, style),
        }
    }

    /// Writes the articles that do not say when they were published.
    ///
    /// # Errors
    /// When writing fails.
    pub fn unsure_dates(&mut self, list: &[UnsureDate]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.unsure_dates(&mut self.out, list),
            _ => lists::unsure_dates(&mut self.out, list, style),
        }
    }

    /// Writes a block in its article; JSON always has the whole of it.
    ///
    /// # Errors
    /// When writing fails.
    pub fn shown(&mut self, shown: &Shown, extent: Extent) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.shown(&mut self.out, shown),
            Sheet::Bibliography(list) => list.shown(&mut self.out, shown),
            _ => shown::write(&mut self.out, shown, extent, style),
        }
    }

    /// Writes the tokens of a text, or of one record of a batch.
    ///
    /// # Errors
    /// When writing fails.
    pub fn tokens(&mut self, tokens: &[Token]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.tokens(&mut self.out, tokens),
            _ => analysis::write(&mut self.out, tokens, style),
        }
    }

    /// Writes who says the sentences of a text; for people only of those that are not the author's own.
    ///
    /// # Errors
    /// When writing fails.
    pub fn sentences(&mut self, text: &str, sentences: &[Sentence]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.sentences(&mut self.out, sentences),
            _ => attribution::write(&mut self.out, text, sentences, style),
        }
    }

    /// What is to be said beside the results, as text for people: a table has no place for it.
    pub fn remarks(&self) -> &str {
        match &self.sheet {
            Sheet::Csv(table) => table.remarks(),
            Sheet::Concordance(kwic) => kwic.remarks(),
            Sheet::Bibliography(list) => list.remarks(),
            _ => "",
        }
    }

    /// Passes on what the writer still holds.
    ///
    /// # Errors
    /// When writing fails.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The writer, for instance to look at what was written.
    pub fn into_inner(self) -> W {
        self.out
    }

    pub(super) fn style(&self) -> Style {
        match &self.sheet {
            Sheet::Text(text) => text.style,
            _ => Style::default(),
        }
    }
}
