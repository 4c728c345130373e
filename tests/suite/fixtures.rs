//! Files as real programs write them: each is read as the `expected.toml` beside it says, and every
//! word of it is cited with the bytes in which it stands.

mod expected;
mod meaning;

use crate::harness::project;
use beleg::article::{Article, BlockKind, Known, amend};
use beleg::source::{
    Beside, Candidate, Format, Limits, RawRecord, Reason, RecordPlace, Table, extracted, parse,
    read, walk,
};
use beleg::span::TextSpan;
use expected::Expected;
use meaning::means;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The table that describes the source beside it.
const TABLE: &str = "metadata.csv";

/// What a file was read as, with its bytes.
struct Fixture {
    path: PathBuf,
    bytes: Vec<u8>,
    /// Each article with the record that it was read from.
    articles: Vec<(RawRecord, Article)>,
    faults: Vec<String>,
}

impl Fixture {
    fn read(path: PathBuf, beside: &Beside) -> Self {
        let format = Format::of(&path).expect("a known format");
        let name = path.file_name().expect("a name").to_string_lossy();
        let (mut articles, mut faults) = (Vec::new(), Vec::new());
        let outcome = read(&path, format, &Limits::default(), &mut |record| {
            match record.map(|record| (parse(&record, &Limits::default(), &name), record)) {
                Ok((Ok(mut article), record)) => {
                    amend(&mut article, &beside.of(record.name.as_deref()));
                    articles.push((record, article));
                }
                Ok((Err(reason), record)) => faults.push(told(&record.place(), &reason)),
                Err(faulty) => faults.push(told(&faulty.place, &faulty.reason)),
            }
            ControlFlow::Continue(())
        });
        if let Err(reason) = outcome {
            faults.push(reason.to_string());
        }
        let bytes = fs::read(&path).expect("readable");
        Self {
            path,
            bytes,
            articles,
            faults,
        }
    }

    /// Whether a record stands in the file as it is, so that its bytes and lines are those of the file.
    fn holds(&self, record: &RawRecord) -> bool {
        let is_packed = self
            .path
            .extension()
            .is_some_and(|ending| ending == "gz" || ending == "zst");
        record.member == 0 && !is_packed
    }
}

/// The bytes that a span of an article is cited with: those of its record, or where the record is no
/// text, those of the text that is extracted from it anew.
fn cited(record: &RawRecord, article: &Article, span: TextSpan) -> Vec<u8> {
    let place = article.map.to_record(&article.text, span);
    let place = place.start() as usize..place.end() as usize;
    match extracted(record, &Limits::default()).expect("it was read before") {
        Some(text) => text.as_bytes()[place].to_vec(),
        None => record.bytes[place].to_vec(),
    }
}

/// A fault as `expected.toml` has it: `7: reason`, `#member: reason`, or only the reason.
fn told(place: &RecordPlace, reason: &Reason) -> String {
    match place.to_string().trim_start_matches(':') {
        "" => reason.to_string(),
        place => format!("{place}: {reason}"),
    }
}

/// Every case: a folder with one source and what it is to be read as.
fn cases() -> Vec<(Fixture, Expected)> {
    let mut cases = Vec::new();
    for format in folders(&project("tests/fixtures")) {
        for case in folders(&format) {
            let expected = Expected::read(&case.join("expected.toml"));
            cases.push((fixture(&case), expected));
        }
    }
    cases
}

