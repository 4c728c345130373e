//! People and mentions while the collection changes.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use beleg::index::FORMAT_VERSION;

use super::{mentions, places, surfaces};
use crate::harness::{Answer, Collection, text};

fn names(answer: &Answer) -> Vec<String> {
    let persons = answer.lines_of_type("person");
    persons.iter().map(|person| text(&person["name"])).collect()
}

fn two() -> Collection {
    Collection::new()
        .file(
            "a.txt",
            "Gestern sprach Angela Merkel in Wien über den Haushalt.",
        )
        .file(
            "b.txt",
            "Heute sprach Sergej Schoigu in Graz über die Armee.",
        )
}

#[test]
fn who_was_only_in_a_deleted_article_is_gone() {
    let collection = two();
    let list = ["people", "--refresh", "--format", "json"];
    let both = collection.beleg(list).expect_code(0);
    assert_eq!(names(&both), ["Angela Merkel", "Sergej Schoigu"]);
    fs::remove_file(collection.path("corpus/b.txt")).expect("it was there");
    let one = collection.beleg(list).expect_code(0);
    assert_eq!(names(&one), ["Angela Merkel"]);
    mentions(&collection, "Schoigu", &["--refresh"]).expect_code(1);
}

#[test]
fn an_edited_article_is_listed_as_it_is_now() {
    let collection = two();
    mentions(&collection, "Merkel", &[]).expect_code(0);
    collection.write(
        "corpus/a.txt",
        "Im Regen\n\nGestern sprach Angela Merkel in Wien. Merkels Rede war kurz.",
    );
    let answer = mentions(&collection, "Merkel", &["--refresh"]).expect_code(0);
    assert_eq!(
        places(&answer),
        ["a.txt 3:16 Angela Merkel", "a.txt 3:39 Merkels"]
    );
}

#[test]
fn an_index_without_people_is_told_with_the_command_that_rebuilds_it() {
    let collection = two();
    collection.beleg(["index"]).expect_code(0);
    let meta = collection.path("index/current/meta.json");
    let older = fs::read_to_string(&meta).expect("there is an index");
    let version = format!("format_version\\\":{FORMAT_VERSION}");
    let older = older.replace(&version, "format_version\\\":1");
    fs::write(&meta, older).expect("it can be written");
    for command in [&["mentions", "Merkel"][..], &["people"]] {
        let answer = collection.beleg(command).expect_code(2);
        let told = format!(
            "error: the index was made by another version of beleg (format 1, not {FORMAT_VERSION}): \
             run `beleg index --rebuild`\n"
        );
        assert_eq!(answer.stderr(), told);
    }
}

#[test]
fn an_index_that_may_only_be_read_answers() {
    let collection = two();
    collection.beleg(["index"]).expect_code(0);
    let folders = ["index/current", "index"].map(|name| collection.path(name));
    let allow = |mode| {
        for folder in &folders {
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("it is ours");
        }
    };
    allow(0o555);
    let answer = mentions(&collection, "Merkel", &["--no-refresh"]);
    let list = collection.beleg(["people", "--no-refresh"]);
    allow(0o755);
    assert_eq!(surfaces(&answer.expect_code(0)), ["Angela Merkel"]);
    list.expect_code(0);
}

#[test]
fn the_first_question_builds_the_index() {
    assert_eq!(
        surfaces(&mentions(&two(), "Merkel", &[]).expect_code(0)),
        ["Angela Merkel"]
    );
}

#[test]
fn what_was_joined_at_the_end_of_a_run_leaves_no_file_behind() {
    let collection = Collection::new();
    for round in 0..6 {
        for number in 0..4 {
            collection.write(
                &format!("corpus/{round}-{number}.txt"),
                format!("Stahl kam in Runde {round} zum Tor {number}."),
            );
        }
        collection.beleg(["index"]).expect_code(0);
    }
    let status = collection
        .beleg(["status", "--format", "json"])
        .only("status");
    let files = fs::read_dir(collection.path("index/current")).expect("there is an index");
    let stores = files.filter(|file| {
        let name = file.as_ref().expect("it can be listed").file_name();
        name.to_string_lossy().ends_with(".store")
    });
    assert_eq!(status["segments"], stores.count());
}
