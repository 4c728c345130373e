//! Several processes and folders that may only be read.

use std::fs::{self, File};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::harness::{Answer, BELEG, Collection};

/// What another process would hold while it writes.
fn writing(collection: &Collection) -> File {
    let lock = File::create(collection.path("index/writer.lock")).expect("the lock can be made");
    lock.try_lock().expect("nobody writes");
    lock
}

#[test]
fn while_another_process_writes_a_search_answers_from_the_last_commit_and_says_so() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    collection.write("corpus/b.txt", "Stahl kam auch hier an.");
    let lock = writing(&collection);
    let command = ["search", "Stahl", "--refresh", "--format", "json"];
    let answer = collection.beleg(command).expect_code(0);
    assert_eq!(answer.articles(), ["a"]);
    let note = "another process is writing the index; this answer is from its last commit";
    assert_eq!(answer.only("summary")["notes"], serde_json::json!([note]));
    let text = collection
        .beleg(["search", "Stahl", "--refresh"])
        .expect_code(0);
    assert!(text.stdout().contains(note), "{}", text.stdout());
    drop(lock);
    let mut found = collection.beleg(command).expect_code(0).articles();
    found.sort();
    assert_eq!(found, ["a", "b"]);
}

#[test]
fn a_second_writer_is_told_to_wait() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    let _lock = writing(&collection);
    for options in [&["index"][..], &["index", "--rebuild"]] {
        let answer = collection.beleg(options).expect_code(2);
        let told = "error: another process is writing this index: wait until it has finished, then try again\n";
        assert_eq!((answer.stdout(), answer.stderr()), ("", told));
    }
}

#[test]
fn a_lock_that_was_let_go_of_a_moment_later_stopped_the_next_run() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    let lock = writing(&collection);
    let owner = thread::spawn(move || {
        thread::sleep(Duration::from_millis(30));
        drop(lock);
    });
    collection.beleg(["index"]).expect_code(0);
    owner.join().expect("it only waits");
}

#[test]
fn searches_that_find_the_same_new_file_at_once_take_it_in_once() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    for round in 0..4 {
        collection.write(
            &format!("corpus/neu{round}.txt"),
            format!("Stahl kam in Runde {round} an."),
        );
        let searches: Vec<_> = (0..5)
            .map(|_| {
                let mut command = collection.command(BELEG);
                command.args(["search", "Stahl", "--refresh"]);
                command
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("the program starts")
            })
            .collect();
        for mut search in searches {
            assert_eq!(search.wait().expect("it ends").code(), Some(0));
        }
    }
    let answer = collection.beleg(["search", "Stahl", "--refresh", "--format", "json"]);
    let mut found = answer.hits();
    found.sort();
    assert_eq!(
        found,
        [
            "a:1 Stahl",
            "neu0:1 Stahl",
            "neu1:1 Stahl",
            "neu2:1 Stahl",
            "neu3:1 Stahl"
        ]
    );
    let status = collection
        .beleg(["status", "--format", "json"])
        .only("status");
    assert_eq!(
        (&status["articles"], &status["sources"]),
        (&5.into(), &5.into())
    );
}

/// A search by a user who may read everything here and write nothing; `None` where that cannot be
/// arranged.
#[cfg(unix)]
fn read_only_search(collection: &Collection) -> Option<Answer> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    /// `nobody` on most systems.
    const NOBODY: u32 = 65_534;
    // Who tests as root may write everywhere, and asks somebody else to search.
    let is_root = fs::metadata(collection.path("index"))
        .expect("it is there")
        .uid()
        == 0;
    let folder = collection.path("");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("our own folder");
    let allow = |mode| collection.shell(&format!("chmod {mode} index index/current"));
    collection
        .shell("chmod -R a+rX . && chmod -R a-w index")
        .expect_code(0);
    let mut command = collection.command(BELEG);
    if is_root {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.args(["search", "Stahl", "--format", "json", "--refresh"]);
    let runs = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let answer = match runs {
        Ok(child) => Some(Answer::from(
            child.wait_with_output().expect("the program ends"),
        )),
        Err(error) => {
            eprintln!("not tested, for nobody else may run the program here: {error}");
            None
        }
    };
    allow("755").expect_code(0);
    answer
}

#[cfg(unix)]
#[test]
fn a_read_only_index_answers_and_says_when_it_is_out_of_date() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    let Some(answer) = read_only_search(&collection) else {
        return;
    };
    let answer = answer.expect_code(0);
    assert_eq!(answer.hits(), ["a:1 Stahl"]);
    assert_eq!(answer.only("summary")["notes"], serde_json::json!([]));
    collection.write("corpus/b.txt", "Stahl kam auch hier an.");
    let Some(answer) = read_only_search(&collection) else {
        return;
    };
    let answer = answer.expect_code(0);
    assert_eq!(answer.hits(), ["a:1 Stahl"]);
    let note = "sources have changed, but the index folder cannot be written; this answer is from the index as it is";
    assert_eq!(answer.only("summary")["notes"], serde_json::json!([note]));
}
