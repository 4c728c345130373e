//! Why a search does not show an article.

use serde_json::Value;

use crate::harness::Collection;

fn articles() -> Collection {
    Collection::new()
        .file(
            "a.jsonl",
            "{\"id\":\"1\",\"date\":\"2021-03-02\",\"title\":\"Lager\",\"text\":\"Das Munitionslager ist \
             leer. Putin schweigt.\"}\n",
        )
        .file("b.txt", "Von Raketen\n\nDie Raketen sind da. Eine Rakete fehlt.")
        .file("c.exe", "MZ")
}

fn why_not(collection: &Collection, query: &str, file: &str) -> Value {
    let command = ["search", query, "--why-not", file, "--format", "json"];
    collection.beleg(command).expect_code(0).only("why_not")
}

fn told(collection: &Collection, query: &str, file: &str) -> String {
    let command = ["search", query, "--why-not", file];
    collection.beleg(command).expect_code(0).stdout().to_owned()
}

#[test]
fn a_word_that_is_missing_is_told_with_what_looks_like_it() {
    let found = why_not(&articles(), "Munitionslage Raketen", "corpus/a.jsonl");
    assert_eq!(found["fate"], "left_out");
    let clause = &found["clauses"][0];
    assert_eq!(
        (&clause["effect"], &clause["holds"]),
        (&"lacked".into(), &false.into())
    );
    assert_eq!(clause["near"], serde_json::json!(["Munitionslager"]));
    assert!(
        clause["terms"].to_string().contains("munitionslag"),
        "{clause}"
    );
}

#[test]
fn what_excludes_an_article_is_told_with_its_place() {
    let found = why_not(&articles(), "Lager -Putin", "corpus/a.jsonl");
    assert_eq!(found["fate"], "left_out");
    assert_eq!(found["clauses"][0]["effect"], "none");
    assert_eq!(found["clauses"][1]["effect"], "excluded");
    assert_eq!(found["clauses"][1]["forms"], serde_json::json!(["Putin"]));
}

#[test]
fn a_condition_is_told_with_what_the_article_has_instead() {
    let found = why_not(&articles(), "Lager date:2022", "corpus/a.jsonl");
    let date = &found["clauses"][1];
    assert_eq!(
        (&date["asked"], &date["effect"], &date["has"]),
        (&"date:2022".into(), &"lacked".into(), &"2021-03-02".into())
    );
    let found = why_not(&articles(), "Raketen date:2022", "corpus/b.txt");
    assert_eq!(found["clauses"][1]["has"], "no date");
}

#[test]
fn an_article_that_is_found_is_told_with_its_place() {
    let found = why_not(&articles(), "Rakete", "corpus/b.txt");
    assert_eq!(
        (&found["fate"], &found["rank"], &found["of"]),
        (&"found".into(), &1.into(), &1.into())
    );
}

#[test]
fn of_a_phrase_the_missing_words_are_told() {
    let found = why_not(&articles(), "\"neue Raketen\"", "corpus/b.txt");
    assert_eq!(found["clauses"][0]["missing"], serde_json::json!(["neue"]));
}

#[test]
fn a_file_that_is_not_indexed_is_told_why() {
    let collection = articles();
    collection.beleg(["index"]).expect_code(0);
    assert!(told(&collection, "Rakete", "corpus/c.exe").contains("format not supported yet: .exe"));
    assert!(told(&collection, "Rakete", "corpus/x.txt").contains("there is no such file"));
    collection.write("anderswo/d.txt", "Eine Rakete");
    let outside = told(&collection, "Rakete", "anderswo/d.txt");
    assert!(
        outside.contains("outside of what is indexed, which is corpus"),
        "{outside}"
    );
    collection.write("corpus/.e.txt", "Eine Rakete");
    assert!(told(&collection, "Rakete", "corpus/.e.txt").contains("begin with a dot"));
    collection.write("corpus/neu.txt", "Eine Rakete");
    let command = [
        "search",
        "Rakete",
        "--why-not",
        "corpus/neu.txt",
        "--no-refresh",
    ];
    assert!(
        collection
            .beleg(command)
            .stdout()
            .contains("newer than the index")
    );
}

#[test]
fn a_file_that_has_changed_since_is_told() {
    let collection = articles();
    collection.beleg(["index"]).expect_code(0);
    collection.write(
        "corpus/b.txt",
        "Von Käse\n\nNun geht es um Käse und um sehr viel mehr davon.",
    );
    let command = [
        "search",
        "Käse",
        "--why-not",
        "corpus/b.txt",
        "--no-refresh",
    ];
    let shown = collection.beleg(command).stdout().to_owned();
    assert!(
        shown.contains("has changed since it was indexed"),
        "{shown}"
    );
}

#[test]
fn a_person_reads_it_as_sentences() {
    insta::assert_snapshot!(told(
        &articles(),
        "+Munitionslage Putin -leer date:2022 \"Putin spricht\"",
        "corpus/a.jsonl"
    ));
}
