//! The answer as a whole: its order, its limits, its reasons, and that it never changes by itself.

use serde_json::Value;

use super::{asked, found};
use crate::harness::{Answer, Collection, text};

/// Every citation as `path:line:column`, from JSON.
fn citations(answer: &Answer) -> Vec<String> {
    let cited = |hit: &Value| {
        let citation = &hit["citation"];
        format!(
            "{}:{}:{}",
            text(&citation["path"]),
            citation["line"],
            citation["column"]
        )
    };
    answer.lines_of_type("hit").iter().map(cited).collect()
}

/// Every citation as `path:line:column`, from text.
fn printed_citations(answer: &Answer) -> Vec<String> {
    let lines = answer.stdout().lines();
    let cited = lines.filter_map(|line| line.strip_prefix("  corpus/"));
    cited.map(|rest| format!("corpus/{rest}")).collect()
}

#[test]
fn a_person_and_a_program_get_the_same_hits_in_the_same_order() {
    let collection = Collection::of_the_project();
    for query in [
        "Munition",
        "Nordkorea Russland Waffen",
        "\"Kim Jong Un\"",
        "date:none",
        "Pyongyang",
    ] {
        let json = found(&collection, query);
        let text = collection
            .beleg([
                "search",
                query,
                "--limit",
                "100",
                "--passages",
                "100",
                "--no-refresh",
            ])
            .expect_code(0);
        assert_eq!(printed_citations(&text), citations(&json), "{query}");
    }
}

#[test]
fn limits_take_from_the_end_and_change_nothing_before() {
    let collection = Collection::of_the_project();
    let all = found(&collection, "Nordkorea Sanktionen").lines_of_type("hit");
    let limited = |options: &[&str]| {
        let command = [
            "search",
            "Nordkorea Sanktionen",
            "--format",
            "json",
            "--no-refresh",
        ];
        collection
            .beleg(command.iter().chain(options))
            .expect_code(0)
            .lines_of_type("hit")
    };
    for limit in 1..=5 {
        let kept: Vec<Value> = all
            .iter()
            .filter(|hit| hit["rank"].as_u64() <= Some(limit))
            .cloned()
            .collect();
        assert_eq!(
            limited(&["--limit", &limit.to_string()]),
            kept,
            "--limit {limit}"
        );
    }
    for passages in 1..=3 {
        let mut seen = std::collections::HashMap::new();
        let kept: Vec<Value> = all
            .iter()
            .filter(|hit| {
                let count = seen.entry(hit["rank"].as_u64()).or_insert(0);
                *count += 1;
                *count <= passages
            })
            .cloned()
            .collect();
        assert_eq!(
            limited(&["--passages", &passages.to_string()]),
            kept,
            "--passages {passages}"
        );
    }
}

#[test]
fn ranks_count_up_and_scores_never_rise() {
    let answer = found(&Collection::of_the_project(), "Waffen Nordkorea Sanktionen");
    let hits = answer.lines_of_type("hit");
    let mut best = Vec::new();
    for hit in &hits {
        let (rank, score) = (hit["rank"].as_u64(), hit["score"].as_f64());
        match best.last() {
            Some((last, _)) if *last == rank => {}
            _ => best.push((rank, score)),
        }
    }
    let ranks: Vec<_> = best
        .iter()
        .map(|(rank, _)| rank.expect("a number"))
        .collect();
    assert_eq!(ranks, (1..=best.len() as u64).collect::<Vec<_>>());
    assert!(best.is_sorted_by(|a, b| a.1 >= b.1), "{best:?}");
}

