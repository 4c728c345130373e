//! The five articles of the project, against a plain reading of their files.

use std::fs;

use super::{found, nothing_found};
use crate::harness::{Collection, project};

/// Where the articles hold words that begin with one of these, as `Answer::hits` writes it. In
/// these articles every line is a block.
fn words_beginning_with(beginnings: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for (article, text) in articles() {
        for (number, line) in (1..).zip(text.lines()) {
            let words = line.split(|letter: char| !letter.is_alphanumeric());
            let is_wanted = |word: &&str| beginnings.iter().any(|wanted| word.starts_with(wanted));
            let words: Vec<&str> = words.filter(is_wanted).collect();
            if !words.is_empty() {
                places.push(format!("{article}:{number} {}", words.join(", ")));
            }
        }
    }
    places
}

fn articles() -> Vec<(String, String)> {
    let files = fs::read_dir(project("corpus")).expect("the project has a corpus");
    let mut articles: Vec<(String, String)> = files
        .map(|file| {
            let path = file.expect("the corpus can be listed").path();
            let name = path.file_name().expect("a name").to_string_lossy()[..3].to_owned();
            let text = fs::read_to_string(path).expect("the articles are UTF-8");
            (name, text)
        })
        .collect();
    articles.sort();
    articles
}

#[test]
fn munition_is_found_in_the_six_paragraphs_that_hold_it() {
    let answer = found(&Collection::of_the_project(), "Munition");
    let expected = [
        "000:7 Munition",
        "000:9 Munition",
        "000:65 Munition",
        "001:11 munition",
        "001:17 Munition",
        "001:37 Munition",
    ];
    assert_eq!(answer.sorted_hits(), expected);
    let kinds: Vec<_> = answer
        .lines_of_type("hit")
        .iter()
        .map(|hit| {
            (
                hit["block"]["line"].clone(),
                hit["marks"][0]["kind"].clone(),
            )
        })
        .filter(|(_, kind)| kind != "exact")
        .collect();
    assert_eq!(
        kinds,
        [(37.into(), "part".into()), (11.into(), "part".into())]
    );
}

#[test]
fn a_compound_is_found_by_itself_before_what_only_holds_its_parts() {
    let answer = found(&Collection::of_the_project(), "Artilleriemunition");
    assert_eq!(answer.hits()[0], "001:11 Artilleriemunition");
    let rest = &answer.hits()[1..];
    assert!(
        rest.contains(&"000:7 Artillerie, Munition".to_owned()),
        "{rest:?}"
    );
}

#[test]
fn one_word_in_three_spellings_finds_the_same() {
    let collection = Collection::of_the_project();
    let hits =
        ["größer", "grösser", "groesser"].map(|word| found(&collection, word).lines_of_type("hit"));
    assert_eq!(hits[0], hits[1]);
    assert_eq!(hits[0], hits[2]);
    let found = found(&collection, "groesser").sorted_hits();
    for comparative in ["001:13 größer", "002:11 grösser", "003:15 größerer"] {
        assert!(found.contains(&comparative.to_owned()), "{found:?}");
    }
}

#[test]
fn one_city_in_two_spellings_is_found_in_all_articles_and_the_answer_says_so() {
    let collection = Collection::of_the_project();
    let answer = found(&collection, "Pyongyang");
    assert_eq!(
        answer.sorted_hits(),
        words_beginning_with(&["Pjöngjang", "Pyongyang"])
    );
    assert_eq!(answer.only("summary")["articles_found"], 5);
    let variants = &answer.only("summary")["variants"][0];
    assert_eq!(
        (&variants["word"], &variants["others"][0]),
        (&"Pyongyang".into(), &"Pjöngjang".into())
    );
    let text = collection
        .beleg(["search", "Pyongyang", "--no-refresh"])
        .expect_code(0);
    let closing = text.stdout().lines().last().expect("a closing line");
    assert!(closing.contains("also searched: Pjöngjang"), "{closing}");
    assert_eq!(
        found(&collection, "Pjöngjang").sorted_hits(),
        answer.sorted_hits()
    );
}

#[test]
fn a_word_without_its_umlaut_is_another_word() {
    let collection = Collection::of_the_project();
    assert!(!words_beginning_with(&["über"]).is_empty());
    let answer = nothing_found(&collection, "Uber");
    assert_eq!(answer.only("summary")["articles_found"], 0);
}

