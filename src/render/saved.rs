//! Saved searches, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::count::counted;
use super::status::moment;
use super::style::{Role, Style};
use super::{sanitize, wrap};
use crate::evidence::{SavedSearch, ShownBefore};

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

/// When a search was run last, if it was.
pub(super) fn last_run(before: &ShownBefore) -> Option<String> {
    before.last_run.as_deref().map(moment)
}

/// ` since …: 2 articles answer …`, where nothing is new because all was shown before.
pub(super) fn all_shown(before: &ShownBefore) -> Option<String> {
    let articles = match before.articles {
        0 => return None,
        1 => "1 article answers, which was".to_owned(),
        articles => format!("{} answer, which were all", counted(articles, "article")),
    };
    let since = last_run(before).map_or(String::new(), |when| format!(" since {when}"));
    let name = &before.search;
    Some(format!(
        "{since}: {articles} shown before; `beleg run {name}` shows everything"
    ))
}

/// What is not shown because it was shown before, with the command that shows it.
pub(super) fn held_back(before: &ShownBefore) -> Option<String> {
    let articles = counted(before.articles, "article");
    (before.articles > 0).then(|| format!("{articles} shown before (beleg run {})", before.search))
}
