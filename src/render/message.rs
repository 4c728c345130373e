//! What is told beside an answer: refusals, errors, remarks.

use unicode_width::UnicodeWidthStr;

use super::style::Style;
use super::{sanitize, wrap};

/// A message made safe, its lines no wider than the terminal. Lines that fit stay as they are; one that
/// does not is set anew, as far in as it began.
pub fn message(text: &str, style: Style) -> String {
    let safe = sanitize::block(text);
    let mut told = String::new();
    for line in safe.lines() {
        for line in fitted(line, style) {
            told.push_str(&line);
            told.push('\n');
        }
    }
    told
}

fn fitted(line: &str, style: Style) -> Vec<String> {
    if style.width.is_none_or(|width| line.width() <= width) {
        return vec![line.to_owned()];
    }
    let words = line.trim_start();
    let indent = &line[..line.len() - words.len()];
    wrap::plain_lines(words, style, indent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_set_and_short_ones_left() {
        let style = Style {
            width: Some(24),
            ..Style::default()
        };
        let text =
            "error: there is no such thing here\n\n  tip:  try  this\n  a longer line that goes on";
        assert_eq!(
            message(text, style),
            "error: there is no such\nthing here\n\n  tip:  try  this\n  a longer line that\n  goes on\n"
        );
        assert_eq!(message("a\u{1b}b", Style::default()), "a␛b\n");
    }
}
