//! How fast sources are read, and what becomes of them.
//!
//! Run it as `cargo bench --bench source -- <folder or file>`. Each row is a pass over all
//! sources on one thread that does one thing more than the row above it.

use beleg::article::{Article, BlockKind, passages};
use beleg::source::{Candidate, Limits, RawRecord, parse, read, walk};
use std::collections::BTreeMap;
use std::error::Error;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(root) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("usage: cargo bench --bench source -- <folder or file>".into());
    };
    let sources: Vec<Candidate> = walk(&[PathBuf::from(root)])
        .filter_map(Result::ok)
        .collect();
    let mut bytes = 0;
    measure("read and hash", &sources, |record, _| {
        bytes += record.bytes.len()
    });
    println!("{:>16} bytes of records", bytes);
    measure("and parse", &sources, |record, source| {
        drop(parse(record, &Limits::default(), &source.relative));
    });
    let mut counts = BTreeMap::new();
    measure("and cut", &sources, |record, source| {
        match parse(record, &Limits::default(), &source.relative) {
            Ok(article) => count(&article, &mut counts),
            Err(_) => *counts.entry("faulty records".to_owned()).or_default() += 1,
        }
    });
    for (what, count) in counts {
        println!("{count:>16} {what}");
    }
    Ok(())
}

/// Reads all sources once and prints how long it took.
fn measure(name: &str, sources: &[Candidate], mut each: impl FnMut(&RawRecord, &Candidate)) {
    let start = Instant::now();
    let mut bytes = 0;
    for source in sources {
        let whole = read(
            &source.path,
            source.format,
            &Limits::default(),
            &mut |record| {
                if let Ok(record) = record {
                    bytes += record.bytes.len();
                    each(&record, source);
                }
                ControlFlow::Continue(())
            },
        );
        if let Err(reason) = whole {
            println!("{}: {reason}", source.relative);
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{name:>16}: {seconds:.2} s, {:.0} MB/s",
        bytes as f64 / seconds / 1e6
    );
}

/// Adds what an article consists of to `counts`.
fn count(article: &Article, counts: &mut BTreeMap<String, usize>) {
    let mut add = |what: &str, number: usize| {
        *counts.entry(what.to_owned()).or_default() += number;
    };
    add("articles", 1);
    add("articles with a date", usize::from(article.date.is_some()));
    add(
        "articles with a title",
        usize::from(article.title.is_some()),
    );
    add("bytes of text", article.text.len());
    for block in &article.blocks {
        add(&format!("blocks: {:?}", block.kind).to_lowercase(), 1);
        let mut stored = Vec::new();
        article
            .map
            .slice(&article.text, block.span)
            .encode(&mut stored);
        add("bytes of stored maps", stored.len());
    }
    let headings = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading);
    add("articles with headings", usize::from(headings.count() > 0));
    for passage in passages(&article.text, &article.blocks) {
        let words = |span: beleg::span::TextSpan| article.text[span.range()].split_whitespace();
        let words: usize = passage
            .pieces
            .iter()
            .map(|piece| words(piece.span).count())
            .sum();
        add(
            &format!(
                "passages of {:>3} to {:>3} words",
                words / 50 * 50,
                words / 50 * 50 + 49
            ),
            1,
        );
        add("passages", 1);
    }
}
