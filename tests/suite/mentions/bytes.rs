//! A mention stands at its bytes, however the file is written.

use encoding_rs::WINDOWS_1252;

use super::mentions;
use crate::harness::{Collection, text};

const STORY: &str = "Größe und Übermut\n\nDer Präsident Wladimir Putin – „ein Mann für Überraschungen“ – \
    kam gestern.\n\nPutins Rede dauerte länger. Müde hörte Jürgen Müller zu, später ging Müller.";

/// Each mention with the bytes at which it says to stand.
fn cut_out(collection: &Collection, name: &str, file: &str) -> Vec<(String, Vec<u8>)> {
    let bytes = std::fs::read(collection.path(file)).expect("the source is there");
    let answer = mentions(collection, name, &[]).expect_code(0);
    let place = |value: &serde_json::Value| value.as_u64().expect("an offset") as usize;
    let mentions = answer.lines_of_type("mention").into_iter();
    mentions
        .map(|mention| {
            let citation = &mention["citation"];
            assert_eq!(citation["byte_start"], mention["marks"][0]["byte_start"]);
            let range = place(&citation["byte_start"])..place(&citation["byte_end"]);
            (text(&mention["surface"]), bytes[range].to_vec())
        })
        .collect()
}

fn check(file: &str, bytes: Vec<u8>, encode: impl Fn(&str) -> Vec<u8>) {
    let collection = Collection::new().file(file, bytes);
    let path = format!("corpus/{file}");
    for (name, forms) in [
        ("Putin", ["Wladimir Putin", "Putins"]),
        ("Müller", ["Jürgen Müller", "Müller"]),
    ] {
        let expected = forms.map(|form| (form.to_owned(), encode(form)));
        assert_eq!(cut_out(&collection, name, &path), expected, "{file}");
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn in_utf8() {
    check("a.txt", STORY.into(), |form| form.as_bytes().to_vec());
}

#[test]
fn in_utf16() {
    check("a.txt", [vec![0xff, 0xfe], utf16(STORY)].concat(), utf16);
}

#[test]
fn in_windows_1252() {
    let encode = |text: &str| WINDOWS_1252.encode(text).0.into_owned();
    check("a.txt", encode(STORY), encode);
}

#[test]
fn in_json_with_and_without_escapes() {
    let before = "{\"id\":\"1\",\"title\":\"Anderes\",\"text\":\"Es regnete in Wien.\"}\n";
    let line = |text: &str| {
        format!(
            "{before}{{\"id\":\"2\",\"text\":{}}}\n",
            serde_json::json!(text)
        )
    };
    check("a.jsonl", line(STORY).into(), |form| {
        form.as_bytes().to_vec()
    });
    let escape = |text: &str| {
        let sign = |sign: char| match sign.is_ascii() {
            true => sign.to_string(),
            false => format!("\\u{:04x}", u32::from(sign)),
        };
        text.chars().map(sign).collect::<String>()
    };
    check("a.jsonl", escape(&line(STORY)).into(), |form| {
        escape(form).into()
    });
}
