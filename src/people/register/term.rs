//! The index term of a person of an article.

use crate::people::mention::{NamedPerson, Walk};
use crate::people::name::{Name, skeleton};

/// What separates the members of a term.
const SEPARATOR: char = '\u{1f}';

/// A term of an index and in how many articles it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedTerm {
    /// See [`term`].
    pub term: String,
    /// Articles that name the person so.
    pub articles: u64,
}

/// The index term of a person of an article: the skeleton of the surname, which all its spellings
/// share, then the name itself and the walk of life. Terms of one family stand side by side.
pub fn term(person: &NamedPerson) -> String {
    let walk = person.walk.map(Walk::name).unwrap_or_default();
    let family = family(&Name::new(&person.name));
    format!("{family}{SEPARATOR}{}{SEPARATOR}{walk}", person.name)
}

/// The part of a term that all terms of its family share; terms of one family stand side by side in
/// the order of terms.
pub fn family_of(term: &str) -> &str {
    term.split(SEPARATOR).next().unwrap_or_default()
}

/// The name in a term, as the article has it.
pub fn name_of(term: &str) -> &str {
    name_and_walk(term).0
}

/// The family of a name.
pub(super) fn family(name: &Name) -> String {
    let surname = name.surname().map(|part| part.key.as_str());
    skeleton(surname.unwrap_or_default())
}

/// The name and the walk of life in a term.
pub(super) fn name_and_walk(term: &str) -> (&str, Option<Walk>) {
    let mut members = term.split(SEPARATOR).skip(1);
    let name = members.next().unwrap_or_default();
    (name, members.next().and_then(Walk::named))
}
