//! What is known of an article, where from and how sure, and who may overrule it.

use crate::harness::{Answer, Collection, text};

const PAGE: &str = "<html><head><title>Alt | Blatt</title><meta name=\"date\" content=\"2020-01-02\"></head>\
    <body><h1>Alt</h1><p>Munition kam am Montag in den Hafen, und niemand wusste, woher sie kam.</p></body></html>";

/// What `show` says is known of an article: `property value (origin, sureness)`.
fn known(collection: &Collection, citation: &str) -> Vec<String> {
    collection.beleg(["index"]).expect_code(0);
    let shown = collection
        .beleg(["show", citation, "--format", "json"])
        .expect_code(0);
    let facts = shown.only("show")["metadata"]
        .as_array()
        .expect("a list")
        .clone();
    let of = |fact: &serde_json::Value, name: &str| text(&fact[name]);
    facts
        .iter()
        .map(|fact| {
            format!(
                "{} {} ({}, {})",
                of(fact, "property"),
                of(fact, "value"),
                of(fact, "origin"),
                of(fact, "sureness")
            )
        })
        .collect()
}

fn skipped(answer: &Answer) -> Vec<(String, String)> {
    let status = answer.only("status");
    let list = status["skipped"].as_array().expect("a list").iter();
    list.map(|skipped| (text(&skipped["path"]), text(&skipped["reason"])))
        .collect()
}

#[test]
fn each_value_says_where_it_comes_from_and_how_sure_it_is() {
    let collection = Collection::new().file("a.html", PAGE);
    let expected = [
        "title Alt (markup, likely)",
        "outlet Blatt (markup, likely)",
        "date 2020-01-02 (meta, stated)",
        "language de (default, assumed)",
    ];
    assert_eq!(known(&collection, "corpus/a.html"), expected);
    let shown = collection.beleg(["show", "corpus/a.html"]).expect_code(0);
    assert!(
        shown.stdout().contains("date 2020-01-02 (meta, stated)"),
        "{}",
        shown.stdout()
    );
}

#[test]
fn a_sidecar_stands_over_what_the_article_says_as_long_as_it_is_there() {
    let collection = Collection::new()
        .file("a.html", PAGE)
        .file("a.meta.toml", "date = 2023-09-12\nauthor = \"A. Lee\"\n");
    let expected = [
        "title Alt (markup, likely)",
        "outlet Blatt (markup, likely)",
        "author A. Lee (sidecar, certain)",
        "date 2023-09-12 (sidecar, certain)",
        "language de (default, assumed)",
    ];
    assert_eq!(known(&collection, "corpus/a.html"), expected);
    let found = collection
        .beleg(["search", "Munition date:2023-09"])
        .expect_code(0);
    assert!(found.stdout().contains("2023-09-12"));
    collection.write("corpus/a.meta.toml", "title = \"Neu\"\n");
    assert_eq!(
        known(&collection, "corpus/a.html")[0],
        "title Neu (sidecar, certain)"
    );
    std::fs::remove_file(collection.path("corpus/a.meta.toml")).expect("it is there");
    assert_eq!(
        known(&collection, "corpus/a.html")[0],
        "title Alt (markup, likely)"
    );
}

#[test]
fn a_sidecar_that_is_faulty_or_alone_is_named() {
    let collection = Collection::new()
        .file("a.html", PAGE)
        .file("a.meta.toml", "title = \n")
        .file("fort.txt.meta.toml", "title = \"x\"\n");
    collection.beleg(["index"]).expect_code(0);
    let told = skipped(&collection.beleg(["status", "--format", "json"]));
    assert_eq!(told[0].0, "corpus/a.meta.toml");
    assert!(told[0].1.starts_with("not valid TOML: "), "{told:?}");
    let alone = "describes a file that is not there; rename it after its article";
    assert_eq!(
        told[1],
        ("corpus/fort.txt.meta.toml".to_owned(), alone.to_owned())
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn a_table_describes_files_and_records_until_it_is_forgotten() {
    let lines = "{\"id\":\"1\",\"text\":\"Munition im Hafen.\"}\n{\"id\":\"2\",\"text\":\"Munition im Zug.\"}\n";
    let collection = Collection::new()
        .file("a.html", PAGE)
        .file("b/liste.jsonl", lines);
    collection.write("tabelle.csv", "path;titel;datum;quelle\na.html;Aus der Tabelle;2021-05-06;Archiv\nb/liste.jsonl#2;Der Zug;;\n");
    collection.beleg(["index"]).expect_code(0);
    collection
        .beleg(["index", "--metadata", "tabelle.csv"])
        .expect_code(0);
    let expected = [
        "title Aus der Tabelle (table, certain)",
        "outlet Archiv (table, certain)",
        "date 2021-05-06 (table, certain)",
    ];
    assert_eq!(known(&collection, "corpus/a.html")[..3], expected);
    assert_eq!(
        known(&collection, "corpus/b/liste.jsonl#2")[0],
        "title Der Zug (table, certain)"
    );
    assert_eq!(
        known(&collection, "corpus/b/liste.jsonl#1"),
        ["language de (default, assumed)"]
    );
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    assert_eq!(known(&collection, "corpus/a.html")[..3], expected);
    collection
        .beleg(["index", "--metadata", "none"])
        .expect_code(0);
    assert_eq!(
        known(&collection, "corpus/a.html")[0],
        "title Alt (markup, likely)"
    );
}

#[test]
fn a_table_without_paths_is_refused_with_what_it_has() {
    let collection = Collection::new().file("a.html", PAGE);
    collection.write("tabelle.csv", "titel;datum\nEins;2021\n");
    let refused = collection
        .beleg(["index", "--metadata", "tabelle.csv"])
        .expect_code(2);
    let told = "no column holds the paths; name one `path` (its columns: titel, datum)";
    assert!(refused.stderr().contains(told), "{}", refused.stderr());
}

#[test]
fn text_that_was_encoded_twice_is_found_and_said() {
    let collection = Collection::new().file("a.txt", "Die GrÃ¶ÃŸe der Ãœbung fÃ¼r KÃ¶ln.\n");
    let found = collection
        .beleg(["search", "Größe", "--format", "json"])
        .expect_code(0);
    assert_eq!(found.hits(), ["a:1 Größe"]);
    let mark = &found.lines_of_type("hit")[0]["marks"][0];
    let bytes = "Die ".len() as u64..("Die GrÃ¶ÃŸe".len() as u64);
    assert_eq!(
        (mark["byte_start"].as_u64(), mark["byte_end"].as_u64()),
        (Some(bytes.start), Some(bytes.end))
    );
    let shown = collection.beleg(["show", "corpus/a.txt"]).expect_code(0);
    assert!(
        shown.stdout().contains("note: its UTF-8 was encoded twice"),
        "{}",
        shown.stdout()
    );
}
