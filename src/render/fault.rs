//! A query that was not understood, with a caret under the place.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::message::message;
use super::sanitize;
use super::style::{Role, Style};
use super::wrap;
use crate::query::QueryError;

/// How many columns of the query are shown when the width is not known.
const WIDTH: usize = 100;

/// The message, the query with a caret under the place, and what to do: several lines for a person.
pub fn caret(query: &str, error: &QueryError, style: Style) -> String {
    let told = message(
        &format!("error: {}", sanitize::line(&error.to_string())),
        style,
    );
    let sign = style.paint(Role::Fault, "error:");
    let mut text = format!("{}\n", told.replacen("error:", &sign, 1));
    if query.trim().is_empty() {
        text.pop();
        hint(&mut text, error, style);
        return text;
    }
    let (shown, column, length) = window(query, error, style.width.unwrap_or(WIDTH));
    let caret = style.paint(Role::Fault, &"^".repeat(length));
    let _ = writeln!(text, "  {shown}\n  {}{caret}\n", " ".repeat(column));
    hint(&mut text, error, style);
    text
}

/// What to do about it.
fn hint(text: &mut String, error: &QueryError, style: Style) {
    let hint = format!("help: {}", sanitize::line(&error.fault.hint()));
    for line in wrap::plain_lines(&hint, style, "") {
        text.push_str(&line);
        text.push('\n');
    }
}

/// As much of the query as fits around the place, and the place's column and width in it.
fn window(query: &str, error: &QueryError, width: usize) -> (String, usize, usize) {
    let room = width.saturating_sub(4).max(20);
    let start = floor(query, error.span.start());
    let end = floor(query, error.span.end()).max(start);
    let (before, place, behind) = (&query[..start], &query[start..end], &query[end..]);
    let place = first_columns(place, room / 2);
    let before = last_columns(before, room / 2 - 1);
    let left = room.saturating_sub(before.width() + place.width());
    let behind = first_columns(behind, left.saturating_sub(1));
    let length = place.width().max(1);
    (format!("{before}{place}{behind}"), before.width(), length)
}

/// The safe text of the first so many columns, with `…` when it goes on.
fn first_columns(text: &str, columns: usize) -> String {
    let mut shown = String::new();
    let mut used = 0;
    for sign in text.chars() {
        let safe = sanitize::line(sign.encode_utf8(&mut [0; 4])).into_owned();
        if used + safe.width() > columns {
            shown.push('…');
            break;
        }
        used += safe.width();
        shown.push_str(&safe);
    }
    shown
}

/// The safe text of the last so many columns, with `…` when more stands before it.
fn last_columns(text: &str, columns: usize) -> String {
    let mut used = 0;
    let mut shown: Vec<String> = Vec::new();
    for sign in text.chars().rev() {
        let safe = sanitize::line(sign.encode_utf8(&mut [0; 4])).into_owned();
        if used + safe.width() > columns {
            shown.push("…".to_owned());
            break;
        }
        used += safe.width();
        shown.push(safe);
    }
    shown.into_iter().rev().collect()
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len()))
        .rfind(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
