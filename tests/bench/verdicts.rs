//! Learns the weights of verdicts from claims that people have judged.
//!
//! `cargo bench --bench verdicts -- CLAIMS.tsv… CORPUS NEWS.jsonl [--misses] [--write WEIGHTS.txt]` checks each claim,
//! fits a multinomial logistic regression to the signals of its best finding (gradient descent with momentum,
//! an L2 penalty), prints the accuracy of eight-fold cross-validation in which the claims about one article
//! stay together, and writes the weights learnt from all. A line of the claims is as for the bench `claims`.

mod judged;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use beleg::archive::Archive;
use beleg::claim::{SIGNALS, VERDICTS};
use beleg::evidence::VerdictKind;
use judged::{KINDS, gold, index};

const FOLDS: usize = 8;
const PENALTY: f64 = 0.06;
const STEPS: usize = 80;
const RATE: f64 = 0.5;
const MOMENTUM: f64 = 0.9;

/// The weights of the signals for each verdict, and the bias behind them.
type Weights = [Vec<f64>; 4];

/// A claim that people have judged.
struct Sample {
    set: usize,
    article: String,
    signals: Vec<f64>,
    verdict: usize,
    /// The verdicts that what was found admits.
    admitted: [bool; 4],
    /// The verdict of the program as it is.
    found: usize,
    claim: String,
}

/// How each signal is spread.
struct Scale {
    mean: Vec<f64>,
    deviation: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = arguments.iter().position(|argument| argument == "--write");
    let target = write.and_then(|place| arguments.get(place + 1));
    let paths = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--") && Some(*argument) != target);
    let (sets, collections): (Vec<&String>, Vec<&String>) =
        paths.partition(|path| path.ends_with(".tsv"));
    let [corpus, news] = collections.as_slice() else {
        return Err("give the files of claims, the corpus and the news".into());
    };
    let corpus = index(Path::new(corpus))?;
    let news = index(Path::new(news))?;
    let mut samples = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        collect(
            number,
            &fs::read_to_string(set)?,
            &corpus.0,
            &news.0,
            &mut samples,
        )?;
    }
    let scale = Scale::of(&samples);
    for sample in &mut samples {
        scale.apply(&mut sample.signals);
    }
    let misses = arguments.iter().any(|argument| argument == "--misses");
    validate(&sets, &samples, misses);
    let all: Vec<&Sample> = samples.iter().collect();
    if let Some(target) = target {
        fs::write(target, table(&learn(&all), &scale)?)?;
    }
    Ok(())
}

fn collect(
    set: usize,
    claims: &str,
    corpus: &Archive,
    news: &Archive,
    samples: &mut Vec<Sample>,
) -> Result<(), Box<dyn Error>> {
    for claim in gold(claims)? {
        let archive = if claim.is_news { news } else { corpus };
        let checked = archive.check(&claim.claim, Some(1))?;
        let Some(signals) = checked.signals else {
            continue;
        };
        let article = claim
            .evidence
            .first()
            .and_then(|place| place.split(':').next());
        let place = |wanted: VerdictKind| VERDICTS.iter().position(|kind| *kind == wanted);
        samples.push(Sample {
            set,
            article: match article {
                None => format!("none {}", samples.len()),
                Some(article) => article.to_owned(),
            },
            signals: signals.0.iter().map(|signal| f64::from(*signal)).collect(),
            verdict: place(claim.kind).unwrap_or_default(),
            admitted: VERDICTS.map(|kind| signals.admits(kind)),
            found: place(checked.verdict.kind).unwrap_or_default(),
            claim: claim.claim,
        });
    }
    Ok(())
}

impl Scale {
    fn of(samples: &[Sample]) -> Self {
        let count = samples.len().max(1) as f64;
        let mean: Vec<f64> = (0..SIGNALS.len())
            .map(|at| samples.iter().map(|sample| sample.signals[at]).sum::<f64>() / count)
            .collect();
        let deviation = (0..SIGNALS.len()).map(|at| {
            let squares = samples
                .iter()
                .map(|sample| (sample.signals[at] - mean[at]).powi(2));
            (squares.sum::<f64>() / count).sqrt().max(1e-3)
        });
        Self {
            deviation: deviation.collect(),
            mean,
        }
    }

    /// Makes every signal one of mean 0 and deviation 1, and puts a constant behind them.
    fn apply(&self, signals: &mut Vec<f64>) {
        for (at, signal) in signals.iter_mut().enumerate() {
            *signal = (*signal - self.mean[at]) / self.deviation[at];
        }
        signals.push(1.0);
    }
}

