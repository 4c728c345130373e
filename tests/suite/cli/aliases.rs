//! `--aliases`: the user's own names beside those that come along.

use crate::harness::Collection;

fn collection(aliases: &str) -> Collection {
    let collection = Collection::new().file("a.txt", "Die Firma Meier und Söhne liefert.");
    collection.write("names.txt", aliases);
    collection
}

const NAMES: &str =
    "# Ours.\nversion 1\nsame: Zulieferer X | Firma Meier\nspelling: Meyer | Meier\n";

#[test]
fn names_of_the_users_file_are_searched_and_said_to_be() {
    let collection = collection(NAMES);
    collection.beleg(["search", "Meyer"]).expect_code(1);
    let answer = collection
        .beleg(["search", "Meyer", "--aliases", "names.txt"])
        .expect_code(0);
    assert!(answer.stdout().contains("also searched: Meier"));
    let several = collection
        .beleg([
            "search",
            "--aliases",
            "names.txt",
            "--format",
            "json",
            "Zulieferer",
            "X",
        ])
        .expect_code(0);
    assert_eq!(several.hits(), ["a:1 Firma Meier"]);
}

#[test]
fn the_environment_may_name_the_file() {
    let collection = collection(NAMES);
    let answer = collection.shell("BELEG_ALIASES=names.txt beleg search Meyer");
    assert_eq!(answer.code(), 0);
}

#[test]
fn names_that_come_along_stay_known() {
    let collection = collection(NAMES).file("b.txt", "Besuch in Pyongyang.");
    collection
        .beleg(["search", "Pjöngjang", "--aliases", "names.txt"])
        .expect_code(0);
}

#[test]
fn a_faulty_line_is_named_with_its_file() {
    let collection = collection("version 1\n\nnonsense\n");
    let answer = collection
        .beleg(["search", "Meyer", "--aliases", "names.txt"])
        .expect_code(2);
    assert_eq!(
        answer.stderr().trim_end(),
        "error: names.txt: line 3: write `spelling:`, `same:` or `metonym:` and names with | between them"
    );
    collection
        .beleg(["search", "Meyer", "--aliases", "missing.txt"])
        .expect_code(2);
}
