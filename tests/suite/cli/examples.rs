//! The examples of all help pages: each is typed as it stands, and none is refused.

use std::fs;

use crate::harness::{Answer, BELEG, Collection, project};

/// The articles of the project, and all else that examples name.
fn collection() -> Collection {
    let collection = Collection::of_the_project();
    let records = (1..=20).map(|number| {
        format!("{{\"id\":\"id{number}\",\"text\":\"Munition und Stahl aus dem Norden, Lieferung {number}.\"}}\n")
    });
    let records: String = records.collect();
    collection.write("corpus/b.jsonl", &records);
    collection.write("records.jsonl", &records);
    let pdf =
        fs::read(project("tests/fixtures/pdf/browser/bericht.pdf")).expect("the project has a PDF");
    collection.write("corpus/b.pdf", pdf);
    collection.write("queries.txt", "q1\tStahl f\u{fc}r U-Boote\n");
    collection.write("claims.tsv", "c1\tKim Il Sung starb 1994.\n");
    collection.write(
        "article.txt",
        "Kim Il Sung starb 1994. Das war im Sommer.\n",
    );
    collection.write("table.csv", "path,author\nb.jsonl,Anna Meier\n");
    collection.write("home/Artikel/a.txt", "Die Munition ist knapp.\n");
    for folder in [
        ".local/share/bash-completion/completions",
        ".local/share/man/man1",
        ".zfunc",
        ".config/fish/completions",
    ] {
        fs::create_dir_all(collection.path("home").join(folder)).expect("a folder can be made");
    }
    collection
}

/// The examples of a help page, each as it would be copied.
fn examples(help: &str) -> Vec<String> {
    let examples = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    let examples = examples.take_while(|line| !line.is_empty());
    examples.map(|line| line.trim().to_owned()).collect()
}

fn help(collection: &Collection, command: &[&str]) -> String {
    let mut help = collection.command(BELEG);
    help.args(command).arg("--help").env("COLUMNS", "80");
    Answer::of(help, b"").expect_code(0).stdout().to_owned()
}

#[test]
fn every_example_of_every_help_page_can_be_copied_and_works() {
    let collection = collection();
    let commands = super::itself::commands();
    let pages = commands.iter().map(|name| help(&collection, &[name]));
    let pages: Vec<String> = pages.chain([help(&collection, &[])]).collect();
    let is_there = |program: &str| collection.shell(&format!("command -v {program}")).code() == 0;
    let has_man = is_there("man");
    let mut tried = 0;
    for example in pages.iter().flat_map(|page| examples(page)) {
        if example.contains("| man ") && !has_man {
            continue;
        }
        // No editor is started, and the user's own folders are left alone.
        let line = format!(
            "export HOME=\"$PWD/home\" EDITOR=true BELEG_VIEWER=true PROFILE=profile; {example}"
        );
        let answer = collection.shell(&line);
        assert!(
            answer.code() < 2,
            "{example}\n{}{}",
            answer.stdout(),
            answer.stderr()
        );
        tried += 1;
    }
    assert!(tried > 50, "only {tried} examples were found");
}
