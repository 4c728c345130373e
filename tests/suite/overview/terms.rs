//! What is special in the articles found.

use serde_json::Value;

use crate::harness::{Collection, text};

/// Thirty articles: ten about ships and steel, twenty about bread.
fn harbour() -> Collection {
    let mut collection = Collection::new();
    for number in 0..10 {
        let article = format!(
            "Vom Hafen {number}\n\nDie Werften bauen 12 Schiffe aus Stahl, und die Werft in Kiel wächst. \
             Heute wurde das Stahlwerk besucht."
        );
        collection = collection.file(&format!("hafen{number}.txt"), article);
    }
    for number in 0..20 {
        let article = format!(
            "Vom Bäcker {number}\n\nDas Brot wurde heute teurer, und der Bäcker in Kiel klagt über 12 \
             Rechnungen."
        );
        collection = collection.file(&format!("brot{number}.txt"), article);
    }
    collection
}

fn words(collection: &Collection, query: &[&str]) -> Vec<String> {
    let command = [&["terms"], query, &["--format", "json"]].concat();
    let terms = collection
        .beleg(command)
        .expect_code(0)
        .lines_of_type("term");
    terms.iter().map(|term| text(&term["word"])).collect()
}

#[test]
fn words_of_these_articles_alone_come_first_and_function_words_and_numbers_never() {
    let words = words(&harbour(), &["Schiffe"]);
    for special in ["Stahl", "Werft", "Stahlwerk", "Hafen"] {
        assert!(
            words.contains(&special.to_owned()),
            "{special} in {words:?}"
        );
    }
    // Bread is elsewhere, Kiel everywhere, and ships were asked for.
    for other in [
        "Brot", "Kiel", "Schiffe", "und", "12", "wurde", "heute", "Heute",
    ] {
        assert!(!words.contains(&other.to_owned()), "{other} in {words:?}");
    }
}

#[test]
fn a_word_is_told_with_how_often_it_stands_here_and_elsewhere() {
    let collection = harbour();
    let answer = collection.beleg(["terms", "Schiffe", "--format", "json"]);
    let terms = answer.lines_of_type("term");
    let steel = terms
        .iter()
        .find(|term| term["word"] == "Stahl")
        .expect("steel is special");
    assert_eq!(
        (&steel["articles"], &steel["articles_elsewhere"]),
        (&10.into(), &0.into())
    );
    assert!(steel["keyness"].as_f64().expect("a number") > 15.13);
    assert_eq!(answer.only("summary")["articles_found"], 10);
}

#[test]
fn a_limit_keeps_the_most_special() {
    let collection = harbour();
    let three = words(&collection, &["Schiffe", "--limit", "3"]);
    assert_eq!(three, words(&collection, &["Schiffe"])[..3]);
}

#[test]
fn where_all_articles_are_found_there_is_nothing_to_compare_with() {
    let answer = harbour().beleg(["terms", "NOT Xylophon"]).expect_code(1);
    assert!(
        answer.stdout().contains("nothing to compare them with"),
        "{}",
        answer.stdout()
    );
}

#[test]
fn words_stand_in_a_table() {
    let answer = harbour().beleg(["terms", "Schiffe", "--limit", "4"]);
    let shown: Vec<&str> = answer
        .stdout()
        .lines()
        .filter(|line| !line.contains(" ms)"))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn the_answer_of_the_project_is_the_same_each_time() {
    let collection = Collection::of_the_project();
    let command = ["terms", "Munition", "--format", "json"];
    let first = collection.beleg(command).timeless();
    assert_eq!(first, collection.beleg(command).timeless());
    let lines: Vec<Value> = collection.beleg(command).lines_of_type("term");
    assert_eq!(lines.len(), 20);
}
