//! How fast a large collection is indexed and searched, and how much memory and disk that takes.
//!
//! `cargo bench --bench speed -- FILE.jsonl` indexes the file into a temporary folder and asks the
//! queries below, which are made for speeches of the German parliament: first in this process, as
//! `search --limit 10` does, then some of them, and questions for people, each in a process of its
//! own. The limits beside the figures are those set for 154,115 speeches (230 MB of text) on two cores.

mod memory;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use beleg::archive::{Archive, Copies, Freshness, Places, SearchOptions, Sort, Stop, open};
use beleg::query;

/// The built program.
const BELEG: &str = env!("CARGO_BIN_EXE_beleg");
/// How often each query is asked, after once for warming up.
const ROUNDS: usize = 15;
/// What a search at a terminal asks for.
const OPTIONS: SearchOptions = SearchOptions {
    limit: Some(10),
    passages: Some(3),
    sort: Sort::Relevance,
    why: false,
    copies: Copies::Folded,
    keywords: false,
};

/// A kind of query with examples, common and rare, and the milliseconds it may take.
struct Kind {
    name: &'static str,
    limit: Option<f64>,
    queries: &'static [&'static str],
}

const ONE_WORD: &[&str] = &[
    "Munition",
    "Rente",
    "Haushalt",
    "Bundeswehr",
    "Klimaschutz",
    "Kraftwerk",
    "Europa",
    "Feldhamster",
];

/// People who are named often, and seldom.
const NAMES: &[&str] = &[
    "Angela Merkel",
    "Olaf Scholz",
    "Wladimir Putin",
    "Kim Jong Un",
];

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind { name: "one word", limit: None, queries: ONE_WORD },
    Kind { name: "two words", limit: None, queries: &[
        "Munition Ukraine", "Rente Altersarmut", "Haushalt Schulden", "Bahn Verspätung", "Wolf Weidetiere",
    ] },
    Kind { name: "three words", limit: Some(10.0), queries: &[
        "Munition Ukraine Lieferung", "Rente Altersarmut Frauen", "Haushalt Schulden Bremse",
        "Wohnung Miete Stadt", "Landwirtschaft Dünger Grundwasser", "Europa Zukunft Frieden",
    ] },
    Kind { name: "a question", limit: None, queries: &[
        "Wie viel Geld gibt die Bundesregierung für die Digitalisierung der Schulen aus?",
        "Warum werden in Deutschland so wenige Wohnungen gebaut?",
    ] },
    Kind { name: "a phrase", limit: None, queries: &[
        "\"soziale Marktwirtschaft\"", "\"bezahlbarer Wohnraum\"", "\"Recht auf Asyl\"", "\"Damen und Herren\"",
    ] },
    Kind { name: "words near each other", limit: None, queries: &[
        "\"Rente Beiträge\"~5", "\"Ukraine Waffen\"~8",
    ] },
    Kind { name: "beginnings", limit: None, queries: &["munit*", "klima*", "feldhams*"] },
    Kind { name: "endings", limit: None, queries: &["*munition", "*versicherung"] },
    Kind { name: "misspelt", limit: None, queries: &["Muniton~", "Klimaschuz~"] },
    Kind { name: "with a filter", limit: None, queries: &[
        "Munition date:2023", "Rente author:Müller", "+Bahn -Verspätung", "(Wolf OR Luchs) AND Weide",
    ] },
];

fn main() -> Result<(), Box<dyn Error>> {
    let Some(file) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("usage: cargo bench --bench speed -- FILE.jsonl".into());
    };
    let folder = tempfile::tempdir()?;
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![PathBuf::from(file)],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    indexing(&places)?;
    let archive = open(&places, Freshness::Never, &mut |_| {})?;
    println!(
        "\n{:<32} {:>10} {:>10} {:>10}",
        "milliseconds a query", "median", "95th", "limit"
    );
    for kind in KINDS {
        let times = times(kind.queries, |query| search(&archive, query))?;
        row(kind.name, &times, kind.limit);
    }
    let spawned = times(ONE_WORD, |query| spawn(folder.path(), &["search", query]))?;
    row("one word, in a new process", &spawned, Some(50.0));
    let counted = times(NAMES, |name| {
        spawn(folder.path(), &["mentions", name, "--count"])
    })?;
    row("mentions counted, so", &counted, None);
    let listed = times(&["20"], |limit| {
        spawn(folder.path(), &["people", "--limit", limit])
    })?;
    row("people most named, so", &listed, None);
    Ok(())
}

/// Builds the index and prints what that took.
fn indexing(places: &Places) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let (archive, peak) = memory::peak_of(|| open(places, Freshness::Never, &mut |_| {}));
    let seconds = started.elapsed().as_secs_f64();
    let status = archive?.status()?;
    let mega = |bytes: u64| bytes as f64 / 1e6;
    let source = mega(fs::metadata(&places.roots[0])?.len());
    println!("{:<32} {:>10} {:>10}", "indexing", "", "limit");
    println!("{:<32} {:>10}", "articles", status.articles);
    println!("{:<32} {:>10}", "passages", status.passages);
    println!("{:<32} {seconds:>10.1}", "seconds");
    println!("{:<32} {:>10.1}", "MB of source a second", source / seconds);
    println!("{:<32} {:>10.1}", "MB of text", mega(status.text_bytes));
    println!("{:<32} {:>10.1}", "MB of index", mega(status.index_bytes));
    println!(
        "{:<32} {:>10.2} {:>10.2}",
        "index to text",
        status.index_bytes as f64 / status.text_bytes as f64,
        1.0
    );
    if let Some(peak) = peak {
        println!(
            "{:<32} {:>10.0} {:>10}",
            "MB of anonymous memory, peak",
            mega(peak),
            500
        );
    }
    Ok(())
}

/// The times of all rounds of all queries, ascending.
fn times(
    queries: &[&str],
    mut ask: impl FnMut(&str) -> Result<(), Box<dyn Error>>,
) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut times = Vec::new();
    for query in queries {
        ask(query)?;
    }
    for _ in 0..ROUNDS {
        for query in queries {
            let started = Instant::now();
            ask(query)?;
            times.push(started.elapsed());
        }
    }
    times.sort_unstable();
    Ok(times)
}

fn search(archive: &Archive, typed: &str) -> Result<(), Box<dyn Error>> {
    archive.search(&query::parse(typed)?, &OPTIONS, &mut |_| Ok(()))?;
    Ok(())
}

fn spawn(index: &Path, request: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new(BELEG);
    command.args(request).arg("--no-refresh");
    command.arg("--index").arg(index).stdout(Stdio::null());
    match command.status()?.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(format!("beleg {} failed", request.join(" ")).into()),
    }
}

fn row(name: &str, times: &[Duration], limit: Option<f64>) {
    let at = |share: f64| {
        let place = (share * (times.len() - 1) as f64).round() as usize;
        times[place].as_secs_f64() * 1000.0
    };
    let limit = limit.map_or(String::new(), |limit| format!("{limit:.0}"));
    println!(
        "{name:<32} {:>10.2} {:>10.2} {limit:>10}",
        at(0.5),
        at(0.95)
    );
}
