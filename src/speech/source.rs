//! Nouns that name what somebody says, as the sources and as the contents of a sentence.

use std::collections::HashSet;
use std::sync::LazyLock;

static SOURCES: LazyLock<HashSet<String>> = LazyLock::new(|| listed(include_str!("sources.txt")));
static NOUNS: LazyLock<HashSet<String>> = LazyLock::new(|| listed(include_str!("nouns.txt")));
static DOCUMENTS: LazyLock<HashSet<String>> =
    LazyLock::new(|| listed(include_str!("documents.txt")));

fn listed(file: &str) -> HashSet<String> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.replace('ß', "ss")).collect()
}

/// Whether `nach` before the noun names a source: `Angaben`, `Polizeiangaben`.
pub(super) fn is_source(key: &str) -> bool {
    ends_in(&SOURCES, key)
}

/// Whether a clause behind the noun is somebody's statement: `Vorwurf`, `Behauptung`.
pub(super) fn takes_clause(key: &str) -> bool {
    NOUNS.contains(key)
}

/// Whether a statement may stand in it: `Bericht`, `Homepage`, `Urteil`.
pub(super) fn is_document(key: &str) -> bool {
    ends_in(&DOCUMENTS, key) || ends_in(&SOURCES, key)
}

/// Whether the list has the word, or behind a hyphen an ending of it.
fn ends_in(list: &HashSet<String>, key: &str) -> bool {
    if list.contains(key) {
        return true;
    }
    let mut ending = String::with_capacity(key.len() + 1);
    let starts = key
        .char_indices()
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || *at > 2);
    starts.into_iter().any(|at| {
        ending.clear();
        ending.push('-');
        ending.push_str(key[at..].trim_start_matches('-'));
        list.contains(&ending)
    })
}
