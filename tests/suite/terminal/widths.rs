//! Lines that fit, whatever the letters.

use unicode_width::UnicodeWidthStr;

use super::Terminal;
use crate::harness::Collection;

/// Umlauts in one character and in two, signs of double width, and signs of several characters.
const TEXT: &str = "Größere Mengen Munition überschreiten Möglichkeiten jährlicher \
    Verkäufe. Gro\u{308}ßere Mengen Munition u\u{308}berschreiten Mo\u{308}glichkeiten \
    ja\u{308}hrlicher Verka\u{308}ufe. 日本語 の Munition 東京 です 北朝鮮 弾薬. 🚀🚀🚀 Munition \
    🇰🇵🇰🇵 👩‍🚀👩‍🚀 ❤️❤️ 🚀🚀🚀 und so weiter bis zum Ende.\n";

#[test]
fn no_line_is_wider_than_the_terminal() {
    let collection = Collection::new().file("a.txt", TEXT);
    for columns in [30, 47, 80] {
        for command in [&["search", "Munition"][..], &["show", "corpus/a.txt:1:1"]] {
            let terminal = Terminal::new().columns(columns);
            let line = command.iter().chain(&["--no-pager"]);
            let shown = terminal.show(&collection, line).expect_code(0).text();
            // A hash is one word, and a word is never cut.
            let texts = shown.lines().filter(|line| !line.starts_with("sha256"));
            let wide: Vec<&str> = texts
                .filter(|line| line.width() > usize::from(columns))
                .collect();
            assert!(
                wide.is_empty(),
                "of {columns} columns:\n{}",
                wide.join("\n")
            );
        }
    }
}

#[test]
fn lines_are_filled_by_width_and_not_by_characters() {
    let text = "Mo\u{308}o\u{308}o\u{308}o\u{308} ".repeat(20) + "Munition.\n";
    let collection = Collection::new().file("a.txt", text);
    let line = ["search", "Munition", "--no-pager", "--color", "never"];
    let shown = Terminal::new().columns(40).show(&collection, line);
    let shown = shown.expect_code(0).text();
    let first = shown.lines().find(|line| line.contains('M'));
    // Six words of five columns and the blanks between; counted in characters, four would fit.
    let words = first.expect("there is an answer").split_whitespace();
    assert_eq!(words.count(), 6, "{shown}");
}

#[test]
fn refusals_and_errors_fit_the_terminal() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    for line in [
        &["search", "Munition", "--corpus", "elsewhere"][..],
        &["search", "autor:Meier"],
        &["search", "Munition", "--format", "jsn"],
        &["search", "Munition", "--format", "bibtex", "--kwic"],
        &["search", "Munition", "--format", "trec"],
        &["show", "corpus/nichts.txt:3:1"],
        &["run", "nichts"],
        &["mentions", "???"],
        &["check", "???"],
        &[
            "Munition",
            "aus",
            "Nordkorea",
            "und",
            "Russland",
            "für",
            "den",
            "Krieg",
        ],
    ] {
        for columns in [50, 60, 80] {
            let shown = Terminal::new().columns(columns).show(&collection, line);
            let text = shown.expect_code(2).text();
            let wide = text
                .lines()
                .find(|line| line.width() > usize::from(columns));
            assert_eq!(wide, None, "{line:?} at {columns} columns:\n{text}");
        }
    }
}
