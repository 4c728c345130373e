//! Lines and columns of a record.

use super::Coding;

/// A place in a record as an editor shows it, both numbers from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line feeds before it.
    pub line: u32,
    /// Characters of its line before it, as they stand in the record.
    pub column: u32,
}

impl Position {
    /// The place behind `text` when the text begins here and is written in `coding`.
    ///
    /// ```
    /// use beleg::span::{Coding, Position};
    /// let start = Position::default();
    /// assert_eq!(start.behind("a\nbc", Coding::Utf8), Position { line: 1, column: 2 });
    /// assert_eq!(start.behind("a\nbc", Coding::JsonUtf8), Position { line: 0, column: 5 });
    /// ```
    pub fn behind(self, text: &str, coding: Coding) -> Position {
        if coding.is_json() {
            let columns = u32::try_from(coding.columns_of(text)).unwrap_or(u32::MAX);
            let column = self.column.saturating_add(columns);
            return Position { column, ..self };
        }
        match text.rfind('\n') {
            Some(last) => Position {
                line: self.line + count_lines(text),
                column: count_characters(&text[last + 1..]),
            },
            None => Position {
                column: self.column + count_characters(text),
                ..self
            },
        }
    }
}

fn count_lines(text: &str) -> u32 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u32
}

fn count_characters(text: &str) -> u32 {
    text.chars().count() as u32
}
