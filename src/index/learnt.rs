//! What was learnt from the collection, frozen beside the segments under its hash.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::IndexError;
use crate::german::Knowledge;

/// Writes knowledge into an index folder and returns the hash that names it.
///
/// # Errors
/// When the folder cannot be written.
pub fn store(folder: &Path, knowledge: &Knowledge) -> Result<String, IndexError> {
    let bytes = knowledge.encode();
    let hash = hash(&bytes);
    let path = path(folder, &hash);
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, bytes)?;
    fs::File::open(&unfinished)?.sync_all()?;
    fs::rename(unfinished, path)?;
    Ok(hash)
}

/// Reads the knowledge of this hash; an empty hash means none.
///
/// # Errors
/// [`IndexError::Damaged`] when the file is missing or not what the hash says.
pub fn load(folder: &Path, named: &str) -> Result<Knowledge, IndexError> {
    if named.is_empty() {
        return Ok(Knowledge::default());
    }
    let unreadable = || IndexError::unreadable("knowledge of the collection");
    let bytes = fs::read(path(folder, named)).map_err(|_| unreadable())?;
    if hash(&bytes) != named {
        return Err(unreadable());
    }
    Knowledge::decode(&bytes).map_err(|_| unreadable())
}

fn path(folder: &Path, hash: &str) -> PathBuf {
    folder.join(format!("knowledge-{hash}.bin"))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
