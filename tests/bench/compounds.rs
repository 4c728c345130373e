//! Measures the compound splitter beside others.
//!
//! Run it as `cargo bench --bench compounds -- <data-folder>`; the folder holds lists of words
//! as `*.tsv` with the columns word, cuts, optional cuts (in characters, separated by commas).
//! The figures of the others were measured once, on `military-diplomacy.tsv`, with the
//! dictionaries they come with (for tantivy: the word list by Uwe Schindler).

mod boundaries;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use beleg::german::{Knowledge, compounds};
use boundaries::{Agreement, Annotated};

/// Boundary F1 of other splitters.
const OTHERS: [(&str, f64); 3] = [
    ("charabia", 0.694),
    ("CharSplit", 0.733),
    ("tantivy + uschindler", 0.825),
];

/// How often all words are split to take the time.
const ROUNDS: usize = 50;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("usage: cargo bench --bench compounds -- <data-folder>".into());
    };
    println!(
        "{:<44} {:>6} {:>9} {:>6} {:>6}",
        "", "F1", "precision", "recall", "whole"
    );
    for (splitter, f1) in OTHERS {
        println!(
            "{:<44} {f1:>6.3}",
            format!("{splitter}, military-diplomacy")
        );
    }
    let mut words = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "tsv") {
            let list = read(&file)?;
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            print_row(&format!("beleg, {name}"), &list);
            words.extend(list);
        }
    }
    let (steered, held_out) = boundaries::news_words();
    print_row("beleg, news words it was steered by", &steered);
    print_row("beleg, news words it was not steered by", &held_out);
    words.extend(steered.into_iter().chain(held_out));
    println!("{:.0} words per second, one thread", speed(&words));
    Ok(())
}

fn read(file: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    fs::read_to_string(file)?.lines().map(read_line).collect()
}

fn read_line(line: &str) -> Result<Annotated, Box<dyn Error>> {
    let mut columns = line.split('\t');
    let word = columns.next().unwrap_or_default().to_owned();
    let mut places = || -> Result<Vec<usize>, std::num::ParseIntError> {
        let column = columns.next().unwrap_or_default().trim();
        column
            .split(',')
            .filter(|place| !place.is_empty())
            .map(str::parse)
            .collect()
    };
    Ok(Annotated {
        word,
        cuts: places()?,
        optional: places()?,
    })
}

fn print_row(name: &str, words: &[Annotated]) {
    let agreement = Agreement::over(words);
    println!(
        "{name:<44} {:>6.3} {:>9.3} {:>6.3} {:>6.3}",
        agreement.f1(),
        agreement.precision(),
        agreement.recall(),
        agreement.whole()
    );
}

fn speed(words: &[Annotated]) -> f64 {
    let knowledge = Knowledge::default();
    let mut parts = Vec::new();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for annotated in words {
            compounds::split(&annotated.word, &knowledge, &mut parts);
        }
    }
    (ROUNDS * words.len()) as f64 / start.elapsed().as_secs_f64()
}
