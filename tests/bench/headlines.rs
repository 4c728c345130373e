//! How good the ranking is for known items: the headline of an article must find the article.
//!
//! `cargo bench --bench headlines -- FOLDER [--misses]` reads `wikinews.jsonl` of the folder, indexes
//! its articles without their headlines, and asks each headline as plain words. The one right answer
//! is the article it stood over. Headlines that several articles share are not asked.

mod measures;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use measures::Question;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("give the folder that holds wikinews.jsonl".into());
    };
    let articles = articles(&Path::new(folder).join("wikinews.jsonl"))?;
    let headless = tempfile::Builder::new().suffix(".jsonl").tempfile()?;
    for article in &articles {
        let record = json!({ "id": article.id, "date": article.date, "text": article.text });
        writeln!(headless.as_file(), "{record}")?;
    }
    let indexed = measures::index(headless.path())?;
    let misses = arguments.iter().any(|argument| argument == "--misses");
    measures::compare(&indexed, &questions(&articles), &[], misses)
}

struct Article {
    id: String,
    title: String,
    date: String,
    text: String,
}

fn articles(file: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let field = |record: &Value, name| record[name].as_str().unwrap_or_default().to_owned();
    let mut articles = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        articles.push(Article {
            id: field(&record, "id"),
            title: field(&record, "title"),
            date: field(&record, "date"),
            text: field(&record, "text"),
        });
    }
    Ok(articles)
}

fn questions(articles: &[Article]) -> Vec<Question> {
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for article in articles {
        *bearers.entry(&article.title).or_default() += 1;
    }
    let asked = articles
        .iter()
        .filter(|article| !article.title.is_empty() && bearers[article.title.as_str()] == 1);
    asked
        .map(|article| Question {
            id: article.id.clone(),
            text: article.title.clone(),
            relevant: HashMap::from([(article.id.clone(), 1.0)]),
        })
        .collect()
}
