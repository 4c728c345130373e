//! Reading sources: what is on disk is what is found and cited, and nothing is lost silently.

use beleg::article::Article;
use beleg::source::{Faulty, Format, Limits, RawRecord, Reason, parse, read, walk};
use beleg::span::TextSpan;
use encoding_rs::{ISO_8859_15, WINDOWS_1252};
use proptest::prelude::*;
use proptest::sample::select;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::TempDir;

/// What became of a file.
struct Outcome {
    articles: Vec<Article>,
    faults: Vec<Faulty>,
    records: Vec<RawRecord>,
    whole: Result<Option<[u8; 32]>, Reason>,
}

fn read_file(path: &Path, limits: Limits) -> Outcome {
    let format = Format::of(path).expect("a known format");
    let file_name = path.file_name().unwrap().to_string_lossy();
    let (mut articles, mut faults, mut records) = (Vec::new(), Vec::new(), Vec::new());
    let whole = read(path, format, &limits, &mut |record| {
        match record {
            Ok(record) => {
                match parse(&record, &limits, &file_name) {
                    Ok(article) => articles.push(article),
                    Err(reason) => {
                        faults.push(Faulty {
                            place: record.place(),
                            reason,
                        });
                    }
                }
                records.push(record);
            }
            Err(fault) => faults.push(fault),
        }
        ControlFlow::Continue(())
    });
    Outcome {
        articles,
        faults,
        records,
        whole,
    }
}

fn read_bytes(name: &str, bytes: &[u8]) -> Outcome {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    read_file(&path, Limits::default())
}

/// The only article of a file.
fn article(name: &str, bytes: &[u8]) -> Article {
    let mut outcome = read_bytes(name, bytes);
    assert_eq!((outcome.articles.len(), &outcome.faults), (1, &vec![]));
    outcome.articles.remove(0)
}

/// The bytes of the file that `word` of the article is cited with.
fn cited<'a>(article: &Article, file: &'a [u8], word: TextSpan) -> &'a [u8] {
    let bytes = article
        .map
        .to_record(&article.text, word)
        .shifted(article.record_start.byte);
    &file[bytes.start() as usize..bytes.end() as usize]
}

fn words(text: &str) -> impl Iterator<Item = TextSpan> {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        TextSpan::new(start, start + word.len())
    })
}

/// How a plain text is saved, and how its bytes are read again, both without our own code.
#[derive(Clone, Copy, Debug)]
enum Saved {
    Utf8 { mark: bool },
    Utf16 { mark: bool, big: bool },
    Windows1252,
    Latin9,
}

const SAVED: [Saved; 8] = [
    Saved::Utf8 { mark: false },
    Saved::Utf8 { mark: true },
    Saved::Utf16 {
        mark: true,
        big: false,
    },
    Saved::Utf16 {
        mark: true,
        big: true,
    },
    Saved::Utf16 {
        mark: false,
        big: false,
    },
    Saved::Utf16 {
        mark: false,
        big: true,
    },
    Saved::Windows1252,
    Saved::Latin9,
];

impl Saved {
    fn bytes(self, text: &str) -> Vec<u8> {
        let marked = |mark: bool| {
            if mark {
                format!("\u{feff}{text}")
            } else {
                text.to_owned()
            }
        };
        match self {
            Saved::Utf8 { mark } => marked(mark).into_bytes(),
            Saved::Utf16 { mark, big } => {
                let order = if big {
                    u16::to_be_bytes
                } else {
                    u16::to_le_bytes
                };
                marked(mark).encode_utf16().flat_map(order).collect()
            }
            Saved::Windows1252 => WINDOWS_1252.encode(text).0.into_owned(),
            Saved::Latin9 => ISO_8859_15.encode(text).0.into_owned(),
        }
    }

    fn meaning(self, bytes: &[u8]) -> String {
        match self {
            Saved::Utf8 { .. } => String::from_utf8(bytes.to_vec()).unwrap(),
            Saved::Utf16 { big, .. } => {
                let order = if big {
                    u16::from_be_bytes
                } else {
                    u16::from_le_bytes
                };
                let units: Vec<u16> = bytes.chunks(2).map(|two| order([two[0], two[1]])).collect();
                String::from_utf16(&units).unwrap()
            }
            Saved::Windows1252 => WINDOWS_1252.decode(bytes).0.into_owned(),
            Saved::Latin9 => ISO_8859_15.decode(bytes).0.into_owned(),
        }
    }
}

