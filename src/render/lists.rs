//! Lists of what needs a person's eye, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::count::{counted, grouped};
use super::sanitize;
use super::style::{Role, Style};
use super::wrap;
use crate::evidence::{Skipped, UnsureDate};

/// Columns of a line where nothing says how wide it is.
const USUAL_WIDTH: usize = 80;

/// The heading of each list, or that there is nothing in it.
pub(super) fn skipped(out: &mut dyn Write, skipped: &[Skipped], style: Style) -> io::Result<()> {
    if skipped.is_empty() {
        return writeln!(out, "nothing was skipped");
    }
    let heading = format!("{} skipped", grouped(skipped.len() as u64));
    writeln!(out, "{}", style.paint(Role::Title, &heading))?;
    for Skipped { path, reason } in skipped {
        entry(out, path, reason, style)?;
    }
    Ok(())
}

pub(super) fn unsure_dates(
    out: &mut dyn Write,
    list: &[UnsureDate],
    style: Style,
) -> io::Result<()> {
    if list.is_empty() {
        return writeln!(out, "all articles say when they were published");
    }
    let (unknown, guessed): (Vec<_>, Vec<_>) = list.iter().partition(|one| one.guess.is_none());
    if !unknown.is_empty() {
        let heading = format!(
            "{} without a date",
            counted(unknown.len() as u64, "article")
        );
        writeln!(out, "{}", style.paint(Role::Title, &heading))?;
        for unsure in &unknown {
            let title = unsure.article.title.as_deref().unwrap_or("no title");
            entry(out, &unsure.path, title, style)?;
        }
    }
    if !guessed.is_empty() {
        if !unknown.is_empty() {
            writeln!(out)?;
        }
        let number = counted(guessed.len() as u64, "article");
        let heading = format!("{number} with a date that is not stated");
        writeln!(out, "{}", style.paint(Role::Title, &heading))?;
        for unsure in &guessed {
            let Some((date, origin)) = &unsure.guess else {
                continue;
            };
            let told = format!(
                "{date}, {} from the {}",
                origin.sureness().name(),
                origin.name()
            );
            entry(out, &unsure.path, &told, style)?;
        }
    }
    Ok(())
}

/// A place and what is to be said of it: on one line, or below it where that is too long.
pub(super) fn entry(out: &mut dyn Write, path: &str, said: &str, style: Style) -> io::Result<()> {
    let (path, said) = (sanitize::line(path), sanitize::line(said));
    let width = style.width.unwrap_or(USUAL_WIDTH);
    let place = style.paint(Role::Place, &path);
    if path.width() + said.width() + 4 <= width {
        return writeln!(out, "  {place}: {said}");
    }
    writeln!(out, "  {place}:")?;
    let set = Style {
        width: Some(width),
        ..style
    };
    for line in wrap::plain_lines(&said, set, "      ") {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
