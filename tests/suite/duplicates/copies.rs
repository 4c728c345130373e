//! An article that stands in several places is one article, whatever becomes of the places.

use std::fs;

use insta::assert_snapshot;

use super::{places, search, status};
use crate::harness::{Collection, text};

const ARTICLE: &str = "Stahl kam an.\n\nDie Lieferung war größer als gedacht.\n";

/// A collection that holds an article at each of these places, indexed.
fn with(names: &[&str]) -> Collection {
    let collection = names.iter().fold(
        Collection::new().file("z.txt", "Holz."),
        |collection, name| collection.file(name, ARTICLE),
    );
    collection.beleg(["index"]).expect_code(0);
    collection
}

fn remove(collection: &Collection, name: &str) {
    fs::remove_file(collection.path(name)).expect("it was there");
}

#[test]
fn the_same_article_was_found_twice() {
    let collection = with(&["a.txt", "b/copy.txt"]);
    let answer = search(&collection, "Lieferung");
    assert_eq!(places(&answer), ["corpus/a.txt + corpus/b/copy.txt"]);
    assert_eq!(answer.only("summary")["articles_found"], 1);
    assert_eq!(answer.only("summary")["articles_searched"], 2);
    let status = status(&collection);
    assert_eq!(
        (&status["sources"], &status["articles"], &status["copies"]),
        (&3.into(), &2.into(), &1.into())
    );
}

