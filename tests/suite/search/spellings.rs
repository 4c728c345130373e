//! One thing in several spellings: numbers, days, names, old and new orthography.

use super::{asked, found, nothing_found};
use crate::harness::Collection;

/// Every text is found by every other, and marked whole where it is one number or day.
fn meet(texts: &[&str]) {
    let mut collection = Collection::new();
    for (number, text) in texts.iter().enumerate() {
        collection = collection.file(&format!("{number}.txt"), format!("Hier steht {text}."));
    }
    for query in texts {
        let hits = found(&collection, query).sorted_hits();
        let expected: Vec<String> = (0..)
            .zip(texts)
            .map(|(number, text)| format!("{number}:1 {text}"))
            .collect();
        assert_eq!(hits, expected, "{query}");
    }
}

#[test]
fn a_number_is_found_in_all_its_spellings() {
    meet(&[
        "30000",
        "30.000",
        "30’000",
        "30\u{202f}000",
        "dreißigtausend",
    ]);
    meet(&["elf Milliarden", "11 Mrd", "11 Milliarden"]);
    meet(&["1,5 Millionen", "1.5 Mio", "anderthalb Millionen"]);
    meet(&["90%", "90 %", "90 Prozent", "neunzig Prozent"]);
    meet(&["zwölf", "12"]);
}

#[test]
fn a_day_is_found_in_all_its_spellings() {
    meet(&["12. September 2023", "12.9.23", "12.09.2023", "2023-09-12"]);
}

#[test]
fn an_article_is_not_the_number_one() {
    let collection = Collection::new().file("a.txt", "Es kam ein Schiff an.");
    nothing_found(&collection, "1");
}

#[test]
fn a_name_of_several_words_is_known_where_they_stand_side_by_side() {
    let collection = Collection::new()
        .file("a.txt", "Die USA schicken Schiffe.")
        .file("b.txt", "Vereinigte Staaten schicken Schiffe.")
        .file("c.txt", "Die Staaten der Erde.");
    let answer = found(&collection, "Vereinigte Staaten");
    assert_eq!(answer.articles()[0], "b");
    assert!(answer.sorted_hits().contains(&"a:1 USA".to_owned()));
    // Apart they are words as any others.
    let apart = found(&collection, "Staaten Vereinigte");
    assert!(!apart.articles().contains(&"a".to_owned()));
}

#[test]
fn the_adjective_of_a_country_helps_to_rank_and_is_no_answer() {
    let collection = Collection::new()
        .file("a.txt", "Die indische Munition ist knapp.")
        .file("b.txt", "Die nordkoreanische Munition ist knapp.")
        .file("c.txt", "Nordkoreanische Gäste kamen.");
    let answer = found(&collection, "Munition Nordkorea");
    assert_eq!(answer.articles(), ["b", "a"]);
    nothing_found(&collection, "Nordkorea");
}

#[test]
fn old_and_new_spelling_are_one_word() {
    let collection = Collection::new()
        .file("a.txt", "Die Schiffahrt ruht, daß kein Potential bleibt.")
        .file("b.txt", "Die Schifffahrt ruht, dass kein Potenzial bleibt.");
    for query in [
        "Schiffahrt",
        "Schifffahrt",
        "Potential",
        "Potenziale",
        "+daß +Potential",
    ] {
        assert_eq!(asked(&collection, query).articles().len(), 2, "{query}");
    }
}

#[test]
fn letters_that_look_the_same_are_the_same_however_they_are_encoded() {
    meet(&["Müller", "Mu\u{308}ller", "MÜLLER"]);
    meet(&["größer", "grösser", "GRÖẞER", "GRÖSSER", "gro\u{308}ßer"]);
    meet(&["Schifffahrt", "Schiff\u{ad}fahrt", "Schiff\u{200b}fahrt"]);
}

#[test]
fn signs_of_direction_around_a_word_are_no_part_of_it() {
    let collection = Collection::new().file("a.txt", "Das Wort \u{200f}שלום\u{200e} steht hier.");
    for query in ["שלום", "\u{202b}שלום\u{202c}", "\u{2067}שלום\u{2069}"] {
        assert_eq!(found(&collection, query).articles(), ["a"], "{query:?}");
    }
}
