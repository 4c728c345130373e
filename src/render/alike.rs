//! Special words, and articles like another, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::article::{self, INDENT};
use super::count::{counted, grouped};
use super::overview::{COLUMNS, shortened};
use super::style::{Role, Style};
use super::{sanitize, text};
use crate::evidence::{Alike, AlikeSummary, SpecialWord};

/// A table of words with the articles that hold them, here and elsewhere.
pub(super) fn words(out: &mut dyn Write, words: &[SpecialWord], style: Style) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let columns = style.width.unwrap_or(COLUMNS);
    let heads = ["here", "elsewhere", "keyness"];
    let rows: Vec<[String; 4]> = words.iter().map(cells).collect();
    let wide = |place: usize| {
        let figures = rows.iter().map(|row| row[place].len());
        figures.max().unwrap_or(0).max(heads[place - 1].len())
    };
    let widths = [wide(1), wide(2), wide(3)];
    let taken: usize = widths.iter().map(|width| width + 2).sum();
    let widest = rows.iter().map(|row| row[0].width()).max().unwrap_or(0);
    let widest = widest.min(columns.saturating_sub(taken).max(8));
    let line = |name: &str, cells: [&str; 3]| {
        let blanks = " ".repeat(widest.saturating_sub(name.width()));
        let cells = cells.iter().zip(widths);
        let cells: String = cells
            .map(|(cell, width)| format!("  {cell:>width$}"))
            .collect();
        format!("{name}{blanks}{cells}")
    };
    writeln!(
        out,
        "{}",
        style.paint(Role::Aside, &line("articles", heads))
    )?;
    for [word, here, elsewhere, keyness] in &rows {
        let word = shortened(word, widest);
        writeln!(out, "{}", line(&word, [here, elsewhere, keyness]))?;
    }
    writeln!(out)
}

/// A word and its figures, as they stand in the table.
fn cells(word: &SpecialWord) -> [String; 4] {
    [
        sanitize::line(&word.word).into_owned(),
        grouped(word.articles),
        grouped(word.articles_elsewhere),
        format!("{:.1}", word.keyness),
    ]
}

/// How much an article has in common with the one asked about, before its hits.
pub(super) fn alike(out: &mut dyn Write, alike: &Alike, style: Style) -> io::Result<()> {
    let words = alike.words.join(", ");
    let share = format!("{:.0} % alike: {words}", alike.share * 100.0);
    article::aside(out, &share, "", style)
}

/// Closes a list of articles like another.
pub(super) fn summary(
    out: &mut dyn Write,
    summary: &AlikeSummary,
    shown: u64,
    style: Style,
) -> io::Result<()> {
    let mut parts = vec![format!(
        "{} of {} like {} ({} ms)",
        grouped(summary.articles_found),
        counted(summary.articles_searched, "article"),
        summary.article.id,
        grouped(summary.elapsed_ms),
    )];
    if shown + summary.near_copies < summary.articles_found {
        parts.push(format!(
            "{} shown (--limit N for more)",
            counted(shown, "article")
        ));
    }
    match summary.copies {
        0 => {}
        1 => parts.push("1 copy of it left out".to_owned()),
        copies => parts.push(format!("{} copies of it left out", grouped(copies))),
    }
    parts.extend(text::folded(summary.near_copies));
    parts.extend(article::skipped(summary.skipped.len()));
    article::aside(out, &parts.join(" · "), "", style)?;
    let words = format!("compared by {}", summary.words.join(", "));
    article::aside(out, &words, INDENT, style)?;
    article::notes(out, &summary.notes, style)
}
