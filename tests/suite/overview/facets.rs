//! How the articles found spread.

use serde_json::{Value, json};

use super::years;
use crate::harness::{Collection, text};

/// A facet of a search as pairs of value and articles, and the articles without one.
fn facet(collection: &Collection, query: &str, facet: &str) -> (Vec<(String, u64)>, u64) {
    let command = ["search", query, "--facets", facet, "--format", "json"];
    let found = collection.beleg(command).expect_code(0).only("facet");
    assert_eq!(found["facet"], facet);
    let values = found["values"].as_array().expect("a list").iter();
    let pair = |value: &Value| {
        (
            text(&value["value"]),
            value["articles"].as_u64().expect("a count"),
        )
    };
    (
        values.map(pair).collect(),
        found["without"].as_u64().expect("a count"),
    )
}

fn pairs(pairs: &[(&str, u64)]) -> Vec<(String, u64)> {
    pairs
        .iter()
        .map(|(value, count)| ((*value).to_owned(), *count))
        .collect()
}

#[test]
fn each_facet_counts_articles_and_those_without_it() {
    let collection = years();
    let facet = |name| facet(&collection, "Munition", name);
    assert_eq!(
        facet("source"),
        (pairs(&[("corpus/bote.jsonl", 4), ("corpus/briefe/", 1)]), 0)
    );
    assert_eq!(
        facet("year"),
        (pairs(&[("2021", 1), ("2022", 2), ("2023", 1)]), 1)
    );
    assert_eq!(
        facet("month"),
        (pairs(&[("2021-03", 1), ("2022-05", 2), ("2023", 1)]), 1)
    );
    assert_eq!(
        facet("author"),
        (pairs(&[("Anna Alt", 2), ("Bernd Blau", 2)]), 1)
    );
    assert_eq!(facet("outlet"), (pairs(&[("Bote", 4)]), 1));
    assert_eq!(facet("lang"), (pairs(&[("de", 5)]), 0));
    assert_eq!(facet("type"), (pairs(&[("jsonl", 4), ("txt", 1)]), 0));
}

#[test]
fn people_of_a_facet_are_those_that_people_lists() {
    let collection = years();
    let listed = collection
        .beleg(["people", "--format", "json"])
        .lines_of_type("person");
    let listed = listed.iter().map(|person| {
        (
            text(&person["name"]),
            person["articles"].as_u64().expect("a count"),
        )
    });
    let mut listed: Vec<(String, u64)> = listed.collect();
    let (mut found, _) = facet(&collection, "Munition OR Käse", "person");
    listed.sort();
    found.sort();
    assert_eq!(found, listed);
}

#[test]
fn the_articles_of_a_person_are_those_that_mentions_counts() {
    let collection = Collection::of_the_project();
    let (people, _) = facet(&collection, "NOT Xylophon", "person");
    assert!(people.len() > 10);
    for (name, articles) in people {
        let counted = collection.beleg(["mentions", &name, "--format", "json", "--count"]);
        let counted = counted.only("summary");
        let surely = collection
            .beleg(["people", &name, "--format", "json"])
            .lines_of_type("person");
        let person = surely.iter().find(|person| person["name"] == name.as_str());
        assert_eq!(person.expect("a person")["articles"], articles, "{name}");
        // Mentions that may mean another person as well count there only.
        assert!(
            counted["articles_found"].as_u64() >= Some(articles),
            "{name}"
        );
    }
}

#[test]
fn a_count_says_that_it_is_exact_and_shows_no_hits() {
    let collection = years();
    let answer = collection
        .beleg(["search", "Munition", "--count"])
        .expect_code(0);
    assert!(
        answer
            .stdout()
            .starts_with("Found exactly 5 of 6 articles, 5 of 6 passages (")
    );
    assert_eq!(answer.stdout().lines().count(), 1);
    let answer = collection.beleg(["search", "Munition", "--count", "--format", "json"]);
    assert_eq!(answer.lines_of_type("hit"), [] as [Value; 0]);
    assert_eq!(answer.only("summary")["articles_found"], json!(5));
    collection
        .beleg(["search", "Xylophon", "--count"])
        .expect_code(1);
}

#[test]
fn a_limit_keeps_the_most_frequent_values_and_says_how_many_there_are() {
    let collection = years();
    let command = [
        "search", "Munition", "--facets", "year", "--limit", "1", "--format", "json",
    ];
    let found = collection.beleg(command).only("facet");
    assert_eq!(found["values"], json!([{"value": "2022", "articles": 2}]));
    assert_eq!(found["values_found"], json!(3));
}

#[test]
fn facets_are_drawn_as_bars_in_80_columns() {
    let collection = years();
    let mut command = collection.command(crate::harness::BELEG);
    command
        .args(["search", "Munition", "--facets", "source,year,person"])
        .env("COLUMNS", "80");
    let blocks = crate::harness::Answer::of(command, &[]);
    let shown: Vec<&str> = blocks
        .stdout()
        .lines()
        .filter(|line| !line.starts_with("Found"))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(
        blocks
            .stdout()
            .lines()
            .all(|line| line.chars().count() <= 80)
    );
}

#[test]
fn an_unknown_facet_is_told_with_those_there_are() {
    let answer = years()
        .beleg(["search", "Munition", "--facets", "yeer"])
        .expect_code(2);
    assert!(
        answer
            .stderr()
            .contains("[possible values: source, year, month, author, lang, person, outlet, type]")
    );
    assert!(answer.stderr().contains("'year'"));
}

#[test]
fn what_has_no_form_in_a_format_is_refused_before_anything_is_read() {
    let collection = years();
    let overviews: [&[&str]; 6] = [
        &["search", "Munition", "--count"],
        &["search", "Munition", "--facets", "year"],
        &["search", "Munition", "--timeline"],
        &["search", "Munition", "--why-not", "corpus/briefe/a.txt"],
        &["mentions", "Merkel", "--timeline"],
        &["people", "--timeline"],
    ];
    for overview in overviews {
        let line = overview.iter().chain(&["--format", "csv"]);
        let answer = collection.beleg(line).expect_code(2);
        assert_eq!(answer.stdout(), "");
        let told = answer.stderr();
        assert!(told.contains("text or json"), "{overview:?}: {told}");
    }
    for format in ["markdown", "bibtex", "csl-json"] {
        let line = ["search", "Munition", "--count", "--format", format];
        collection.beleg(line).expect_code(2);
    }
    let line = ["search", "Munition", "--kwic", "--facets", "year"];
    let told = collection.beleg(line).expect_code(2);
    assert!(told.stderr().contains("--kwic"), "{}", told.stderr());
}

#[test]
fn an_overview_heeds_the_time_that_is_asked_for() {
    let collection = years();
    let since = |line: &[&str]| {
        let line = line
            .iter()
            .chain(&["--since", "2022-05", "--format", "json"]);
        collection.beleg(line).expect_code(0)
    };
    let counted = since(&["search", "Munition", "--count"]).only("summary");
    assert_eq!(counted["articles_found"], 3);
    let years = since(&["search", "Munition", "--facets", "year"]).only("facet");
    let first = &years["values"][0];
    assert_eq!(
        (&first["value"], &first["articles"]),
        (&json!("2022"), &json!(2))
    );
    let plot = since(&["search", "Munition", "--timeline=year"]).only("timeline");
    assert_eq!(plot["buckets"][0]["time"], "2022");
    let told = since(&["search", "Munition", "--why-not", "corpus/bote.jsonl:1"]);
    assert!(told.stdout().contains("left_out"), "{}", told.stdout());
}
