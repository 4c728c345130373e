//! What counts as changed is what a source holds, whatever its times say.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::harness::Collection;

/// What `beleg index` says of the sources.
fn told(collection: &Collection) -> String {
    let answer = collection.beleg(["index"]).expect_code(0);
    let told = answer.stdout().split(" (").next().unwrap_or_default();
    told.to_owned()
}

fn set_time(collection: &Collection, name: &str, time: SystemTime) {
    File::options()
        .write(true)
        .open(collection.path(name))
        .and_then(|file| file.set_modified(time))
        .expect("a time can be set");
}

fn dead_documents(collection: &Collection) -> u64 {
    let status = collection.beleg(["status", "--format", "json"]);
    let dead = &status.only("status")["dead_documents"];
    dead.as_u64().expect("a number")
}

#[test]
fn what_was_only_touched_is_not_analysed_again() {
    let collection = Collection::new()
        .file("a.txt", "Stahl kam an.")
        .file("b.jsonl", "{\"id\":\"1\",\"text\":\"Holz kam an.\"}\n")
        .file("c.txt", "Erz kam an.");
    collection.beleg(["index"]).expect_code(0);
    for name in ["corpus/a.txt", "corpus/b.jsonl"] {
        let later = SystemTime::now() + Duration::from_secs(60);
        set_time(&collection, name, later);
    }
    collection
        .beleg(["search", "Stahl", "--refresh"])
        .expect_code(0);
    assert_eq!(
        dead_documents(&collection),
        2,
        "only the two sources were written again, no article"
    );
    assert_eq!(
        told(&collection),
        "3 articles in the index; sources: 3 unchanged"
    );
}

#[test]
fn a_touched_source_counts_as_unchanged() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    set_time(&collection, "corpus/a.txt", SystemTime::UNIX_EPOCH);
    let expected = "1 article in the index; sources: 1 unchanged";
    assert_eq!(told(&collection), expected);
    assert_eq!(told(&collection), expected);
}

/// The time of the last change of anything of a file cannot be set back by programs.
#[cfg(unix)]
#[test]
fn a_source_of_another_content_with_the_old_size_and_time_was_not_read_again() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    let path = collection.path("corpus/a.txt");
    let time = fs::metadata(&path)
        .and_then(|data| data.modified())
        .expect("a time");
    fs::write(&path, "Holz* kam an.").expect("it can be written");
    set_time(&collection, "corpus/a.txt", time);
    assert_eq!(
        told(&collection),
        "1 article in the index; sources: 1 changed"
    );
    collection.beleg(["search", "Holz"]).expect_code(0);
    collection.beleg(["search", "Stahl"]).expect_code(1);
}
