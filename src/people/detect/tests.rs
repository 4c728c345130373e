use proptest::prelude::*;

use super::{Detector, Found, SURE};
use crate::span::TextSpan;

fn found(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        TextSpan::new(at - line.len(), at - line.len() + line.trim_end().len())
    });
    Detector::new().detect(text, lines, &mut found);
    found
}

/// The names that need no further evidence; a derived word stands with the name inside it.
fn names(text: &str) -> Vec<String> {
    let sure = found(text)
        .into_iter()
        .filter(|name| name.confidence >= SURE);
    sure.map(|name| {
        let span = &text[name.span.range()];
        if name.derived {
            format!("{span} < {}", &text[name.name.range()])
        } else {
            span.to_owned()
        }
    })
    .collect()
}

#[test]
fn titles_and_roles_are_no_part_of_a_name() {
    let text =
        "Präsident Wladimir Putin traf Frau Dr. Weidel, Papst Benedikt XVI. und König Rama IX.";
    let wanted = ["Wladimir Putin", "Weidel", "Benedikt XVI.", "Rama IX."];
    assert_eq!(names(text), wanted);
}

#[test]
fn particles_and_double_names_are_parts_of_a_name() {
    let text = "Kronprinz Mohammed bin Salman empfing Karl-Theodor zu Guttenberg.\n\
        David Ben Gurion und Abdel Fattah al-Sisi regierten.";
    let wanted = [
        "Mohammed bin Salman",
        "Karl-Theodor zu Guttenberg",
        "David Ben Gurion",
        "Abdel Fattah al-Sisi",
    ];
    assert_eq!(names(text), wanted);
}

#[test]
fn a_shared_surname_belongs_to_two_names() {
    let text = "Gestern kamen Ursula und Heiko von der Leyen nach Hannover.";
    assert_eq!(names(text), ["Ursula", "Heiko von der Leyen"]);
}

#[test]
fn a_genitive_ends_with_its_name() {
    let text =
        "Der Kanzler lobte Macrons Vorschlag.\nEmmanuel Macron dankte. Hans’ Bruder kam nicht.";
    assert_eq!(names(text), ["Macrons", "Emmanuel Macron", "Hans’"]);
}

#[test]
fn a_surname_that_is_a_word_is_a_name_where_the_article_says_so() {
    let text = "Jubel um Lang\nPeter Lang gewann das Rennen. Lang siegte knapp.";
    assert_eq!(names(text), ["Lang", "Peter Lang", "Lang"]);
    assert!(names("Der Weg war lang, und der Koch war müde.").is_empty());
}

#[test]
fn words_made_from_a_name_are_told_apart_from_the_name() {
    let text =
        "Auf dem Kim-Il-sung-Platz stritten die Jelzin-Regierung und die Bush-Administration.";
    let wanted = [
        "Kim-Il-sung-Platz < Kim-Il-sung",
        "Jelzin-Regierung < Jelzin",
        "Bush-Administration < Bush",
    ];
    assert_eq!(names(text), wanted);
}

#[test]
fn organisations_and_places_are_nobody() {
    let text = "Siemens und Daimler verkauften Anteile an BMW.\n\
        Am Sejong-Institut in Seoul und beim Alexandrow-Ensemble in Moskau schwieg man.";
    assert!(names(text).is_empty(), "{:?}", names(text));
}

#[test]
fn a_name_glued_to_the_line_above_is_found() {
    let text = "Neue PartnerschaftKim Jong Un reist nach Russland.\nMehr LinksJulia Timoschenko bleibt in Haft.";
    assert_eq!(names(text), ["Kim Jong Un", "Julia Timoschenko"]);
}

#[test]
fn an_empty_text_names_nobody() {
    assert!(found("").is_empty());
    assert!(found("\n \n.").is_empty());
}

proptest! {
    #[test]
    fn names_lie_in_the_text_one_behind_the_other(text in "([A-ZÄÖa-zäö]{1,8}[ .,’'-]{0,2}|\\PC|\n){0,60}") {
        let found = found(&text);
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for name in found {
            prop_assert!(text.get(name.span.range()).is_some_and(|surface| !surface.is_empty()));
            prop_assert!(name.span.contains(name.name));
            prop_assert!((1..=99).contains(&name.confidence));
        }
    }

    #[test]
    fn what_was_read_before_changes_nothing(first in "\\PC{0,80}") {
        let text = "Angela Merkel sprach. Danach ging Merkel.";
        let whole = TextSpan::new(0, text.len());
        let mut detector = Detector::new();
        let (mut before, mut again) = (Vec::new(), Vec::new());
        detector.detect(text, [whole], &mut before);
        detector.detect(&first, [TextSpan::new(0, first.len())], &mut Vec::new());
        detector.detect(text, [whole], &mut again);
        prop_assert_eq!(before, again);
    }
}
