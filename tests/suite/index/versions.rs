//! Indexes of other versions and of other folders.

use std::fs;

use crate::harness::Collection;
use beleg::index::FORMAT_VERSION;

/// Makes the index look as if it came from another version of beleg.
fn age(collection: &Collection, from: &str, to: &str) {
    let path = collection.path("index/current/meta.json");
    let meta = fs::read_to_string(&path).expect("there is an index");
    assert!(meta.contains(from), "{meta}");
    fs::write(&path, meta.replace(from, to)).expect("it can be written");
}

const FINGERPRINT: (&str, &str) = ("fingerprint\\\":\\\"", "fingerprint\\\":\\\"0");
const FORMAT: (&str, &str) = ("format_version\\\":", "format_version\\\":9");

#[test]
fn an_index_of_another_version_is_told_with_the_command_that_rebuilds_it() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    age(&collection, FINGERPRINT.0, FINGERPRINT.1);
    let told = "error: the index was made by another version of beleg (its German analysis differs): \
        run `beleg index --rebuild`\n";
    for command in [
        &["search", "Munition"][..],
        &["index"],
        &["status"],
        &["show", "corpus/a.txt:1"],
    ] {
        let answer = collection.beleg(command).expect_code(2);
        assert_eq!(
            (answer.stdout(), answer.stderr()),
            ("", told),
            "{command:?}"
        );
    }
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    collection.beleg(["search", "Munition"]).expect_code(0);
    age(&collection, FORMAT.0, FORMAT.1);
    let answer = collection.beleg(["search", "Munition"]).expect_code(2);
    let told = format!(
        "error: the index was made by another version of beleg (format 9{FORMAT_VERSION}, not \
         {FORMAT_VERSION}): run `beleg index --rebuild`\n"
    );
    assert_eq!(answer.stderr(), told.as_str());
}

#[test]
fn a_rebuild_of_an_index_of_another_version_forgot_its_folders() {
    let collection =
        Collection::new().file("fremd.txt", "Stahl in einem Ordner, der nicht gemeint ist.");
    collection.write("archiv/a.txt", "Stahl kam an.");
    collection.write("zweites/b.txt", "Stahl kam auch hier an.");
    collection
        .beleg(["index", "--corpus", "archiv", "--corpus", "zweites"])
        .expect_code(0);
    age(&collection, FINGERPRINT.0, FINGERPRINT.1);
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    let answer = collection
        .beleg(["search", "Stahl", "--format", "json"])
        .expect_code(0);
    assert_eq!(answer.sorted_hits(), ["a:1 Stahl", "b:1 Stahl"]);
}

#[test]
fn an_index_of_other_folders_is_told_with_both_names() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.write("archiv/b.txt", "Stahl kam auch hier an.");
    collection.beleg(["index"]).expect_code(0);
    let told = "error: the index in the folder index was built from corpus, not from archiv: \
        name another folder for the index with --index, or leave --corpus out\n";
    for command in [
        &["search", "Stahl"][..],
        &["index"],
        &["index", "--rebuild"],
    ] {
        let answer = collection
            .beleg(command.iter().chain(&["--corpus", "archiv"]))
            .expect_code(2);
        assert_eq!(
            (answer.stdout(), answer.stderr()),
            ("", told),
            "{command:?}"
        );
    }
    assert_eq!(
        collection
            .beleg(["search", "Stahl", "--format", "json"])
            .articles(),
        ["a"],
        "it is as it was"
    );
}

#[test]
fn an_index_that_is_named_follows_its_folders_also_when_nothing_was_to_be_looked_for() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.write("archiv/b.txt", "Stahl kam auch hier an.");
    collection.beleg(["index", "--index", "i"]).expect_code(0);
    let command = [
        "search",
        "Stahl",
        "--corpus",
        "archiv",
        "--index",
        "i",
        "--no-refresh",
        "--format",
        "json",
    ];
    assert_eq!(collection.beleg(command).expect_code(0).articles(), ["b"]);
}
