//! The user's own file: who is one person, and who is not.

use std::fs;

use super::mentions;
use crate::harness::{Collection, text};

fn writers() -> Collection {
    let collection = Collection::new()
        .file(
            "a.txt",
            "Gestern las Samuel Clemens in Wien aus seinem neuen Buch.",
        )
        .file(
            "b.txt",
            "Heute las Mark Twain in Graz aus einem anderen Buch.",
        );
    collection.beleg(["index"]).expect_code(0);
    collection
}

fn count(collection: &Collection, name: &str, options: &[&str]) -> u64 {
    let answer = mentions(collection, name, options);
    answer.only("summary")["mentions_found"]
        .as_u64()
        .expect("a number")
}

#[test]
fn two_names_become_one_person_at_once() {
    let writers = writers();
    assert_eq!(count(&writers, "Mark Twain", &[]), 1);
    let told = writers
        .beleg(["people", "--merge", "Mark Twain", "Samuel Clemens"])
        .expect_code(0);
    assert_eq!(
        told.stderr(),
        "beleg-people.txt: Mark Twain = Samuel Clemens\n"
    );
    assert!(
        told.stdout()
            .starts_with("Mark Twain · 2 articles, 2 mentions\n"),
        "{}",
        told.stdout()
    );
    let file = fs::read_to_string(writers.path("beleg-people.txt")).expect("it was written");
    assert_eq!(file, "Mark Twain = Samuel Clemens\n");
    for name in ["Mark Twain", "Samuel Clemens"] {
        assert_eq!(count(&writers, name, &[]), 2, "{name}");
    }
    let query = ["search", "person:\"Samuel Clemens\"", "--format", "json"];
    assert_eq!(writers.beleg(query).expect_code(0).articles().len(), 2);
}

#[test]
fn a_name_that_is_taken_apart_is_two_persons_again() {
    let writers = writers();
    writers.write("beleg-people.txt", "# Ours.\nMark Twain = Samuel Clemens");
    assert_eq!(count(&writers, "Mark Twain", &[]), 2);
    writers.write("beleg-people.txt", "");
    assert_eq!(count(&writers, "Mark Twain", &[]), 1);
    writers
        .beleg(["people", "--split", "Mark Twain", "Samuel Clemens"])
        .expect_code(0);
    let file = fs::read_to_string(writers.path("beleg-people.txt")).expect("it was written");
    assert_eq!(file, "Mark Twain != Samuel Clemens\n");
}

#[test]
fn a_line_goes_behind_those_that_are_there() {
    let writers = writers();
    writers.write("mine.txt", "# Ours.\nAnna = Anne");
    writers
        .beleg([
            "people",
            "--people-file",
            "mine.txt",
            "--merge",
            "Mark Twain",
            "Samuel Clemens",
        ])
        .expect_code(0);
    let file = fs::read_to_string(writers.path("mine.txt")).expect("it was written");
    assert_eq!(file, "# Ours.\nAnna = Anne\nMark Twain = Samuel Clemens\n");
    assert_eq!(
        count(&writers, "Mark Twain", &["--people-file", "mine.txt"]),
        2
    );
    assert_eq!(
        count(&writers, "Mark Twain", &[]),
        1,
        "another file was named"
    );
    let answer = writers.shell("BELEG_PEOPLE=mine.txt beleg mentions 'Mark Twain' --count");
    assert!(
        answer.stdout().contains("2 mentions"),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_name_that_nobody_has_is_pointed_out_and_kept_for_later() {
    let writers = writers();
    let told = writers
        .beleg(["people", "--merge", "Mark Twain", "Samuel Klemenz"])
        .expect_code(0);
    assert!(
        told.stdout().contains("Mark Twain · 1 article"),
        "{}",
        told.stdout()
    );
}

#[test]
fn a_faulty_line_is_named_with_its_file() {
    let writers = writers();
    writers.write("mine.txt", "# Ours.\n\nMark Twain\n");
    let expected = "error: mine.txt: line 3: write `Name = Other Name` or `Name != Other Name`\n";
    for command in [
        &["mentions", "Twain"][..],
        &["people"],
        &["search", "person:Twain"],
        &["people", "--merge", "Mark Twain", "Samuel Clemens"],
    ] {
        let answer = writers.beleg(command.iter().chain(&["--people-file", "mine.txt"]));
        let answer = answer.expect_code(2);
        assert_eq!(
            (answer.stdout(), answer.stderr()),
            ("", expected),
            "{command:?}"
        );
    }
    let file = fs::read_to_string(writers.path("mine.txt")).expect("it is there");
    assert_eq!(file, "# Ours.\n\nMark Twain\n", "it is as it was");
}

#[test]
fn what_makes_no_line_is_not_written() {
    let writers = writers();
    for names in [["Mark = Twain", "Samuel"], ["", "Samuel"]] {
        let command = ["people", "--merge", names[0], names[1]];
        writers.beleg(command).expect_code(2);
        assert!(!writers.path("beleg-people.txt").exists(), "{names:?}");
    }
    writers
        .beleg(["people", "--merge", "Mark Twain"])
        .expect_code(2);
}

#[test]
fn the_file_beside_the_index_is_no_article() {
    let collection = Collection::new();
    collection.write(
        "a.txt",
        "Gestern las Mark Twain in Wien aus seinem neuen Buch.",
    );
    collection.write("beleg-people.txt", "Mark Twain = Samuel Clemens\n");
    let command = ["people", "--corpus", ".", "--format", "json"];
    let answer = collection.beleg(command).expect_code(0);
    assert_eq!(answer.only("summary")["articles_searched"], 1);
    assert_eq!(text(&answer.only("person")["name"]), "Mark Twain");
}
