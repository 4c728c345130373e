//! The head of an article in a listing, and lines of less weight.

use std::io::{self, Write};

use super::count::grouped;
use super::sanitize;
use super::style::{Role, Style};
use super::wrap::{self, Word};
use crate::evidence::{ArticleRef, Place};

/// So many further places of an article are named.
const PLACES: usize = 3;

/// How far passages stand in under their article.
pub(super) const INDENT: &str = "  ";

/// Writes the headline of an article and what is known of it. `text` is the block that follows, made
/// into `words`; returns whether that was the headline itself: then it stands once, with its marks.
pub(super) fn head(
    out: &mut dyn Write,
    article: &ArticleRef,
    text: &str,
    words: &[Word],
    style: Style,
) -> io::Result<bool> {
    let is_headline = article.title.as_deref() == Some(text);
    let lines = if is_headline {
        wrap::title_lines(words, style)
    } else {
        let title = article.title.as_deref();
        let title = title.filter(|title| !title.trim().is_empty());
        set_title(title.unwrap_or(&article.id), style)
    };
    for line in lines {
        writeln!(out, "{line}")?;
    }
    facts(out, article, style)?;
    Ok(is_headline)
}

/// Writes a headline.
pub(super) fn title(out: &mut dyn Write, title: &str, style: Style) -> io::Result<()> {
    set_title(title, style)
        .iter()
        .try_for_each(|line| writeln!(out, "{line}"))
}

fn set_title(title: &str, style: Style) -> Vec<String> {
    let safe = sanitize::line(title);
    let words: Vec<Word> = safe.split_whitespace().map(Word::plain).collect();
    wrap::title_lines(&words, style)
}

/// What is known of an article beside its headline, when there is something.
fn facts(out: &mut dyn Write, article: &ArticleRef, style: Style) -> io::Result<()> {
    let facts: Vec<&str> = [&article.date, &article.author]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    aside(out, &facts.join(" · "), "", style)?;
    let copies = [also_in(article), near_copies(article)];
    copies
        .iter()
        .flatten()
        .try_for_each(|told| aside(out, told, "", style))
}

/// `also in b/copy.txt`, if the article stands elsewhere as well.
pub(super) fn also_in(article: &ArticleRef) -> Option<String> {
    let places = &article.also_in;
    (!places.is_empty()).then(|| format!("also in {}", first_places(places)))
}

/// `and 2 near copies`, if there are any.
fn near_copies(article: &ArticleRef) -> Option<String> {
    let told = match article.near_copies.len() {
        0 => return None,
        1 => "and 1 near copy".to_owned(),
        copies => format!("and {} near copies", grouped(copies as u64)),
    };
    Some(format!("{told}: {}", first_places(&article.near_copies)))
}

/// The first of some places.
fn first_places(places: &[Place]) -> String {
    let first: Vec<String> = places.iter().take(PLACES).map(place_name).collect();
    match places.len() - first.len() {
        0 => first.join(", "),
        more => format!("{} and {} more", first.join(", "), grouped(more as u64)),
    }
}

/// The place of an article as `show` understands it.
pub(super) fn place_name(place: &Place) -> String {
    let Place { path, record, .. } = place;
    match (place.line, record) {
        (Some(line), _) => format!("{path}:{line}"),
        (None, Some(record)) => format!("{path}#{record}"),
        (None, None) => path.clone(),
    }
}

/// A text of less weight, made safe and set in lines.
pub(super) fn aside(out: &mut dyn Write, text: &str, indent: &str, style: Style) -> io::Result<()> {
    for line in wrap::plain_lines(&sanitize::line(text), style, indent) {
        writeln!(out, "{}", style.paint(Role::Aside, &line))?;
    }
    Ok(())
}

/// Notes on an answer, a line each.
pub(super) fn notes(out: &mut dyn Write, notes: &[String], style: Style) -> io::Result<()> {
    notes
        .iter()
        .try_for_each(|note| aside(out, &format!("note: {note}"), "", style))
}

/// That something was skipped, if it was.
pub(super) fn skipped(number: usize) -> Option<String> {
    (number > 0).then(|| format!("{number} skipped (beleg status tells why)"))
}

/// What may have been meant, if anything.
pub(super) fn did_you_mean(
    out: &mut dyn Write,
    suggestions: &[String],
    style: Style,
) -> io::Result<()> {
    if suggestions.is_empty() {
        return Ok(());
    }
    let near = sanitize::line(&suggestions.join(", ")).into_owned();
    writeln!(out, "Did you mean {}?", style.paint(Role::Title, &near))
}

/// Whom a name that nobody has may mean, or where to look for those there are.
pub(super) fn whom_you_mean(
    out: &mut dyn Write,
    suggestions: &[String],
    style: Style,
) -> io::Result<()> {
    match suggestions.is_empty() {
        true => aside(out, "`beleg people` lists everyone who is named", "", style),
        false => did_you_mean(out, suggestions, style),
    }
}
