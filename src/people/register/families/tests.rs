use super::*;
use crate::people::mention::NamedPerson;
use crate::people::register::{OwnNames, term};

fn terms(names: &[(&str, u64)]) -> Vec<CountedTerm> {
    let counted = names.iter().map(|(written, articles)| {
        let (name, walk) = super::super::own::without_walk(written);
        CountedTerm {
            term: term(&NamedPerson {
                name: name.to_owned(),
                walk,
            }),
            articles: *articles,
        }
    });
    counted.collect()
}

/// The persons, each as its forms joined by a stroke.
fn persons(names: &[(&str, u64)], own: &str) -> Vec<String> {
    let own = OwnNames::parse(own).unwrap();
    let joined = |person: &Person| {
        let forms: Vec<&str> = person.forms.iter().map(|form| form.name.as_str()).collect();
        forms.join(" | ")
    };
    families(&terms(names), &own).iter().map(joined).collect()
}

#[test]
fn spellings_of_a_name_and_its_bare_surname_are_one_person() {
    assert_eq!(
        persons(
            &[("Sergej Schoigu", 9), ("Sergey Shoigu", 2), ("Schoigu", 1)],
            ""
        ),
        ["Sergej Schoigu | Sergey Shoigu | Schoigu"]
    );
    assert_eq!(
        persons(
            &[("Kim Jong Un", 4), ("Kim Jong-un", 3), ("Kim Jong Il", 2)],
            ""
        ),
        ["Kim Jong Un | Kim Jong-un", "Kim Jong Il"]
    );
    assert_eq!(
        persons(&[("Wolodymyr Selenskyj", 9), ("Volodymyr Zelensky", 2)], ""),
        ["Wolodymyr Selenskyj | Volodymyr Zelensky"]
    );
}

#[test]
fn a_bare_surname_is_nobodys_where_none_is_named_far_more_often() {
    assert_eq!(
        persons(
            &[("Gerda Müller", 9), ("Kerstin Müller", 4), ("Müller", 2)],
            ""
        )
        .len(),
        3
    );
}

#[test]
fn middle_names_and_initials_do_not_make_two_persons() {
    assert_eq!(
        persons(
            &[("George W. Bush", 50), ("George Bush", 8), ("G. Bush", 1)],
            ""
        ),
        ["George W. Bush | George Bush | G. Bush"]
    );
    assert_eq!(
        persons(&[("George W. Bush", 50), ("George H. W. Bush", 3)], "").len(),
        2
    );
}

#[test]
fn german_surnames_that_sound_alike_are_different_persons() {
    assert_eq!(
        persons(&[("Hans Meier", 5), ("Hans Meyer", 5)], "").len(),
        2
    );
}

#[test]
fn two_walks_of_life_make_two_persons_of_a_common_name_only() {
    let crowd = [
        ("Anna Müller", 1),
        ("Bernd Müller", 1),
        ("Carla Müller", 1),
        ("Doris Müller", 1),
    ];
    let two = [
        ("Michael Müller (sport)", 4),
        ("Michael Müller (state)", 9),
        ("Michael Müller", 2),
    ];
    let both: Vec<_> = crowd.into_iter().chain(two).collect();
    assert_eq!(persons(&both, "").len(), 6);
    assert_eq!(persons(&two, "").len(), 1);
}

#[test]
fn the_user_has_the_last_word() {
    let names = [("Ursula von der Leyen", 9), ("Ursula Albrecht", 1)];
    assert_eq!(
        persons(
            &names,
            "# maiden name\nUrsula von der Leyen = Ursula Albrecht"
        ),
        ["Ursula von der Leyen | Ursula Albrecht"]
    );
    let names = [("Wladimir Putin", 9), ("Putin", 1)];
    assert_eq!(
        persons(&names, "Wladimir Putin != Putin"),
        ["Wladimir Putin", "Putin"]
    );
    assert_eq!(
        persons(&names, "Wladimir Putin = WWP"),
        ["Wladimir Putin | Putin | WWP"]
    );
}

#[test]
fn faulty_lines_are_told_by_number() {
    assert_eq!(
        OwnNames::parse("A = B\n\nC"),
        Err(crate::people::register::OwnNamesError::Line { line: 3 })
    );
}

#[test]
fn a_family_of_thousands_is_fast() {
    let names: Vec<(String, u64)> = (0..5000).map(|at| (format!("V{at}x Müller"), at)).collect();
    let names: Vec<(&str, u64)> = names
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    let started = std::time::Instant::now();
    assert_eq!(persons(&names, "").len(), 5000);
    assert!(started.elapsed().as_secs() < 5);
}
