//! `beleg index --watch` follows what people and programs do to files.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::harness::{BELEG, Collection};

/// Longer than any change takes to be told, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A process that watches, ended when dropped.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// Watches, and has told that it does.
    fn over(collection: &Collection) -> Self {
        Self::with(collection, &[])
    }

    /// The same with these options.
    fn with(collection: &Collection, options: &[&str]) -> Self {
        let mut command = collection.command(BELEG);
        command.args(["index", "--watch"]).args(options);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let output = child.stdout.take().expect("its output is piped");
        let watching = Self {
            child,
            lines: lines(output),
        };
        watching.next();
        watching
    }

    /// The next line, without what differs from run to run.
    fn next(&self) -> String {
        let line = self.lines.recv_timeout(PATIENCE).expect("a change is told");
        line.split(" (").next().unwrap_or_default().to_owned()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Whether it still runs or not, it must not be left behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The lines of a pipe as they come.
fn lines(output: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

#[test]
fn what_is_done_to_files_is_told_and_found() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    let watching = Watching::over(&collection);
    let at = |name: &str| collection.path(name);

    collection.write("corpus/neu/tief/b.txt", "Ein Hafen.");
    assert_eq!(watching.next(), "added corpus/neu/tief/b.txt");

    // Many editors save by putting a new file in the place of the old one.
    collection.write("corpus/a.txt~", "Holz kam an.");
    fs::rename(at("corpus/a.txt~"), at("corpus/a.txt")).expect("it can be renamed");
    assert_eq!(watching.next(), "changed corpus/a.txt");

    fs::rename(at("corpus/neu/tief"), at("corpus/ort")).expect("it can be moved");
    assert_eq!(
        watching.next(),
        "renamed corpus/neu/tief/b.txt -> corpus/ort/b.txt"
    );

    let answer = collection.beleg(["search", "Holz OR Hafen", "--format", "json"]);
    assert_eq!(answer.only("summary")["articles_found"], 2);

    fs::remove_dir_all(at("corpus/ort")).expect("it can be removed");
    assert_eq!(watching.next(), "removed corpus/ort/b.txt");
}

#[test]
fn another_writer_is_told_and_searches_go_on() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    let _watching = Watching::over(&collection);
    let answer = collection.beleg(["index"]).expect_code(2);
    let told = "error: `beleg index --watch` keeps this index fresh: leave it to that, or end that first\n";
    assert_eq!(answer.stderr(), told);
    collection
        .beleg(["search", "Stahl", "--refresh"])
        .expect_code(0);
}

#[test]
fn an_index_among_the_articles_does_not_wake_its_own_watch() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    let places = ["--corpus", ".", "--index", "corpus/index"];
    let watching = Watching::with(&collection, &places);
    collection.write("corpus/b.txt", "Holz kam an.");
    assert_eq!(watching.next(), "added corpus/b.txt");
    let more = watching.lines.recv_timeout(Duration::from_secs(2));
    assert!(more.is_err(), "{more:?}");
}

#[cfg(unix)]
#[test]
fn a_watch_ends_by_a_signal_and_leaves_a_sound_index() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    let mut watching = Watching::over(&collection);
    collection.shell(&format!("kill -INT {}", watching.child.id()));
    let status = watching.child.wait().expect("it ends");
    assert_eq!(status.code(), Some(130));
    let told = collection.beleg(["index"]).expect_code(0);
    assert!(told.stdout().contains("1 unchanged"), "{}", told.stdout());
}

#[test]
fn where_nothing_can_be_watched_it_is_looked_instead() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let missing = folder.path().join("weg");
    assert!(!beleg::source::Watch::new(&[missing], Vec::new()).is_told());
}
