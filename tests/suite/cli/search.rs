//! `beleg search`, one query at a time.

use crate::harness::Collection;

#[test]
fn the_first_search_indexes_and_answers() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition"])
        .expect_code(0);
    assert!(
        answer
            .stdout()
            .contains("corpus/000_cbd9a1896d164a6a.txt:7:"),
        "{}",
        answer.stdout()
    );
    assert_eq!(
        answer.stderr(),
        "",
        "no progress is drawn where nobody watches"
    );
}

#[test]
fn nothing_found_is_an_answer_of_its_own() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Quarkspeise"])
        .expect_code(1);
    assert!(
        answer.stdout().contains("Quarkspeise"),
        "{}",
        answer.stdout()
    );
    assert_eq!(answer.stderr(), "");
}

#[test]
fn a_query_that_is_not_understood_gets_a_caret() {
    let answer = Collection::of_the_project()
        .beleg(["search", "munit["])
        .expect_code(2);
    assert_eq!(answer.stdout(), "");
    let mut lines = answer
        .stderr()
        .lines()
        .skip_while(|line| !line.contains("  munit["));
    assert_eq!(lines.next(), Some("  munit["));
    assert_eq!(lines.next(), Some("       ^"));
}

#[test]
fn the_same_query_is_words_when_it_is_said_to_be_plain() {
    let answer = Collection::of_the_project()
        .beleg(["search", "--plain", "Munition["])
        .expect_code(0);
    assert!(
        answer
            .stdout()
            .contains("corpus/000_cbd9a1896d164a6a.txt:7:")
    );
}

#[test]
fn a_word_to_leave_out_is_no_option() {
    let collection = Collection::new()
        .file("a.txt", "Wagner kam nach Moskau.")
        .file("b.txt", "Wagner traf Putin.");
    let answer = collection
        .beleg(["search", "+Wagner", "-Putin", "--format", "json"])
        .expect_code(0);
    let found: Vec<_> = answer
        .lines_of_type("hit")
        .iter()
        .map(|hit| hit["article"]["id"].clone())
        .collect();
    assert_eq!(found, ["a.txt"]);
}

#[test]
fn a_person_gets_ten_articles_and_a_program_all() {
    let many = (0..12).fold(Collection::new(), |collection, number| {
        collection.file(
            &format!("{number}.txt"),
            format!("Artikel {number} über Munition."),
        )
    });
    let text = many.beleg(["search", "Munition"]).expect_code(0);
    assert_eq!(
        text.stdout().matches(".txt:1:").count(),
        10,
        "{}",
        text.stdout()
    );
    let json = many
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(json.lines_of_type("hit").len(), 12);
    let two = many
        .beleg(["search", "Munition", "--format", "json", "--limit", "2"])
        .expect_code(0);
    assert_eq!(two.lines_of_type("hit").len(), 2);
    assert_eq!(
        two.only("summary")["articles_found"],
        12,
        "a limit hides nothing from the summary"
    );
}

#[test]
fn a_person_gets_three_hits_of_an_article_and_a_program_all() {
    let long = Collection::new().file("a.txt", "Munition aus dem Norden.\n\n".repeat(5));
    let hits = |options: &[&str]| {
        let line = ["search", "Munition"].iter().chain(options);
        let answer = long.beleg(line).expect_code(0);
        answer.stdout().matches("corpus/a.txt").count()
    };
    assert_eq!(hits(&[]), 3);
    assert_eq!(hits(&["--passages", "1"]), 1);
    let json = long
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(json.lines_of_type("hit").len(), 5);
}

#[test]
fn hits_that_are_held_back_are_announced() {
    let long = Collection::new().file("a.txt", "Munition aus dem Norden.\n\n".repeat(5));
    let shortened = |most: &str| {
        let line = ["search", "Munition", "--format", "json", "--passages", most];
        long.beleg(line).expect_code(0).only("summary")["articles_shortened"].clone()
    };
    assert_eq!(shortened("4"), 1);
    assert_eq!(shortened("5"), 0);
}

#[test]
fn a_run_needs_the_ids_of_a_batch() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition", "--format", "trec"])
        .expect_code(2);
    assert!(answer.stderr().contains("--batch"), "{}", answer.stderr());
}
