//! Names, titles and texts that want to command the terminal, in every place where they are shown.

use crate::harness::{Answer, Collection};

/// Sets the window title, clears the screen, forges a line, and turns the reading direction.
const ATTACK: &str = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{200b}";

/// Fails when something is shown that a terminal or its reader could mistake.
fn assert_harmless(answer: &Answer, what: &str) {
    let is_hostile = |sign: &char| {
        sign.is_control() && *sign != '\n'
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    for (stream, shown) in [("stdout", answer.stdout()), ("stderr", answer.stderr())] {
        let first = shown.chars().find(is_hostile);
        assert_eq!(first, None, "{stream} of {what}: {shown:?}");
    }
}

fn hostile() -> Collection {
    let json = serde_json::json!({
        "id": format!("r{ATTACK}"), "title": format!("Titel{ATTACK}"), "author": format!("Autor{ATTACK}"),
        "date": format!("2023{ATTACK}"), "lang": format!("de{ATTACK}"), "source": format!("Blatt{ATTACK}"),
        "text": format!("Munition{ATTACK} aus dem Norden. Danach kam lange nichts, sagte der Minister im Bundestag."),
    });
    Collection::new()
        .file(
            &format!("akte{ATTACK}.jsonl"),
            format!("{json}\n{{\"id\":\"{ATTACK}\n"),
        )
        .file(
            &format!("akte{ATTACK}\nerror: forged.txt"),
            format!(
                "Überschrift{ATTACK}\n\n{}",
                "Munition kam an, und das war alles, was man wusste. ".repeat(20)
            ),
        )
        .file(&format!("leer{ATTACK}.txt"), "")
        .file(&format!("endung.{}", "t\u{1b}[31mx"), "Text.")
}

#[test]
fn no_command_hands_a_control_character_to_the_terminal() {
    let collection = hostile();
    let index = collection.beleg(["index"]).expect_code(0);
    assert_harmless(&index, "index");
    let found = collection
        .beleg(["search", "Munition", "--why", "--no-refresh"])
        .expect_code(0);
    assert!(found.stdout().contains("2 articles"), "{}", found.stdout());
    assert_harmless(&found, "search");
    assert_harmless(&collection.beleg(["status"]).expect_code(0), "status");
    let json = collection
        .beleg(["search", "Munition", "--format", "json", "--no-refresh"])
        .expect_code(0);
    for hit in json.lines_of_type("hit") {
        let citation = &hit["citation"];
        let path = citation["path"].as_str().expect("a path");
        let shown = collection
            .beleg(["show", &format!("{path}:{}:1", citation["line"])])
            .expect_code(0);
        assert_harmless(&shown, "show");
    }
}

#[test]
fn nothing_typed_comes_back_as_a_command() {
    let collection = hostile();
    for query in [
        ATTACK,
        &format!("[{ATTACK}"),
        &format!("\"{ATTACK}"),
        &format!("Quark{ATTACK}"),
        &format!("x{ATTACK}:y"),
    ] {
        assert_harmless(&collection.beleg(["search", query]), query);
        assert_harmless(&collection.beleg(["show", query]).expect_code(2), query);
        assert_harmless(
            &collection
                .beleg(["search", "a", "--corpus", query])
                .expect_code(2),
            query,
        );
        assert_harmless(
            &collection
                .beleg(["search", "--batch", query])
                .expect_code(2),
            query,
        );
        assert_harmless(&collection.beleg(["analyze", query]), query);
        assert_harmless(&collection.beleg([query]).expect_code(2), query);
        assert_harmless(
            &collection
                .beleg(["search", "a", "--sort", query])
                .expect_code(2),
            query,
        );
    }
    let batch = format!("{ATTACK}\nq\u{1b}[31m\tMunition\n\tMunition\n");
    for format in ["text", "trec"] {
        let answer =
            collection.beleg_reading(&batch, ["search", "--batch", "-", "--format", format]);
        assert_harmless(&answer, format);
    }
}

#[test]
fn a_forged_line_in_a_file_name_does_not_begin_a_line() {
    let collection = hostile();
    let index = collection.beleg(["index"]).expect_code(0);
    let found = collection
        .beleg(["search", "Munition", "--no-refresh"])
        .expect_code(0);
    for shown in [index.stderr(), found.stdout()] {
        assert!(
            !shown.lines().any(|line| line.starts_with("error: forged")),
            "{shown}"
        );
    }
}

#[test]
fn json_stays_json_whatever_the_names_are() {
    let collection = hostile();
    let answer = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    let hits = answer.lines_of_type("hit");
    let id = hits
        .iter()
        .filter_map(|hit| hit["citation"]["record"].as_str())
        .next();
    assert_eq!(
        id,
        Some(format!("r{ATTACK}").as_str()),
        "a program gets what is there"
    );
    assert!(
        !answer.stdout().contains('\u{1b}'),
        "but no bare control character"
    );
}
