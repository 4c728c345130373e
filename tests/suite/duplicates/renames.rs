//! Renamed and moved files keep their article.

use std::fs;
use std::path::Path;

use super::{places, search, told};
use crate::harness::Collection;
use beleg::index::IndexReader;

const ARTICLE: &str = "Stahl kam an.\n\nDie Lieferung war größer als gedacht.\n";

fn rename(collection: &Collection, from: &str, to: &str) {
    let to = collection.path(to);
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).expect("its folder can be made");
    fs::rename(collection.path(from), to).expect("it can be renamed");
}

/// The numbers of the articles in the index.
fn numbers(collection: &Collection) -> Vec<u64> {
    let reader = IndexReader::open(&collection.path("index/current")).expect("an index");
    reader
        .all_articles()
        .expect("its articles")
        .iter()
        .collect()
}

#[test]
fn a_renamed_file_was_read_as_a_new_article() {
    let collection = Collection::new()
        .file("a.txt", ARTICLE)
        .file("b.txt", "Holz kam an.");
    told(&collection);
    let before = numbers(&collection);
    rename(&collection, "corpus/a.txt", "corpus/neu/ort.txt");
    assert_eq!(
        told(&collection),
        "2 articles in the index; sources: 1 renamed, 1 unchanged"
    );
    assert_eq!(numbers(&collection), before);
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/neu/ort.txt"]);
}

#[test]
fn a_renamed_file_with_another_content_is_another_file() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    told(&collection);
    rename(&collection, "corpus/a.txt", "corpus/b.txt");
    collection.write("corpus/b.txt", "Stahl ging ab");
    assert_eq!(
        told(&collection),
        "1 article in the index; sources: 1 added, 1 removed"
    );
}

#[test]
fn the_first_of_two_places_is_renamed() {
    let collection = Collection::new()
        .file("a.txt", ARTICLE)
        .file("b.txt", ARTICLE);
    told(&collection);
    let before = numbers(&collection);
    rename(&collection, "corpus/a.txt", "corpus/c.txt");
    assert_eq!(
        told(&collection),
        "1 article in the index; sources: 1 renamed, 1 unchanged"
    );
    assert_eq!(numbers(&collection), before);
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/c.txt + corpus/b.txt"]);
}

#[test]
fn both_places_are_renamed_and_one_is_gone() {
    let collection = Collection::new()
        .file("a.txt", ARTICLE)
        .file("b.txt", ARTICLE)
        .file("c.txt", ARTICLE);
    told(&collection);
    let before = numbers(&collection);
    rename(&collection, "corpus/a.txt", "corpus/x/a.txt");
    rename(&collection, "corpus/b.txt", "corpus/x/b.txt");
    fs::remove_file(collection.path("corpus/c.txt")).expect("it was there");
    assert_eq!(
        told(&collection),
        "1 article in the index; sources: 2 renamed, 1 removed"
    );
    assert_eq!(numbers(&collection), before);
    let found = places(&search(&collection, "Lieferung"));
    assert_eq!(found, ["corpus/x/a.txt + corpus/x/b.txt"]);
}

#[test]
fn a_renamed_file_of_records_keeps_all_of_them() {
    let line = |number: usize| format!("{{\"id\":\"{number}\",\"text\":\"Zug {number} fuhr.\"}}\n");
    let lines: String = (1..=30).map(line).collect();
    let collection = Collection::new().file("a.jsonl", lines);
    told(&collection);
    let before = numbers(&collection);
    rename(&collection, "corpus/a.jsonl", "corpus/b.jsonl");
    assert_eq!(
        told(&collection),
        "30 articles in the index; sources: 1 renamed"
    );
    assert_eq!(numbers(&collection), before);
}

#[test]
fn a_new_name_that_tells_a_date_dates_the_article() {
    let collection = Collection::new().file("a.txt", ARTICLE);
    told(&collection);
    rename(&collection, "corpus/a.txt", "corpus/2023-09-12.txt");
    let found = places(&search(&collection, "Lieferung date:2023-09"));
    assert_eq!(found, ["corpus/2023-09-12.txt"]);
}
