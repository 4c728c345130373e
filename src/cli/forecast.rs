//! `beleg index --dry-run`: what would happen.

use std::io::{self, Write};

use super::arguments::IndexArguments;
use super::index::{name_skipped, outcome};
use super::settings::Settings;
use super::{Outcome, stream};
use crate::archive::{self, Forecast, TableChoice};
use crate::render::{self, bytes, grouped};

/// Says what a run with the same arguments would do, with its exit code.
pub fn run(settings: &Settings, typed: &IndexArguments) -> anyhow::Result<Outcome> {
    let table = match &typed.metadata {
        None => TableChoice::Kept,
        Some(path) if path.as_os_str() == "none" => TableChoice::Dropped,
        Some(path) => TableChoice::Given(path),
    };
    let forecast = archive::forecast(&settings.places, typed.rebuild, table)?;
    name_skipped(&forecast.skipped);
    let mut output = stream::output();
    write(&mut output, &forecast)?;
    output.flush()?;
    Ok(outcome(typed, &forecast.skipped))
}

/// A line for each source that would be touched, and what they come to.
fn write(out: &mut dyn Write, forecast: &Forecast) -> io::Result<()> {
    let lists = [
        ("add", &forecast.added),
        ("change", &forecast.changed),
        ("rename", &forecast.renamed),
        ("remove", &forecast.removed),
    ];
    for (verb, paths) in lists {
        for path in paths {
            writeln!(out, "{verb:6}  {}", render::sanitize(path))?;
        }
    }
    writeln!(out, "{}", told(forecast))
}

/// `Dry run, nothing was written. Sources: 2 to add, 5 unchanged; skipped: 1; to read: 1.4 MB (txt 2)`.
fn told(forecast: &Forecast) -> String {
    let counts = [
        (forecast.added.len() as u64, "to add"),
        (forecast.changed.len() as u64, "to change"),
        (forecast.renamed.len() as u64, "renamed"),
        (forecast.removed.len() as u64, "to remove"),
        (forecast.unchanged, "unchanged"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, what)| format!("{} {what}", grouped(*count)))
        .collect();
    let mut parts = vec![match counts.is_empty() {
        true => "no source found".to_owned(),
        false => format!("sources: {}", counts.join(", ")),
    }];
    if !forecast.skipped.is_empty() {
        parts.push(format!(
            "skipped: {}",
            grouped(forecast.skipped.len() as u64)
        ));
    }
    if forecast.bytes > 0 {
        let formats = forecast.formats.iter();
        let formats: Vec<String> = formats
            .map(|(name, count)| format!("{name} {}", grouped(*count)))
            .collect();
        parts.push(format!(
            "to read: {} ({})",
            bytes(forecast.bytes),
            formats.join(", ")
        ));
    }
    format!("dry run, nothing was written; {}", parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_happen_is_told() {
        let forecast = Forecast {
            added: vec!["a.txt".to_owned(), "b.pdf".to_owned()],
            unchanged: 1_200,
            bytes: 1_440_000,
            formats: [("txt", 1), ("pdf", 1)].into(),
            ..Forecast::default()
        };
        assert_eq!(
            told(&forecast),
            "dry run, nothing was written; sources: 2 to add, 1,200 unchanged; \
             to read: 1.4 MB (pdf 1, txt 1)"
        );
        assert_eq!(
            told(&Forecast::default()),
            "dry run, nothing was written; no source found"
        );
    }
}
