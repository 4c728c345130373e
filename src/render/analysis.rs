//! What becomes of a text, for people: one line a word.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::sanitize;
use super::style::{Role, Style};
use crate::evidence::{AliasKind, Token, TokenAliases, TokenKind};

/// The widest that the columns of words and of terms get; longer ones push their line to the right.
const WIDEST_COLUMN: usize = 22;
/// With less room than this behind word and term, notes stand on lines of their own.
const LEAST_ROOM: usize = 20;
/// How far such lines are indented.
const INDENT: usize = 4;

pub(super) fn write(out: &mut dyn Write, tokens: &[Token], style: Style) -> io::Result<()> {
    let words = words(tokens);
    let widest = |width: fn(&Analysed<'_>) -> usize| {
        let widths = words.iter().map(width);
        widths.filter(|width| *width <= WIDEST_COLUMN).max()
    };
    let columns = Columns {
        surface: widest(|word| word.surface.width()).unwrap_or(0),
        term: widest(|word| word.term.width()).unwrap_or(0),
        style,
    };
    let mut record = None;
    for word in &words {
        if word.record.is_some() && word.record != record {
            record = word.record;
            let record = sanitize::line(record.unwrap_or_default());
            writeln!(out, "{}", style.paint(Role::Title, &record))?;
        }
        columns.write(out, word)?;
    }
    Ok(())
}

/// A word as a line shows it.
struct Analysed<'a> {
    record: Option<&'a str>,
    /// `Artillerie|munition`
    surface: String,
    /// The term of the whole word.
    term: String,
    /// What there is to say of it beside that.
    notes: Vec<String>,
}

/// The widths of the columns of words and terms.
struct Columns {
    surface: usize,
    term: usize,
    style: Style,
}

impl Columns {
    fn write(&self, out: &mut dyn Write, word: &Analysed<'_>) -> io::Result<()> {
        let gap = padding(self.surface, &word.surface);
        let term = self.style.paint(Role::Mark, &word.term);
        write!(out, "{}{gap}  {term}", word.surface)?;
        if word.notes.is_empty() {
            return writeln!(out);
        }
        let used = word.surface.width().max(self.surface) + word.term.width().max(self.term) + 4;
        let notes = word.notes.join("; ");
        let Some(width) = self.style.width else {
            return writeln!(out, "{}  {notes}", padding(self.term, &word.term));
        };
        let mut indent = used;
        if used + LEAST_ROOM > width {
            indent = INDENT;
            write!(out, "\n{}", " ".repeat(indent))?;
        } else {
            write!(out, "{}  ", padding(self.term, &word.term))?;
        }
        let lines = broken(&notes, width.saturating_sub(indent).max(LEAST_ROOM));
        writeln!(out, "{}", lines.join(&format!("\n{}", " ".repeat(indent))))
    }
}

fn padding(column: usize, text: &str) -> String {
    " ".repeat(column.saturating_sub(text.width()))
}

/// A text in lines of at most this width, broken at spaces.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The words with their parts; a part belongs to the word before it that covers it.
fn words(tokens: &[Token]) -> Vec<Analysed<'_>> {
    let mut words = Vec::new();
    let mut rest = tokens;
    while let Some((word, behind)) = rest.split_first() {
        let count = behind
            .iter()
            .take_while(|part| part.kind == TokenKind::Part && word.span.contains(part.span))
            .count();
        let (parts, next) = behind.split_at(count);
        words.push(analysed(word, parts));
        rest = next;
    }
    words
}

fn analysed<'a>(word: &'a Token, parts: &[Token]) -> Analysed<'a> {
    let kind = match word.kind {
        TokenKind::Word => None,
        TokenKind::Part => Some("part"),
        TokenKind::Joined => Some("joined"),
        TokenKind::Completed => Some("completed"),
        TokenKind::Number => Some("number"),
        TokenKind::Value => Some("value"),
    };
    let notes = kind.into_iter().map(str::to_owned);
    let notes = notes.chain(compound(parts));
    let notes = notes.chain(word.aliases.iter().map(|aliases| named(word, aliases)));
    Analysed {
        record: word.record.as_deref(),
        surface: sanitize::line(&with_cuts(word, parts)).into_owned(),
        term: sanitize::line(&word.term).into_owned(),
        notes: notes
            .map(|note| sanitize::line(&note).into_owned())
            .collect(),
    }
}

/// `artilleri + munition (head)`, and behind it parts that are compounds themselves.
fn compound(parts: &[Token]) -> Option<String> {
    let is_compound = |part: &Token| {
        let mut others = parts.iter().filter(|other| other.span != part.span);
        others.any(|other| part.span.contains(other.span))
    };
    let (compounds, leaves): (Vec<&Token>, Vec<&Token>) =
        parts.iter().partition(|part| is_compound(part));
    let leaf = |part: &&Token| match part.head {
        true => format!("{} (head)", part.term),
        false => part.term.clone(),
    };
    let leaves: Vec<String> = leaves.iter().map(leaf).collect();
    let mut text = leaves.join(" + ");
    for compound in compounds {
        text += &format!(", {}", compound.term);
    }
    (!text.is_empty()).then_some(text)
}

/// `also written Pyongyang`, with the name before it where that is more than the word.
fn named(word: &Token, aliases: &TokenAliases) -> String {
    let relation = match aliases.class {
        AliasKind::Spelling => "also written",
        AliasKind::Same => "the same as",
        AliasKind::Metonym => "in the news also",
    };
    let others = aliases.others.join(", ");
    if aliases.name == word.surface {
        format!("{relation} {others}")
    } else {
        format!("{}: {relation} {others}", aliases.name)
    }
}

/// The word with a stroke where each part but the first begins.
fn with_cuts(word: &Token, parts: &[Token]) -> String {
    let mut cuts: Vec<usize> = parts
        .iter()
        .map(|part| part.span.start() - word.span.start())
        .filter(|&cut| cut > 0 && word.surface.is_char_boundary(cut))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut text = word.surface.clone();
    for cut in cuts.into_iter().rev() {
        text.insert(cut, '|');
    }
    text
}
