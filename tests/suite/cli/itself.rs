//! What the program says of itself: help, completions and man pages.

use std::fs;
use std::process::{Command, Stdio};

use unicode_width::UnicodeWidthStr;

use crate::harness::{Answer, BELEG, Collection};

/// The commands, as `--help` lists them.
pub fn commands() -> Vec<String> {
    let help = Collection::new().beleg(["--help"]).expect_code(0);
    let list = help
        .stdout()
        .split_once("\nCommands:\n")
        .expect("a list of commands")
        .1;
    let lines = list.lines().take_while(|line| line.starts_with("  "));
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names = names.filter(|name| !name.is_empty() && *name != "help");
    names.map(str::to_owned).collect()
}

fn is_there(program: &str) -> bool {
    let tried = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    tried.is_ok()
}

#[test]
fn every_command_has_help_that_begins_with_examples_and_fits_80_columns() {
    let collection = Collection::new();
    let names = commands();
    assert!(names.len() >= 12, "{names:?}");
    for name in &names {
        let mut command = collection.command(BELEG);
        command.args([name, "--help"]).env("COLUMNS", "80");
        let help = Answer::of(command, b"").expect_code(0);
        let help = help.stdout();
        let place = |text| {
            help.find(text)
                .unwrap_or_else(|| panic!("{name}: {text}\n{help}"))
        };
        assert!(place("Examples:") < place("Usage:"), "{name}");
        let examples = help[place("Examples:")..].lines().skip(1);
        let mut examples = examples.take_while(|line| !line.is_empty());
        let is_whole = |line: &str| {
            let line = line.trim_start();
            line.starts_with("beleg ") || line.starts_with("export BELEG")
        };
        assert!(
            examples.all(is_whole),
            "an example is broken over lines:\n{help}"
        );
        let wide: Vec<&str> = help.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "beleg {name} --help:\n{}", wide.join("\n"));
    }
}

#[test]
fn help_of_a_command_is_asked_for_in_three_ways() {
    let collection = Collection::new();
    let help = |line: &[&str]| collection.beleg(line).expect_code(0).stdout().to_owned();
    let usual = help(&["check", "--help"]);
    assert_eq!(help(&["help", "check"]), usual);
    assert_eq!(help(&["check", "-h"]), usual);
}

#[test]
fn each_shell_gets_a_script_that_knows_all_commands() {
    let collection = Collection::new();
    let names = commands();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = collection.beleg(["completions", shell]).expect_code(0);
        let missing: Vec<&String> = names
            .iter()
            .filter(|name| !script.stdout().contains(name.as_str()))
            .collect();
        assert!(missing.is_empty(), "{shell} lacks {missing:?}");
        assert!(script.stdout().contains("min-confidence"), "{shell}");
    }
}

#[test]
fn bash_completes_commands_options_and_their_values() {
    if !is_there("bash") {
        return;
    }
    let completed = |words: &[&str]| {
        let (last, before) = words.split_last().expect("a word to complete");
        let previous = before.last().expect("the program comes first");
        let line = format!(
            "eval \"$(beleg completions bash)\"; COMP_WORDS=({}); COMP_CWORD={}; \
             _beleg beleg {last} {previous}; echo \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            before.len()
        );
        let completed = Collection::new().shell(&format!("bash -c '{line}'"));
        completed.expect_code(0).stdout().to_owned()
    };
    assert_eq!(completed(&["beleg", "sea"]), "search\n");
    assert_eq!(completed(&["beleg", "search", "--kwic-"]), "--kwic-sort\n");
    assert_eq!(completed(&["beleg", "search", "--sort", "o"]), "oldest\n");
}

#[test]
fn the_script_for_bash_is_understood_by_bash() {
    if !is_there("bash") {
        return;
    }
    let script = Collection::new().shell("beleg completions bash | bash -n");
    assert_eq!(script.expect_code(0).stderr(), "");
}

#[test]
fn an_unknown_shell_is_told_which_there_are() {
    let answer = Collection::new()
        .beleg(["completions", "bsh"])
        .expect_code(2);
    assert!(answer.stderr().contains("'bash'"), "{}", answer.stderr());
}

#[test]
fn every_command_has_a_man_page_that_man_can_show() {
    let collection = Collection::new();
    collection.beleg(["man", "pages"]).expect_code(0);
    let mut expected: Vec<String> = commands()
        .iter()
        .map(|name| format!("beleg-{name}.1"))
        .collect();
    expected.push("beleg.1".to_owned());
    expected.sort();
    let entries = fs::read_dir(collection.path("pages")).expect("it was made");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name());
    let mut written: Vec<String> = names.map(|name| name.to_string_lossy().into()).collect();
    written.sort();
    assert_eq!(written, expected);
    if !is_there("groff") {
        return;
    }
    for name in &written {
        let line = format!("groff -man -Tutf8 -rLL=80n -P-cbuo -ww pages/{name} > shown.txt");
        let shown = collection.shell(&line).expect_code(0);
        assert_eq!(shown.stderr(), "", "{name}");
        let text = fs::read_to_string(collection.path("shown.txt")).expect("groff wrote it");
        for section in ["NAME", "SYNOPSIS", "EXAMPLES", "OPTIONS"] {
            assert!(text.contains(section), "{name} lacks {section}:\n{text}");
        }
        let wide = text.lines().find(|line| line.width() > 80);
        assert_eq!(wide, None, "{name} in 80 columns");
        assert!(!text.contains('•'), "{name} has a list a value:\n{text}");
    }
}

#[test]
fn the_page_of_the_program_is_printed() {
    let answer = Collection::new().beleg(["man"]).expect_code(0);
    for name in commands() {
        let entry = format!("beleg\\-{name}(1)");
        assert!(
            answer.stdout().contains(&entry),
            "{entry}\n{}",
            answer.stdout()
        );
    }
}

#[test]
fn mistyped_values_are_corrected() {
    let collection = Collection::new();
    let told = |line: &[&str]| collection.beleg(line).expect_code(2).stderr().to_owned();
    for (line, meant) in [
        (&["search", "Munition", "--sort", "dat"][..], "'date'"),
        (&["search", "Munition", "--format", "jsn"], "'json'"),
        (&["status", "--color", "allways"], "'always'"),
        (&["confg"], "'config'"),
        (&["status", "--lnks", "never"], "'--links'"),
    ] {
        let stderr = told(line);
        assert!(stderr.contains(meant), "{line:?}: {stderr}");
    }
}

#[test]
fn the_program_carries_all_it_needs() {
    let collection = Collection::new().file("a.txt", "Artilleriemunition für Kim Jong Un.\n");
    let program = collection.path("elsewhere/beleg");
    fs::create_dir(collection.path("elsewhere")).expect("a folder can be made");
    fs::copy(BELEG, &program).expect("the program can be copied");
    let program = program.to_str().expect("a plain name").to_owned();
    let mut command = collection.command(&program);
    command.args(["search", "Munition", "--format", "json"]);
    assert_eq!(
        Answer::of(command, b"").expect_code(0).hits(),
        ["a:1 munition"]
    );
}
