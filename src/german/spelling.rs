//! Old and new spelling: words written by the rules before 1996, or in one of two ways that are both
//! right, are brought to one spelling before they are stemmed.
//!
//! `daß` and `Kuß` need nothing, for ß is folded to ss. Where three equal consonants meet, the lexicon
//! decides (`Schiffahrt`, `Schifffahrt`). The rest is a list of roots, one a line: the spelling to replace,
//! a blank, and the one that stands for both; lines that begin with # are comments. A root is replaced
//! where the lexicon knows the outcome; one with ^ before it always, but only at the beginning of words.

use std::sync::LazyLock;

use super::ending::known_ending;
use super::lexicon;

static ROOTS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("spellings.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .collect()
});

/// Shorter words, in bytes, hold none of the roots.
const SHORTEST: usize = 4;

/// Brings a word in small letters, with ss for ß, to the spelling that stands for all of its spellings.
pub(super) fn unify(lower: &mut String) {
    if let Some(third) = third_consonant(lower) {
        lower.insert(third.at, third.letter);
        return;
    }
    if lower.len() < SHORTEST {
        return;
    }
    for (old, new) in ROOTS.iter() {
        if let Some(beginning) = old.strip_prefix('^') {
            if let Some(rest) = lower.strip_prefix(beginning) {
                *lower = [new, rest].concat();
            }
        } else if let Some(at) = position(lower, old).filter(|at| !lower[*at..].starts_with(new)) {
            let unified = [&lower[..at], new, &lower[at + old.len()..]].concat();
            if is_known(&unified) || (at == 0 && !lexicon::contains(lower)) {
                *lower = unified;
            }
        }
    }
}

/// Where a word has a root first. Words are so short that looking is cheaper than preparing to, as `str::find` does.
fn position(lower: &str, root: &str) -> Option<usize> {
    let mut parts = lower.as_bytes().windows(root.len());
    parts.position(|part| part == root.as_bytes())
}

/// Whether the lexicon has the word, or one that it ends in.
fn is_known(lower: &str) -> bool {
    lexicon::contains(lower) || known_ending(lower).is_some()
}

struct Consonant {
    at: usize,
    letter: char,
}

/// The consonant that the old rules left out where three met before a vowel; only where the lexicon has
/// the word with it and not without.
fn third_consonant(lower: &str) -> Option<Consonant> {
    let is_vowel = |byte: u8| b"aeiouy".contains(&byte) || !byte.is_ascii();
    let pairs = lower
        .as_bytes()
        .windows(3)
        .enumerate()
        .filter(|(at, three)| {
            *at > 0 && three[0] == three[1] && !is_vowel(three[0]) && is_vowel(three[2])
        });
    let mut pairs = pairs.peekable();
    if pairs.peek().is_none() || lexicon::contains(lower) {
        return None;
    }
    pairs.find_map(|(at, three)| {
        let third = Consonant {
            at: at + 1,
            letter: char::from(three[0]),
        };
        let mut written = lower.to_owned();
        written.insert(third.at, third.letter);
        lexicon::contains(&written).then_some(third)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_root_of_the_list_differs_from_its_old_spelling_and_stands_once() {
        for (place, (old, new)) in ROOTS.iter().enumerate() {
            assert_ne!(old, new);
            assert!(
                ROOTS[..place].iter().all(|(other, _)| other != old),
                "{old}"
            );
        }
    }

    #[test]
    fn words_of_the_new_spelling_and_other_words_stay() {
        for word in [
            "schifffahrt",
            "stängel",
            "graphen",
            "philosophie",
            "bett",
            "raue",
            "initial",
        ] {
            let mut unified = word.to_owned();
            unify(&mut unified);
            assert_eq!(unified, word);
        }
    }
}
