//! A concordance for people: keywords one below another.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::cut;
use super::line::Line;
use crate::render::style::{Role, Style};

/// Columns where nothing says how many there are.
const USUAL: usize = 80;
/// Fewer columns hold no context worth the name.
const NARROWEST: usize = 30;
/// Columns between the context and the place.
const GAP: usize = 2;

/// The columns of a page of lines.
struct Columns {
    style: Style,
    /// For the words before the keyword.
    left: usize,
    /// For the keyword and the words behind it.
    right: usize,
    /// For the place.
    place: usize,
}

/// Writes lines with their keywords aligned.
pub(super) fn page(out: &mut dyn Write, lines: &[Line], style: Style) -> io::Result<()> {
    let columns = Columns::of(lines, style);
    lines.iter().try_for_each(|line| columns.write(out, line))
}

impl Columns {
    fn of(lines: &[Line], style: Style) -> Self {
        let width = style.width.unwrap_or(USUAL).max(NARROWEST);
        // The words are what a concordance is for; a place that takes more is shortened.
        let most = width * 2 / 5;
        let places = lines.iter().map(|line| line.place(most).width());
        let place = places.max().unwrap_or(0);
        let context = width - place - GAP;
        let keywords = lines.iter().map(|line| keyword_width(&line.keyword, style));
        let keyword = keywords.max().unwrap_or(0).min(context / 3);
        let left = (context - keyword) / 2;
        Self {
            style,
            left,
            right: context - left,
            place,
        }
    }

    fn write(&self, out: &mut dyn Write, line: &Line) -> io::Result<()> {
        let left = cut::ending(&line.left, self.left);
        let signs = keyword_width("", self.style);
        let keyword = cut::inside_from_start(&line.keyword, self.right - signs);
        let used = keyword_width(&keyword, self.style);
        let right = cut::beginning(&line.right, self.right - used);
        let before = " ".repeat(self.left - left.width());
        let behind = " ".repeat(self.right - used - right.width() + GAP);
        let keyword = match self.style.color {
            true => self.style.paint(Role::Mark, &keyword),
            false => format!("[{keyword}]"),
        };
        let place = self.style.paint(Role::Place, &line.place(self.place));
        writeln!(out, "{before}{left}{keyword}{right}{behind}{place}")
    }
}

/// Columns of a keyword with the signs around it.
fn keyword_width(keyword: &str, style: Style) -> usize {
    keyword.width() + if style.color { 0 } else { 2 }
}
