//! Whom a typed name means.

use super::{mentions, visit};
use crate::harness::Collection;

fn rulers() -> Collection {
    let collection = Collection::new()
        .file(
            "a.txt",
            "Der Machthaber Kim Jong Un empfing am Montag die Gäste. Kim Jong Un sprach lange.",
        )
        .file(
            "b.txt",
            "Der Machthaber Kim Jong Un ist der Sohn von Kim Jong Il. Schon Kim Jong Il regierte lange im Land.",
        );
    collection.beleg(["index"]).expect_code(0);
    collection
}

#[test]
fn a_name_is_understood_however_it_is_typed() {
    let visit = visit();
    for name in [
        "Putin",
        "putin",
        "Wladimir Putin",
        "wladimir putin",
        "\"Wladimir Putin\"",
        "„Wladimir Putin“",
        "Präsident Putin",
        "Putin, Wladimir",
        "Putins",
        "Vladimir Putin",
    ] {
        let answer = mentions(&visit, name, &[]).expect_code(0);
        let summary = answer.only("summary");
        assert_eq!(summary["person"], "Wladimir Putin", "{name}");
        assert_eq!(summary["mentions_found"], 4, "{name}");
    }
}

#[test]
fn the_words_of_a_name_need_no_quotation_marks() {
    let answer = visit()
        .beleg(["mentions", "Wladimir", "Putin"])
        .expect_code(0);
    assert!(answer.stdout().contains("4 mentions of Wladimir Putin"));
}

#[test]
fn a_name_that_nobody_has_leads_to_those_that_look_alike() {
    let visit = visit();
    let answer = mentions(&visit, "Angela Merkle", &[]).expect_code(1);
    let summary = answer.only("summary");
    assert_eq!(summary["suggestions"], serde_json::json!(["Angela Merkel"]));
    assert_eq!(summary["mentions_found"], 0);
    let told = visit.beleg(["mentions", "Angela", "Merkle"]).expect_code(1);
    assert!(
        told.stdout()
            .starts_with("Nobody found called Angela Merkle in 3 articles")
    );
    assert!(told.stdout().ends_with("Did you mean Angela Merkel?\n"));
}

#[test]
fn a_name_of_several_people_lists_them_and_how_to_name_one() {
    let rulers = rulers();
    let answer = mentions(&rulers, "Kim", &[]).expect_code(1);
    assert_eq!(
        answer.only("candidates"),
        serde_json::json!({"name": "Kim", "candidates": [
            {"name": "Kim Jong Un", "articles": 2},
            {"name": "Kim Jong Il", "articles": 1},
        ]})
    );
    let types: Vec<_> = answer
        .json()
        .into_iter()
        .map(|line| line["type"].clone())
        .collect();
    assert_eq!(types, ["begin", "candidates", "summary"]);
    let told = rulers.beleg(["mentions", "Kim"]).expect_code(1);
    let expected = "\
Kim may mean 2 people:

  2 articles  Kim Jong Un
  1 article   Kim Jong Il

Name one of them: beleg mentions \"Kim Jong Un\"
";
    assert_eq!(told.stdout(), expected);
    let one = mentions(&rulers, "Kim Jong Un", &[]).expect_code(0);
    assert_eq!(one.only("summary")["mentions_found"], 3);
}

#[test]
fn what_is_no_name_is_refused_with_advice() {
    let visit = visit();
    for name in ["", " ", "*", "\"\"", "?!", "123"] {
        let answer = visit.beleg(["mentions", name]).expect_code(2);
        assert_eq!(answer.stdout(), "", "{name}");
        assert!(
            answer
                .stderr()
                .contains("is no name: type one like \"Kim Jong Un\""),
            "{name}: {}",
            answer.stderr()
        );
    }
    visit.beleg(["mentions"]).expect_code(2);
}

#[test]
fn a_share_that_is_none_is_refused() {
    for share in ["70", "-1", "viel"] {
        let answer = visit().beleg(["mentions", "Putin", "--min-confidence", share]);
        let answer = answer.expect_code(2);
        assert!(answer.stderr().contains("0 to 1") || answer.stderr().contains("unexpected"));
    }
}
