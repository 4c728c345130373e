//! All names of one surname, brought together to persons.

use std::collections::HashMap;

use crate::people::name::{Agreement, Name, PartKind, given_key};

/// A name of the bucket with in how many articles it stands.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The name taken apart.
    pub name: Name,
    /// Articles that have it.
    pub articles: u64,
    /// Where it stands in the list of all terms.
    pub term: usize,
}

/// How many times as many articles one person must have as the next, so that a name which fits both
/// is rather that person's. Of two ministers of one surname none has so much more.
pub(super) const DOMINANCE: u64 = 5;

/// Names of one person.
struct Group {
    name: Name,
    terms: Vec<usize>,
    articles: u64,
}

/// Lists of terms, each of one person.
pub(super) fn persons(entries: Vec<Entry>) -> Vec<Vec<usize>> {
    let mut groups = same_names(entries);
    groups.sort_by(|one, two| {
        let by_name = || one.name.text().cmp(&two.name.text());
        two.articles.cmp(&one.articles).then_with(by_name)
    });
    let (full, short): (Vec<Group>, Vec<Group>) =
        groups.into_iter().partition(|group| group.name.is_full());
    let (initials, spelt): (Vec<Group>, Vec<Group>) =
        full.into_iter().partition(begins_with_initial);
    let mut persons = Persons::default();
    for group in spelt.into_iter().chain(initials).chain(short) {
        persons.add(group);
    }
    persons
        .groups
        .into_iter()
        .map(|group| group.terms)
        .collect()
}

fn begins_with_initial(group: &Group) -> bool {
    let first = group.name.given().next();
    first.is_some_and(|part| part.kind == PartKind::Initial)
}

/// Brings together what is the same name in any spelling.
fn same_names(entries: Vec<Entry>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for entry in entries {
        let given: String = entry.name.given().map(|part| part.key.as_str()).collect();
        let numeral = entry.name.numeral().unwrap_or_default().to_owned();
        let place = *known.entry((given, numeral)).or_insert_with(|| {
            groups.push(Group {
                name: entry.name.clone(),
                terms: Vec::new(),
                articles: 0,
            });
            groups.len() - 1
        });
        groups[place].terms.push(entry.term);
        groups[place].articles += entry.articles;
    }
    groups
}

/// The persons so far, found by the first given name and by its first letter.
#[derive(Default)]
struct Persons {
    groups: Vec<Group>,
    by_given: HashMap<String, Vec<usize>>,
    by_letter: HashMap<char, Vec<usize>>,
}

impl Persons {
    /// Gives the group to the one person it fits, if there is one; else it is a person of its own.
    fn add(&mut self, group: Group) {
        if let Some(place) = self.fitting(&group.name) {
            let known = &mut self.groups[place];
            known.terms.extend(group.terms);
            known.articles += group.articles;
            return;
        }
        let place = self.groups.len();
        if let Some(first) = group.name.given().next() {
            self.by_given
                .entry(first_key(&first.text))
                .or_default()
                .push(place);
            let letter = first.key.chars().next();
            if let Some(letter) = letter {
                self.by_letter.entry(letter).or_default().push(place);
            }
        }
        self.groups.push(group);
    }

    /// The person whom the name fits: the only one, or one who is named far more often than the next.
    fn fitting(&self, name: &Name) -> Option<usize> {
        let first = name.given().next();
        let candidates: Box<dyn Iterator<Item = usize> + '_> = match first {
            None => Box::new(0..self.groups.len()),
            Some(part) if part.kind == PartKind::Initial => {
                let letter = part.key.chars().next();
                let places = letter.and_then(|letter| self.by_letter.get(&letter));
                Box::new(places.into_iter().flatten().copied())
            }
            Some(part) => Box::new(
                self.by_given
                    .get(&first_key(&part.text))
                    .into_iter()
                    .flatten()
                    .copied(),
            ),
        };
        let mut fitting = candidates.filter(|place| self.fits(*place, name));
        let mut best = fitting.next()?;
        let mut next = 0;
        for place in fitting {
            let articles = self.groups[place].articles;
            if articles > self.groups[best].articles {
                next = self.groups[best].articles;
                best = place;
            } else {
                next = next.max(articles);
            }
        }
        (self.groups[best].articles >= DOMINANCE * next).then_some(best)
    }

    fn fits(&self, place: usize, name: &Name) -> bool {
        let known = &self.groups[place].name;
        known.is_full() && known.agreement(name) > Agreement::Different
    }
}

/// The key of the first of hyphenated given names, so that `Karl` is looked for beside `Karl-Theodor`.
fn first_key(given: &str) -> String {
    given_key(given.split('-').next().unwrap_or(given))
}
