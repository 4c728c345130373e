//! How fast texts are analysed.
//!
//! `cargo bench --bench analysis -- FILE` takes a file of running text, a text a line (JSON Lines will
//! do), and prints words per second on one core: once with nothing known, once more
//! after the whole text, and for the first line again and again.

use std::time::{Duration, Instant};

use beleg::german::{Analyzer, Knowledge};

/// How long the first line is repeated.
const REPEATED: Duration = Duration::from_secs(1);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(file) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    else {
        println!("give a file of running text");
        return Ok(());
    };
    let text = std::fs::read_to_string(file)?;
    println!(
        "{:<8}{:>14}{:>14}{:>14}",
        "chain", "first", "again", "repeated"
    );
    for (name, mut analyzer) in [
        ("german", Analyzer::german(Knowledge::default())),
        ("plain", Analyzer::plain()),
    ] {
        let (first, again) = (speed(&mut analyzer, &text), speed(&mut analyzer, &text));
        println!(
            "{name:<8}{first:>12.0}/s{again:>12.0}/s{:>12.0}/s",
            repeated(&mut analyzer, &text)
        );
    }
    Ok(())
}

fn speed(analyzer: &mut Analyzer, text: &str) -> f64 {
    let start = Instant::now();
    let words: u64 = text.lines().map(|line| count(analyzer, line)).sum();
    words as f64 / start.elapsed().as_secs_f64()
}

fn repeated(analyzer: &mut Analyzer, text: &str) -> f64 {
    let line = text.lines().next().unwrap_or_default();
    let (start, mut words) = (Instant::now(), 0);
    while start.elapsed() < REPEATED {
        words += count(analyzer, line);
    }
    words as f64 / start.elapsed().as_secs_f64()
}

fn count(analyzer: &mut Analyzer, line: &str) -> u64 {
    let mut words = 0;
    analyzer.analyze(line, |_| words += 1);
    words
}
