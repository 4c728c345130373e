//! Files that change while they are read: what was read is searched, and the next run reads the rest.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;

use beleg::archive::{Progress, open_as_it_is, refresh};

use crate::formats::archives::zip;
use crate::library::Shelf;

/// More records than are read at once.
const RECORDS: usize = 6_000;

fn records(count: usize) -> String {
    (0..count).fold(String::new(), |mut records, number| {
        let text = format!("Der Zug Nummer {number} brachte Munition und Getreide aus dem Norden.");
        writeln!(records, "{{\"id\":\"{number}\",\"text\":\"{text}\"}}").expect("a text grows");
        records
    })
}

/// Brings the index up to date and, when the first record was read, lets `change` happen.
fn index_while(shelf: &Shelf, change: impl Fn()) {
    let mut has_changed = false;
    let report = refresh(&shelf.places(), false, &mut |progress| {
        if matches!(progress, Progress::Reading { .. }) && !has_changed {
            has_changed = true;
            change();
        }
    });
    report.expect("a file that changes is no error");
    assert!(has_changed, "something was read");
}

fn articles(shelf: &Shelf) -> u64 {
    let archive = open_as_it_is(&shelf.places()).expect("a sound index");
    archive.status().expect("a sound index").articles
}

#[test]
fn what_was_added_while_a_file_was_read_is_found_by_the_next_run() {
    let shelf = Shelf::new();
    shelf.write("a.jsonl", records(RECORDS));
    index_while(&shelf, || {
        let file = File::options().append(true).open(shelf.path("a.jsonl"));
        let added = "{\"id\":\"neu\",\"text\":\"Stahl.\"}\n";
        file.and_then(|mut file| file.write_all(added.as_bytes()))
            .expect("it can be written");
    });
    shelf.index(false);
    assert_eq!(articles(&shelf), RECORDS as u64 + 1);
}

#[test]
fn a_file_cut_short_while_it_was_read_gives_what_is_left_of_it() {
    let shelf = Shelf::new();
    let members: Vec<(String, String)> = (0..200)
        .map(|number| (format!("{number}.txt"), records(3 + number % 7)))
        .collect();
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    for (name, bytes) in [
        ("a.jsonl", records(RECORDS).into_bytes()),
        ("b.zip", zip(&members)),
    ] {
        shelf.write(name, &bytes);
        index_while(&shelf, || {
            let file = File::options().write(true).open(shelf.path(name));
            file.and_then(|file| file.set_len(bytes.len() as u64 / 2))
                .expect("it can be cut");
        });
        let archive = open_as_it_is(&shelf.places()).expect("a sound index");
        let skipped = archive.status().expect("a sound index").skipped;
        assert!(!skipped.is_empty(), "what is missing of {name} is told");
        shelf.write(name, &bytes);
        shelf.index(false);
        shelf.remove(name);
    }
}
