//! What is in the index.

use std::path::Path;

use super::error::ArchiveError;
use super::open::Archive;
use super::places::{Places, file_below, shown};
use crate::evidence::{Skipped, Status};
use crate::index::{IndexError, IndexReader};

/// A collection that has grown by this factor is worth learning from again.
const OUTGROWN: u64 = 2;

impl Archive {
    /// What is not in the index and why, with paths as they are shown. A batch of queries reads it
    /// once.
    pub(super) fn skipped(&self) -> Result<&[Skipped], ArchiveError> {
        if let Some(skipped) = self.skipped.get() {
            return Ok(skipped);
        }
        let skipped = skipped(&self.reader)?;
        Ok(self.skipped.get_or_init(|| skipped))
    }

    /// What is in the index.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn status(&self) -> Result<Status, ArchiveError> {
        let manifest = self.reader.manifest();
        let size = self.reader.size()?;
        let counts = self.reader.statistics();
        let labels = self.reader.labels()?;
        let skipped = self.skipped()?.to_vec();
        let mut notes = self.notes.clone();
        if manifest.learnt_from > 0 && counts.articles >= OUTGROWN * manifest.learnt_from {
            notes.push(format!(
                "the collection has grown from {} to {} articles since beleg learnt from it; \
                 `beleg index --rebuild` learns again",
                manifest.learnt_from, counts.articles
            ));
        }
        Ok(Status {
            index: shown(&self.places.absolute_index()),
            roots: manifest
                .roots
                .iter()
                .map(|root| shown(Path::new(root)))
                .collect(),
            refreshed: manifest.refreshed.clone(),
            sources: self
                .reader
                .sources()?
                .iter()
                .filter(|source| !source.skipped)
                .count() as u64,
            articles: counts.articles,
            copies: self.reader.count_copies()?,
            passages: counts.passages,
            text_bytes: labels.text_bytes,
            index_bytes: size.bytes,
            segments: size.segments,
            dead_documents: size.dead_documents,
            format_version: manifest.format_version,
            fingerprint: manifest.fingerprint.clone(),
            knowledge: manifest.knowledge.clone(),
            languages: labels.languages,
            formats: labels.formats,
            dates: labels.dates,
            undated: labels.undated,
            encoded_twice: labels.encoded_twice,
            skipped,
            notes,
        })
    }
}

/// What is wrong with the index at `places`, by the checksums of its files; `None` when nothing is or
/// there is no index. This reads all of it.
pub fn damage(places: &Places) -> Option<ArchiveError> {
    let folder = places.current();
    if !IndexReader::exists(&folder) {
        return None;
    }
    match IndexReader::damaged_files(&folder) {
        Ok(files) => {
            let first = files.first()?;
            let damage = format!("{} is not as it was written", first.display());
            Some(IndexError::Damaged(damage).into())
        }
        Err(error) => Some(error.into()),
    }
}

/// What is not in the index and why, with paths as they are shown.
pub(super) fn skipped(reader: &IndexReader) -> Result<Vec<Skipped>, ArchiveError> {
    let roots = &reader.manifest().roots;
    let skipped = reader.skipped()?.into_iter().map(|(root, skipped)| {
        let root = roots.get(root as usize).map_or("", String::as_str);
        Skipped {
            path: shown(&file_below(root, &skipped.path)),
            reason: skipped.reason,
        }
    });
    Ok(skipped.collect())
}
