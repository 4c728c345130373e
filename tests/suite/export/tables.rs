//! Tables that open as they should and run nothing.

use super::press;
use crate::harness::{Answer, Collection};

/// The rows of a table by the names of their columns; rows of unequal length fail.
fn rows(answer: &Answer) -> Vec<std::collections::HashMap<String, String>> {
    let text = answer
        .stdout()
        .strip_prefix('\u{feff}')
        .expect("a byte order mark");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let rows = table
        .deserialize()
        .map(|row| row.expect("a row as long as the header"));
    rows.collect()
}

#[test]
fn a_search_has_a_row_a_hit_with_all_that_is_known() {
    let answer = press()
        .beleg(["search", "Munition", "--format", "csv"])
        .expect_code(0);
    let rows = rows(&answer);
    assert_eq!(rows.len(), 4, "{}", answer.stdout());
    let first = rows
        .iter()
        .find(|row| row["record"] == "1")
        .expect("the first article");
    let expected = [
        ("title", "50 % für A&B_C {neu}"),
        ("outlet", "Der Bote"),
        ("author", "Anna Meier und Jan de Vries"),
        ("date", "2023-09-12"),
        ("url", "https://example.org/a_b?c=%20d"),
        ("path", "corpus/a.jsonl"),
        ("line", "1"),
        ("marks", "Munition"),
        ("quote", "Die Munition kam aus Öst, sagte Angela Merkel."),
        ("query", "Munition"),
    ];
    for (column, cell) in expected {
        assert_eq!(first[column], cell, "{column}");
    }
    assert!(
        answer.stderr().contains("Found 3 of 4 articles"),
        "{}",
        answer.stderr()
    );
    assert!(answer.stderr().contains("· 4 rows"), "{}", answer.stderr());
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    let collection = press();
    let tables: [&[&str]; 5] = [
        &["search", "Munition"],
        &["search", "Munition", "--kwic"],
        &["mentions", "Angela Merkel"],
        &["mentions", "Angela Merkel", "--kwic"],
        &["people"],
    ];
    for table in tables {
        let line = table.iter().chain(&["--format", "csv"]);
        let answer = collection.beleg(line).expect_code(0);
        let rows = rows(&answer);
        assert!(!rows.is_empty(), "{table:?}");
        for cell in rows.iter().flat_map(|row| row.values()) {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{table:?}: {cell}"
            );
        }
    }
    let titles = collection.beleg(["search", "Munition", "--format", "csv"]);
    assert!(
        rows(&titles)
            .iter()
            .any(|row| row["title"].starts_with("'=HYPERLINK"))
    );
}

#[test]
fn a_concordance_has_a_row_a_keyword_in_its_order() {
    let line = [
        "search",
        "Munition",
        "--kwic",
        "--kwic-sort",
        "left",
        "--format",
        "csv",
    ];
    let answer = press().beleg(line).expect_code(0);
    let rows = rows(&answer);
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row["keyword"] == "Munition"));
    let left: Vec<&str> = rows.iter().map(|row| row["left"].as_str()).collect();
    assert_eq!(
        left,
        [
            "Mehr *Munition* von Angela Merkel | und „andere“ [",
            "Die",
            "'=1+1 ist",
            "Keine",
            "Mehr *",
        ]
    );
}

#[test]
fn a_claim_of_which_nobody_speaks_has_a_row_as_well() {
    let collection = Collection::new().file(
        "a.txt",
        "Passau\n\nIm Jahr 2013 stand die Donau in Passau 12,89 Meter hoch.\n",
    );
    collection.write(
        "claims.tsv",
        "eins\tDie Donau stand 2013 in Passau 10,89 Meter hoch.\nzwei\tDer Mars hat 17 Monde.\n",
    );
    let answer = collection.beleg(["check", "--file", "claims.tsv", "--format", "csv"]);
    let rows = rows(&answer);
    let verdict = |id: &str| {
        let row = rows.iter().find(|row| row["id"] == id);
        row.map(|row| (row["verdict"].clone(), row["quote"].is_empty()))
    };
    assert_eq!(verdict("eins"), Some(("conflict".to_owned(), false)));
    assert_eq!(verdict("zwei"), Some(("none".to_owned(), true)));
}

#[test]
fn mentions_that_are_counted_are_a_table_of_forms() {
    let line = ["mentions", "Angela Merkel", "--count", "--format", "csv"];
    let answer = press().beleg(line).expect_code(0);
    let rows = rows(&answer);
    assert_eq!(rows.len(), 1, "{}", answer.stdout());
    assert_eq!(
        (rows[0]["form"].as_str(), rows[0]["mentions"].as_str()),
        ("Angela Merkel", "3")
    );
}

#[test]
fn nothing_found_is_a_table_without_rows() {
    let answer = press()
        .beleg(["search", "Quarkspeise", "--format", "csv"])
        .expect_code(1);
    assert_eq!(rows(&answer).len(), 0);
    assert!(
        answer.stdout().contains("title,outlet"),
        "{}",
        answer.stdout()
    );
    assert!(
        answer.stderr().contains("Nothing found"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn a_batch_is_one_table_that_names_its_queries() {
    let collection = press();
    collection.write("queries.tsv", "q1\tMunition\nq2\tQuarkspeise\nq3\tMerkel\n");
    let answer = collection
        .beleg(["search", "--batch", "queries.tsv", "--format", "csv"])
        .expect_code(0);
    let mut ids: Vec<String> = rows(&answer)
        .iter()
        .map(|row| row["query_id"].clone())
        .collect();
    ids.dedup();
    assert_eq!(ids, ["q1", "q3"]);
}

#[test]
fn a_format_that_does_not_fit_is_refused_with_those_that_do() {
    let collection = press();
    for (command, format, others) in [
        (vec!["people"], "bibtex", "text, json, csv"),
        (
            vec!["mentions", "Merkel"],
            "csl-json",
            "text, json, csv, markdown",
        ),
        (vec!["status"], "csv", "text, json"),
        (
            vec!["show", "corpus/leer.txt"],
            "csv",
            "text, json, bibtex, csl-json",
        ),
    ] {
        let line = [command, vec!["--format", format]].concat();
        let answer = collection.beleg(line).expect_code(2);
        assert!(answer.stderr().contains(others), "{}", answer.stderr());
    }
}