/// A generated German article in which each encoding shows itself.
fn german() -> impl Strategy<Value = String> {
    let vocabulary = [
        "Die",
        "Größe",
        "der",
        "Übung",
        "für",
        "Köln",
        "Müller",
        "sagte",
        "am",
        "Montag",
        "Präsident",
        "Äquidistanz",
        "groß",
        "Öl",
        "Munition",
        "Straße",
        "1.000",
        "und",
        "nicht",
    ];
    let gaps = [" ", " ", " ", ", ", ". ", "\n", "\r\n", "\n\n", "  "];
    proptest::collection::vec((select(vocabulary.to_vec()), select(gaps.to_vec())), 8..120)
        .prop_map(|words| {
            let body: String = words.iter().flat_map(|&(word, gap)| [word, gap]).collect();
            format!("Die Größe der Übung für 5 € je Stück.\n{body}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..Default::default() })]

    #[test]
    fn words_of_plain_text_are_cited_with_their_bytes(text in german(), saved in select(&SAVED[..])) {
        let text = match saved {
            Saved::Windows1252 => format!("„{text}“"),
            _ => text,
        };
        let bytes = saved.bytes(&text);
        let article = article("a.txt", &bytes);
        prop_assert_eq!(&article.text, &text);
        for word in words(&text) {
            let found = saved.meaning(cited(&article, &bytes, word));
            prop_assert_eq!(found, &text[word.range()]);
        }
    }

    #[test]
    fn words_of_json_are_cited_with_their_bytes(
        text in "[a-zäöüß€😀𝄞/\"\\\\\n\r\t\u{1}\u{7f} .]{1,80}a",
        ways in proptest::collection::vec(0..4u8, 1..6),
    ) {
        let line = format!("{{ \"größe\" : [1, {{}}], \"text\":\"{}\", \"id\": 7}}", escaped(&text, &ways));
        let file = format!("\n{{\"id\":\"x\",\"text\":\"vorher\"}}\n{line}\n");
        let outcome = read_bytes("a.jsonl", file.as_bytes());
        prop_assert_eq!(outcome.faults, vec![]);
        let article = &outcome.articles[1];
        prop_assert_eq!(&article.text, &text);
        prop_assert_eq!(article.record.as_deref(), Some("7"));
        prop_assert_eq!(article.record_start.line, 2);
        for word in words(&text) {
            let raw = str::from_utf8(cited(article, file.as_bytes(), word)).unwrap();
            let found: String = serde_json::from_str(&format!("\"{raw}\"")).unwrap();
            prop_assert_eq!(found, &text[word.range()]);
            let before = &line[..article.map.to_record(&text, word).start() as usize];
            let position = article.map.position(&text, word.start());
            prop_assert_eq!((position.line, position.column as usize), (0, before.chars().count()));
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_bytes("a.txt", &bytes);
        read_bytes("a.jsonl", &bytes);
        let line = [b"{\"id\":1,\"text\":\"", bytes.as_slice(), b"\"}"].concat();
        read_bytes("a.jsonl", &line);
    }
}

/// A JSON string in which each character is written in one of the ways that stand for it.
fn escaped(text: &str, ways: &[u8]) -> String {
    let mut units = [0; 2];
    let mut escaped = String::new();
    for (character, way) in text.chars().zip(ways.iter().cycle()) {
        let short = serde_json::to_string(&character).unwrap();
        match way {
            0 => escaped.push_str(&short[1..short.len() - 1]),
            1 if character == '/' => escaped.push_str("\\/"),
            1 if character.is_ascii() => escaped.push_str(&short[1..short.len() - 1]),
            _ => {
                for unit in character.encode_utf16(&mut units) {
                    escaped.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    escaped
}

#[test]
fn every_word_of_the_corpus_is_cited_with_its_bytes_line_and_column() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let found: Vec<_> = walk(&[corpus]).collect();
    assert_eq!(found.len(), 5);
    for candidate in found {
        let candidate = candidate.expect("readable");
        let file = fs::read(&candidate.path).unwrap();
        let outcome = read_file(&candidate.path, Limits::default());
        let article = &outcome.articles[0];
        for word in words(&article.text) {
            assert_eq!(
                cited(article, &file, word),
                article.text[word.range()].as_bytes()
            );
        }
        for block in &article.blocks {
            let position = article.map.position(&article.text, block.span.start());
            let line = article
                .text
                .split('\n')
                .nth(position.line as usize)
                .unwrap();
            let behind: String = line.chars().skip(position.column as usize).collect();
            assert!(behind.starts_with(article.text[block.span.range()].lines().next().unwrap()));
        }
    }
}

#[test]
fn the_corpus_is_understood_as_a_reader_does() {
    let understood: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_owned(),
                read_file(&path, Limits::default()),
            )
        })
        .map(|(name, mut outcome)| (name, outcome.articles.remove(0)))
        .map(|(name, article)| {
            let title = article.title.map(|title| title.value).unwrap_or_default();
            let date = article.date.map(|date| date.value.to_string());
            (name.to_string_lossy()[..3].to_owned(), title, date)
        })
        .collect();
    let about = |number: &str| {
        let (_, title, date) = understood.iter().find(|(name, ..)| name == number).unwrap();
        (title.as_str(), date.as_deref())
    };
    let timeline = "Die komplizierte Beziehung zwischen Russland und Nordkorea: Eine Zeitachse";
    assert_eq!(about("000"), (timeline, None));
    assert_eq!(
        about("001"),
        ("Ziemlich beste Freunde: Putins Besuch in Nordkorea", None)
    );
    let dictators = "Diktatoren unter sich: Was erhofft sich Wladimir Putin von Kim Jong Un?";
    assert_eq!(about("003"), (dictators, Some("2023-09")));
    assert!(about("002").0.starts_with("Neue PartnerschaftKim reist"));
    assert!(
        about("004")
            .0
            .starts_with("Mehr als militärische Zusammenarbeit")
    );
}

#[test]
fn faulty_lines_are_told_by_number_and_the_others_are_read() {
    let lines = [
        r#"{"id":"a","text":"Eins."}"#,
        r#"{"id":"b""#,
        r#"{"id":"c"}"#,
        r#"{"text":"Zwei."}"#,
        r#"{"id":"d","text":"\ud800"}"#,
        r#"{"id":"e","text":["Drei"]}"#,
        "",
        r#"{"id":"f","text":"  "}"#,
        r#"{"id":"g","text":"Sieben."}"#,
    ];
    let outcome = read_bytes("a.jsonl", lines.join("\r\n").as_bytes());
    let names: Vec<_> = outcome
        .articles
        .iter()
        .filter_map(|a| a.record.as_deref())
        .collect();
    assert_eq!(names, ["a", "g"]);
    let mut told: Vec<_> = outcome
        .faults
        .iter()
        .map(|fault| {
            (
                fault.place.line.unwrap_or_default(),
                fault.reason.to_string(),
            )
        })
        .collect();
    told.sort();
    assert_eq!(
        told.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [2, 3, 4, 5, 6, 8]
    );
    assert_eq!(told[1].1, "the field `text` is missing");
    assert_eq!(told[2].1, "the field `id` is missing");
    assert!(told[3].1.contains("surrogate"), "{}", told[3].1);
    assert_eq!(told[4].1, "the field `text` is not a text");
}

#[test]
fn records_that_share_an_id_are_all_kept() {
    let line = |id: &str| format!("{{\"id\":{id},\"text\":\"Ein Satz.\"}}\n");
    let file = [
        line("\"x\""),
        line("\"x~2\""),
        line("\"x\""),
        line("\"x\""),
        line("7"),
    ]
    .concat();
    let outcome = read_bytes("a.jsonl", file.as_bytes());
    let names: Vec<_> = outcome
        .records
        .iter()
        .filter_map(|r| r.name.as_deref())
        .collect();
    assert_eq!(names, ["x", "x~2", "x~3", "x~4", "7"]);
}

#[test]
fn what_a_record_says_of_itself_is_known() {
    let line = r#"{"id":"a","text":"Ein Satz.","title":"Gr\u00f6\u00dfe","date":"2023-09-12",
        "author":"A. B.","source":"Blatt","url":"https:\/\/example.org","lang":"de","x":null}"#;
    let article = article("a.jsonl", line.replace('\n', "").as_bytes());
    let value = |known: Option<beleg::article::Known<String>>| known.unwrap().value;
    assert_eq!(value(article.title), "Größe");
    assert_eq!(value(article.author), "A. B.");
    assert_eq!(value(article.outlet), "Blatt");
    assert_eq!(value(article.url), "https://example.org");
    assert_eq!(article.date.unwrap().value.to_string(), "2023-09-12");
}

#[test]
fn a_line_beyond_the_limit_is_told_and_not_held() {
    let long = format!(
        "{{\"id\":\"long\",\"text\":\"{}\"}}\n",
        "x".repeat(3_000_000)
    );
    let file = format!("{long}{{\"id\":\"short\",\"text\":\"Ein Satz.\"}}\n");
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.jsonl");
    fs::write(&path, &file).unwrap();
    let outcome = read_file(
        &path,
        Limits {
            record_bytes: 1_000_000,
            ..Limits::default()
        },
    );
    assert_eq!(outcome.articles.len(), 1);
    assert_eq!(outcome.articles[0].record_start.byte, long.len() as u64);
    assert_eq!(
        outcome.faults[0].reason.to_string(),
        "a line longer than 1 MB"
    );
    assert!(outcome.whole.unwrap().is_some());
    fs::rename(&path, path.with_extension("txt")).unwrap();
    let outcome = read_file(
        &path.with_extension("txt"),
        Limits {
            record_bytes: 1_000_000,
            ..Limits::default()
        },
    );
    assert_eq!(outcome.whole, Err(Reason::TooLarge(1_000_000)));
}

#[test]
fn a_record_keeps_its_hash_when_its_neighbours_change() {
    let before = read_bytes(
        "a.jsonl",
        b"{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n",
    );
    let after = read_bytes(
        "a.jsonl",
        b"{\"id\":0,\"text\":\"c\"}\n\n{\"id\":2,\"text\":\"b\"}",
    );
    assert_eq!(before.records[1].hash, after.records[1].hash);
    assert_ne!(before.records[0].hash, after.records[0].hash);
    assert_ne!(before.whole, after.whole);
}

#[test]
fn reading_ends_when_the_reader_has_enough() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.jsonl");
    fs::write(&path, "{\"id\":1,\"text\":\"a\"}\n".repeat(3)).unwrap();
    let mut seen = 0;
    let whole = read(&path, Format::JsonLines, &Limits::default(), &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!((seen, whole), (1, Ok(None)));
}
