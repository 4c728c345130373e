//! Why a search does not show an article, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::article::{self, INDENT};
use super::count::grouped;
use super::labelled::Labelled;
use super::overview::shortened;
use super::style::{Role, Style};
use super::{sanitize, wrap};
use crate::evidence::{ClauseFate, Effect, Fate, WhyNot};

/// Longer words of a query are cut in the margin.
const WIDEST: usize = 24;

/// What became of the article, and then each word and condition with what it finds there.
pub(super) fn write(out: &mut dyn Write, found: &WhyNot, style: Style) -> io::Result<()> {
    let path = sanitize::line(&found.path).into_owned();
    let told = match &found.fate {
        Fate::NotIndexed(why) => format!("{path} is not in the index: {}", sanitize::line(why)),
        Fate::LeftOut => format!("{path} does not answer the query"),
        Fate::Found { rank, of } => format!(
            "{path} is found, at place {} of {} (--limit {rank} shows it)",
            grouped(*rank),
            grouped(*of)
        ),
    };
    for line in wrap::plain_lines(&told, style, "") {
        writeln!(out, "{}", style.paint(Role::Title, &line))?;
    }
    if !found.clauses.is_empty() {
        writeln!(out)?;
    }
    let widths = found
        .clauses
        .iter()
        .map(|clause| sanitize::line(&clause.asked).width());
    let widest = widths.max().unwrap_or(0).min(WIDEST);
    let rows = Labelled {
        indent: INDENT,
        widest,
        style,
    };
    for clause in &found.clauses {
        let role = match clause.effect {
            Effect::None => Role::Place,
            Effect::Lacked | Effect::Excluded => Role::Fault,
        };
        let asked = shortened(&sanitize::line(&clause.asked), widest);
        rows.write(out, (role, &asked), &sanitize::line(&told_of(clause)))?;
    }
    article::notes(out, &found.notes, style)
}

/// What a word or condition finds in the article, in words.
fn told_of(clause: &ClauseFate) -> String {
    let mut parts = vec![verdict(clause).to_owned()];
    let ClauseFate {
        forms,
        lines,
        terms,
        missing,
        near,
        has,
        ..
    } = clause;
    if !forms.is_empty() {
        parts.push(format!("as {}", forms.join(", ")));
    }
    if !lines.is_empty() {
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        let noun = if lines.len() == 1 { "line" } else { "lines" };
        parts.push(format!("{noun} {}", lines.join(", ")));
    }
    if let Some(has) = has {
        parts.push(format!("the article has {has}"));
    }
    if !terms.is_empty() {
        parts.push(format!("looked for as {}", terms.join(", ")));
    }
    if !missing.is_empty() {
        parts.push(format!(
            "of its words the article lacks {}",
            missing.join(", ")
        ));
    }
    if !near.is_empty() {
        parts.push(format!("looks like it: {}", near.join(", ")));
    }
    parts.join("; ")
}

fn verdict(clause: &ClauseFate) -> &'static str {
    match (clause.effect, clause.holds) {
        (Effect::Excluded, _) => "excludes it: it is there",
        (Effect::Lacked, _) => "not there, and would be needed",
        (Effect::None, true) => "there",
        (Effect::None, false) => "not there, which does not matter",
    }
}
