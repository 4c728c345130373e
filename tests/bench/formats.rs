//! What reading formats costs: the same texts are indexed as plain files and as files of all formats
//! that can be written here, and the two times are compared.
//!
//! `cargo bench --bench formats -- FILE.jsonl [NUMBER]` takes so many texts (20,000 unless said) from
//! the file, again from its start when it has fewer. The goal is at most twice the time.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The built program.
const BELEG: &str = env!("CARGO_BIN_EXE_beleg");
/// Texts unless another number is given.
const TEXTS: usize = 20_000;
/// How often each folder is indexed; the best time counts.
const ROUNDS: usize = 3;

/// What stands around an article on a page, as much as on a simple one.
const MENU: &str = "<nav><ul><li><a href=\"/p\">Politik</a></li><li><a href=\"/w\">Wirtschaft</a></li>\
    <li><a href=\"/k\">Kultur</a></li></ul></nav>";
const FOOT: &str = "<div class=\"newsletter\"><p>Melden Sie sich für unseren Newsletter an.</p></div>\
    <footer>© 2023 Das Blatt</footer>";

type Writer = fn(&str, &str) -> String;

/// Each format with what writes a text in it.
const WRITERS: [(&str, Writer); 7] = [
    ("txt", |title, text| format!("{title}\n\n{text}")),
    ("md", |title, text| {
        format!("---\ntitle: {title:?}\n---\n\n# {title}\n\n{text}")
    }),
    ("html", page),
    ("rtf", rich_text),
    ("json", |title, text| {
        json!({"title": title, "text": text}).to_string()
    }),
    ("jsonl", |title, text| {
        json!({"id": "1", "title": title, "text": text}).to_string()
    }),
    ("csv", |title, text| {
        format!("title,text\n{},{}\n", quoted(title), quoted(text))
    }),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench");
    let Some(file) = arguments.next() else {
        println!("formats: skipped, no collection given (FILE.jsonl [NUMBER])");
        return Ok(());
    };
    let number = arguments
        .next()
        .map_or(Ok(TEXTS), |number| number.parse())?;
    let texts = texts(Path::new(&file))?;
    let texts: Vec<&(String, String)> = texts.iter().cycle().take(number).collect();
    let plain = folder(&texts, |_| &WRITERS[0])?;
    let mixed = folder(&texts, |place| &WRITERS[place % WRITERS.len()])?;
    let (mut best_plain, mut best_mixed) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        best_plain = best_plain.min(indexed(plain.path())?);
        best_mixed = best_mixed.min(indexed(mixed.path())?);
    }
    println!("{number} files, best of {ROUNDS}");
    println!("plain  {:7.2} s", best_plain.as_secs_f64());
    println!("mixed  {:7.2} s", best_mixed.as_secs_f64());
    println!(
        "ratio  {:7.2}",
        best_mixed.as_secs_f64() / best_plain.as_secs_f64()
    );
    for (place, writer) in WRITERS.iter().enumerate().skip(1) {
        let alone = folder(&texts, |_| &WRITERS[place])?;
        let time = indexed(alone.path())?;
        println!("{:5}  {:7.2} s", writer.0, time.as_secs_f64());
    }
    Ok(())
}

/// Title and text of every line of a file.
fn texts(file: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        texts.push((text("title"), text("text")));
    }
    Ok(texts)
}

/// A folder with a file for each text, a thousand in each folder inside.
fn folder<'w>(
    texts: &[&(String, String)],
    writer: impl Fn(usize) -> &'w (&'static str, Writer),
) -> Result<TempDir, Box<dyn Error>> {
    let folder = TempDir::new()?;
    for (place, (title, text)) in texts.iter().enumerate() {
        let (ending, write) = writer(place);
        let inside = folder
            .path()
            .join("corpus")
            .join((place / 1000).to_string());
        fs::create_dir_all(&inside)?;
        fs::write(inside.join(format!("{place}.{ending}")), write(title, text))?;
    }
    Ok(folder)
}

/// How long a new index of the folder takes.
fn indexed(folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let started = Instant::now();
    let status = Command::new(BELEG)
        .args(["index", "--rebuild"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let time = started.elapsed();
    status
        .success()
        .then_some(time)
        .ok_or("beleg index failed".into())
}

fn page(title: &str, text: &str) -> String {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('ü', "&uuml;")
    };
    let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
    let body: String = paragraphs
        .map(|line| format!("<p>{}</p>\n", escaped(line)))
        .collect();
    let title = escaped(title);
    format!(
        "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>{title} | Das Blatt</title>\
         <meta name=\"author\" content=\"A. Lee\"></head><body>{MENU}<article><h1>{title}</h1>\n{body}</article>{FOOT}</body></html>"
    )
}

fn rich_text(title: &str, text: &str) -> String {
    let escaped = |text: &str| -> String {
        let escape = |letter: char| match letter {
            '\\' | '{' | '}' => format!("\\{letter}"),
            _ if letter.is_ascii() => letter.to_string(),
            _ => {
                let mut units = [0; 2];
                let units = letter.encode_utf16(&mut units).iter();
                units.map(|unit| format!("\\u{}?", *unit as i16)).collect()
            }
        };
        text.chars().map(escape).collect()
    };
    let body: String = text
        .lines()
        .map(|line| format!("{}\\par\n", escaped(line)))
        .collect();
    format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\outlinelevel0 {}\\par\\pard\n{body}}}",
        escaped(title)
    )
}

fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}