/// The one source of a folder, with what a sidecar or [`TABLE`] says of it.
fn fixture(case: &Path) -> Fixture {
    let roots = [case.to_owned()];
    let found = walk(&roots).flatten();
    let mut sources: Vec<Candidate> = found.filter(|source| source.relative != TABLE).collect();
    assert_eq!(sources.len(), 1, "{}", case.display());
    let Candidate {
        path, mut beside, ..
    } = sources.remove(0);
    if let Ok(table) = fs::read(case.join(TABLE)) {
        beside.add(&Table::read(&table).expect("a table"), &path);
    }
    Fixture::read(path, &beside)
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn every_file_is_read_as_a_reader_understands_it() {
    for (fixture, expected) in cases() {
        let place = fixture.path.display();
        assert_eq!(fixture.faults, expected.faults, "{place}");
        assert_eq!(fixture.articles.len(), expected.articles.len(), "{place}");
        for ((_, article), expected) in fixture.articles.iter().zip(&expected.articles) {
            if expected.record.is_some() {
                assert_eq!(article.record, expected.record, "{place}");
            }
            assert_eq!(known(article), expected.known, "{place}");
            let notes: Vec<String> = article.notes.iter().map(|note| note.text()).collect();
            assert_eq!(notes, expected.notes, "{place}");
            match &expected.holds {
                Some(corpus) => holds(article, corpus),
                None => assert_eq!(blocks(article), expected.blocks, "{place}"),
            }
        }
    }
}

#[test]
fn every_word_of_every_file_is_cited_with_its_bytes() {
    for (fixture, expected) in cases() {
        let mut words = 0;
        for ((record, article), expected) in fixture.articles.iter().zip(&expected.articles) {
            for block in &article.blocks {
                for word in words_of(&article.text, block.span) {
                    let raw = cited(record, article, word);
                    let (text, place) = (&article.text[word.range()], fixture.path.display());
                    let meant = means(record.format, expected.encoding.as_deref(), &raw);
                    assert_eq!(meant, text, "{place}: {}", String::from_utf8_lossy(&raw));
                    words += 1;
                }
            }
        }
        assert_eq!(
            words > 0,
            !fixture.articles.is_empty(),
            "{}",
            fixture.path.display()
        );
    }
}

#[test]
fn every_block_stands_at_the_line_it_is_cited_with() {
    for (fixture, _) in cases().into_iter().filter(|(fixture, _)| is_utf8(fixture)) {
        let file = String::from_utf8_lossy(&fixture.bytes).into_owned();
        let in_file = |(record, article): &&(RawRecord, Article)| {
            fixture.holds(record) && article.parts.is_empty()
        };
        for (record, article) in fixture.articles.iter().filter(in_file) {
            let start = record.start.byte as usize;
            let bytes = &fixture.bytes[start..start + record.bytes.len()];
            assert_eq!(bytes, record.bytes, "{}", fixture.path.display());
            for block in &article.blocks {
                let position = article.map.position(&article.text, block.span.start());
                let line = (article.record_start.line + position.line) as usize;
                let line = file.split('\n').nth(line).expect("the line is there");
                let before = file.find(line).map_or(0, |_| position.column as usize);
                let behind: String = line.chars().skip(before).collect();
                let first = words_of(&article.text, block.span)[0];
                let raw = cited(record, article, first);
                let raw = String::from_utf8_lossy(&raw);
                let start: String = raw.chars().take(3).collect();
                assert!(
                    behind.starts_with(&start),
                    "{}: {line}",
                    fixture.path.display()
                );
            }
        }
    }
}

fn is_utf8(fixture: &Fixture) -> bool {
    str::from_utf8(&fixture.bytes).is_ok()
}

fn words_of(text: &str, block: TextSpan) -> Vec<TextSpan> {
    let words = text[block.range()].split_whitespace();
    words
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            TextSpan::new(start, start + word.len())
        })
        .collect()
}

/// `title: Kim reist (JSON-LD)` for all that is known.
fn known(article: &Article) -> Vec<String> {
    let date = article.date.as_ref().map(|date| Known {
        value: date.value.to_string(),
        origin: date.origin,
    });
    let language = Known {
        value: article.language.value.code().to_owned(),
        origin: article.language.origin,
    };
    let all = [
        ("title", article.title.clone()),
        ("outlet", article.outlet.clone()),
        ("author", article.author.clone()),
        ("date", date),
        ("url", article.url.clone()),
        ("language", Some(language)),
    ];
    let known = all
        .into_iter()
        .filter_map(|(name, known)| Some((name, known?)));
    known
        .map(|(name, known)| format!("{name}: {} ({})", known.value, known.origin.name()))
        .collect()
}

/// `paragraph 3:1 Der Text` for every block, with its line and column in the file.
fn blocks(article: &Article) -> Vec<String> {
    let blocks = article.blocks.iter().map(|block| {
        let position = article.map.position(&article.text, block.span.start());
        let line = article.record_start.line + position.line + 1;
        let words: Vec<&str> = article.text[block.span.range()]
            .split_whitespace()
            .collect();
        let kind = name_of(block.kind);
        format!("{kind} {line}:{} {}", position.column + 1, words.join(" "))
    });
    blocks.collect()
}

fn name_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Lead => "lead",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "item",
        BlockKind::Caption => "caption",
        BlockKind::Boilerplate => "around",
    }
}

/// Fails unless an article has every paragraph of an article of the corpus, whole and in order.
fn holds(article: &Article, corpus: &str) {
    let corpus = fs::read_to_string(project("corpus").join(corpus)).expect("readable");
    let blocks: Vec<String> = article
        .blocks
        .iter()
        .map(|block| {
            article.text[block.span.range()]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let mut rest = blocks.iter();
    for paragraph in corpus
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        assert!(rest.any(|block| block == paragraph), "lost: {paragraph}");
    }
}
