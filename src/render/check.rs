//! The check of a claim for people: the verdict first, then the parts, then the evidence.

use std::io::{self, Write};

use super::article::{self, INDENT};
use super::count::{counted, grouped};
use super::style::{Role, Style};
use super::text::place;
use super::wire::{part_status, stance, verdict_kind};
use super::wrap::{self, Word};
use super::{attribution, excerpt, sanitize};
use crate::evidence::{
    Basis, CheckSummary, CheckedClaim, ClaimPart, Conflict, Evidence, PartStatus, Verdict,
    VerdictKind,
};
use crate::span::TextSpan;

/// How far what is said of a piece of evidence stands in.
const DEEPER: &str = "    ";

/// The order in which parts are told of: what is wrong first.
const ORDER: [PartStatus; 4] = [
    PartStatus::Contradicted,
    PartStatus::Missing,
    PartStatus::Qualified,
    PartStatus::Supported,
];

/// Writes the verdict on a claim and its parts.
pub(super) fn verdict(out: &mut dyn Write, verdict: &Verdict, style: Style) -> io::Result<()> {
    let role = match verdict.kind {
        VerdictKind::Conflict => Role::Fault,
        _ => Role::Title,
    };
    let name = verdict_kind(verdict.kind).to_uppercase();
    let mut facts = vec![format!("{:.0} % sure", verdict.confidence * 100.0)];
    facts.extend(verdict.basis.map(|basis| basis_words(basis).to_owned()));
    facts.extend(voices(verdict));
    let facts = facts.join(" · ");
    let is_narrow = |width| name.len() + INDENT.len() + wrap::width(&facts) > width;
    let head = style.paint(role, &name);
    if style.width.is_some_and(is_narrow) {
        writeln!(out, "{head}")?;
        article::aside(out, &facts, INDENT, style)?;
    } else {
        writeln!(out, "{head}{INDENT}{}", style.paint(Role::Aside, &facts))?;
    }
    let claim: Vec<Word> = sanitize::line(&verdict.claim)
        .split_whitespace()
        .map(Word::plain)
        .collect();
    for line in wrap::title_lines(&claim, style) {
        writeln!(out, "{line}")?;
    }
    for status in ORDER {
        parts(out, verdict, status, style)?;
    }
    writeln!(out)
}

pub(super) fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Own => "in the source's own words",
        Basis::Reported => "as reported speech",
    }
}

/// `14 articles, 2 origins`.
pub(super) fn voices(verdict: &Verdict) -> Option<String> {
    (verdict.articles > 0).then(|| {
        let articles = counted(verdict.articles, "article");
        format!(
            "{articles}, {}",
            counted(verdict.independent_sources, "origin")
        )
    })
}

