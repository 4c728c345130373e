//! What a text is made of where names are looked for: words with their hyphens, numbers, signs.

use crate::span::TextSpan;

/// So many lower-case letters stand before a capital where two words are glued (`PartnerschaftKim`).
const LOWER_BEFORE_GLUE: usize = 3;

/// The longest token, in bytes; what is longer goes on as further tokens.
const LONGEST: usize = 120;

/// Abbreviations whose full stop belongs to them and ends no sentence.
const ABBREVIATIONS: [&str; 40] = [
    "Dr", "Prof", "St", "Nr", "Mio", "Mrd", "Mr", "Mrs", "Ms", "Jr", "jr", "Sr", "sr", "Gen", "Hl",
    "hl", "ca", "bzw", "vgl", "sog", "geb", "gest", "inkl", "etc", "Abs", "Art", "Dipl", "Ing",
    "Mag", "Msgr", "Hr", "Fr", "Sen", "Gov", "Sgt", "Capt", "Col", "Lt", "Rep", "verh",
];

/// A word, number or sign at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text, a full stop that belongs to it included (`Dr.`, `B.`, `9.`).
    pub span: TextSpan,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// It begins with a capital letter.
    Capital,
    /// It begins with another letter.
    Lower,
    /// A single capital letter with a full stop: `B.`, `W.`.
    Initial,
    /// Digits, perhaps with letters behind them.
    Number,
    /// A number with a full stop that counts: `9.`.
    Ordinal,
    /// Any other sign; each is a token of its own.
    Sign,
    /// Nothing, between two words that are glued: there the one text ends and the other begins.
    Seam,
}

/// Walks over a text token by token.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// Where the last word ended, until its seam with what follows was looked at.
    word_end: Option<usize>,
}

impl<'t> Tokens<'t> {
    /// The tokens of a stretch of `text`.
    pub fn new(text: &'t str, within: TextSpan) -> Self {
        Self {
            text,
            at: within.start(),
            end: within.end(),
            word_end: None,
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        match self.text.as_bytes()[at] {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text[at..self.end].chars().next(),
        }
    }

    fn starts_word(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphanumeric)
    }

    /// The end of the letters, digits and inner hyphens and apostrophes from `start`.
    fn word_end(&self, start: usize) -> usize {
        let bytes = &self.text.as_bytes()[..self.end.min(start + LONGEST)];
        let (mut at, mut lower) = (start, 0);
        loop {
            while bytes.get(at).is_some_and(u8::is_ascii_lowercase) {
                at += 1;
                lower += 1;
            }
            let Some(letter) = self.char_at(at).filter(|_| at < bytes.len()) else {
                return at;
            };
            let end = at + letter.len_utf8();
            if letter.is_lowercase() {
                lower += 1;
            } else if letter.is_alphanumeric() {
                if lower >= LOWER_BEFORE_GLUE && self.begins_glued_word(at, letter) {
                    return at;
                }
                lower = 0;
            } else if joins(letter) && self.starts_word(end) {
                lower = 0;
            } else if !is_mark(letter) {
                return at;
            }
            at = end;
        }
    }

    /// Whether the capital at `at`, behind lower-case letters, begins another word; that of
    /// `BürgerInnen` does not.
    fn begins_glued_word(&self, at: usize, letter: char) -> bool {
        let rest = &self.text[at..self.end];
        let feminine = ["Innen", "In"].iter().any(|ending| {
            let behind = rest.strip_prefix(ending);
            behind.is_some_and(|behind| !behind.starts_with(char::is_alphabetic))
        });
        let next = self.char_at(at + letter.len_utf8());
        letter.is_uppercase() && !feminine && next.is_some_and(char::is_lowercase)
    }

    fn word(&mut self, start: usize, first: char) -> Token {
        let end = self.word_end(start);
        let stop = self.char_at(end) == Some('.');
        let (kind, end) = match &self.text[start..end] {
            word if first.is_uppercase() && stop && word.chars().count() == 1 => {
                (TokenKind::Initial, end + 1)
            }
            word if stop && word.len() <= 4 && ABBREVIATIONS.contains(&word) => {
                (capital(first), end + 1)
            }
            _ => (capital(first), end),
        };
        self.word_end = Some(end);
        self.token(start, end, kind)
    }

    fn number(&mut self, start: usize) -> Token {
        let end = self.word_end(start);
        let digits = end - start;
        let counts = self.char_at(end) == Some('.')
            && digits <= 2
            && matches!(self.char_at(end + 1), Some(' ' | '\u{a0}'));
        if counts {
            self.token(start, end + 1, TokenKind::Ordinal)
        } else {
            self.token(start, end, TokenKind::Number)
        }
    }

    fn token(&mut self, start: usize, end: usize, kind: TokenKind) -> Token {
        self.at = end;
        Token {
            span: TextSpan::new(start, end),
            kind,
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let start = self.at;
            let letter = self.char_at(start)?;
            if letter == ' ' {
                self.at += 1;
                continue;
            }
            if letter.is_ascii_digit() {
                return Some(self.number(start));
            }
            if letter.is_alphanumeric() {
                if self.word_end.take() == Some(start) {
                    return Some(self.token(start, start, TokenKind::Seam));
                }
                return Some(self.word(start, letter));
            }
            if !letter.is_whitespace() && !is_mark(letter) {
                return Some(self.token(start, start + letter.len_utf8(), TokenKind::Sign));
            }
            self.at += letter.len_utf8();
        }
    }
}

fn capital(first: char) -> TokenKind {
    if first.is_uppercase() {
        TokenKind::Capital
    } else {
        TokenKind::Lower
    }
}

/// Whether a sign joins the letters on both its sides to one word: hyphens and apostrophes.
fn joins(sign: char) -> bool {
    is_hyphen(sign) || is_apostrophe(sign)
}

/// The hyphens that join words.
pub(super) fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}')
}

/// Apostrophes, straight and curly.
pub(super) fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`')
}

/// Marks that belong to the letter before them, or are not seen.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        Tokens::new(text, TextSpan::new(0, text.len()))
            .map(|token| &text[token.span.range()])
            .collect()
    }

    #[test]
    fn hyphens_and_apostrophes_stay_inside_words() {
        assert_eq!(
            tokens("Kim Jong-un, O’Brien und Hans’ Al-Assads"),
            [
                "Kim",
                "Jong-un",
                ",",
                "O’Brien",
                "und",
                "Hans",
                "’",
                "Al-Assads"
            ]
        );
    }

    #[test]
    fn a_name_glued_to_a_word_is_a_word_of_its_own() {
        assert_eq!(
            tokens("PartnerschaftKim LinksJulia McDonald BürgerInnen"),
            [
                "Partnerschaft",
                "",
                "Kim",
                "Links",
                "",
                "Julia",
                "McDonald",
                "BürgerInnen"
            ]
        );
    }

    #[test]
    fn full_stops_stay_with_initials_titles_and_days() {
        assert_eq!(
            tokens("Markus B. und Dr. S. kamen am 9. Mai 2009."),
            [
                "Markus", "B.", "und", "Dr.", "S.", "kamen", "am", "9.", "Mai", "2009", "."
            ]
        );
    }
}
