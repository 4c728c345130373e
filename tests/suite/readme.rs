//! The README keeps its word: every `beleg …` line in it is run on the project's corpus.
//!
//! In a code block a line that starts with `$ ` is typed, and what follows it (up to the next one)
//! is what it prints on either stream, as a terminal of 80 columns shows it, compared line by line.
//! A line of `…` stands for any lines.
//! In a block without `$ `, each line that starts with `beleg ` is typed, and must succeed.

use std::fs;

use crate::harness::{Collection, project};

#[test]
fn every_line_of_the_readme_works_as_shown() {
    let readme = fs::read_to_string(project("README.md")).expect("the project has a README.md");
    let lines = typed_lines(&readme);
    assert!(!lines.is_empty(), "the README shows no `beleg …` line");
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let broken: Vec<String> = lines
        .iter()
        .filter_map(|line| fault(&collection, line))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

/// A command of the README and what it is said to print.
#[derive(Debug, Default, PartialEq)]
struct Typed {
    command: String,
    shown: Option<Vec<String>>,
}

fn typed_lines(readme: &str) -> Vec<Typed> {
    let blocks = readme.split("\n```").skip(1).step_by(2);
    let bodies = blocks.filter_map(|block| Some(block.split_once('\n')?.1));
    let typed = bodies.flat_map(|body| {
        if starts_with_prompt(body) {
            session(body)
        } else {
            recipe(body)
        }
    });
    typed.filter(runs_beleg).collect()
}

/// Whether the program stands at the beginning of the command, or of a part of its pipeline.
fn runs_beleg(typed: &Typed) -> bool {
    let mut parts = typed.command.split('|');
    parts.any(|part| part.split_whitespace().next() == Some("beleg"))
}

fn starts_with_prompt(body: &str) -> bool {
    body.lines().any(|line| line.starts_with("$ "))
}

/// A block of commands and their output.
fn session(body: &str) -> Vec<Typed> {
    let mut typed: Vec<Typed> = Vec::new();
    for line in body.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            typed.push(Typed {
                command: command.to_owned(),
                shown: None,
            });
        } else if let Some(last) = typed.last_mut() {
            last.shown.get_or_insert_default().push(line.to_owned());
        }
    }
    typed
}

/// A block of commands alone.
fn recipe(body: &str) -> Vec<Typed> {
    body.lines()
        .map(|line| Typed {
            command: line.trim().to_owned(),
            shown: None,
        })
        .collect()
}

/// What is wrong with a line of the README, if anything.
fn fault(collection: &Collection, typed: &Typed) -> Option<String> {
    let answer = collection.shell(&format!("export COLUMNS=80; exec 2>&1; {}", typed.command));
    let printed: Vec<String> = answer.stdout().lines().map(steady).collect();
    let Some(shown) = &typed.shown else {
        return (answer.code() != 0)
            .then(|| format!("$ {}\nfails:\n{}", typed.command, answer.stdout()));
    };
    let shown: Vec<String> = trimmed(shown).iter().map(steady).collect();
    let printed = trimmed(&printed);
    (!agrees(&shown, printed)).then(|| {
        format!(
            "$ {}\nthe README shows:\n{}\n\nit prints:\n{}",
            typed.command,
            shown.join("\n"),
            printed.join("\n")
        )
    })
}

/// Whether the lines shown are the lines printed, `…` standing for any number of them.
fn agrees(shown: &[String], printed: &[String]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((line, rest)) if line.trim() == "…" => {
            (0..=printed.len()).any(|gap| agrees(rest, &printed[gap..]))
        }
        Some((line, rest)) => printed
            .split_first()
            .is_some_and(|(first, others)| line == first && agrees(rest, others)),
    }
}

/// Without empty lines at either end.
fn trimmed(lines: &[String]) -> &[String] {
    let is_empty = |line: &String| line.trim().is_empty();
    let start = lines.iter().take_while(|line| is_empty(line)).count();
    let end = lines[start..]
        .iter()
        .rev()
        .take_while(|line| is_empty(line))
        .count();
    &lines[start..lines.len() - end]
}

/// A line with the figures that differ from run to run (times) made equal, and no trailing blanks.
fn steady(line: impl AsRef<str>) -> String {
    let mut line = line.as_ref().trim_end().to_owned();
    for unit in [" ms", " s)"] {
        line = without_figure_before(&line, unit);
    }
    match line.split_once("\"elapsed_ms\":") {
        Some((before, after)) => {
            format!(
                "{before}\"elapsed_ms\":N{}",
                after.trim_start_matches(|letter: char| letter.is_ascii_digit())
            )
        }
        None => line,
    }
}

fn without_figure_before(line: &str, unit: &str) -> String {
    let is_figure = |letter: char| letter.is_ascii_digit() || letter == '.';
    let parts: Vec<&str> = line.split(unit).collect();
    let (last, measured) = parts.split_last().expect("a split has at least one part");
    let figures = measured.iter().map(|part| {
        let text = part.trim_end_matches(is_figure);
        if text.len() == part.len() {
            format!("{part}{unit}")
        } else {
            format!("{text}N{unit}")
        }
    });
    figures.chain([(*last).to_owned()]).collect()
}

#[test]
fn a_block_without_a_prompt_is_a_list_of_commands() {
    let readme = "Text\n\n```sh\ncargo test\nbeleg search Munition\n```\n";
    let expected = Typed {
        command: "beleg search Munition".to_owned(),
        shown: None,
    };
    assert_eq!(typed_lines(readme), [expected]);
}

#[test]
fn what_follows_a_prompt_is_its_output() {
    let readme = "\n```console\n$ beleg status\n5 articles\n$ ls\n```\n\nbeleg elsewhere\n";
    let expected = Typed {
        command: "beleg status".to_owned(),
        shown: Some(vec!["5 articles".to_owned()]),
    };
    assert_eq!(typed_lines(readme), [expected]);
}

#[test]
fn times_do_not_count_and_all_else_does() {
    assert_eq!(steady("5 articles (12 ms)"), steady("5 articles (3.5 ms)"));
    assert_ne!(steady("5 articles (12 ms)"), steady("6 articles (12 ms)"));
    assert_eq!(steady("{\"elapsed_ms\":12}"), steady("{\"elapsed_ms\":3}"));
}

#[test]
fn an_ellipsis_stands_for_any_lines() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(agrees(&lines("a\n…\nd"), &lines("a\nb\nc\nd")));
    assert!(!agrees(&lines("a\n…\nd"), &lines("a\nb\nc")));
}
