//! Articles since a day, and the first that names somebody.

use super::press;
use crate::harness::{Collection, text};

fn dated() -> Collection {
    let record = |id: u8, date: &str| {
        let date = if date.is_empty() {
            String::new()
        } else {
            format!("\"date\":\"{date}\",")
        };
        format!(
            "{{\"id\":\"{id}\",{date}\"title\":\"Artikel {id}\",\"text\":\"Angela Merkel kam. Später ging Angela Merkel.\",\"lang\":\"de\"}}\n"
        )
    };
    let dates = ["2023-09-12", "2021-05", "", "2024", "2021-05-03"];
    let records: String = (1..)
        .zip(dates)
        .map(|(id, date)| record(id, date))
        .collect();
    Collection::new().file("a.jsonl", records)
}

fn records(collection: &Collection, line: &[&str], kind: &str) -> Vec<String> {
    let line = line.iter().chain(&["--format", "json"]);
    let answer = collection.beleg(line);
    let found = answer.lines_of_type(kind);
    found
        .iter()
        .map(|found| text(&found["citation"]["record"]))
        .collect()
}

#[test]
fn since_a_day_is_the_same_as_a_date_in_the_query() {
    let collection = press();
    let one = ["search", "Munition", "--since", "2023"];
    assert_eq!(records(&collection, &one, "hit"), ["1"]);
    let same = ["search", "Munition date:2023..", "--format", "json"];
    let answer = collection.beleg(same).expect_code(0);
    let since = collection
        .beleg(["search", "Munition", "--since", "2023", "--format", "json"])
        .expect_code(0);
    assert_eq!(answer.timeless(), since.timeless());
    assert_eq!(since.only("summary")["undated"], 1);
}

#[test]
fn since_holds_for_all_of_a_query() {
    let collection = press();
    let line = ["search", "Merkel OR Munition", "--since", "2023"];
    assert_eq!(records(&collection, &line, "hit"), ["1"]);
    let line = ["search", "--plain", "Munition", "--since", "2022-03-31"];
    assert_eq!(records(&collection, &line, "hit").len(), 3);
}

#[test]
fn mentions_before_a_day_and_without_one_are_counted() {
    let collection = dated();
    let answer = collection
        .beleg([
            "mentions",
            "Angela Merkel",
            "--since",
            "2023-01",
            "--format",
            "json",
        ])
        .expect_code(0);
    let summary = answer.only("summary");
    assert_eq!(summary["mentions_found"], 4);
    assert_eq!(summary["left_out"]["earlier"], 4);
    assert_eq!(summary["left_out"]["undated"], 2);
}

#[test]
fn no_date_is_an_error_that_shows_one() {
    let answer = dated()
        .beleg(["mentions", "Merkel", "--since", "gestern"])
        .expect_code(2);
    assert!(
        answer.stderr().contains("2023-09-12"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn mentions_come_in_the_order_asked_for() {
    let collection = dated();
    let order = |sort: &str| {
        let line = ["mentions", "Angela Merkel", "--sort", sort];
        let mut records = records(&collection, &line, "mention");
        records.dedup();
        records.join(" ")
    };
    assert_eq!(order("date"), "4 1 5 2 3");
    assert_eq!(order("oldest"), "2 5 1 4 3");
    assert_eq!(order("source"), "1 2 3 4 5");
}

#[test]
fn a_search_can_begin_with_the_oldest() {
    let line = ["search", "Merkel", "--sort", "oldest", "--passages", "1"];
    assert_eq!(records(&dated(), &line, "hit"), ["2", "5", "1", "4", "3"]);
}

#[test]
fn the_first_mention_is_that_of_the_oldest_article_with_a_date() {
    let collection = dated();
    let line = ["mentions", "Angela Merkel", "--first"];
    assert_eq!(records(&collection, &line, "mention"), ["2"]);
    let answer = collection.beleg(line).expect_code(0);
    for said in [
        "10 mentions of Angela Merkel in 5 of 5 articles",
        "the first shown, of 2021-05",
        "2 mentions in 1 article without a date may be the first",
        "1 other article of the same time may be as early",
    ] {
        let words: Vec<&str> = answer.stdout().split_whitespace().collect();
        assert!(
            words.join(" ").contains(said),
            "{said}: {}",
            answer.stdout()
        );
    }
}

#[test]
fn without_any_date_there_is_no_first_and_that_is_said() {
    let collection = Collection::new().file("a.txt", "Titel\n\nGestern kam Angela Merkel.\n");
    let answer = collection
        .beleg(["mentions", "Angela Merkel", "--first"])
        .expect_code(0);
    assert!(
        answer.stdout().contains("none has a date"),
        "{}",
        answer.stdout()
    );
    assert!(!answer.stdout().contains("--limit"), "{}", answer.stdout());
}
