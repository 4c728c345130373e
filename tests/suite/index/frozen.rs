//! With the same frozen knowledge, a refresh gives what building anew gives.

use std::collections::BTreeSet;

use beleg::archive::Archive;
use beleg::evidence::MarkKind;
use beleg::index::IndexReader;
use beleg::query::plain;
use beleg::search::{Field, Pattern};

use crate::library::{Shelf, hits_of};

/// A name that recurs, so that there is something to learn, among goods that differ.
fn article(number: usize) -> String {
    let goods = [
        "Stahllieferung",
        "Artilleriemunition",
        "Getreideexport",
        "Ölpreis",
        "Größenordnung",
        "Häuserkampf",
    ];
    let one = goods[number % goods.len()];
    let other = goods[(number * 7 + 3) % goods.len()];
    format!(
        "Bericht {number}\n\nMinister Brandenfels sprach über {one}. Auch {other} war ein Thema der Gespräche in Moskau.\n\n\
         Später traf Brandenfels die Abgeordneten. Sie fragten nach {one} und nach Zug {number}.\n"
    )
}

/// The collection that everything is learnt from.
fn beginning() -> Shelf {
    let shelf = Shelf::new();
    for number in 0..12 {
        shelf.write(&format!("{number:02}.txt"), article(number));
    }
    shelf
}

fn knowledge(shelf: &Shelf) -> String {
    reader(shelf).manifest().knowledge.clone()
}

fn reader(shelf: &Shelf) -> IndexReader {
    IndexReader::open(&shelf.engine_folder()).expect("the index opens")
}

fn terms(shelf: &Shelf) -> Vec<(Field, String, u64)> {
    reader(shelf)
        .terms_like(&Pattern::Prefix(String::new()))
        .expect("the terms")
}

/// All that a search says of its hits except where the index keeps them.
type Found = (String, u32, f32, String, Vec<(usize, usize, MarkKind)>);

fn found(archive: &Archive, word: &str) -> Vec<Found> {
    let hits = hits_of(archive, &plain(word));
    let marks = |hit: &beleg::evidence::Hit| {
        hit.marks
            .iter()
            .map(|mark| (mark.span.start(), mark.span.end(), mark.kind))
            .collect()
    };
    let mut found: Vec<Found> = hits
        .iter()
        .map(|hit| {
            (
                hit.article.id.clone(),
                hit.block.line,
                hit.score,
                hit.text.clone(),
                marks(hit),
            )
        })
        .collect();
    // Equally good articles stand in the order in which they came.
    found.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    found
}

#[test]
fn refreshing_step_by_step_and_building_at_once_give_the_same_terms_and_scores() {
    let (stepwise, at_once) = (beginning(), beginning());
    for shelf in [&stepwise, &at_once] {
        shelf.index(false);
    }
    let learnt = knowledge(&stepwise);
    assert_eq!(
        knowledge(&at_once),
        learnt,
        "what is learnt depends on the texts alone"
    );
    // The one goes through every change, the other forgets all and reads the end result only.
    for number in 0..12 {
        at_once.remove(&format!("{number:02}.txt"));
    }
    at_once.index(false);
    for round in 0..6 {
        stepwise.write(&format!("{round:02}.txt"), article(50 + round));
        stepwise.write(&format!("neu{round}.txt"), article(80 + round));
        stepwise.remove(&format!("{:02}.txt", 11 - round));
        stepwise.open();
        at_once.write(&format!("{round:02}.txt"), article(50 + round));
        at_once.write(&format!("neu{round}.txt"), article(80 + round));
    }
    for shelf in [&stepwise, &at_once] {
        shelf.index(false);
        assert_eq!(reader(shelf).size().expect("its size").dead_documents, 0);
        assert_eq!(knowledge(shelf), learnt, "a refresh learns nothing");
    }
    assert_eq!(terms(&stepwise), terms(&at_once));
    let (stepwise, at_once) = (stepwise.open(), at_once.open());
    let text: String = (50..90).map(article).collect();
    let words: BTreeSet<&str> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    for word in words {
        assert_eq!(found(&stepwise, word), found(&at_once, word), "{word}");
    }
}

#[test]
fn a_refresh_that_has_not_merged_yet_finds_and_marks_the_same() {
    let (stepwise, anew) = (beginning(), Shelf::new());
    stepwise.open();
    for round in 0..5 {
        stepwise.write(&format!("{round:02}.txt"), article(50 + round));
        stepwise.open();
    }
    for number in 0..12 {
        anew.write(
            &format!("{number:02}.txt"),
            article(if number < 5 { 50 + number } else { number }),
        );
    }
    let (stepwise, anew) = (stepwise.open(), anew.open());
    let without_scores = |archive: &Archive, word: &str| {
        let found = found(archive, word).into_iter();
        found
            .map(|(id, line, _, text, marks)| (id, line, text, marks))
            .collect::<Vec<_>>()
    };
    for word in [
        "Munition",
        "Artillerie",
        "Stahl",
        "Brandenfels",
        "Moskau",
        "Größe",
        "Zug",
        "Gespräch",
        "Export",
    ] {
        assert_eq!(
            without_scores(&stepwise, word),
            without_scores(&anew, word),
            "{word}"
        );
    }
}

#[test]
fn a_rebuild_learns_again() {
    let shelf = beginning();
    shelf.index(false);
    let learnt = knowledge(&shelf);
    for number in 0..12 {
        let text = article(number).replace("Brandenfels", "Hohenkirchner");
        shelf.write(&format!("{number:02}.txt"), text);
    }
    shelf.index(false);
    assert_eq!(knowledge(&shelf), learnt);
    shelf.index(true);
    assert_ne!(knowledge(&shelf), learnt);
}

#[test]
fn what_was_learnt_is_told_to_be_outgrown_when_the_collection_has_doubled() {
    let shelf = beginning();
    shelf.index(false);
    let learnt_from = |shelf: &Shelf| reader(shelf).manifest().learnt_from;
    assert_eq!(learnt_from(&shelf), 12, "a build counts what it took in");
    for number in 12..24 {
        shelf.write(&format!("{number:02}.txt"), article(number));
    }
    shelf.index(false);
    assert_eq!(learnt_from(&shelf), 12, "a refresh does not learn");
    let status = shelf.open().status().expect("the index is whole");
    let note = "the collection has grown from 12 to 24 articles since beleg learnt from it; \
         `beleg index --rebuild` learns again";
    assert_eq!(status.notes, [note]);
}
