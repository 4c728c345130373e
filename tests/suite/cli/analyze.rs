//! `beleg analyze`: what becomes of a text.

use crate::harness::{Answer, Collection};

fn surfaces(answer: &Answer, text: &str) -> Vec<String> {
    let place = |token: &serde_json::Value, end| token[end].as_u64().expect("an offset") as usize;
    let tokens = answer.lines_of_type("token");
    tokens
        .iter()
        .map(|token| text[place(token, "start")..place(token, "end")].to_owned())
        .collect()
}

#[test]
fn offsets_are_those_of_the_text_as_typed() {
    let text = "Größere Züge";
    let answer = Collection::new()
        .beleg(["analyze", "Größere", "Züge", "--format", "json"])
        .expect_code(0);
    let surfaces = surfaces(&answer, text);
    assert!(
        surfaces.contains(&"Größere".to_owned()) && surfaces.contains(&"Züge".to_owned()),
        "{surfaces:?}"
    );
}

#[test]
fn without_a_text_standard_input_is_read() {
    let answer = Collection::new()
        .beleg_reading("Züge fahren", ["analyze", "--format", "json"])
        .expect_code(0);
    assert!(surfaces(&answer, "Züge fahren").contains(&"fahren".to_owned()));
}

#[test]
fn each_line_of_a_batch_bears_the_id_of_its_record() {
    let records = "{\"id\":\"r1\",\"text\":\"Züge\"}\n{\"text\":\"ohne id\"}\n{\"id\":\"r2\",\"text\":\"Zug\"}\n";
    let answer = Collection::new()
        .beleg_reading(records, ["analyze", "--batch", "-", "--format", "json"])
        .expect_code(0);
    let named: Vec<String> = answer
        .json()
        .into_iter()
        .map(|line| format!("{} {}", line["type"], line["id"]).replace('"', ""))
        .collect();
    assert_eq!(
        named,
        ["token r1", "attribution r1", "token r2", "attribution r2"]
    );
    assert!(
        answer.stderr().starts_with("error: standard input:2: "),
        "{}",
        answer.stderr()
    );
}

#[test]
fn a_text_that_is_not_utf8_is_refused_with_advice() {
    let answer = Collection::new()
        .beleg_reading(b"M\xfcnchen", ["analyze"])
        .expect_code(2);
    assert!(answer.stderr().contains("not UTF-8"), "{}", answer.stderr());
}

#[test]
fn a_text_in_another_language_gets_no_attribution() {
    let text = "The minister said that the bridge would be closed in the autumn, and that the \
                workers had been told of it in good time by the company.";
    let answer = Collection::new()
        .beleg(["analyze", text, "--format", "json"])
        .expect_code(0);
    assert!(answer.lines_of_type("attribution").is_empty());
}

#[test]
fn an_empty_text_has_nothing_to_show() {
    Collection::new()
        .beleg_reading("", ["analyze"])
        .expect_code(1);
}
