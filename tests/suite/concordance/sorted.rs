//! Lines in the order of their neighbours, as German dictionaries sort.

use crate::harness::{Collection, text};

/// What stands left or right of each keyword in that order.
fn neighbours(collection: &Collection, order: &str, side: &str) -> Vec<String> {
    let line = [
        "search",
        "Munition",
        "--kwic",
        "--kwic-sort",
        order,
        "--format",
        "json",
    ];
    let answer = collection.beleg(line).expect_code(0);
    let keywords = answer.lines_of_type("keyword");
    let words = keywords.iter().map(|keyword| text(&keyword[side]));
    words.map(|words| words.trim().to_owned()).collect()
}

#[test]
fn umlauts_sort_with_their_letters_and_case_does_not_count() {
    let collection = Collection::new().file(
        "a.txt",
        "Liste\n\nZähe Munition.\n\nÄltere Munition.\n\nalte Munition.\n\nZahme Munition.\n\n\
         Große Munition.\n\nGrosse Munition.\n\nGrobe Munition.\n",
    );
    assert_eq!(
        neighbours(&collection, "left", "left"),
        [
            "alte", "Ältere", "Grobe", "Große", "Grosse", "Zähe", "Zahme"
        ]
    );
}

#[test]
fn the_second_word_decides_where_the_first_is_the_same() {
    let collection = Collection::new().file(
        "a.txt",
        "Liste\n\nMunition der Zaren.\n\nMunition aus Ulm.\n\nMunition der Armee.\n\nMunition.\n",
    );
    assert_eq!(
        neighbours(&collection, "right", "right"),
        [".", "aus Ulm.", "der Armee.", "der Zaren."]
    );
    assert_eq!(
        neighbours(&collection, "position", "right"),
        ["der Zaren.", "aus Ulm.", "der Armee.", "."]
    );
}

#[test]
fn the_left_is_read_from_the_keyword_on() {
    let collection = Collection::new().file(
        "a.txt",
        "Liste\n\nViel von der Munition.\n\nWenig von der Munition.\n\nAuch mit der Munition.\n",
    );
    assert_eq!(
        neighbours(&collection, "left", "left"),
        ["Auch mit der", "Viel von der", "Wenig von der"]
    );
}