/// The parts of one status in a line of their own.
fn parts(
    out: &mut dyn Write,
    verdict: &Verdict,
    status: PartStatus,
    style: Style,
) -> io::Result<()> {
    let parts = verdict.parts.iter().filter(|part| part.status == status);
    let words: Vec<String> = parts.map(part_words).collect();
    if words.is_empty() {
        return Ok(());
    }
    let line = format!("{}: {}", part_status(status), words.join(", "));
    for line in wrap::plain_lines(&sanitize::line(&line), style, INDENT) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

pub(super) fn part_words(part: &ClaimPart) -> String {
    match &part.found {
        Some(found) => format!("{} (source: {})", part.text, shortened(found)),
        None => part.text.clone(),
    }
}

/// Long words of a source, which stand below in full, cut at a blank.
fn shortened(found: &str) -> String {
    const LONGEST: usize = 48;
    if found.chars().count() <= LONGEST {
        return found.to_owned();
    }
    let end = found
        .char_indices()
        .nth(LONGEST)
        .map_or(found.len(), |(end, _)| end);
    let cut = found[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &found[..cut])
}

/// Writes a piece of evidence: who says what, where, and what is wrong with it.
pub(super) fn evidence(out: &mut dyn Write, found: &Evidence, style: Style) -> io::Result<()> {
    let title = found.article.title.as_deref().unwrap_or(&found.article.id);
    let date = found
        .article
        .date
        .as_deref()
        .map(|date| format!(" · {date}"));
    let head = format!(
        "{}: {title}{}",
        stance(found.stance),
        date.unwrap_or_default()
    );
    for line in wrap::plain_lines(&sanitize::line(&head), style, INDENT) {
        writeln!(out, "{}", style.paint(Role::Aside, &line))?;
    }
    let marks: Vec<TextSpan> = found.marks.iter().map(|mark| mark.span).collect();
    for line in wrap::lines(&excerpt::excerpt(&found.text, &marks), style, DEEPER) {
        writeln!(out, "{line}")?;
    }
    for line in notes(found) {
        for line in wrap::plain_lines(&sanitize::line(&line), style, DEEPER) {
            writeln!(out, "{line}")?;
        }
    }
    let place = style.place(&found.citation, &place(&found.citation));
    writeln!(out, "{DEEPER}{place}\n")
}

/// What there is to say of a piece of evidence.
pub(super) fn notes(found: &Evidence) -> Vec<String> {
    let mut notes: Vec<String> = found.conflicts.iter().map(beside).collect();
    if !found.qualified.is_empty() {
        notes.push(format!("qualified: {}", found.qualified.join(", ")));
    }
    if !found.lacks.is_empty() {
        notes.push(format!("lacks: {}", found.lacks.join(", ")));
    }
    notes.extend(attribution::note(&found.attribution));
    notes.extend(
        found
            .disputed_by
            .as_ref()
            .map(|by| format!("disputed by: {by}")),
    );
    notes
}

/// `claim 1984 · source 1994`.
fn beside(conflict: &Conflict) -> String {
    match conflict.claim.is_empty() {
        true => format!("the source denies it: {}", shortened(&conflict.source)),
        false => format!(
            "claim {} · source {}",
            conflict.claim,
            shortened(&conflict.source)
        ),
    }
}

/// Writes what was searched.
pub(super) fn summary(out: &mut dyn Write, summary: &CheckSummary, style: Style) -> io::Result<()> {
    let mut lines = searched(summary);
    if let Some(first) = lines.first_mut() {
        *first += &format!(" ({} ms)", grouped(summary.elapsed_ms));
    }
    if let left_out @ 1.. = summary.evidence_left_out {
        lines.push(format!(
            "Not shown: {} (--limit N)",
            counted(left_out, "sentence")
        ));
    }
    if !summary.skipped.is_empty() {
        lines.push("What was skipped and why: beleg status".to_owned());
    }
    for line in lines {
        for line in wrap::plain_lines(&sanitize::line(&line), style, "") {
            writeln!(out, "{}", style.paint(Role::Aside, &line))?;
        }
    }
    Ok(())
}

/// What was searched, what was not, and what else whoever reads the answer should know.
pub(super) fn searched(summary: &CheckSummary) -> Vec<String> {
    let mut line = format!(
        "Searched {}, {}; compared the {} most promising",
        counted(summary.articles_searched, "article"),
        counted(summary.passages_searched, "passage"),
        grouped(summary.articles_compared),
    );
    if !summary.skipped.is_empty() {
        let skipped = counted(summary.skipped.len() as u64, "source");
        line += &format!("; {skipped} could not be read");
    }
    let notes = summary.notes.iter().map(|note| format!("note: {note}"));
    std::iter::once(line).chain(notes).collect()
}

/// Writes the table that closes the check of many claims.
pub(super) fn table(out: &mut dyn Write, rows: &[CheckedClaim], style: Style) -> io::Result<()> {
    let width = rows
        .iter()
        .map(|row| row.id.chars().count())
        .max()
        .unwrap_or(0);
    writeln!(out)?;
    for row in rows {
        let verdict = format!("{:<9}", verdict_kind(row.kind));
        let role = match row.kind {
            VerdictKind::Conflict => Role::Fault,
            _ => Role::Title,
        };
        let place = row.citation.as_ref().map_or_else(|| "–".to_owned(), place);
        let line = format!(
            "{:<width$}  {}{place}",
            sanitize::line(&row.id),
            style.paint(role, &verdict)
        );
        writeln!(out, "{line}")?;
        for line in wrap::plain_lines(&sanitize::line(&row.claim), style, &" ".repeat(width + 2)) {
            writeln!(out, "{}", style.paint(Role::Aside, &line))?;
        }
    }
    Ok(())
}