#[test]
fn a_phrase_is_marked_as_the_phrase_and_its_words_alone_are_not() {
    let answer = found(
        &Collection::of_the_project(),
        "\"strategische Kooperation\"",
    );
    assert_eq!(answer.hits(), ["001:19 strategische Kooperation"]);
}

#[test]
fn a_phrase_with_a_name_is_found_however_its_hyphen_is_set() {
    let collection = Collection::of_the_project();
    let with_hyphen = found(&collection, "\"Kim Jong-un\"");
    let without = found(&collection, "\"Kim Jong Un\"");
    assert_eq!(
        with_hyphen.lines_of_type("hit"),
        without.lines_of_type("hit")
    );
    let hits = with_hyphen.hits();
    assert!(hits.contains(&"001:3 Kim Jong-un".to_owned()), "{hits:?}");
    assert!(
        hits.contains(&"000:57 Kim Jong Un, Kim Jong Un".to_owned()),
        "{hits:?}"
    );
}

#[test]
fn a_word_to_leave_out_frees_the_whole_article_of_it() {
    let collection = Collection::of_the_project();
    assert_eq!(found(&collection, "Wagner").hits(), ["003:15 Wagner"]);
    nothing_found(&collection, "+Wagner -Putin");
    // Schoigu and munition stand in other paragraphs of the same two articles.
    assert_eq!(found(&collection, "Schoigu").articles(), ["000", "001"]);
    nothing_found(&collection, "Schoigu -Munition");
    nothing_found(&collection, "Schoigu AND NOT Munition");
    nothing_found(&collection, "Schoigu UND NICHT Munition");
}

#[test]
fn wildcards_find_words_by_their_beginning_and_their_end() {
    let collection = Collection::of_the_project();
    let both = ["000:7 Munition", "000:9 Munition", "000:65 Munition"];
    let beginning = found(&collection, "munit*").sorted_hits();
    assert_eq!(beginning[..3], both);
    assert_eq!(
        beginning[3..],
        ["001:17 Munition", "001:37 Munitionsversorgung"]
    );
    let end = found(&collection, "*munition").sorted_hits();
    assert_eq!(end[..3], both);
    assert_eq!(end[3..], ["001:11 Artilleriemunition", "001:17 Munition"]);
}

#[test]
fn brackets_and_operators_choose_articles() {
    let collection = Collection::of_the_project();
    let answer = found(&collection, "(Stahl OR Dünger) AND Nordkorea");
    assert_eq!(answer.articles(), ["003", "002"]);
    let wanted = words_beginning_with(&["Stahl", "Dünger", "Nordkorea"]);
    let in_found = |place: &String| place.starts_with("002") || place.starts_with("003");
    let wanted: Vec<String> = wanted.into_iter().filter(in_found).collect();
    // The country's full name stands between two short ones, and is searched with them.
    let hits = answer.sorted_hits().into_iter();
    let hits: Vec<String> = hits
        .map(|hit| hit.replace("Demokratische Volksrepublik Korea, ", ""))
        .collect();
    assert_eq!(by_line(&hits), wanted);
    let german = found(&collection, "(Stahl ODER Dünger) UND Nordkorea");
    assert_eq!(german.lines_of_type("hit"), answer.lines_of_type("hit"));
}

/// Hits with those of one line as one: a line may hold several blocks.
fn by_line(hits: &[String]) -> Vec<String> {
    let line = |hit: &String| hit.split(' ').next().map(str::to_owned);
    let lines = hits.chunk_by(|one, next| line(one) == line(next));
    let joined = lines.map(|hits| {
        let rest = hits[1..]
            .iter()
            .filter_map(|hit| Some(hit.split_once(' ')?.1));
        let rest = rest.map(|marks| format!(", {marks}"));
        hits[0].clone() + &rest.collect::<String>()
    });
    joined.collect()
}

#[test]
fn a_name_with_a_wrong_letter_is_found_all_the_same() {
    let answer = found(&Collection::of_the_project(), "Schoigo~");
    assert_eq!(answer.sorted_hits(), words_beginning_with(&["Schoigu"]));
}

#[test]
fn a_mistyped_word_is_answered_with_the_word_that_was_meant() {
    let collection = Collection::of_the_project();
    let answer = nothing_found(&collection, "Muniton");
    assert_eq!(
        answer.only("summary")["suggestions"],
        serde_json::json!(["Munition"])
    );
    let text = collection
        .beleg(["search", "Muniton", "--no-refresh"])
        .expect_code(1);
    assert_eq!(text.stdout().lines().nth(1), Some("Did you mean Munition?"));
}
