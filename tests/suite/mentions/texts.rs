//! `beleg analyze`: who is named in a text.

use crate::harness::{Answer, Collection, text};

fn analyzed(input: &str, options: &[&str]) -> Answer {
    let command = ["analyze", "--format", "json"];
    Collection::new().beleg_reading(input, command.iter().chain(options))
}

const ARTICLE: &str = "Besuch in Wien\n\nDer Präsident Wladimir Putin kam gestern nach Wien.\n\n\
    Später sprach Putin über Öl. Putins Rede war kurz.";

#[test]
fn the_people_of_a_text_follow_its_tokens_with_their_fullest_name() {
    let answer = analyzed(ARTICLE, &[]).expect_code(0);
    let types: Vec<String> = answer
        .json()
        .iter()
        .map(|line| text(&line["type"]))
        .collect();
    let first = types
        .iter()
        .position(|kind| kind == "person")
        .expect("somebody is named");
    assert!(types[..first].iter().all(|kind| kind == "token"));
    let persons = answer.lines_of_type("person");
    let places: Vec<(String, &str)> = persons
        .iter()
        .map(|person| {
            let place = |end: &str| person[end].as_u64().expect("an offset") as usize;
            (
                text(&person["person"]),
                &ARTICLE[place("start")..place("end")],
            )
        })
        .collect();
    let putin = || "Wladimir Putin".to_owned();
    assert_eq!(
        places,
        [
            (putin(), "Wladimir Putin"),
            (putin(), "Putin"),
            (putin(), "Putins")
        ]
    );
    assert_eq!(persons[0]["rule"], "full_name");
    assert_eq!(persons[0]["derived"], false);
    assert!(persons[0]["confidence"].as_f64() > Some(0.5));
}

#[test]
fn in_a_batch_each_person_bears_the_id_of_its_record() {
    let records = "{\"id\":\"r1\",\"text\":\"Gestern sprach Angela Merkel in Wien.\"}\n\
         {\"id\":\"r2\",\"text\":\"Es regnete.\"}\n\
         {\"id\":\"r3\",\"text\":\"Heute sprach Sergej Schoigu in Graz.\"}\n";
    let answer = analyzed(records, &["--batch", "-"]).expect_code(0);
    let named: Vec<(String, String)> = answer
        .json()
        .iter()
        .filter(|line| line["type"] == "person")
        .map(|line| (text(&line["id"]), text(&line["data"]["person"])))
        .collect();
    let expected = [("r1", "Angela Merkel"), ("r3", "Sergej Schoigu")];
    assert_eq!(
        named,
        expected.map(|(id, name)| (id.to_owned(), name.to_owned()))
    );
}

#[test]
fn for_people_each_person_has_a_line() {
    let answer = Collection::new()
        .beleg_reading(ARTICLE, ["analyze"])
        .expect_code(0);
    assert!(
        answer
            .stdout()
            .ends_with("\nperson  Wladimir Putin: Wladimir Putin, Putin, Putins\n"),
        "{}",
        answer.stdout()
    );
}
