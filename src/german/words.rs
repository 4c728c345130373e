//! Where words begin and end: a scanner over Unicode letters, marks and digits.
//!
//! It knows what white space and punctuation do not tell: abbreviations (`z. B.`, `U.S.`), grouped numbers
//! (`30’000`), hyphens, apostrophes, soft hyphens and words that were glued together when a page was
//! copied (`PartnerschaftKim`).

use unicode_normalization::char::is_combining_mark;

use super::abbreviations::is_spaced_abbreviation;
use crate::span::TextSpan;

/// The longest piece, in bytes: what is longer (encoded data, a text without spaces) goes on as further
/// pieces, so that the work for one word is bounded.
const LONGEST_PIECE: usize = 200;
/// So many lower-case letters stand before a capital where two words are glued; fewer are one word
/// (`YouTube`, `McDonald`, `iPhone`, `GmbH`).
const LOWER_BEFORE_GLUE: usize = 3;

/// A word or number as it stands in the text, before anything is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its bytes in the text.
    pub span: TextSpan,
    /// What it is made of.
    pub kind: PieceKind,
    /// How it hangs on the piece before it.
    pub link: Link,
    /// A hyphen stands before it and nothing before that: `-programme`.
    pub lacks_start: bool,
    /// A hyphen stands behind it and nothing behind that: `Boden-`.
    pub lacks_end: bool,
}

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Letters, possibly with digits.
    Letters,
    /// Single letters with full stops: `z. B.`, `U.S.`.
    Initials,
    /// Digits, possibly grouped or with a decimal comma.
    Number,
    /// A sign that is read as a word: `%`.
    Sign,
}

/// How a piece hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// It does not.
    Apart,
    /// By a hyphen: the `Krieg` of `Korea-Krieg`.
    Hyphen,
    /// By nothing at all: the `Kim` of `PartnerschaftKim`.
    Glued,
}

/// Walks over a text piece by piece; a copy of it looks ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    previous_end: Option<usize>,
}

/// A run of single letters with full stops.
struct Initials {
    letters: [char; 4],
    count: usize,
    end: usize,
}

