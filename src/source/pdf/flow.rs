//! Paragraphs that go on in the next column or on the next page, whatever stands between them at foot and head.

use super::hyphens::{self, Ending};
use crate::article::{Block, BlockKind, Draft};
use crate::span::{Excerpt, TextSpan};
use std::mem;

/// Shorter paragraphs are labels and names, in bytes, unless they end in the middle of a word.
const SHORTEST: usize = 40;

/// Where a line of the extracted text was set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Setting {
    pub(super) page: u32,
    pub(super) column: u32,
    /// The height of its font, in points.
    pub(super) size: f32,
}

/// Puts the paragraphs of a draft together whose blocks are its lines, each with its setting.
pub(super) fn join_columns(draft: &mut Draft, settings: &[Setting]) {
    let source = mem::take(&mut draft.text);
    let lines = draft.outline.take().unwrap_or_default();
    let pages = Pages {
        source: &source,
        lines: &lines,
        settings,
    };
    let mut excerpt = Excerpt::default();
    let mut outline: Vec<Block> = Vec::new();
    let mut is_taken = vec![false; lines.len()];
    for first in 0..lines.len() {
        if is_taken[first] {
            continue;
        }
        if !outline.is_empty() {
            excerpt.stand_in("\n", place_of(lines[first].span));
        }
        let start = excerpt.text().len();
        let mut last = first;
        while let Some(next) = pages.continuation(last) {
            pages.copy(&mut excerpt, last, next);
            is_taken[next] = true;
            last = next;
        }
        excerpt.copy(&source, lines[last].span);
        outline.push(Block {
            kind: lines[first].kind,
            span: TextSpan::new(start, excerpt.text().len()),
        });
    }
    (draft.text, draft.map) = excerpt.finish(&source, &draft.map);
    draft.outline = Some(outline);
}

struct Pages<'a> {
    source: &'a str,
    lines: &'a [Block],
    settings: &'a [Setting],
}

impl Pages<'_> {
    fn text(&self, line: usize) -> &str {
        &self.source[self.lines[line].span.range()]
    }

    /// The line at the top of the next column or page with which a paragraph goes on.
    fn continuation(&self, line: usize) -> Option<usize> {
        let is_text = |line: &usize| self.lines[*line].kind != BlockKind::Boilerplate;
        let next = (line + 1..self.lines.len()).find(is_text)?;
        let kinds = [self.lines[line].kind, self.lines[next].kind];
        let (here, there) = (self.settings.get(line)?, self.settings.get(next)?);
        let text = self.text(line);
        let is_open = !text.ends_with(['.', '!', '?', ':', '“', '”', '"', '«', '»', ')', '…']);
        let goes_on = (here.page, here.column) != (there.page, there.column)
            && (here.size - there.size).abs() < here.size * 0.05
            && kinds == [BlockKind::Paragraph; 2]
            && (text.len() >= SHORTEST || text.ends_with(['-', '\u{2010}']))
            && is_open;
        goes_on.then_some(next)
    }

    /// Copies a line that the next one goes on with.
    fn copy(&self, excerpt: &mut Excerpt, line: usize, next: usize) {
        let span = self.lines[line].span;
        match hyphens::ending(self.text(line), self.text(next)) {
            Ending::Word => {
                excerpt.copy(self.source, span);
                excerpt.stand_in(" ", TextSpan::new(span.end(), span.end() + 1));
            }
            Ending::Hyphen => excerpt.copy(self.source, span),
            Ending::Parting => {
                let hyphen = self
                    .text(line)
                    .chars()
                    .next_back()
                    .map_or(0, char::len_utf8);
                let parted = TextSpan::new(span.start(), span.end() - hyphen);
                excerpt.copy(self.source, parted);
            }
        }
    }
}

/// The place of what stands before a line.
fn place_of(line: TextSpan) -> TextSpan {
    let start = line.start().saturating_sub(1);
    TextSpan::new(start, line.start())
}
