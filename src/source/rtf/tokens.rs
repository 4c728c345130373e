//! The tokens of RTF.

use crate::span::TextSpan;

/// A token of RTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'s> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\*`: the group may be ignored by those who do not know it.
    Ignorable,
    /// A control word with its number.
    Word(&'s str, Option<i32>),
    /// A backslash with a sign.
    Symbol(char),
    /// `\'fc`: a byte of the code page.
    Byte(u8),
    /// Plain text.
    Text,
}

/// Goes through the tokens of a source.
pub(super) struct Tokens<'s> {
    source: &'s str,
    at: usize,
}

impl<'s> Tokens<'s> {
    /// The tokens of all of `source`.
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0 }
    }

    /// What stands behind a backslash, and the bytes it takes.
    fn control(&self, rest: &'s str) -> (Token<'s>, usize) {
        let Some(first) = rest.chars().next() else {
            return (Token::Symbol(' '), 0);
        };
        if first.is_ascii_alphabetic() {
            return word(rest);
        }
        match first {
            '*' => (Token::Ignorable, 1),
            '\'' => {
                let byte = rest
                    .get(1..3)
                    .and_then(|hex| u8::from_str_radix(hex, 16).ok());
                byte.map_or((Token::Symbol('\''), 1), |byte| (Token::Byte(byte), 3))
            }
            _ => (Token::Symbol(first), first.len_utf8()),
        }
    }
}

/// A control word at the start of `rest`, with the blank that ends it and the bytes of `\bin`.
fn word(rest: &str) -> (Token<'_>, usize) {
    let count = |text: &str, belongs: fn(&u8) -> bool| text.bytes().take_while(belongs).count();
    let letters = count(rest, u8::is_ascii_alphabetic);
    let sign = usize::from(rest[letters..].starts_with('-'));
    let digits = count(&rest[letters + sign..], u8::is_ascii_digit);
    let mut end = letters + if digits > 0 { sign + digits } else { 0 };
    let number: Option<i32> = rest[letters..end].parse().ok();
    let name = &rest[..letters];
    end += usize::from(rest[end..].starts_with(' '));
    if name == "bin" {
        let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        let skipped = rest[end..].chars().take(length);
        end += skipped.map(char::len_utf8).sum::<usize>();
    }
    (Token::Word(name, number), end)
}

impl<'s> Iterator for Tokens<'s> {
    type Item = (Token<'s>, TextSpan);

    fn next(&mut self) -> Option<Self::Item> {
        let line_ends = |character: char| matches!(character, '\r' | '\n' | '\0');
        let skipped = self.source[self.at..].trim_start_matches(line_ends);
        self.at = self.source.len() - skipped.len();
        let (token, length) = match skipped.chars().next()? {
            '{' => (Token::Open, 1),
            '}' => (Token::Close, 1),
            '\\' => {
                let (token, length) = self.control(&skipped[1..]);
                (token, length + 1)
            }
            _ => {
                let is_plain = |character: char| !"{}\\\r\n\0".contains(character);
                let length = skipped.find(|character| !is_plain(character));
                (Token::Text, length.unwrap_or(skipped.len()))
            }
        };
        let span = TextSpan::new(self.at, self.at + length);
        self.at += length;
        Some((token, span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_told_apart() {
        let source = "{\\b\\u-10179?Gr\\'f6\\'dfe\\par\n\\{x}\\bin3 {{{y";
        let tokens: Vec<_> = Tokens::new(source)
            .map(|(token, span)| match token {
                Token::Text => source[span.range()].to_owned(),
                token => format!("{token:?}"),
            })
            .collect();
        let expected = [
            "Open",
            "Word(\"b\", None)",
            "Word(\"u\", Some(-10179))",
            "?Gr",
            "Byte(246)",
            "Byte(223)",
            "e",
            "Word(\"par\", None)",
            "Symbol('{')",
            "x",
            "Close",
            "Word(\"bin\", Some(3))",
            "y",
        ];
        assert_eq!(tokens, expected);
    }
}
