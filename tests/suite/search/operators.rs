//! Operators on small collections, where every answer can be seen at a glance.

use super::{asked, found, nothing_found};
use crate::harness::Collection;

fn sorted(collection: &Collection, query: &str) -> Vec<String> {
    asked(collection, query).sorted_hits()
}

#[test]
fn near_words_stand_in_any_order_and_no_further_apart_than_asked() {
    let collection = Collection::new()
        .file("a.txt", "Stahl und Dünger kamen an.")
        .file("b.txt", "Dünger, Öl, Holz und Stahl kamen an.")
        .file(
            "c.txt",
            "Stahl kam an. Danach lange nichts, dann wieder nichts, und spät erst Dünger.",
        );
    let near = |distance: u32| sorted(&collection, &format!("\"Stahl Dünger\"~{distance}"));
    assert_eq!(near(0), [""; 0]);
    assert_eq!(near(1), ["a:1 Stahl, Dünger"]);
    assert_eq!(near(3), ["a:1 Stahl, Dünger", "b:1 Dünger, Stahl"]);
    assert_eq!(near(50).len(), 3);
}

#[test]
fn near_words_meet_in_their_other_forms_and_a_phrase_only_as_typed() {
    let collection = Collection::new()
        .file("a.txt", "Die alten Häuser der Stadt wurden verkauft.")
        .file("b.txt", "Das alte Haus der Stadt wurde verkauft.");
    assert_eq!(
        sorted(&collection, "\"altes Haus\"~0"),
        ["a:1 alten, Häuser", "b:1 alte, Haus"]
    );
    assert_eq!(sorted(&collection, "\"alte Haus\""), ["b:1 alte Haus"]);
    nothing_found(&collection, "\"Haus alte\"");
}

#[test]
fn words_of_two_paragraphs_are_no_phrase() {
    let collection = Collection::new().file("a.txt", "Es kam viel Stahl\n\nDünger kam nicht an.");
    assert_eq!(sorted(&collection, "Stahl").len(), 1);
    nothing_found(&collection, "\"Stahl Dünger\"");
}

#[test]
fn near_words_reached_from_one_paragraph_into_the_next() {
    let collection = Collection::new().file("a.txt", "Es kam viel Stahl\n\nDünger kam nicht an.");
    nothing_found(&collection, "\"Stahl Dünger\"~98");
    asked(&collection, "\"Stahl Dünger\"~99").expect_code(2);
}

#[test]
fn excluding_many_words_and_nothing_but_excluding_choose_what_is_left() {
    let collection = Collection::new()
        .file("a.txt", "Stahl kam an.")
        .file("b.txt", "Stahl und Dünger kamen an.")
        .file("c.txt", "Holz kam an.");
    assert_eq!(
        sorted(&collection, "Stahl -Dünger -Öl -Holz"),
        ["a:1 Stahl"]
    );
    assert_eq!(sorted(&collection, "-Dünger -Holz"), ["a:1"]);
    assert_eq!(sorted(&collection, "NOT (Dünger OR Holz)"), ["a:1"]);
    assert_eq!(
        sorted(&collection, "Stahl NOT (Dünger NOT Stahl)"),
        ["a:1 Stahl", "b:1 Stahl"]
    );
    assert_eq!(sorted(&collection, "NOT (NOT (NOT Stahl))"), ["c:1"]);
    nothing_found(&collection, "Stahl -Stahl");
}

#[test]
fn required_and_forbidden_words_are_looked_for_in_the_whole_article() {
    let collection = Collection::new()
        .file("a.txt", "Stahl kam an.\n\nDünger kam an.")
        .file("b.txt", "Stahl kam an.\n\nHolz kam an.")
        .file("c.txt", "Holz kam an.");
    assert_eq!(
        sorted(&collection, "+Stahl +Dünger"),
        ["a:1 Stahl", "a:3 Dünger"]
    );
    assert_eq!(
        sorted(&collection, "Stahl AND Dünger"),
        ["a:1 Stahl", "a:3 Dünger"]
    );
    assert_eq!(sorted(&collection, "Stahl -Dünger"), ["b:1 Stahl"]);
    assert_eq!(
        sorted(&collection, "+Stahl Holz"),
        ["a:1 Stahl", "b:1 Stahl", "b:3 Holz"]
    );
    assert_eq!(sorted(&collection, "Stahl OR Holz").len(), 4);
    assert_eq!(
        sorted(&collection, "Holz AND NOT (Stahl OR Dünger)"),
        ["c:1 Holz"]
    );
}

#[test]
fn plain_words_are_alternatives_and_more_of_them_rank_higher() {
    let collection = Collection::new()
        .file("a.txt", "Holz kam an.")
        .file("b.txt", "Stahl und Holz kamen an.")
        .file("c.txt", "Nichts kam an.");
    assert_eq!(found(&collection, "Stahl Holz").articles(), ["b", "a"]);
}

