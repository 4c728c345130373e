//! `beleg people`: who is named in a collection.

use super::visit;
use crate::harness::{Answer, Collection, text};

fn people(collection: &Collection, options: &[&str]) -> Answer {
    let command = ["people", "--format", "json"];
    collection.beleg(command.iter().chain(options))
}

fn names(answer: &Answer) -> Vec<String> {
    let persons = answer.lines_of_type("person");
    persons.iter().map(|person| text(&person["name"])).collect()
}

#[test]
fn people_come_with_their_forms_articles_and_dates_most_articles_first() {
    let answer = people(&visit(), &[]).expect_code(0);
    assert_eq!(
        names(&answer),
        ["Angela Merkel", "Wladimir Putin", "Sergej Schoigu"]
    );
    assert_eq!(
        answer.lines_of_type("person")[0],
        serde_json::json!({
            "name": "Angela Merkel",
            "variants": [
                {"form": "Angela Merkel", "count": 2},
                {"form": "Angela Merkels", "count": 1},
                {"form": "Merkel", "count": 1},
            ],
            "articles": 3, "mentions": 4, "first_date": "2023-09-12", "last_date": "2024-01",
        })
    );
    assert_eq!(answer.only("summary")["people_found"], 3);
}

#[test]
fn a_name_shows_only_whom_it_may_mean() {
    let visit = visit();
    assert_eq!(
        names(&people(&visit, &["merkel"]).expect_code(0)),
        ["Angela Merkel"]
    );
    let answer = visit.beleg(["people", "Schoigu"]).expect_code(0);
    assert!(
        answer
            .stdout()
            .starts_with("Sergej Schoigu · 1 article, 1 mention\n  Sergej Schoigu 1\n"),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_limit_says_how_many_there_are() {
    let visit = visit();
    assert_eq!(names(&people(&visit, &["--limit", "1"])), ["Angela Merkel"]);
    let answer = visit.beleg(["people", "--limit", "1"]).expect_code(0);
    let closing = answer.stdout().lines().last().unwrap_or_default();
    assert!(closing.starts_with("3 people in 3 articles"), "{closing}");
    assert!(
        closing.ends_with("1 shown (--limit N for more)"),
        "{closing}"
    );
}

#[test]
fn a_name_that_nobody_has_leads_to_those_that_look_alike() {
    let visit = visit();
    let answer = people(&visit, &["Shoigo"]).expect_code(1);
    assert_eq!(
        answer.only("summary")["suggestions"],
        serde_json::json!(["Sergej Schoigu"])
    );
    visit.beleg(["people", "*"]).expect_code(2);
}

#[test]
fn a_collection_without_people_has_nobody_to_show() {
    let collection = Collection::new().file("a.txt", "Es regnete den ganzen Tag.");
    let answer = collection.beleg(["people"]).expect_code(1);
    assert!(
        answer.stdout().starts_with("Nobody found in 1 article"),
        "{}",
        answer.stdout()
    );
}

#[test]
fn a_list_without_a_limit_of_its_own_has_fifty_people_for_a_person_and_all_for_a_program() {
    let first = [
        "Anna", "Peter", "Maria", "Klaus", "Monika", "Stefan", "Petra", "Jürgen",
    ];
    let last = [
        "Schneider",
        "Wagner",
        "Neumann",
        "Hartmann",
        "Lehmann",
        "Krüger",
        "Schulze",
    ];
    let mut names = Vec::new();
    for last in last {
        names.extend(first.map(|first| format!("Gestern sprach {first} {last} in Wien.")));
    }
    let collection = Collection::new().file("a.txt", names.join("\n\n"));
    let shown = collection.beleg(["people"]).expect_code(0);
    let heads = shown
        .stdout()
        .lines()
        .filter(|line| line.contains(" · 1 article,"));
    assert_eq!(heads.count(), 50);
    assert!(people(&collection, &[]).lines_of_type("person").len() > 50);
}
