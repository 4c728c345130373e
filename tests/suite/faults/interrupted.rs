//! A run that is killed loses nothing that was committed, and the same command makes up for it.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::harness::{BELEG, Collection};

/// Milliseconds after which a run is killed: before, while and after it reads.
const MOMENTS: [u64; 5] = [10, 45, 90, 150, 260];

/// So many records, each with a word of its own.
fn records(name: &str, count: usize) -> String {
    let record = |number| {
        format!(
            "{{\"id\":\"{name}{number}\",\"text\":\"Der Zug Nummer {number} brachte Munition und Getreide aus dem Norden.\"}}\n"
        )
    };
    (0..count).map(record).collect()
}

/// Starts a command and kills it after so many milliseconds.
fn kill_after(collection: &Collection, arguments: &[&str], milliseconds: u64) {
    let mut command = collection.command(BELEG);
    command
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    thread::sleep(Duration::from_millis(milliseconds));
    child
        .kill()
        .expect("a child can be killed, also a dead one");
    child.wait().expect("it has ended");
}

fn count(collection: &Collection, options: &[&str]) -> u64 {
    let command = ["search", "Munition", "--format", "json", "--limit", "1"];
    let answer = collection
        .beleg(command.iter().chain(options))
        .expect_code(0);
    answer.only("summary")["articles_found"]
        .as_u64()
        .expect("a number")
}

/// The names of what lies in the folder of the index in use.
fn files(collection: &Collection) -> HashSet<OsString> {
    let folder = fs::read_dir(collection.path("index/current")).expect("an index is there");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    folder.map(name).collect()
}

#[test]
fn a_first_run_that_was_killed_is_made_up_for_by_the_next_search() {
    for moment in MOMENTS {
        let collection = Collection::new().file("a.jsonl", records("a", 400));
        kill_after(&collection, &["index"], moment);
        assert_eq!(count(&collection, &[]), 400, "killed after {moment} ms");
        assert_eq!(
            count(&collection, &["--refresh"]),
            400,
            "killed after {moment} ms"
        );
    }
}

#[test]
fn a_refresh_that_was_killed_keeps_what_was_committed() {
    let collection = Collection::new().file("a.jsonl", records("a", 50));
    collection.beleg(["index"]).expect_code(0);
    for (round, moment) in (1..).zip(MOMENTS) {
        collection.write(
            &format!("corpus/b{round}.jsonl"),
            records(&format!("b{round}"), 100),
        );
        kill_after(&collection, &["index"], moment);
        let committed = count(&collection, &["--no-refresh"]);
        let (before, after) = (50 + (round - 1) * 100, 50 + round * 100);
        assert!(
            committed == before || committed == after,
            "{committed} after {moment} ms"
        );
        assert_eq!(
            count(&collection, &["--refresh"]),
            after,
            "killed after {moment} ms"
        );
    }
}

#[test]
fn a_rebuild_that_was_killed_leaves_the_index_in_use_whole() {
    let collection = Collection::new().file("a.jsonl", records("a", 200));
    collection.beleg(["index"]).expect_code(0);
    for moment in MOMENTS {
        kill_after(&collection, &["index", "--rebuild"], moment);
        assert_eq!(
            count(&collection, &["--no-refresh"]),
            200,
            "killed after {moment} ms"
        );
        assert_eq!(
            count(&collection, &["--refresh"]),
            200,
            "killed after {moment} ms"
        );
    }
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    assert!(
        !collection.path("index/fresh").exists(),
        "nothing is left behind"
    );
}

#[test]
fn a_first_run_that_committed_nothing_left_an_index_that_no_command_but_a_rebuild_could_use() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    // What tantivy writes when an index is made, before anything is committed.
    let nothing_yet = "{\"index_settings\":{\"docstore_compression\":\"lz4\",\"docstore_blocksize\":16384},\
        \"segments\":[],\"schema\":[],\"opstamp\":0}";
    collection.write("index/current/meta.json", nothing_yet);
    assert_eq!(count(&collection, &[]), 2);
    collection.write("index/current/meta.json", nothing_yet);
    collection.beleg(["index"]).expect_code(0);
    assert_eq!(count(&collection, &["--no-refresh"]), 2);
}

#[test]
fn a_rebuild_that_was_killed_between_its_last_two_steps_is_finished() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    fs::rename(
        collection.path("index/current"),
        collection.path("index/replaced"),
    )
    .expect("the index in use can be moved");
    assert_eq!(count(&collection, &[]), 2);
    let again = collection.beleg(["index"]).expect_code(0);
    let told = "5 articles in the index; sources: 5 unchanged (";
    assert!(
        again.stdout().starts_with(told),
        "it was put back, not built anew: {}",
        again.stdout()
    );
}

#[test]
fn what_a_killed_rebuild_has_made_is_taken_away_by_the_next_run() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    for left in ["fresh", "replaced"] {
        collection.write(&format!("index/{left}/meta.json"), "half");
    }
    collection.beleg(["index"]).expect_code(0);
    for left in ["fresh", "replaced"] {
        assert!(!collection.path("index").join(left).exists(), "{left}");
    }
    assert_eq!(count(&collection, &["--no-refresh"]), 2);
}

#[test]
fn a_search_while_an_index_was_rebuilt_called_it_damaged() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let mut shell = collection.command("sh");
    let rebuild = format!("for i in 1 2 3 4 5 6 7 8; do {BELEG} index --rebuild || exit 1; done");
    let mut rebuilding = shell
        .args(["-c", &rebuild])
        .stdout(Stdio::null())
        .spawn()
        .expect("a shell starts");
    while rebuilding.try_wait().expect("it can be asked").is_none() {
        assert_eq!(count(&collection, &["--no-refresh"]), 2);
    }
    assert!(rebuilding.wait().expect("it ends").success());
}

#[test]
#[cfg(unix)]
fn files_that_may_not_grow_are_told_as_that_and_lose_nothing() {
    let collection = Collection::new().file("a.jsonl", records("a", 50));
    collection.beleg(["index"]).expect_code(0);
    let committed = files(&collection);
    collection.write("corpus/b.jsonl", records("b", 50));
    for command in ["index", "index --rebuild"] {
        let limited = format!("trap '' XFSZ; ulimit -f 4; exec beleg {command}");
        let answer = collection.shell(&limited).expect_code(2);
        let told = "error: the index folder cannot be written (";
        assert!(answer.stderr().starts_with(told), "{}", answer.stderr());
        assert_eq!(count(&collection, &["--no-refresh"]), 50);
        assert!(!collection.path("index/fresh").exists());
    }
    for _ in 0..3 {
        let left_behind = &files(&collection) - &committed;
        collection.shell("trap '' XFSZ; ulimit -f 4; exec beleg index");
        assert!(
            left_behind.is_disjoint(&files(&collection)),
            "each run takes away what the one before it left: {left_behind:?}"
        );
    }
    let limited = "trap '' XFSZ; ulimit -f 4; exec beleg search Munition --format json";
    let answer = collection.shell(limited).expect_code(0);
    let notes = answer.only("summary")["notes"].to_string();
    assert!(
        notes.contains("this answer is from the index as it is"),
        "{notes}"
    );
    collection.beleg(["index"]).expect_code(0);
    assert_eq!(count(&collection, &["--no-refresh"]), 100);
}
