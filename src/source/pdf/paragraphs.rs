//! From the lines of a column to its paragraphs.

use super::hyphens;
use super::words::Line;

/// A paragraph as it is set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SetParagraph {
    pub(super) text: String,
    /// The height of its font, in points.
    pub(super) size: f32,
    /// The baseline of its first and of its last line.
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// How the lines of a column are set.
#[derive(Clone, Copy, Debug)]
struct Setting {
    left: f32,
    right: f32,
    /// From one line to the next.
    pitch: f32,
}

/// The paragraphs of a column.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<SetParagraph> {
    let setting = Setting::of(lines);
    let pairs = lines.chunk_by(|line, next| setting.goes_on(line, next));
    pairs.map(joined).collect()
}

/// The text of lines that belong together, words put together that are parted at their ends.
fn joined(lines: &[Line]) -> SetParagraph {
    let mut text = String::new();
    for line in lines {
        hyphens::join(&mut text, &line.text());
    }
    SetParagraph {
        text: text.replace(hyphens::SOFT_HYPHEN, ""),
        size: lines[0].size(),
        top: lines[0].baseline(),
        bottom: lines[lines.len() - 1].baseline(),
    }
}

impl Setting {
    fn of(lines: &[Line]) -> Self {
        let mut pitches: Vec<f32> = lines
            .windows(2)
            .map(|pair| pair[1].baseline() - pair[0].baseline())
            .collect();
        pitches.sort_by(f32::total_cmp);
        // Most lines stand in paragraphs; the wider distances are those between paragraphs.
        let pitch = pitches.get(pitches.len() * 2 / 5).copied();
        Self {
            left: lines.iter().map(Line::left).fold(f32::MAX, f32::min),
            right: lines.iter().map(Line::right).fold(f32::MIN, f32::max),
            pitch: pitch.unwrap_or(f32::MAX),
        }
    }

    fn goes_on(self, line: &Line, next: &Line) -> bool {
        let distance = next.baseline() - line.baseline();
        let sizes = next.size() / line.size().max(0.1);
        let usual = self.pitch.max(line.size());
        let is_near = distance <= usual * 1.3 && distance <= line.size().max(next.size()) * 2.4;
        is_near
            && (0.88..1.14).contains(&sizes)
            && !begins_item(&next.text())
            && !self.is_indented(line, next)
            && !self.ends_early(line, next)
    }

    /// Whether the next line begins further in than this one, as first lines of paragraphs do.
    fn is_indented(self, line: &Line, next: &Line) -> bool {
        let step = next.left() - line.left().min(self.left.max(line.left() - 0.1));
        let hangs = begins_item(&line.text());
        step > next.size() * 0.7 && step < next.size() * 5.0 && !hangs
    }

    /// Whether the first word of the next line would have had room in this one.
    fn ends_early(self, line: &Line, next: &Line) -> bool {
        let first = &next.words[0];
        let room = self.right - line.right();
        let needed = first.right - first.left + line.size() * 0.4;
        // Ragged lines end early as well; only a sentence's end or much room makes a paragraph's.
        let ends_sentence = line
            .text()
            .ends_with(['.', '!', '?', ':', '“', '"', '«', '»', ')']);
        let width = (self.right - self.left).max(1.0);
        room > needed && (ends_sentence && room > width * 0.12 || room > width * 0.45)
    }
}

/// Whether a line begins with the mark of a list item.
fn begins_item(text: &str) -> bool {
    text.starts_with(['•', '▪', '■', '●', '◦', '‣', '–', '·'])
        && text.chars().nth(1).is_some_and(char::is_whitespace)
}
