//! Saved searches, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::count::counted;
use super::style::{Role, Style};
use super::{sanitize, wrap};
use crate::evidence::SavedSearch;

/// A line for each: its name, its query, how much it has shown.
pub(super) fn write(out: &mut dyn Write, searches: &[SavedSearch], style: Style) -> io::Result<()> {
    if searches.is_empty() {
        return writeln!(out, "No search is saved; beleg save NAME QUERY saves one");
    }
    let widest = searches.iter().map(|search| search.name.width()).max();
    let widest = widest.unwrap_or(0);
    for search in searches {
        let seen = match search.seen {
            Some(seen) => format!("{} seen", counted(seen, "article")),
            None => "not run yet".to_owned(),
        };
        let plain = if search.plain { " (plain words)" } else { "" };
        let margin = " ".repeat(widest + 2);
        let query = sanitize::line(&search.query).into_owned();
        let told = format!("{query}{plain} · {seen}");
        for (number, line) in wrap::plain_lines(&told, style, &margin).iter().enumerate() {
            let text = line.get(margin.len()..).unwrap_or_default();
            match number {
                0 => {
                    let blanks = " ".repeat(widest.saturating_sub(search.name.width()));
                    let name = style.paint(Role::Title, &sanitize::line(&search.name));
                    writeln!(out, "{name}{blanks}  {text}")?;
                }
                _ => writeln!(out, "{line}")?,
            }
        }
    }
    Ok(())
}
