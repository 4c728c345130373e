//! The claims about the five articles, judged by people: how many are judged alike, and that nothing
//! false is ever backed.

use std::fs;

use beleg::archive::{Archive, Freshness, Places, Stop, open};
use beleg::evidence::VerdictKind;

use crate::harness::project;

/// The share of verdicts that must be those of people.
const FLOOR: f64 = 0.8;
/// The share of first pieces of evidence that must be those people name.
const EVIDENCE_FLOOR: f64 = 0.9;

struct Gold {
    kind: VerdictKind,
    claim: String,
    evidence: Vec<String>,
}

/// The claims about the five articles: those with evidence in them, and those without any that stand
/// behind them.
fn corpus_claims() -> Vec<Gold> {
    let mut gold = Vec::new();
    for half in ["first", "second"] {
        let path = project(&format!("tests/gold/claims/{half}.tsv"));
        let text = fs::read_to_string(path).expect("the project has its claims");
        let mut is_news = false;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let evidence = fields.get(2).copied().unwrap_or_default();
            if !evidence.is_empty() {
                is_news = evidence.starts_with("news#");
            }
            if !is_news {
                gold.push(Gold {
                    kind: kind(fields[0]),
                    claim: fields[1].to_owned(),
                    evidence: evidence.split(';').map(str::to_owned).collect(),
                });
            }
        }
    }
    gold
}

fn kind(name: &str) -> VerdictKind {
    match name {
        "backed" => VerdictKind::Backed,
        "partly" => VerdictKind::Partly,
        "conflict" => VerdictKind::Conflict,
        "none" => VerdictKind::None,
        other => panic!("not a verdict: {other}"),
    }
}

fn corpus() -> (Archive, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![project("corpus")],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    let archive = open(&places, Freshness::Never, &mut |_| {}).expect("the corpus can be indexed");
    (archive, folder)
}

#[test]
fn verdicts_are_mostly_those_of_people_and_evidence_is_what_they_name() {
    let (archive, _folder) = corpus();
    let (mut right, mut first, mut named, mut all) = (0, 0, 0, 0);
    for gold in corpus_claims() {
        let checked = archive
            .check(&gold.claim, Some(1))
            .expect("a claim can be checked");
        all += 1;
        right += usize::from(checked.verdict.kind == gold.kind);
        if gold.kind != VerdictKind::None {
            named += 1;
            first += usize::from(checked.evidence.first().is_some_and(|found| {
                let place = format!("{}:{}", found.article.docid, found.citation.line);
                gold.evidence.contains(&place)
            }));
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    assert!(
        share(right, all) >= FLOOR,
        "{right} of {all} verdicts are right"
    );
    assert!(
        share(first, named) >= EVIDENCE_FLOOR,
        "{first} of {named} have their evidence first"
    );
}

/// The years and months of a claim, each with another one in its place.
fn twins(claim: &str) -> Vec<String> {
    let words: Vec<&str> = claim.split(' ').collect();
    let mut twins = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let other = match (digits.len(), *word) {
            (4, _) => {
                let year: u32 = digits.parse().expect("digits are a number");
                word.replace(&digits, &(year + 3).to_string())
            }
            (_, "Juni") => "Februar".to_owned(),
            (_, "Juli") => "November".to_owned(),
            (_, "Dezember") => "Mai".to_owned(),
            (_, "März") => "Oktober".to_owned(),
            (_, "neunzig") => "siebzig".to_owned(),
            (_, "elf") => "neun".to_owned(),
            (_, "siebentausend") => "viertausend".to_owned(),
            (_, "drei") => "fünf".to_owned(),
            (_, "dreißig") => "fünfzig".to_owned(),
            (_, "dritte") => "vierte".to_owned(),
            _ => continue,
        };
        let mut twin: Vec<&str> = words.clone();
        twin[at] = &other;
        twins.push(twin.join(" "));
    }
    twins
}

#[test]
fn a_claim_with_a_changed_number_or_date_is_never_backed() {
    let (archive, _folder) = corpus();
    let backed = corpus_claims()
        .into_iter()
        .filter(|gold| gold.kind == VerdictKind::Backed);
    let twins: Vec<String> = backed.flat_map(|gold| twins(&gold.claim)).collect();
    assert!(twins.len() >= 15, "only {} twins", twins.len());
    let wrong = twins.into_iter().filter(|twin| {
        let checked = archive
            .check(twin, Some(1))
            .expect("a claim can be checked");
        checked.verdict.kind == VerdictKind::Backed
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "called backed:\n{}", wrong.join("\n"));
}
