//! Compounds are found by their parts, and nothing else is torn apart.

#[path = "../bench/boundaries.rs"]
mod boundaries;

use beleg::german::compounds::{self, Part, Role};
use beleg::german::{Knowledge, Learner};
use boundaries::{Agreement, Annotated};
use proptest::prelude::*;

fn parts(word: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    compounds::split(word, &Knowledge::default(), &mut parts);
    parts
}

/// The leaves as a reader would underline them.
fn leaves(word: &str) -> Vec<String> {
    let leaves = parts(word).into_iter().filter(|part| part.leaf);
    leaves
        .map(|part| format!("{}{}", &word[part.start..part.end], part.ending))
        .collect()
}

#[test]
fn a_part_is_marked_without_the_letters_that_link_it() {
    assert_eq!(leaves("Munitionsversorgung"), ["Munition", "versorgung"]);
    assert_eq!(leaves("Artilleriemunition"), ["Artillerie", "munition"]);
    assert_eq!(leaves("Bundesregierung"), ["Bund", "regierung"]);
}

#[test]
fn a_part_that_lost_letters_is_found_by_its_full_form() {
    assert_eq!(leaves("Schulweg"), ["Schule", "weg"]);
    assert_eq!(leaves("Hilfsorganisation"), ["Hilfe", "organisation"]);
}

#[test]
fn an_ambiguous_s_falls_to_the_side_that_makes_sense() {
    assert_eq!(leaves("Haftungsausschluss"), ["Haftung", "ausschluss"]);
    assert_eq!(leaves("Staatsekretär"), leaves("Staatssekretär"));
}

#[test]
fn common_words_are_not_torn_apart() {
    for word in [
        "vereinbart",
        "insgesamt",
        "Transport",
        "Material",
        "gemeinsamen",
        "Streitkräfte",
        "Medwedew",
        "Gorbatschow",
        "Wladiwostok",
        "Kasan",
        "Sozialisten",
        "anzugreifen",
        "Unternehmen",
    ] {
        assert!(parts(word).is_empty(), "{word} was cut: {:?}", leaves(word));
    }
}

#[test]
fn opaque_words_stay_whole_inside_compounds() {
    assert_eq!(leaves("Luftstreitkräfte"), ["Luft", "streitkräfte"]);
    assert_eq!(leaves("Haushaltsausschuss"), ["Haushalt", "ausschuss"]);
}

#[test]
fn bigger_parts_that_are_words_lie_over_the_leaves() {
    let word = "Mittelstreckenrakete";
    let bigger: Vec<_> = parts(word).into_iter().filter(|part| !part.leaf).collect();
    assert_eq!(leaves(word), ["Mittel", "strecken", "rakete"]);
    assert_eq!(bigger.len(), 1);
    assert_eq!(&word[bigger[0].start..bigger[0].end], "Mittelstrecken");
}

#[test]
fn swiss_spelling_and_capitals_are_cut_at_the_same_places() {
    assert_eq!(leaves("Fußballspiel"), ["Fuß", "ball", "spiel"]);
    assert_eq!(leaves("Fussballspiel"), ["Fuss", "ball", "spiel"]);
    assert_eq!(leaves("MUNITIONSLAGER"), ["MUNITION", "LAGER"]);
}

#[test]
fn a_name_of_the_collection_is_not_cut() {
    let mut learner = Learner::default();
    let mut split = Vec::new();
    compounds::split("Brandoberndorf", &Knowledge::default(), &mut split);
    let before = split.len();
    (0..5).for_each(|_| learner.observe("Brandoberndorf", false));
    compounds::split("Brandoberndorf", &learner.finish(), &mut split);
    assert!(split.len() <= before);
}

#[test]
fn random_news_words_are_cut_as_a_reader_would() {
    let (steered, held_out) = boundaries::news_words();
    for (words, name) in [(steered, "steered"), (held_out, "held out")] {
        let agreement = Agreement::over(&words);
        assert!(words.len() > 400, "{name}: {} words", words.len());
        assert!(agreement.f1() >= 0.95, "{name}: F1 {:.3}", agreement.f1());
        assert!(
            agreement.precision() >= 0.98,
            "{name}: precision {:.3}",
            agreement.precision()
        );
        assert!(
            agreement.recall() >= 0.93,
            "{name}: recall {:.3}",
            agreement.recall()
        );
        assert!(
            agreement.whole() >= 0.985,
            "{name}: left whole {:.3}",
            agreement.whole()
        );
    }
}

#[test]
fn annotated_words_read_as_written() {
    let word = Annotated::from_marked("Grenz|über~gang");
    assert_eq!(
        (word.word.as_str(), word.cuts, word.optional),
        ("Grenzübergang", vec![5], vec![9])
    );
}

proptest! {
    #[test]
    fn parts_lie_inside_the_word_and_leaves_in_order(word in "[a-zA-ZäöüÄÖÜßẞéşİ]{0,40}") {
        let parts = parts(&word);
        let mut end = 0;
        for part in &parts {
            prop_assert!(part.start < part.end && word.get(part.start..part.end).is_some());
            prop_assert!((0.0..=1.0).contains(&part.weight));
            if part.leaf {
                prop_assert!(part.start >= end);
                end = part.end;
            }
        }
        let heads = parts.iter().filter(|part| part.leaf && part.role == Role::Head).count();
        prop_assert_eq!(heads, usize::from(!parts.is_empty()));
    }
}
