//! Sources that were renamed or moved: gone at one place, and new with the same content at another.

use std::collections::{HashMap, HashSet};

use super::changes::{Changed, Changes, Content};
use crate::index::{IndexError, IndexReader, SourceRecord};
use crate::source;

/// Pairs sources that are gone with new ones of the same content, which keep their numbers and
/// articles. Only files that are as large as one that is gone are read for that.
pub(super) fn pair(changes: &mut Changes, reader: &IndexReader) -> Result<(), IndexError> {
    let mut gone: HashMap<u64, Vec<SourceRecord>> = HashMap::new();
    let is_wanted: HashSet<u64> = changes.changed.iter().filter_map(new_size).collect();
    for row in &changes.gone {
        if !row.skipped && is_wanted.contains(&row.size) {
            let source = reader.source(row.key)?;
            gone.entry(row.size).or_default().push(source);
        }
    }
    for file in &mut changes.changed {
        let Some(candidates) = new_size(file).and_then(|size| gone.get_mut(&size)) else {
            continue;
        };
        let Some(place) = same_as(file, candidates) else {
            continue;
        };
        let source = candidates.remove(place);
        let row = changes.gone.iter().position(|row| row.key == source.key);
        if let Some(row) = row {
            file.known = Some(changes.gone.remove(row));
            file.renamed_from = Some(source.path);
        }
    }
    Ok(())
}

/// The size of a file that was not there before.
fn new_size(file: &Changed) -> Option<u64> {
    match &file.content {
        Content::Readable { state, .. } if file.known.is_none() => Some(state.size),
        _ => None,
    }
}

/// Which of the sources that are gone the file is: rather one of the same time and name.
fn same_as(file: &Changed, gone: &[SourceRecord]) -> Option<usize> {
    let Content::Readable {
        path,
        format,
        state,
        ..
    } = &file.content
    else {
        return None;
    };
    if !gone.iter().any(|source| source.format == format.name()) {
        return None;
    }
    let hash = source::hash(path).ok()?;
    let same = |source: &&(usize, &SourceRecord)| {
        source.1.hash == hash && source.1.format == format.name()
    };
    let likeness = |source: &(usize, &SourceRecord)| {
        let is_untouched = source.1.modified == state.modified_ns;
        let is_moved = name_of(&source.1.path) == name_of(&file.relative);
        (is_untouched, is_moved, std::cmp::Reverse(source.0))
    };
    let all: Vec<(usize, &SourceRecord)> = gone.iter().enumerate().collect();
    let best = all
        .iter()
        .filter(same)
        .max_by_key(|source| likeness(source));
    best.map(|source| source.0)
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
