//! Measures who is meant: short mentions given to the right person of an article.
//!
//! Run it as `cargo bench --bench names -- [--misses] <news.jsonl> <gold.tsv>…`. A gold file has lines
//! `# id` for an article and `surface TAB person [TAB derived]` for each place that names somebody, in the
//! order of the text. First the places are taken from the gold, so that only the resolution is measured;
//! then everything is recognised from the text alone.

mod gold;
mod score;

use std::error::Error;
use std::fs;

use beleg::article::{Article, Draft, Origin, Property, Statement, build};
use beleg::people::{Names, Recognizer, names_at};
use beleg::span::TextSpan;
use gold::{Annotated, Mention};
use score::Score;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let mut files = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"));
    let news = files
        .next()
        .ok_or("usage: cargo bench --bench names -- [--misses] <news.jsonl> <gold.tsv>…")?;
    let texts = gold::texts(&fs::read_to_string(news)?)?;
    let mut annotated = Vec::new();
    for file in files {
        annotated.extend(gold::read(&fs::read_to_string(file)?, &texts)?);
    }
    let mut given = Score::default();
    let mut alone = Score::default();
    let mut recognizer = Recognizer::new();
    for Annotated { id, text, mentions } in &annotated {
        let article = article(text);
        let named = mentions.iter().filter(|mention| !mention.derived);
        let spans: Vec<TextSpan> = named.map(|mention| mention.span).collect();
        let names = names_at(&article.text, &article.blocks, &spans);
        given.add(&names, mentions);
        if misses {
            print_misses(id, text, mentions, &names);
        }
        alone.add(&recognizer.names(&article.text, &article.blocks), mentions);
    }
    println!("{} articles", annotated.len());
    given.print("places from the gold");
    alone.print("from the text alone");
    given.print_rules();
    Ok(())
}

fn article(text: &str) -> Article {
    let title = text.lines().next().unwrap_or_default();
    build(Draft {
        said: Vec::from([Statement::new(Property::Title, Origin::Field, title)]),
        text: text.to_owned(),
        ..Draft::default()
    })
}

fn print_misses(id: &str, text: &str, mentions: &[Mention], names: &Names) {
    for mention in mentions.iter().filter(|mention| !mention.derived) {
        let given = names
            .mentions
            .iter()
            .find(|given| given.span.overlaps(mention.span));
        let person = given.map(|given| score::said(names, given));
        if !person
            .as_ref()
            .is_some_and(|person| score::is_same(person, &mention.person))
        {
            let surface = &text[mention.span.range()];
            let rule = given.map_or("missed", |given| given.rule.name());
            println!(
                "{id}\t{surface}\twanted {}\tgot {} ({rule})",
                mention.person,
                person.unwrap_or_default()
            );
        }
    }
    for extra in &names.mentions {
        if !mentions
            .iter()
            .any(|mention| mention.span.overlaps(extra.span))
        {
            let around = text.floor_char_boundary(extra.span.start().saturating_sub(30));
            let context = text[around..extra.span.end()].replace('\n', " ");
            println!("{id}\textra\t{context}\t({})", score::said(names, extra));
        }
    }
}
