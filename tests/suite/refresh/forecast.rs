//! `beleg index --dry-run` says what would happen and lets it be.

use std::fs;
use std::path::Path;

use crate::harness::{Answer, Collection};

fn forecast(collection: &Collection, options: &[&str]) -> Answer {
    collection.beleg(["index", "--dry-run"].iter().chain(options))
}

/// Every file below a folder with its bytes.
fn all_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("it can be listed") {
        let path = entry.expect("it can be listed").path();
        match path.is_dir() {
            true => all.extend(all_below(&path)),
            false => all.push((
                path.display().to_string(),
                fs::read(&path).expect("it can be read"),
            )),
        }
    }
    all.sort();
    all
}

#[test]
fn before_the_first_run_everything_would_be_added_and_no_index_is_made() {
    let collection = Collection::of_the_project().file("bild.jpg", "no text");
    let answer = forecast(&collection, &[]).expect_code(0);
    assert_eq!(answer.stdout().matches("add     corpus/").count(), 5);
    assert!(
        answer
            .stdout()
            .ends_with("sources: 5 to add; skipped: 1; to read: 32.7 kB (txt 5)\n"),
        "{}",
        answer.stdout()
    );
    assert!(!collection.path("index").exists(), "nothing was written");
}

#[test]
fn each_change_is_named_and_nothing_is_written() {
    let collection = Collection::new()
        .file("a.txt", "Alte Munition.")
        .file("b.txt", "Ein Besuch.")
        .file("c.txt", "Ein Zug.")
        .file("d.bin", "no text");
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/a.txt", "Neue Raketen, und zwar viele.");
    collection.write("corpus/neu.txt", "Ein Hafen.");
    collection.write("corpus/leer.txt", "");
    fs::remove_file(collection.path("corpus/c.txt")).expect("it was there");
    let before = all_below(&collection.path("index"));
    let answer = forecast(&collection, &[]).expect_code(0);
    let expected = "\
add     corpus/neu.txt
change  corpus/a.txt
remove  corpus/c.txt
dry run, nothing was written; sources: 1 to add, 1 to change, 1 to remove, 2 unchanged; skipped: 2; \
         to read: 39 bytes (txt 2)
";
    assert_eq!(answer.stdout(), expected);
    let skipped = "skipped corpus/d.bin: format not supported yet: .bin\n\
                   skipped corpus/leer.txt: holds no text\n";
    assert_eq!(answer.stderr(), skipped);
    assert!(before == all_below(&collection.path("index")));
    forecast(&collection, &["--strict"]).expect_code(2);
}

#[test]
fn what_was_only_touched_would_not_be_read_again() {
    let collection = Collection::new().file("a.txt", "Munition.");
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/a.txt", "Munition.");
    let answer = forecast(&collection, &[]).expect_code(0);
    assert_eq!(
        answer.stdout(),
        "dry run, nothing was written; sources: 1 unchanged\n"
    );
}

#[test]
fn a_rebuild_would_read_everything() {
    let collection = Collection::new().file("a.txt", "Munition.");
    collection.beleg(["index"]).expect_code(0);
    let answer = forecast(&collection, &["--rebuild"]).expect_code(0);
    let expected = "add     corpus/a.txt\n\
        dry run, nothing was written; sources: 1 to add; to read: 9 bytes (txt 1)\n";
    assert_eq!(answer.stdout(), expected);
}

#[test]
fn a_table_is_tried_and_not_kept() {
    let collection = Collection::new()
        .file("a.txt", "Munition.")
        .file("b.txt", "Raketen.");
    collection.beleg(["index"]).expect_code(0);
    collection.write("table.csv", "path,date\na.txt,2023-09-12\n");
    let tried = forecast(&collection, &["--metadata", "table.csv"]).expect_code(0);
    assert!(
        tried.stdout().starts_with("change  corpus/a.txt\n"),
        "{}",
        tried.stdout()
    );
    let kept = forecast(&collection, &[]).expect_code(0);
    assert!(kept.stdout().contains("2 unchanged"), "{}", kept.stdout());
    collection
        .beleg(["index", "--metadata", "table.csv"])
        .expect_code(0);
    let dropped = forecast(&collection, &["--metadata", "none"]).expect_code(0);
    assert!(
        dropped.stdout().starts_with("change  corpus/a.txt\n"),
        "{}",
        dropped.stdout()
    );
    collection.write("table.csv", "name,date\n");
    forecast(&collection, &["--metadata", "table.csv"]).expect_code(2);
}

#[test]
fn a_folder_that_is_away_is_an_error_as_it_would_be() {
    let collection = Collection::new().file("a.txt", "Munition.");
    collection.beleg(["index"]).expect_code(0);
    fs::rename(collection.path("corpus"), collection.path("weg")).expect("it can be moved");
    forecast(&collection, &[]).expect_code(2);
}
