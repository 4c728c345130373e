//! Which mentions are listed, and in which order.

use super::{mentions, places, surfaces, visit};
use crate::harness::{Collection, text};

#[test]
fn every_form_of_the_name_is_listed_the_latest_article_first() {
    let answer = mentions(&visit(), "Angela Merkel", &[]).expect_code(0);
    let articles: Vec<String> = places(&answer)
        .iter()
        .map(|place| place.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(articles, ["a.jsonl#2", "a.jsonl#1", "a.jsonl#1", "z.txt"]);
    assert_eq!(
        surfaces(&answer),
        ["Angela Merkels", "Angela Merkel", "Merkel", "Angela Merkel"]
    );
}

#[test]
fn a_mention_says_who_where_and_why() {
    let answer = mentions(&visit(), "Schoigu", &[]).expect_code(0);
    let mention = answer.only("mention");
    assert_eq!(mention["person"], "Sergej Schoigu");
    assert_eq!(mention["article"]["id"], "z.txt");
    assert_eq!(mention["article"]["date"], serde_json::Value::Null);
    let citation = &mention["citation"];
    assert_eq!(
        (&citation["line"], &citation["column"]),
        (&3.into(), &1.into())
    );
    assert_eq!(citation["quote"], "Sergej Schoigu");
    assert_eq!(citation["suffix"], " schrieb am Abend einen langen B");
    assert_eq!(mention["rule"], "full_name");
    assert_eq!(mention["derived"], false);
    let confidence = mention["confidence"].as_f64().expect("a number");
    assert!((0.5..=1.0).contains(&confidence), "{confidence}");
    let mark = &mention["marks"][0];
    assert_eq!((&mark["start"], &mark["end"]), (&0.into(), &14.into()));
    assert!(text(&mention["text"]).starts_with("Sergej Schoigu schrieb"));
}

#[test]
fn begin_comes_first_and_a_summary_last() {
    let answer = mentions(&visit(), "Angela Merkel", &[]).expect_code(0);
    let lines = answer.json();
    assert_eq!(lines[0]["type"], "begin");
    assert_eq!(lines[0]["data"]["query"], "Angela Merkel");
    let summary = &lines.last().expect("there are lines")["data"];
    assert_eq!(summary["person"], "Angela Merkel");
    assert_eq!(summary["mentions_found"], 4);
    assert_eq!(summary["articles_found"], 3);
    assert_eq!(summary["articles_searched"], 3);
    assert_eq!(
        summary["forms"][0],
        serde_json::json!({"form": "Angela Merkel", "count": 2})
    );
}

#[test]
fn full_names_alone_are_listed_when_asked_for() {
    let answer = mentions(&visit(), "Putin", &["--strict"]).expect_code(0);
    assert_eq!(surfaces(&answer), ["Wladimir Putin", "Wladimir Putin"]);
    assert_eq!(answer.only("summary")["left_out"]["short"], 2);
}

#[test]
fn words_derived_from_the_name_are_counted_and_listed_when_asked_for() {
    let visit = visit();
    let answer = mentions(&visit, "Putin", &[]).expect_code(0);
    assert_eq!(answer.only("summary")["left_out"]["derived"], 1);
    let all = mentions(&visit, "Putin", &["--derived"]).expect_code(0);
    assert_eq!(
        surfaces(&all),
        [
            "Wladimir Putin",
            "Wladimir Putin",
            "Putin",
            "Putins",
            "Putin-Regime"
        ]
    );
    assert_eq!(all.lines_of_type("mention")[4]["derived"], true);
}

#[test]
fn only_what_is_sure_enough_is_listed_when_asked_for() {
    let visit = visit();
    let everything = mentions(&visit, "Putin", &[]).expect_code(0);
    let confidences = everything.lines_of_type("mention").into_iter();
    let confidences = confidences.map(|mention| mention["confidence"].as_f64());
    let sure = confidences
        .filter(|confidence| *confidence >= Some(0.95))
        .count();
    let answer = mentions(&visit, "Putin", &["--min-confidence", "0.95"]);
    assert_eq!(places(&answer).len(), sure);
    assert_eq!(answer.only("summary")["left_out"]["unsure"], 4 - sure);
}

#[test]
fn blocks_that_name_both_are_listed_when_asked_for() {
    let visit = visit();
    let both = mentions(&visit, "Putin", &["--with", "Angela Merkel"]).expect_code(0);
    assert_eq!(
        surfaces(&both),
        ["Wladimir Putin", "Wladimir Putin", "Putin", "Putins"]
    );
    let both = mentions(&visit, "Merkel", &["--with", "Schoigu"]).expect_code(0);
    assert_eq!(places(&both), ["z.txt 3:55 Angela Merkel"]);
    assert_eq!(both.only("summary")["left_out"]["alone"], 3);
    let nobody = mentions(&visit, "Merkel", &["--with", "Lindner"]).expect_code(1);
    assert_eq!(nobody.only("summary")["person"], "Lindner");
}

#[test]
fn a_limit_counts_articles_and_says_so() {
    let visit = visit();
    let answer = mentions(&visit, "Merkel", &["--limit", "1"]).expect_code(0);
    assert_eq!(surfaces(&answer), ["Angela Merkels"]);
    assert_eq!(answer.only("summary")["mentions_found"], 4);
    let told = visit
        .beleg(["mentions", "Merkel", "--limit", "1"])
        .expect_code(0);
    assert!(
        told.stdout()
            .contains("1 article shown (--limit N for more)"),
        "{}",
        told.stdout()
    );
}

#[test]
fn counting_tells_forms_and_no_place() {
    let visit = visit();
    let answer = mentions(&visit, "Putin", &["--count"]).expect_code(0);
    assert_eq!(places(&answer), [] as [&str; 0]);
    let summary = answer.only("summary");
    assert_eq!(
        (&summary["mentions_found"], &summary["articles_found"]),
        (&4.into(), &2.into())
    );
    let told = visit.beleg(["mentions", "Putin", "--count"]).expect_code(0);
    assert!(
        told.stdout().contains("\n  2  Wladimir Putin\n"),
        "{}",
        told.stdout()
    );
    assert!(!told.stdout().contains(":1:"), "{}", told.stdout());
}

#[test]
fn a_long_paragraph_gives_each_of_its_mentions_once_and_at_its_place() {
    let filler = "Am Abend standen noch viele Leute auf dem Platz und warteten auf ein Wort. ";
    let long = format!("{}Angela Merkel kam. ", filler.repeat(9)).repeat(6);
    let collection = Collection::new().file("lang.txt", format!("Ein langer Abend\n\n{long}"));
    let answer = mentions(&collection, "Angela Merkel", &[]).expect_code(0);
    let block = long.trim();
    let columns: Vec<String> = block
        .match_indices("Angela Merkel")
        .map(|(at, _)| {
            format!(
                "lang.txt 3:{} Angela Merkel",
                block[..at].chars().count() + 1
            )
        })
        .collect();
    assert_eq!(places(&answer), columns);
    for mention in answer.lines_of_type("mention") {
        assert_eq!(mention["text"], block);
    }
}

#[test]
fn a_full_name_counts_also_where_an_article_is_in_another_language() {
    let collection = Collection::new()
        .file(
            "de.txt",
            "Gestern sprach Angela Merkel in Wien über den Haushalt und die Wahlen.",
        )
        .file(
            "en.txt",
            "The minister met Angela Merkel on Monday. They talked about the weather and about the \
             price of bread, and then they went home.",
        );
    let answer = mentions(&collection, "Angela Merkel", &[]).expect_code(0);
    assert_eq!(
        places(&answer),
        ["de.txt 1:16 Angela Merkel", "en.txt 1:18 Angela Merkel"]
    );
    assert_eq!(answer.lines_of_type("mention")[1]["rule"], "spelled");
}
