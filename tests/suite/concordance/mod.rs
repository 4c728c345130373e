//! A concordance as its readers need it: complete, aligned, sorted, and with places that lead back.

mod aligned;
mod sorted;

use serde_json::Value;

use crate::harness::{Answer, BELEG, Collection, text};

const FORD: &str = "Die Furt\n\nMunition lag am Ufer. Die Artilleriemunition war nass, die alte Munition \
    auch.\n\nNiemand holte Munition.\n";

/// What a concordance shows on a terminal of that width.
fn at_width(collection: &Collection, columns: &str, arguments: &[&str]) -> Answer {
    let mut command = collection.command(BELEG);
    command.env("COLUMNS", columns).args(arguments);
    Answer::of(command, &[])
}

/// The lines with keywords.
fn lines(answer: &Answer) -> Vec<&str> {
    let lines = answer.stdout().lines();
    lines.take_while(|line| !line.is_empty()).collect()
}

/// The words between the brackets of each line.
fn keywords(answer: &Answer) -> Vec<&str> {
    let keyword = |line: &str| Some((line.find('[')? + 1, line.find(']')?));
    let lines = lines(answer).into_iter();
    lines
        .filter_map(|line| keyword(line).map(|(start, end)| &line[start..end]))
        .collect()
}

#[test]
fn every_match_has_a_line_and_not_only_the_first_of_a_block() {
    let collection = Collection::new().file("a.txt", FORD);
    let answer = collection
        .beleg(["search", "Munition", "--kwic"])
        .expect_code(0);
    assert_eq!(
        keywords(&answer),
        ["Munition", "munition", "Munition", "Munition"]
    );
    assert!(answer.stdout().contains("· 4 lines"), "{}", answer.stdout());
}

#[test]
fn a_phrase_and_words_that_are_near_are_one_keyword() {
    let collection = Collection::new().file(
        "a.txt",
        "Treffen\n\nGestern empfing Putin in Sotschi Kim, und Kim dankte. Die alte Munition blieb.\n",
    );
    let kwic = |query: &str| {
        let answer = collection.beleg(["search", query, "--kwic"]).expect_code(0);
        keywords(&answer).join(" | ")
    };
    assert_eq!(kwic("\"alte Munition\""), "alte Munition");
    assert_eq!(kwic("\"Putin Kim\"~3"), "Putin in Sotschi Kim");
}

#[test]
fn nothing_is_cut_that_nobody_asked_to_cut() {
    let many = (0..12).fold(Collection::new(), |collection, number| {
        let text = format!(
            "Artikel {number}\n\n{}",
            "Munition aus dem Norden.\n\n".repeat(5)
        );
        collection.file(&format!("{number:02}.txt"), text)
    });
    let all = many.beleg(["search", "Munition", "--kwic"]).expect_code(0);
    assert_eq!(lines(&all).len(), 60);
    assert!(all.stdout().contains("· 60 lines"), "{}", all.stdout());
    let some = many
        .beleg([
            "search",
            "Munition",
            "--kwic",
            "--limit",
            "2",
            "--passages",
            "3",
        ])
        .expect_code(0);
    assert_eq!(lines(&some).len(), 6);
    for said in [
        "Found 12 of 12 articles",
        "· 6 of 60 lines ·",
        "2 articles shown (--limit N for more)",
        "more hits in 2 articles (--passages N)",
    ] {
        assert!(some.stdout().contains(said), "{said}: {}", some.stdout());
    }
}

#[test]
fn thousands_of_lines_come_without_a_gap() {
    let article = |number: usize| format!("Artikel {number}\n\n{}", "Munition, ".repeat(50));
    let many = (0..30).fold(Collection::new(), |collection, number| {
        collection.file(&format!("{number:02}.txt"), article(number))
    });
    let answer = many.beleg(["search", "Munition", "--kwic"]).expect_code(0);
    assert_eq!(lines(&answer).len(), 1500);
}

#[test]
fn a_place_leads_back_to_its_keyword() {
    let collection = Collection::of_the_project();
    for columns in ["50", "60", "80", "132"] {
        let answer = at_width(&collection, columns, &["search", "Munition", "--kwic"]);
        for line in lines(&answer) {
            let place = line.split_whitespace().last().expect("a place at the end");
            let shown = collection.beleg(["show", place]).expect_code(0);
            assert!(shown.stdout().contains("unition"), "{place}");
        }
        let is_shortened = answer.stdout().contains("shortened");
        assert_eq!(is_shortened, columns != "132", "{}", answer.stdout());
    }
    let wide = at_width(&collection, "110", &["search", "Munition", "--kwic"]).expect_code(0);
    let opened = |line: &str| line.contains("  corpus/");
    assert!(lines(&wide).into_iter().all(opened), "{}", wide.stdout());
}

