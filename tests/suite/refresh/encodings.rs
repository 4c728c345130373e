//! However a text was saved, the bytes of a mark are the marked word.

use encoding_rs::{Encoding, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::harness::{Collection, marked};

const TEXT: &str =
    "Die Größe der Übung\n\nDas Gerät für Köln kostet 5 € je Stück, sagte der Müller.\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn with_mark(mark: &[u8], bytes: Vec<u8>) -> Vec<u8> {
    [mark, &bytes].concat()
}

/// Bytes in an encoding that the crate only decodes.
fn in_single_bytes(encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(TEXT);
    assert!(!unmappable);
    bytes.into_owned()
}

/// Every way in which an editor saves a text.
fn saved() -> [(&'static str, &'static Encoding, Vec<u8>); 8] {
    [
        ("utf8", UTF_8, TEXT.into()),
        (
            "utf8 with a mark",
            UTF_8,
            with_mark(b"\xEF\xBB\xBF", TEXT.into()),
        ),
        ("utf16le", UTF_16LE, utf16(TEXT, u16::to_le_bytes)),
        ("utf16be", UTF_16BE, utf16(TEXT, u16::to_be_bytes)),
        (
            "utf16le with a mark",
            UTF_16LE,
            with_mark(b"\xFF\xFE", utf16(TEXT, u16::to_le_bytes)),
        ),
        (
            "utf16be with a mark",
            UTF_16BE,
            with_mark(b"\xFE\xFF", utf16(TEXT, u16::to_be_bytes)),
        ),
        ("windows-1252", WINDOWS_1252, in_single_bytes(WINDOWS_1252)),
        ("ISO-8859-15", ISO_8859_15, in_single_bytes(ISO_8859_15)),
    ]
}

#[test]
fn the_bytes_of_a_mark_decode_to_the_marked_word_in_every_encoding() {
    for (name, encoding, bytes) in saved() {
        let collection = Collection::new().file("a.txt", &bytes);
        let answer = collection
            .beleg(["search", "Übung Köln Stück Müller", "--format", "json"])
            .expect_code(0);
        let mut words = Vec::new();
        for hit in answer.lines_of_type("hit") {
            let marks = hit["marks"].as_array().expect("marks").clone();
            for (mark, word) in marks.iter().zip(marked(&hit)) {
                let place = |end: &str| mark[end].as_u64().expect("an offset") as usize;
                let on_disk = &bytes[place("byte_start")..place("byte_end")];
                let (decoded, _) = encoding.decode_without_bom_handling(on_disk);
                assert_eq!(decoded, word, "in {name}");
                words.push(word);
            }
        }
        words.sort();
        assert_eq!(words, ["Köln", "Müller", "Stück", "Übung"], "in {name}");
        let whole = collection.beleg(["show", "corpus/a.txt"]).expect_code(0);
        assert!(whole.stdout().contains("5 € je"), "in {name}");
    }
}

#[test]
fn what_was_encoded_twice_is_said_and_counted() {
    let twice: String = TEXT
        .bytes()
        .map(|byte| {
            let (letter, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
            letter.into_owned()
        })
        .collect();
    let collection = Collection::new().file("a.txt", &twice).file("b.txt", TEXT);
    let index = collection.beleg(["index"]).expect_code(0);
    let said = "1 article encoded twice (Ã¼ for ü), read as meant\n";
    assert_eq!(index.stderr(), said);
    let status = collection.beleg(["status"]).expect_code(0);
    let row = "encodings       1 article encoded twice (Ã¼ for ü), read as meant\n";
    assert!(status.stdout().contains(row), "{}", status.stdout());
    let status = collection.beleg(["status", "--format", "json"]);
    assert_eq!(status.only("status")["encoded_twice"], 1);
    let shown = collection.beleg(["show", "corpus/a.txt"]).expect_code(0);
    assert!(
        shown.stdout().contains("encoded twice"),
        "{}",
        shown.stdout()
    );
    let hits = collection.beleg(["search", "Köln", "--format", "json"]);
    for hit in hits.lines_of_type("hit") {
        assert_eq!(marked(&hit), ["Köln"]);
        let mark = &hit["marks"][0];
        let place = |end: &str| mark[end].as_u64().expect("an offset") as usize;
        let (file, word) = match hit["article"]["id"].as_str() {
            Some("a.txt") => (twice.as_str(), "KÃ¶ln"),
            _ => (TEXT, "Köln"),
        };
        assert_eq!(&file[place("byte_start")..place("byte_end")], word);
    }
}