#[test]
fn function_words_choose_nothing_beside_others_but_can_be_asked_for() {
    let collection = Collection::new()
        .file("a.txt", "Und was nun?")
        .file("b.txt", "Stahl kam an.");
    assert_eq!(found(&collection, "und Stahl").articles(), ["b"]);
    assert_eq!(found(&collection, "und").articles(), ["a"]);
}

#[test]
fn only_capitals_are_operators() {
    let collection = Collection::new()
        .file("a.txt", "Stahl kam an.")
        .file("b.txt", "Dünger kam an.");
    assert_eq!(found(&collection, "Stahl und Dünger").articles().len(), 2);
    nothing_found(&collection, "Stahl UND Dünger");
}

#[test]
fn questions_as_people_type_them_are_answered() {
    let collection = Collection::new().file("a.txt", "Um 4:51 kam der Zug mit Sky+HD an Bord an.");
    for question in [
        "Wann kam der Zug?",
        "4:51",
        "Sky+HD",
        "Zug-",
        "Zug!",
        "„Zug“",
        "»Zug«",
    ] {
        assert_eq!(asked(&collection, question).articles(), ["a"], "{question}");
    }
}

#[test]
fn a_similar_word_may_differ_in_one_letter_or_in_two_when_asked() {
    let collection = Collection::new()
        .file("a.txt", "Schoigu reiste ab.")
        .file("b.txt", "Schojgo reiste ab.");
    assert_eq!(
        sorted(&collection, "Schoigo~"),
        ["a:1 Schoigu", "b:1 Schojgo"]
    );
    assert_eq!(
        sorted(&collection, "Schojgu~2"),
        ["a:1 Schoigu", "b:1 Schojgo"]
    );
    assert_eq!(sorted(&collection, "Xchoigo~"), [""; 0]);
    assert_eq!(sorted(&collection, "Xchoigo~2").len(), 2);
}

#[test]
fn wildcards_know_umlauts_and_case() {
    let collection = Collection::new()
        .file("a.txt", "Die Größenordnung überraschte.")
        .file("b.txt", "Der Einkaufsüberschuss wuchs.");
    assert_eq!(sorted(&collection, "GRÖSSEN*"), ["a:1 Größenordnung"]);
    assert_eq!(sorted(&collection, "größen*"), ["a:1 Größenordnung"]);
    assert_eq!(
        sorted(&collection, "*überschuss"),
        ["b:1 Einkaufsüberschuss"]
    );
}

#[test]
fn a_phrase_is_a_phrase_in_the_quotation_marks_of_every_language() {
    let collection = Collection::new()
        .file("a.txt", "Es war ein alter Baum.")
        .file("b.txt", "Der Baum war ein alter.");
    for [open, close] in [
        ["\"", "\""],
        ["„", "“"],
        ["„", "”"],
        ["„", "\""],
        ["“", "”"],
        ["”", "”"],
        ["»", "«"],
        ["«", "»"],
        ["»", "»"],
    ] {
        let query = format!("{open}alter Baum{close}");
        assert_eq!(sorted(&collection, &query), ["a:1 alter Baum"], "{query}");
    }
    // Single marks are the apostrophes of German names, and stand around words as text does.
    assert_eq!(sorted(&collection, "‚alter Baum‘").len(), 2);
    asked(&collection, "\"alter Baum“").expect_code(2);
}

#[test]
fn a_compound_is_near_other_words_as_it_is_typed() {
    let collection = Collection::new()
        .file("a.txt", "Artilleriemunition kam aus dem fernen Nordkorea.")
        .file("b.txt", "Munition für Artillerie kam aus Nordkorea.");
    assert_eq!(
        sorted(&collection, "\"Artilleriemunition Nordkorea\"~5"),
        ["a:1 Artilleriemunition, Nordkorea"]
    );
    assert_eq!(
        sorted(&collection, "\"Munition Nordkorea\"~5"),
        ["b:1 Munition, Nordkorea"]
    );
}

#[test]
fn one_word_said_a_thousand_times_in_quotation_marks_took_minutes() {
    let collection = Collection::new().file("a.txt", "der ".repeat(60));
    let many = |words: usize, near: &str| format!("\"{}\"{near}", "der ".repeat(words));
    for near in ["", "~5"] {
        found(&collection, &many(60, near));
        nothing_found(&collection, &many(61, near));
        nothing_found(&collection, &many(3_000, near));
    }
}

#[test]
fn a_pattern_of_many_stars_is_answered_at_once() {
    let word = format!("{}nsel", "a".repeat(40));
    let collection = Collection::new().file("a.txt", &word);
    assert_eq!(sorted(&collection, "*a*a*a*a*a*a*a*a*a*nsel").len(), 1);
    nothing_found(&collection, "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*x");
}
