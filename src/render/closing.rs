//! The closing lines of an answer that is not written as passages under their articles.

use std::io::{self, Write};

use super::count::{counted, grouped};
use super::mentions::{Mentions, Telling};
use super::style::Style;
use super::text::Listing;
use crate::evidence::{Hit, KeywordCount, Mention, MentionSummary, Summary};

/// What is to be said at the end, while hits or mentions go by.
pub(super) struct Closing {
    hits: Listing,
    mentions: Mentions,
    style: Style,
}

impl Default for Closing {
    fn default() -> Self {
        Self::new(Style::default())
    }
}

impl Closing {
    pub fn new(style: Style) -> Self {
        Self {
            hits: Listing::new(style),
            mentions: Mentions::new(style),
            style,
        }
    }

    /// Opens the answer to a query.
    pub fn begin(&mut self, out: &mut dyn Write, query: &str, id: Option<&str>) -> io::Result<()> {
        self.mentions = Mentions::new(self.style);
        self.hits.begin(out, query, id)
    }

    /// Counts a hit that is written in another way. Returns whether it is the first of its article.
    pub fn hit(&mut self, hit: &Hit) -> bool {
        self.hits.count(hit)
    }

    /// Counts a mention that is written in another way.
    pub fn mention(&mut self, mention: &Mention) {
        self.mentions.count(mention);
    }

    /// Takes note of how much was written, in these units.
    pub fn wrote(&mut self, number: u64, noun: &str) {
        let written = match number {
            0 => format!("no {noun}"),
            _ => counted(number, noun),
        };
        self.say(written);
    }

    /// Takes note of how many of the keywords found were written, in these units.
    pub fn wrote_of(&mut self, number: u64, found: Option<KeywordCount>, noun: &str) {
        match found.filter(|all| all.found > number) {
            Some(KeywordCount { found, exact }) => {
                let bound = if exact { "" } else { "at least " };
                self.say(format!(
                    "{} of {bound}{}",
                    grouped(number),
                    counted(found, noun)
                ));
            }
            None => self.wrote(number, noun),
        }
    }

    fn say(&mut self, written: String) {
        let written = Some(written);
        self.hits.written.clone_from(&written);
        self.mentions.written = written;
    }

    /// Writes what was searched, found and held back.
    pub fn summary(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.hits.summary(out, summary)
    }

    /// Writes what was searched, found and held back.
    pub fn mention_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        self.mentions.summary(out, summary, telling)
    }
}
