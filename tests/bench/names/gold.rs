//! Annotated articles: who is named where.

use std::collections::HashMap;
use std::error::Error;

use beleg::span::TextSpan;

/// An article with every place that names somebody.
pub struct Annotated {
    pub id: String,
    pub text: String,
    pub mentions: Vec<Mention>,
}

/// A place, and the fullest name of the person in the article; `?` where nobody can tell.
pub struct Mention {
    pub span: TextSpan,
    pub person: String,
    pub derived: bool,
}

/// The texts of records, title first, by their ids.
pub fn texts(records: &str) -> Result<HashMap<String, String>, Box<dyn Error>> {
    let mut texts = HashMap::new();
    for line in records.lines().filter(|line| !line.is_empty()) {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        texts.insert(
            field("id"),
            format!("{}\n\n{}", field("title"), field("text")),
        );
    }
    Ok(texts)
}

/// Reads a gold file; each surface is looked for behind the one before it.
pub fn read(gold: &str, texts: &HashMap<String, String>) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut articles: Vec<Annotated> = Vec::new();
    let mut at = 0;
    for line in gold.lines().filter(|line| !line.is_empty()) {
        if let Some(head) = line.strip_prefix("# ") {
            let id = head
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned();
            let text = texts.get(&id).ok_or(format!("no article {id}"))?.clone();
            articles.push(Annotated {
                id,
                text,
                mentions: Vec::new(),
            });
            at = 0;
            continue;
        }
        let article = articles
            .last_mut()
            .ok_or("a mention before the first article")?;
        let mut columns = line.split('\t');
        let surface = columns.next().unwrap_or_default();
        let person = columns.next().unwrap_or_default().to_owned();
        let found = article.text[at..].find(surface);
        let start = at + found.ok_or(format!("{}: no {surface} behind byte {at}", article.id))?;
        at = start + surface.len();
        article.mentions.push(Mention {
            span: TextSpan::new(start, at),
            person,
            derived: columns.next().is_some(),
        });
    }
    Ok(articles)
}
