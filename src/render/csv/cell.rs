//! Cells that a spreadsheet program shows and never runs.

use std::borrow::Cow;

use crate::render::sanitize;

/// What a formula begins with, in full width as well, which some programs take for the same.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text as a cell.
///
/// Spreadsheet programs take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a
/// formula, which can read other cells and send them away. As OWASP advises ("CSV Injection"), such a
/// text gets an apostrophe before it. A program that parts cells at semicolons, as those set to German
/// do, or at tabs would find such a cell in the middle of a text, so one stands there as well; only a
/// smiley keeps its nose. Control characters are made visible, and soft hyphens go, as on a terminal.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    let safe = sanitize::block(text);
    let is_formula = text.starts_with(FORMULA)
        || text.starts_with(['\t', '\r', '\n'])
        || safe.starts_with(FORMULA);
    if !is_formula && !safe.contains([';', '\t']) {
        return safe;
    }
    let mut cell = String::with_capacity(safe.len() + 1);
    if is_formula {
        cell.push('\'');
    }
    let mut rest = safe.as_ref();
    while let Some(end) = rest.find([';', '\t']) {
        let (piece, behind) = rest.split_at(end + 1);
        cell.push_str(piece);
        if behind.starts_with(FORMULA) && !behind.starts_with("-)") {
            cell.push('\'');
        }
        rest = behind;
    }
    cell.push_str(rest);
    Cow::Owned(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(
            safe("=HYPERLINK(\"http://a\")"),
            "'=HYPERLINK(\"http://a\")"
        );
        for start in ["+", "-", "@", "\t", "\r", "\n", "＝", "\u{ad}="] {
            let cell = format!("{start}1");
            assert!(safe(&cell).starts_with('\''), "{cell:?}");
        }
    }

    #[test]
    fn a_program_that_parts_cells_at_semicolons_finds_no_formula() {
        assert_eq!(safe("a;=cmd|' /C calc'!A0;b"), "a;'=cmd|' /C calc'!A0;b");
        assert_eq!(safe("=1;@2\t+3"), "'=1;'@2\t'+3");
        assert_eq!(safe("Danke ;-) und; - so"), "Danke ;-) und; - so");
    }

    #[test]
    fn text_stays_as_it_is() {
        for text in ["", "Größe = 3", "2023-09", "„Kim“", "'90er"] {
            assert_eq!(safe(text), text);
        }
    }
}
