//! What the user says of names: who is one, and who is not.

use std::collections::BTreeSet;

use thiserror::Error;

use super::families::{Form, Person};
use super::term::{CountedTerm, family, name_and_walk};
use crate::people::mention::Walk;
use crate::people::name::{Name, plain};

/// The user's own names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnNames {
    mergers: Vec<Vec<OwnName>>,
    separations: Vec<Vec<OwnName>>,
}

/// A name in the user's file, with the walk of life in brackets where it needs one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct OwnName {
    name: String,
    key: String,
    walk: Option<Walk>,
}

/// Why a file of names cannot be understood.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum OwnNamesError {
    /// A line is neither a merger nor a separation.
    #[error("line {line}: write `Name = Other Name` or `Name != Other Name`")]
    Line {
        /// Number of the line, from 1.
        line: u32,
    },
}

impl OwnName {
    fn new(written: &str) -> Option<Self> {
        let (name, walk) = without_walk(written);
        let key = plain(name);
        (!key.is_empty()).then(|| Self {
            name: name.to_owned(),
            key,
            walk,
        })
    }

    fn is_term(&self, counted: &CountedTerm) -> bool {
        let (name, walk) = name_and_walk(&counted.term);
        plain(name) == self.key && (self.walk.is_none() || self.walk == walk)
    }

    fn names(&self, person: &Person) -> bool {
        let has_walk = || {
            self.walk
                .is_none_or(|walk| person.walk.is_none_or(|other| other == walk))
        };
        let has_form = |form: &Form| plain(&form.name) == self.key;
        has_walk() && person.forms.iter().any(has_form)
    }
}

/// The name and the walk of life written in brackets behind it: `Michael Müller (sport)`.
pub(super) fn without_walk(written: &str) -> (&str, Option<Walk>) {
    let written = written.trim();
    let in_brackets = written
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    match in_brackets.and_then(|(name, walk)| Some((name.trim(), Walk::named(walk.trim())?))) {
        Some((name, walk)) => (name, Some(walk)),
        None => (written, None),
    }
}

impl OwnNames {
    /// Reads a file of names: `Name = Other Name` for one person, `Name != Other Name` for two; a walk
    /// of life may stand in brackets behind a name. Lines that begin with `#` are comments.
    ///
    /// # Errors
    /// [`OwnNamesError`], with the number of the line.
    pub fn parse(text: &str) -> Result<Self, OwnNamesError> {
        let mut own = Self::default();
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim().trim_start_matches('\u{feff}');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (parts, list): (Vec<&str>, _) = if line.contains("!=") {
                (line.split("!=").collect(), &mut own.separations)
            } else {
                (line.split('=').collect(), &mut own.mergers)
            };
            let names: Option<Vec<OwnName>> = parts.into_iter().map(OwnName::new).collect();
            match names.filter(|names| names.len() > 1) {
                Some(names) if !names.iter().any(|name| name.name.contains('=')) => {
                    list.push(names)
                }
                _ => return Err(OwnNamesError::Line { line: number }),
            }
        }
        Ok(own)
    }

    /// The line that makes one person of several names; the first is the one to call them by.
    pub fn merge_line(names: &[String]) -> String {
        names.join(" = ")
    }

    /// The line that keeps two names apart.
    pub fn split_line(names: &[String]) -> String {
        names.join(" != ")
    }

    /// The names of each person who has several, without walks of life.
    pub fn mergers(&self) -> impl Iterator<Item = Vec<&str>> {
        let mergers = self.mergers.iter();
        mergers.map(|merger| merger.iter().map(|own| own.name.as_str()).collect())
    }

    /// The families that the user's own names bring together; their terms must be looked at at once.
    pub fn joined_families(&self) -> Vec<Vec<String>> {
        let mut joined: Vec<BTreeSet<String>> = Vec::new();
        for merger in &self.mergers {
            let mut families: BTreeSet<String> = merger
                .iter()
                .map(|own| family(&Name::new(&own.name)))
                .collect();
            let (touching, apart): (Vec<_>, Vec<_>) = joined
                .into_iter()
                .partition(|other| !other.is_disjoint(&families));
            families.extend(touching.into_iter().flatten());
            joined = apart;
            joined.push(families);
        }
        joined
            .into_iter()
            .filter(|families| families.len() > 1)
            .map(|families| families.into_iter().collect())
            .collect()
    }

    /// Separates and merges persons as the user says.
    pub(super) fn apply(&self, persons: &mut Vec<Person>) {
        for names in &self.separations {
            for (at, own) in names.iter().enumerate().skip(1) {
                separate(own, &names[..at], persons);
            }
        }
        for names in &self.mergers {
            merge(names, persons);
        }
    }
}

/// Takes the terms of a name out of a person that another of the names means as well.
fn separate(own: &OwnName, others: &[OwnName], persons: &mut Vec<Person>) {
    let has = |own: &OwnName, person: &Person| person.terms.iter().any(|term| own.is_term(term));
    let shared = persons
        .iter()
        .position(|person| has(own, person) && others.iter().any(|other| has(other, person)));
    let Some(place) = shared else { return };
    let person = persons.swap_remove(place);
    let is_others = |term: &CountedTerm| {
        others
            .iter()
            .any(|other| other.walk.is_some() && other.is_term(term))
    };
    let (theirs, rest): (Vec<_>, Vec<_>) = person
        .terms
        .into_iter()
        .partition(|term| own.is_term(term) && !is_others(term));
    for (terms, walk) in [(rest, others[0].walk), (theirs, own.walk)] {
        if !terms.is_empty() {
            persons.push(Person {
                walk,
                ..Person::of(terms)
            });
        }
    }
}

fn merge(names: &[OwnName], persons: &mut Vec<Person>) {
    let meant = |person: &Person| names.iter().any(|own| own.names(person));
    if !persons.iter().any(meant) {
        return;
    }
    let (one, others): (Vec<Person>, Vec<Person>) = persons.drain(..).partition(meant);
    *persons = others;
    let walk = one.iter().find_map(|person| person.walk);
    let mut person = Person::of(one.into_iter().flat_map(|person| person.terms).collect());
    for own in names {
        if !own.names(&person) {
            person.forms.push(Form {
                name: own.name.clone(),
                articles: 0,
            });
        }
    }
    person.walk = walk.filter(|_| names.iter().any(|own| own.walk.is_some()));
    person.name.clone_from(&names[0].name);
    persons.push(person);
}
