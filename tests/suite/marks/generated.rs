//! Articles as nobody would write them, saved as every program would.

use std::collections::BTreeSet;

use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;
use proptest::sample::select;

use super::proof::Writing;

/// Words that are planted and searched for.
pub const TARGETS: [&str; 6] = [
    "Munition",
    "Überläufer",
    "Häuser",
    "Straße",
    "Köln",
    "Größe",
];

/// What stands around them. All of it can be saved as windows-1252.
const FILLERS: [&str; 24] = [
    "der",
    "die",
    "und",
    "für",
    "nicht",
    "über",
    "Minister",
    "Bundestag",
    "größer",
    "ähnlich",
    "„Ja“",
    "–",
    "4,5",
    "1.000",
    "z. B.",
    "Soldaten",
    "sprach",
    "gestern",
    "«heute»",
    "Zugverkehr",
    "daß",
    "EU-Gipfel",
    "5 €",
    "…",
];

/// What only Unicode can write.
const UNICODE: [&str; 6] = ["😀", "𝄞", "北京", "e\u{301}clair", "Zwe\u{200b}ck", "Łódź"];

/// A planted word as it may stand in a text.
#[derive(Clone, Copy, Debug)]
enum Form {
    AsIs,
    Uppercase,
    SoftHyphen,
    Decomposed,
    Compound,
}

#[derive(Clone, Debug)]
enum Word {
    Filler(&'static str),
    Target(usize, Form),
}

/// An article and how it is saved.
#[derive(Clone, Debug)]
pub struct Generated {
    paragraphs: Vec<Vec<Word>>,
    layout: Layout,
    saving: Saving,
}

#[derive(Clone, Copy, Debug)]
struct Layout {
    line_end: &'static str,
    blank_lines: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16LeMarked,
    Utf16BeMarked,
    Windows1252,
    /// With this to choose the escapes by.
    Json(u64),
}

/// A file with one or more of the articles.
pub struct Saved {
    pub name: String,
    pub bytes: Vec<u8>,
    pub writing: Writing,
    ids: Vec<(usize, String)>,
}

pub fn articles() -> impl Strategy<Value = Vec<Generated>> {
    proptest::collection::vec(article(), 3..7)
}

fn article() -> impl Strategy<Value = Generated> {
    let saving = prop_oneof![
        Just(Saving::Utf8),
        Just(Saving::Utf8Marked),
        Just(Saving::Utf16Le),
        Just(Saving::Utf16LeMarked),
        Just(Saving::Utf16BeMarked),
        Just(Saving::Windows1252),
        any::<u64>().prop_map(Saving::Json),
        any::<u64>().prop_map(Saving::Json),
    ];
    let layout =
        (select(&["\n", "\r\n"][..]), any::<bool>()).prop_map(|(line_end, blank_lines)| Layout {
            line_end,
            blank_lines,
        });
    (saving, layout).prop_flat_map(|(saving, layout)| {
        let is_legacy = saving == Saving::Windows1252;
        proptest::collection::vec(paragraph(is_legacy), 1..5).prop_map(move |paragraphs| {
            Generated {
                paragraphs,
                layout,
                saving,
            }
        })
    })
}

fn paragraph(is_legacy: bool) -> impl Strategy<Value = Vec<Word>> {
    // Some paragraphs are so long that they are cut into several passages.
    let length = prop_oneof![6 => 4..40usize, 1 => 210..330usize];
    length.prop_flat_map(move |length| proptest::collection::vec(word(is_legacy), length))
}

fn word(is_legacy: bool) -> BoxedStrategy<Word> {
    let forms: &[Form] = if is_legacy {
        &[
            Form::AsIs,
            Form::Uppercase,
            Form::SoftHyphen,
            Form::Compound,
        ]
    } else {
        &[
            Form::AsIs,
            Form::Uppercase,
            Form::SoftHyphen,
            Form::Decomposed,
            Form::Compound,
        ]
    };
    let target =
        (0..TARGETS.len(), select(forms)).prop_map(|(target, form)| Word::Target(target, form));
    let filler = select(&FILLERS[..]).prop_map(Word::Filler);
    let unicode = select(&UNICODE[..]).prop_map(Word::Filler);
    if is_legacy {
        prop_oneof![8 => filler, 1 => target].boxed()
    } else {
        prop_oneof![8 => filler, 1 => target, 1 => unicode].boxed()
    }
}

impl Word {
    fn text(&self) -> String {
        match *self {
            Word::Filler(filler) => filler.to_owned(),
            Word::Target(target, form) => form.of(TARGETS[target]),
        }
    }

    /// The target that the word is certain to be found as.
    fn target(&self) -> Option<usize> {
        match *self {
            // Whether a compound is taken apart is for the splitter to say.
            Word::Target(_, Form::Compound) | Word::Filler(_) => None,
            Word::Target(target, _) => Some(target),
        }
    }
}

impl Form {
    fn of(self, word: &str) -> String {
        match self {
            Form::AsIs => word.to_owned(),
            // There is a capital ß, but nobody types it.
            Form::Uppercase => word.to_uppercase(),
            Form::SoftHyphen => {
                let middle = word.char_indices().nth(2).map_or(0, |(at, _)| at);
                format!("{}\u{ad}{}", &word[..middle], &word[middle..])
            }
            Form::Decomposed => word
                .replace('ö', "o\u{308}")
                .replace('ä', "a\u{308}")
                .replace('Ü', "U\u{308}"),
            Form::Compound => format!("{word}lager"),
        }
    }
}

impl Generated {
    fn text(&self) -> String {
        let gap = self
            .layout
            .line_end
            .repeat(if self.layout.blank_lines { 2 } else { 1 });
        let paragraphs: Vec<String> = self
            .paragraphs
            .iter()
            .map(|words| sentences(words))
            .collect();
        paragraphs.join(&gap) + self.layout.line_end
    }

