//! Whether a changed number, date or name is noticed: sentences of articles as claims, and their twins
//! with one thing changed.
//!
//! `cargo bench --bench twins -- NEWS.jsonl [--misses] [--step N]` takes a sentence of every article, or of
//! every N-th, as a claim, and makes twins of it: a number becomes another number of the article, a year,
//! month or weekday another one, a name of two words another such name of the article, a denial is left out.
//! The sentence itself is backed, its twins never are; most of them should be conflicts. Of two names that
//! have changed places only the figures are told: now and then both ways are true.

mod names;
mod numbers;
mod times;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use beleg::archive::{Archive, Freshness, Places, Stop, open};
use beleg::evidence::VerdictKind;
use beleg::german::sentences;
use serde_json::Value;

/// What a sentence is that nothing was changed in.
const UNCHANGED: &str = "unchanged";
/// What it is when two of its names have changed places.
const SWAPPED: &str = "names swapped";

/// A sentence with one thing changed, and the kind of that.
type Twin = (&'static str, String);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(news) = arguments.first().filter(|first| !first.starts_with("--")) else {
        return Err("give the file of articles".into());
    };
    let step = arguments.iter().skip_while(|option| *option != "--step");
    let step = step.skip(1).find_map(|step| step.parse().ok()).unwrap_or(1);
    let folder = tempfile::tempdir()?;
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![Path::new(news).to_owned()],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    let mut run = Run {
        archive: open(&places, Freshness::Never, &mut |_| {})?,
        counts: BTreeMap::new(),
        tells_misses: arguments.iter().any(|argument| argument == "--misses"),
        checks: 0,
        spent: Duration::ZERO,
    };
    for line in fs::read_to_string(news)?.lines().step_by(step) {
        let record: Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().unwrap_or_default();
        for claim in statements(text) {
            run.count(UNCHANGED, claim)?;
            for (kind, twin) in twins(claim, text) {
                run.count(kind, &twin)?;
            }
        }
    }
    run.report();
    Ok(())
}

struct Run {
    archive: Archive,
    /// By kind of change, how many had each of the four verdicts.
    counts: BTreeMap<&'static str, [usize; 4]>,
    tells_misses: bool,
    checks: u32,
    spent: Duration,
}

impl Run {
    fn count(&mut self, kind: &'static str, claim: &str) -> Result<(), Box<dyn Error>> {
        let started = Instant::now();
        let checked = self.archive.check(claim, Some(1))?;
        self.spent += started.elapsed();
        self.checks += 1;
        let place = match checked.verdict.kind {
            VerdictKind::Backed => 0,
            VerdictKind::Partly => 1,
            VerdictKind::Conflict => 2,
            VerdictKind::None => 3,
        };
        self.counts.entry(kind).or_default()[place] += 1;
        let wrong = (kind == UNCHANGED) == (place != 0);
        if self.tells_misses && wrong {
            println!("{kind} {:?}: {claim}", checked.verdict.kind);
            for part in &checked.verdict.parts {
                print!("  {}:{:?}", part.text, part.status);
            }
            println!();
            if let Some(found) = checked.evidence.first() {
                println!("  {} {:?}", found.citation.quote, found.conflicts);
            }
        }
        Ok(())
    }

    fn report(&self) {
        println!(
            "{:<14}{:>9}{:>9}{:>9}{:>9}{:>9}",
            "", "all", "backed", "partly", "conflict", "none"
        );
        for (kind, [backed, partly, conflict, none]) in &self.counts {
            let all = backed + partly + conflict + none;
            println!("{kind:<14}{all:>9}{backed:>9}{partly:>9}{conflict:>9}{none:>9}");
        }
        let each = self.spent.as_secs_f64() * 1000.0 / f64::from(self.checks.max(1));
        println!("{} checks of {each:.0} ms", self.checks);
    }
}

/// The first sentence that is long enough to say something and short enough to be a claim, and the first
/// behind it that holds a number or date.
fn statements(text: &str) -> Vec<&str> {
    let mut fit = sentences(text)
        .map(|span| &text[span.range()])
        .filter(|sentence| {
            let words = sentence.split_whitespace().count();
            (8..=30).contains(&words) && sentence.ends_with('.') && !sentence.contains('\n')
        });
    let first = fit.next();
    let second = fit.find(|sentence| !numbers::twins(&tokens(sentence), text).is_empty());
    first.into_iter().chain(second).collect()
}

fn tokens(claim: &str) -> Vec<&str> {
    claim.split(' ').collect()
}

fn twins(claim: &str, text: &str) -> Vec<Twin> {
    let tokens = tokens(claim);
    let mut twins = numbers::twins(&tokens, text);
    twins.extend(times::twins(&tokens, text));
    twins.extend(names::replaced(claim, text));
    twins.extend(names::swapped(claim));
    if let Some(place) = tokens.iter().position(|token| *token == "nicht") {
        let mut kept = tokens.clone();
        kept.remove(place);
        twins.push(("negation", kept.join(" ")));
    }
    twins
}

/// The sentence with one word changed: of a token, the part that is `bare` of signs.
fn with(tokens: &[&str], at: usize, bare: &str, other: &str) -> String {
    let mut words: Vec<String> = tokens.iter().map(|token| (*token).to_owned()).collect();
    words[at] = tokens[at].replacen(bare, other, 1);
    words.join(" ")
}

/// A token without the signs around it.
fn bare(token: &str) -> &str {
    token.trim_matches(|sign: char| !sign.is_alphanumeric())
}
