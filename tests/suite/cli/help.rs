//! Help, and mistyped commands.

use crate::harness::Collection;

#[test]
fn help_shows_examples_before_options() {
    let answer = Collection::new().beleg(["search", "--help"]).expect_code(0);
    let place = |text| answer.stdout().find(text).expect("it is in the help");
    assert!(place("Examples:") < place("Usage:"));
    assert!(place("Usage:") < place("--limit"));
}

#[test]
fn without_a_command_help_is_shown() {
    let answer = Collection::new().beleg::<&str>([]).expect_code(2);
    assert!(answer.stderr().contains("beleg search Munition"));
    assert_eq!(answer.stdout(), "");
}

#[test]
fn a_search_without_a_query_shows_help() {
    let answer = Collection::new().beleg(["search"]).expect_code(2);
    assert!(answer.stderr().contains("Examples:"));
}

#[test]
fn a_forgotten_command_is_pointed_out() {
    let answer = Collection::new().beleg(["Munition"]).expect_code(2);
    assert!(
        answer
            .stderr()
            .ends_with("To search for it, say: beleg search Munition\n")
    );
}

#[test]
fn a_mistyped_command_is_corrected() {
    let answer = Collection::new()
        .beleg(["serach", "Munition"])
        .expect_code(2);
    assert!(answer.stderr().contains("'search'"), "{}", answer.stderr());
    assert!(
        !answer.stderr().contains("To search for it"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn a_mistyped_option_is_corrected_and_not_searched_for() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition", "--limits", "3"])
        .expect_code(2);
    assert!(answer.stderr().contains("'--limit'"), "{}", answer.stderr());
    Collection::of_the_project()
        .beleg(["search", "Munition", "-n", "3"])
        .expect_code(2);
}

#[test]
fn a_limit_of_nothing_is_refused() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition", "--limit", "0"])
        .expect_code(2);
    assert!(
        answer.stderr().contains("at least 1"),
        "{}",
        answer.stderr()
    );
}
