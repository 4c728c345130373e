//! How well and how fast the names of persons are found.
//!
//! `cargo bench --bench persons -- FOLDER` takes a folder with `persons/germeval2014-dev.jsonl`,
//! `news/wikinews.jsonl` and `scale/bundestag-speeches.jsonl`; what is not there is not measured. The
//! annotation of the news is in `tests/gold/persons`; nothing was learnt from the articles measured here.
//! With `--offered`, names that are only offered count as found.

#[path = "persons_gold.rs"]
mod gold;

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use beleg::german::{Analyzer, Knowledge};
use beleg::people::detect::{Detector, Found, SURE};
use gold::{Annotated, Name};
use serde_json::Value;

/// So many bytes of speeches are read for the speed.
const SPEECHES: usize = 40 << 20;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"));
    let Some(folder) = folder.map(Path::new) else {
        println!("give a folder of annotated texts");
        return Ok(());
    };
    let offered = arguments.iter().any(|argument| argument == "--offered");
    let least = if offered { 0 } else { SURE };
    println!("{:<26}{:>9}{:>9}{:>9}", "", "precision", "recall", "F1");
    let sentences = folder.join("persons/germeval2014-dev.jsonl");
    if sentences.exists() {
        measure("GermEval 2014", &gold::germeval(&sentences)?, least);
    }
    let news = folder.join("news/wikinews.jsonl");
    if news.exists() {
        measure("news", &gold::news(&news, gold::HELD_OUT)?, least);
    }
    let speeches = folder.join("scale/bundestag-speeches.jsonl");
    if speeches.exists() {
        measure_speed(&speeches)?;
    }
    Ok(())
}

/// How many names were found, of how many.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    found: usize,
    gold: usize,
}

impl Counts {
    fn add(&mut self, text: &Annotated, found: &[Found], kind: &Kind) {
        let counts = |name: &&Name| name.derived == kind.derived && !name.ignored;
        let names: Vec<&Name> = text.names.iter().filter(counts).collect();
        let mut taken = vec![false; names.len()];
        for found in found.iter().filter(|found| found.derived == kind.derived) {
            self.found += 1;
            let fits = |place: &usize| !taken[*place] && kind.agree(names[*place], found);
            if let Some(place) = (0..names.len()).find(fits) {
                taken[place] = true;
                self.right += 1;
            }
        }
        self.gold += names.len();
    }

    fn print(self, name: &str) {
        let share = |of: usize| self.right as f64 / of.max(1) as f64;
        let f1 = 2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64;
        let (precision, recall) = (share(self.found), share(self.gold));
        println!("{name:<26}{precision:>9.3}{recall:>9.3}{f1:>9.3}");
    }
}

/// What is counted as found.
struct Kind {
    name: &'static str,
    derived: bool,
    exact: bool,
}

impl Kind {
    const ALL: [Self; 3] = [
        Self::new("overlap", false, false),
        Self::new("exact", false, true),
        Self::new("derived", true, false),
    ];

    const fn new(name: &'static str, derived: bool, exact: bool) -> Self {
        Self {
            name,
            derived,
            exact,
        }
    }

    fn agree(&self, name: &Name, found: &Found) -> bool {
        if self.exact {
            name.span == found.span
        } else {
            name.span.overlaps(found.span)
        }
    }
}

fn measure(name: &str, texts: &[Annotated], least: u8) {
    let mut detector = Detector::new();
    let mut counts = Kind::ALL.map(|_| Counts::default());
    let mut found = Vec::new();
    for text in texts {
        found.clear();
        detector.detect(&text.text, text.blocks.iter().copied(), &mut found);
        found.retain(|found: &Found| found.confidence >= least);
        for (counts, kind) in counts.iter_mut().zip(&Kind::ALL) {
            counts.add(text, &found, kind);
        }
    }
    for (counts, kind) in counts.iter().zip(&Kind::ALL) {
        counts.print(&format!("{name}, {}", kind.name));
    }
}

/// Megabytes a second on one core, beside the analysis that a search needs.
fn measure_speed(file: &Path) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    let mut bytes = 0;
    for line in BufReader::new(File::open(file)?).lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default().to_owned();
        bytes += text.len();
        texts.push(text);
        if bytes > SPEECHES {
            break;
        }
    }
    let megabytes = bytes as f64 / 1e6;
    let mut analyzer = Analyzer::german(Knowledge::default());
    let started = Instant::now();
    texts.iter().for_each(|text| analyzer.analyze(text, |_| ()));
    let analysis = started.elapsed().as_secs_f64();
    let mut detector = Detector::new();
    let mut found = Vec::new();
    let started = Instant::now();
    for text in &texts {
        found.clear();
        detector.detect(text, gold::lines_of(text), &mut found);
    }
    let detection = started.elapsed().as_secs_f64();
    println!(
        "{:.1} MB/s, where the German chain makes {:.1}: {:.2} of its time",
        megabytes / detection,
        megabytes / analysis,
        detection / analysis
    );
    Ok(())
}
