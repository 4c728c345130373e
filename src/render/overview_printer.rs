//! The part of the printer that writes how results spread.

use std::io::{self, Write};

use super::bars::Signs;
use super::printer::{Printer, Sheet};
use super::{alike, overview, saved, timeline, why_not, wire};
use crate::evidence::{
    Alike, AlikeSummary, Facet, SavedSearch, SpecialWord, Summary, Timeline, WhyNot,
};

impl<W: Write> Printer<W> {
    /// Writes how the articles found spread over the values of a facet.
    ///
    /// # Errors
    /// When writing fails.
    pub fn facet(&mut self, facet: &Facet, signs: Signs) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.line(&mut self.out, "facet", wire::Facet::from(facet)),
            _ => overview::facet(&mut self.out, facet, signs, style),
        }
    }

    /// Writes how something spreads over time.
    ///
    /// # Errors
    /// When writing fails.
    pub fn timeline(&mut self, found: &Timeline, signs: Signs) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => {
                lines.line(&mut self.out, "timeline", wire::Timeline::from(found))
            }
            _ => timeline::write(&mut self.out, found, signs, style),
        }
    }

    /// Writes how the mentions of several people spread over one time, a row each.
    ///
    /// # Errors
    /// When writing fails.
    pub fn timelines(&mut self, found: &[Timeline], signs: Signs) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => found.iter().try_for_each(|timeline| {
                lines.line(&mut self.out, "timeline", wire::Timeline::from(timeline))
            }),
            _ => timeline::sparks(&mut self.out, found, signs, style),
        }
    }

    /// Writes what is special in the articles found, the most special first.
    ///
    /// # Errors
    /// When writing fails.
    pub fn special_words(&mut self, words: &[SpecialWord]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => words.iter().try_for_each(|word| {
                lines.line(&mut self.out, "term", wire::SpecialWord::from(word))
            }),
            _ => alike::words(&mut self.out, words, style),
        }
    }

    /// Writes how much an article has in common with another; its hits come next.
    ///
    /// # Errors
    /// When writing fails.
    pub fn alike(&mut self, found: &Alike) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.line(&mut self.out, "alike", wire::Alike::from(found)),
            _ => alike::alike(&mut self.out, found, style),
        }
    }

    /// Closes a list of articles like another, of which so many were shown.
    ///
    /// # Errors
    /// When writing fails.
    pub fn alike_summary(&mut self, summary: &AlikeSummary, shown: u64) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => {
                lines.line(&mut self.out, "summary", wire::AlikeSummary::from(summary))
            }
            _ => alike::summary(&mut self.out, summary, shown, style),
        }
    }

    /// Writes why a search does not show an article.
    ///
    /// # Errors
    /// When writing fails.
    pub fn why_not(&mut self, found: &WhyNot) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.line(&mut self.out, "why_not", wire::WhyNot::from(found)),
            _ => why_not::write(&mut self.out, found, style),
        }
    }

    /// Writes which searches are kept.
    ///
    /// # Errors
    /// When writing fails.
    pub fn saved(&mut self, searches: &[SavedSearch]) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => searches.iter().try_for_each(|search| {
                lines.line(&mut self.out, "saved", wire::SavedSearch::from(search))
            }),
            _ => saved::write(&mut self.out, searches, style),
        }
    }

    /// Closes a search that only counted.
    ///
    /// # Errors
    /// When writing fails.
    pub fn counts(&mut self, summary: &Summary) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Text(_) if summary.articles_found > 0 => {
                overview::counts(&mut self.out, summary, style)
            }
            _ => self.summary(summary),
        }
    }
}
