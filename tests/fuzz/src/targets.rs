//! What must hold whatever is read. The fuzz targets and `cargo bench --bench fuzz` both begin here.

use beleg::article::{Article, passages};
use beleg::claim::checkable;
use beleg::german::{Aliases, Analyzer, Knowledge, sentences};
use beleg::people::Recognizer;
use beleg::query;
use beleg::source::{Format, Limits, RawRecord, extracted, parse, read};
use beleg::span::TextSpan;
use beleg::speech::attributions;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// As much of a text as is analysed, in bytes: the chain takes texts sentence by sentence.
const ANALYSED: usize = 4_000;

/// What reads an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The reader of a format, with all that is done with an article before it is indexed.
    Source(Format),
    /// The parser of queries.
    Query,
    /// Words, sentences, names and speakers of a text.
    Text,
    /// Claims taken apart.
    Claim,
}

impl Target {
    /// All of them.
    pub fn all() -> Vec<Target> {
        let formats = Format::ALL.into_iter().map(Target::Source);
        formats
            .chain([Target::Query, Target::Text, Target::Claim])
            .collect()
    }

    /// The name of a file for its inputs. That of a packed one tells what is inside.
    pub fn file_name(self) -> String {
        match self {
            Target::Source(format @ (Format::Gzip | Format::Zstandard)) => {
                format!("input.tar.{}", format.name())
            }
            Target::Source(format) => format!("input.{}", format.name()),
            Target::Query => "input.query".to_owned(),
            Target::Text => "input.text".to_owned(),
            Target::Claim => "input.claim".to_owned(),
        }
    }

    /// Reads what was written to `path`.
    ///
    /// # Panics
    /// When something does not hold that must hold for any input.
    pub fn run(self, path: &Path, limits: &Limits) {
        if let Target::Source(format) = self {
            return source(path, format, limits);
        }
        let bytes = fs::read(path).expect("the input was written before");
        let text = String::from_utf8_lossy(&bytes);
        match self {
            Target::Query => queries(&text),
            Target::Claim => claims(&text),
            Target::Text | Target::Source(_) => texts(&text),
        }
    }
}

fn source(path: &Path, format: Format, limits: &Limits) {
    let mut names = Vec::new();
    // That a file cannot be read is an answer like any other.
    let _ = read(path, format, limits, &mut |record| {
        if let Ok(record) = record {
            article_of(&record, limits);
            names.push(record.name);
        }
        ControlFlow::Continue(())
    });
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "two records have one name");
}

fn article_of(record: &RawRecord, limits: &Limits) {
    let _ = record.place().to_string();
    let Ok(article) = parse(record, limits, "input.txt") else {
        return;
    };
    let again = parse(record, limits, "input.txt").expect("it was read before");
    assert_eq!(article.text, again.text, "read differently");
    assert_eq!(article.blocks, again.blocks, "read differently");
    assert_eq!(article.record, record.name);
    blocks(&article);
    let anew = extracted(record, limits).expect("it was read before");
    places(
        &article,
        anew.as_deref().map_or(&record.bytes, str::as_bytes),
    );
    texts(start_of(&article.text));
}

/// Blocks stand in order and apart, and passages hold all of them.
fn blocks(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        let text = &article.text[block.span.range()];
        assert!(block.span.start() >= end, "blocks overlap");
        assert!(!text.trim().is_empty(), "a block without text");
        assert_eq!(text.trim(), text, "white space around a block");
        end = block.span.end();
    }
    let passages = passages(&article.text, &article.blocks);
    let mut held = vec![0; article.blocks.len()];
    for piece in passages.iter().flat_map(|passage| &passage.pieces) {
        let block = article.blocks[piece.block as usize];
        assert!(block.span.contains(piece.span), "a piece of another block");
        held[piece.block as usize] += article.text[piece.span.range()].trim().len();
    }
    for (block, held) in article.blocks.iter().zip(held) {
        assert!(held > 0, "a block in no passage: {block:?}");
    }
}

/// Words of the text stand in the bytes they were read from, where a citation finds them.
fn places(article: &Article, bytes: &[u8]) {
    let blocks = article.blocks.iter().take(200);
    for span in blocks.flat_map(|block| first_and_last(&article.text, block.span)) {
        let place = article.map.to_record(&article.text, span);
        assert!(place.start() < place.end(), "a word without bytes");
        assert!(place.end() <= bytes.len() as u64, "a word behind the end");
        let place = place.start() as usize..place.end() as usize;
        let is_text = article.notes.is_empty() && !article.parts.is_empty();
        if is_text {
            let meant = String::from_utf8_lossy(&bytes[place]);
            let first = article.text[span.range()].chars().next();
            assert_eq!(meant.chars().next(), first, "other words are cited");
        }
        let _ = article.map.position(&article.text, span.start());
    }
}

fn first_and_last(text: &str, block: TextSpan) -> Vec<TextSpan> {
    let span = |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        TextSpan::new(start, start + word.len())
    };
    let mut words = text[block.range()].split_whitespace();
    let first = words.next();
    first
        .into_iter()
        .chain(words.next_back())
        .map(span)
        .collect()
}

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(ANALYSED)]
}

/// What the rooms of language make of a text lies inside it and on its characters.
fn texts(text: &str) {
    let mut end = 0;
    for sentence in sentences(text) {
        assert!(sentence.start() >= end, "sentences overlap");
        assert!(text.get(sentence.range()).is_some(), "half a character");
        end = sentence.end();
    }
    for mut analyzer in [Analyzer::german(Knowledge::default()), Analyzer::plain()] {
        let mut start = 0;
        analyzer.analyze(text, |token| {
            let word = text.get(token.span.range());
            let word = word.expect("a word inside the text, on its characters");
            assert!(token.span.start() >= start, "words go backwards");
            start = token.span.start();
            for part in &token.word.parts {
                let part = word.get(part.start.into()..part.end.into());
                assert!(part.is_some(), "a part outside its word");
            }
        });
    }
    let block = beleg::article::Block {
        kind: beleg::article::BlockKind::Paragraph,
        span: TextSpan::new(0, text.len()),
    };
    let _ = Recognizer::new().names(text, &[block]);
    for said in attributions(text, &[]) {
        assert!(text.get(said.span.range()).is_some(), "half a character");
    }
}

fn queries(text: &str) {
    let _ = query::plain(text);
    if let Err(error) = query::parse(text) {
        let place = text.get(error.span.range());
        assert!(place.is_some(), "a fault outside the query");
        assert!(!error.to_string().is_empty());
    }
}

fn claims(text: &str) {
    let text = start_of(text);
    let mut analyzer = Analyzer::german(Knowledge::default());
    let _ = checkable(text, &mut analyzer, Aliases::builtin());
}
