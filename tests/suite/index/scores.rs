//! Scores come from passages only.

use std::fmt::Write;

use beleg::archive::{Freshness, open};
use beleg::evidence::Hit;
use serde_json::Value;

use crate::harness::{Collection, project};
use crate::library::{Shelf, hits};

fn records(count: usize) -> Vec<String> {
    let goods = ["Stahl", "Munition", "Getreide", "Holz und Munition", "Öl"];
    let record = |number: usize| {
        let text = format!(
            "Zug {number} brachte {} in den Hafen.",
            goods[number % goods.len()]
        );
        let more = " Danach fuhr er leer zurück.".repeat(number % 4);
        format!("{{\"id\":\"{number}\",\"text\":\"{text}{more}\"}}\n")
    };
    (0..count).map(record).collect()
}

/// What hits say of their order: record, score, marked bytes of the text.
fn scores(hits: &[Hit]) -> Vec<(String, f32, usize)> {
    let score = |hit: &Hit| (hit.article.docid.clone(), hit.score, hit.marks.len());
    hits.iter().map(score).collect()
}

#[test]
fn sources_without_passages_change_no_score() {
    let collection = Collection::of_the_project();
    let found = |query: &str| {
        let answer = collection
            .beleg(["search", query, "--refresh", "--format", "json"])
            .expect_code(0);
        answer.lines_of_type("hit")
    };
    let queries = [
        "Munition",
        "Nordkorea Sanktionen Waffen",
        "\"Kim Jong Un\"",
        "munit*",
    ];
    let before = queries.map(found);
    for number in 0..80 {
        collection.write(&format!("corpus/leer{number}.txt"), "");
    }
    assert_eq!(queries.map(found), before);
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    let skipped = collection
        .beleg(["status", "--format", "json"])
        .only("status")["skipped"]
        .take();
    assert_eq!(skipped.as_array().map(Vec::len), Some(80));
    assert_eq!(
        queries.map(found),
        before,
        "nor in an index that was built with them"
    );
}

#[test]
fn the_same_records_score_the_same_in_one_file_and_in_many() {
    let (one, many) = (Shelf::new(), Shelf::new());
    let records = records(60);
    one.write("alle.jsonl", records.concat());
    for (number, record) in records.iter().enumerate() {
        many.write(&format!("{number:02}.jsonl"), record);
    }
    let (one, many) = (one.open(), many.open());
    for query in [
        "Munition",
        "Holz Munition",
        "Hafen",
        "\"in den Hafen\"",
        "zurück Stahl",
    ] {
        assert_eq!(
            scores(&hits(&one, query)),
            scores(&hits(&many, query)),
            "{query}"
        );
    }
}

#[test]
fn what_is_said_of_an_article_beside_its_text_changes_no_score_but_its_title() {
    let (bare, dressed) = (Shelf::new(), Shelf::new());
    let mut lines = String::new();
    for record in records(30) {
        let dress = ",\"author\":\"Munition Hafen\",\"source\":\"Munition\",\"url\":\"munition://stahl\",\"date\":\"2023-09\",\"lang\":\"de\"}";
        let _ = writeln!(lines, "{}{dress}", record.trim_end().trim_end_matches('}'));
    }
    bare.write("a.jsonl", records(30).concat());
    dressed.write("a.jsonl", lines);
    let (bare, dressed) = (bare.open(), dressed.open());
    for query in ["Munition", "Stahl Hafen"] {
        assert_eq!(
            scores(&hits(&bare, query)),
            scores(&hits(&dressed, query)),
            "{query}"
        );
    }
}

/// Beyond a thousand passages the engine chooses which of them are looked at closely.
#[test]
fn the_choice_of_candidates_heeds_passages_only() {
    let lines: String = records(2600).concat();
    let collection = Collection::new().file("a.jsonl", lines);
    let best = || -> Vec<Value> {
        let command = [
            "search",
            "Munition Holz Hafen",
            "--refresh",
            "--format",
            "json",
            "--limit",
            "1200",
        ];
        collection
            .beleg(command)
            .expect_code(0)
            .lines_of_type("hit")
    };
    let before = best();
    assert_eq!(before.len(), 1200);
    for number in 0..300 {
        collection.write(&format!("corpus/leer{number}.txt"), "");
    }
    assert_eq!(best(), before);
}

#[test]
fn an_index_without_its_looking_answers_the_same() {
    let shelf = Shelf::new();
    for file in std::fs::read_dir(project("corpus")).expect("the project has a corpus") {
        let path = file.expect("it can be listed").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        shelf.write(&name, std::fs::read(&path).expect("an article"));
    }
    let fresh = hits(&shelf.open(), "Munition");
    let stale = open(&shelf.places(), Freshness::Never, &mut |_| {}).expect("it is there");
    assert_eq!(hits(&stale, "Munition"), fresh);
}
