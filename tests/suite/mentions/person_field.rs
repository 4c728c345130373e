//! `person:` in a query.

use super::visit;
use crate::harness::{Answer, Collection};

fn asked(collection: &Collection, query: &str) -> Answer {
    collection.beleg(["search", query, "--format", "json"])
}

#[test]
fn a_person_chooses_the_articles_that_name_them() {
    let visit = visit();
    for (query, expected) in [
        ("person:Schoigu", &["z"][..]),
        ("person:\"Angela Merkel\" Brief", &["z"]),
        ("Reise person:Putin", &["a.jsonl#1", "a.jsonl#2"]),
        ("Wien -person:Putin", &["z"]),
        ("person:Putin person:Schoigu", &[]),
        (
            "(person:Putin OR person:Schoigu) AND Wien",
            &["a.jsonl#1", "z"],
        ),
    ] {
        let mut found = asked(&visit, query).articles();
        found.sort();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn a_person_whom_nobody_names_finds_nothing_and_those_who_look_alike() {
    let visit = visit();
    let answer = asked(&visit, "person:\"Angela Merkle\"").expect_code(1);
    assert_eq!(
        answer.only("summary")["suggestions"],
        serde_json::json!(["Angela Merkel"])
    );
}

#[test]
fn a_name_of_several_people_finds_the_articles_of_all_and_says_so() {
    let collection = Collection::new()
        .file(
            "a.txt",
            "Der Machthaber Kim Jong Un empfing am Montag die Gäste.",
        )
        .file(
            "b.txt",
            "Der Machthaber Kim Jong Il empfing am Montag die Gäste.",
        );
    let answer = asked(&collection, "person:Kim").expect_code(0);
    let mut found = answer.articles();
    found.sort();
    assert_eq!(found, ["a", "b"]);
    assert_eq!(
        answer.only("summary")["notes"],
        serde_json::json!([
            "person:Kim may mean Kim Jong Il, Kim Jong Un; the articles of all of them are found"
        ])
    );
}
