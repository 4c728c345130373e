//! The documents of an article stay together and in order, whatever is merged.

use std::ops::ControlFlow;

use beleg::index::IndexReader;
use beleg::source::{Format, Limits, parse, read};

use crate::library::Shelf;

/// An article of several passages, and a heading in it.
fn article(number: usize, round: usize) -> String {
    let paragraph =
        |what: &str| format!("{what} kam in Runde {round} mit Zug {number} an. ").repeat(12);
    let parts = ["Stahl", "Munition", "Getreide", "Öl"].map(paragraph);
    format!(
        "Bericht Nummer {number}\n\n{}\n\nWas danach geschah\n\n{}\n\n{}\n\n{}\n",
        parts[0], parts[1], parts[2], parts[3]
    )
}

/// The blocks of the file as they are read today.
fn blocks(shelf: &Shelf, name: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    read(
        &shelf.path(name),
        Format::Text,
        &Limits::default(),
        &mut |record| {
            let article = parse(
                &record.expect("a text is one record"),
                &Limits::default(),
                name,
            )
            .expect("an article");
            let texts = article
                .blocks
                .iter()
                .map(|block| article.text[block.span.range()].to_owned());
            blocks.extend(texts);
            ControlFlow::Continue(())
        },
    )
    .expect("it can be read");
    blocks
}

fn assert_together(shelf: &Shelf, articles: usize) {
    let reader = IndexReader::open(&shelf.engine_folder()).expect("the index opens");
    let keys: Vec<u64> = reader
        .all_articles()
        .expect("the articles")
        .iter()
        .collect();
    assert_eq!(keys.len(), articles);
    for key in keys {
        let placed = reader
            .placed(reader.article(key).expect("an article"))
            .expect("its source");
        let passages = reader.passages(key).expect("its passages");
        assert!(passages.len() >= 3, "{} has several passages", placed.path);
        let (segment, first) = passages[0].0;
        let addresses: Vec<_> = passages.iter().map(|(address, _)| *address).collect();
        let in_a_row: Vec<_> = (first..)
            .take(passages.len())
            .map(|document| (segment, document))
            .collect();
        assert_eq!(addresses, in_a_row, "{}", placed.path);
        let mut texts: Vec<(u32, String)> = Vec::new();
        for block in passages.into_iter().flat_map(|(_, passage)| passage.blocks) {
            match texts.last_mut() {
                Some((number, text)) if *number == block.number => text.push_str(&block.text),
                _ => texts.push((block.number, block.text)),
            }
        }
        let numbers: Vec<u32> = texts.iter().map(|(number, _)| *number).collect();
        assert_eq!(
            numbers,
            (0..texts.len() as u32).collect::<Vec<_>>(),
            "{}",
            placed.path
        );
        let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, blocks(shelf, &placed.path), "{}", placed.path);
    }
}

#[test]
fn passages_of_an_article_stay_together_and_in_order_through_merges() {
    let shelf = Shelf::new();
    for number in 0..6 {
        shelf.write(&format!("{number}.txt"), article(number, 0));
    }
    shelf.open();
    assert_together(&shelf, 6);
    for round in 1..=6 {
        // One article changes, one comes, one goes: each refresh leaves a segment of its own.
        shelf.write(&format!("{round}.txt"), article(round, round));
        shelf.write(&format!("neu{round}.txt"), article(100 + round, round));
        if round % 2 == 0 {
            shelf.remove(&format!("neu{}.txt", round - 1));
        }
        shelf.open();
    }
    let reader = IndexReader::open(&shelf.engine_folder()).expect("the index opens");
    assert!(
        reader.size().expect("its size").segments > 4,
        "nothing was merged yet"
    );
    assert_together(&shelf, 10);
    shelf.index(false);
    let reader = IndexReader::open(&shelf.engine_folder()).expect("the index opens");
    let size = reader.size().expect("its size");
    assert_eq!((size.segments, size.dead_documents), (1, 0));
    assert_together(&shelf, 10);
}
