//! Citations that open where they are clicked.

use std::fs;

use super::Terminal;
use crate::harness::Collection;

/// What stands before the text of a link.
const OPEN: &str = "\u{1b}]8;;";

fn collection(name: &str) -> Collection {
    Collection::new().file(name, "Ein Satz.\n\nDie Munition ist knapp.\n")
}

/// The addresses of an answer.
fn addresses(raw: &str) -> Vec<String> {
    let links = raw.split(OPEN).skip(1);
    let addresses = links.filter_map(|link| Some(link.split_once("\u{1b}\\")?.0.to_owned()));
    addresses.filter(|address| !address.is_empty()).collect()
}

fn shown(terminal: Terminal, collection: &Collection, options: &[&str]) -> Vec<String> {
    let line = ["search", "Munition", "--no-pager"].iter().chain(options);
    let shown = terminal.show(collection, line).expect_code(0);
    assert!(shown.text().contains(":3:1"), "{}", shown.text());
    addresses(&shown.raw)
}

#[test]
fn on_a_terminal_a_citation_leads_to_its_file() {
    let collection = collection("Größe 50%.txt");
    let folder = fs::canonicalize(collection.path("corpus")).expect("it is there");
    let links = shown(Terminal::new(), &collection, &[]);
    assert_eq!(links.len(), 1);
    assert!(links[0].starts_with("file://"), "{links:?}");
    let end = format!("{}/Gr%C3%B6%C3%9Fe%2050%25.txt", folder.display());
    assert!(links[0].ends_with(&end), "{links:?}");
}

#[test]
fn a_template_leads_to_the_line_in_an_editor() {
    let collection = collection("a.txt");
    let file = fs::canonicalize(collection.path("corpus/a.txt")).expect("it is there");
    let expected = [format!("vscode://file{}:3:1", file.display())];
    let template = "vscode://file/{path}:{line}:{column}";
    let by_variable = Terminal::new().with("BELEG_LINK", template);
    assert_eq!(shown(by_variable, &collection, &[]), expected);
    collection.write("beleg.toml", format!("link = \"{template}\""));
    assert_eq!(shown(Terminal::new(), &collection, &[]), expected);
}

#[test]
fn terminals_that_know_no_links_get_none() {
    let collection = collection("a.txt");
    for kind in ["dumb", "linux", ""] {
        let terminal = Terminal::new().with("TERM", kind);
        assert_eq!(shown(terminal, &collection, &[]), [] as [&str; 0], "{kind}");
    }
    let unwanted = shown(Terminal::new(), &collection, &["--links", "never"]);
    assert_eq!(unwanted, [] as [&str; 0]);
}

#[test]
fn a_pipe_gets_no_links_unless_it_asks() {
    let collection = collection("a.txt");
    let piped = |options: &[&str]| {
        let line = ["search", "Munition"].iter().chain(options);
        addresses(collection.beleg(line).expect_code(0).stdout()).len()
    };
    assert_eq!(piped(&[]), 0);
    assert_eq!(piped(&["--color", "always"]), 0);
    assert_eq!(piped(&["--links", "always"]), 1);
    assert_eq!(piped(&["--links", "always", "--format", "json"]), 0);
}

#[test]
fn mentions_and_evidence_are_links_as_well() {
    let collection = Collection::new().file("a.txt", "Sergej Schoigu besuchte 2023 Nordkorea.\n");
    for line in [
        ["mentions", "Schoigu", "--no-pager"],
        [
            "check",
            "Sergej Schoigu besuchte 2023 Nordkorea.",
            "--no-pager",
        ],
    ] {
        let shown = Terminal::new().show(&collection, line);
        assert_eq!(addresses(&shown.raw).len(), 1, "{}", shown.text());
    }
}

#[test]
fn a_place_that_a_concordance_shortens_leads_to_the_whole_of_it() {
    let name = "ein-sehr-langer-name-einer-datei-die-niemand-so-nennen-wollte.txt";
    let collection = collection(name);
    let line = ["search", "Munition", "--kwic", "--no-pager"];
    let shown = Terminal::new().columns(60).show(&collection, line);
    assert!(
        shown.text().contains("ein-s…te.txt:3:5"),
        "{}",
        shown.text()
    );
    let links = addresses(&shown.raw);
    assert_eq!(links.len(), 1);
    assert!(links[0].ends_with(name), "{links:?}");
}
