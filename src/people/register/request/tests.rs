use super::*;
use crate::people::mention::NamedPerson;
use crate::people::register::{CountedTerm, families, family_of, term};

/// A collection of names with the articles that have them.
const COLLECTION: &[(&str, u64)] = &[
    ("Wladimir Putin", 90),
    ("Ljudmila Putina", 1),
    ("Kim Jong Un", 40),
    ("Kim Jong-il", 9),
    ("Kim Il Sung", 2),
    ("Ursula von der Leyen", 7),
    ("Viktor Orbán", 5),
    ("Gerd Müller", 4),
    ("Kerstin Müller", 3),
    ("Petra Merkel", 4),
    ("Angela Merkel", 400),
    ("Wolodymyr Selenskyj", 3),
    ("Hans Jens", 1),
];

fn choose(typed: &str, own: &str) -> Vec<String> {
    let own = OwnNames::parse(own).unwrap();
    let request = Request::new(typed);
    let wanted = request.families(&own);
    let terms: Vec<CountedTerm> = COLLECTION
        .iter()
        .map(|(name, articles)| CountedTerm {
            term: term(&NamedPerson {
                name: (*name).to_owned(),
                walk: None,
            }),
            articles: *articles,
        })
        .filter(|counted| {
            wanted
                .iter()
                .any(|family| family == family_of(&counted.term))
        })
        .collect();
    match request.choose(families(&terms, &own)) {
        Choice::One(person) => vec![person.name],
        Choice::Several(persons) => persons.into_iter().map(|person| person.name).collect(),
        Choice::Nobody => Vec::new(),
    }
}

#[test]
fn a_name_is_understood_however_it_is_typed() {
    for (typed, meant) in [
        ("Putin", "Wladimir Putin"),
        ("Putins", "Wladimir Putin"),
        ("wladimir putin", "Wladimir Putin"),
        ("Vladimir Putin", "Wladimir Putin"),
        ("Putin, Wladimir", "Wladimir Putin"),
        ("Präsident Putin", "Wladimir Putin"),
        ("W. Putin", "Wladimir Putin"),
        ("\"Kim Jong Un\"", "Kim Jong Un"),
        ("kim jong un", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong Uns", "Kim Jong Un"),
        ("Kim Jong Il", "Kim Jong-il"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Leyen", "Ursula von der Leyen"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Viktor Orban", "Viktor Orbán"),
        ("Gerd Mueller", "Gerd Müller"),
        ("gerd muller", "Gerd Müller"),
        ("Merkel", "Angela Merkel"),
        ("Bundeskanzlerin Dr. Angela Merkel", "Angela Merkel"),
        ("Zelensky", "Wolodymyr Selenskyj"),
        ("Jens", "Hans Jens"),
    ] {
        assert_eq!(choose(typed, ""), [meant], "{typed}");
    }
}

#[test]
fn a_name_of_several_is_not_guessed() {
    assert_eq!(
        choose("Kim", ""),
        ["Kim Jong Un", "Kim Jong-il", "Kim Il Sung"]
    );
    assert_eq!(choose("Müller", ""), ["Gerd Müller", "Kerstin Müller"]);
}

#[test]
fn strangers_are_nobody() {
    for typed in ["Meyer", "Dieter Müller", "", "*", "Kim Jong Nam"] {
        assert_eq!(choose(typed, ""), [""; 0], "{typed}");
    }
}

#[test]
fn the_users_own_names_are_understood() {
    assert_eq!(choose("Mutti", "Angela Merkel = Mutti"), ["Angela Merkel"]);
}
