//! `beleg index`: bring the index up to date, and say what was left out.

use std::io::Write;

use super::arguments::IndexArguments;
use super::progress::ProgressBar;
use super::settings::Settings;
use super::{Outcome, forecast, signals, stream, watch};
use crate::archive::{self, RefreshReport};
use crate::evidence::Skipped;
use crate::render::{self, counted};

/// So many skipped sources are named; a folder may be full of pictures.
const NAMED: usize = 20;

/// Refreshes or rebuilds the index.
pub fn run(settings: &Settings, typed: IndexArguments) -> anyhow::Result<Outcome> {
    if typed.dry_run {
        return forecast::run(settings, &typed);
    }
    match &typed.metadata {
        Some(path) if path.as_os_str() == "none" => settings.places.drop_table()?,
        Some(path) => settings.places.use_table(path)?,
        None => {}
    }
    if typed.watch {
        return watch::run(settings, &typed);
    }
    let report = signals::heeded(&settings.places.stop, || {
        let mut bar = ProgressBar::hidden();
        archive::refresh(&settings.places, typed.rebuild, &mut |state| {
            bar.follow(state)
        })
    })?;
    name_skipped(&report.skipped);
    name_mended(&report);
    let mut output = stream::output();
    writeln!(output, "{}", told(&report))?;
    output.flush()?;
    Ok(outcome(&typed, &report.skipped))
}

/// How a run has ended: a strict one is refused when anything was skipped.
pub fn outcome(typed: &IndexArguments, skipped: &[Skipped]) -> Outcome {
    match typed.strict && !skipped.is_empty() {
        true => Outcome::Refused,
        false => Outcome::Found,
    }
}

/// Names what was skipped, as much of it as fits a screen.
pub fn name_skipped(skipped: &[Skipped]) {
    for skipped in skipped.iter().take(NAMED) {
        let path = render::sanitize(&skipped.path);
        stream::remark(&format!("skipped {path}: {}", skipped.reason));
    }
    if let more @ 1.. = skipped.len().saturating_sub(NAMED) {
        stream::remark(&format!("… and {more} more; `beleg status` lists all"));
    }
}

/// Says what was wrong with texts and was mended.
pub fn name_mended(report: &RefreshReport) {
    if report.encoded_twice > 0 {
        let number = counted(report.encoded_twice, "article");
        stream::remark(&format!("{number} encoded twice (Ã¼ for ü), read as meant"));
    }
}

/// `5 articles in the index; sources: 1 added, 4 unchanged (12 ms)`.
pub fn told(report: &RefreshReport) -> String {
    let mut changes: Vec<String> = [
        (report.added, "added"),
        (report.changed, "changed"),
        (report.renamed, "renamed"),
        (report.removed, "removed"),
        (report.unchanged, "unchanged"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    if changes.is_empty() {
        changes.push("no source found".to_owned());
    }
    let skipped = match report.skipped.len() {
        0 => String::new(),
        number => format!("; skipped: {number}"),
    };
    let articles = if report.articles == 1 {
        "article"
    } else {
        "articles"
    };
    format!(
        "{} {articles} in the index; sources: {}{skipped} ({} ms)",
        report.articles,
        changes.join(", "),
        report.elapsed_ms
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_happened_is_told() {
        let report = RefreshReport {
            added: 1,
            articles: 1,
            elapsed_ms: 12,
            ..RefreshReport::default()
        };
        assert_eq!(
            told(&report),
            "1 article in the index; sources: 1 added (12 ms)"
        );
    }

    #[test]
    fn what_was_skipped_is_counted() {
        let skipped = vec![Skipped {
            path: "a.bin".to_owned(),
            reason: "binary".to_owned(),
        }];
        let report = RefreshReport {
            unchanged: 2,
            articles: 5,
            skipped,
            elapsed_ms: 3,
            ..RefreshReport::default()
        };
        assert_eq!(
            told(&report),
            "5 articles in the index; sources: 2 unchanged; skipped: 1 (3 ms)"
        );
    }

    #[test]
    fn an_empty_corpus_is_said_to_be_empty() {
        assert_eq!(
            told(&RefreshReport::default()),
            "0 articles in the index; sources: no source found (0 ms)"
        );
    }
}
