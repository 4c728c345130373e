//! Files that are made to break their reader: each is read or refused, in time and without a crash.

use crate::harness::{BELEG, project};
use beleg::article::Article;
use beleg::source::{Format, Limits, ReadApart, parse, read};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What an unoptimised build needs at most for any of these files on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads a file of these bytes, and checks that every block lies in its record.
fn articles(folder: &Path, name: &str, bytes: &[u8]) -> Vec<Article> {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("it can be written");
    let format = Format::of(&path).expect("a known format");
    let limits = Limits {
        record_bytes: 8_000_000,
        apart: ReadApart::new(Some(BELEG.into()), 20, 1_000_000_000),
        ..Limits::default()
    };
    let started = Instant::now();
    let mut articles = Vec::new();
    // What is refused is refused; here it only matters that nothing breaks.
    let _ = read(&path, format, &limits, &mut |record| {
        if let Ok(record) = record
            && let Ok(article) = parse(&record, &limits, name)
        {
            for block in article.blocks.iter().filter(|_| article.parts.is_empty()) {
                let place = article.map.to_record(&article.text, block.span);
                assert!(place.end() <= record.bytes.len() as u64, "{name}");
                article.map.position(&article.text, block.span.start());
            }
            articles.push(article);
        }
        ControlFlow::Continue(())
    });
    assert!(
        started.elapsed() < PATIENCE,
        "{name} took {:?}",
        started.elapsed()
    );
    articles
}

fn endings() -> Vec<&'static str> {
    vec![
        "txt", "md", "html", "rtf", "jsonl", "json", "csv", "eml", "mbox", "pdf", "docx", "odt",
        "epub", "warc", "zip", "tar", "gz", "tgz", "zst",
    ]
}

#[test]
fn a_hundred_thousand_nested_tags_are_read_to_their_end() {
    let folder = TempDir::new().expect("a folder");
    let sentence = "Ganz innen steht ein Satz, der gefunden werden soll, auch wenn er tief liegt. Und noch einer.";
    for tag in ["div", "ul><li", "table><tr><td", "a", "x-y"] {
        let page = format!("{}{sentence}", format!("<{tag}>").repeat(100_000));
        let found = articles(folder.path(), "tief.html", page.as_bytes());
        assert!(found[0].text.contains(sentence), "{tag}");
    }
    let open_and_close = "<p><i></p><div></a></span>".repeat(50_000);
    articles(folder.path(), "kreuz.html", open_and_close.as_bytes());
}

#[test]
fn marks_inside_marks_end_somewhere() {
    let folder = TempDir::new().expect("a folder");
    let deep = [
        ("tief.md", ">".repeat(20_000)),
        ("liste.md", "- ".repeat(20_000)),
        ("klammern.md", "[".repeat(50_000)),
        ("sterne.md", "*a ".repeat(30_000)),
        (
            "kopf.md",
            format!("---\n{}\n---\nText.", "a: [".repeat(5_000)),
        ),
        (
            "bombe.md",
            "---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ntitle: *c\n---\nText."
                .to_owned(),
        ),
        ("tief.rtf", "{\\rtf1 ".to_owned() + &"{".repeat(100_000)),
        ("zu.rtf", "{\\rtf1 ".to_owned() + &"}".repeat(100_000)),
        ("tief.json", "[".repeat(100_000)),
        ("objekte.json", "{\"text\":".repeat(100_000)),
        ("anfang.csv", "text\n\"".to_owned() + &"a\n".repeat(100_000)),
        ("verweise.html", "<p>".to_owned() + &"&amp".repeat(100_000)),
        ("attribute.html", "<p ".to_owned() + &"a=b ".repeat(100_000)),
        ("kommentar.html", "<!--".repeat(100_000)),
    ];
    for (name, content) in deep {
        articles(folder.path(), name, content.as_bytes());
    }
}

#[test]
fn one_line_without_end_is_refused_without_being_held() {
    let folder = TempDir::new().expect("a folder");
    let line = vec![b'a'; 20_000_000];
    for ending in endings() {
        let beginning: &[u8] = match ending {
            "rtf" => b"{\\rtf1 ",
            "jsonl" | "json" => b"{\"id\":\"1\",\"text\":\"",
            "csv" => b"text\n",
            _ => b"",
        };
        let found = articles(
            folder.path(),
            &format!("lang.{ending}"),
            &[beginning, &line].concat(),
        );
        assert!(found.is_empty(), "{ending}");
    }
}

#[test]
fn no_bytes_under_any_ending_make_reading_panic() {
    let folder = TempDir::new().expect("a folder");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..200 {
        let bytes: Vec<u8> = (0..random.below(400))
            .map(|_| random.next() as u8)
            .collect();
        for ending in endings() {
            articles(folder.path(), &format!("{round}.{ending}"), &bytes);
        }
    }
}

#[test]
fn no_damage_to_a_good_file_makes_reading_panic() {
    let folder = TempDir::new().expect("a folder");
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for path in fixtures() {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&path).expect("readable");
        for _ in 0..30 {
            articles(folder.path(), &name, &damaged(&bytes, &mut random));
        }
    }
}

/// The bytes with some of them cut off, doubled, overwritten or left out.
fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(damaged.len().max(1));
        let end = (at + random.below(40)).min(damaged.len());
        match random.below(5) {
            0 => damaged.truncate(at),
            1 => drop(damaged.drain(at..end)),
            2 => damaged[at..end]
                .iter_mut()
                .for_each(|byte| *byte = random.next() as u8),
            3 => {
                let copy = damaged[at..end].to_vec();
                damaged.splice(at..at, copy);
            }
            _ => {
                let signs = b"<>&;{}[]\"'\\*_#-\0\n\r=/";
                let sign = signs[random.below(signs.len())];
                damaged.insert(at.min(damaged.len()), sign);
            }
        }
    }
    damaged
}

/// All sources among the fixtures that this binary can read.
fn fixtures() -> Vec<PathBuf> {
    let inside = |folder: PathBuf| {
        fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
    };
    let formats = inside(project("tests/fixtures")).filter(|path| path.is_dir());
    let mut files: Vec<PathBuf> = formats.flat_map(inside).flat_map(inside).collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|ending| endings().iter().any(|known| ending == *known))
    });
    files.sort();
    files
}

/// A small generator of numbers (xorshift), the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}
