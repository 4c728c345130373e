//! Settings from files: which file, which of two, and what is wrong with one.

use std::fs;

use serde_json::Value;

use crate::harness::{Answer, BELEG, Collection};

/// The user's own file, where the harness lets it be.
const OWN: &str = ".config/beleg/config.toml";

/// The value and origin of a setting.
fn setting(answer: &Answer, key: &str) -> (Value, String) {
    let data = answer.only("config");
    let settings = data["settings"].as_array().expect("a list of settings");
    let found = settings.iter().find(|setting| setting["key"] == key);
    let found = found.unwrap_or_else(|| panic!("no setting {key}"));
    let place = match (&found["name"], &found["file"]) {
        (Value::String(name), _) => name.clone(),
        (_, Value::String(file)) => format!("{file}:{}", found["line"]),
        _ => "default".to_owned(),
    };
    (found["value"].clone(), place)
}

fn run_in(collection: &Collection, folder: &str, line: &[&str]) -> Answer {
    let mut command = collection.command(BELEG);
    command.args(line).current_dir(collection.path(folder));
    Answer::of(command, b"")
}

#[test]
fn options_win_over_the_environment_over_the_project_over_the_user() {
    let collection = Collection::new();
    let index = |variable: Option<&str>, options: &[&str]| {
        let mut command = collection.command(BELEG);
        command.args(["config", "--format", "json"]).args(options);
        command.envs(variable.map(|value| ("BELEG_INDEX", value)));
        let (value, place) = setting(&Answer::of(command, b"").expect_code(0), "index");
        let own = collection.path(OWN).display().to_string();
        (value, place.replace(&own, "OWN"))
    };
    let is = |value: &str, place: &str| (Value::from(value), place.to_owned());
    assert_eq!(index(None, &[]), is("index", "default"));
    collection.write(OWN, "\nindex = \"/own\"\n");
    assert_eq!(index(None, &[]), is("/own", "OWN:2"));
    collection.write("beleg.toml", "index = \"here\"\n");
    assert_eq!(index(None, &[]), is("here", "beleg.toml:1"));
    assert_eq!(index(Some("set"), &[]), is("set", "BELEG_INDEX"));
    assert_eq!(
        index(Some("set"), &["--index", "typed"]),
        is("typed", "--index")
    );
}

#[test]
fn a_project_is_found_from_the_folders_below_it() {
    let collection = Collection::new();
    collection.write("articles/a.txt", "Die Munition ist knapp.\n");
    collection.write("beleg.toml", "roots = [\"articles\"]\nindex = \"of-it\"\n");
    collection.write("deep/down/notes.txt", "");
    let answer = run_in(
        &collection,
        "deep/down",
        &["search", "Munition", "--format", "json"],
    );
    assert_eq!(answer.expect_code(0).articles(), ["a"]);
    assert!(
        collection.path("of-it").is_dir(),
        "paths are relative to the file"
    );
}

#[test]
fn a_project_that_says_nothing_has_corpus_and_index_beside_its_file() {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.\n");
    collection.write("beleg.toml", "# Nothing yet.\n");
    collection.write("below/notes.txt", "");
    let answer = run_in(
        &collection,
        "below",
        &["search", "Munition", "--format", "json"],
    );
    assert_eq!(answer.expect_code(0).articles(), ["a"]);
    assert!(collection.path("index").is_dir());
    assert!(!collection.path("below/index").exists());
}

#[test]
fn other_roots_in_the_file_are_indexed_when_asked() {
    let collection = Collection::new();
    collection.write("one/a.txt", "Munition im ersten Ordner.\n");
    collection.write("two/b.txt", "Munition im zweiten Ordner.\n");
    let articles = || {
        collection.beleg(["index"]).expect_code(0);
        let answer = collection.beleg(["search", "Munition", "--format", "json"]);
        answer.expect_code(0).articles()
    };
    collection.write("beleg.toml", "roots = [\"one\"]\n");
    assert_eq!(articles(), ["a"]);
    collection.write("beleg.toml", "roots = [\"two\"]\n");
    assert_eq!(articles(), ["b"]);
}

