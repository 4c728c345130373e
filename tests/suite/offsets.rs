//! From text to bytes on disk and back: a mark that is off by one byte cites another word.

use beleg::span::{Coding, MapBuilder, Position, SourceMap, TextSpan};
use proptest::prelude::*;
use proptest::sample::select;

const CODINGS: [Coding; 8] = [
    Coding::Utf8,
    Coding::Utf16Le,
    Coding::Utf16Be,
    Coding::SingleByte,
    Coding::JsonUtf8,
    Coding::JsonAscii,
    Coding::JsonAsciiSolidus,
    Coding::JsonUnicode,
];

/// A text written to a record behind something else.
#[derive(Debug)]
struct Written {
    text: String,
    record: Vec<u8>,
    map: SourceMap,
    coding: Coding,
}

const BEFORE: &[u8] = b"{\"text\": \"";

fn written(text: &str, coding: Coding) -> Written {
    let mut record = BEFORE.to_vec();
    for character in text.chars() {
        write(character, coding, &mut record);
    }
    let position = Position {
        line: 0,
        column: BEFORE.len() as u32,
    };
    let mut builder = MapBuilder::new(BEFORE.len() as u64, position);
    builder.run(coding, text);
    Written {
        text: text.to_owned(),
        record,
        map: builder.finish(),
        coding,
    }
}

/// Writes a character as programs do that write this coding.
fn write(character: char, coding: Coding, record: &mut Vec<u8>) {
    let mut units = [0; 2];
    let units = character.encode_utf16(&mut units);
    match coding {
        Coding::Utf8 => record.extend(character.to_string().bytes()),
        Coding::Utf16Le => units
            .iter()
            .for_each(|unit| record.extend(unit.to_le_bytes())),
        Coding::Utf16Be => units
            .iter()
            .for_each(|unit| record.extend(unit.to_be_bytes())),
        Coding::SingleByte => record.push(character as u8),
        Coding::JsonAsciiSolidus if character == '/' => record.extend(b"\\/"),
        Coding::JsonUtf8 => record.extend(json(character).bytes()),
        Coding::JsonAscii | Coding::JsonAsciiSolidus if character.is_ascii() => {
            record.extend(json(character).bytes());
        }
        Coding::Escape { bytes } => record.extend(std::iter::repeat_n(b'&', bytes.into())),
        Coding::JsonAscii | Coding::JsonAsciiSolidus | Coding::JsonUnicode => {
            units
                .iter()
                .for_each(|unit| record.extend(format!("\\u{unit:04X}").bytes()));
        }
    }
}

/// A character in a JSON string as `serde_json` writes it.
fn json(character: char) -> String {
    let quoted = serde_json::to_string(&character).unwrap();
    quoted[1..quoted.len() - 1].to_owned()
}

/// What bytes of a record mean, found without the map.
fn meaning(bytes: &[u8], coding: Coding) -> String {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).unwrap()
    };
    match coding {
        Coding::Escape { .. } => unreachable!("only its format knows what an escape means"),
        Coding::Utf8 => String::from_utf8(bytes.to_vec()).unwrap(),
        Coding::Utf16Le => units(u16::from_le_bytes),
        Coding::Utf16Be => units(u16::from_be_bytes),
        Coding::SingleByte => bytes.iter().map(|&byte| char::from(byte)).collect(),
        _ => {
            let raw = str::from_utf8(bytes).unwrap();
            serde_json::from_str(&format!("\"{raw}\"")).unwrap()
        }
    }
}

fn cited(written: &Written, span: TextSpan) -> &[u8] {
    let bytes = written.map.to_record(&written.text, span);
    &written.record[bytes.start() as usize..bytes.end() as usize]
}

/// Where an editor shows the place behind `bytes` of a record.
fn shown_behind(bytes: &[u8], coding: Coding) -> Position {
    let (before, text) = bytes.split_at(BEFORE.len());
    let raw = match coding {
        Coding::Utf16Le | Coding::Utf16Be | Coding::SingleByte => meaning(text, coding),
        _ => str::from_utf8(text).unwrap().to_owned(),
    };
    let raw = str::from_utf8(before).unwrap().to_owned() + &raw;
    let last = raw.rsplit('\n').next().unwrap();
    Position {
        line: raw.matches('\n').count() as u32,
        column: last.chars().count() as u32,
    }
}

