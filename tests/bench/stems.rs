//! How well stems bring inflections together: pairwise F1 over clusters of inflected forms.
//!
//! `cargo bench --bench stems -- FOLDER` reads `cistem-goldstandard2.txt` from the folder: a cluster a
//! line. Figures are for the held-out half, the clusters whose first word has an odd CRC-32; `--dev`
//! measures the other half and prints the pairs that went wrong.

use std::collections::HashMap;
use std::path::PathBuf;

use beleg::german::{Analyzer, Knowledge};

/// Peers on the same half: name, F1.
const PEERS: [(&str, f64); 4] = [
    ("rust-stemmers", 0.689),
    ("Lucene light", 0.709),
    ("frostem", 0.712),
    ("CISTEM", 0.834),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let dev = arguments.iter().any(|argument| argument == "--dev");
    let Some(folder) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        println!("give the folder that holds cistem-goldstandard2.txt");
        return Ok(());
    };
    let gold = std::fs::read_to_string(PathBuf::from(folder).join("cistem-goldstandard2.txt"))?;
    let clusters: Vec<Vec<&str>> = gold
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|cluster| {
            cluster
                .first()
                .is_some_and(|first| checksum(first).is_multiple_of(2) == dev)
        })
        .collect();
    let mut analyzer = Analyzer::german(Knowledge::default());
    let stems: Vec<Vec<String>> = clusters
        .iter()
        .map(|cluster| {
            cluster
                .iter()
                .map(|word| stem(&mut analyzer, word))
                .collect()
        })
        .collect();
    let score = Score::new(&stems);
    println!(
        "{:<16}{:>11}{:>8}{:>8}",
        "stemmer", "precision", "recall", "F1"
    );
    println!(
        "{:<16}{:>11.3}{:>8.3}{:>8.3}",
        "beleg",
        score.precision(),
        score.recall(),
        score.f1()
    );
    for (name, f1) in PEERS {
        println!("{name:<16}{:>11}{:>8}{f1:>8.3}", "", "");
    }
    if dev {
        print_faults(&clusters, &stems);
    }
    Ok(())
}

fn stem(analyzer: &mut Analyzer, word: &str) -> String {
    let mut stem = String::new();
    analyzer.analyze(word, |token| {
        if token.span.len() == word.len() {
            stem = token.word.stem.to_string();
        }
    });
    if stem.is_empty() {
        word.to_lowercase()
    } else {
        stem
    }
}

/// Pairs of words that are together in the gold clusters, in ours, and in both.
struct Score {
    gold: u64,
    ours: u64,
    both: u64,
}

impl Score {
    fn new(stems: &[Vec<String>]) -> Self {
        let mut by_stem: HashMap<&str, u64> = HashMap::new();
        let (mut gold, mut both) = (0, 0);
        for cluster in stems {
            gold += pairs(cluster.len() as u64);
            let mut inside: HashMap<&str, u64> = HashMap::new();
            for stem in cluster {
                *by_stem.entry(stem).or_default() += 1;
                *inside.entry(stem).or_default() += 1;
            }
            both += inside.values().map(|count| pairs(*count)).sum::<u64>();
        }
        Self {
            gold,
            ours: by_stem.values().map(|count| pairs(*count)).sum(),
            both,
        }
    }

    fn precision(&self) -> f64 {
        self.both as f64 / self.ours as f64
    }

    fn recall(&self) -> f64 {
        self.both as f64 / self.gold as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall())
    }
}

fn pairs(count: u64) -> u64 {
    count * count.saturating_sub(1) / 2
}

/// Prints clusters that fall apart, and stems under which several clusters meet.
fn print_faults(clusters: &[Vec<&str>], stems: &[Vec<String>]) {
    let mut met: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, cluster) in stems.iter().enumerate() {
        for stem in cluster {
            let indices = met.entry(stem).or_default();
            if indices.last() != Some(&index) {
                indices.push(index);
            }
        }
        if cluster.iter().any(|stem| *stem != cluster[0]) {
            let words: Vec<String> = clusters[index]
                .iter()
                .zip(cluster)
                .map(|(word, stem)| format!("{word}:{stem}"))
                .collect();
            println!("apart\t{}", words.join(" "));
        }
    }
    for (stem, indices) in met.iter().filter(|(_, indices)| indices.len() > 1) {
        let words: Vec<String> = indices
            .iter()
            .map(|index| clusters[*index].join(" "))
            .collect();
        println!("met\t{stem}\t{}", words.join(" | "));
    }
}

/// CRC-32 (IEEE 802.3) of the UTF-8 bytes of `word`.
fn checksum(word: &str) -> u32 {
    let step = |crc: u32, _| {
        if crc & 1 == 1 {
            (crc >> 1) ^ 0xedb8_8320
        } else {
            crc >> 1
        }
    };
    !word
        .bytes()
        .fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(byte), step))
}
