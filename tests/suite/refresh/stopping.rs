//! Ctrl-C and SIGTERM in the middle of long work: what was taken in is kept, and it is said how to go on.

use std::fmt::Write;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use beleg::archive::{ArchiveError, Progress, Stopped, open_as_it_is, refresh};

use crate::harness::{Answer, BELEG, Collection};
use crate::library::Shelf;

/// So many sources of ten records each.
const SOURCES: usize = 40;

/// Ten records that all hold the word.
fn records(word: &str, source: usize) -> String {
    (0..10).fold(String::new(), |mut records, number| {
        let text = format!("Der Zug Nummer {number} brachte {word} aus dem Norden nach {source}.");
        writeln!(records, "{{\"id\":\"{number}\",\"text\":\"{text}\"}}").expect("a text grows");
        records
    })
}

fn shelf() -> Shelf {
    let shelf = Shelf::new();
    for source in 0..SOURCES {
        shelf.write(&format!("{source:02}.jsonl"), records("Munition", source));
    }
    shelf
}

/// Brings the index up to date and calls it off when so many articles were read.
fn stop_at(shelf: &Shelf, rebuild: bool, wanted: u64) -> Stopped {
    let places = shelf.places();
    let outcome = refresh(&places, rebuild, &mut |progress| {
        if matches!(progress, Progress::Reading { articles, .. } if articles >= wanted) {
            places.stop.ask();
        }
    });
    match outcome {
        Err(ArchiveError::Stopped(stopped)) => stopped,
        other => panic!("it was not called off: {other:?}"),
    }
}

fn articles(shelf: &Shelf) -> u64 {
    let archive = open_as_it_is(&shelf.places()).expect("a sound index");
    archive.status().expect("a sound index").articles
}

#[test]
fn whole_sources_are_kept_and_the_next_run_reads_the_rest() {
    let shelf = shelf();
    let Stopped::Partly { sources, of } = stop_at(&shelf, false, 255) else {
        panic!("some were read");
    };
    assert_eq!(of, SOURCES as u64);
    assert!((1..=25).contains(&sources), "{sources}");
    assert_eq!(articles(&shelf), 10 * sources, "no half source is in");
    let report = refresh(&shelf.places(), false, &mut |_| {}).expect("it goes on");
    assert_eq!(
        (report.unchanged, report.added, report.articles),
        (sources, of - sources, 10 * of)
    );
}

#[test]
fn a_source_that_was_not_read_to_its_end_keeps_what_it_had() {
    let shelf = shelf();
    shelf.index(false);
    for source in 0..SOURCES {
        shelf.write(&format!("{source:02}.jsonl"), records("Getreide", source));
    }
    stop_at(&shelf, false, 155);
    assert_eq!(articles(&shelf), 10 * SOURCES as u64);
    shelf.index(false);
    assert_eq!(articles(&shelf), 10 * SOURCES as u64);
    let archive = shelf.open();
    assert!(crate::library::hits(&archive, "Munition").is_empty());
}

#[test]
fn a_rebuild_that_is_called_off_leaves_the_index_in_use_and_no_litter() {
    let shelf = shelf();
    shelf.index(false);
    assert_eq!(stop_at(&shelf, true, 100), Stopped::NotRebuilt);
    assert_eq!(articles(&shelf), 10 * SOURCES as u64);
    let fresh = shelf.places().index.join("fresh");
    assert!(!fresh.exists());
}

#[test]
fn a_first_run_that_took_nothing_in_leaves_no_index() {
    let shelf = shelf();
    let places = shelf.places();
    places.stop.ask();
    let outcome = refresh(&places, false, &mut |_| {});
    assert!(matches!(
        outcome,
        Err(ArchiveError::Stopped(Stopped::AsItWas))
    ));
    assert!(open_as_it_is(&shelf.places()).is_err());
}

