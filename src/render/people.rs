//! The people of a collection, and those of an analysed text, for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::article::{self, INDENT};
use super::count::{counted, grouped};
use super::style::{Role, Style};
use super::{sanitize, wrap};
use crate::evidence::{FormCount, NamedPlace, PeopleSummary, Person};

/// So many forms of a name tell a list of people what it is about.
const FREQUENT: usize = 6;

/// Columns between a name and what is known of the person: a dot and the blanks around it.
const SIGNS: usize = 3;

/// How many of the forms of a name are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// The most frequent.
    Frequent,
    /// All.
    All,
}

/// A person in two lines: who and how often, then the forms of the name.
pub(super) fn person(
    out: &mut dyn Write,
    person: &Person,
    forms: Forms,
    style: Style,
) -> io::Result<()> {
    let name = style.paint(Role::Title, &sanitize::line(&person.name));
    let mut facts = vec![
        counted(person.articles, "article"),
        counted(person.mentions, "mention"),
    ];
    facts.extend(person.dates.as_ref().map(dates));
    let facts = facts.join(", ");
    let room = style.width.unwrap_or(usize::MAX);
    if person.name.width() + SIGNS + facts.width() > room {
        writeln!(out, "{name}")?;
        article::aside(out, &facts, INDENT, style)?;
    } else {
        let facts = format!("· {}", sanitize::line(&facts));
        writeln!(out, "{name} {}", style.paint(Role::Aside, &facts))?;
    }
    let forms = told(&person.forms, forms);
    for line in wrap::plain_lines(&sanitize::line(&forms), style, INDENT) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// `2023-09 to 2024-06`.
fn dates((first, last): &(String, String)) -> String {
    if first == last {
        first.clone()
    } else {
        format!("{first} to {last}")
    }
}

/// `Putin 31, Putins 12, Wladimir Putin 9 and 3 more forms`.
fn told(all: &[FormCount], forms: Forms) -> String {
    let most = match forms {
        Forms::Frequent => FREQUENT,
        Forms::All => usize::MAX,
    };
    let shown = all.iter().take(most);
    let shown: Vec<String> = shown
        .map(|(form, count)| format!("{form} {}", grouped(*count)))
        .collect();
    let rest = match all.len().saturating_sub(most) {
        0 => String::new(),
        rest => format!(" and {}", counted(rest as u64, "more form")),
    };
    shown.join(", ") + &rest
}

/// The closing line of a list of people, of whom so many were shown; `name` is the one asked for.
pub(super) fn summary(
    out: &mut dyn Write,
    summary: &PeopleSummary,
    (name, shown): (&str, u64),
    style: Style,
) -> io::Result<()> {
    let searched = format!(
        "in {} ({} ms)",
        counted(summary.articles_searched, "article"),
        grouped(summary.elapsed_ms)
    );
    let people = |count| match count {
        1 => "1 person".to_owned(),
        _ => format!("{} people", grouped(count)),
    };
    if summary.people_found == 0 {
        let called = match name {
            "" => String::new(),
            name => format!(" called {name}"),
        };
        let nobody = format!("Nobody found{called} {searched}");
        for line in wrap::plain_lines(&sanitize::line(&nobody), style, "") {
            writeln!(out, "{line}")?;
        }
        if !name.is_empty() {
            article::whom_you_mean(out, &summary.suggestions, style)?;
        }
    } else {
        let more = match shown < summary.people_found {
            true => format!(" · {} shown (--limit N for more)", grouped(shown)),
            false => String::new(),
        };
        let skipped = article::skipped(summary.skipped.len());
        let skipped = skipped.map_or(String::new(), |skipped| format!(" · {skipped}"));
        let closing = format!("{} {searched}{more}{skipped}", people(summary.people_found));
        writeln!(out)?;
        article::aside(out, &closing, "", style)?;
    }
    article::notes(out, &summary.notes, style)
}

/// The people of an analysed text, a line each: the fullest name, then the forms in which it stands.
pub(super) fn named(out: &mut dyn Write, places: &[NamedPlace], style: Style) -> io::Result<()> {
    let mut persons: Vec<(&str, Vec<&str>)> = Vec::new();
    for place in places {
        let known = persons.iter().position(|(name, _)| *name == place.person);
        let known = known.unwrap_or_else(|| {
            persons.push((&place.person, Vec::new()));
            persons.len() - 1
        });
        let forms = &mut persons[known].1;
        if !forms.contains(&place.surface.as_str()) {
            forms.push(&place.surface);
        }
    }
    for (name, forms) in persons {
        let name = style.paint(Role::Title, &sanitize::line(name));
        let label = style.paint(Role::Aside, "person");
        writeln!(
            out,
            "{label}  {name}: {}",
            sanitize::line(&forms.join(", "))
        )?;
    }
    Ok(())
}
