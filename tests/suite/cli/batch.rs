//! `beleg search --batch`: files of queries.

use crate::harness::Collection;

#[test]
fn a_faulty_line_is_reported_and_the_others_go_on() {
    let collection = Collection::of_the_project();
    collection.write("queries.txt", b"q1\tMunition\n\nM\xfcnchen\nq2\tPutin\n");
    let answer = collection
        .beleg(["search", "--batch", "queries.txt", "--format", "json"])
        .expect_code(0);
    let faults: Vec<&str> = answer.stderr().lines().collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].starts_with("error: queries.txt:2: "),
        "{faults:?}"
    );
    assert!(
        faults[1].starts_with("error: queries.txt:3: not UTF-8"),
        "{faults:?}"
    );
    let begun: Vec<_> = answer
        .json()
        .into_iter()
        .filter(|line| line["type"] == "begin")
        .map(|line| line["id"].clone())
        .collect();
    assert_eq!(begun, ["q1", "q2"]);
}

#[test]
fn every_line_of_an_answer_bears_the_id_of_its_query() {
    let answer = Collection::of_the_project()
        .beleg_reading(
            "q7\tMunition\n",
            ["search", "--batch", "-", "--format", "json"],
        )
        .expect_code(0);
    assert!(answer.json().len() > 2);
    assert!(answer.json().iter().all(|line| line["id"] == "q7"));
}

#[test]
fn a_query_without_an_id_is_named_by_its_line() {
    let answer = Collection::of_the_project()
        .beleg_reading(
            "Munition\nPutin\n",
            ["search", "--batch", "-", "--format", "trec"],
        )
        .expect_code(0);
    let ids: Vec<&str> = answer
        .stdout()
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(ids.contains(&"1") && ids.contains(&"2"), "{ids:?}");
}

#[test]
fn a_run_has_six_columns_and_one_line_an_article() {
    let answer = Collection::of_the_project()
        .beleg_reading(
            "q1\tMunition\n",
            ["search", "--batch", "-", "--format", "trec"],
        )
        .expect_code(0);
    for (rank, line) in (1..).zip(answer.stdout().lines()) {
        let columns: Vec<&str> = line.split(' ').collect();
        let [query, zero, _, place, score, system] = columns[..] else {
            panic!("not six columns: {line}")
        };
        assert_eq!(
            [query, zero, place, system],
            ["q1", "Q0", &rank.to_string(), "beleg"]
        );
        score.parse::<f32>().expect("a score is a number");
    }
    assert_eq!(
        answer.stdout().lines().count(),
        2,
        "two articles hold the word"
    );
}

#[test]
fn operators_in_a_batch_are_words() {
    let answer = Collection::of_the_project()
        .beleg_reading(
            "Munition[ AND\n",
            ["search", "--batch", "-", "--format", "json"],
        )
        .expect_code(0);
    assert_eq!(answer.stderr(), "");
}

#[test]
fn a_file_without_queries_is_an_error() {
    let collection = Collection::of_the_project();
    collection.write("empty.txt", "\n\n");
    let answer = collection
        .beleg(["search", "--batch", "empty.txt"])
        .expect_code(2);
    assert!(
        answer
            .stderr()
            .ends_with("error: empty.txt holds no query; write one a line, or id<TAB>query\n")
    );
}

#[test]
fn a_missing_file_of_queries_is_named() {
    let answer = Collection::of_the_project()
        .beleg(["search", "--batch", "nowhere.txt"])
        .expect_code(2);
    assert!(
        answer
            .stderr()
            .starts_with("error: cannot open nowhere.txt"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn a_run_ranks_as_a_search_does() {
    let collection = Collection::of_the_project();
    let query = "q1\tMunition für den Krieg\n";
    let run = collection
        .beleg_reading(query, ["search", "--batch", "-", "--format", "trec"])
        .expect_code(0);
    let in_run: Vec<&str> = run
        .stdout()
        .lines()
        .filter_map(|line| line.split(' ').nth(2))
        .collect();
    let search = collection
        .beleg_reading(query, ["search", "--batch", "-", "--format", "json"])
        .expect_code(0);
    let mut in_search: Vec<String> = search
        .lines_of_type("hit")
        .iter()
        .map(|hit| {
            hit["article"]["docid"]
                .as_str()
                .expect("a docid")
                .to_owned()
        })
        .collect();
    in_search.dedup();
    assert_eq!(in_run, in_search);
    assert!(in_run.len() > 1, "an order needs two articles");
}
