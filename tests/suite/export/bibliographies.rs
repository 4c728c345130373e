//! Bibliographies that biber, Zotero and pandoc take as they are.

use std::collections::BTreeSet;

use serde_json::Value;

use super::press;
use crate::harness::{Collection, text};

fn bibliography(collection: &Collection, query: &str, format: &str) -> String {
    let answer = collection
        .beleg(["search", query, "--format", format])
        .expect_code(0);
    answer.stdout().to_owned()
}

fn keys(bibtex: &str) -> Vec<&str> {
    let entries = bibtex.lines().filter_map(|line| line.strip_prefix('@'));
    let keys = entries.filter_map(|entry| entry.split_once('{'));
    keys.map(|(_, key)| key.trim_end_matches(',')).collect()
}

#[test]
fn each_article_found_is_one_entry() {
    let entries = bibliography(&press(), "Munition", "bibtex");
    insta::assert_snapshot!(entries);
}

#[test]
fn braces_are_balanced_whatever_a_title_holds() {
    let collection = Collection::new().file(
        "a.jsonl",
        r#"{"id":"1","title":"}{{ \\input{x} %","author":"}, {","url":"https://example.org/}","text":"Munition liegt hier am Ufer."}"#,
    );
    let entries = bibliography(&collection, "Munition", "bibtex");
    let mut depth = 0;
    for sign in entries.chars() {
        depth += match sign {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        assert!(depth >= 0, "{entries}");
    }
    assert_eq!(depth, 0, "{entries}");
    assert!(!entries.contains("\\input"), "{entries}");
}

#[test]
fn keys_are_unique_and_the_same_for_every_query() {
    let copies = (0..20).fold(Collection::new(), |collection, number| {
        let text = format!("Die gleiche Meldung\n\nMunition und Öl lagen am Ufer {number}.\n");
        collection.file(&format!("{number}.txt"), text)
    });
    let of = |query: &str| bibliography(&copies, query, "bibtex");
    let (first, second) = (of("Munition"), of("Öl"));
    let unique: BTreeSet<&str> = keys(&first).into_iter().collect();
    assert_eq!(unique.len(), 20);
    assert_eq!(unique, keys(&second).into_iter().collect());
}

#[test]
fn csl_json_keeps_to_its_schema() {
    let items = bibliography(&press(), "Munition", "csl-json");
    let items: Value = serde_json::from_str(&items).expect("one JSON text");
    let items = items.as_array().expect("an array");
    assert_eq!(items.len(), 3);
    let known = [
        "id",
        "type",
        "title",
        "author",
        "container-title",
        "issued",
        "URL",
        "language",
        "note",
    ];
    for item in items {
        let item = item.as_object().expect("an object");
        assert!(
            item.keys().all(|name| known.contains(&name.as_str())),
            "{item:?}"
        );
        assert!(item.values().all(|value| !value.is_null()), "{item:?}");
    }
    let of_record = |record: &str| {
        let is_it = |item: &&Value| text(&item["note"]).ends_with(record);
        items.iter().find(is_it).expect("the article")
    };
    let article = of_record("#1");
    assert_eq!(article["type"], "article-newspaper");
    assert_eq!(article["container-title"], "Der Bote");
    assert_eq!(
        article["issued"]["date-parts"],
        serde_json::json!([[2023, 9, 12]])
    );
    assert_eq!(
        article["author"],
        serde_json::json!([
            {"family": "Meier", "given": "Anna"},
            {"family": "de Vries", "given": "Jan"}
        ])
    );
    assert_eq!(of_record("#2")["type"], "webpage");
    assert_eq!(
        of_record("#2")["author"],
        serde_json::json!([{"literal": "dpa"}])
    );
    assert_eq!(of_record("#3")["type"], "document");
}

#[test]
fn an_empty_bibliography_is_one_as_well() {
    let answer = press()
        .beleg(["search", "Quarkspeise", "--format", "csl-json"])
        .expect_code(1);
    assert_eq!(
        serde_json::from_str::<Value>(answer.stdout()).ok(),
        Some(serde_json::json!([]))
    );
}

#[test]
fn an_article_that_is_shown_has_the_entry_it_has_when_found() {
    let collection = press();
    let all = bibliography(&collection, "Munition", "bibtex");
    let one = collection
        .beleg(["show", "corpus/a.jsonl#1", "--format", "bibtex"])
        .expect_code(0);
    assert!(all.contains(one.stdout()), "{}", one.stdout());
    let json = collection
        .beleg(["show", "corpus/a.jsonl#1", "--format", "csl-json"])
        .expect_code(0);
    let items: Value = serde_json::from_str(json.stdout()).expect("one JSON text");
    assert_eq!(items[0]["title"], "50 % für A&B_C {neu}");
}

#[test]
fn a_bibliography_of_a_batch_is_refused() {
    let collection = press();
    collection.write("queries.txt", "Munition\n");
    let answer = collection
        .beleg(["search", "--batch", "queries.txt", "--format", "bibtex"])
        .expect_code(2);
    assert!(
        answer.stderr().contains("leave out --batch"),
        "{}",
        answer.stderr()
    );
}
