//! Colours, closed pipes, and texts that want to play with the terminal.

use crate::harness::{Answer, BELEG, Collection};

const ESCAPE: char = '\u{1b}';

#[test]
fn a_pipe_gets_no_colours_unless_it_asks() {
    let collection = Collection::of_the_project();
    let is_colored = |options: &[&str]| {
        let line = ["search", "Munition"].iter().chain(options);
        collection
            .beleg(line)
            .expect_code(0)
            .stdout()
            .contains(ESCAPE)
    };
    assert!(!is_colored(&[]));
    assert!(is_colored(&["--color", "always"]));
    assert!(!is_colored(&["--color", "never"]));
}

#[test]
fn an_option_wins_over_no_color() {
    let collection = Collection::of_the_project();
    let mut command = collection.command(BELEG);
    command
        .args(["search", "Munition", "--color", "always"])
        .env("NO_COLOR", "1");
    assert!(Answer::of(command, b"").stdout().contains(ESCAPE));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let collection = Collection::new().file("a.txt", "Munition aus dem Norden.\n\n".repeat(5000));
    collection.beleg(["index"]).expect_code(0);
    let line = "{ beleg search Munition --format json; echo $? >&2; } | head -n 1";
    let answer = collection.shell(line).expect_code(0);
    assert_eq!(answer.stdout().lines().count(), 1);
    assert_eq!(answer.stderr(), "0\n", "the pipe breaks without a word");
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_an_error() {
    let answer = Collection::of_the_project()
        .shell("beleg search Munition > /dev/full")
        .expect_code(2);
    assert!(
        answer
            .stderr()
            .starts_with("error: the results cannot be written"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn no_text_reaches_the_terminal_as_a_command() {
    let hostile = "Titel \u{1b}]0;x\u{7} \u{9b}31m\u{202e}\n\nMunition \u{1b}[2J\u{1b}[31m aus dem Norden.\n\n";
    // Few enough controls that it still counts as a text.
    let hostile = hostile.to_owned() + &"Ein Satz ohne Steuerzeichen.\n\n".repeat(20);
    let collection = Collection::new().file("a\u{1b}[31m.txt", hostile);
    let answer = collection.beleg(["search", "Munition"]).expect_code(0);
    let is_control =
        |letter: &char| letter.is_control() && *letter != '\n' || *letter == '\u{202e}';
    assert_eq!(
        answer.stdout().chars().find(is_control),
        None,
        "{:?}",
        answer.stdout()
    );
    assert!(answer.stdout().contains("Munition"));
}

#[test]
fn no_message_reaches_the_terminal_as_a_command() {
    let answer = Collection::of_the_project()
        .beleg(["show", "a\u{1b}[31m.txt:1"])
        .expect_code(2);
    assert!(!answer.stderr().contains(ESCAPE), "{:?}", answer.stderr());
}
