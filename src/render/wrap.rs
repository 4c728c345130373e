//! Words with marks, laid out in lines.

use unicode_width::UnicodeWidthStr;

use super::sanitize;
use super::style::{Role, Style};
use crate::span::TextSpan;

/// A word of a text for the terminal, safe to print, with the marks in and around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pieces: Vec<Piece>,
    /// Whether any of it is marked.
    pub(super) is_marked: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Open,
    Close,
}

impl Word {
    /// A word without marks; the text must be sanitised already.
    pub(super) fn plain(text: &str) -> Word {
        Word {
            pieces: vec![Piece::Text(text.to_owned())],
            is_marked: false,
        }
    }

    /// Its letters without marks.
    pub(super) fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Open | Piece::Close => "",
            })
            .collect()
    }

    fn width(&self, style: Style) -> usize {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.width(),
                Piece::Open | Piece::Close => usize::from(!style.color),
            })
            .sum()
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// The words of a text; marks that do not fit it or overlap an earlier one are left out.
pub(super) fn words(text: &str, marks: &[TextSpan]) -> Vec<Word> {
    let mut cutter = Cutter::default();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(marked)) = (text.get(at..mark.start()), text.get(mark.range()))
        else {
            continue;
        };
        if marked.is_empty() {
            continue;
        }
        cutter.text(before);
        cutter.open();
        cutter.text(marked);
        cutter.close();
        at = mark.end();
    }
    cutter.text(&text[at..]);
    cutter.finish_word();
    cutter.words
}

/// The columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A text with blanks behind it up to a width in columns.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// How words look in one line of another kind of text than a terminal's.
pub(super) struct Look<'a> {
    /// Stands before a mark.
    pub open: &'a str,
    /// Stands behind it.
    pub close: &'a str,
    /// What becomes of the text.
    pub text: &'a dyn Fn(&str) -> String,
}

/// Words in one line.
pub(super) fn inline(words: &[Word], look: &Look) -> String {
    let mut line = String::new();
    for (number, word) in words.iter().enumerate() {
        if number > 0 {
            line.push(' ');
        }
        for piece in &word.pieces {
            match piece {
                Piece::Text(text) => line.push_str(&(look.text)(text)),
                Piece::Open => line.push_str(look.open),
                Piece::Close => line.push_str(look.close),
            }
        }
    }
    line
}

/// The lines of a text without marks. The text must be sanitised already.
pub(super) fn plain_lines(text: &str, style: Style, indent: &str) -> Vec<String> {
    let words: Vec<Word> = text.split_whitespace().map(Word::plain).collect();
    lines(&words, style, indent)
}

/// Words set in lines no wider than the terminal, each line behind an indent. A word that is wider
/// has a line of its own.
pub(super) fn lines(words: &[Word], style: Style, indent: &str) -> Vec<String> {
    set(words, style, indent, None)
}

/// The lines of a headline: as [`lines`], in the look of a title around the marks.
pub(super) fn title_lines(words: &[Word], style: Style) -> Vec<String> {
    set(words, style, "", Some(Role::Title))
}

fn set(words: &[Word], style: Style, indent: &str, ground: Option<Role>) -> Vec<String> {
    let room = style
        .width
        .map_or(usize::MAX, |width| width.saturating_sub(indent.width()));
    let mut setter = Setter {
        style,
        indent,
        ground,
        line: String::new(),
        used: 0,
        is_open: false,
        lines: Vec::new(),
    };
    for word in words {
        let width = word.width(style);
        if setter.used > 0 && setter.used + 1 + width > room {
            setter.finish_line();
        }
        setter.word(word, width);
    }
    if setter.used > 0 {
        setter.finish_line();
    }
    setter.lines
}

/// Cuts text into words while marks open and close.
#[derive(Default)]
struct Cutter {
    words: Vec<Word>,
    word: Word,
    is_open: bool,
}

impl Cutter {
    fn text(&mut self, text: &str) {
        let safe = sanitize::block(text);
        for part in safe.split_inclusive(char::is_whitespace) {
            let bare = part.trim_end();
            if !bare.is_empty() {
                self.word.pieces.push(Piece::Text(bare.to_owned()));
                self.word.is_marked |= self.is_open;
            }
            if bare.len() < part.len() {
                self.finish_word();
            }
        }
    }

    fn open(&mut self) {
        self.word.pieces.push(Piece::Open);
        self.is_open = true;
    }

    fn close(&mut self) {
        self.is_open = false;
        // A mark that ends with a blank closes behind its last word.
        let word = match self.words.last_mut() {
            Some(last) if self.word.is_empty() => last,
            _ => &mut self.word,
        };
        word.pieces.push(Piece::Close);
    }

    fn finish_word(&mut self) {
        if !self.word.is_empty() {
            self.words.push(std::mem::take(&mut self.word));
        }
    }
}

/// Sets words into lines.
struct Setter<'a> {
    style: Style,
    indent: &'a str,
    /// The look of what is not marked.
    ground: Option<Role>,
    line: String,
    used: usize,
    is_open: bool,
    lines: Vec<String>,
}

impl Setter<'_> {
    fn word(&mut self, word: &Word, width: usize) {
        if self.used == 0 {
            self.line.push_str(self.indent);
            self.switch_ground_on();
            self.reopen();
        } else {
            self.line.push(' ');
            self.used += 1;
        }
        for piece in &word.pieces {
            self.piece(piece);
        }
        self.used += width;
    }

    fn piece(&mut self, piece: &Piece) {
        let (color, style) = (self.style.color, self.style);
        match piece {
            Piece::Text(text) => self.line.push_str(text),
            Piece::Open if color => self.line.push_str(&style.on(Role::Mark).to_string()),
            Piece::Close if color => {
                self.line.push_str(&style.off(Role::Mark).to_string());
                self.switch_ground_on();
            }
            Piece::Open => self.line.push('['),
            Piece::Close => self.line.push(']'),
        }
        match piece {
            Piece::Open => self.is_open = true,
            Piece::Close => self.is_open = false,
            Piece::Text(_) => {}
        }
    }

    fn switch_ground_on(&mut self) {
        if let Some(role) = self.ground {
            self.line.push_str(&self.style.on(role).to_string());
        }
    }

    /// A coloured mark that goes on in the next line is switched on again there.
    fn reopen(&mut self) {
        if self.is_open {
            self.line.push_str(&self.style.on(Role::Mark).to_string());
        }
    }

    fn finish_line(&mut self) {
        if self.is_open {
            self.line.push_str(&self.style.off(Role::Mark).to_string());
        } else if let Some(role) = self.ground {
            self.line.push_str(&self.style.off(role).to_string());
        }
        self.lines.push(std::mem::take(&mut self.line));
        self.used = 0;
    }
}
