//! Terms of a collection that look like a word.

use std::collections::HashMap;

/// How many terms a wildcard or a fuzzy word may stand for; the most frequent are taken.
pub const MAX_EXPANSIONS: usize = 200;

/// How many letters a derived word may have behind its root; longer ones are compounds.
pub const LONGEST_SUFFIX: usize = 9;

/// The terms nearest to a word: fewest edits first, then most frequent, each once.
pub fn nearest(word: &str, terms: Vec<(String, u64)>, limit: usize) -> Vec<String> {
    let mut frequencies: HashMap<String, u64> = HashMap::new();
    for (term, passages) in terms {
        *frequencies.entry(term).or_default() += passages;
    }
    let mut ranked: Vec<(usize, u64, String)> = frequencies
        .into_iter()
        .map(|(term, passages)| (strsim::damerau_levenshtein(word, &term), passages, term))
        .collect();
    ranked.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then(b.1.cmp(&a.1))
            .then_with(|| a.2.cmp(&b.2))
    });
    ranked
        .into_iter()
        .take(limit)
        .map(|(_, _, term)| term)
        .collect()
}

/// Words shorter than this are in too many others.
const WHOLE: usize = 4;
/// Longer words may differ in two letters.
const LONG: usize = 6;

/// Whether one word looks like another: a letter or two differ, or one is in the other.
pub fn is_like(word: &str, other: &str) -> bool {
    let lengths = [word.chars().count(), other.chars().count()];
    let shorter = lengths[0].min(lengths[1]);
    if shorter < WHOLE {
        return false;
    }
    let edits = if shorter < LONG { 1 } else { 2 };
    let is_near = lengths[0].abs_diff(lengths[1]) <= edits
        && strsim::damerau_levenshtein(word, other) <= edits;
    is_near || word.contains(other) || other.contains(word)
}
