//! What people do with the program every day, each at two widths, with colours and without.

use unicode_width::UnicodeWidthStr;

use super::Terminal;
use super::session::Shown;
use crate::harness::Collection;

/// A command, and what a person must be able to read of its answer.
type Habit = (&'static [&'static str], &'static [&'static str]);

const CITED: &str = "corpus/001_9643a6726ce6d8a4.txt:11:1";
const OTHER: &str = "corpus/002_65f1931b61f1c965.txt";

#[rustfmt::skip]
const HABITS: &[Habit] = &[
    (&["search", "Munition", "--kwic"], &["bei der", "6 lines", "shortened"]),
    (&["search", "Munition", "--kwic", "--kwic-sort", "left"], &["6 lines"]),
    (&["search", "Munition", "--kwic", "--kwic-sort", "right"], &["6 lines"]),
    (&["mentions", "Schoigu", "--kwic"], &["Schoigu", "lines"]),
    (&["search", "Munition", "--count"], &["Found exactly 2 of 5 articles"]),
    (&["search", "Pjöngjang", "--facets", "source,year,month,author,lang,person"], &["Kim Jong Un", "█"]),
    (&["search", "Pjöngjang", "--timeline"], &["2023-09"]),
    (&["mentions", "Putin", "--timeline"], &["2023-09"]),
    (&["people", "--timeline"], &["Wladimir Putin", "articles"]),
    (&["terms", "Munition"], &["keyness"]),
    (&["search", "Putin", "--sort", "date"], &["2023-09"]),
    (&["search", "Putin", "--since", "2023"], &["2023-09", "without a date left out"]),
    (&["mentions", "Putin", "--first"], &["the first shown, of 2023-09"]),
    (&["search", "Stahl", "--why"], &["score"]),
    (&["search", "Munition", "--why-not", OTHER], &["does not answer the query", "not there"]),
    (&["search", "*munition*"], &["Artillerie"]),
    (&["like", OTHER], &["% alike", "compared by"]),
    (&["run", "munition"], &["Found 2 of 5 articles"]),
    (&["run", "munition", "--new"], &["Nothing new for Munition since 20", "beleg run munition"]),
    (&["saved"], &["2 articles seen"]),
    (&["show", CITED], &["marks line 11"]),
    (&["config"], &["people-file", "default"]),
    (&["status"], &["built from", "4 articles without a date"]),
    (&["check", "Kim Il Sung starb 1984."], &["claim 1984", "source 1994"]),
    (&["serach", "Munition"], &["search"]),
    (&["search", "Muniton"], &["Did you mean Munition?"]),
];

/// The words of an answer, wherever its lines end.
fn words(shown: &str) -> String {
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(shown: &Shown, columns: u16, (command, expected): &Habit) {
    let text = shown.text();
    // A hash is one word, and a word is never cut.
    let mut lines = text.lines().filter(|line| !line.starts_with("sha256"));
    let wide = lines.find(|line| line.width() > usize::from(columns));
    assert_eq!(wide, None, "{command:?} at {columns} columns:\n{text}");
    for words_of_it in *expected {
        assert!(
            words(&text).contains(words_of_it),
            "{command:?}: {words_of_it}\n{text}"
        );
    }
}

#[test]
fn every_habit_fits_the_terminal_and_needs_no_colour() {
    let collection = Collection::of_the_project();
    collection
        .beleg(["save", "munition", "Munition"])
        .expect_code(0);
    for columns in [60, 80] {
        for habit in HABITS {
            let colourful = Terminal::new().columns(columns).with("BELEG_PAGER", "");
            check(&colourful.show(&collection, habit.0), columns, habit);
            let plain = Terminal::new().columns(columns).with("BELEG_PAGER", "");
            let plain = plain.with("NO_COLOR", "1").with("TERM", "linux");
            let plain = plain.show(&collection, habit.0);
            check(&plain, columns, habit);
            assert!(
                !plain.raw.contains('\u{1b}'),
                "{:?}:\n{:?}",
                habit.0,
                plain.raw
            );
        }
    }
}

#[test]
fn in_a_pipe_every_habit_is_the_same_without_a_terminal() {
    let collection = Collection::of_the_project();
    collection
        .beleg(["save", "munition", "Munition"])
        .expect_code(0);
    for (command, expected) in HABITS {
        let answer = collection.beleg(*command);
        let told = words(&format!("{}{}", answer.stdout(), answer.stderr()));
        assert!(!told.contains('\u{1b}'), "{command:?}: {told:?}");
        // Where nothing limits the width, no place is shortened.
        for expected in expected.iter().filter(|words| **words != "shortened") {
            assert!(told.contains(expected), "{command:?}: {expected}\n{told}");
        }
    }
}
