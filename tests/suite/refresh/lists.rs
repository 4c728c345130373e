//! `beleg status --undated` and `--skipped`: what needs a person's eye, in full.

use crate::harness::Collection;

fn collection() -> Collection {
    let collection = Collection::new()
        .file("ohne.txt", "Stahl kam an.")
        .file("2023-09-12-zug.txt", "Ein Zug kam an.")
        .file(
            "sicher.jsonl",
            "{\"id\":\"1\",\"text\":\"Holz.\",\"date\":\"2024-01-02\"}\nkein JSON\n",
        )
        .file(
            "offen.jsonl",
            "{\"id\":\"7\",\"title\":\"Erz\",\"text\":\"Erz kam an.\"}\n",
        )
        .file("bild.jpg", "no text");
    collection.beleg(["index"]).expect_code(0);
    collection
}

#[test]
fn articles_without_a_sure_date_are_listed_with_what_was_concluded() {
    let collection = collection();
    let answer = collection.beleg(["status", "--undated"]).expect_code(0);
    insta::assert_snapshot!(answer.stdout(), @r"
    2 articles without a date
      corpus/offen.jsonl#7: Erz
      corpus/ohne.txt: no title

    1 article with a date that is not stated
      corpus/2023-09-12-zug.txt: 2023-09-12, guessed from the file name
    ");
    let lines = collection
        .beleg(["status", "--undated", "--format", "json"])
        .expect_code(0)
        .lines_of_type("undated");
    let in_short: Vec<String> = lines
        .iter()
        .map(|line| format!("{} {} {}", line["path"], line["date"], line["origin"]))
        .collect();
    let expected = [
        r#""corpus/offen.jsonl#7" null null"#,
        r#""corpus/ohne.txt" null null"#,
        r#""corpus/2023-09-12-zug.txt" "2023-09-12" "file name""#,
    ];
    assert_eq!(in_short, expected);
}

#[test]
fn what_was_skipped_is_listed_with_its_record_and_reason() {
    let collection = collection();
    let answer = collection.beleg(["status", "--skipped"]).expect_code(0);
    insta::assert_snapshot!(answer.stdout(), @r"
    2 skipped
      corpus/bild.jpg: format not supported yet: .jpg
      corpus/sicher.jsonl:2:
          not valid JSON: expected an object, which begins with { (byte 0 of the
          record)
    ");
    let lines = collection
        .beleg(["status", "--skipped", "--format", "json"])
        .expect_code(0)
        .lines_of_type("skipped");
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["path"], "corpus/sicher.jsonl:2");
}

#[test]
fn empty_lists_say_so() {
    let record = "{\"id\":\"1\",\"text\":\"Holz.\",\"date\":\"2024-01-02\"}\n";
    let collection = Collection::new().file("a.jsonl", record);
    collection.beleg(["index"]).expect_code(0);
    let answer = collection
        .beleg(["status", "--undated", "--skipped"])
        .expect_code(0);
    assert_eq!(
        answer.stdout(),
        "all articles say when they were published\nnothing was skipped\n"
    );
}

#[test]
fn long_reasons_stay_within_eighty_columns() {
    let name = "ein-recht-langer-name-eines-ordners/und-eine-datei-ohne-jeden-punkt-im-namen";
    let collection = Collection::new().file(name, "no text");
    collection.beleg(["index"]).expect_code(0);
    let answer = collection.beleg(["status", "--skipped"]).expect_code(0);
    let longest = answer.stdout().lines().skip(2).map(str::len).max();
    assert!(longest < Some(81), "{}", answer.stdout());
    assert!(answer.stdout().contains(name));
}
