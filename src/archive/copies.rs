//! The further places of articles.

use super::error::ArchiveError;
use super::open::Archive;
use super::places::{file_below, shown};
use crate::evidence::Place;
use crate::index::Placed;

impl Archive {
    /// The file of an article, relative to the working directory where below it.
    pub(super) fn path_shown(&self, placed: &Placed) -> String {
        let root = self.reader.manifest().roots.get(placed.root as usize);
        shown(&file_below(root.map_or("", String::as_str), &placed.path))
    }

    /// How results name the place of an article.
    pub(super) fn place(&self, placed: &Placed) -> Place {
        let record = placed.article.record.clone();
        let is_by_line = record.is_some()
            && placed.article.member().is_none()
            && placed.article.parts.is_empty();
        Place {
            id: placed.id(),
            path: self.path_shown(placed),
            line: is_by_line.then_some(placed.start.line + 1),
            record,
        }
    }

    /// Where else an article stands that is shown at one of its places.
    pub(super) fn other_places(&self, placed: &Placed) -> Result<Vec<Place>, ArchiveError> {
        let copies = self.reader.copies_of(&placed.article)?;
        if copies.is_empty() {
            return Ok(Vec::new());
        }
        let first = self
            .reader
            .placed(self.reader.article(placed.article.key)?)?;
        let mut all = vec![first];
        all.extend(copies);
        let others = all
            .iter()
            .filter(|other| other.id() != placed.id() || other.root != placed.root);
        Ok(others.map(|other| self.place(other)).collect())
    }
}
