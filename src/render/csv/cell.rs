//! Cells that a spreadsheet program shows and never runs.

use std::borrow::Cow;

use crate::render::sanitize;

/// A text as a cell.
///
/// Spreadsheet programs take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a
/// formula, which can read other cells and send them away. As OWASP advises ("CSV Injection"), such a
/// text gets an apostrophe before it; so do the full-width forms of these signs, which some programs
/// take for them. Control characters are made visible, and soft hyphens go, as on a terminal.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let safe = sanitize::block(text);
    if is_formula || safe.starts_with(['=', '+', '-', '@']) {
        return Cow::Owned(format!("'{safe}"));
    }
    safe
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
    fn text_stays_as_it_is() {
        for text in ["", "Größe = 3", "2023-09", "„Kim“", "'90er"] {
            assert_eq!(safe(text), text);
        }
    }
}
