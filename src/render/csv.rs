//! Tables for spreadsheets: a header, then a row a hit, keyword, mention, person or piece of evidence.
//!
//! They are comma-separated values as RFC 4180 has them, in UTF-8 with a byte order mark, without which
//! spreadsheet programs take umlauts for something else. No cell is a formula (see [`cell`]). What is
//! said at the end of an answer has no place in a table: it is a remark beside it.

mod cell;
mod rows;

use std::io::{self, Write};

use csv::Writer;

use super::check;
use super::closing::Closing;
use super::kwic::{Found, Line};
use super::mentions::Telling;
use super::people;
use super::style::Style;
use crate::evidence::{
    CheckSummary, Evidence, Hit, Mention, MentionSummary, PeopleSummary, Person, Summary, Verdict,
};

/// Tells a spreadsheet program that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table being written.
#[derive(Default)]
pub(super) struct Table {
    closing: Closing,
    remarks: Vec<u8>,
    has_header: bool,
    /// The query or claim, and its name in a batch.
    query: String,
    id: String,
    rows: u64,
    verdict: Option<Verdict>,
    /// What was searched for all claims.
    checked: CheckSummary,
}

impl Table {
    pub fn begin(&mut self, query: &str, id: Option<&str>) -> io::Result<()> {
        query.clone_into(&mut self.query);
        id.unwrap_or_default().clone_into(&mut self.id);
        self.rows = 0;
        self.closing.begin(&mut self.remarks, query, id)
    }

    /// Where hits and mentions are counted that come as keywords.
    pub fn closing(&mut self) -> &mut Closing {
        &mut self.closing
    }

    pub fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        self.closing.hit(hit);
        let row = rows::hit(hit, &self.query, &self.id);
        self.row(out, rows::HIT, &row)
    }

    pub fn mention(&mut self, out: &mut dyn Write, mention: &Mention) -> io::Result<()> {
        self.closing.mention(mention);
        self.row(out, rows::MENTION, &rows::mention(mention))
    }

    pub fn keyword(&mut self, out: &mut dyn Write, line: &Line) -> io::Result<()> {
        match &line.found {
            Found::Match { .. } => self.row(out, rows::KEYWORD, &rows::keyword(line)),
            Found::Mention { .. } => self.row(out, rows::NAMED_KEYWORD, &rows::keyword(line)),
        }
    }

    pub fn person(&mut self, out: &mut dyn Write, person: &Person) -> io::Result<()> {
        self.row(out, rows::PERSON, &rows::person(person))
    }

    pub fn verdict(&mut self, verdict: &Verdict) {
        self.verdict = Some(verdict.clone());
    }

    pub fn evidence(&mut self, out: &mut dyn Write, found: &Evidence) -> io::Result<()> {
        match &self.verdict {
            Some(verdict) => {
                let row = rows::evidence(&self.id, verdict, found);
                self.row(out, rows::EVIDENCE, &row)
            }
            None => Ok(()),
        }
    }

    /// A claim of which no source speaks has a row as well.
    pub fn check_summary(&mut self, out: &mut dyn Write, summary: &CheckSummary) -> io::Result<()> {
        if let Some(verdict) = self.verdict.take()
            && self.rows == 0
        {
            self.row(out, rows::EVIDENCE, &rows::nothing(&self.id, &verdict))?;
        }
        self.checked = CheckSummary {
            evidence_left_out: self.checked.evidence_left_out + summary.evidence_left_out,
            elapsed_ms: self.checked.elapsed_ms + summary.elapsed_ms,
            articles_compared: self
                .checked
                .articles_compared
                .max(summary.articles_compared),
            ..summary.clone()
        };
        self.remarks.clear();
        check::summary(&mut self.remarks, &self.checked, Style::default())
    }

    pub fn summary(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.close(out, rows::HIT)?;
        self.closing.summary(&mut self.remarks, summary)
    }

    pub fn keyword_summary(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.header(out, rows::KEYWORD)?;
        self.closing.wrote_of(self.rows, summary.keywords, "row");
        self.closing.summary(&mut self.remarks, summary)
    }

    pub fn mention_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        if telling == Telling::Counts {
            for form in &summary.forms {
                let row = rows::form(&summary.person, form);
                self.row(out, rows::FORM, &row)?;
            }
            self.close(out, rows::FORM)?;
        } else {
            self.close(out, rows::MENTION)?;
        }
        self.closing
            .mention_summary(&mut self.remarks, summary, telling)
    }

    pub fn named_keyword_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        self.close(out, rows::NAMED_KEYWORD)?;
        self.closing
            .mention_summary(&mut self.remarks, summary, telling)
    }

    pub fn people_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &PeopleSummary,
        shown: (&str, u64),
    ) -> io::Result<()> {
        self.close(out, rows::PERSON)?;
        people::summary(&mut self.remarks, summary, shown, Style::default())
    }

    /// What is to be said beside the table.
    pub fn remarks(&self) -> &str {
        str::from_utf8(&self.remarks)
            .unwrap_or_default()
            .trim_start()
    }

    /// A table without rows has its header all the same.
    fn close(&mut self, out: &mut dyn Write, header: rows::Header) -> io::Result<()> {
        self.header(out, header)?;
        self.closing.wrote(self.rows, "row");
        Ok(())
    }

    fn header(&mut self, out: &mut dyn Write, header: rows::Header) -> io::Result<()> {
        if std::mem::replace(&mut self.has_header, true) {
            return Ok(());
        }
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        write_record(out, header.concat().iter())
    }

    fn row(
        &mut self,
        out: &mut dyn Write,
        header: rows::Header,
        cells: &[String],
    ) -> io::Result<()> {
        self.header(out, header)?;
        self.rows += 1;
        write_record(out, cells.iter().map(|text| cell::safe(text).into_owned()))
    }
}

fn write_record<C: AsRef<[u8]>>(
    out: &mut dyn Write,
    cells: impl Iterator<Item = C>,
) -> io::Result<()> {
    let mut record = Writer::from_writer(Vec::new());
    record.write_record(cells)?;
    let bytes = record.into_inner().map_err(io::Error::other)?;
    out.write_all(&bytes)
}
