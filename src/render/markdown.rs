//! A check as a dossier in Markdown, to hand on. Hits and mentions are in [`super::quotations`].

use std::io::{self, Write};

use super::check::{basis_words, notes, part_words, searched, voices};
use super::count::counted;
use super::sanitize;
use super::text::place;
use super::wire::{part_status, stance, verdict_kind};
use crate::evidence::{CheckSummary, CheckedClaim, Evidence, Verdict};

/// Opens the check of a claim, or the answer to a query.
pub(super) fn begin(out: &mut dyn Write, claim: &str, id: Option<&str>) -> io::Result<()> {
    let id = id
        .map(|id| format!("{}: ", escaped(id)))
        .unwrap_or_default();
    writeln!(out, "## {id}{}\n", escaped(claim))
}

/// Writes the verdict with the parts of the claim as a table.
pub(super) fn verdict(out: &mut dyn Write, verdict: &Verdict) -> io::Result<()> {
    let mut facts = vec![format!("{:.0} % sure", verdict.confidence * 100.0)];
    facts.extend(verdict.basis.map(|basis| basis_words(basis).to_owned()));
    facts.extend(voices(verdict));
    let name = verdict_kind(verdict.kind);
    writeln!(out, "**Verdict: {name}** ({})\n", facts.join("; "))?;
    if verdict.parts.is_empty() {
        return Ok(());
    }
    writeln!(out, "| part | status |\n|---|---|")?;
    for part in &verdict.parts {
        let words = escaped(&part_words(part));
        writeln!(out, "| {words} | {} |", part_status(part.status))?;
    }
    writeln!(out)
}

/// Writes a piece of evidence as a quotation with its citation.
pub(super) fn evidence(out: &mut dyn Write, found: &Evidence) -> io::Result<()> {
    let citation = &found.citation;
    let title = found.article.title.as_deref().unwrap_or(&found.article.id);
    let date = found
        .article
        .date
        .as_deref()
        .map(|date| format!(", {date}"));
    writeln!(out, "> {}\n>", escaped(&citation.quote))?;
    writeln!(
        out,
        "> — {}{} · `{}` · {}\n",
        escaped(title),
        date.unwrap_or_default(),
        place(citation).replace('`', "'"),
        stance(found.stance),
    )?;
    let notes = notes(found);
    for note in &notes {
        writeln!(out, "- {}", escaped(note))?;
    }
    if notes.is_empty() {
        Ok(())
    } else {
        writeln!(out)
    }
}

/// Writes what was searched.
pub(super) fn summary(out: &mut dyn Write, summary: &CheckSummary) -> io::Result<()> {
    for line in searched(summary) {
        writeln!(out, "{}\n", escaped(&line))?;
    }
    if let left_out @ 1.. = summary.evidence_left_out {
        writeln!(out, "Not shown: {}\n", counted(left_out, "sentence"))?;
    }
    Ok(())
}

/// Writes the table that closes the check of many claims.
pub(super) fn table(out: &mut dyn Write, rows: &[CheckedClaim]) -> io::Result<()> {
    writeln!(
        out,
        "## All claims\n\n| id | verdict | claim | evidence |\n|---|---|---|---|"
    )?;
    for row in rows {
        let place = row.citation.as_ref().map_or_else(|| "–".to_owned(), place);
        let place = escaped(&place);
        writeln!(
            out,
            "| {} | {} | {} | {place} |",
            escaped(&row.id),
            verdict_kind(row.kind),
            escaped(&row.claim),
        )?;
    }
    Ok(())
}

/// Text whose signs Markdown would read as markup, on one line and safe to look at.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::new();
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in sanitize::line(&one_line).chars() {
        if matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$'
        ) {
            safe.push('\\');
        }
        safe.push(sign);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escaped("a|b *c* <d>\n# e"), "a\\|b \\*c\\* \\<d\\> \\# e");
    }
}