#[test]
fn articles_can_be_read_by_date_and_by_source_instead() {
    let record =
        |id: &str, date: &str| format!("{{\"id\":\"{id}\"{date},\"text\":\"Munition kam an.\"}}\n");
    let collection = Collection::new()
        .file(
            "b.jsonl",
            record("alt", ",\"date\":\"2019-05\"")
                + &record("ohne", "")
                + &record("neu", ",\"date\":\"2024-02-01\""),
        )
        .file("a.txt", "Munition kam an, und noch mehr Munition.");
    let sorted = |order: &str| {
        let answer = collection.beleg([
            "search",
            "Munition",
            "--format",
            "json",
            "--no-refresh",
            "--sort",
            order,
        ]);
        answer.expect_code(0).articles()
    };
    assert_eq!(
        sorted("source"),
        ["a", "b.jsonl#alt", "b.jsonl#ohne", "b.jsonl#neu"]
    );
    assert_eq!(sorted("date")[..2], ["b.jsonl#neu", "b.jsonl#alt"]);
    let mut undated = sorted("date")[2..].to_vec();
    undated.sort();
    assert_eq!(undated, ["a", "b.jsonl#ohne"]);
    let limited = [
        "search", "Munition", "--format", "json", "--sort", "date", "--limit", "1",
    ];
    assert_eq!(
        collection.beleg(limited).articles(),
        ["b.jsonl#neu"],
        "of all, not of the best one"
    );
}

#[test]
fn the_same_question_has_the_same_answer_to_the_byte() {
    let collection = Collection::of_the_project();
    let queries = [
        "Munition",
        "Nordkorea Russland",
        "munit*",
        "Schoigo~",
        "date:none",
        "Muniton",
    ];
    let answers = || queries.map(|query| asked(&collection, query).timeless());
    let first = answers();
    assert_eq!(first, answers());
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    assert_eq!(first, answers(), "also from an index that was built anew");
}

#[test]
fn equally_good_articles_stand_in_the_order_of_their_names() {
    let collection =
        ["d", "a", "c", "b", "e"]
            .iter()
            .fold(Collection::new(), |collection, name| {
                let text = format!("Ein Zug mit Munition kam in {name} an.");
                collection.file(&format!("{name}.txt"), text)
            });
    assert_eq!(
        found(&collection, "Munition").articles(),
        ["a", "b", "c", "d", "e"]
    );
}

#[test]
fn a_score_can_be_worked_out_from_its_reasons() {
    let answer = Collection::of_the_project()
        .beleg([
            "search",
            "Artilleriemunition Nordkorea Quark",
            "--why",
            "--format",
            "json",
        ])
        .expect_code(0);
    let hits = answer.lines_of_type("hit");
    let number = |value: &Value| value.as_f64().expect("a number");
    let why = &hits[0]["why"];
    let words = why["words"].as_array().expect("a list");
    let names: Vec<String> = words.iter().map(|word| text(&word["word"])).collect();
    assert_eq!(names, ["Artilleriemunition", "Nordkorea", "Quark"]);
    assert_eq!(words[2]["kind"], Value::Null, "the passage lacks it");
    let sum: f64 = words.iter().map(|word| number(&word["score"])).sum();
    let score = (sum + number(&why["proximity"])) * number(&why["coverage"]);
    assert!(
        (score - number(&hits[0]["score"])).abs() < 1e-4,
        "{score} {}",
        hits[0]
    );
}

#[test]
fn the_summary_counts_what_was_searched_and_found() {
    let collection = Collection::of_the_project().file("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    let mut summary = found(&collection, "Munition").only("summary");
    let expected = serde_json::json!({
        "articles_searched": 5,
        "passages_searched": summary["passages_searched"].take(),
        "articles_found": 2,
        "articles_shortened": 0,
        "near_copies": 0,
        "passages_found": summary["passages_found"].take(),
        "exact": true,
        "skipped": [{"path": "corpus/bild.txt", "reason": "looks like a binary file"}],
        "undated": null,
        "variants": [],
        "suggestions": [],
        "notes": [],
        "elapsed_ms": summary["elapsed_ms"].take(),
    });
    summary["passages_searched"] = Value::Null;
    summary["passages_found"] = Value::Null;
    summary["elapsed_ms"] = Value::Null;
    let mut expected = expected;
    for key in ["passages_searched", "passages_found", "elapsed_ms"] {
        expected[key] = Value::Null;
    }
    assert_eq!(summary, expected);
}
