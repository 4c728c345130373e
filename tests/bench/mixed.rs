//! How much longer a folder of mixed files takes than the same texts as plain files.
//!
//! `cargo bench --bench mixed -- FILE.jsonl [COUNT]` writes the texts of the first records (20,000)
//! twice into a temporary folder, as plain files and as files of all kinds, and indexes both. A row
//! for each kind says what it costs when all files are of that kind.

mod mixed {
    pub mod writer;
}

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use beleg::archive::{Places, Stop, read_apart, refresh};
use mixed::writer::Kind;
use serde_json::Value;

/// As many files as a large folder of a newsroom has.
const FILES: usize = 20_000;
/// Files of one kind that are measured by themselves.
const SAMPLE: usize = 1_000;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // PDF is read by this program, started again.
    let typed: Vec<_> = env::args_os().collect();
    if read_apart(&typed, io::stdin().lock(), io::stdout().lock())? {
        return Ok(ExitCode::SUCCESS);
    }
    let mut arguments = env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"));
    let Some(file) = arguments.next() else {
        return Err("usage: cargo bench --bench mixed -- FILE.jsonl [COUNT]".into());
    };
    let count = arguments.next().map_or(Ok(FILES), |count| count.parse())?;
    let texts = texts(Path::new(&file), count)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.1} MB", texts.len(), bytes as f64 / 1e6);
    let plain = indexed(&texts, &[Kind::Text])?;
    let mixed = indexed(&texts, &Kind::USUAL)?;
    println!("{:<8} {:>8.1} s", "plain", plain.as_secs_f64());
    let ratio = mixed.as_secs_f64() / plain.as_secs_f64();
    println!(
        "{:<8} {:>8.1} s  {ratio:.2} times",
        "mixed",
        mixed.as_secs_f64()
    );
    let sample = &texts[..SAMPLE.min(texts.len())];
    let plain = indexed(sample, &[Kind::Text])?;
    for kind in Kind::ALL {
        let time = indexed(sample, &[kind])?;
        let ratio = time.as_secs_f64() / plain.as_secs_f64();
        println!(
            "{:<8} {:>8.2} s  {ratio:.2} times",
            kind.ending(),
            time.as_secs_f64()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The texts of the first records of a file of JSON Lines.
fn texts(file: &Path, count: usize) -> Result<Vec<String>, Box<dyn Error>> {
    let mut texts = Vec::with_capacity(count);
    for line in BufReader::new(File::open(file)?).lines() {
        let record: Value = serde_json::from_str(&line?)?;
        texts.extend(record["text"].as_str().map(str::to_owned));
        if texts.len() == count {
            break;
        }
    }
    Ok(texts)
}

/// Writes the texts as files of these kinds in turn, and says how long it takes to index them.
fn indexed(texts: &[String], kinds: &[Kind]) -> Result<Duration, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let corpus = folder.path().join("corpus");
    for (number, (text, kind)) in texts.iter().zip(kinds.iter().cycle()).enumerate() {
        // A folder of twenty thousand names is slow by itself.
        let part = corpus.join((number / 1000).to_string());
        fs::create_dir_all(&part)?;
        let path = part.join(format!("{number}.{}", kind.ending()));
        fs::write(path, kind.written(text)?)?;
    }
    let places = Places {
        index: folder.path().join("index"),
        roots: vec![PathBuf::from(&corpus)],
        explicit_index: true,
        reader: env::current_exe().ok(),
        stop: Stop::default(),
    };
    let started = Instant::now();
    let report = refresh(&places, false, &mut |_| {})?;
    let elapsed = started.elapsed();
    if report.articles < texts.len() as u64 {
        println!("{} of {} were read", report.articles, texts.len());
        for skipped in report.skipped.iter().take(5) {
            println!("  {}: {}", skipped.path, skipped.reason);
        }
    }
    Ok(elapsed)
}