#[test]
fn a_program_gets_the_bytes_of_each_keyword() {
    let collection = Collection::of_the_project();
    let answer = collection
        .beleg(["search", "Munition", "--kwic", "--format", "json"])
        .expect_code(0);
    let keywords = answer.lines_of_type("keyword");
    assert_eq!(keywords.len(), 6);
    for keyword in &keywords {
        let citation = &keyword["citation"];
        let file = std::fs::read(collection.path(&text(&citation["path"]))).expect("a file");
        let byte = |end: &str| citation[end].as_u64().expect("an offset") as usize;
        let bytes = &file[byte("byte_start")..byte("byte_end")];
        assert_eq!(bytes, text(&keyword["keyword"]).as_bytes());
        assert!(keyword["left"].is_string() && keyword["right"].is_string());
        assert_eq!(keyword["person"], Value::Null);
    }
    assert_eq!(answer.only("summary")["articles_found"], 2);
}

#[test]
fn mentions_stand_in_lines_as_well() {
    let collection = Collection::of_the_project();
    let plain = collection
        .beleg(["mentions", "Schoigu", "--format", "json"])
        .expect_code(0);
    let mentions = plain.lines_of_type("mention").len();
    let answer = collection
        .beleg(["mentions", "Schoigu", "--kwic"])
        .expect_code(0);
    assert_eq!(lines(&answer).len(), mentions);
    assert!(
        keywords(&answer).contains(&"Schoigu"),
        "{}",
        answer.stdout()
    );
    let json = collection
        .beleg(["mentions", "Schoigu", "--kwic", "--format", "json"])
        .expect_code(0);
    let keyword = &json.lines_of_type("keyword")[0];
    assert!(text(&keyword["person"]).ends_with("Schoigu"));
    assert!(keyword["rule"].is_string() && keyword["confidence"].is_number());
}

#[test]
fn articles_found_without_a_word_have_no_line_and_that_is_said() {
    let answer = Collection::of_the_project()
        .beleg(["search", "date:2023", "--kwic"])
        .expect_code(0);
    assert!(
        answer.stdout().starts_with("Found 1 of 5 articles"),
        "{}",
        answer.stdout()
    );
    assert!(
        answer.stdout().contains("no word to align"),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_format_without_lines_is_refused_with_those_that_have_them() {
    for format in ["markdown", "bibtex", "csl-json"] {
        let answer = Collection::of_the_project()
            .beleg(["search", "Munition", "--kwic", "--format", format])
            .expect_code(2);
        assert!(
            answer.stderr().contains("text, json or csv"),
            "{}",
            answer.stderr()
        );
        assert_eq!(answer.stdout(), "");
    }
}

#[test]
fn an_order_without_a_concordance_is_an_error() {
    let answer = Collection::of_the_project()
        .beleg(["search", "Munition", "--kwic-sort", "left"])
        .expect_code(2);
    assert!(answer.stderr().contains("--kwic"), "{}", answer.stderr());
}

#[test]
fn a_concordance_has_more_room_for_words_than_for_long_paths() {
    let collection = Collection::of_the_project();
    let answer = at_width(&collection, "80", &["search", "Munition", "--kwic"]).expect_code(0);
    for line in lines(&answer) {
        let start = line.find('[').map(|at| line[..at].chars().count());
        assert!(
            start.is_some_and(|start| start >= 23),
            "{}",
            answer.stdout()
        );
    }
}

#[test]
fn a_program_that_reads_the_lines_gets_whole_places() {
    let collection = Collection::of_the_project();
    let answer = collection.beleg(["search", "Munition", "--kwic"]);
    let places = lines(&answer).into_iter();
    let mut places = places.filter_map(|line| line.split_whitespace().last());
    assert!(
        places.all(|place| place.starts_with("corpus/00")),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_shortened_place_that_fits_two_files_shows_neither() {
    let collection = Collection::new()
        .file("bericht-montag.txt", FORD)
        .file("bericht-sonntag.txt", FORD.replace("Ufer", "Fluss"));
    collection.beleg(["index"]).expect_code(0);
    let answer = collection.beleg(["show", "ber…tag.txt:3:1"]).expect_code(2);
    let told = answer.stderr();
    assert!(told.contains("may be in 2 files"), "{told}");
    assert!(told.contains("corpus/bericht-montag.txt"), "{told}");
    collection
        .beleg(["show", "ber…montag.txt:3:1"])
        .expect_code(0);
}
