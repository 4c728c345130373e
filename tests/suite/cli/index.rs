//! `beleg index`, `beleg status` and `beleg show`.

use crate::harness::Collection;

#[test]
fn a_second_run_finds_nothing_to_do() {
    let collection = Collection::of_the_project();
    let first = collection.beleg(["index"]).expect_code(0);
    assert!(
        first
            .stdout()
            .starts_with("5 articles in the index; sources: 5 added ("),
        "{}",
        first.stdout()
    );
    let second = collection.beleg(["index"]).expect_code(0);
    assert!(
        second
            .stdout()
            .starts_with("5 articles in the index; sources: 5 unchanged ("),
        "{}",
        second.stdout()
    );
}

#[test]
fn what_changed_is_read_again() {
    let collection = Collection::new()
        .file("a.txt", "Alte Munition.")
        .file("b.txt", "Ein Besuch.")
        .file("c.txt", "Ein Zug.");
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/a.txt", "Neue Raketen, und zwar viele.");
    collection.write("corpus/d.txt", "Ein Hafen.");
    std::fs::remove_file(collection.path("corpus/c.txt")).expect("it was there");
    let answer = collection.beleg(["index"]).expect_code(0);
    let expected = "3 articles in the index; sources: 1 added, 1 changed, 1 removed, 1 unchanged (";
    assert!(answer.stdout().starts_with(expected), "{}", answer.stdout());
    collection.beleg(["search", "Raketen"]).expect_code(0);
    collection.beleg(["search", "Munition"]).expect_code(1);
}

#[test]
fn a_skipped_source_is_named_and_strict_fails() {
    let collection = Collection::new()
        .file("a.txt", "Munition.")
        .file("b.txt", b"\x00\x01\x02\x00\xff\x00\xfe\x00\x03".repeat(50));
    let lenient = collection.beleg(["index"]).expect_code(0);
    assert!(
        lenient.stderr().starts_with("skipped corpus/b.txt: "),
        "{}",
        lenient.stderr()
    );
    collection.beleg(["index", "--strict"]).expect_code(2);
    let status = collection
        .beleg(["status", "--format", "json"])
        .expect_code(0);
    assert_eq!(status.only("status")["skipped"][0]["path"], "corpus/b.txt");
}

#[test]
fn a_folder_full_of_pictures_does_not_flood_the_terminal() {
    let pictures = (0..30).fold(Collection::new(), |collection, number| {
        collection.file(&format!("{number}.jpg"), "no text")
    });
    let answer = pictures.beleg(["index"]).expect_code(0);
    let told: Vec<&str> = answer.stderr().lines().collect();
    assert_eq!(told.len(), 21);
    assert_eq!(told[20], "… and 10 more; `beleg status` lists all");
    let status = pictures.beleg(["status"]).expect_code(0);
    assert_eq!(status.stdout().matches(".jpg: ").count(), 30);
}

#[test]
fn status_counts_the_articles() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    assert_eq!(
        collection
            .beleg(["status", "--format", "json"])
            .only("status")["articles"],
        5
    );
}

#[test]
fn a_citation_leads_back_to_its_article() {
    let collection = Collection::of_the_project();
    let hit = collection
        .beleg(["search", "Munition", "--format", "json"])
        .lines_of_type("hit")
        .remove(0);
    let cited = &hit["citation"];
    let citation = format!(
        "{}:{}:{}",
        cited["path"].as_str().expect("a path"),
        cited["line"],
        cited["column"]
    );
    let answer = collection.beleg(["show", &citation]).expect_code(0);
    let block = hit["text"].as_str().expect("the text of a block");
    assert!(answer.stdout().contains(block), "{}", answer.stdout());
}

#[test]
fn an_index_among_the_articles_is_none_of_them() {
    for index in ["corpus/index", "corpus"] {
        let collection = Collection::new().file("a.txt", "Munition.");
        for _ in 0..2 {
            let answer = collection
                .beleg(["index", "--corpus", "corpus", "--index", index])
                .expect_code(0);
            assert_eq!(answer.stderr(), "", "nothing of the index is skipped");
            assert!(
                answer.stdout().starts_with("1 article in the index;"),
                "{}",
                answer.stdout()
            );
        }
    }
}

#[test]
fn a_line_behind_the_end_of_a_file_is_not_taken_for_its_last() {
    let collection = Collection::new().file("a.txt", "Munition.\n\nRaketen.\n");
    collection.beleg(["index"]).expect_code(0);
    collection.beleg(["show", "corpus/a.txt:3"]).expect_code(0);
    let answer = collection
        .beleg(["show", "corpus/a.txt:900"])
        .expect_code(2);
    assert_eq!(
        answer.stderr(),
        "error: corpus/a.txt:900 is not in the index: its file is, but has no such line\n"
    );
}

#[test]
fn of_a_long_article_what_stands_around_the_citation_is_shown() {
    let lines: String = (1..=20)
        .map(|n| format!("Absatz {n} über Munition.\n\n"))
        .collect();
    let collection = Collection::new().file("a.txt", lines);
    collection.beleg(["index"]).expect_code(0);
    let shown = |options: &[&str]| {
        let line = ["show", "corpus/a.txt:21"].iter().chain(options);
        let answer = collection.beleg(line).expect_code(0);
        answer.stdout().matches("Absatz").count()
    };
    assert_eq!(shown(&[]), 7);
    assert_eq!(shown(&["--whole"]), 20);
}

#[test]
fn a_citation_into_a_json_line_leads_to_its_paragraph() {
    let records = r#"{"id":"eins","text":"Anfang.\n\nMunition im \"Osten\".\n\nSchluss."}"#;
    let collection = Collection::new().file("a.jsonl", records);
    let hit = collection
        .beleg(["search", "Munition", "--format", "json"])
        .lines_of_type("hit")
        .remove(0);
    let (line, column) = (&hit["citation"]["line"], &hit["citation"]["column"]);
    let shown = |citation: &str| {
        let line = ["show", citation, "--format", "json"];
        collection.beleg(line).expect_code(0).only("show")
    };
    let by_column = shown(&format!("corpus/a.jsonl:{line}:{column}"));
    assert_eq!(by_column["cited"], 1);
    assert_eq!(by_column["blocks"][1]["text"], hit["text"]);
    let whole = shown("corpus/a.jsonl:1");
    assert_eq!(whole["cited"], serde_json::Value::Null);
    assert_eq!(whole["article"]["id"], "a.jsonl#eins");
    assert_eq!(shown("corpus/a.jsonl#eins"), whole);
}

#[test]
fn a_citation_of_nothing_is_an_error() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let answer = collection
        .beleg(["show", "corpus/nowhere.txt:1:1"])
        .expect_code(2);
    assert!(
        answer.stderr().contains("corpus/nowhere.txt"),
        "{}",
        answer.stderr()
    );
}
