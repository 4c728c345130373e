//! The persons of the five articles that come with the project, held against what people read there.

use std::fs;

use beleg::people::detect::{Detector, Found, SURE};
use beleg::span::TextSpan;

use crate::harness::project;

/// An article with the places that name somebody.
struct Gold {
    text: String,
    names: Vec<(TextSpan, bool)>,
}

/// Reads the annotation: `# file`, then line number, surface, person and perhaps `derived`.
fn gold() -> Vec<Gold> {
    let table = fs::read_to_string(project("tests/gold/persons/corpus.tsv")).expect("it is there");
    let mut articles: Vec<Gold> = Vec::new();
    let mut at = 0;
    for line in table.lines().filter(|line| !line.is_empty()) {
        if let Some(file) = line.strip_prefix("# ") {
            let text = fs::read_to_string(project("corpus").join(file)).expect("an article");
            articles.push(Gold {
                text,
                names: Vec::new(),
            });
            at = 0;
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let article = articles.last_mut().expect("a file comes first");
        let number: usize = columns[0].parse().expect("a line's number");
        let line_start = nth_line(&article.text, number);
        at = at.max(line_start);
        let found = article.text[at..]
            .find(columns[1])
            .expect("it stands there");
        let span = TextSpan::new(at + found, at + found + columns[1].len());
        at = span.end();
        article
            .names
            .push((span, columns.get(3) == Some(&"derived")));
    }
    articles
}

fn nth_line(text: &str, number: usize) -> usize {
    let lines = text.split_inclusive('\n').take(number - 1);
    lines.map(str::len).sum()
}

fn found(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        TextSpan::new(at - line.len(), at - line.len() + line.trim_end().len())
    });
    Detector::new().detect(text, lines, &mut found);
    found.retain(|name| name.confidence >= SURE);
    found
}

#[test]
fn the_names_of_the_articles_are_found() {
    let (mut right, mut all_found, mut all_gold) = (0, 0, 0);
    for article in gold() {
        let found = found(&article.text);
        let is_named = |found: &&Found| {
            let same = |(span, derived): &(TextSpan, bool)| {
                *derived == found.derived && span.overlaps(found.span)
            };
            article.names.iter().any(same)
        };
        right += found.iter().filter(is_named).count();
        all_found += found.len();
        all_gold += article.names.len();
    }
    let f1 = 2.0 * right as f64 / (all_found + all_gold) as f64;
    assert!(
        f1 >= 0.97,
        "F1 {f1:.3}: {right} of {all_found} found, {all_gold} are there"
    );
}

#[test]
fn words_that_only_derive_from_a_name_are_found_as_such() {
    for article in gold() {
        let found = found(&article.text);
        let derived = article.names.iter().filter(|(_, derived)| *derived);
        for (span, _) in derived {
            let surface = &article.text[span.range()];
            let is_found = |found: &Found| found.derived && found.span == *span;
            assert!(found.iter().any(is_found), "{surface}");
        }
    }
}
