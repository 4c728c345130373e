//! How well near copies are told from other articles.
//!
//! `cargo bench --bench copies -- NEWS.jsonl [--pairs]` makes copies of each article as papers make them
//! of an agency report: sentences dropped, words changed, an own beginning or end, the last part cut off.
//! For each kind of copy it prints how many are found: by how many bytes their signatures agree, by the
//! comparison of their shingles, and by both as a search has it. Then all pairs of different articles
//! are compared; `--pairs` shows those that count as copies, for a person to judge.

use std::error::Error;
use std::fs;

use beleg::article::{Block, BlockKind, Shingles, Signature};
use beleg::german::sentences;
use beleg::span::TextSpan;
use serde_json::Value;

/// Articles with fewer words are left out: they have no signature by design.
const FEWEST_WORDS: usize = 60;

/// An article as a list of sentences.
#[derive(Clone)]
struct News {
    title: String,
    sentences: Vec<String>,
}

/// What is compared of an article.
struct Print {
    signature: Option<Signature>,
    shingles: Shingles,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"));
    let Some(file) = file else {
        return Err("usage: cargo bench --bench copies -- NEWS.jsonl [--pairs]".into());
    };
    let news = read(file)?;
    println!("{} articles\n", news.len());
    println!(
        "{:<44} {:>6} {:>6} {:>6} {:>6} {:>7} {:>6}",
        "share of copies found", "≥1", "≥2", "≥3", "≥4", "texts", "≥2+txt"
    );
    for (name, edit) in EDITS {
        recall(name, *edit, &news);
    }
    different(
        &news,
        arguments.iter().any(|argument| argument == "--pairs"),
    );
    Ok(())
}

fn read(file: &str) -> Result<Vec<News>, Box<dyn Error>> {
    let mut news = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().unwrap_or_default();
        if text.split_whitespace().count() < FEWEST_WORDS {
            continue;
        }
        news.push(News {
            title: record["title"].as_str().unwrap_or_default().to_owned(),
            sentences: sentences(text)
                .map(|span| text[span.range()].trim().to_owned())
                .collect(),
        });
    }
    Ok(news)
}

fn print(sentences: &[String]) -> Print {
    let text = sentences.join(" ");
    let block = Block {
        kind: BlockKind::Paragraph,
        span: TextSpan::new(0, text.len()),
    };
    Print {
        signature: Signature::of(&text, &[block]),
        shingles: Shingles::of([text.as_str()]),
    }
}

/// A copy of an article as a paper may make it; the other article gives foreign words and sentences.
type Edit = fn(&News, &News, &mut Dice) -> Vec<String>;

const EDITS: &[(&str, Edit)] = &[
    ("word for word", |news, _, _| news.sentences.clone()),
    ("every fifth sentence dropped", |news, _, dice| {
        dropped(&news.sentences, 0.2, dice)
    }),
    ("every third sentence dropped", |news, _, dice| {
        dropped(&news.sentences, 0.33, dice)
    }),
    ("every second sentence dropped", |news, _, dice| {
        dropped(&news.sentences, 0.5, dice)
    }),
    ("the last half cut off", |news, _, _| {
        cut(&news.sentences, 0.5)
    }),
    ("the last two thirds cut off", |news, _, _| {
        cut(&news.sentences, 0.33)
    }),
    ("every twentieth word changed", |news, other, dice| {
        changed(&news.sentences, other, 0.05, dice)
    }),
    ("every tenth word changed", |news, other, dice| {
        changed(&news.sentences, other, 0.1, dice)
    }),
    ("every fifth word changed", |news, other, dice| {
        changed(&news.sentences, other, 0.2, dice)
    }),
    ("an own beginning of two sentences", |news, other, _| {
        let own = other.sentences.iter().take(2);
        own.chain(&news.sentences).cloned().collect()
    }),
    ("an own end as long as half of it", |news, other, _| {
        let own = other.sentences.iter().take(news.sentences.len() / 2);
        news.sentences.iter().chain(own).cloned().collect()
    }),
    (
        "a third dropped, a 20th changed, own beginning",
        |news, other, dice| {
            let kept = dropped(&news.sentences, 0.33, dice);
            let kept = changed(&kept, other, 0.05, dice);
            other
                .sentences
                .iter()
                .take(1)
                .chain(&kept)
                .cloned()
                .collect()
        },
    ),
];