impl<'t> Scanner<'t> {
    /// A scanner at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            previous_end: None,
        }
    }

    /// A scanner that goes on behind `span`.
    pub fn behind(text: &'t str, span: TextSpan) -> Self {
        Self {
            text,
            at: span.end(),
            previous_end: Some(span.end()),
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text[at..].chars().next(),
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn starts_word(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(|c| c.is_alphanumeric())
    }

    /// How the piece at `start` hangs on the one before it.
    fn link(&self, start: usize, kind: PieceKind) -> Link {
        let Some(end) = self.previous_end else {
            return Link::Apart;
        };
        if kind == PieceKind::Sign {
            return Link::Apart;
        }
        if end == start {
            return Link::Glued;
        }
        let mut between = self.text[end..start].chars();
        match (between.next(), between.next()) {
            (Some(c), None) if is_hyphen(c) || is_dash(c) => self.hyphen_link(end, start, c),
            _ => Link::Apart,
        }
    }

    /// A hyphen between two numbers is a range or a date, and so is a dash beside any number.
    fn hyphen_link(&self, end: usize, start: usize, hyphen: char) -> Link {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (left, right) = (digit(self.char_before(end)), digit(self.char_at(start)));
        if (left && right) || (is_dash(hyphen) && (left || right)) {
            Link::Apart
        } else {
            Link::Hyphen
        }
    }

    fn piece(&mut self, start: usize, end: usize, kind: PieceKind) -> Piece {
        let hyphen_before = self.char_before(start).filter(|c| is_hyphen(*c));
        let lacks_start = hyphen_before.is_some_and(|c| {
            self.char_before(start - c.len_utf8())
                .is_none_or(char::is_whitespace)
        });
        let hyphen_behind = self.char_at(end).filter(|c| is_hyphen(*c));
        let lacks_end = hyphen_behind.is_some_and(|c| self.lacks_end(end + c.len_utf8()));
        let link = self.link(start, kind);
        self.at = end;
        self.previous_end = Some(end);
        Piece {
            span: TextSpan::new(start, end),
            kind,
            link,
            lacks_start,
            lacks_end,
        }
    }

    /// Whether the word ends at a hyphen that ends at `at`.
    fn lacks_end(&self, at: usize) -> bool {
        self.char_at(at)
            .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '/' | ')'))
    }

    /// The end of a run of letters, digits and marks from `start`.
    fn letters_end(&self, start: usize) -> usize {
        let (mut at, mut lower) = (start, 0);
        while let Some(c) = self.char_at(at) {
            let end = at + c.len_utf8();
            if end - start > LONGEST_PIECE {
                break;
            }
            if c.is_lowercase() {
                lower += 1;
            } else if c.is_alphanumeric() {
                if lower >= LOWER_BEFORE_GLUE && self.begins_glued_word(at, c) {
                    break;
                }
                lower = 0;
            } else if !(is_combining_mark(c) || goes_on_behind(c) && self.starts_word(end)) {
                break;
            }
            at = end;
        }
        at
    }

    /// Whether the capital `c` at `at`, behind lower-case letters, begins another word; the capital of
    /// `BürgerInnen` does not.
    fn begins_glued_word(&self, at: usize, c: char) -> bool {
        let rest = &self.text[at..];
        let feminine = ["Innen", "In"].iter().any(|ending| {
            rest.strip_prefix(ending)
                .is_some_and(|r| !r.chars().next().is_some_and(char::is_alphabetic))
        });
        c.is_uppercase()
            && !feminine
            && self
                .char_at(at + c.len_utf8())
                .is_some_and(char::is_lowercase)
    }

    /// The end of single letters with full stops between them that starts at `start`: `U.S`, `z. B`.
    fn initials_end(&self, start: usize) -> Option<usize> {
        let compact = self.initials(start, false);
        if compact.count > 1 {
            return Some(compact.end);
        }
        let spaced = self.initials(start, true);
        let known = |count: &usize| is_spaced_abbreviation(&spaced.letters[..*count]);
        let count = (2..=spaced.count).rev().find(known)?;
        let inside = self.text[start..]
            .char_indices()
            .filter(|(_, c)| c.is_alphabetic());
        let (at, letter) = inside.take(count).last()?;
        Some(start + at + letter.len_utf8())
    }

    /// The single letters with full stops from `start`, with or without spaces between them.
    fn initials(&self, start: usize, spaced: bool) -> Initials {
        let mut initials = Initials {
            letters: [' '; 4],
            count: 0,
            end: start,
        };
        let mut at = start;
        while initials.count < initials.letters.len() {
            let Some(letter) = self.char_at(at).filter(|c| c.is_alphabetic()) else {
                break;
            };
            let behind = at + letter.len_utf8();
            if self.starts_word(behind) {
                break;
            }
            initials.letters[initials.count] = letter;
            initials.count += 1;
            initials.end = behind;
            if self.char_at(behind) != Some('.') {
                break;
            }
            at = behind + 1;
            let space = self
                .char_at(at)
                .filter(|c| spaced && matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
            at += space.map_or(0, char::len_utf8);
        }
        initials
    }

    fn digits_end(&self, start: usize) -> usize {
        let digits = self.text.as_bytes()[start..].iter().take(LONGEST_PIECE);
        start + digits.take_while(|b| b.is_ascii_digit()).count()
    }

    /// The end of the number at `start`, with its groups of thousands and its decimals.
    fn number_end(&self, start: usize) -> usize {
        let first = self.digits_end(start);
        let mut end = first;
        if first - start <= 3 {
            let separator = self.char_at(first);
            while end - start < LONGEST_PIECE {
                match self.group_end(end, separator) {
                    Some(group) => end = group,
                    None => break,
                }
            }
            if separator == Some(' ') && end == first + 4 && &self.text[first..end] != " 000" {
                end = first;
            }
        }
        self.decimals_end(end).unwrap_or(end)
    }

    /// The end of the three digits behind `separator` at `at`.
    fn group_end(&self, at: usize, separator: Option<char>) -> Option<usize> {
        let separator = separator.filter(|c| is_group_separator(*c))?;
        let digits = at + separator.len_utf8();
        let end = (self.char_at(at)? == separator).then(|| self.digits_end(digits))?;
        (end - digits == 3).then_some(end)
    }

    /// The end of one decimal fraction at `at`; `1,2,3` is a list.
    fn decimals_end(&self, at: usize) -> Option<usize> {
        let comma = |at: usize| self.char_at(at) == Some(',');
        let end = comma(at).then(|| self.digits_end(at + 1))?;
        let before = self.text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let list = before.ends_with(',') || (comma(end) && self.digits_end(end + 1) > end + 1);
        (end > at + 1 && !list).then_some(end)
    }

    fn number(&mut self, start: usize) -> Piece {
        let digits = self.digits_end(start);
        if self.char_at(digits).is_some_and(|c| c.is_alphabetic()) {
            let end = self.letters_end(start);
            return self.piece(start, end, PieceKind::Letters);
        }
        let end = self.number_end(start);
        self.piece(start, end, PieceKind::Number)
    }

    fn word(&mut self, start: usize) -> Piece {
        if let Some(end) = self.initials_end(start) {
            return self.piece(start, end, PieceKind::Initials);
        }
        let end = self.letters_end(start);
        self.piece(start, end, PieceKind::Letters)
    }
}

