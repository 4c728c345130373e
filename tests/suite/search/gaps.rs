//! Words with gaps: `*munition*`, `M*ller`, `M?ller`.

use super::{found, nothing_found};
use crate::harness::Collection;

fn names() -> Collection {
    Collection::new().file(
        "a.txt",
        "Herr Müller kam.\n\nHerr Mueller ging.\n\nHerr Moller blieb.\n\nDie Müllers kamen auch.\n\nEin \
         Munitionslager.\n\nDie Panzermunitionslager.\n\nArtilleriemunition.\n\nDie Straße.",
    )
}

/// What is marked, in the order of the text.
fn marked(query: &str) -> Vec<String> {
    let hits = found(&names(), query).sorted_hits();
    let mark = |hit: &String| {
        hit.split_once(' ')
            .expect("a place and its marks")
            .1
            .to_owned()
    };
    hits.iter().map(mark).collect()
}

// Inflections of a word that fits are found with it: *Müllers* is *Müller*.

#[test]
fn a_star_inside_a_word_stands_for_any_letters() {
    assert_eq!(marked("M*ller"), ["Müller", "Mueller", "Moller", "Müllers"]);
    assert_eq!(
        marked("M*ller*"),
        ["Müller", "Mueller", "Moller", "Müllers"]
    );
}

#[test]
fn stars_on_both_ends_find_what_stands_inside() {
    assert_eq!(
        marked("*munition*"),
        [
            "Munitionslager",
            "Panzermunitionslager",
            "Artilleriemunition"
        ]
    );
    assert_eq!(
        marked("*munition*lager"),
        ["Munitionslager", "Panzermunitionslager"]
    );
}

#[test]
fn a_question_mark_inside_a_word_stands_for_one_letter() {
    assert_eq!(marked("M?ller"), ["Müller", "Mueller", "Moller", "Müllers"]);
    assert_eq!(marked("Stra?e"), ["Straße"]);
    nothing_found(&names(), "Mo?oller");
}

#[test]
fn gaps_may_be_required_excluded_and_joined() {
    let answer = found(&names(), "+M*ller +*lager*");
    assert_eq!(answer.articles(), ["a"]);
    nothing_found(&names(), "Straße -M*ller");
}
