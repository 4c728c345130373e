//! Fields: what is known of an article chooses it.

use super::{asked, found, nothing_found};
use crate::harness::Collection;

/// Four records in one file, and a text beside it.
fn library() -> Collection {
    let records = r#"{"id":"m1","title":"Besuch in Moskau","date":"2023-09-12","author":"Anna Weiß","source":"Tagesblatt","text":"Der Minister sprach in der Hauptstadt über Stahl."}
{"id":"m2","title":"Reise nach Peking","date":"2024-06","author":"Jörg Groß","source":"Wochenzeitung","text":"Der Minister sprach in der Hauptstadt über Öl."}
{"id":"m3","title":"Moskauer Gespräche","date":"2021","source":"Tagesblatt","text":"Der Minister sprach in der Hauptstadt über Getreide."}
{"id":"m4","lang":"en","text":"The minister spoke about steel in the capital of the country."}
"#;
    let collection = Collection::new()
        .file("records.jsonl", records)
        .file("brief.txt", "Der Minister schrieb einen Brief über Stahl.");
    collection.beleg(["index"]).expect_code(0);
    collection
}

/// The articles that a query finds, in no order.
fn chosen(collection: &Collection, query: &str) -> Vec<String> {
    let mut articles = asked(collection, query).articles();
    articles.sort();
    let short = |article: String| match article.rsplit_once('#') {
        Some((_, record)) => record.to_owned(),
        None => article,
    };
    articles.into_iter().map(short).collect()
}

#[test]
fn a_date_chooses_by_overlap_of_intervals() {
    let library = library();
    for (query, expected) in [
        ("date:2023-09", &["m1"][..]),
        ("date:2023-09-12", &["m1"]),
        ("date:2023", &["m1"]),
        ("date:2024-06-30", &["m2"]),
        ("date:2023-09..2024-06", &["m1", "m2"]),
        ("date:2021-05", &["m3"]),
        ("date:2024..", &["m2"]),
        ("date:..2022", &["m3"]),
        ("date:none", &["brief", "m4"]),
        ("date:2023-10", &[]),
        ("date:2021..2024 -date:2023", &["m2", "m3"]),
        ("Stahl date:2023", &["m1"]),
        ("Stahl date:none", &["brief"]),
    ] {
        assert_eq!(chosen(&library, query), expected, "{query}");
    }
}

#[test]
fn the_undated_that_a_date_leaves_out_are_counted() {
    let library = library();
    assert_eq!(found(&library, "date:2023").only("summary")["undated"], 2);
    assert_eq!(
        nothing_found(&library, "date:1999").only("summary")["undated"],
        2
    );
    // Of the two, only the letter speaks of steel.
    assert_eq!(
        found(&library, "Stahl date:2023").only("summary")["undated"],
        1
    );
    let undated = &found(&library, "Minister").only("summary")["undated"];
    assert_eq!(undated, &serde_json::Value::Null, "no date was asked for");
    let text = library
        .beleg(["search", "date:2023", "--no-refresh"])
        .expect_code(0);
    let closing = text.stdout().lines().last().expect("a closing line");
    assert!(
        closing.ends_with("2 articles without a date left out (date:none)"),
        "{closing}"
    );
}

#[test]
fn the_date_glued_to_a_caption_is_the_date_of_the_article() {
    let collection = Collection::of_the_project();
    let answer = found(&collection, "date:2023-09");
    assert_eq!(answer.articles(), ["003"]);
    assert_eq!(answer.lines_of_type("hit")[0]["article"]["date"], "2023-09");
    assert_eq!(answer.only("summary")["undated"], 4);
    assert_eq!(
        found(&collection, "date:none").articles(),
        ["000", "001", "002", "004"]
    );
}

#[test]
fn fields_choose_by_what_the_record_says() {
    let library = library();
    for (query, expected) in [
        ("title:Moskau", &["m1"][..]),
        ("title:Peking", &["m2"]),
        ("title:\"Besuch in Moskau\"", &["m1"]),
        ("title:Minister", &[]),
        ("author:Weiß", &["m1"]),
        ("author:weiss", &["m1"]),
        ("author:\"Jörg Groß\"", &["m2"]),
        ("author:groß", &["m2"]),
        ("source:Tagesblatt", &["m1", "m3"]),
        ("source:tagesblatt", &["m1", "m3"]),
        ("source:brief", &["brief"]),
        ("source:records.jsonl", &["m1", "m2", "m3", "m4"]),
        ("lang:en", &["m4"]),
        ("lang:de", &["brief", "m1", "m2", "m3"]),
        ("type:txt", &["brief"]),
        ("type:jsonl", &["m1", "m2", "m3", "m4"]),
        ("Stahl source:Tagesblatt", &["m1"]),
        ("Stahl -type:txt", &["m1"]),
        ("title:Peking OR author:Weiß", &["m1", "m2"]),
    ] {
        assert_eq!(chosen(&library, query), expected, "{query}");
    }
}

#[test]
fn articles_in_another_language_are_found_by_their_own_words() {
    let library = library();
    let answer = found(&library, "steel");
    assert_eq!(answer.hits(), ["records.jsonl#m4:4 steel"]);
    assert_eq!(answer.lines_of_type("hit")[0]["article"]["language"], "en");
    let status = library.beleg(["status", "--format", "json"]).expect_code(0);
    let languages = &status.only("status")["languages"];
    assert_eq!(
        languages.to_string().matches("\"en\"").count(),
        1,
        "it is reported: {languages}"
    );
}

#[test]
fn an_article_in_english_is_told_from_german_by_its_text() {
    let english = "The government said on Monday that the country would deliver more ammunition to \
        its neighbour. The minister did not say when the first train would leave the station.";
    let collection = Collection::of_the_project().file("english.txt", english);
    let answer = found(&collection, "ammunition");
    assert_eq!(answer.hits(), ["english:1 ammunition"]);
    assert_eq!(answer.lines_of_type("hit")[0]["article"]["language"], "en");
    assert_eq!(found(&collection, "lang:en").articles(), ["english"]);
    assert_eq!(found(&collection, "Munition").articles(), ["000", "001"]);
}
