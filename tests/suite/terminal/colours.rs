//! Colours, as the conventions have it.

use super::Terminal;
use crate::harness::Collection;

const RED: &str = "\u{1b}[31mMunition";

fn shown(variables: &[(&str, &str)], options: &[&str]) -> String {
    let collection = Collection::new().file("a.txt", "Die Munition ist knapp.\n");
    let terminal = Terminal::new();
    let terminal = variables.iter().fold(terminal, |terminal, (name, value)| {
        terminal.with(name, value)
    });
    let line = ["search", "Munition", "--no-pager"].iter().chain(options);
    terminal.show(&collection, line).expect_code(0).raw
}

fn is_red(variables: &[(&str, &str)], options: &[&str]) -> bool {
    let raw = shown(variables, options);
    let is_red = raw.contains(RED);
    assert_ne!(is_red, raw.contains("[Munition]"), "{raw:?}");
    is_red
}

#[test]
fn on_a_terminal_marks_are_red_unless_somebody_objects() {
    assert!(is_red(&[], &[]));
    assert!(is_red(&[("NO_COLOR", "")], &[]));
    assert!(!is_red(&[("NO_COLOR", "1")], &[]));
    assert!(!is_red(&[("CLICOLOR", "0")], &[]));
    assert!(is_red(&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], &[]));
    assert!(!is_red(&[("TERM", "dumb")], &[]));
    assert!(is_red(&[("TERM", "dumb")], &["--color", "always"]));
    assert!(!is_red(&[], &["--color", "never"]));
}

#[test]
fn a_terminal_that_knows_nothing_gets_no_escape_sequence() {
    assert!(!shown(&[("TERM", "dumb")], &[]).contains('\u{1b}'));
}
