//! The stretches of text of a page that nothing parts, taken from its characters.

use super::references::{Stretch, stretches};
use crate::span::{Excerpt, TextSpan};

/// A stretch of text between the edges of blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    /// Its bytes in the text of the page.
    pub(super) span: TextSpan,
    /// The number of the innermost block that holds it.
    pub(super) element: usize,
    /// Its characters.
    pub(super) length: usize,
    /// How many of them stand in links.
    pub(super) linked: usize,
    /// How many of them are points in time.
    pub(super) timed: usize,
    /// The number of the innermost element, inline or not, in which it begins.
    pub(super) innermost: usize,
}

/// In what a character stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Within {
    pub(super) block: usize,
    pub(super) innermost: usize,
    pub(super) is_link: bool,
    pub(super) is_time: bool,
    /// Whether its lines are lines, as in preformatted text.
    pub(super) keeps_lines: bool,
}

/// Gathers the text of a page with white space as a browser shows it.
#[derive(Debug, Default)]
pub(super) struct Leaves {
    pub(super) excerpt: Excerpt,
    pub(super) all: Vec<Leaf>,
    open: Option<Leaf>,
    after_space: bool,
    /// Whether nothing stands between here and the end of a line.
    after_break: bool,
}

impl Leaves {
    /// Adds a text of the page, whose references are resolved in `decoded`.
    pub(super) fn add(&mut self, source: &str, span: TextSpan, decoded: &str, within: Within) {
        for stretch in stretches(source, span, decoded) {
            match stretch {
                Stretch::Plain(span) => self.add_plain(source, span, within),
                Stretch::Reference(meaning, span) => self.add_reference(meaning, span, within),
            }
        }
    }

    /// Words of the source, those that single blanks part in one go.
    fn add_plain(&mut self, source: &str, span: TextSpan, within: Within) {
        let text = &source[span.range()];
        let mut run: Option<(usize, usize)> = None;
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            run = match run {
                _ if is_space(character) || is_invisible(character) => {
                    let goes_on = character == ' ' && followed_by_word(&text[end..]);
                    match run {
                        Some((start, _)) if goes_on => Some((start, end)),
                        _ => {
                            self.add_run(source, span, run, within);
                            self.add_space(character, within);
                            None
                        }
                    }
                }
                Some((start, _)) => Some((start, end)),
                None => Some((at, end)),
            };
        }
        self.add_run(source, span, run, within);
    }

    fn add_run(
        &mut self,
        source: &str,
        span: TextSpan,
        run: Option<(usize, usize)>,
        within: Within,
    ) {
        if let Some((start, end)) = run {
            let run = TextSpan::new(span.start() + start, span.start() + end);
            self.prepare(source[run.range()].chars().count(), within);
            self.excerpt.copy(source, run);
        }
    }

    fn add_reference(&mut self, meaning: &str, span: TextSpan, within: Within) {
        if meaning
            .chars()
            .all(|character| is_space(character) || is_invisible(character))
        {
            for character in meaning.chars() {
                self.add_space(character, within);
            }
            return;
        }
        self.prepare(meaning.chars().count(), within);
        self.excerpt.stand_in(meaning, span);
    }

    fn add_space(&mut self, character: char, within: Within) {
        match character {
            '\n' if within.keeps_lines => self.break_line(),
            _ => self.after_space |= is_space(character),
        }
    }

    /// Makes ready for so many more characters: begins a leaf, or sets a blank before them.
    fn prepare(&mut self, length: usize, within: Within) {
        let start = self.excerpt.text().len();
        let leaf = match &mut self.open {
            Some(leaf) => {
                if self.after_space {
                    self.excerpt.gap(" ");
                }
                leaf
            }
            open => open.insert(Leaf {
                span: TextSpan::new(start, start),
                element: within.block,
                innermost: within.innermost,
                length: 0,
                linked: 0,
                timed: 0,
            }),
        };
        leaf.length += length;
        leaf.linked += if within.is_link { length } else { 0 };
        leaf.timed += if within.is_time { length } else { 0 };
        (self.after_space, self.after_break) = (false, false);
    }

    /// Ends a line. Two ends in a row are how old pages part their paragraphs.
    pub(super) fn break_line(&mut self) {
        if self.after_break {
            self.part();
        } else {
            (self.after_space, self.after_break) = (true, true);
        }
    }

    /// Sets a blank, as between two cells or lines.
    pub(super) fn space(&mut self) {
        self.after_space = true;
    }

    /// Sets a blank between two stretches that look parted on a screen: `LindenauWerft`, `Uhr128`.
    pub(super) fn space_before(&mut self, next: &str) {
        let before = self.open.and(self.excerpt.text().chars().next_back());
        let (Some(before), Some(next)) = (before, next.chars().next()) else {
            return;
        };
        let begins = next.is_uppercase() || next.is_ascii_digit();
        let ends = before.is_ascii_digit() || matches!(before, '.' | '!' | '?' | ':');
        self.after_space |= before.is_lowercase() && begins || ends && next.is_uppercase();
    }

    /// How many characters the open leaf has.
    pub(super) fn open_length(&self) -> usize {
        self.open.map_or(0, |leaf| leaf.length)
    }

    /// Ends the open leaf: a block begins or ends here.
    pub(super) fn part(&mut self) {
        (self.after_space, self.after_break) = (false, false);
        if let Some(leaf) = self.open.take() {
            let end = self.excerpt.text().len();
            let span = TextSpan::new(leaf.span.start(), end);
            self.all.push(Leaf { span, ..leaf });
            self.excerpt.gap("\n\n");
        }
    }
}

fn followed_by_word(rest: &str) -> bool {
    let next = rest.chars().next();
    next.is_some_and(|next| !is_space(next) && !is_invisible(next))
}

fn is_space(character: char) -> bool {
    character.is_whitespace()
}

/// Soft hyphens, zero-width blanks and joiners, which part words only on a screen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}
