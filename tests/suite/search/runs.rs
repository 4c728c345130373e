//! Files of queries: each line is answered as if it had been asked alone.

use super::found;
use crate::harness::{Collection, text};

#[test]
fn a_line_of_a_batch_is_answered_as_the_same_words_alone() {
    let collection = Collection::of_the_project();
    let queries = ["Munition", "Wer liefert Waffen an Russland?", "Kim Jong Un"];
    let alone = queries.map(|query| {
        collection
            .beleg([
                "search",
                "--plain",
                query,
                "--format",
                "json",
                "--no-refresh",
            ])
            .expect_code(0)
            .lines_of_type("hit")
    });
    let batch = collection
        .beleg_reading(
            queries.join("\n"),
            ["search", "--batch", "-", "--format", "json", "--no-refresh"],
        )
        .expect_code(0)
        .lines_of_type("hit");
    assert_eq!(batch, alone.concat());
}

#[test]
fn a_run_names_records_by_their_own_ids_and_ranks_them_by_score() {
    let records = "{\"id\":\"r 1\",\"text\":\"Ein Zug mit Munition.\"}\n{\"id\":\"r2\",\"text\":\"Munition, und noch mehr Munition.\"}\n";
    let collection = Collection::new()
        .file("records.jsonl", records)
        .file("a.txt", "Munition kam an, sonst kam lange Zeit nichts an.");
    let run = collection
        .beleg_reading(
            "q1\tMunition\nq2\tQuark\nq3\tZug\n",
            ["search", "--batch", "-", "--format", "trec"],
        )
        .expect_code(0);
    let lines: Vec<Vec<&str>> = run
        .stdout()
        .lines()
        .map(|line| line.split(' ').collect())
        .collect();
    let ranked: Vec<[&str; 3]> = lines
        .iter()
        .map(|line| [line[0], line[2], line[3]])
        .collect();
    assert_eq!(
        ranked,
        [
            ["q1", "r2", "1"],
            ["q1", "r%201", "2"],
            ["q1", "a.txt", "3"],
            ["q3", "r%201", "1"]
        ]
    );
    let scores: Vec<f64> = lines
        .iter()
        .take(3)
        .map(|line| line[4].parse().expect("a number"))
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
}

#[test]
fn a_run_ranks_articles_as_a_search_does() {
    let collection = Collection::of_the_project();
    let run = collection
        .beleg_reading(
            "q\tNordkorea Waffen Sanktionen\n",
            ["search", "--batch", "-", "--format", "trec"],
        )
        .expect_code(0);
    let ranked: Vec<String> = run
        .stdout()
        .lines()
        .filter_map(|line| line.split(' ').nth(2))
        .map(str::to_owned)
        .collect();
    let mut searched: Vec<String> = found(&collection, "Nordkorea Waffen Sanktionen")
        .lines_of_type("hit")
        .iter()
        .map(|hit| text(&hit["article"]["docid"]))
        .collect();
    searched.dedup();
    assert_eq!(ranked, searched);
}

#[test]
fn a_batch_in_which_nothing_is_found_ends_as_a_search_does() {
    let answer = Collection::of_the_project()
        .beleg_reading(
            "Quarkspeise\n",
            ["search", "--batch", "-", "--format", "trec"],
        )
        .expect_code(1);
    assert_eq!((answer.stdout(), answer.stderr()), ("", ""));
}
