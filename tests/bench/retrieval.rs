//! How good the ranking is for questions: nDCG@10, MRR@10 and recall@10 over judged questions.
//!
//! `cargo bench --bench retrieval -- FOLDER [--misses]` indexes `passages.jsonl` of the folder into a
//! temporary index, asks every question of `queries.tsv` (`id<TAB>question`) as plain words, and
//! compares with `qrels.tsv` (`id 0 record relevance`, TREC's format). With `--misses`, each question
//! whose first answer is wrong is printed with the records wanted and the first three found.

mod measures;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use measures::{Measures, Question};

/// Apache Lucene 9.5, GermanAnalyzer, BM25 with k1 1.2 and b .75, on `retrieval-dev`.
const LUCENE: Measures = Measures {
    ndcg: 0.7895,
    mrr: 0.7632,
    recall: 0.8728,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("give the folder that holds passages.jsonl, queries.tsv and qrels.tsv".into());
    };
    let folder = Path::new(folder);
    let questions = questions(folder)?;
    let indexed = measures::index(&folder.join("passages.jsonl"))?;
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let others = [("Lucene 9.5, retrieval-dev", LUCENE)];
    measures::compare(&indexed, &questions, &others, misses)
}

fn questions(folder: &Path) -> Result<Vec<Question>, Box<dyn Error>> {
    let mut judgements = judgements(folder)?;
    let text = fs::read_to_string(folder.join("queries.tsv"))?;
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines
        .map(|(id, text)| Question {
            id: id.to_owned(),
            text: text.to_owned(),
            relevant: judgements.remove(id).unwrap_or_default(),
        })
        .collect())
}

/// For each question the records that answer it, and how well.
fn judgements(folder: &Path) -> Result<HashMap<String, HashMap<String, f64>>, Box<dyn Error>> {
    let mut judgements: HashMap<String, HashMap<String, f64>> = HashMap::new();
    for line in fs::read_to_string(folder.join("qrels.tsv"))?.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [id, _, record, gain] = fields.as_slice() else {
            return Err(format!("not a judgement: {line}").into());
        };
        let gain: f64 = gain.parse()?;
        if gain > 0.0 {
            judgements
                .entry((*id).to_owned())
                .or_default()
                .insert((*record).to_owned(), gain);
        }
    }
    Ok(judgements)
}
