//! Damaged indexes: told with the way out, never a panic, and a rebuild mends all of it.

use std::fs;
use std::path::PathBuf;

use crate::harness::{Answer, Collection};

/// What a search must say when the index is damaged; `{}` stands for what is wrong.
const TOLD: (&str, &str) = (
    "error: the index is damaged (",
    "): run `beleg index --rebuild`; no source is touched\n",
);

fn indexed() -> Collection {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    collection
}

/// The files of the index that hold documents, postings and knowledge, and the commit itself.
fn files(collection: &Collection) -> Vec<PathBuf> {
    let entries = fs::read_dir(collection.path("index/current")).expect("there is an index");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.retain(|path| {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        // The list of files to delete and the locks are made anew when they are missing.
        !name.starts_with('.')
    });
    files.sort();
    assert!(files.len() >= 8, "{files:?}");
    files
}

fn search(collection: &Collection) -> Answer {
    let query = "Munition \"strategische Kooperation\" munit* date:none";
    collection.beleg(["search", query, "--format", "json", "--no-refresh"])
}

fn assert_told(answer: &Answer, what: &str) {
    let told = answer.stderr().starts_with(TOLD.0) && answer.stderr().ends_with(TOLD.1);
    assert!(
        told && answer.stderr().lines().count() == 1,
        "{what}: {}",
        answer.stderr()
    );
    assert!(answer.stderr().len() < 400, "{what}: {}", answer.stderr());
    assert_eq!((answer.code(), answer.hits().len()), (2, 0), "{what}");
}

#[test]
fn a_file_cut_short_is_told_and_a_rebuild_mends_it() {
    let collection = indexed();
    let whole = search(&collection).expect_code(0).timeless();
    for file in files(&collection) {
        let bytes = fs::read(&file).expect("a file of the index");
        for kept in [0, bytes.len() / 2, bytes.len() - 2] {
            fs::write(&file, &bytes[..kept]).expect("it can be overwritten");
            assert_told(
                &search(&collection),
                &format!("{} cut to {kept}", file.display()),
            );
        }
        fs::write(&file, &bytes).expect("it can be overwritten");
    }
    assert_eq!(
        search(&collection).timeless(),
        whole,
        "nothing else was changed"
    );
    let file = files(&collection).remove(0);
    fs::write(file, "").expect("it can be overwritten");
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    assert_eq!(search(&collection).timeless(), whole);
}

#[test]
fn a_missing_file_is_told_and_a_rebuild_mends_it() {
    let collection = indexed();
    let whole = search(&collection).expect_code(0).timeless();
    for file in files(&collection) {
        let bytes = fs::read(&file).expect("a file of the index");
        fs::remove_file(&file).expect("it can be removed");
        if file.ends_with("meta.json") {
            // Without it there is no index, and the first search makes one.
            assert_eq!(search(&collection).timeless(), whole);
            return;
        }
        assert_told(&search(&collection), &format!("{} missing", file.display()));
        fs::write(&file, &bytes).expect("it can be written again");
    }
}

#[test]
fn bytes_that_changed_by_themselves_never_make_the_program_panic() {
    let collection = indexed();
    for file in files(&collection) {
        let bytes = fs::read(&file).expect("a file of the index");
        for step in [3, 41, 977] {
            let mut damaged = bytes.clone();
            // The end of a file is looked at first; here the rest is damaged behind its back.
            let end = bytes.len() - bytes.len().min(120);
            damaged[..end]
                .iter_mut()
                .step_by(step)
                .for_each(|byte| *byte ^= 0x5a);
            fs::write(&file, &damaged).expect("it can be overwritten");
            let answer = search(&collection);
            if answer.code() == 2 {
                let told = answer.stderr().starts_with(TOLD.0) && answer.stderr().ends_with(TOLD.1);
                assert!(told, "{} every {step}: {}", file.display(), answer.stderr());
            } else {
                assert_eq!(answer.stderr(), "", "{} every {step}", file.display());
            }
        }
        fs::write(&file, &bytes).expect("it can be overwritten");
    }
}

#[test]
fn every_command_tells_of_damage() {
    let collection = indexed();
    collection.write("index/current/meta.json", "{\"nothing\":");
    for command in [
        &["search", "Munition"][..],
        &["index"],
        &["status"],
        &["show", "corpus/000_cbd9a1896d164a6a.txt:7"],
    ] {
        let answer = collection.beleg(command);
        assert_told(&answer, &command.join(" "));
        assert_eq!(answer.stdout(), "");
    }
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    collection.beleg(["search", "Munition"]).expect_code(0);
}

#[test]
fn something_that_is_no_index_is_not_overwritten() {
    let collection = Collection::of_the_project();
    collection.write("index", "a file of somebody else");
    let answer = collection.beleg(["search", "Munition"]).expect_code(2);
    assert_eq!(answer.stdout(), "");
    let kept = fs::read_to_string(collection.path("index")).expect("it is still there");
    assert_eq!(kept, "a file of somebody else");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let answer = Collection::of_the_project()
        .beleg(["index", "--index", "/proc/beleg"])
        .expect_code(2);
    assert!(
        answer.stderr().starts_with("error: the index"),
        "{}",
        answer.stderr()
    );
    assert!(!answer.stderr().contains("panicked"), "{}", answer.stderr());
}
