//! A concordance: every match in a line of its own, the keyword in the middle (*keyword in context*).
//!
//! It is what corpus linguists know from AntConc and the Sketch Engine: read down the middle, and sort
//! by what stands before or behind the keyword to see how a word is used.

mod cut;
mod layout;
mod line;
mod order;
mod place;

use std::io::{self, Write};
use std::rc::Rc;

use super::article;
use super::closing::Closing;
use super::csv::Table;
use super::json::Lines;
use super::mentions::Telling;
use super::style::Style;
use crate::evidence::{ArticleRef, Hit, Mention, MentionSummary, Summary};
pub(super) use line::{Found, Line};
pub use order::KeywordOrder;

/// So many lines are aligned together when no order asks for all of them: the first come at once, and
/// a million need no more memory than these.
const PAGE: usize = 1000;

/// What is said where places had to be shortened.
const SHORTENED: &str = "note: beleg show and beleg open take the shortened places as they are";

/// How a concordance is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// What for.
    pub form: ConcordanceForm,
    /// In which order.
    pub order: KeywordOrder,
    /// Words on either side of the keyword, at most; a terminal shows as many of them as fit.
    pub context: usize,
}

/// What a concordance is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConcordanceForm {
    /// People.
    Text(Style),
    /// Programs.
    Json,
    /// Spreadsheets.
    Csv,
}

/// A concordance being written.
pub(super) struct Kwic {
    options: Concordance,
    sheet: Sheet,
    lines: Vec<Line>,
    /// Where the lines of the article begin whose hits are coming in.
    article: Option<(Rc<ArticleRef>, usize)>,
    person: Rc<str>,
    /// How many lines were written.
    written: u64,
    /// Whether the place of any is not whole.
    is_shortened: bool,
}

/// A form with what it must remember.
enum Sheet {
    Text(Style, Box<Closing>),
    Json(Lines),
    Csv(Box<Table>),
}

impl Kwic {
    pub fn new(options: Concordance) -> Self {
        Self {
            options,
            sheet: match options.form {
                ConcordanceForm::Text(style) => Sheet::Text(style, Box::new(Closing::new(style))),
                ConcordanceForm::Json => Sheet::Json(Lines::default()),
                ConcordanceForm::Csv => Sheet::Csv(Box::default()),
            },
            lines: Vec::new(),
            article: None,
            person: Rc::from(""),
            written: 0,
            is_shortened: false,
        }
    }

    pub fn begin(&mut self, out: &mut dyn Write, query: &str, id: Option<&str>) -> io::Result<()> {
        self.written = 0;
        self.is_shortened = false;
        match &mut self.sheet {
            Sheet::Text(_, closing) => closing.begin(out, query, id),
            Sheet::Json(lines) => lines.begin(out, query, id),
            Sheet::Csv(table) => table.begin(query, id),
        }
    }

    pub fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        let article = self.enter(out, &hit.article)?;
        let words = self.options.context;
        let keywords = hit.keywords.iter();
        let lines = keywords.map(|keyword| Line::of_hit(hit, article.clone(), keyword, words));
        self.lines.extend(lines);
        match &mut self.sheet {
            Sheet::Text(_, closing) => {
                closing.hit(hit);
            }
            Sheet::Csv(table) => {
                table.closing().hit(hit);
            }
            Sheet::Json(_) => {}
        }
        Ok(())
    }

    pub fn mention(&mut self, out: &mut dyn Write, mention: &Mention) -> io::Result<()> {
        let article = self.enter(out, &mention.article)?;
        if *self.person != *mention.person {
            self.person = Rc::from(mention.person.as_str());
        }
        let (person, words) = (self.person.clone(), self.options.context);
        self.lines
            .push(Line::of_mention(mention, article, person, words));
        match &mut self.sheet {
            Sheet::Text(_, closing) => closing.mention(mention),
            Sheet::Csv(table) => table.closing().mention(mention),
            Sheet::Json(_) => {}
        }
        Ok(())
    }

    pub fn summary(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.finish(out)?;
        match &mut self.sheet {
            Sheet::Text(style, closing) => {
                closing.wrote_of(self.written, summary.keywords, "line");
                if self.written > 0 {
                    writeln!(out)?;
                }
                closing.summary(out, summary)?;
                // A date or another field alone finds articles and marks nothing in them.
                if self.written == 0 && summary.articles_found > 0 {
                    writeln!(out, "note: the query has no word to align")?;
                }
                match self.is_shortened {
                    true => article::aside(out, SHORTENED, "", *style),
                    false => Ok(()),
                }
            }
            Sheet::Json(lines) => lines.summary(out, summary),
            Sheet::Csv(table) => table.keyword_summary(out, summary),
        }
    }

    pub fn mention_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        self.finish(out)?;
        match &mut self.sheet {
            Sheet::Text(style, closing) => {
                closing.wrote(self.written, "line");
                if self.written > 0 {
                    writeln!(out)?;
                }
                closing.mention_summary(out, summary, telling)?;
                match self.is_shortened {
                    true => article::aside(out, SHORTENED, "", *style),
                    false => Ok(()),
                }
            }
            Sheet::Json(lines) => lines.mention_summary(out, summary),
            Sheet::Csv(table) => table.named_keyword_summary(out, summary, telling),
        }
    }

    /// What is to be said beside the lines.
    pub fn remarks(&self) -> &str {
        match &self.sheet {
            Sheet::Csv(table) => table.remarks(),
            Sheet::Text(..) | Sheet::Json(_) => "",
        }
    }

    /// The article whose keyword comes; the one before it is complete.
    fn enter(&mut self, out: &mut dyn Write, article: &ArticleRef) -> io::Result<Rc<ArticleRef>> {
        if let Some((entered, _)) = &self.article
            && **entered == *article
        {
            return Ok(entered.clone());
        }
        self.leave_article();
        if self.options.order == KeywordOrder::Position && self.lines.len() >= PAGE {
            self.write(out)?;
        }
        let entered = Rc::new(article.clone());
        self.article = Some((entered.clone(), self.lines.len()));
        Ok(entered)
    }

    /// Puts the lines of an article that is complete into their order in it.
    fn leave_article(&mut self) {
        if let Some((_, start)) = self.article.take() {
            let place = |line: &Line| (line.citation.line, line.citation.column);
            self.lines[start..].sort_by_key(place);
        }
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.leave_article();
        self.options.order.sort(&mut self.lines);
        self.write(out)
    }

    /// Writes the lines there are.
    fn write(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let lines = std::mem::take(&mut self.lines);
        self.written += lines.len() as u64;
        match &mut self.sheet {
            Sheet::Text(style, _) => {
                self.is_shortened |= layout::page(out, &lines, *style)?;
                Ok(())
            }
            Sheet::Json(json) => lines.iter().try_for_each(|line| json.keyword(out, line)),
            Sheet::Csv(table) => lines.iter().try_for_each(|line| table.keyword(out, line)),
        }
    }
}
