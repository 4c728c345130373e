//! How the articles found spread, for people: a bar for each value.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::article::{self, INDENT};
use super::bars::Signs;
use super::count::{counted, grouped};
use super::sanitize;
use super::style::{Role, Style};
use super::text;
use crate::evidence::{Facet, FacetKind, Summary};

/// Columns where nobody says how many there are.
pub(super) const COLUMNS: usize = 80;
/// The longest bar: a longer one says no more.
const LONGEST_BAR: usize = 32;
/// Columns between the members of a row.
const GAP: usize = 2;

/// A heading, and a row for each value.
pub(super) fn facet(
    out: &mut dyn Write,
    facet: &Facet,
    signs: Signs,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{}", style.paint(Role::Title, heading(facet.kind)))?;
    let rows: Vec<(String, u64)> = facet
        .values
        .iter()
        .map(|value| (sanitize::line(&value.value).into_owned(), value.articles))
        .collect();
    rows_of_bars(out, &rows, signs, style)?;
    let more = facet.values_found.saturating_sub(facet.values.len() as u64);
    let mut below = Vec::new();
    if more > 0 {
        below.push(format!("{} more (--limit N)", grouped(more)));
    }
    if facet.without > 0 {
        below.push(without(facet.kind, facet.without));
    }
    article::aside(out, &below.join(" · "), INDENT, style)?;
    writeln!(out)
}

fn heading(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Source => "source",
        FacetKind::Year => "year",
        FacetKind::Month => "month",
        FacetKind::Author => "author",
        FacetKind::Language => "language",
        FacetKind::Person => "person",
        FacetKind::Outlet => "outlet",
        FacetKind::Type => "type",
    }
}

fn without(kind: FacetKind, articles: u64) -> String {
    let what = match kind {
        FacetKind::Year | FacetKind::Month => "date",
        other => heading(other),
    };
    format!("{} without {what}", counted(articles, "article"))
}

/// Rows of a name, a figure and a bar, in columns.
pub(super) fn rows_of_bars(
    out: &mut dyn Write,
    rows: &[(String, u64)],
    signs: Signs,
    style: Style,
) -> io::Result<()> {
    let columns = style.width.unwrap_or(COLUMNS);
    let most = rows.iter().map(|(_, number)| *number).max().unwrap_or(0);
    let figures = grouped(most).len();
    let widest = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let widest = widest.min((columns / 2).max(8));
    let taken = INDENT.len() + widest + GAP + figures + GAP;
    let room = columns.saturating_sub(taken).clamp(1, LONGEST_BAR);
    for (name, number) in rows {
        let name = shortened(name, widest);
        let blanks = " ".repeat(widest.saturating_sub(name.width()) + GAP);
        let figure = format!("{:>figures$}", grouped(*number));
        let bar = style.paint(Role::Place, &signs.bar(*number, most, room));
        let row = format!("{INDENT}{name}{blanks}{figure}  {bar}");
        writeln!(out, "{}", row.trim_end())?;
    }
    Ok(())
}

/// A name in so many columns, its end cut off where it is longer.
pub(super) fn shortened(name: &str, columns: usize) -> String {
    if name.width() <= columns {
        return name.to_owned();
    }
    let mut shown = String::new();
    for sign in name.chars() {
        if format!("{shown}{sign}").width() >= columns {
            break;
        }
        shown.push(sign);
    }
    shown.push('…');
    shown
}

/// What was found in what, and whether that is exact.
pub(super) fn counts(out: &mut dyn Write, summary: &Summary, style: Style) -> io::Result<()> {
    let certainty = if summary.exact { "exactly" } else { "at least" };
    let passages = text::passages(summary);
    let found = format!(
        "Found {certainty} {} of {}{passages} ({} ms)",
        grouped(summary.articles_found),
        counted(summary.articles_searched, "article"),
        grouped(summary.elapsed_ms),
    );
    let closing = [vec![found], text::also(summary)].concat().join(" · ");
    article::aside(out, &closing, "", style)?;
    article::notes(out, &summary.notes, style)
}
