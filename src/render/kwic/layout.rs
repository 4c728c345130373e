//! A concordance for people: keywords one below another.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::cut;
use super::line::Line;
use super::place::Room;
use crate::render::style::{Role, Style};

/// For the words, so many columns do: a place gets what is left of a wide terminal. They are also what
/// the words get where nothing says how many columns there are.
const ENOUGH: usize = 60;
/// In fewer columns most places say nothing any more.
const PLACE: usize = 16;
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
    place: Room,
}

/// Writes lines with their keywords aligned. Returns whether a place had to be shortened.
pub(super) fn page(out: &mut dyn Write, lines: &[Line], style: Style) -> io::Result<bool> {
    let columns = Columns::of(lines, style);
    lines.iter().try_for_each(|line| columns.write(out, line))?;
    Ok(lines.iter().any(|line| line.is_shortened(columns.place)))
}

impl Columns {
    fn of(lines: &[Line], style: Style) -> Self {
        let (most, width) = match style.width {
            Some(width) => {
                let width = width.max(NARROWEST);
                // The words are what a concordance is for.
                let least = (width / 4).max(PLACE.min(width * 2 / 5));
                let most = least.max(width.saturating_sub(ENOUGH + GAP));
                (most, Some(width))
            }
            // A program that reads the lines needs the places whole.
            None => (usize::MAX, None),
        };
        let behind = lines.iter().map(Line::behind_path).max().unwrap_or(0);
        let room = Room {
            columns: most,
            behind,
        };
        let places = lines.iter().map(|line| line.place(room).width());
        let place = places.max().unwrap_or(0);
        let context = width.map_or(ENOUGH, |width| width - place - GAP);
        let keywords = lines.iter().map(|line| keyword_width(&line.keyword, style));
        let keyword = keywords.max().unwrap_or(0).min(context / 3);
        let left = (context - keyword) / 2;
        Self {
            style,
            left,
            right: context - left,
            place: room,
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
        let place = self.style.place(&line.citation, &line.place(self.place));
        writeln!(out, "{before}{left}{keyword}{right}{behind}{place}")
    }
}

/// Columns of a keyword with the signs around it.
fn keyword_width(keyword: &str, style: Style) -> usize {
    keyword.width() + if style.color { 0 } else { 2 }
}
