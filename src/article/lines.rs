//! The lines of a text, and whether they were broken by a program that wraps paragraphs.

use crate::span::TextSpan;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its bytes without surrounding white space.
    pub(super) span: TextSpan,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) after_blank: bool,
}

/// The lines of `text` that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut start = 0;
    let mut after_return = false;
    for whole in text.split_inclusive(is_line_end) {
        let line = whole.trim();
        if !line.is_empty() {
            let from = start + (whole.len() - whole.trim_start().len());
            lines.push(Line {
                span: TextSpan::new(from, from + line.len()),
                after_blank,
            });
            after_blank = false;
        } else if !(after_return && whole == "\n") {
            after_blank = true;
        }
        after_return = whole.ends_with('\r');
        start += whole.len();
    }
    lines
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The width at which a program wrapped the lines of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrapping {
    width: usize,
}

/// Lines shorter than this are not wrapped text but lists, verse or tables.
const NARROWEST: usize = 40;
/// Lines longer than this are whole paragraphs.
const WIDEST: usize = 120;
/// Pairs of lines that must be there to judge by.
const FEWEST_PAIRS: usize = 3;

impl Wrapping {
    /// How `text` was wrapped; `None` when its lines are paragraphs.
    ///
    /// A program that wraps moves a word to the next line only when it no longer fits. So in a
    /// wrapped text nearly every line with a follower is full, and hardly one is very long.
    pub(super) fn of(text: &str, lines: &[Line]) -> Option<Wrapping> {
        let mut lengths: Vec<usize> = lines.iter().map(|line| length(text, line)).collect();
        lengths.sort_unstable();
        let width = *lengths.get(lengths.len() * 9 / 10)?;
        if !(NARROWEST..=WIDEST).contains(&width) {
            return None;
        }
        let wrapping = Wrapping { width };
        let (mut full, mut all) = (0, 0);
        for pair in lines.windows(2).filter(|pair| !pair[1].after_blank) {
            let joins = wrapping.joins(text, &pair[0], &pair[1]);
            full += usize::from(joins);
            all += usize::from(joins || !may_end_paragraph(text, &pair[0], &pair[1]));
        }
        (all >= FEWEST_PAIRS && full * 5 >= all * 4).then_some(wrapping)
    }

    /// Whether `next` goes on with the paragraph of `line`: its first word had no room there.
    ///
    /// A sixth of the width is allowed for programs that even out the lines.
    pub(super) fn joins(self, text: &str, line: &Line, next: &Line) -> bool {
        let first_word = text[next.span.range()]
            .split_whitespace()
            .next()
            .unwrap_or_default();
        let needed = length(text, line) + 1 + first_word.chars().count();
        needed > self.width - self.width / 6
    }
}

/// Whether a short line says nothing against wrapping, because a paragraph or a list item may end
/// there.
fn may_end_paragraph(text: &str, line: &Line, next: &Line) -> bool {
    let ends_sentence = text[line.span.range()].ends_with(['.', '!', '?', ':', '"', '“', '«', '»']);
    ends_sentence || is_list_item(&text[next.span.range()])
}

/// Whether `line` begins with the mark of a list item.
pub(super) fn is_list_item(line: &str) -> bool {
    ["- ", "* ", "• ", "· ", "‣ ", "▪ ", "■ ", "● "]
        .iter()
        .any(|mark| line.starts_with(mark))
}

fn length(text: &str, line: &Line) -> usize {
    text[line.span.range()].chars().count()
}
