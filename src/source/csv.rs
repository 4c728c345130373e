//! Tables of text (RFC 4180): a row of names, and every further row is an article.
//!
//! Fields may be parted by commas, semicolons, tabs or bars. No library says where in the file a
//! field stands, which a citation needs; the rules are few enough to follow here.

mod layout;
mod rows;

pub use layout::TableLayout;

use super::entry::{Entry, Mapped};
use super::fields::Meaning;
use super::names::Names;
use super::read::Limits;
use super::record::{EachRecord, Faulty, RawRecord};
use super::{Format, Reason};
use crate::article::{Article, Property};
use crate::span::{Excerpt, SourceMap, TextSpan};
use rows::Rows;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;

/// The longest row, in bytes, twice the Bible. A longer one has a quote that nobody closed, and each
/// pair of quotes in it would cost twenty times its size in memory.
const LONGEST_ROW: u64 = 8_000_000;

/// Reads the table row by row.
pub(super) fn read(
    file: impl Read,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut rows = Rows::open(file, limits.record_bytes.min(LONGEST_ROW))?;
    let layout = Arc::new(rows.layout()?);
    let mut names = Names::default();
    let mut number = 0;
    while let Some(row) = rows.next_row()? {
        number += 1;
        let line = row.start.line + 1;
        let outcome = row.bytes.map(|bytes| RawRecord {
            name: Some(names.unique(layout.id(&bytes).unwrap_or_else(|| number.to_string()))),
            start: row.start,
            table: Some(Arc::clone(&layout)),
            ..RawRecord::whole(bytes, Format::Csv)
        });
        let outcome = outcome.map_err(|reason| Faulty::on_line(line, reason));
        if each(outcome) == ControlFlow::Break(()) {
            return Ok(None);
        }
    }
    Ok(Some(rows.finish()))
}

/// Reads the article out of a row.
pub(super) fn parse(record: &RawRecord) -> Result<Article, Reason> {
    let layout = record
        .table
        .as_deref()
        .ok_or(Reason::MissingField("text"))?;
    let (row, map) = layout.decode(&record.bytes)?;
    let mut entry = Entry::default();
    for (meaning, field) in layout.meanings.iter().zip(fields(&row, layout.separator)) {
        match meaning {
            Some(Meaning::Body(rank)) => entry.take_body(*rank, Some(mapped(&row, &map, field))),
            Some(Meaning::Said(Property::Title, rank)) => {
                entry.take_title(*rank, Some(mapped(&row, &map, field)));
            }
            Some(Meaning::Said(property, rank)) => {
                entry.take(*property, *rank, unquoted(&row, field).text());
            }
            Some(Meaning::Id) | None => {}
        }
    }
    entry.into_article(record)
}

/// A field of a row with its map to the record.
fn mapped(row: &str, map: &SourceMap, field: TextSpan) -> Mapped {
    unquoted(row, field).finish(row, map)
}

/// What a field means: without the quotes around it, and with one for two inside.
fn unquoted(row: &str, field: TextSpan) -> Excerpt {
    let mut excerpt = Excerpt::default();
    let raw = &row[field.range()];
    let Some(inner) = raw.trim_start().strip_prefix('"') else {
        excerpt.copy(row, field);
        return excerpt;
    };
    let start = field.end() - inner.len();
    let end = start + inner.trim_end().strip_suffix('"').unwrap_or(inner).len();
    let mut from = start;
    while let Some(quotes) = row[from..end].find("\"\"") {
        // Of two quotes the first is copied.
        excerpt.copy(row, TextSpan::new(from, from + quotes + 1));
        from += quotes + 2;
    }
    excerpt.copy(row, TextSpan::new(from, end));
    excerpt
}

/// The fields of a row, quotes and all.
fn fields(row: &str, separator: char) -> Vec<TextSpan> {
    let mut fields = Vec::new();
    let (mut start, mut in_quotes, mut is_blank) = (0, false, true);
    for (at, character) in row.char_indices() {
        match character {
            '"' if in_quotes => in_quotes = false,
            // A quote opens a field, or stands behind another inside it.
            '"' if is_blank || row[..at].ends_with('"') => in_quotes = true,
            _ if in_quotes => {}
            _ if character == separator => {
                fields.push(TextSpan::new(start, at));
                (start, is_blank) = (at + character.len_utf8(), true);
                continue;
            }
            _ => {}
        }
        is_blank &= character.is_whitespace();
    }
    fields.push(TextSpan::new(start, row.len()));
    fields
}

/// The texts of all fields of a row.
fn texts(row: &str, separator: char) -> Vec<String> {
    fields(row, separator)
        .into_iter()
        .map(|field| unquoted(row, field).text().trim().to_owned())
        .collect()
}

/// The rows of a table that is a text in memory, each with its number from 1 and its fields.
pub(super) fn table(text: &str) -> Vec<Vec<String>> {
    let separator = layout::separator(text.lines().next().unwrap_or_default());
    let mut rows = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (end, next) = rows::end_of_row(rest.as_bytes(), separator as u8);
        if !rest[..end].trim().is_empty() {
            rows.push(texts(&rest[..end], separator));
        }
        rest = &rest[next..];
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        let row = "1;\"Er sagte: \"\"Ja; gut\"\"\nund ging.\"; frei \"nicht\" ;\"\"";
        assert_eq!(
            texts(row, ';'),
            [
                "1",
                "Er sagte: \"Ja; gut\"\nund ging.",
                "frei \"nicht\"",
                ""
            ]
        );
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let rows = table("path,title\r\n\"a.txt\",\"Eins,\nzwei\"\n\nb.txt,Drei");
        assert_eq!(
            rows,
            [
                vec!["path", "title"],
                vec!["a.txt", "Eins,\nzwei"],
                vec!["b.txt", "Drei"]
            ]
        );
    }
}
