//! What is not understood is refused, with a caret under the place, and nothing is searched.

use crate::harness::Collection;

/// What a person reads on asking this; nothing may reach standard output.
fn refusal(query: &str) -> String {
    let answer = Collection::of_the_project()
        .beleg(["search", query])
        .expect_code(2);
    assert_eq!(answer.stdout(), "");
    answer.stderr().to_owned()
}

#[test]
fn a_bracket_without_meaning_is_pointed_at() {
    let expected = "\
error: `[` has no meaning here

  munit[
       ^

help: leave it out, put the text in quotes, or use `--plain`
";
    assert_eq!(refusal("munit["), expected);
}

#[test]
fn an_open_quotation_mark_is_pointed_at() {
    let expected = "\
error: this quotation mark is never closed

  \"offen
  ^

help: close it, or leave it out
";
    assert_eq!(refusal("\"offen"), expected);
}

#[test]
fn an_unknown_field_is_named_with_those_that_are_known() {
    let expected = "\
error: there is no field `foo`

  foo:bar
  ^^^^

help: The fields are title, source, author, person, lang, type, date; put a space behind the colon, \
or quotes around both, if you mean the text
";
    assert_eq!(refusal("foo:bar"), expected);
}

#[test]
fn ten_thousand_brackets_are_refused_and_not_followed() {
    let refusal = refusal(&"(".repeat(10_000));
    let lines: Vec<&str> = refusal.lines().collect();
    assert_eq!(lines[0], "error: too many brackets inside each other");
    assert!(lines[2].chars().count() < 120, "the query is shown in part");
    assert_eq!(lines[3].trim_start(), "^");
    assert_eq!(lines[5], "help: use at most 64 levels");
}

#[test]
fn a_refusal_is_the_same_whatever_the_format() {
    let collection = Collection::of_the_project();
    let [text, json] = ["text", "json"].map(|format| {
        collection
            .beleg(["search", "munit[", "--format", format])
            .expect_code(2)
    });
    assert_eq!((json.stdout(), json.stderr()), ("", text.stderr()));
}

#[test]
fn a_query_without_a_word_is_refused() {
    let expected = "\
error: there is no word to search for

  —
  ^

help: type a word, or see `beleg search --help` for what a query can say
";
    assert_eq!(refusal("—"), expected);
    for query in ["", " ", "()"] {
        assert!(refusal(query).starts_with("error: "), "{query:?}");
    }
}

#[test]
fn a_query_that_is_refused_builds_no_index() {
    let collection = Collection::of_the_project();
    collection.beleg(["search", "munit["]).expect_code(2);
    assert!(!collection.path("index").exists());
}

#[test]
fn no_query_makes_the_program_stop_short() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    for query in [
        "\u{1b}[31m",
        "a\u{301}",
        "*",
        "**",
        "~",
        "-",
        "+",
        "NOT",
        "AND",
        ":",
        "date:",
        "date:9999-99",
        "date:2023-02-30",
        "\"\"",
        "\"~5",
        "\"a\"~99999999999",
        "a~3",
        "*a*",
        "😀",
        "\u{202e}",
        "title:\"",
        "-(-(-a))",
        "NOT NOT Munition",
        "date:none..2023",
    ] {
        let answer = collection.beleg(["search", query, "--no-refresh", "--format", "json"]);
        assert!((0..=2).contains(&answer.code()), "{query:?}");
        assert!(
            !answer.stderr().contains("panicked"),
            "{query:?}: {}",
            answer.stderr()
        );
        assert!(
            answer.code() == 2 || answer.stderr().is_empty(),
            "{query:?}"
        );
    }
}