/// Runs a command, sends it a signal after so many milliseconds, and returns what it said; `None` when
/// it was met before it began.
fn signalled(
    collection: &Collection,
    arguments: &[&str],
    signal: &str,
    moment: u64,
) -> Option<Answer> {
    let mut command = collection.command(BELEG);
    command.args(arguments);
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    thread::sleep(Duration::from_millis(moment));
    let kill = format!("kill -{signal} {}", child.id());
    collection.shell(&kill);
    let output = child.wait_with_output().expect("the program ends");
    output.status.code()?;
    Some(Answer::from(output))
}

fn collection() -> Collection {
    (0..SOURCES).fold(Collection::new(), |collection, source| {
        collection.file(&format!("{source}.jsonl"), records("Munition", source))
    })
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_run_with_its_code_and_the_next_run_goes_on() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let collection = collection();
        let mut stopped = 0;
        for moment in [30, 120, 250, 400, 600, 900] {
            let Some(answer) = signalled(&collection, &["index"], signal, moment) else {
                continue;
            };
            if answer.code() == code && !answer.stderr().is_empty() {
                stopped += 1;
                assert!(
                    answer.stderr().starts_with("Stopped. "),
                    "{}",
                    answer.stderr()
                );
                assert_eq!(answer.stdout(), "");
            }
        }
        assert!(stopped > 0, "no run was met by SIG{signal}");
        let found = collection.beleg(["search", "Munition", "--format", "json", "--refresh"]);
        assert_eq!(found.only("summary")["articles_found"], 400);
    }
}

#[test]
fn a_run_whose_messages_go_to_a_file_draws_nothing() {
    let answer = collection().beleg(["index"]).expect_code(0);
    assert_eq!(answer.stderr(), "");
}

#[cfg(unix)]
#[test]
fn a_search_that_has_to_index_first_can_be_called_off() {
    let collection = collection();
    let answer = signalled(&collection, &["search", "Munition"], "INT", 200);
    if let Some(answer) = answer.filter(|answer| answer.code() == 130) {
        assert_eq!(answer.stdout(), "");
    }
    let again = collection.beleg(["search", "Munition", "--format", "json"]);
    assert_eq!(again.only("summary")["articles_found"], 400);
}

/// The program that should read the document never answers.
#[cfg(unix)]
#[test]
fn a_document_that_takes_long_is_let_go_of() {
    use beleg::source::{Format, Limits, ReadApart, Reason, Stop, extracted, read};
    use std::ops::ControlFlow;
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::TempDir::new().expect("a folder");
    let program = folder.path().join("hangs");
    fs::write(&program, "#!/bin/sh\nexec sleep 60\n").expect("it can be written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("our own file");
    let stop = Stop::default();
    let limits = Limits {
        apart: ReadApart::new(Some(program), 60, 1_000_000_000),
        stop: stop.clone(),
        ..Limits::default()
    };
    let path = crate::harness::project("tests/fixtures/pdf/columns/spalten.pdf");
    let mut outcome = None;
    let started = Instant::now();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        stop.ask();
    });
    read(&path, Format::Pdf, &limits, &mut |record| {
        outcome = record.ok().map(|record| extracted(&record, &limits));
        ControlFlow::Continue(())
    })
    .expect("readable");
    assert_eq!(outcome, Some(Err(Reason::CalledOff)));
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_copy_whose_first_place_was_lost_in_a_stopped_run_is_no_damage() {
    let shelf = Shelf::new();
    let text = "Munition kam aus dem Norden, und niemand wusste, woher sie kam.";
    shelf.write("a.txt", text);
    shelf.write("b.txt", text);
    shelf.index(false);
    shelf.remove("a.txt");
    // The article is gone with its first place, and the copy is about to give it a new one.
    stop_at(&shelf, false, 1);
    let archive = open_as_it_is(&shelf.places()).expect("a sound index");
    let refused = archive.show("b.txt").expect_err("it is not in the index");
    let told = "its file is, but was not read to its end; run `beleg index`";
    assert!(refused.to_string().contains(told), "{refused}");
    assert_eq!(archive.duplicates().expect("no damage").groups.len(), 0);
    shelf.index(false);
    let archive = open_as_it_is(&shelf.places()).expect("a sound index");
    let shown = archive.show("b.txt").expect("it has a place again");
    assert_eq!(shown.blocks[0].text, text);
}
