//! Where articles and index are: defaults, options, environment, and places that are not there.

use crate::harness::{Answer, BELEG, Collection};

/// Three folders of articles with an index of their own choosing.
fn elsewhere() -> Collection {
    let collection = Collection::new();
    collection.write("one/a.txt", "Munition im ersten Ordner.");
    collection.write("two/b.txt", "Munition im zweiten Ordner.");
    collection
}

fn articles(answer: &Answer) -> Vec<String> {
    let mut ids: Vec<String> = answer
        .lines_of_type("hit")
        .iter()
        .map(|hit| hit["article"]["id"].to_string())
        .collect();
    ids.sort();
    ids
}

#[test]
fn several_corpora_are_searched_together() {
    let answer = elsewhere()
        .beleg([
            "search", "Munition", "--corpus", "one", "--corpus", "two", "--index", "i", "--format",
            "json",
        ])
        .expect_code(0);
    assert_eq!(articles(&answer).len(), 2);
}

#[test]
fn the_environment_names_places_as_well() {
    let collection = elsewhere();
    let mut command = collection.command(BELEG);
    command
        .args(["search", "Munition", "--format", "json"])
        .env("BELEG_CORPUS", "two")
        .env("BELEG_INDEX", "i");
    let answer = Answer::of(command, b"").expect_code(0);
    assert_eq!(articles(&answer), ["\"b.txt\""]);
    assert!(collection.path("i").is_dir());
    assert!(!collection.path("index").exists());
}

#[test]
fn an_index_that_is_named_alone_remembers_its_corpus() {
    let collection = elsewhere();
    collection
        .beleg(["index", "--corpus", "one", "--index", "i"])
        .expect_code(0);
    let answer = collection
        .beleg(["search", "Munition", "--index", "i", "--format", "json"])
        .expect_code(0);
    assert_eq!(articles(&answer), ["\"a.txt\""]);
}

#[test]
fn a_new_index_that_is_named_alone_is_built_from_the_corpus_beside() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition", "--index", "i"])
        .expect_code(0);
    assert!(
        answer
            .stdout()
            .contains("corpus/000_cbd9a1896d164a6a.txt:7:")
    );
}

#[test]
fn a_corpus_needs_to_be_named_only_once() {
    let collection = elsewhere();
    collection
        .beleg(["index", "--corpus", "one"])
        .expect_code(0);
    collection.write("one/c.txt", "Munition kommt dazu.");
    let answer = collection
        .beleg(["search", "Munition", "--format", "json", "--refresh"])
        .expect_code(0);
    assert_eq!(articles(&answer), ["\"a.txt\"", "\"c.txt\""]);
}

#[test]
fn another_corpus_without_an_index_of_its_own_is_an_error_that_names_both() {
    let collection = elsewhere().file("c.txt", "Munition im eigenen Ordner.");
    collection.beleg(["index"]).expect_code(0);
    let answer = collection
        .beleg(["search", "Munition", "--corpus", "one"])
        .expect_code(2);
    assert!(
        answer.stderr().contains("corpus") && answer.stderr().contains("one"),
        "{}",
        answer.stderr()
    );
    assert!(answer.stderr().contains("--index"), "{}", answer.stderr());
}

#[test]
fn a_folder_that_is_not_there_is_named_with_the_way_out() {
    for command in [vec!["search", "Munition"], vec!["index"]] {
        let answer = Collection::new()
            .beleg(command.into_iter().chain(["--corpus", "nowhere"]))
            .expect_code(2);
        assert!(answer.stderr().contains("nowhere"), "{}", answer.stderr());
        assert!(answer.stderr().contains("--corpus"), "{}", answer.stderr());
    }
}

#[test]
fn a_folder_named_twice_was_read_again_by_every_search() {
    let collection = elsewhere();
    let command = [
        "index",
        "--corpus",
        "one",
        "--corpus",
        "./two/../one",
        "--index",
        "i",
    ];
    for sources in ["1 added", "1 unchanged", "1 unchanged"] {
        let told = format!("1 article in the index; sources: {sources} (");
        let answer = collection.beleg(command).expect_code(0);
        assert!(answer.stdout().starts_with(&told), "{}", answer.stdout());
    }
}

#[test]
fn an_index_among_the_articles_was_taken_for_a_source_by_every_search() {
    let collection = elsewhere();
    collection.write(
        "index/eigener.txt",
        "Munition in einem Ordner, der zufällig so heißt.",
    );
    for sources in ["3 added", "3 unchanged", "3 unchanged"] {
        let told = format!("3 articles in the index; sources: {sources} (");
        let answer = collection.beleg(["index", "--corpus", "."]).expect_code(0);
        assert!(answer.stdout().starts_with(&told), "{}", answer.stdout());
        assert_eq!(answer.stderr(), "");
    }
}

#[test]
fn an_empty_folder_is_no_error() {
    let collection = Collection::new();
    let answer = collection.beleg(["index"]).expect_code(0);
    assert!(
        answer
            .stdout()
            .starts_with("0 articles in the index; sources: no source found"),
        "{}",
        answer.stdout()
    );
    collection.beleg(["search", "Munition"]).expect_code(1);
}
