//! The part of the printer that writes of people.

use std::io::{self, Write};

use super::mentions::Telling;
use super::people::{self, Forms};
use super::printer::{Printer, Sheet};
use crate::evidence::{Mention, MentionSummary, NamedPlace, PeopleSummary, Person};

impl<W: Write> Printer<W> {
    /// Writes a mention; those of one article come one after another.
    ///
    /// # Errors
    /// When writing fails.
    pub fn mention(&mut self, mention: &Mention, telling: Telling) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Json(lines) => lines.mention(out, mention),
            Sheet::Text(text) => text.mentions.mention(out, mention, telling),
            Sheet::Csv(table) => table.mention(out, mention),
            Sheet::Concordance(kwic) => kwic.mention(out, mention),
            Sheet::Markdown(quotations) => quotations.mention(out, mention, telling),
            _ => Ok(()),
        }
    }

    /// Closes the answer to a request for mentions.
    ///
    /// # Errors
    /// When writing fails.
    pub fn mention_summary(
        &mut self,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.sheet {
            Sheet::Json(lines) => lines.mention_summary(out, summary),
            Sheet::Text(text) => text.mentions.summary(out, summary, telling),
            Sheet::Csv(table) => table.mention_summary(out, summary, telling),
            Sheet::Concordance(kwic) => kwic.mention_summary(out, summary, telling),
            Sheet::Markdown(quotations) => quotations.mention_summary(out, summary, telling),
            _ => Ok(()),
        }
    }

    /// Writes a person of the collection.
    ///
    /// # Errors
    /// When writing fails.
    pub fn person(&mut self, person: &Person, forms: Forms) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.person(&mut self.out, person),
            Sheet::Csv(table) => table.person(&mut self.out, person),
            _ => people::person(&mut self.out, person, forms, style),
        }
    }

    /// Closes a list of people, of whom so many were shown; `name` is the one asked for, if one was.
    ///
    /// # Errors
    /// When writing fails.
    pub fn people_summary(
        &mut self,
        summary: &PeopleSummary,
        (name, shown): (&str, u64),
    ) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.people_summary(&mut self.out, summary),
            Sheet::Csv(table) => table.people_summary(&mut self.out, summary, (name, shown)),
            _ => people::summary(&mut self.out, summary, (name, shown), style),
        }
    }

    /// Writes who is named in an analysed text, or in one record of a batch.
    ///
    /// # Errors
    /// When writing fails.
    pub fn named(&mut self, places: &[NamedPlace]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.named(&mut self.out, places),
            _ => people::named(&mut self.out, places, style),
        }
    }
}