impl Iterator for Scanner<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let mut at = self.at;
        loop {
            let c = self.char_at(at)?;
            if c.is_ascii_digit() {
                return Some(self.number(at));
            }
            if c.is_alphanumeric() {
                return Some(self.word(at));
            }
            if sign_word(c).is_some() {
                return Some(self.piece(at, at + c.len_utf8(), PieceKind::Sign));
            }
            at += c.len_utf8();
        }
    }
}

/// The word a sign is read as.
pub(super) fn sign_word(sign: char) -> Option<&'static str> {
    match sign {
        '%' => Some("prozent"),
        '€' => Some("euro"),
        _ => None,
    }
}

/// The hyphens of Unicode that join words.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2043}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Dashes that careless typists use as hyphens (`Ukraine–Konflikt`).
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}' | '\u{2013}' | '\u{2212}')
}

/// Apostrophes, straight and curly.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' | '`' | '\u{ff07}'
    )
}

/// Characters that are there but not seen: soft hyphen, joiners, the byte order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether a word may go on behind `c`.
fn goes_on_behind(c: char) -> bool {
    is_apostrophe(c) || is_invisible(c)
}

/// What stands between thousands: full stop, apostrophe, and the spaces of typesetters.
fn is_group_separator(c: char) -> bool {
    matches!(
        c,
        '.' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'
    )
}

/// A number in the one spelling that all of its spellings share: no separators, a decimal comma, and no
/// zero before a single digit (`09` of a date).
pub(super) fn number_term(written: &str) -> String {
    let mut term: String = written
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == ',')
        .collect();
    if term.len() == 2 && term.starts_with('0') {
        term.remove(0);
    }
    term
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        Scanner::new(text)
            .map(|piece| &text[piece.span.range()])
            .collect()
    }

    #[test]
    fn grouped_numbers_are_one_number_in_every_spelling() {
        for written in [
            "30000",
            "30.000",
            "30’000",
            "30'000",
            "30 000",
            "30\u{202f}000",
        ] {
            assert_eq!(pieces(written), [written]);
            assert_eq!(number_term(written), "30000");
        }
        assert_eq!(pieces("1.234.567,89"), ["1.234.567,89"]);
        assert_eq!(
            pieces("12.09.2023, 1,2,3 und 24 300"),
            ["12", "09", "2023", "1", "2", "3", "und", "24", "300"]
        );
    }

    #[test]
    fn glued_words_part_at_the_capital_and_names_with_capitals_stay() {
        assert_eq!(
            pieces("PartnerschaftKim gefunden?Jetzt"),
            ["Partnerschaft", "Kim", "gefunden", "Jetzt"]
        );
        let whole = [
            "McDonald",
            "iPhone",
            "YouTube",
            "GmbH",
            "BürgerInnen",
            "LehrerIn",
            "OpenAI",
        ];
        for name in whole {
            assert_eq!(pieces(name), [name]);
        }
    }

    #[test]
    fn abbreviations_are_one_word_and_initials_of_people_are_not() {
        assert_eq!(
            pieces("z. B. die U.S. Army, d.h. i. d. R."),
            ["z. B", "die", "U.S", "Army", "d.h", "i. d. R"]
        );
        assert_eq!(pieces("J. R. Müller"), ["J", "R", "Müller"]);
    }

    #[test]
    fn words_go_on_behind_apostrophes_and_soft_hyphens() {
        assert_eq!(
            pieces("geht's Hans’ Au\u{ad}to"),
            ["geht's", "Hans", "Au\u{ad}to"]
        );
        assert_eq!(
            pieces("90% WM/EM 1960er-Jahre"),
            ["90", "%", "WM", "EM", "1960er", "Jahre"]
        );
    }

    #[test]
    fn very_long_words_are_taken_in_pieces() {
        let text = "ä".repeat(1000);
        assert!(Scanner::new(&text).all(|piece| piece.span.len() <= LONGEST_PIECE));
        assert_eq!(
            Scanner::new(&text)
                .map(|piece| piece.span.len())
                .sum::<usize>(),
            text.len()
        );
    }
}