#[test]
fn a_person_sees_where_else_an_article_stands() {
    let collection = with(&["a.txt", "b/copy.txt"]);
    let answer = collection.shell("beleg search Lieferung | head -n 4");
    assert_snapshot!(answer.stdout(), @r"
    a.txt
    also in corpus/b/copy.txt
      Die [Lieferung] war größer als gedacht.
      corpus/a.txt:3:1
    ");
    let status = collection.shell("beleg status | grep -E '^(sources|articles|copies)'");
    assert_snapshot!(status.stdout(), @r"
    sources         3
    articles        2
    copies          1 further place of an article (--duplicates)
    ");
}

#[test]
fn a_citation_of_the_second_place_shows_that_place() {
    let collection = with(&["a.txt", "b/copy.txt"]);
    let answer = collection.shell("beleg show corpus/b/copy.txt:3:1 | sed '/sha256/d'");
    assert_snapshot!(answer.stdout(), @r"
    b/copy.txt
    corpus/b/copy.txt · > marks line 3

      1  Stahl kam an.

    > 3  Die Lieferung war größer als gedacht.

    also in corpus/a.txt
    language de (default, assumed)
    the file is as it was when it was indexed
    ");
}

#[test]
fn a_filter_finds_an_article_by_either_path() {
    let collection = with(&["a.txt", "b/copy.txt"]);
    for query in ["Lieferung source:copy", "Lieferung source:a.txt"] {
        assert_eq!(search(&collection, query).articles(), ["a"], "{query}");
    }
    search(&collection, "Lieferung source:z.txt").expect_code(1);
}

#[test]
fn the_other_place_keeps_an_article_whose_first_place_is_gone() {
    let collection = with(&["a.txt", "b.txt", "c.txt"]);
    remove(&collection, "corpus/a.txt");
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/b.txt + corpus/c.txt"]);
    remove(&collection, "corpus/b.txt");
    assert_eq!(places(&search(&collection, "Lieferung")), ["corpus/c.txt"]);
    assert_eq!(status(&collection)["copies"], 0);
    remove(&collection, "corpus/c.txt");
    search(&collection, "Lieferung").expect_code(1);
}

#[test]
fn the_other_place_keeps_an_article_whose_first_place_is_another_article_now() {
    let collection = with(&["a.txt", "b.txt"]);
    collection.write("corpus/a.txt", "Holz kam an.");
    assert_eq!(places(&search(&collection, "Lieferung")), ["corpus/b.txt"]);
    assert_eq!(search(&collection, "Holz").articles().len(), 2);
    collection.write("corpus/a.txt", ARTICLE);
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/b.txt + corpus/a.txt"]);
}

#[test]
fn an_edited_copy_is_an_article_of_its_own() {
    let collection = with(&["a.txt", "b.txt"]);
    collection.write("corpus/b.txt", "Die Lieferung war kleiner.");
    let answer = search(&collection, "Lieferung");
    let mut found = places(&answer);
    found.sort();
    assert_eq!(found, ["corpus/a.txt", "corpus/b.txt"]);
    assert_eq!(status(&collection)["copies"], 0);
}

#[test]
fn both_places_change_in_one_run() {
    let collection = with(&["a.txt", "b.txt"]);
    collection.write("corpus/a.txt", "Die Lieferung war kleiner.");
    collection.write("corpus/b.txt", "Die Lieferung war kleiner.");
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/a.txt + corpus/b.txt"]);
    remove(&collection, "corpus/a.txt");
    collection.write("corpus/b.txt", "Die Lieferung kam nie.");
    assert_eq!(places(&search(&collection, "Lieferung")), ["corpus/b.txt"]);
}

#[test]
fn the_places_swap_their_articles() {
    let collection = with(&["a.txt", "b.txt"]);
    collection.write("corpus/b.txt", "Holz kam.");
    search(&collection, "Holz").expect_code(0);
    collection.write("corpus/a.txt", "Holz kam.");
    collection.write("corpus/b.txt", ARTICLE);
    assert_eq!(places(&search(&collection, "Lieferung")), ["corpus/b.txt"]);
    let holz = places(&search(&collection, "\"Holz kam\""));
    assert_eq!(holz, ["corpus/a.txt"]);
    assert_eq!(status(&collection)["articles"], 3);
}

#[test]
fn a_record_that_stands_twice_in_a_file_is_one_article() {
    let line = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n");
    let twice = line("1", "Stahl kam an.") + &line("2", "Holz.") + &line("1", "Stahl kam an.");
    let collection = Collection::new().file("a.jsonl", twice);
    let hits = search(&collection, "Stahl").lines_of_type("hit");
    assert_eq!(hits.len(), 1);
    let other = &hits[0]["article"]["also_in"][0];
    assert_eq!(
        (text(&other["id"]), other["line"].as_u64()),
        ("a.jsonl#1~2".to_owned(), Some(3))
    );
    let shown = collection.beleg(["show", "corpus/a.jsonl:3", "--format", "json"]);
    assert_eq!(text(&shown.only("show")["article"]["id"]), "a.jsonl#1~2");
    let shown = collection.beleg(["show", "corpus/a.jsonl#1~2", "--format", "json"]);
    assert_eq!(shown.only("show")["blocks"][0]["line"], 3);
}

#[test]
fn the_first_of_two_equal_records_went_and_took_its_name_with_it() {
    let line = |text: &str| format!("{{\"id\":\"a\",\"text\":\"{text}\"}}\n");
    let collection = Collection::new().file("a.jsonl", line("Stahl kam an.").repeat(2));
    search(&collection, "Stahl").expect_code(0);
    collection.write("corpus/a.jsonl", line("Holz.") + &line("Stahl kam an."));
    let hits = search(&collection, "Stahl").lines_of_type("hit");
    let found: Vec<(String, Option<u64>)> = hits
        .iter()
        .map(|hit| {
            (
                text(&hit["article"]["id"]),
                hit["citation"]["line"].as_u64(),
            )
        })
        .collect();
    assert_eq!(found, [("a.jsonl#a~2".to_owned(), Some(2))]);
}

#[test]
fn what_is_said_of_a_copy_beside_it_was_lost() {
    let collection = with(&["a.txt", "b.txt"]);
    collection.write("corpus/b.meta.toml", "date = 2023-09-12\n");
    let dated = search(&collection, "Lieferung date:2023");
    assert_eq!(dated.articles(), ["b"]);
    remove(&collection, "corpus/b.meta.toml");
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/a.txt + corpus/b.txt"]);
}

#[test]
fn two_files_that_are_no_articles_are_both_named() {
    let collection = Collection::new()
        .file("a.txt", "")
        .file("b.txt", "")
        .file("c.txt", "Stahl kam.");
    let answer = search(&collection, "Stahl");
    let skipped = answer.only("summary")["skipped"].clone();
    let skipped = skipped.as_array().expect("a list").len();
    assert_eq!(skipped, 2);
    assert_eq!(status(&collection)["copies"], 0);
}
