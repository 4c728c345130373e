//! The names of the records of a file, each unique there.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The names given in a file so far, as hashes: a million of them take 16 MB.
#[derive(Default)]
pub(super) struct Names(HashSet<u64>);

impl Names {
    /// `id` itself, or with `~2`, `~3` … when it was given before.
    pub(super) fn unique(&mut self, id: String) -> String {
        let mut name = id.clone();
        let mut count = 1;
        while !self.0.insert(hash_of(&name)) {
            count += 1;
            name = format!("{id}~{count}");
        }
        name
    }
}

fn hash_of(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
