//! What stands in a collection more than once, for people.

use std::io::{self, Write};

use super::article::{self, INDENT, place_name};
use super::count::counted;
use super::sanitize;
use super::style::{Role, Style};
use crate::evidence::{Duplicate, DuplicateGroup, Duplicates};

pub(super) fn write(out: &mut dyn Write, found: &Duplicates, style: Style) -> io::Result<()> {
    for group in &found.groups {
        write_group(out, group, style)?;
        writeln!(out)?;
    }
    article::aside(out, &closing(found), "", style)?;
    article::notes(out, &found.notes, style)
}

/// The titles of a group with their places below them.
fn write_group(out: &mut dyn Write, group: &DuplicateGroup, style: Style) -> io::Result<()> {
    let heading = match group.articles.len() {
        1 => "the same article".to_owned(),
        articles => format!("{articles} near copies"),
    };
    writeln!(out, "{}", style.paint(Role::Aside, &heading))?;
    for duplicate in &group.articles {
        write_article(out, duplicate, style)?;
    }
    Ok(())
}

fn write_article(out: &mut dyn Write, duplicate: &Duplicate, style: Style) -> io::Result<()> {
    let Duplicate {
        article,
        place,
        begins,
    } = duplicate;
    let title = article.title.as_deref();
    let title = title.filter(|title| !title.trim().is_empty());
    let title = title.map_or_else(|| format!("{begins} …"), str::to_owned);
    let title = sanitize::line(&title).into_owned();
    writeln!(out, "{}", style.paint(Role::Title, &title))?;
    for place in std::iter::once(place).chain(&article.also_in) {
        let name = place_name(place);
        let name = style.paint(Role::Place, &sanitize::line(&name)).to_string();
        writeln!(out, "{INDENT}{name}")?;
    }
    Ok(())
}

fn closing(found: &Duplicates) -> String {
    let groups = found.groups.iter();
    let near = groups.clone().filter(|group| group.articles.len() > 1);
    let articles = groups.flat_map(|group| &group.articles);
    let places: usize = articles
        .map(|duplicate| duplicate.article.also_in.len())
        .sum();
    format!(
        "{} of near copies, {} of the same article, in {}",
        counted(near.count() as u64, "group"),
        counted(places as u64, "further place"),
        counted(found.articles_searched, "article"),
    )
}
