//! What rankings are measured by, and asking the questions of a set; shared by the programs that do.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use beleg::archive::{Archive, Freshness, Places, Stop, open};
use beleg::query;

/// How deep a ranking is looked at.
pub const DEPTH: usize = 10;

/// Means over the questions of a set.
#[derive(Clone, Copy, Default)]
pub struct Measures {
    pub ndcg: f64,
    pub mrr: f64,
    pub recall: f64,
}

/// Something asked, and the records that answer it, with how well each does.
pub struct Question {
    pub id: String,
    pub text: String,
    pub relevant: HashMap<String, f64>,
}

/// A collection indexed into a temporary folder that is gone with it.
pub struct Indexed {
    pub archive: Archive,
    pub seconds: f64,
    _folder: tempfile::TempDir,
}

/// Indexes a file of records.
pub fn index(records: &Path) -> Result<Indexed, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![records.to_owned()],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    let started = Instant::now();
    let archive = open(&places, Freshness::Never, &mut |_| {})?;
    Ok(Indexed {
        archive,
        seconds: started.elapsed().as_secs_f64(),
        _folder: folder,
    })
}

/// Asks every question as plain words and prints our row, then those of `others`, and the times.
/// With `misses`, the questions whose first answer is wrong are printed before.
pub fn compare(
    indexed: &Indexed,
    questions: &[Question],
    others: &[(&str, Measures)],
    misses: bool,
) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let mut sum = Measures::default();
    for question in questions {
        let ranking = indexed
            .archive
            .ranking(&query::plain(&question.text), DEPTH)?;
        let ranked: Vec<&str> = ranking.iter().map(|found| found.docid.as_str()).collect();
        let first_is_right = ranked
            .first()
            .is_some_and(|first| question.relevant.contains_key(*first));
        if misses && !first_is_right {
            print_miss(question, &ranked);
        }
        sum = sum.plus(measure(&ranked, &question.relevant));
    }
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    let count = questions.len() as f64;
    println!("{:<28} {:>8} {:>8} {:>8}", "", "nDCG@10", "MRR@10", "R@10");
    row("beleg", sum.divided_by(count));
    for (name, measures) in others {
        row(name, *measures);
    }
    println!(
        "{count} questions; indexed in {:.1} s, {:.1} ms a question",
        indexed.seconds,
        milliseconds / count
    );
    Ok(())
}

fn print_miss(question: &Question, ranked: &[&str]) {
    let mut wanted: Vec<&str> = question.relevant.keys().map(String::as_str).collect();
    wanted.sort_unstable();
    println!(
        "{}\t{}\twanted {}\tgot {}",
        question.id,
        question.text,
        wanted.join(" "),
        ranked[..ranked.len().min(3)].join(" ")
    );
}

fn row(name: &str, measures: Measures) {
    let Measures { ndcg, mrr, recall } = measures;
    println!("{name:<28} {ndcg:>8.4} {mrr:>8.4} {recall:>8.4}");
}

impl Measures {
    fn plus(self, other: Self) -> Self {
        Self {
            ndcg: self.ndcg + other.ndcg,
            mrr: self.mrr + other.mrr,
            recall: self.recall + other.recall,
        }
    }

    fn divided_by(self, count: f64) -> Self {
        Self {
            ndcg: self.ndcg / count,
            mrr: self.mrr / count,
            recall: self.recall / count,
        }
    }
}

/// Järvelin and Kekäläinen's nDCG with the gain as judged, reciprocal rank, and recall.
fn measure(ranked: &[&str], relevant: &HashMap<String, f64>) -> Measures {
    let discount = |rank: usize| 1.0 / (rank as f64 + 2.0).log2();
    let gain = |record: &&str| relevant.get(*record).copied();
    let found = ranked
        .iter()
        .enumerate()
        .filter_map(|(rank, record)| Some((rank, gain(record)?)));
    let dcg: f64 = found
        .clone()
        .map(|(rank, gain)| gain * discount(rank))
        .sum();
    let mut ideal: Vec<f64> = relevant.values().copied().collect();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best: f64 = ideal
        .iter()
        .take(DEPTH)
        .enumerate()
        .map(|(rank, gain)| gain * discount(rank))
        .sum();
    Measures {
        ndcg: if best > 0.0 { dcg / best } else { 0.0 },
        mrr: found
            .clone()
            .next()
            .map_or(0.0, |(rank, _)| 1.0 / (rank as f64 + 1.0)),
        recall: found.count() as f64 / relevant.len().max(1) as f64,
    }
}
