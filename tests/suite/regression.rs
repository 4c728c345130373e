//! What once went wrong, each test named by what a user saw.

use std::fs;

use serde_json::Value;

use crate::harness::{Answer, BELEG, Collection, text};

#[test]
fn a_query_with_a_word_to_leave_out_was_echoed_with_a_blank_too_many() {
    let answer =
        Collection::of_the_project().beleg(["search", "+Wagner", "-Putin", "--format", "json"]);
    assert_eq!(answer.only("begin")["query"], "+Wagner -Putin");
}

#[test]
fn looking_at_an_index_that_is_not_there_made_one() {
    for command in [&["status"][..], &["show", "corpus/a.txt:1"]] {
        let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
        let answer = collection.beleg(command).expect_code(2);
        assert!(
            answer.stderr().contains("beleg index"),
            "{}",
            answer.stderr()
        );
        assert!(!collection.path("index").exists(), "{command:?}");
    }
}

#[test]
fn a_first_indexing_that_was_interrupted_was_taken_for_an_index_of_another_version() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    collection.beleg(["index"]).expect_code(0);
    change_commit(&collection, |commit| {
        commit["segments"] = Value::Array(Vec::new());
        commit.as_object_mut().expect("an object").remove("payload");
    });
    let answer = collection.beleg(["status"]).expect_code(2);
    assert!(
        answer.stderr().contains("there is no index"),
        "{}",
        answer.stderr()
    );
    collection.beleg(["search", "Munition"]).expect_code(0);
}

#[test]
fn an_interrupted_indexing_answered_as_if_all_were_there() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    collection.beleg(["index"]).expect_code(0);
    change_manifest(&collection, |manifest| manifest["complete"] = false.into());
    let notes = |options: &[&str]| {
        let words = ["search", "Munition", "--format", "json"].iter();
        let answer = collection.beleg(words.chain(options)).expect_code(0);
        answer.only("summary")["notes"].to_string()
    };
    assert!(notes(&["--no-refresh"]).contains("interrupted"));
    assert!(notes(&["--refresh"]).contains("[]"));
    assert!(notes(&["--no-refresh"]).contains("[]"));
}

#[test]
fn a_rebuild_after_another_version_forgot_where_the_articles_are() {
    let collection = Collection::new().file("b.txt", "Die Munition im eigenen Ordner.");
    collection.write("one/a.txt", "Die Munition ist knapp.");
    collection
        .beleg(["index", "--corpus", "one"])
        .expect_code(0);
    change_manifest(&collection, |manifest| {
        manifest["fingerprint"] = "another".into()
    });
    let answer = collection.beleg(["search", "Munition"]).expect_code(2);
    assert!(answer.stderr().contains("--rebuild"), "{}", answer.stderr());
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    let answer = collection.beleg(["search", "Munition", "--format", "json"]);
    assert_eq!(answer.hits(), ["a:1 Munition"]);
}

