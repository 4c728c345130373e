//! The house rules, held against the code: who may know whom, who alone names a crate, and what no file may hold.

mod rooms;
mod text;

use rooms::{EXCEPTIONS, Exception, OWNERS, ROOMS, Room};
use text::SourceFile;

/// The four lines that open every room.
const OPENING: [&str; 4] = [
    "//! Lives here: ",
    "//! Comes in: ",
    "//! Goes out: ",
    "//! Never enters: ",
];

/// What one sitting can proof-read.
const LINES_AT_MOST: usize = 500;

#[test]
fn every_folder_is_a_room_of_the_table() {
    let unknown = text::folders_of("src")
        .into_iter()
        .filter(|folder| Room::named(folder).is_none());
    none("not in the room table", unknown);
}

#[test]
fn rooms_know_only_the_rooms_they_may() {
    let strangers = text::rust_files("src").into_iter().flat_map(|file| {
        let room = file.room().and_then(|name| Room::named(&name));
        let known = room.map(|_| file.rooms_named()).unwrap_or_default();
        let is_stranger = move |other: &String| room.is_some_and(|room| !room.may_know(other));
        known
            .into_iter()
            .filter(is_stranger)
            .map(move |other| format!("{} names {other}", file.path))
    });
    none("rooms that must not be known here", strangers);
}

#[test]
fn the_room_table_has_no_circle() {
    for (place, room) in ROOMS.iter().enumerate() {
        for known in room.may_know.split_whitespace() {
            let lower = ROOMS[..place].iter().any(|earlier| earlier.name == known);
            assert!(
                lower,
                "{} may know {known}, which does not stand above it",
                room.name
            );
        }
    }
}

#[test]
fn rooms_are_entered_by_their_full_name() {
    let files = text::rust_files("src").into_iter();
    let sneaking =
        files.filter(|file| file.code.contains("super::super::") || file.room_file_names_super());
    none(
        "write `crate::room` instead of climbing with `super`",
        sneaking.map(|file| file.path),
    );
}

#[test]
fn only_its_owner_names_a_crate() {
    let files = text::rust_files("src");
    let trespasses = files.iter().flat_map(|file| {
        let names = OWNERS.iter().flat_map(|owned| owned.trespasses(file));
        names.map(|name| format!("{} names {name}", file.path))
    });
    none("these belong to another room (see OWNERS)", trespasses);
}

#[test]
fn every_exception_is_still_needed() {
    let files = text::rust_files("src");
    let is_needed = |exception: &&Exception| {
        files
            .iter()
            .any(|file| file.path == exception.file && file.names(exception.name))
    };
    let idle = EXCEPTIONS.iter().filter(|exception| !is_needed(exception));
    none(
        "exceptions without a use",
        idle.map(|idle| format!("{}: {}", idle.file, idle.reason)),
    );
}

#[test]
fn every_room_opens_with_its_four_lines() {
    let closed = text::rust_files("src")
        .into_iter()
        .filter(SourceFile::opens_a_room)
        .filter(|file| !opens_as_it_should(&file.text));
    none(
        "must open with exactly the four lines",
        closed.map(|file| file.path),
    );
}

#[test]
fn no_file_is_too_long_to_proof_read() {
    let long = text::rust_files("src")
        .into_iter()
        .chain(text::rust_files("tests"));
    let long = long.filter(|file| file.text.lines().count() > LINES_AT_MOST);
    none("longer than 500 lines", long.map(|file| file.path));
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here so that this file does not find itself.
    let markers = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X:"],
        ["unimplem", "ented!"],
        ["to", "do!("],
    ]
    .map(|halves| halves.concat());
    let unfinished = text::all_files()
        .into_iter()
        .filter(|file| markers.iter().any(|marker| file.text.contains(marker)));
    none("unfinished", unfinished.map(|file| file.path));
}

#[test]
fn no_input_can_reach_an_unwrap() {
    let hasty = text::rust_files("src")
        .into_iter()
        .filter(|file| file.code.contains(".unwrap()"));
    none(
        "give the reason with `expect`, or return an error",
        hasty.map(|file| file.path),
    );
}

#[test]
fn nothing_names_a_place_on_somebodys_machine() {
    let places = ["work", "tmp", "home", "root", "Users"].map(|top| format!("/{top}/"));
    let local = text::all_files()
        .into_iter()
        .filter(|file| places.iter().any(|place| file.text.contains(place)));
    none("holds a path of one machine", local.map(|file| file.path));
}

fn opens_as_it_should(text: &str) -> bool {
    let mut lines = text.lines();
    let four = OPENING.iter().all(|start| {
        lines
            .next()
            .is_some_and(|line| line.len() > start.len() && line.starts_with(start))
    });
    four && !lines.next().is_some_and(|line| line.starts_with("//!"))
}

/// Fails with the list of all that offends, so that one run shows everything.
fn none(rule: &str, offenders: impl IntoIterator<Item = String>) {
    let offenders: Vec<String> = offenders.into_iter().collect();
    assert!(
        offenders.is_empty(),
        "{rule}:\n  {}",
        offenders.join("\n  ")
    );
}
