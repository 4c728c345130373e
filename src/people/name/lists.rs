//! The lists beside this file: spellings, given names, particles, surnames that come first.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::key::plain;

/// Whether a person is called he or she.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

static SURNAMES: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| standards(include_str!("surname_spellings.txt")));

static GIVEN: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| standards(include_str!("given_spellings.txt")));

static GENDERS: LazyLock<HashMap<String, Gender>> =
    LazyLock::new(|| by_gender(include_str!("given_names.txt")));

static FAMILY: LazyLock<HashMap<String, Gender>> =
    LazyLock::new(|| by_gender(include_str!("family_words.txt")));

static PARTICLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("particles.txt")).collect());

static OTHER_NAMES: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut others = HashMap::new();
    for line in lines(include_str!("same_persons.txt")) {
        for name in line.split(" = ") {
            let rest = line.split(" = ").filter(|other| *other != name);
            others.insert(plain(name), rest.collect());
        }
    }
    others
});

static SURNAMES_FIRST: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("surnames_first.txt")).collect());

/// The lines of a list that are no comments.
pub(in crate::people) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    lines(list).flat_map(str::split_whitespace)
}

/// From each spelling's plain key to that of the first of its line.
fn standards(list: &'static str) -> HashMap<String, String> {
    let of_line = |line: &'static str| {
        let standard = line
            .split_whitespace()
            .next()
            .map(plain)
            .unwrap_or_default();
        line.split_whitespace()
            .map(move |word| (plain(word), standard.clone()))
    };
    lines(list).flat_map(of_line).collect()
}

fn by_gender(list: &'static str) -> HashMap<String, Gender> {
    let mut gender = Gender::Female;
    let mut genders = HashMap::new();
    for word in words(list) {
        match word {
            "female:" => gender = Gender::Female,
            "male:" => gender = Gender::Male,
            name => {
                genders.insert(plain(name), gender);
            }
        }
    }
    genders
}

/// The plain key that stands for all listed spellings of this surname.
pub(super) fn surname_standard(plain: &str) -> Option<&'static str> {
    SURNAMES.get(plain).map(String::as_str)
}

/// The plain key that stands for all listed spellings of this given name.
pub(super) fn given_standard(plain: &str) -> Option<&'static str> {
    GIVEN.get(plain).map(String::as_str)
}

/// The listed spellings of a surname or given name that stand in one line with `word`, by plain key.
pub(in crate::people) fn spellings_of(word: &str) -> Vec<&'static str> {
    let key = plain(word);
    let lists = [
        include_str!("surname_spellings.txt"),
        include_str!("given_spellings.txt"),
    ];
    let mut together = lists.into_iter().flat_map(lines).filter(|line| {
        line.split_whitespace()
            .any(|spelling| plain(spelling) == key)
    });
    together
        .next()
        .map(|line| line.split_whitespace().collect())
        .unwrap_or_default()
}

/// The other names of a person who is known by several that share no surname, by the plain key of one.
pub(in crate::people) fn other_names(plain: &str) -> &'static [&'static str] {
    OTHER_NAMES.get(plain).map_or(&[], Vec::as_slice)
}

/// Whether the word is a listed given name, and whose. Of a hyphenated name the first part decides.
pub(in crate::people) fn given_gender(word: &str) -> Option<Gender> {
    let whole = GENDERS.get(plain(word).as_str()).copied();
    whole.or_else(|| {
        let (first, _) = word.split_once('-')?;
        GENDERS.get(plain(first).as_str()).copied()
    })
}

/// Whose a word for a member of a family is, `Zwillingsbruder` by its ending.
pub(in crate::people) fn family_gender(word: &str) -> Option<Gender> {
    let key = plain(word);
    let starts = key.char_indices().map(|(at, _)| at);
    starts
        .take_while(|at| key.len() - at >= 3)
        .find_map(|at| FAMILY.get(&key[at..]).copied())
}

/// Whether the word stands before a surname and belongs to it: `von`, `bin`.
pub(in crate::people) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether the word is a surname of names that begin with it.
pub(in crate::people) fn is_surname_first(word: &str) -> bool {
    SURNAMES_FIRST.contains(word)
}