#[test]
fn a_folder_named_twice_was_indexed_twice_and_again_with_every_search() {
    let collection = Collection::new().file("unter/a.txt", "Die Munition ist knapp.");
    let index = [
        "index",
        "--corpus",
        "corpus/unter",
        "--corpus",
        "corpus",
        "--corpus",
        "./corpus",
    ];
    collection.beleg(index).expect_code(0);
    for _ in 0..2 {
        let answer = collection.beleg(["search", "Munition", "--refresh", "--format", "json"]);
        assert_eq!(answer.hits().len(), 1, "{}", answer.stdout());
    }
    let answer = collection.beleg(["index"]).expect_code(0);
    assert!(
        answer.stdout().contains("sources: 1 unchanged ("),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_corpus_that_is_away_for_a_while_was_deleted_from_the_index() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    collection.beleg(["index"]).expect_code(0);
    let (here, away) = (collection.path("corpus"), collection.path("away"));
    fs::rename(&here, &away).expect("a folder can be renamed");
    let answer = collection.beleg(["search", "Munition"]).expect_code(0);
    assert!(answer.stdout().contains("note: "), "{}", answer.stdout());
    let answer = collection.beleg(["index"]).expect_code(2);
    assert!(answer.stderr().contains("--corpus"), "{}", answer.stderr());
    fs::rename(&away, &here).expect("a folder can be renamed");
    let answer = collection.beleg(["index"]).expect_code(0);
    assert!(
        answer.stdout().contains("sources: 1 unchanged ("),
        "{}",
        answer.stdout()
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_could_not_be_opened_was_never_tried_again() {
    use std::os::unix::fs::symlink;
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    collection.write("b.txt", "Munition ist hier auch.");
    let link = collection.path("corpus/b.txt");
    symlink(collection.path("nirgends.txt"), &link).expect("a link can be made");
    collection.beleg(["index"]).expect_code(0);
    fs::remove_file(&link).expect("a link can be removed");
    symlink(collection.path("b.txt"), &link).expect("a link can be made");
    let answer = collection.beleg(["search", "Munition", "--refresh", "--format", "json"]);
    assert_eq!(answer.sorted_hits(), ["a:1 Munition", "b:1 Munition"]);
    let citation = "corpus/b.txt:1";
    collection.beleg(["show", citation]).expect_code(0);
}

#[test]
fn two_articles_of_a_file_came_to_share_one_name() {
    let line = |text: &str| format!("{{\"id\":\"x\",\"text\":\"{text}\"}}\n");
    let collection =
        Collection::new().file("a.jsonl", line("Munition eins.") + &line("Munition zwei."));
    collection.beleg(["index"]).expect_code(0);
    let lines = ["Munition null.", "Munition zwei.", "Munition eins."]
        .map(line)
        .concat();
    collection.write("corpus/a.jsonl", lines);
    let answer = collection.beleg([
        "search",
        "Munition",
        "--refresh",
        "--sort",
        "source",
        "--format",
        "json",
    ]);
    let found: Vec<String> = answer
        .lines_of_type("hit")
        .iter()
        .map(|hit| format!("{} {}", text(&hit["article"]["id"]), text(&hit["text"])))
        .collect();
    let expected = [
        "a.jsonl#x Munition null.",
        "a.jsonl#x~2 Munition zwei.",
        "a.jsonl#x~3 Munition eins.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_file_in_the_place_of_the_index_was_an_error_without_a_way_out() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    collection.write("datei", "kein Ordner");
    for command in [&["search", "Munition"][..], &["index"], &["status"]] {
        let answer = collection
            .beleg(command.iter().chain(&["--index", "datei"]))
            .expect_code(2);
        assert!(answer.stderr().contains("datei"), "{}", answer.stderr());
        assert!(answer.stderr().contains("--index"), "{}", answer.stderr());
    }
}

#[test]
fn an_index_beside_the_articles_hid_them() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    for options in [
        ["--index", ".", "--corpus", "corpus"],
        ["--index", "corpus", "--corpus", "corpus"],
    ] {
        let arguments = ["search", "Munition", "--format", "json"]
            .iter()
            .chain(&options);
        assert_eq!(
            collection.beleg(arguments).hits(),
            ["a:1 Munition"],
            "{options:?}"
        );
    }
}

#[test]
fn faulty_lines_were_told_in_the_order_of_letters() {
    let mut lines = "{\"id\":\"a\",\"text\":\"Munition.\"}\n".to_owned();
    lines += &"kein JSON\n".repeat(10);
    let collection = Collection::new().file("a.jsonl", lines);
    let answer = collection.beleg(["index"]).expect_code(0);
    let last = answer
        .stderr()
        .lines()
        .last()
        .expect("a line a fault")
        .to_owned();
    assert!(last.contains("a.jsonl:11"), "{}", answer.stderr());
}

#[test]
fn a_file_of_faulty_lines_only_filled_every_answer() {
    let collection = Collection::new().file("a.jsonl", "kein JSON\n".repeat(5_000));
    collection.beleg(["index"]).expect_code(0);
    let status = collection.beleg(["status", "--format", "json"]);
    let status = status.only("status");
    let told = status["skipped"].as_array().expect("a list");
    assert_eq!(told.len(), 101);
    assert_eq!(
        text(&told[100]["reason"]),
        "4900 more records like those above"
    );
}

#[test]
fn articles_without_a_date_were_said_to_be_left_out_when_they_were_found() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    let answer = collection
        .beleg(["search", "Munition -date:2023", "--format", "json"])
        .expect_code(0);
    assert_ne!(answer.only("summary")["undated"], 1);
}

#[test]
fn a_path_was_taken_for_the_same_name_in_another_folder() {
    let collection = Collection::new();
    collection.write("one/a.txt", "Im ersten Ordner.");
    collection.write("two/a.txt", "Im zweiten Ordner.");
    collection
        .beleg(["index", "--corpus", "one", "--corpus", "two"])
        .expect_code(0);
    let mut command = collection.command(BELEG);
    command.args(["show", "a.txt", "--index", "../index"]);
    command.current_dir(collection.path("two"));
    let answer = Answer::of(command, b"").expect_code(0);
    assert!(answer.stdout().contains("zweiten"), "{}", answer.stdout());
}

#[test]
fn a_phrase_was_not_found_in_an_english_article() {
    let article = "The American troops were deployed to the border of the country in the spring, \
         and the government announced that more soldiers would follow during the summer.";
    let collection = Collection::new().file("a.txt", article);
    let answer = collection.beleg(["search", "\"American troops\"", "--format", "json"]);
    assert_eq!(answer.hits(), ["a:1 American troops"]);
}

#[test]
fn a_block_of_many_passages_was_put_together_once_for_each_of_them() {
    let text = "Die Munition ist knapp und der Vorrat klein. ".repeat(20_000);
    let collection = Collection::new().file("a.txt", text);
    collection.beleg(["index"]).expect_code(0);
    let started = std::time::Instant::now();
    collection
        .beleg(["search", "Vorrat", "--no-refresh"])
        .expect_code(0);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

/// Changes what the last commit of the index says, as another version or an interruption would.
fn change_commit(collection: &Collection, change: impl FnOnce(&mut Value)) {
    let path = collection.path("index/current/meta.json");
    let written = fs::read(&path).expect("a commit can be read");
    let mut commit = serde_json::from_slice(&written).expect("a commit is JSON");
    change(&mut commit);
    fs::write(path, commit.to_string()).expect("a commit can be written");
}

fn change_manifest(collection: &Collection, change: impl FnOnce(&mut Value)) {
    change_commit(collection, |commit| {
        let payload = text(&commit["payload"]);
        let mut manifest = serde_json::from_str(&payload).expect("a manifest is JSON");
        change(&mut manifest);
        commit["payload"] = manifest.to_string().into();
    });
}

#[test]
fn skipped_files_were_counted_twice_below_mentions() {
    let collection = Collection::new()
        .file("a.txt", "Kim Jong Un besuchte Russland.\n")
        .file("nul.txt", "Munition mit einem \0 darin.");
    let answer = collection.beleg(["mentions", "Kim Jong Un"]).expect_code(0);
    assert_eq!(
        answer.stdout().matches("skipped").count(),
        1,
        "{}",
        answer.stdout()
    );
}
