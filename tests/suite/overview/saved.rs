//! Searches that are kept.

use std::fs;

use crate::harness::{Answer, Collection};

fn two() -> Collection {
    let collection = Collection::new()
        .file("a.txt", "Eins\n\nDie Munition ist knapp.")
        .file("b.txt", "Zwei\n\nViel Munition kam an.");
    collection
        .beleg(["save", "knapp", "Munition"])
        .expect_code(0);
    collection
}

fn new(collection: &Collection) -> Answer {
    collection.beleg(["run", "knapp", "--new", "--format", "json"])
}

#[test]
fn a_run_shows_only_what_is_new_or_has_changed() {
    let collection = two();
    assert_eq!(new(&collection).expect_code(0).articles().len(), 2);
    new(&collection).expect_code(1);
    collection.write("corpus/c.txt", "Drei\n\nNeue Munition ist da.");
    assert_eq!(new(&collection).expect_code(0).articles(), ["c"]);
    collection.write("corpus/a.txt", "Eins\n\nDie Munition ist nicht mehr knapp.");
    assert_eq!(new(&collection).expect_code(0).articles(), ["a"]);
    new(&collection).expect_code(1);
}

#[test]
fn neither_a_new_index_nor_a_new_name_makes_an_article_new() {
    let collection = two();
    new(&collection).expect_code(0);
    fs::remove_dir_all(collection.path("index")).expect("an index can be deleted");
    new(&collection).expect_code(1);
    fs::rename(
        collection.path("corpus/a.txt"),
        collection.path("corpus/z.txt"),
    )
    .expect("renamed");
    new(&collection).expect_code(1);
}

#[test]
fn a_whole_run_shows_everything_and_counts_as_one() {
    let collection = two();
    let run = ["run", "knapp", "--format", "json"];
    assert_eq!(collection.beleg(run).expect_code(0).articles().len(), 2);
    assert_eq!(collection.beleg(run).expect_code(0).articles().len(), 2);
    new(&collection).expect_code(1);
}

#[test]
fn what_a_limit_holds_back_stays_new() {
    let collection = two();
    let one = ["run", "knapp", "--new", "--limit", "1", "--format", "json"];
    let first = collection.beleg(one).expect_code(0).articles();
    let second = collection.beleg(one).expect_code(0).articles();
    assert_eq!((first.len(), second.len()), (1, 1));
    assert_ne!(first, second);
    collection.beleg(one).expect_code(1);
}

#[test]
fn the_file_is_the_users_own() {
    let collection = two();
    let file = collection.path("beleg-searches.toml");
    let text = fs::read_to_string(&file).expect("a file was written");
    assert!(text.contains("[knapp]\nquery = \"Munition\"\n"), "{text}");
    let own = format!("{text}\n# of mine\n[\"süß\"] # sweet\nquery = '\"neue Munition\"'\n");
    fs::write(&file, own).expect("a user can write it");
    let listed = collection.beleg(["saved"]).expect_code(0);
    assert_eq!(
        listed.stdout(),
        "knapp  Munition · not run yet\nsüß    \"neue Munition\" · not run yet\n"
    );
    collection.beleg(["forget", "knapp"]).expect_code(0);
    let left = fs::read_to_string(&file).expect("the file is there");
    assert!(
        left.contains("# of mine\n[\"süß\"] # sweet\n") && !left.contains("knapp"),
        "{left}"
    );
}

#[test]
fn a_faulty_file_is_told_of_with_its_line_and_left_alone() {
    let collection = two();
    for faulty in [
        "[a]\nquery = 1\n",
        "[a]\nquery = \"x\"\n[b]\nqery = \"y\"\n",
        "[a\n",
    ] {
        collection.write("beleg-searches.toml", faulty);
        for command in [
            vec!["saved"],
            vec!["save", "n", "x"],
            vec!["run", "a"],
            vec!["forget", "a"],
        ] {
            let answer = collection.beleg(command).expect_code(2);
            assert!(
                answer.stderr().contains("beleg-searches.toml:"),
                "{}",
                answer.stderr()
            );
            let text = fs::read_to_string(collection.path("beleg-searches.toml"));
            assert_eq!(text.expect("the file is there"), faulty);
        }
    }
    collection.write(
        "beleg-searches.toml",
        "[a]\nquery = \"x\"\n[b]\nquery = 1\n",
    );
    let answer = collection.beleg(["saved"]);
    assert!(
        answer.stderr().contains("beleg-searches.toml:4: "),
        "{}",
        answer.stderr()
    );
}