    fn holds(&self, target: &str) -> bool {
        let mut words = self.paragraphs.iter().flatten();
        words.any(|word| {
            word.target()
                .is_some_and(|planted| TARGETS[planted] == target)
        })
    }
}

/// Words with a full stop behind every ninth.
fn sentences(words: &[Word]) -> String {
    let sentences = words.chunks(9).map(|words| {
        let words: Vec<String> = words.iter().map(Word::text).collect();
        format!("Es hieß {} dort.", words.join(" "))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

impl Saved {
    /// All articles in files: records of JSON in one, every other in its own.
    pub fn all(articles: &[Generated]) -> Vec<Saved> {
        let mut files = Vec::new();
        let mut records = Saved {
            name: "records.jsonl".to_owned(),
            bytes: Vec::new(),
            writing: Writing::Json,
            ids: Vec::new(),
        };
        for (number, article) in articles.iter().enumerate() {
            if let Saving::Json(choices) = article.saving {
                records.add_record(number, article, choices);
            } else {
                files.push(Saved::text(number, article));
            }
        }
        if !records.ids.is_empty() {
            files.push(records);
        }
        files
    }

    /// The articles that hold a target, as results name them.
    pub fn ids_holding(articles: &[Generated], files: &[Saved], target: &str) -> BTreeSet<String> {
        let ids = files.iter().flat_map(|file| &file.ids);
        ids.filter(|(number, _)| articles[*number].holds(target))
            .map(|(_, id)| id.clone())
            .collect()
    }

    fn text(number: usize, article: &Generated) -> Saved {
        let text = article.text();
        let units =
            |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (bytes, writing) = match article.saving {
            Saving::Utf8 | Saving::Json(_) => (text.into_bytes(), Writing::Utf8),
            Saving::Utf8Marked => ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Writing::Utf8),
            Saving::Utf16Le => (units(u16::to_le_bytes), Writing::Utf16Le),
            Saving::Utf16LeMarked => (
                [b"\xFF\xFE".to_vec(), units(u16::to_le_bytes)].concat(),
                Writing::Utf16Le,
            ),
            Saving::Utf16BeMarked => (
                [b"\xFE\xFF".to_vec(), units(u16::to_be_bytes)].concat(),
                Writing::Utf16Be,
            ),
            Saving::Windows1252 => (
                WINDOWS_1252.encode(&text).0.into_owned(),
                Writing::Windows1252,
            ),
        };
        let name = format!("{number}.txt");
        Saved {
            ids: vec![(number, name.clone())],
            name,
            bytes,
            writing,
        }
    }

    fn add_record(&mut self, number: usize, article: &Generated, choices: u64) {
        let mut choices = Choices(choices | 1);
        let text = quoted(&article.text(), &mut choices);
        let title = quoted("Ein „Titel“ mit \\ und \t", &mut choices);
        let id = format!("r{number}");
        let line = match choices.next(3) {
            0 => format!("{{\"id\":\"{id}\",\"text\":{text}}}\n"),
            1 => format!("  {{ \"title\" : {title} , \"text\" : {text}, \"id\":\"{id}\" }}\r\n"),
            _ => format!(
                "{{\"id\":\"{id}\",\"x\":[{{\"text\":\"nein\"}},null,1e3],\"title\":{title},\"text\":{text}}}\n\n"
            ),
        };
        self.bytes.extend(line.bytes());
        self.ids.push((number, format!("{}#{id}", self.name)));
    }
}

/// A string of JSON whose characters are escaped as chance will have it.
fn quoted(text: &str, choices: &mut Choices) -> String {
    let mut quoted = String::from("\"");
    // Most programs write all of a text in one manner; a few change it in the middle.
    let manners = 1 + choices.next(3);
    let first = choices.next(4);
    for (number, character) in text.chars().enumerate() {
        let manner = (first + (number as u64 / 7) % manners) % 4;
        let mut units = [0; 2];
        let escaped: String = character
            .encode_utf16(&mut units)
            .iter()
            .map(|unit| match manner {
                0 => format!("\\u{unit:04X}"),
                _ => format!("\\u{unit:04x}"),
            })
            .collect();
        match (manner, character) {
            (0 | 1, '\n') => quoted.push_str("\\n"),
            (0, _) => quoted.push_str(&escaped),
            (1, sign) if !sign.is_ascii() => quoted.push_str(&escaped),
            (2, '/') => quoted.push_str("\\/"),
            (_, sign) => {
                let plain = serde_json::to_string(&sign).expect("a character can be written");
                quoted.push_str(&plain[1..plain.len() - 1]);
            }
        }
    }
    quoted + "\""
}

/// Numbers that look random and are the same every time (xorshift).
struct Choices(u64);

impl Choices {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below
    }
}
