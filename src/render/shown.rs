//! A cited block in its article, for people.

use std::io::{self, Write};
use std::ops::Range;

use super::count::counted;
use super::style::{Role, Style};
use super::{article, sanitize, wrap};
use crate::evidence::{Shown, ShownBlock};

/// How much of an article is shown around a cited block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// So many blocks on either side; all where no block is cited.
    Around(usize),
}

impl Extent {
    /// Which of the blocks are shown.
    fn of(self, shown: &Shown) -> Range<usize> {
        let all = 0..shown.blocks.len();
        match (self, shown.cited) {
            (Extent::Around(most), Some(cited)) => {
                let cited = cited as usize;
                cited.saturating_sub(most)..(cited + most + 1).min(all.end)
            }
            _ => all,
        }
    }
}

pub(super) fn write(
    out: &mut dyn Write,
    shown: &Shown,
    extent: Extent,
    style: Style,
) -> io::Result<()> {
    let title = shown.article.title.as_deref().unwrap_or(&shown.article.id);
    article::title(out, title, style)?;
    article::aside(out, &facts(shown), "", style)?;
    let digits = shown
        .blocks
        .last()
        .map_or(0, |block| block.place.line.to_string().len());
    let range = extent.of(shown);
    write_gap(out, range.start, "above", style)?;
    for i in range.clone() {
        let is_cited = shown.cited.is_some_and(|cited| cited as usize == i);
        writeln!(out)?;
        write_block(out, &shown.blocks[i], is_cited, digits, style)?;
    }
    write_gap(out, shown.blocks.len() - range.end, "below", style)?;
    writeln!(out)?;
    for line in known(shown) {
        article::aside(out, &line, "", style)?;
    }
    // In one line whatever the width, to be copied as a whole.
    let hash = format!("sha256 {}", sanitize::line(&shown.sha256));
    writeln!(out, "{}", style.paint(Role::Aside, &hash))?;
    if shown.unchanged {
        return article::aside(out, "the file is as it was when it was indexed", "", style);
    }
    let note = "note: the file has changed since it was indexed; this is the text as indexed";
    let mut lines = wrap::plain_lines(note, style, "").into_iter();
    lines.try_for_each(|line| writeln!(out, "{line}"))
}

/// Where the article stands, what is known of it, and what is marked in it.
fn facts(shown: &Shown) -> String {
    let mut facts = vec![shown.path.clone()];
    facts.extend(shown.article.date.clone());
    facts.extend(shown.article.author.clone());
    let cited = shown
        .cited
        .and_then(|cited| shown.blocks.get(cited as usize));
    facts.extend(cited.map(|block| format!("> marks line {}", block.place.line)));
    facts.join(" · ")
}

/// What is known of the article with where it was found and how sure it is, and what should be
/// known of how it was read.
fn known(shown: &Shown) -> Vec<String> {
    let facts = shown.facts.iter().map(|fact| {
        let (name, origin) = (fact.property.name(), fact.origin.name());
        let sureness = fact.origin.sureness().name();
        format!("{name} {} ({origin}, {sureness})", fact.value)
    });
    let notes = shown.notes.iter().map(|note| format!("note: {note}"));
    let also_in = article::also_in(&shown.article);
    also_in.into_iter().chain(facts).chain(notes).collect()
}

/// Says how many blocks are left out, and how to see them.
fn write_gap(out: &mut dyn Write, blocks: usize, side: &str, style: Style) -> io::Result<()> {
    if blocks == 0 {
        return Ok(());
    }
    let gap = format!("… {} {side} (--whole)", counted(blocks as u64, "block"));
    writeln!(out, "\n{}", style.paint(Role::Aside, &gap))
}

/// A block behind its line number, with a `>` before the cited one.
fn write_block(
    out: &mut dyn Write,
    block: &ShownBlock,
    is_cited: bool,
    digits: usize,
    style: Style,
) -> io::Result<()> {
    let sign = if is_cited { '>' } else { ' ' };
    let margin = " ".repeat(digits + 4);
    let lines = wrap::plain_lines(&sanitize::block(&block.text), style, &margin);
    for (i, line) in lines.iter().enumerate() {
        let number = match i {
            0 => format!("{sign} {:digits$}  ", block.place.line),
            _ => format!("{sign} {:digits$}  ", ""),
        };
        let number = style.paint(Role::Aside, &number);
        let text = &line[margin.len()..];
        match is_cited {
            true => writeln!(out, "{number}{}", style.paint(Role::Title, text))?,
            false => writeln!(out, "{number}{text}")?,
        }
    }
    Ok(())
}
