//! Plots over time.

use serde_json::{Value, json};

use super::years;
use crate::harness::{Answer, BELEG, Collection, text};

/// The buckets that hold something, as `2022-Q2 2`.
fn buckets(timeline: &Value) -> Vec<String> {
    let buckets = timeline["buckets"].as_array().expect("a list").iter();
    let filled = buckets.filter(|bucket| bucket["articles"] != 0);
    filled
        .map(|bucket| format!("{} {}", text(&bucket["time"]), bucket["articles"]))
        .collect()
}

fn timeline(collection: &Collection, command: &[&str]) -> Value {
    let command = [command, &["--format", "json"]].concat();
    collection.beleg(command).expect_code(0).only("timeline")
}

/// What a person sees, in 80 columns and this locale.
fn drawn(collection: &Collection, locale: &str, arguments: &[&str]) -> String {
    let mut command = collection.command(BELEG);
    command
        .args(arguments)
        .env("COLUMNS", "80")
        .env("LC_ALL", locale);
    let answer = Answer::of(command, &[]);
    let lines = answer
        .stdout()
        .lines()
        .filter(|line| !line.contains(" ms)"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Thirty months, a letter more in each of a year.
fn long() -> Collection {
    let mut lines = String::new();
    for month in 0..30 {
        for number in 0..=(month % 12) {
            let (year, month) = (2020 + month / 12, month % 12 + 1);
            lines += &format!(
                "{{\"id\":\"{year}-{month}-{number}\",\"date\":\"{year}-{month:02}\",\
                 \"text\":\"Ein Brief über Munition kam an.\"}}\n"
            );
        }
    }
    Collection::new().file("a.jsonl", lines)
}

#[test]
fn a_search_is_told_by_years_where_dates_are_no_better() {
    let found = timeline(&years(), &["search", "Munition", "--timeline"]);
    assert_eq!(found["unit"], "year");
    assert_eq!(buckets(&found), ["2021 1", "2022 2", "2023 1"]);
    assert_eq!(
        (&found["undated"], &found["inexact"]),
        (&json!(1), &json!(0))
    );
    let of: Vec<&Value> = found["buckets"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|bucket| &bucket["of"])
        .collect();
    assert_eq!(of, [1, 2, 1]);
}

#[test]
fn what_is_too_vague_for_the_unit_asked_for_is_counted() {
    let found = timeline(&years(), &["search", "Munition", "--timeline=quarter"]);
    assert_eq!(buckets(&found), ["2021-Q1 1", "2022-Q2 2"]);
    assert_eq!(
        (&found["undated"], &found["inexact"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn mentions_are_counted_in_the_time_of_their_articles() {
    let found = timeline(&years(), &["mentions", "Angela Merkel", "--timeline=year"]);
    assert_eq!(found["person"], "Angela Merkel");
    assert_eq!(found["places"], "mentions");
    assert_eq!(buckets(&found), ["2021 1", "2022 1", "2023 1"]);
    assert_eq!(found["undated"], 1);
}

#[test]
fn people_stand_over_one_time() {
    let collection = years();
    let answer = collection.beleg(["people", "--timeline", "--format", "json"]);
    let found = answer.expect_code(0).lines_of_type("timeline");
    let told: Vec<(String, Vec<String>, usize)> = found
        .iter()
        .map(|line| {
            (
                text(&line["person"]),
                buckets(line),
                line["buckets"].as_array().map_or(0, Vec::len),
            )
        })
        .collect();
    let expected = [
        ("Angela Merkel", vec!["2021 1", "2022 1", "2023 1"]),
        ("Olaf Scholz", vec!["2022 1"]),
    ];
    let expected = expected.map(|(name, buckets)| {
        (
            name.to_owned(),
            buckets.into_iter().map(str::to_owned).collect::<Vec<_>>(),
            3,
        )
    });
    assert_eq!(told, expected);
}

#[test]
fn few_stretches_of_time_have_a_row_each() {
    insta::assert_snapshot!(drawn(
        &years(),
        "C.UTF-8",
        &["search", "Munition", "--timeline"]
    ));
}

#[test]
fn many_stretches_of_time_stand_side_by_side_over_an_axis() {
    insta::assert_snapshot!(drawn(
        &long(),
        "C.UTF-8",
        &["search", "Munition", "--timeline"]
    ));
}

#[test]
fn who_cannot_see_unicode_gets_ascii() {
    let plot = drawn(&long(), "C", &["search", "Munition", "--timeline"]);
    assert!(plot.is_ascii(), "{plot}");
    assert!(plot.contains('#'));
}

#[test]
fn people_are_drawn_a_row_each() {
    insta::assert_snapshot!(drawn(&years(), "C.UTF-8", &["people", "--timeline"]));
}