fn dropped(sentences: &[String], share: f64, dice: &mut Dice) -> Vec<String> {
    let kept: Vec<String> = sentences
        .iter()
        .filter(|_| dice.next() >= share)
        .cloned()
        .collect();
    if kept.is_empty() {
        sentences.to_vec()
    } else {
        kept
    }
}

fn cut(sentences: &[String], share: f64) -> Vec<String> {
    let kept = (sentences.len() as f64 * share).ceil() as usize;
    sentences[..kept].to_vec()
}

fn changed(sentences: &[String], other: &News, share: f64, dice: &mut Dice) -> Vec<String> {
    let foreign: Vec<&str> = other
        .sentences
        .iter()
        .flat_map(|sentence| sentence.split_whitespace())
        .collect();
    let sentence = |sentence: &String| {
        let words: Vec<&str> = sentence
            .split_whitespace()
            .map(|word| match dice.next() < share {
                true => foreign[(dice.next() * foreign.len() as f64) as usize],
                false => word,
            })
            .collect();
        words.join(" ")
    };
    sentences.iter().map(sentence).collect()
}

fn recall(name: &str, edit: Edit, news: &[News]) {
    let mut dice = Dice(7);
    let mut found = [0usize; 6];
    for (place, article) in news.iter().enumerate() {
        let other = &news[(place * 31 + 17) % news.len()];
        let copy = print(&edit(article, other, &mut dice));
        let original = print(&article.sentences);
        let agreement = agreement(&original, &copy);
        let by_text = original.shingles.is_near_copy_of(&copy.shingles);
        for (least, found) in (1..=4).zip(&mut found) {
            *found += usize::from(agreement >= least);
        }
        found[4] += usize::from(by_text);
        found[5] += usize::from(by_text && agreement >= 2);
    }
    let share = |count: usize| format!("{:.3}", count as f64 / news.len() as f64);
    let shares = found.map(share);
    println!(
        "{name:<44} {:>6} {:>6} {:>6} {:>6} {:>7} {:>6}",
        shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]
    );
}

fn agreement(one: &Print, other: &Print) -> u32 {
    match (one.signature, other.signature) {
        (Some(one), Some(other)) => one.agreement(other),
        _ => 0,
    }
}

/// Compares all pairs of different articles.
fn different(news: &[News], is_listed: bool) {
    let prints: Vec<Print> = news.iter().map(|news| print(&news.sentences)).collect();
    let mut agreeing = [0usize; 5];
    let mut alike: Vec<(f32, f32, usize, usize)> = Vec::new();
    for one in 0..prints.len() {
        for other in 0..one {
            let agreement = agreement(&prints[one], &prints[other]) as usize;
            for count in &mut agreeing[..=agreement.min(4)] {
                *count += 1;
            }
            let (a, b) = (&prints[one].shingles, &prints[other].shingles);
            let containment = a.containment(b);
            if containment >= 0.2 {
                alike.push((containment, a.resemblance(b), one, other));
            }
        }
    }
    alike.sort_by(|one, other| other.0.total_cmp(&one.0));
    let is_copy = |pair: &(f32, f32, usize, usize)| {
        let (one, other) = (&prints[pair.2], &prints[pair.3]);
        one.shingles.is_near_copy_of(&other.shingles)
    };
    let copies = alike.iter().filter(|pair| is_copy(pair)).count();
    println!(
        "\nof {} pairs of different articles agree in ≥1 {}, ≥2 {}, ≥3 {}, ≥4 {} bytes; {copies} count as copies",
        agreeing[0], agreeing[1], agreeing[2], agreeing[3], agreeing[4]
    );
    for pair in alike.iter().filter(|_| is_listed) {
        let sign = if is_copy(pair) { "copy" } else { "    " };
        println!(
            "{sign} containment {:.2} resemblance {:.2}: {} | {}",
            pair.0, pair.1, news[pair.2].title, news[pair.3].title
        );
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    /// A number from 0 to 1, without 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}
