//! The first hour with the program: three jobs, and mistakes that everybody makes. Each answer says what
//! to do next.

use crate::harness::{Answer, Collection, project};

#[test]
fn the_three_jobs_work_on_a_fresh_clone_without_a_word_of_preparation() {
    for (job, code, told) in [
        (
            &["search", "Munition"][..],
            0,
            "corpus/001_9643a6726ce6d8a4.txt:37:1",
        ),
        (
            &["mentions", "Kim Jong Un"],
            0,
            "mentions of Kim Jong Un in 4 of 5 articles",
        ),
        (
            &["check", "Kim Il Sung starb 1984."],
            1,
            "claim 1984 · source 1994",
        ),
    ] {
        let answer = Collection::of_the_project().beleg(job).expect_code(code);
        assert!(
            answer.stdout().contains(told),
            "{job:?}: {}",
            answer.stdout()
        );
    }
}

#[test]
fn every_mistake_is_told_with_what_to_do_next() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let mistakes: &[(&[&str], &str)] = &[
        (&["serach", "Munition"], "'search'"),
        (&["search", "Munition", "--limt", "3"], "'--limit'"),
        (&["search", "autr:Putin"], "did you mean `author:`?"),
        (
            &["search", "Munition", "--corpus", "weg"],
            "name one that holds articles with --corpus",
        ),
        (&["status", "--index", "leer"], "`beleg index --index leer`"),
        (&["search", ""], "type a word"),
        (
            &["search", "\"strategische Kooperation"],
            "help: close it, or leave it out",
        ),
        (
            &["search", "Munition date:31.02.2020"],
            "help: write 2023, 2023-09, 2023-09-12",
        ),
        (
            &["search", "Munition", "--since", "31.02.2020"],
            "write a year, month or day",
        ),
        (&["search", "Munition", "--limit", "0"], "at least 1"),
        (&["check", ""], "write a whole statement"),
        (
            &["show", "corpus/weg.txt:1:1"],
            "`beleg status` lists what is",
        ),
        (&["run", "weg"], "`beleg save NAME QUERY` saves one"),
    ];
    for (mistake, remedy) in mistakes {
        let answer = collection.beleg(*mistake).expect_code(2);
        let told = answer.stderr();
        assert!(told.contains(remedy), "{mistake:?}: {told}");
        assert_eq!(answer.stdout(), "", "{mistake:?}");
    }
}

#[test]
fn a_name_that_nobody_has_leads_to_those_there_are() {
    for command in ["mentions", "people"] {
        let answer = Collection::of_the_project().beleg([command, "Xaverius"]);
        let told = answer.expect_code(1);
        let told = told.stdout();
        assert!(told.contains("`beleg people` lists everyone"), "{told}");
    }
}

#[test]
fn a_pdf_under_a_wrong_name_is_told_of_and_the_rest_is_searched() {
    let pdf = std::fs::read(project("tests/fixtures/pdf/browser/bericht.pdf"));
    let collection = Collection::new()
        .file("a.txt", "Die Munition ist knapp.")
        .file("bericht.txt", pdf.expect("the project has a PDF"));
    let answer = collection.beleg(["search", "Munition"]).expect_code(0);
    assert!(
        answer
            .stdout()
            .contains("1 skipped (beleg status tells why)"),
        "{}",
        answer.stdout()
    );
    let status: Answer = collection.beleg(["status"]).expect_code(0);
    assert!(
        status.stdout().contains("corpus/bericht.txt: "),
        "{}",
        status.stdout()
    );
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let collection = Collection::new().file("a.txt", "Munition aus dem Norden.\n\n".repeat(5000));
    let piped = collection.shell("beleg search Munition --passages 9000 | head -n 1");
    let piped = piped.expect_code(0);
    assert_eq!(piped.stderr(), "");
    assert_eq!(piped.stdout().lines().count(), 1);
}
