//! Texts in which people marked who is named; shared by the programs that learn from them and measure by them.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use beleg::span::TextSpan;
use serde_json::Value;

/// The annotation that is part of the project.
const GOLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold/persons");

/// The parts of the annotated news that are only measured by.
#[allow(dead_code, reason = "each program uses its share")]
pub const HELD_OUT: RangeInclusive<u32> = 1..=3;

/// The parts of the annotated news that are learnt from.
#[allow(dead_code, reason = "each program uses its share")]
pub const LEARNT_FROM: RangeInclusive<u32> = 4..=11;

/// A text with its names.
pub struct Annotated {
    pub text: String,
    pub blocks: Vec<TextSpan>,
    pub names: Vec<Name>,
}

/// A place that names somebody.
#[derive(Clone, Debug)]
pub struct Name {
    pub span: TextSpan,
    pub derived: bool,
    /// Counted by no measure, in whatever way it is found.
    pub ignored: bool,
}

/// Sentences of GermEval 2014, tokens joined by blanks. Only persons are names; what derives from one
/// is marked so.
pub fn germeval(file: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let lines = fs::read_to_string(file)?;
    let records = lines.lines().map(serde_json::from_str);
    records.map(|record| sentence(&record?)).collect()
}

fn sentence(record: &Value) -> Result<Annotated, Box<dyn Error>> {
    let tokens = record["tokens"].as_array().ok_or("no tokens")?;
    let mut text = String::new();
    let mut places = Vec::new();
    for token in tokens {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(token.as_str().ok_or("a token is no text")?);
        places.push((start, text.len()));
    }
    let mut names = Vec::new();
    for span in record["spans"].as_array().ok_or("no spans")? {
        let label = span[2].as_str().unwrap_or_default();
        if !label.starts_with("PER") {
            continue;
        }
        let number = |place: usize| span[place].as_u64().map(|number| number as usize);
        let (Some(start), Some(end)) = (number(0), number(1)) else {
            return Err("a span without numbers".into());
        };
        names.push(Name {
            span: TextSpan::new(places[start].0, places[end - 1].1),
            derived: label != "PER",
            ignored: label == "PERderiv",
        });
    }
    names.sort_by_key(|name| name.span);
    let blocks = vec![TextSpan::new(0, text.len())];
    Ok(Annotated {
        text,
        blocks,
        names,
    })
}

/// The sentences written to learn rare forms of names from.
#[allow(dead_code, reason = "each program uses its share")]
pub fn forms() -> Result<Vec<Annotated>, Box<dyn Error>> {
    let lines = fs::read_to_string(format!("{GOLD}/forms.txt"))?;
    let sentences = lines.lines().filter(|line| !line.starts_with('#'));
    Ok(sentences.map(marked).collect())
}

/// A sentence with names in square brackets and derived words in braces.
fn marked(line: &str) -> Annotated {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut start = 0;
    for letter in line.chars() {
        match letter {
            '[' | '{' => start = text.len(),
            ']' | '}' => names.push(Name {
                span: TextSpan::new(start, text.len()),
                derived: letter == '}',
                ignored: false,
            }),
            letter => text.push(letter),
        }
    }
    let blocks = vec![TextSpan::new(0, text.len())];
    Annotated {
        text,
        blocks,
        names,
    }
}

/// The annotated news of these parts; `texts` is a file of JSON Lines with the articles.
pub fn news(texts: &Path, parts: RangeInclusive<u32>) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut by_id = HashMap::new();
    for line in fs::read_to_string(texts)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let text = format!("{}\n\n{}", field("title"), field("text"));
        by_id.insert(field("id"), text);
    }
    let mut articles = Vec::new();
    for part in parts {
        let gold = fs::read_to_string(format!("{GOLD}/news-{part:02}.tsv"))?;
        articles.extend(annotated(&gold, &by_id)?);
    }
    Ok(articles)
}

fn annotated(
    gold: &str,
    texts: &HashMap<String, String>,
) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut articles: Vec<Annotated> = Vec::new();
    let mut at = 0;
    for line in gold.lines().filter(|line| !line.is_empty()) {
        if let Some(id) = line.strip_prefix("# ") {
            let id = id.split_whitespace().next().unwrap_or_default();
            let text = texts.get(id).ok_or_else(|| format!("no text {id}"))?;
            articles.push(Annotated {
                text: text.clone(),
                blocks: lines_of(text),
                names: Vec::new(),
            });
            at = 0;
            continue;
        }
        let article = articles.last_mut().ok_or("a name before any article")?;
        let mut columns = line.split('\t');
        let surface = columns.next().unwrap_or_default();
        let found = article.text[at..].find(surface);
        let start = at + found.ok_or_else(|| format!("not in the text: {line}"))?;
        at = start + surface.len();
        article.names.push(Name {
            span: TextSpan::new(start, at),
            derived: columns.nth(1) == Some("derived"),
            ignored: false,
        });
    }
    Ok(articles)
}

/// The lines that hold something, as blocks.
pub fn lines_of(text: &str) -> Vec<TextSpan> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        if !line.trim().is_empty() {
            blocks.push(TextSpan::new(start, start + line.trim().len()));
        }
        at += line.len();
    }
    blocks
}
