//! From the terms of whole families to persons.

use std::collections::BTreeMap;

use super::bucket::{self, Entry};
use super::own::OwnNames;
use super::term::{CountedTerm, family_of, name_and_walk};
use crate::people::mention::Walk;
use crate::people::name::Name;

/// A person of the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name by which to call them: the most frequent full form, or the surname where no article
    /// has more.
    pub name: String,
    /// What keeps the person apart from another one of this name.
    pub walk: Option<Walk>,
    /// All forms of the name, most articles first; one with no article is the user's own.
    pub forms: Vec<Form>,
    /// Articles that name the person, an article with two forms of the name counted twice.
    pub articles: u64,
    /// All terms under which articles know the person.
    pub terms: Vec<CountedTerm>,
}

/// A form of a person's name, as articles have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The form, in the nominative.
    pub name: String,
    /// Articles in which this is the fullest form.
    pub articles: u64,
}

impl Person {
    /// The person behind these terms.
    pub(super) fn of(terms: Vec<CountedTerm>) -> Self {
        let mut forms: Vec<Form> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for counted in &terms {
            let (name, _) = name_and_walk(&counted.term);
            let place = *places.entry(name.to_owned()).or_insert_with(|| {
                forms.push(Form {
                    name: name.to_owned(),
                    articles: 0,
                });
                forms.len() - 1
            });
            forms[place].articles += counted.articles;
        }
        forms.sort_by(|one, two| {
            two.articles
                .cmp(&one.articles)
                .then_with(|| one.name.cmp(&two.name))
        });
        let full = forms.iter().find(|form| Name::new(&form.name).is_full());
        let name = full.or(forms.first()).map(|form| form.name.clone());
        Self {
            name: name.unwrap_or_default(),
            walk: None,
            articles: forms.iter().map(|form| form.articles).sum(),
            forms,
            terms,
        }
    }

    /// Whether no article has more than the surname.
    pub fn is_surname_only(&self) -> bool {
        !self
            .forms
            .iter()
            .any(|form| Name::new(&form.name).is_full())
    }
}

/// The persons behind the terms of some families, most articles first; those that the user's own
/// names bring together are one only when the terms of all their families are given (see
/// [`OwnNames::joined_families`]).
pub fn families(terms: &[CountedTerm], own: &OwnNames) -> Vec<Person> {
    let mut buckets: BTreeMap<(&str, String), Vec<Entry>> = BTreeMap::new();
    for (place, counted) in terms.iter().enumerate() {
        let (text, _) = name_and_walk(&counted.term);
        let name = Name::new(text);
        let surname = name
            .surname()
            .map(|part| part.key.clone())
            .unwrap_or_default();
        let bucket = buckets
            .entry((family_of(&counted.term), surname))
            .or_default();
        bucket.push(Entry {
            name,
            articles: counted.articles,
            term: place,
        });
    }
    let mut persons = Vec::new();
    for bucket in buckets.into_values() {
        let groups = bucket::persons(bucket);
        let is_crowded = groups.len() >= CROWDED;
        for group in groups {
            let terms = group
                .into_iter()
                .map(|place| terms[place].clone())
                .collect();
            if is_crowded {
                persons.extend(by_walk(terms));
            } else {
                persons.push(Person::of(terms));
            }
        }
    }
    own.apply(&mut persons);
    persons.sort_by(|one, two| {
        two.articles
            .cmp(&one.articles)
            .then_with(|| one.name.cmp(&two.name))
    });
    persons
}

/// Only a surname with at least so many persons is so common that two of them may well have the same
/// given name too; a boxer of a rare name who became mayor is one person.
const CROWDED: usize = 5;

/// In so many articles a walk of life must be seen to speak for a person of its own.
const SEEN: u64 = 3;

/// Walks of life that the same person seldom has: sport beside anything but business.
fn is_apart(one: Walk, two: Walk) -> bool {
    let beside_sport = |walk| {
        matches!(
            walk,
            Walk::State | Walk::Arts | Walk::Science | Walk::Religion
        )
    };
    one == Walk::Sport && beside_sport(two) || two == Walk::Sport && beside_sport(one)
}

/// The terms as one person's, or as two of one name, where their walks of life speak for two.
fn by_walk(terms: Vec<CountedTerm>) -> Vec<Person> {
    let mut articles: BTreeMap<Walk, u64> = BTreeMap::new();
    for counted in &terms {
        if let (_, Some(walk)) = name_and_walk(&counted.term) {
            *articles.entry(walk).or_default() += counted.articles;
        }
    }
    let main = articles
        .iter()
        .max_by_key(|(_, count)| **count)
        .map(|(walk, _)| *walk);
    let other = main.and_then(|main| {
        let others = articles
            .iter()
            .filter(|(walk, count)| **count >= SEEN && is_apart(main, **walk));
        others
            .max_by_key(|(_, count)| **count)
            .map(|(walk, _)| *walk)
    });
    let (Some(main), Some(other)) = (main, other) else {
        return vec![Person::of(terms)];
    };
    let belongs = |counted: &CountedTerm| {
        let (_, walk) = name_and_walk(&counted.term);
        walk.is_some_and(|walk| walk == other || is_apart(main, walk) && !is_apart(other, walk))
    };
    let (second, first): (Vec<_>, Vec<_>) = terms.into_iter().partition(belongs);
    let with_walk = |terms, walk| Person {
        walk: Some(walk),
        ..Person::of(terms)
    };
    vec![with_walk(first, main), with_walk(second, other)]
}

#[cfg(test)]
mod tests;
