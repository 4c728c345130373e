//! The lines of `beleg check --format json`, key by key: what reads them would break should one change.

use std::collections::BTreeMap;

use serde_json::Value;

use super::cli::passau;

/// What stands behind a key.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    TextOrNull,
    Number,
    Share,
    List,
    Object,
    OneOf(&'static [&'static str]),
    OneOfOrNull(&'static [&'static str]),
}

use Kind::{List, Number, Object, OneOf, OneOfOrNull, Share, Text, TextOrNull};

impl Kind {
    fn fits(self, value: &Value) -> bool {
        match self {
            Text => value.is_string(),
            TextOrNull => value.is_string() || value.is_null(),
            Number => value.is_u64(),
            Share => value
                .as_f64()
                .is_some_and(|share| (0.0..=1.0).contains(&share)),
            List => value.is_array(),
            Object => value.is_object(),
            OneOf(names) => value.as_str().is_some_and(|name| names.contains(&name)),
            OneOfOrNull(names) => value.is_null() || OneOf(names).fits(value),
        }
    }
}

const VERDICT: &[(&str, Kind)] = &[
    ("claim", Text),
    ("verdict", OneOf(&["backed", "partly", "conflict", "none"])),
    ("confidence", Share),
    ("basis", OneOfOrNull(&["own", "reported"])),
    ("parts", List),
    ("articles", Number),
    ("independent_sources", Number),
];
const PART: &[(&str, Kind)] = &[
    ("text", Text),
    ("start", Number),
    ("end", Number),
    (
        "kind",
        OneOf(&["number", "date", "name", "term", "negation"]),
    ),
    (
        "status",
        OneOf(&["supported", "qualified", "contradicted", "missing"]),
    ),
    ("found", TextOrNull),
];
const EVIDENCE: &[(&str, Kind)] = &[
    ("claim", Text),
    ("stance", OneOf(&["backs", "partly", "conflicts", "near"])),
    ("coverage", Share),
    ("article", Object),
    ("citation", Object),
    ("text", Text),
    ("marks", List),
    ("conflicts", List),
    ("qualified", List),
    ("lacks", List),
    ("attribution", Object),
    ("disputed_by", TextOrNull),
];
const CONFLICT: &[(&str, Kind)] = &[
    ("part", Text),
    ("claim", Text),
    ("source", Text),
    ("kind", OneOf(&["date", "number", "name", "opposite"])),
];
/// What is attributed to nobody has the kind alone.
const OWN: &[(&str, Kind)] = &[("kind", OneOf(&["own"]))];
const SAID: &[(&str, Kind)] = &[
    ("kind", OneOf(&["reported", "quoted"])),
    ("speaker", Text),
    ("cue", Text),
];
const MARK: &[(&str, Kind)] = &[
    ("start", Number),
    ("end", Number),
    ("byte_start", Number),
    ("byte_end", Number),
    ("kind", Text),
];
const SUMMARY: &[(&str, Kind)] = &[
    ("articles_searched", Number),
    ("passages_searched", Number),
    ("articles_compared", Number),
    ("evidence_left_out", Number),
    ("skipped", List),
    ("notes", List),
    ("elapsed_ms", Number),
];

/// Whether an object has these keys and no others, each with what belongs there.
fn expect(object: &Value, keys: &[(&str, Kind)]) {
    let object = object.as_object().expect("an object");
    let found: Vec<&str> = object.keys().map(String::as_str).collect();
    let kinds: BTreeMap<&str, Kind> = keys.iter().copied().collect();
    let mut wanted: Vec<&str> = kinds.keys().copied().collect();
    let mut sorted = found.clone();
    wanted.sort_unstable();
    sorted.sort_unstable();
    assert_eq!(sorted, wanted);
    for (key, kind) in kinds {
        assert!(
            kind.fits(&object[key]),
            "{key} is {}, not {kind:?}",
            object[key]
        );
    }
}

fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

fn expect_line(line: &Value) {
    let data = &line["data"];
    match line["type"].as_str() {
        Some("begin") => assert!(data.is_object()),
        Some("verdict") => {
            expect(data, VERDICT);
            list(data, "parts")
                .iter()
                .for_each(|part| expect(part, PART));
            assert!(!list(data, "parts").is_empty() || data["verdict"] == "none");
        }
        Some("evidence") => {
            expect(data, EVIDENCE);
            let conflicts = list(data, "conflicts").iter();
            conflicts.for_each(|conflict| expect(conflict, CONFLICT));
            list(data, "marks")
                .iter()
                .for_each(|mark| expect(mark, MARK));
            let attribution = &data["attribution"];
            expect(
                attribution,
                if attribution["kind"] == "own" {
                    OWN
                } else {
                    SAID
                },
            );
            for key in ["id", "title", "date"] {
                assert!(data["article"].get(key).is_some(), "article.{key}");
            }
        }
        Some("summary") => expect(data, SUMMARY),
        other => panic!("a line of type {other:?}"),
    }
}

const CLAIMS: [(&str, &str); 4] = [
    (
        "flood",
        "Im Jahr 2013 stand die Donau in Passau 12,89 Meter hoch.",
    ),
    (
        "low",
        "Im Jahr 2013 stand die Donau in Passau 10,89 Meter hoch.",
    ),
    (
        "said",
        "In Passau wurden 1200 Menschen in Sicherheit gebracht.",
    ),
    ("pope", "Papst Franziskus besuchte im September 2015 Kuba."),
];

#[test]
fn every_line_has_its_keys_and_no_others() {
    for (_, claim) in CLAIMS {
        let lines = passau().beleg(["check", claim, "--format", "json"]).json();
        for line in &lines {
            let keys = line.as_object().expect("an object").len();
            assert_eq!(keys, 2, "type and data only: {line}");
            expect_line(line);
        }
    }
}

#[test]
fn of_many_claims_each_line_carries_the_id_of_its_own() {
    let collection = passau();
    let file: String = CLAIMS
        .iter()
        .map(|(id, claim)| format!("{id}\t{claim}\n"))
        .collect();
    collection.write("claims.tsv", file);
    let lines = collection
        .beleg(["check", "--file", "claims.tsv", "--format", "json"])
        .json();
    let mut lines = lines.iter().peekable();
    for (id, claim) in CLAIMS {
        let mut types = Vec::new();
        while let Some(line) = lines.next_if(|line| line["id"] == id) {
            expect_line(line);
            types.push(line["type"].as_str().unwrap_or_default());
            if line["type"] == "verdict" {
                assert_eq!(line["data"]["claim"], claim);
            }
        }
        let [begin, verdict, evidence @ .., summary] = types.as_slice() else {
            panic!("{id}: {types:?}");
        };
        assert_eq!(
            [begin, verdict, summary],
            [&"begin", &"verdict", &"summary"]
        );
        assert!(evidence.iter().all(|name| *name == "evidence"), "{types:?}");
    }
    assert!(lines.next().is_none(), "no line is nobody's");
}
