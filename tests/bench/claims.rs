//! How good verdicts on claims are: accuracy, confusions, and whether the right evidence stands first.
//!
//! `cargo bench --bench claims -- CLAIMS.tsv… CORPUS [NEWS.jsonl] [--misses]` indexes the two collections
//! into temporary folders and checks each claim of each file in its own. A line of the claims is
//! `verdict<TAB>claim<TAB>evidence`: `file:line` in the corpus, `news#ID` in the news, several with `;`
//! between them. A claim without evidence belongs to the collection of the line before it. With
//! `--misses`, each wrong answer is printed with the parts of its claim.

mod judged;

use std::error::Error;
use std::fs;
use std::path::Path;

use beleg::archive::Checked;
use beleg::evidence::Evidence;
use judged::{Gold, KINDS, gold, index};

/// What was counted in one collection.
#[derive(Default)]
struct Counts {
    confusion: [[usize; 4]; 4],
    evidence_first: usize,
    with_evidence: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let paths = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"));
    let (sets, collections): (Vec<&String>, Vec<&String>) =
        paths.partition(|path| path.ends_with(".tsv"));
    let (false, Some(corpus)) = (sets.is_empty(), collections.first()) else {
        return Err("give the files of claims, the corpus and the news".into());
    };
    let corpus = index(Path::new(corpus))?;
    let news = collections
        .get(1)
        .map(|news| index(Path::new(news)))
        .transpose()?;
    let misses = arguments.iter().any(|argument| argument == "--misses");
    for set in sets {
        let mut counts = [Counts::default(), Counts::default()];
        for claim in &gold(&fs::read_to_string(set)?)? {
            let archive = match (&news, claim.is_news) {
                (Some((news, _)), true) => news,
                (None, true) => continue,
                _ => &corpus.0,
            };
            let checked = archive.check(&claim.claim, Some(5))?;
            counts[usize::from(claim.is_news)].add(claim, &checked);
            let right =
                checked.verdict.kind == claim.kind && is_expected(claim, checked.evidence.first());
            if misses && !right {
                print_miss(claim, &checked);
            }
        }
        for (name, counts) in ["corpus", "news"].iter().zip(&counts) {
            counts.print(&format!("{set} {name}"));
        }
    }
    Ok(())
}

/// Whether a piece of evidence is one of those expected; true where none is.
fn is_expected(gold: &Gold, found: Option<&Evidence>) -> bool {
    let Some(found) = found else {
        return gold.evidence.is_empty();
    };
    let place = if gold.is_news {
        format!("news#{}", found.article.docid)
    } else {
        format!("{}:{}", found.article.docid, found.citation.line)
    };
    gold.evidence.is_empty() || gold.evidence.contains(&place)
}

impl Counts {
    fn add(&mut self, gold: &Gold, checked: &Checked) {
        let place = |kind| {
            KINDS
                .iter()
                .position(|(_, known)| *known == kind)
                .unwrap_or(0)
        };
        self.confusion[place(gold.kind)][place(checked.verdict.kind)] += 1;
        if !gold.evidence.is_empty() {
            self.with_evidence += 1;
            self.evidence_first += usize::from(is_expected(gold, checked.evidence.first()));
        }
    }

    fn print(&self, name: &str) {
        let all: usize = self.confusion.iter().flatten().sum();
        if all == 0 {
            return;
        }
        let right: usize = (0..4).map(|kind| self.confusion[kind][kind]).sum();
        println!(
            "\n{name}: {right} of {all} right ({:.2}), evidence first {} of {} ({:.2}), conflicts called backed {}",
            right as f64 / all as f64,
            self.evidence_first,
            self.with_evidence,
            self.evidence_first as f64 / self.with_evidence.max(1) as f64,
            self.confusion[2][0],
        );
        let names = KINDS.iter().map(|(name, _)| format!("{name:>9}"));
        println!("{:<18}{}", "gold \\ found", names.collect::<String>());
        for (row, (name, _)) in self.confusion.iter().zip(KINDS) {
            let cells: String = row.iter().map(|count| format!("{count:>9}")).collect();
            println!("{name:<18}{cells}");
        }
    }
}

fn print_miss(gold: &Gold, checked: &Checked) {
    println!(
        "\n{:?} found {:?} {:.2}: {}\n  wanted {}",
        gold.kind,
        checked.verdict.kind,
        checked.verdict.confidence,
        gold.claim,
        gold.evidence.join(" ")
    );
    for part in &checked.verdict.parts {
        let found = part.found.as_deref().unwrap_or_default();
        print!("  {}:{:?}:{:?}{found}", part.text, part.kind, part.status);
    }
    println!();
    for found in checked.evidence.iter().take(2) {
        println!(
            "  {:?} {:.2} {}:{} {}\n    lacks {:?} conflicts {:?}",
            found.stance,
            found.coverage,
            found.article.docid,
            found.citation.line,
            found.citation.quote,
            found.lacks,
            found.conflicts
        );
    }
}