fn likely(weights: &Weights, signals: &[f64]) -> [f64; 4] {
    let scores = [0, 1, 2, 3].map(|verdict: usize| {
        let pairs = weights[verdict].iter().zip(signals);
        pairs.map(|(weight, signal)| weight * signal).sum::<f64>()
    });
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let scores = scores.map(|score| (score - most).exp());
    let sum: f64 = scores.iter().sum();
    scores.map(|score| score / sum)
}

fn learn(samples: &[&Sample]) -> Weights {
    let width = SIGNALS.len() + 1;
    let empty = || [0, 1, 2, 3].map(|_: usize| vec![0.0; width]);
    let (mut weights, mut speed): (Weights, Weights) = (empty(), empty());
    for _ in 0..STEPS {
        let mut slope = empty();
        for sample in samples {
            let likely = likely(&weights, &sample.signals);
            for (verdict, slope) in slope.iter_mut().enumerate() {
                let wanted = if verdict == sample.verdict { 1.0 } else { 0.0 };
                let error = (likely[verdict] - wanted) / samples.len() as f64;
                for (slope, signal) in slope.iter_mut().zip(&sample.signals) {
                    *slope += error * signal;
                }
            }
        }
        for verdict in 0..4 {
            for at in 0..width {
                let penalty = if at + 1 == width { 0.0 } else { PENALTY };
                let slope = slope[verdict][at] + penalty * weights[verdict][at];
                speed[verdict][at] = MOMENTUM * speed[verdict][at] - RATE * slope;
                weights[verdict][at] += speed[verdict][at];
            }
        }
    }
    weights
}

/// Prints how many verdicts of each set are right: those of the program as it is, which has seen the claims,
/// and those of weights that have not seen the article.
fn validate(sets: &[&String], samples: &[Sample], prints_misses: bool) {
    let mut articles: Vec<&str> = samples
        .iter()
        .map(|sample| sample.article.as_str())
        .collect();
    articles.sort_unstable();
    articles.dedup();
    let fold = |sample: &Sample| {
        let place = articles.binary_search(&sample.article.as_str());
        place.unwrap_or_default() * 7 % FOLDS
    };
    let mut right: BTreeMap<usize, [usize; 3]> = BTreeMap::new();
    let mut confusion = [[0; 4]; 4];
    let mut misses = Vec::new();
    for held in 0..FOLDS {
        let seen: Vec<&Sample> = samples
            .iter()
            .filter(|sample| fold(sample) != held)
            .collect();
        let weights = learn(&seen);
        for sample in samples.iter().filter(|sample| fold(sample) == held) {
            let likely = likely(&weights, &sample.signals);
            let best = (0..4)
                .filter(|verdict| sample.admitted[*verdict])
                .max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
            confusion[sample.verdict][best.unwrap_or(3)] += 1;
            if best != Some(sample.verdict) {
                misses.push((sample, best.unwrap_or(3)));
            }
            let counts = right.entry(sample.set).or_default();
            counts[0] += 1;
            counts[1] += usize::from(sample.found == sample.verdict);
            counts[2] += usize::from(best == Some(sample.verdict));
        }
    }
    println!("{:<40}{:>8}{:>8}{:>8}", "", "claims", "found", "unseen");
    let mut sums = [0; 3];
    for (set, counts) in &right {
        println!(
            "{:<40}{:>8}{:>8}{:>8}",
            sets[*set], counts[0], counts[1], counts[2]
        );
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    println!("{:<40}{:>8}{:>8}{:>8}", "all", sums[0], sums[1], sums[2]);
    println!("\n{:<12}unseen: backed, partly, conflict, none", "");
    for ((name, _), row) in KINDS.iter().zip(confusion) {
        println!("{name:<12}{row:>6?}");
    }
    if prints_misses {
        for (sample, best) in misses {
            let (wanted, found) = (KINDS[sample.verdict].0, KINDS[best].0);
            println!("{wanted} found {found}: {}", sample.claim);
        }
    }
}

fn table(weights: &Weights, scale: &Scale) -> Result<String, std::fmt::Error> {
    let mut table = String::from(
        "# Weights of verdicts, written by tests/bench/verdicts.rs: signal, mean, deviation, and the weights of\n\
         # backed, partly, conflict, none.\n",
    );
    for (at, name) in SIGNALS.iter().chain([&"bias"]).enumerate() {
        let mean = scale.mean.get(at).copied().unwrap_or(0.0);
        let deviation = scale.deviation.get(at).copied().unwrap_or(1.0);
        write!(table, "{name:<24}{mean:>9.4}{deviation:>9.4}")?;
        for verdict in weights {
            write!(table, "{:>9.4}", verdict[at])?;
        }
        table.push('\n');
    }
    Ok(table)
}