fn characters(coding: Coding) -> impl Strategy<Value = String> {
    let all = "abcZ19 .,/\"\\\n\r\t\u{8}\u{c}\u{1}\u{1f}äöüßÄé«»\u{a0}€„“–😀𝄞한\u{7f}\u{2028}";
    let known: Vec<char> = all
        .chars()
        .filter(|&c| coding != Coding::SingleByte || (c as u32) < 256)
        .collect();
    proptest::collection::vec(select(known), 0..80).prop_map(String::from_iter)
}

fn article() -> impl Strategy<Value = Written> {
    // Long texts are cut into several pieces; repeating makes them cheap to generate.
    (
        select(&CODINGS[..]),
        prop_oneof![4 => Just(1), 1 => Just(150)],
    )
        .prop_flat_map(|(coding, times)| {
            characters(coding).prop_map(move |text| written(&text.repeat(times), coding))
        })
}

fn article_and_span() -> impl Strategy<Value = (Written, TextSpan)> {
    (
        article(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(written, one, other)| {
            let mut bounds: Vec<usize> = written.text.char_indices().map(|(at, _)| at).collect();
            bounds.push(written.text.len());
            let (one, other) = (*one.get(&bounds), *other.get(&bounds));
            (written, TextSpan::new(one.min(other), one.max(other)))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_bytes_of_a_span_mean_its_words((written, span) in article_and_span()) {
        let words = &written.text[span.range()];
        prop_assert_eq!(meaning(cited(&written, span), written.coding), words);
        let bytes = written.map.to_record(&written.text, span);
        let read = written.map.read_back(&written.record, bytes, &|byte| char::from(byte));
        prop_assert_eq!(read.as_deref(), Some(words));
    }

    #[test]
    fn lines_and_columns_are_those_of_an_editor((written, span) in article_and_span()) {
        let start = written.map.to_record(&written.text, span).start() as usize;
        let shown = shown_behind(&written.record[..start], written.coding);
        prop_assert_eq!(written.map.position(&written.text, span.start()), shown);
    }

    #[test]
    fn a_slice_says_the_same_as_the_whole((written, span) in article_and_span()) {
        let part = &written.text[span.range()];
        let slice = written.map.slice(&written.text, span);
        let step = 1 + part.len() / 97;
        for (start, character) in part.char_indices().step_by(step) {
            let inside = TextSpan::new(start, start + character.len_utf8());
            let outside = inside.shifted(span.start());
            let whole = written.map.to_record(&written.text, outside);
            prop_assert_eq!(slice.to_record(part, inside), whole);
            let whole = written.map.position(&written.text, outside.start());
            prop_assert_eq!(slice.position(part, start), whole);
        }
    }

    #[test]
    fn a_stored_map_is_the_same_map((written, span) in article_and_span()) {
        for map in [written.map.slice(&written.text, span), written.map] {
            let mut stored = Vec::new();
            map.encode(&mut stored);
            stored.push(7);
            let mut rest = stored.as_slice();
            prop_assert_eq!(SourceMap::decode(&mut rest), Ok(map));
            prop_assert_eq!(rest, &[7]);
        }
    }

    #[test]
    fn damaged_maps_are_errors_and_never_panics(
        bytes in proptest::collection::vec(any::<u8>(), 0..60), text in ".{0,40}"
    ) {
        if let Ok(map) = SourceMap::decode(&mut bytes.as_slice()) {
            let whole = TextSpan::new(0, text.len());
            let _ = map.position(&text, text.len());
            let bytes = map.slice(&text, whole).to_record(&text, whole);
            let _ = map.read_back(b"record", bytes, &|byte| char::from(byte));
        }
    }
}

#[test]
fn a_block_of_plain_text_stores_its_map_in_a_few_bytes() {
    let written = written(&"Munition für Köln.\n\n".repeat(100), Coding::Utf8);
    let mut stored = Vec::new();
    written
        .map
        .slice(&written.text, TextSpan::new(210, 231))
        .encode(&mut stored);
    assert!(stored.len() <= 7, "{stored:?}");
}
