//! Long blocks are ranked in pieces and shown whole.

use super::{asked, found};
use crate::harness::{Collection, marked, text};

/// A sentence of so many words that ends in one of its own.
fn sentence(words: usize, last: &str) -> String {
    format!(
        "Die {}Lage kennt {last}.",
        "ganz alte ".repeat(words / 2 - 2)
    )
}

/// Every hit of a query as the text of its block and what is marked there.
fn blocks(collection: &Collection, query: &str) -> Vec<(String, Vec<String>)> {
    let hits = asked(collection, query).expect_code(0).lines_of_type("hit");
    hits.iter()
        .map(|hit| (text(&hit["text"]), marked(hit)))
        .collect()
}

#[test]
fn a_block_of_six_hundred_words_is_shown_whole_with_its_marks_in_place() {
    let lasts = ["Stahl", "Dünger", "Munition", "Getreide", "Öl", "Kohle"];
    let block = lasts.map(|last| sentence(100, last)).join(" ");
    let collection = Collection::new().file("a.txt", format!("Vorher.\n\n{block}\n\nNachher."));
    for last in lasts {
        assert_eq!(
            blocks(&collection, last),
            [(block.clone(), vec![last.to_owned()])]
        );
    }
    let both = blocks(&collection, "Stahl Kohle");
    assert_eq!(
        both,
        [(block, vec!["Stahl".to_owned(), "Kohle".to_owned()])],
        "one block is one hit"
    );
}

#[test]
fn the_citation_in_a_long_block_is_the_sentence_and_not_the_block() {
    let block = ["Stahl", "Dünger", "Munition"]
        .map(|last| sentence(90, last))
        .join(" ");
    let collection = Collection::new().file("a.txt", &block);
    let hit = found(&collection, "Munition")
        .lines_of_type("hit")
        .remove(0);
    assert_eq!(hit["citation"]["quote"], sentence(90, "Munition"));
    let before = sentence(90, "Stahl").chars().count() + sentence(90, "Dünger").chars().count() + 2;
    assert_eq!(hit["citation"]["column"], before + 1);
}

#[test]
fn a_long_sentence_with_a_short_one_behind_it_could_not_be_shown() {
    // The two pieces of the block stood in one passage, and the second was looked for in the next.
    let block = format!("{} {}", sentence(190, "Munition"), sentence(20, "Raketen"));
    for behind in ["", "\n\nEin Absatz dahinter."] {
        let collection = Collection::new().file("a.txt", format!("{block}{behind}"));
        for (word, mark) in [("Munition", "Munition"), ("Rakete", "Raketen")] {
            assert_eq!(
                blocks(&collection, word),
                [(block.clone(), vec![mark.to_owned()])]
            );
        }
    }
}

#[test]
fn a_text_without_full_stops_is_shown_whole() {
    let block = format!(
        "anfang {}mitte {}ende",
        "wort und wort ".repeat(120),
        "noch ein wort ".repeat(120)
    );
    let collection = Collection::new().file("a.txt", &block);
    for word in ["anfang", "mitte", "ende"] {
        assert_eq!(
            blocks(&collection, word),
            [(block.clone(), vec![word.to_owned()])]
        );
    }
}