#[test]
fn limits_of_a_file_are_for_people_and_json_stays_complete() {
    let collection = Collection::of_the_project();
    collection.write("beleg.toml", "limit = 1\npassages = 1\n");
    let text = collection.beleg(["search", "Nordkorea"]).expect_code(0);
    assert!(
        text.stdout()
            .contains("1 article shown (--limit N for more)")
    );
    let json = collection.beleg(["search", "Nordkorea", "--format", "json"]);
    assert_eq!(json.articles().len(), 5);
    let typed = collection.beleg(["search", "Nordkorea", "--limit", "2"]);
    assert!(
        typed.stdout().contains("2 articles shown"),
        "{}",
        typed.stdout()
    );
}

#[test]
fn own_names_and_spellings_are_taken_from_a_file() {
    let collection = Collection::new().file("a.txt", "Die Wumme ist knapp.\n");
    collection.write("words/own.txt", "version 1\nspelling: Munition | Wumme\n");
    collection.write("beleg.toml", "aliases = \"words/own.txt\"\n");
    let answer = collection.beleg(["search", "Munition", "--format", "json"]);
    assert_eq!(answer.expect_code(0).articles(), ["a"]);
}

#[test]
fn a_faulty_file_is_told_with_its_line_and_stops_everything_but_help() {
    let collection = Collection::of_the_project();
    collection.write("beleg.toml", "limit = 3\npasages = 3\n");
    for line in [&["search", "Munition"][..], &["status"], &["config"]] {
        let answer = collection.beleg(line).expect_code(2);
        let expected =
            "error: beleg.toml:2: there is no setting `pasages`; did you mean `passages`?\n";
        assert_eq!(answer.stderr(), expected, "{line:?}");
    }
    collection.beleg(["search", "--help"]).expect_code(0);
    collection.beleg(["man"]).expect_code(0);
    collection.beleg(["completions", "bash"]).expect_code(0);
}

#[test]
fn a_folder_of_articles_cannot_make_its_readers_start_programs() {
    let collection = Collection::of_the_project();
    for key in ["pager", "editor", "viewer"] {
        collection.write("beleg.toml", format!("{key} = \"sh -c evil\"\n"));
        let answer = collection.beleg(["search", "Munition"]).expect_code(2);
        let stderr = answer.stderr();
        assert!(
            stderr.contains("taken from your own file alone"),
            "{stderr}"
        );
        assert!(stderr.contains(OWN), "{stderr}");
    }
}

#[test]
fn a_first_file_is_written_once_and_changes_nothing() {
    let collection = Collection::of_the_project();
    for (line, file) in [
        (&["config", "--init"][..], "beleg.toml"),
        (&["config", "--init", "--user"], OWN),
    ] {
        collection.beleg(line).expect_code(0);
        let written = fs::read_to_string(collection.path(file)).expect("it was written");
        let again = collection.beleg(line).expect_code(2);
        assert!(
            again.stderr().contains("is there already"),
            "{}",
            again.stderr()
        );
        // Each line that shows a setting is sound when its # is taken away.
        for setting in written.lines().filter_map(|line| line.strip_prefix('#')) {
            if !setting.starts_with(' ') {
                collection.write(file, setting);
                collection.beleg(["config"]).expect_code(0);
            }
        }
        collection.write(file, written);
    }
    let answer = collection.beleg(["search", "Munition"]).expect_code(0);
    assert!(answer.stdout().contains("Found 2 of 5 articles"));
}

#[test]
fn what_holds_is_shown_with_where_it_comes_from() {
    let collection = Collection::new();
    collection.write(
        "beleg.toml",
        "# Ours.\nroots = [\"articles\", \"more\"]\nlimit = 20\n",
    );
    let mut command = collection.command(BELEG);
    command
        .args(["config", "--index", "i"])
        .env("NO_COLOR", "1")
        .env("EDITOR", "vi");
    let answer = Answer::of(command, b"").expect_code(0);
    let own = collection.path(OWN).display().to_string();
    insta::assert_snapshot!(answer.stdout().replace(&own, "OWN"), @r"
    roots        articles, more       beleg.toml:2
    index        i                    --index
    aliases      –                    default
    people-file  beleg-people.txt     default
    limit        20                   beleg.toml:3
    passages     3                    default
    color        never                NO_COLOR
    links        auto                 default
    link         file://{host}{path}  default
    pager        less                 default
    editor       vi                   EDITOR
    viewer       xdg-open             default

      beleg.toml: the project's file
      OWN:
          would be your own file; beleg config --init --user writes it
    ");
}
