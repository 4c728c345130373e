//! Paths that lost their middle, as a concordance shows them where the terminal is too narrow.

use std::path::Path;

use super::error::ArchiveError;
use super::open::Archive;
use super::places::{file_below, shown};
use crate::index::{SourceRecord, SourceRow};

/// Stands for what was left out.
const LEFT_OUT: char = '…';
/// So many of several files are named.
const NAMED: usize = 3;

impl Archive {
    /// The source whose path, below its root or as it is shown, begins and ends like this one. A path in
    /// which nothing was left out names none.
    ///
    /// # Errors
    /// When several do, or the index is damaged.
    pub(super) fn shortened_source(
        &self,
        citation: &str,
        path: &str,
    ) -> Result<Option<SourceRecord>, ArchiveError> {
        let Some((head, tail)) = path.split_once(LEFT_OUT) else {
            return Ok(None);
        };
        let mut fitting = self.reader.sources()?;
        fitting.retain(|source| {
            fits(&source.path, head, tail) || fits(&self.shown_path(source), head, tail)
        });
        if let [source] = fitting.as_slice() {
            return Ok(Some(self.reader.source(source.key)?));
        }
        if fitting.is_empty() {
            return Ok(None);
        }
        let mut names: Vec<String> = fitting.iter().map(|row| self.shown_path(row)).collect();
        names.sort();
        names.truncate(NAMED);
        Err(ArchiveError::AmbiguousCitation {
            citation: citation.to_owned(),
            files: fitting.len(),
            names,
        })
    }

    fn shown_path(&self, source: &SourceRow) -> String {
        let root = self.reader.manifest().roots.get(source.root as usize);
        let path = file_below(root.map_or("", String::as_str), &source.path);
        shown(Path::new(&path))
    }
}

/// Whether a path begins and ends so, and has something between.
fn fits(path: &str, head: &str, tail: &str) -> bool {
    let rest = path.strip_prefix(head);
    rest.is_some_and(|rest| rest.len() > tail.len() && rest.ends_with(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginning_and_end_do_not_overlap() {
        assert!(fits("akten/2023.txt", "ak", "23.txt"));
        assert!(!fits("a.txt", "a.t", ".txt"));
        assert!(!fits("a.txt", "a", ".txt"));
        assert!(fits("a.txt", "", ".txt"));
    }
}
