//! `beleg index --watch`: the index follows its sources, with a line for each change.

use std::io::{self, Write};

use super::arguments::IndexArguments;
use super::index::{name_mended, name_skipped, told};
use super::progress::ProgressBar;
use super::settings::Settings;
use super::{Outcome, signals, stream};
use crate::archive::{self, Names, RefreshReport, Watched};
use crate::render::{self, counted, grouped};

/// So many sources of a kind are named; more are counted.
const NAMED: usize = 3;

/// Watches until a signal comes.
pub fn run(settings: &Settings, typed: &IndexArguments) -> anyhow::Result<Outcome> {
    let mut written = Ok(());
    let places = &settings.places;
    signals::heeded(&places.stop, || {
        let mut bar = Some(ProgressBar::hidden());
        let mut progress = |state| {
            if let Some(bar) = &mut bar {
                bar.follow(state);
            }
        };
        archive::watch(places, typed.rebuild, &mut progress, &mut |watched| {
            written = tell(watched);
            if written.is_err() {
                // Nobody reads on.
                places.stop.ask();
            }
        })
    })?;
    written?;
    Ok(Outcome::Found)
}

fn tell(watched: Watched) -> io::Result<()> {
    let mut output = stream::output();
    match watched {
        Watched::Begun {
            report,
            told: is_told,
        } => {
            name_skipped(&report.skipped);
            name_mended(&report);
            writeln!(output, "{}", told(&report))?;
            if !is_told {
                stream::remark(
                    "the system does not tell of changes here; they are looked for every few seconds",
                );
            }
            stream::remark("watching for changes; Ctrl-C ends it");
        }
        Watched::TakenIn { report, names } => writeln!(output, "{}", line(&report, &names))?,
        Watched::Failed(error) => stream::complain(&format!("{error}; the index is as it was")),
    }
    output.flush()
}

/// `added corpus/a.txt; removed 120 sources (6 articles, 80 ms)`.
fn line(report: &RefreshReport, names: &Names) -> String {
    let kinds = [
        ("added", &names.added),
        ("changed", &names.changed),
        ("renamed", &names.renamed),
        ("removed", &names.removed),
    ];
    let parts = kinds.iter().filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> = parts
        .map(|(verb, names)| match names.len() {
            few if few <= NAMED => format!("{verb} {}", render::sanitize(&names.join(", "))),
            many => format!("{verb} {} sources", grouped(many as u64)),
        })
        .collect();
    let skipped = match report.skipped.len() {
        0 => String::new(),
        number => format!(", skipped: {}", grouped(number as u64)),
    };
    format!(
        "{} ({} in the index{skipped}, {} ms)",
        parts.join("; "),
        counted(report.articles, "article"),
        report.elapsed_ms
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_changes_are_named_and_many_counted() {
        let names = |number: usize| (0..number).map(|n| format!("{n}.txt")).collect();
        let names = Names {
            added: names(2),
            removed: names(120),
            ..Names::default()
        };
        let report = RefreshReport {
            articles: 6,
            elapsed_ms: 80,
            ..RefreshReport::default()
        };
        assert_eq!(
            line(&report, &names),
            "added 0.txt, 1.txt; removed 120 sources (6 articles in the index, 80 ms)"
        );
    }
}
