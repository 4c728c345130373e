//! What is in an index, for people.

use std::io::{self, Write};

use super::count::{bytes, counted, grouped};
use super::labelled::Labelled;
use super::sanitize;
use super::style::{Role, Style};
use crate::evidence::{Skipped, Status};

pub(super) fn write(out: &mut dyn Write, status: &Status, style: Style) -> io::Result<()> {
    let rows = rows(status);
    let widest = rows.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
    let table = Labelled {
        indent: "",
        widest,
        style,
    };
    for (label, value) in &rows {
        table.write(out, (Role::Aside, label), &sanitize::line(value))?;
    }
    if !status.skipped.is_empty() {
        let heading = format!("{} skipped", status.skipped.len());
        writeln!(out, "\n{}", style.paint(Role::Title, &heading))?;
    }
    for Skipped { path, reason } in &status.skipped {
        let place = style.paint(Role::Place, &sanitize::line(path));
        writeln!(out, "  {place}: {}", sanitize::line(reason))?;
    }
    for note in &status.notes {
        writeln!(out, "\nnote: {}", sanitize::line(note))?;
    }
    Ok(())
}

fn rows(status: &Status) -> Vec<(&'static str, String)> {
    let segments = match status.dead_documents {
        0 => grouped(status.segments),
        dead => format!(
            "{}, {} to be merged away",
            grouped(status.segments),
            counted(dead, "deleted document")
        ),
    };
    let size = format!(
        "{} for {} of text",
        bytes(status.index_bytes),
        bytes(status.text_bytes)
    );
    let rows = vec![
        ("index", status.index.clone()),
        ("built from", status.roots.join(", ")),
        ("refreshed", moment(&status.refreshed)),
        ("sources", grouped(status.sources)),
        ("articles", grouped(status.articles)),
        ("copies", copies(status)),
        ("passages", grouped(status.passages)),
        ("languages", shares(&status.languages)),
        ("formats", shares(&status.formats)),
        ("dates", dates(status)),
        ("encodings", encodings(status)),
        ("size", size),
        ("segments", segments),
        ("format version", status.format_version.to_string()),
        ("fingerprint", status.fingerprint.clone()),
        ("knowledge", status.knowledge.clone()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// `2 places hold a copy (--duplicates)`, if some do.
fn copies(status: &Status) -> String {
    match status.copies {
        0 => String::new(),
        1 => "1 further place of an article (--duplicates)".to_owned(),
        copies => format!(
            "{} further places of articles (--duplicates)",
            grouped(copies)
        ),
    }
}

/// `2023-09 to 2024-06-17, 3 articles without a date`, as much of it as there is.
fn dates(status: &Status) -> String {
    let covered = status.dates.as_ref().map(|(first, last)| {
        if first == last {
            first.clone()
        } else {
            format!("{first} to {last}")
        }
    });
    let undated = (status.undated > 0)
        .then(|| format!("{} without a date", counted(status.undated, "article")));
    let parts: Vec<String> = covered.into_iter().chain(undated).collect();
    parts.join(", ")
}

/// What was wrong with the encoding of articles and was mended.
fn encodings(status: &Status) -> String {
    match status.encoded_twice {
        0 => String::new(),
        number => format!(
            "{} encoded twice (Ã¼ for ü), read as meant",
            counted(number, "article")
        ),
    }
}

/// `2024-06-17 10:00:00 UTC` of a time by RFC 3339.
pub(super) fn moment(time: &str) -> String {
    time.replace('T', " ").replace('Z', " UTC")
}

/// `de 4, en 1`.
fn shares(shares: &[(String, u64)]) -> String {
    let shares: Vec<String> = shares
        .iter()
        .map(|(name, number)| format!("{name} {}", grouped(*number)))
        .collect();
    shares.join(", ")
}
