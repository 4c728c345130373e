//! How a stretch of text is written in its record, character by character.

use super::escape::{BadEscape, first_character};

/// How the characters of a piece of text are written in the record.
///
/// Every coding gives each character one width, so that an offset in the text leads to the byte
/// in the record by adding widths. In JSON the width also tells the way of writing (raw, `\n`,
/// `\u000a`), because no character has two ways of the same width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// UTF-8, byte for byte the text itself.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// One byte a character (windows-1252, ISO-8859-15, …).
    SingleByte,
    /// A JSON string in UTF-8: only quotes, backslashes and control characters are escaped, with
    /// the short escapes where there is one and `\u00XX` otherwise.
    JsonUtf8,
    /// The same, but every character outside ASCII as `\uXXXX` or as a pair of surrogates.
    JsonAscii,
    /// The same as [`Coding::JsonAscii`], but slashes as `\/`, as PHP writes them.
    JsonAsciiSolidus,
    /// A JSON string with every character as `\uXXXX`; for single characters escaped needlessly.
    JsonUnicode,
    /// One character that stands in the record as so many bytes in some way of its own: `&uuml;` in
    /// HTML, `\'fc` in RTF, or `Ã¼` where UTF-8 was encoded twice.
    Escape {
        /// The bytes it takes.
        bytes: u16,
    },
}

impl Coding {
    /// All codings of one form, in the order of their numbers in the stored form.
    pub(super) const ALL: [Coding; 8] = [
        Coding::Utf8,
        Coding::Utf16Le,
        Coding::Utf16Be,
        Coding::SingleByte,
        Coding::JsonUtf8,
        Coding::JsonAscii,
        Coding::JsonAsciiSolidus,
        Coding::JsonUnicode,
    ];

    /// The bytes of the record that `character` takes.
    ///
    /// ```
    /// use beleg::span::Coding;
    /// assert_eq!(Coding::Utf8.width('ü'), 2);
    /// assert_eq!(Coding::SingleByte.width('ü'), 1);
    /// assert_eq!(Coding::JsonAscii.width('ü'), 6);
    /// assert_eq!(Coding::JsonUtf8.width('\n'), 2);
    /// ```
    pub fn width(self, character: char) -> u64 {
        match self {
            Coding::Utf8 => character.len_utf8() as u64,
            Coding::Utf16Le | Coding::Utf16Be => 2 * character.len_utf16() as u64,
            Coding::SingleByte => 1,
            Coding::JsonUtf8 => match character {
                '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
                '\0'..' ' => 6,
                _ => character.len_utf8() as u64,
            },
            Coding::JsonAscii if character.is_ascii() => Coding::JsonUtf8.width(character),
            Coding::JsonAsciiSolidus if character == '/' => 2,
            Coding::JsonAsciiSolidus => Coding::JsonAscii.width(character),
            Coding::JsonAscii | Coding::JsonUnicode => 6 * character.len_utf16() as u64,
            Coding::Escape { bytes } => bytes.into(),
        }
    }

    /// The bytes of the record that all of `text` takes.
    pub(super) fn width_of(self, text: &str) -> u64 {
        match self {
            Coding::Utf8 => text.len() as u64,
            Coding::SingleByte => text.chars().count() as u64,
            Coding::JsonUtf8 => text.len() as u64 + escape_marks(text),
            _ => text.chars().map(|character| self.width(character)).sum(),
        }
    }

    /// The characters that an editor shows for all of `text` as it stands in the record.
    pub(super) fn columns_of(self, text: &str) -> u64 {
        match self {
            Coding::JsonUtf8 => text.chars().count() as u64 + escape_marks(text),
            _ => text.chars().map(|character| self.columns(character)).sum(),
        }
    }

    /// The same for one character.
    fn columns(self, character: char) -> u64 {
        let width = self.width(character);
        let is_escaped = self.is_json() && width != character.len_utf8() as u64;
        if is_escaped { width } else { 1 }
    }

    /// Whether the text stands inside a JSON string, where a line break of the text is an escape
    /// and the line of the record goes on.
    pub(super) fn is_json(self) -> bool {
        match self {
            Coding::Utf8
            | Coding::Utf16Le
            | Coding::Utf16Be
            | Coding::SingleByte
            | Coding::Escape { .. } => false,
            Coding::JsonUtf8
            | Coding::JsonAscii
            | Coding::JsonAsciiSolidus
            | Coding::JsonUnicode => true,
        }
    }

    /// The JSON coding in which `character` takes `width` bytes, the most usual first.
    pub(super) fn of_json(character: char, width: u64) -> Coding {
        [
            Coding::JsonUtf8,
            Coding::JsonAscii,
            Coding::JsonAsciiSolidus,
        ]
        .into_iter()
        .find(|coding| coding.width(character) == width)
        .unwrap_or(Coding::JsonUnicode)
    }

    /// The text that `bytes` stand for; `None` when they are not whole characters of this coding.
    ///
    /// `single_byte` knows the character of each byte of a one-byte encoding. What an escape means
    /// only its format knows.
    pub(super) fn decode(self, bytes: &[u8], single_byte: &dyn Fn(u8) -> char) -> Option<String> {
        match self {
            Coding::Utf8 => str::from_utf8(bytes).ok().map(str::to_owned),
            Coding::Utf16Le => decode_utf16(bytes, u16::from_le_bytes),
            Coding::Utf16Be => decode_utf16(bytes, u16::from_be_bytes),
            Coding::SingleByte => Some(bytes.iter().map(|&byte| single_byte(byte)).collect()),
            Coding::JsonUtf8
            | Coding::JsonAscii
            | Coding::JsonAsciiSolidus
            | Coding::JsonUnicode => str::from_utf8(bytes)
                .ok()
                .and_then(|raw| unescape(raw).ok()),
            Coding::Escape { .. } => None,
        }
    }
}

/// How much longer `text` is in [`Coding::JsonUtf8`] than by itself. Only ASCII is escaped there, so
/// that bytes tell as much as characters, and much faster.
fn escape_marks(text: &str) -> u64 {
    // Without branches and summed up in single bytes, the compiler looks at 32 of them at once.
    let marks = |byte: &u8| {
        let is_short = (*byte == b'"') | (*byte == b'\\') | is_short_control(*byte);
        u8::from(is_short) + 5 * u8::from((*byte < b' ') & !is_short)
    };
    text.as_bytes()
        .chunks(32)
        .map(|bytes| u64::from(bytes.iter().map(marks).sum::<u8>()))
        .sum()
}

/// Whether JSON has a short escape for the control character: `\b`, `\t`, `\n`, `\f`, `\r`.
fn is_short_control(byte: u8) -> bool {
    (0x08..=b'\r').contains(&byte) & (byte != 0x0b)
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let text = char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .ok();
    text.filter(|_| rest.is_empty())
}

fn unescape(raw: &str) -> Result<String, BadEscape> {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while !rest.is_empty() {
        let (character, width) = first_character(rest)?;
        text.push(character);
        rest = &rest[width..];
    }
    Ok(text)
}
