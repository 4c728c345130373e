//! Where on disk a citation leads.

use std::path::PathBuf;

use super::error::ArchiveError;
use super::open::Archive;
use super::show::Cited;
use crate::article::{PartName, part_at};
use crate::index::Placed;

/// Where on disk a citation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The file.
    pub path: PathBuf,
    /// Line, from 1; see [`Within`] for what of.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// The page, from 1, where the file has pages.
    pub page: Option<u32>,
    /// What line and column count in.
    pub within: Within,
    /// Whether the file on disk is still the one that was indexed.
    pub unchanged: bool,
}

/// What the lines of a citation are lines of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// The file, a text that an editor opens there.
    Text,
    /// The text of a document, which is looked at in a program of its own.
    Document,
    /// This member of an archive, or attachment, which has to be unpacked first.
    Member(String),
}

impl Archive {
    /// Where on disk a citation leads: to the line it names, else to where its record begins.
    ///
    /// # Errors
    /// [`ArchiveError::NotCited`] when the index has no such source, record or line.
    pub fn locate(&self, citation: &str) -> Result<Located, ArchiveError> {
        let cited = self.cited(citation)?;
        let placed = &cited.placed;
        let line = cited.typed.line.unwrap_or(placed.start.line + 1);
        let parts = placed.article.parts.parts();
        let page = part_at(&parts, line.saturating_sub(1)).and_then(|part| match part.name {
            PartName::Page(number) => Some(number),
            PartName::Part(_) => None,
        });
        Ok(Located {
            path: self.file_of(placed),
            line,
            column: cited.typed.column.unwrap_or(1),
            page,
            within: self.within(&cited)?,
            unchanged: self.is_unchanged(placed),
        })
    }

    fn within(&self, Cited { placed, .. }: &Cited<'_>) -> Result<Within, ArchiveError> {
        if let Some(member) = placed.article.member() {
            return Ok(Within::Member(member.to_owned()));
        }
        let has_parts = !placed.article.parts.parts().is_empty();
        Ok(match has_parts || self.is_for_viewers(placed)? {
            true => Within::Document,
            false => Within::Text,
        })
    }

    /// A web page is a text, and yet its readers want to see it as a page.
    fn is_for_viewers(&self, placed: &Placed) -> Result<bool, ArchiveError> {
        let source = self.reader.source(placed.article.source)?;
        Ok(matches!(
            source.format.as_str(),
            "html" | "pdf" | "docx" | "odt" | "epub" | "rtf"
        ))
    }
}
