//! Keywords stand one below another, whatever stands around them.

use unicode_width::UnicodeWidthStr;

use super::{at_width, lines};
use crate::harness::Collection;

fn colorful() -> Collection {
    Collection::new()
        .file("a.txt", "Größe\n\nÜber die grünen Flüsse fuhr Munition übers Öl nach Süden.\n")
        .file("b.txt", "Bilder\n\nEin 🚀 und ein 👍🏽 und 🇩🇪 kamen mit Munition 🎉🎉🎉 in die Stadt.\n")
        .file("c.txt", "Zeichen\n\nMu\u{308}de Ma\u{308}nner trugen a\u{308}ltere Munition u\u{308}ber Bru\u{308}cken.\n")
        .file("d.txt", "Fern\n\n日本の弾薬庫に Munition 日本語の文章がここにある und mehr.\n")
        .file("e.txt", "Kurz\n\nMunition.\n")
        .file(
            "ein-sehr-langer-name-einer-datei-die-niemand-so-nennen-wollte.txt",
            "Lang\n\nDonaudampfschifffahrtsgesellschaftskapitänsmützenmunitionslager voll Munition.\n",
        )
}

/// Columns before the keyword.
fn start(line: &str) -> usize {
    line[..line.find('[').expect("a keyword")].width()
}

#[test]
fn at_every_width_keywords_are_aligned_and_lines_fit() {
    let collection = colorful();
    for columns in ["40", "60", "80", "121", "200"] {
        let answer =
            at_width(&collection, columns, &["search", "Munition", "--kwic"]).expect_code(0);
        let lines = lines(&answer);
        assert!(lines.len() >= 6, "{}", answer.stdout());
        let width: usize = columns.parse().expect("a number");
        for line in &lines {
            assert_eq!(start(line), start(lines[0]), "{}", answer.stdout());
            assert!(line.width() <= width, "{columns}: {line}");
            assert!(
                line.contains(".txt:"),
                "a place is cut at its front: {line}"
            );
        }
    }
}

#[test]
fn on_a_terminal_too_narrow_nothing_breaks() {
    let answer = at_width(&colorful(), "5", &["search", "Munition", "--kwic"]).expect_code(0);
    assert!(lines(&answer).iter().all(|line| line.width() <= 30));
}

#[test]
fn the_keyword_has_the_colour_and_the_columns_stay() {
    let collection = colorful();
    let plain = ["search", "Munition", "--kwic", "--color", "always"];
    let answer = collection.beleg(plain).expect_code(0);
    let starts = lines(&answer).into_iter().map(|line| {
        let (before, behind) = line.split_once("\u{1b}[").expect("a colour");
        assert!(behind.to_lowercase().contains("munition"), "{line:?}");
        before.width()
    });
    let mut starts: Vec<usize> = starts.collect();
    starts.dedup();
    assert_eq!(starts.len(), 1, "{}", answer.stdout());
}

#[test]
fn what_a_file_holds_cannot_drive_the_terminal() {
    let collection = Collection::new().file(
        "a\u{1b}[2J\u{202e}.txt",
        "Falle\n\nVor \u{9b}31m der Munition \u{202e}dahinter.\n",
    );
    let answer = collection
        .beleg(["search", "Munition", "--kwic"])
        .expect_code(0);
    assert!(
        !answer.stdout().contains(['\u{1b}', '\u{9b}', '\u{202e}']),
        "{:?}",
        answer.stdout()
    );
}

#[test]
fn context_is_as_long_as_asked_for() {
    let collection = Collection::new().file(
        "a.txt",
        "Titel\n\nEins zwei drei Munition vier fünf sechs.\n",
    );
    let line = ["search", "Munition", "--kwic", "--context", "2"];
    let answer = collection.beleg(line).expect_code(0);
    assert!(
        lines(&answer)[0]
            .trim_start()
            .starts_with("zwei drei [Munition] vier fünf  "),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_concordance_of_the_project() {
    let collection = Collection::of_the_project();
    let line = ["search", "Munition", "--kwic", "--kwic-sort", "left"];
    let answer = at_width(&collection, "100", &line).expect_code(0);
    insta::assert_snapshot!(lines(&answer).join("\n"));
}
