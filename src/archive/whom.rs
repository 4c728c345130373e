//! Whom a typed name means in this collection.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::error::ArchiveError;
use super::open::Archive;
use crate::evidence::Candidate;
use crate::people::{self, Choice, Person, Request};

/// How many people are suggested for a name that nobody has.
const SUGGESTIONS: usize = 5;
/// Signs around a name that are no part of it.
const QUOTES: [char; 9] = ['"', '\'', '„', '“', '”', '«', '»', '‘', '’'];

impl Archive {
    /// Whom the request means.
    pub(super) fn choose(&self, request: &Request) -> Result<Choice, ArchiveError> {
        Ok(request.choose(self.relatives(request)?))
    }

    /// Everyone of the families that the request speaks of.
    fn relatives(&self, request: &Request) -> Result<Vec<Person>, ArchiveError> {
        let mut families = request.families(&self.own_names);
        families.sort();
        families.dedup();
        let mut terms = Vec::new();
        for family in &families {
            terms.extend(self.reader.person_terms(family)?);
        }
        Ok(people::families(&terms, &self.own_names))
    }

    /// People whose names look like the one that nobody has: those of the surname, most articles first,
    /// then those whose names are spelled alike.
    pub(super) fn people_like(&self, request: &Request) -> Result<Vec<String>, ArchiveError> {
        let relatives = self.relatives(request)?;
        let mut names: Vec<String> = relatives.iter().map(label).take(SUGGESTIONS).collect();
        let everyone = people::families(&self.reader.all_person_terms()?, &self.own_names);
        let everyone: Vec<String> = everyone.iter().map(label).collect();
        names.extend(people::nearest(&request.typed, &everyone, SUGGESTIONS));
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names.truncate(SUGGESTIONS);
        Ok(names)
    }

    /// The people whom an ambiguous request may mean, the most frequent first.
    pub(super) fn candidates(&self, persons: Vec<Person>) -> Result<Vec<Candidate>, ArchiveError> {
        let ranked = self.most_named(persons)?.into_iter();
        let candidate = |(articles, person)| Candidate {
            name: label(&person),
            articles,
        };
        Ok(ranked.map(candidate).collect())
    }

    /// People with the articles that surely name them: most articles first, then most passages. Who is
    /// one person by two requests comes once.
    pub(super) fn most_named(
        &self,
        persons: Vec<Person>,
    ) -> Result<Vec<(u64, Person)>, ArchiveError> {
        let mut ranked = Vec::with_capacity(persons.len());
        for person in persons {
            let articles = self.reader.articles_naming(terms(&person))?.len();
            let passages = self.reader.passages_naming(terms(&person))?.len();
            ranked.push((Reverse((articles, passages)), person));
        }
        ranked.sort_by(|(one, a), (other, b)| {
            let order = one.cmp(other).then_with(|| a.name.cmp(&b.name));
            order.then_with(|| terms(a).cmp(terms(b)))
        });
        ranked.dedup_by(|next, kept| next.1 == kept.1);
        let counted = |(Reverse((articles, _)), person)| (articles, person);
        Ok(ranked.into_iter().map(counted).collect())
    }
}

/// Understands a typed name, with or without quotation marks.
pub(super) fn request(typed: &str) -> Result<Request, ArchiveError> {
    let name = typed.trim_matches(|sign: char| sign.is_whitespace() || QUOTES.contains(&sign));
    if name.chars().any(char::is_alphabetic) {
        return Ok(Request::new(name));
    }
    let shown = match typed.trim() {
        "" => "an empty text".to_owned(),
        other => format!("`{other}`"),
    };
    Err(ArchiveError::NoName(shown))
}

/// The name by which to ask for a person.
pub(super) fn label(person: &Person) -> String {
    match person.walk {
        Some(walk) => format!("{} ({})", person.name, walk.name()),
        None => person.name.clone(),
    }
}

/// The terms of a person.
pub(super) fn terms(person: &Person) -> impl Iterator<Item = &str> {
    person.terms.iter().map(|counted| counted.term.as_str())
}