#[test]
fn wrong_names_and_queries_are_refused_with_a_remedy() {
    let collection = two();
    let refused = |command: &[&str], said: &str| {
        let answer = collection.beleg(command).expect_code(2);
        assert!(answer.stderr().contains(said), "{}", answer.stderr());
    };
    refused(
        &["run", "nichts"],
        "no search is called nichts: there are knapp",
    );
    refused(&["forget", "nichts"], "no search is called nichts");
    refused(&["save", "a/b", "x"], "use letters, digits, - and _");
    refused(
        &["save", "knapp", "Brot"],
        "there is a search called knapp already, for Munition",
    );
    refused(
        &["save", "neu", "(Munition"],
        "this bracket is never closed",
    );
    collection
        .beleg(["save", "knapp", "Munition"])
        .expect_code(0);
}

#[test]
fn the_file_is_no_source_where_the_index_lies_among_the_articles() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.");
    let places = ["--index", "corpus/index"];
    collection
        .beleg([&["save", "x", "Munition"], &places[..]].concat())
        .expect_code(0);
    collection
        .beleg([&["run", "x"], &places[..]].concat())
        .expect_code(0);
    let again =
        collection.beleg([&["search", "Munition", "--format", "json"], &places[..]].concat());
    assert_eq!(again.only("summary")["skipped"], serde_json::json!([]));
}

#[test]
fn who_asks_for_news_where_there_is_none_learns_what_was_shown_before_and_since_when() {
    let collection = two();
    let run = ["run", "knapp", "--new"];
    let first = collection.beleg(run).expect_code(0);
    assert!(
        first.stdout().contains("Found 2 of 2"),
        "{}",
        first.stdout()
    );
    let nothing = collection.beleg(run).expect_code(1);
    let told = without_moments(nothing.stdout());
    assert_eq!(
        told,
        "Nothing new for Munition since WHEN: 2 articles answer, which were all shown before; \
         `beleg run knapp` shows everything"
    );
    collection.write("corpus/c.txt", "Drei\n\nNeue Munition ist da.");
    let some = collection.beleg(run).expect_code(0);
    assert!(
        without_moments(some.stdout()).ends_with(
            "Found 1 new since WHEN of 3 articles · 2 articles shown before (beleg run knapp)"
        ),
        "{}",
        some.stdout()
    );
    let before = &new(&collection).expect_code(1).only("summary")["shown_before"];
    assert_eq!(before["articles"], 3);
    assert!(before["last_run"].is_string(), "{before}");
}

#[test]
fn a_saved_search_that_nothing_answers_is_not_said_to_bring_no_news() {
    let collection = two();
    collection
        .beleg(["save", "brot", "Pumpernickel"])
        .expect_code(0);
    for _ in 0..2 {
        let answer = collection.beleg(["run", "brot", "--new"]).expect_code(1);
        let told = answer.stdout();
        assert!(told.starts_with("Nothing found for Pumpernickel"), "{told}");
        assert!(!told.contains("before"), "{told}");
    }
}

/// An answer without the times in it, which no two runs share.
fn without_moments(told: &str) -> String {
    let words: Vec<&str> = told.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::new();
    for word in words {
        let is_time = word.contains(':') && word.starts_with(|sign: char| sign.is_ascii_digit());
        match word {
            _ if is_time && kept.last().is_some_and(|last| last.starts_with("20")) => {
                kept.pop();
                kept.push("WHEN");
            }
            "UTC" => {}
            "UTC:" => {
                kept.pop();
                kept.push("WHEN:");
            }
            _ => kept.push(word),
        }
    }
    let text = kept.join(" ");
    match text
        .split_once(" (")
        .filter(|(_, rest)| rest.contains(" ms)"))
    {
        Some((before, rest)) => {
            before.to_owned() + rest.split_once(" ms)").map_or("", |(_, end)| end)
        }
        None => text,
    }
}
