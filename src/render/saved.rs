//! Saved searches, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::count::counted;
use super::labelled::Labelled;
use super::sanitize;
use super::status::moment;
use super::style::{Role, Style};
use crate::evidence::{SavedSearch, ShownBefore};

/// A line for each: its name, its query, how much it has shown.
pub(super) fn write(out: &mut dyn Write, searches: &[SavedSearch], style: Style) -> io::Result<()> {
    if searches.is_empty() {
        return writeln!(out, "No search is saved; beleg save NAME QUERY saves one");
    }
    let widest = searches.iter().map(|search| search.name.width()).max();
    let widest = widest.unwrap_or(0);
    let rows = Labelled {
        indent: "",
        widest,
        style,
    };
    for search in searches {
        let seen = match search.seen {
            Some(seen) => format!("{} seen", counted(seen, "article")),
            None => "not run yet".to_owned(),
        };
        let plain = if search.plain { " (plain words)" } else { "" };
        let told = format!("{}{plain} · {seen}", sanitize::line(&search.query));
        let name = sanitize::line(&search.name);
        rows.write(out, (Role::Title, &name), &told)?;
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
