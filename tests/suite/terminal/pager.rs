//! Long answers in a pager, as git shows them.

use std::process::Command;

use super::Terminal;
use super::session::Shown;
use crate::harness::Collection;

/// Says that it is there, and shows what it gets.
const PAGER: &str = "sh pager.sh";

fn collection() -> Collection {
    let collection = Collection::of_the_project();
    collection.write("pager.sh", "echo THE PAGER; cat; echo THE END\n");
    collection
}

/// More than any screen holds.
fn long() -> Collection {
    Collection::new().file("a.txt", "Munition aus dem Norden.\n\n".repeat(5000))
}

fn is_paged(shown: &Shown) -> bool {
    shown.text().contains("THE PAGER") && shown.text().trim_end().ends_with("THE END")
}

fn less_is_there() -> bool {
    Command::new("less").arg("--version").output().is_ok()
}

#[test]
fn on_a_terminal_text_goes_through_the_pager() {
    let collection = collection();
    for line in [
        &["search", "Munition"][..],
        &["mentions", "Putin"],
        &["people"],
        &["check", "Kim Il Sung starb 1984."],
        &["show", "corpus/001_9643a6726ce6d8a4.txt:37:1"],
        &["status"],
        &["analyze", "Artilleriemunition"],
        &["config"],
    ] {
        let shown = Terminal::new()
            .with("BELEG_PAGER", PAGER)
            .show(&collection, line);
        assert!(is_paged(&shown), "{line:?}:\n{}", shown.text());
    }
}

#[test]
fn nobody_is_paged_who_does_not_want_it() {
    let collection = collection();
    let paged = |terminal: Terminal, options: &[&str]| {
        let line = ["search", "Munition"].iter().chain(options);
        is_paged(
            &terminal
                .with("PAGER", PAGER)
                .show(&collection, line)
                .expect_code(0),
        )
    };
    assert!(paged(Terminal::new(), &[]));
    assert!(!paged(Terminal::new(), &["--no-pager"]));
    assert!(!paged(Terminal::new(), &["--format", "json"]));
    assert!(!paged(Terminal::new().with("TERM", "dumb"), &[]));
    assert!(!paged(Terminal::new().with("BELEG_PAGER", ""), &[]));
    assert!(!paged(Terminal::new().with("BELEG_PAGER", "cat"), &[]));
    let piped = collection.shell("BELEG_PAGER='sh pager.sh' beleg search Munition | cat");
    assert!(!piped.stdout().contains("THE PAGER"), "{}", piped.stdout());
}

#[test]
fn the_pager_does_not_change_the_exit_code() {
    let collection = collection();
    let code = |query| {
        let terminal = Terminal::new().with("BELEG_PAGER", PAGER);
        terminal.show(&collection, ["search", query]).code
    };
    assert_eq!(code("Munition"), Some(0));
    assert_eq!(code("Quastenflosser"), Some(1));
    assert_eq!(code("\"offen"), Some(2));
}

#[test]
fn leaving_the_pager_early_is_no_error() {
    let line = ["search", "Munition", "--passages", "9000"];
    let terminal = Terminal::new().with("BELEG_PAGER", "head -n 1");
    let shown = terminal.show(&long(), line).expect_code(0);
    assert!(!shown.text().contains("error"), "{}", shown.text());
}

#[test]
fn a_pager_that_is_not_there_is_told_and_done_without() {
    let collection = collection();
    let terminal = Terminal::new().with("BELEG_PAGER", "no-such-pager");
    let shown = terminal
        .show(&collection, ["search", "Munition"])
        .expect_code(0);
    let text = shown.text();
    assert!(
        text.contains("cannot start the pager no-such-pager"),
        "{text}"
    );
    assert!(text.contains("Found 2 of 5 articles"), "{text}");
}

#[test]
fn less_shows_colours_links_and_umlauts_and_is_left_with_q() {
    if !less_is_there() {
        return;
    }
    let text = "Die Größe der Munition überzeugt.\n\n".repeat(200);
    let collection = Collection::new().file("a.txt", text);
    let line = ["search", "Munition", "--passages", "200"];
    let mut session = Terminal::new().run(&collection, line);
    session.wait_for("Die Größe der Munition überzeugt.");
    session.wait_for("\n:");
    session.press("q");
    let shown = session.finish().expect_code(0);
    assert!(
        !shown.text().contains("Found"),
        "it was left before the end"
    );
    assert!(shown.raw.contains("\u{1b}[31mMunition"), "{:?}", shown.raw);
    assert!(shown.raw.contains("\u{1b}]8;;file://"), "{:?}", shown.raw);
}

#[test]
fn less_leaves_by_itself_when_all_fits() {
    if !less_is_there() {
        return;
    }
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.\n");
    let shown = Terminal::new()
        .show(&collection, ["search", "Munition"])
        .expect_code(0);
    assert!(
        shown.text().contains("Found 1 of 1 article"),
        "{}",
        shown.text()
    );
}

#[test]
fn ctrl_c_ends_the_pager_and_the_program() {
    if !less_is_there() {
        return;
    }
    let line = ["search", "Munition", "--passages", "9000"];
    let collection = long();
    let mut session = Terminal::new().run(&collection, line);
    session.wait_for("\n:");
    session.press("\u{3}");
    assert_ne!(session.finish().code, Some(2), "nobody is told of an error");
}

#[test]
fn complaints_are_not_drawn_over_what_the_pager_shows() {
    let collection = collection();
    collection.write("lines.txt", "1\tMunition\n2\t???\n3\tStahl\n");
    for line in [
        &["search", "--batch", "lines.txt"][..],
        &["check", "--file", "lines.txt"],
    ] {
        let terminal = Terminal::new().with("BELEG_PAGER", PAGER);
        let shown = terminal.show(&collection, line).text();
        let place = |text: &str| {
            shown
                .find(text)
                .unwrap_or_else(|| panic!("{text}:\n{shown}"))
        };
        assert!(place("THE END") < place("error: lines.txt:2"), "{shown}");
    }
}
