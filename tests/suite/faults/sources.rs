//! Bad input is data: each source that is not read is named with its reason, and the rest is found.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::harness::{Answer, Collection, text};

/// Good sources among every kind of bad one.
fn mixed() -> Collection {
    let collection = Collection::new()
        .file("gut.txt", "Munition kam aus dem Norden.")
        .file("gut.jsonl", "{\"id\":\"1\",\"text\":\"Munition im Hafen.\"}\n{\"id\":2,\n\n{\"id\":\"3\",\"text\":\"Munition im Zug.\"}\n{\"id\":\"4\"}\n")
        .file("leer.txt", "")
        .file("blank.txt", " \r\n\t\n")
        .file("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
        .file("nul.txt", "Munition mit einem \0 darin.")
        .file("kaputt.txt", [&"Größe, Übung, Störung und Munition. ".repeat(3).into_bytes()[..], b"K\xf6ln"].concat())
        .file("utf16.jsonl", b"\xff\xfe{\0}\0")
        .file("scan.pdf", "%PDF-1.4");
    let inside = |name: &str| collection.path("corpus").join(name);
    fs::create_dir(inside("ordner")).expect("a folder can be made");
    symlink(collection.path("corpus"), inside("ordner/kreis")).expect("a link can be made");
    symlink("nirgends.txt", inside("weg.txt")).expect("a link can be made");
    let pipe = Command::new("mkfifo")
        .arg(inside("rohr.txt"))
        .status()
        .expect("mkfifo runs");
    assert!(pipe.success());
    collection
}

fn skipped(answer: &Answer) -> Vec<(String, String)> {
    let status = answer.only("status");
    let list = status["skipped"].as_array().expect("a list").iter();
    list.map(|skipped| (text(&skipped["path"]), text(&skipped["reason"])))
        .collect()
}

#[test]
fn what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_found() {
    let collection = mixed();
    let report = collection.beleg(["index"]).expect_code(0);
    assert!(
        report
            .stdout()
            .starts_with("3 articles in the index; sources: 12 added; skipped: 12 ("),
        "{}",
        report.stdout()
    );
    let found = collection
        .beleg(["search", "Munition", "--format", "json", "--no-refresh"])
        .expect_code(0);
    assert_eq!(
        found.sorted_hits(),
        [
            "gut.jsonl#1:1 Munition",
            "gut.jsonl#3:4 Munition",
            "gut:1 Munition"
        ]
    );
    let told = skipped(&collection.beleg(["status", "--format", "json"]));
    let named = |name: &str| {
        let path = format!("corpus/{name}");
        let reasons: Vec<&str> = told
            .iter()
            .filter(|(known, _)| *known == path)
            .map(|(_, reason)| reason.as_str())
            .collect();
        assert_eq!(reasons.len(), 1, "{name} in {told:?}");
        reasons[0].to_owned()
    };
    assert_eq!(named("leer.txt"), "holds no text");
    assert_eq!(named("blank.txt"), "holds no text");
    assert_eq!(named("bild.txt"), "looks like a binary file");
    assert_eq!(named("nul.txt"), "looks like a binary file");
    assert_eq!(
        named("kaputt.txt"),
        "invalid UTF-8 at byte 121; save it again as UTF-8"
    );
    assert_eq!(
        named("utf16.jsonl"),
        "JSON Lines in UTF-16; save them as UTF-8"
    );
    assert_eq!(
        named("scan.pdf"),
        "damaged: it breaks off; get the file again"
    );
    assert_eq!(named("rohr.txt"), "a named pipe, not a file");
    assert!(named("ordner/kreis").starts_with("a symbolic link that leads back to "));
    assert_eq!(
        named("weg.txt"),
        "a symbolic link that leads nowhere, not a file"
    );
    assert!(named("gut.jsonl:2").starts_with("not valid JSON: "));
    assert_eq!(named("gut.jsonl:5"), "the field `text` is missing");
    assert_eq!(told.len(), 12, "{told:?}");
    let summary = &found.only("summary")["skipped"];
    assert_eq!(
        summary.as_array().map(Vec::len),
        Some(12),
        "every answer tells it"
    );
}

#[test]
fn what_was_skipped_is_not_read_again_and_stays_told() {
    let collection = mixed();
    collection.beleg(["index"]).expect_code(0);
    let before = skipped(&collection.beleg(["status", "--format", "json"]));
    for _ in 0..2 {
        let again = collection.beleg(["index"]).expect_code(0);
        assert!(
            again
                .stdout()
                .starts_with("3 articles in the index; sources: 12 unchanged; skipped: 12 ("),
            "{}",
            again.stdout()
        );
    }
    assert_eq!(
        skipped(&collection.beleg(["status", "--format", "json"])),
        before
    );
    collection.beleg(["index", "--strict"]).expect_code(2);
}

#[test]
fn a_source_that_was_mended_is_found() {
    let collection = mixed();
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/leer.txt", "Jetzt mit Munition.");
    collection.write(
        "corpus/gut.jsonl",
        "{\"id\":\"1\",\"text\":\"Munition im Hafen.\"}\n",
    );
    let found = collection
        .beleg(["search", "Munition", "--refresh", "--format", "json"])
        .expect_code(0);
    assert_eq!(
        found.sorted_hits(),
        [
            "gut.jsonl#1:1 Munition",
            "gut:1 Munition",
            "leer:1 Munition"
        ]
    );
    let told = skipped(&collection.beleg(["status", "--format", "json"]));
    assert_eq!(told.len(), 9, "{told:?}");
}

#[test]
fn a_source_that_broke_is_no_longer_found() {
    let collection = Collection::new()
        .file("a.txt", "Munition kam an.")
        .file("b.txt", "Munition kam an.");
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/b.txt", b"Munition \0\0\0");
    let found = collection
        .beleg(["search", "Munition", "--refresh", "--format", "json"])
        .expect_code(0);
    assert_eq!(found.articles(), ["a"]);
    assert_eq!(
        skipped(&collection.beleg(["status", "--format", "json"])).len(),
        1
    );
}

#[test]
fn two_names_that_are_no_unicode_were_added_again_by_every_search() {
    let collection = Collection::new().file("a.txt", "Munition kam an.");
    for name in [&b"n\xff.txt"[..], b"n\xfe.txt"] {
        fs::write(
            collection.path("corpus").join(OsStr::from_bytes(name)),
            "Text.",
        )
        .expect("it can be written");
    }
    collection.beleg(["index"]).expect_code(0);
    for _ in 0..3 {
        let again = collection.beleg(["index"]).expect_code(0);
        assert!(
            again
                .stdout()
                .starts_with("1 article in the index; sources: 3 unchanged; skipped: 2 ("),
            "{}",
            again.stdout()
        );
    }
    let reason = "the file name is not valid Unicode; rename the file".to_owned();
    let told = skipped(&collection.beleg(["status", "--format", "json"]));
    assert_eq!(
        told,
        [
            ("corpus/n\\xFE.txt".to_owned(), reason.clone()),
            ("corpus/n\\xFF.txt".to_owned(), reason)
        ]
    );
}

#[test]
fn one_bad_line_among_many_loses_only_itself() {
    let line =
        |number: usize| format!("{{\"id\":\"{number}\",\"text\":\"Munition Nummer {number}.\"}}\n");
    let mut lines: Vec<String> = (1..=20).map(line).collect();
    lines[6] = "{\"id\":\"7\",\"text\":\"Munition\n".to_owned();
    lines[13] = "[1, 2]\n".to_owned();
    let collection = Collection::new().file("a.jsonl", lines.concat());
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(found.only("summary")["articles_found"], 18);
    let paths: Vec<String> = skipped(&collection.beleg(["status", "--format", "json"]))
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(paths, ["corpus/a.jsonl:7", "corpus/a.jsonl:14"]);
}
