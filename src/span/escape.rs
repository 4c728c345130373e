//! The escapes of a JSON string (RFC 8259, section 7).

use thiserror::Error;

/// An escape in a JSON string that stands for no character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadEscape {
    /// A backslash before something that JSON does not know.
    #[error("JSON knows no such escape; write a backslash as \\\\")]
    Unknown,
    /// Half of a pair of surrogates, which stands for no character.
    #[error("half of a surrogate pair stands for no character; write the pair or drop it")]
    LoneSurrogate,
}

/// The first character of the raw text of a JSON string, and the bytes it takes there.
///
/// The raw text is what stands between the quotes; it must not be empty.
///
/// # Errors
/// [`BadEscape`] when it begins with an escape that stands for no character.
///
/// ```
/// use beleg::span::first_character;
/// assert_eq!(first_character("über"), Ok(('ü', 2)));
/// assert_eq!(first_character(r"\u00fcber"), Ok(('ü', 6)));
/// assert!(first_character(r"\ud83d").is_err());
/// ```
pub fn first_character(raw: &str) -> Result<(char, usize), BadEscape> {
    let mut characters = raw.chars();
    match characters.next() {
        Some('\\') => {}
        Some(character) => return Ok((character, character.len_utf8())),
        None => return Err(BadEscape::Unknown),
    }
    let character = match characters.next() {
        Some(character @ ('"' | '\\' | '/')) => character,
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('u') => return by_number(raw),
        _ => return Err(BadEscape::Unknown),
    };
    Ok((character, 2))
}

/// The character of the `\uXXXX`, or of the two of them, at the start of `raw`.
fn by_number(raw: &str) -> Result<(char, usize), BadEscape> {
    let first = unit(raw)?;
    if let Some(character) = char::from_u32(first.into()) {
        return Ok((character, 6));
    }
    let second = raw.get(6..).map_or(Err(BadEscape::LoneSurrogate), unit);
    let pair = [first, second.map_err(|_| BadEscape::LoneSurrogate)?];
    match char::decode_utf16(pair).next() {
        Some(Ok(character)) => Ok((character, 12)),
        _ => Err(BadEscape::LoneSurrogate),
    }
}

/// The UTF-16 unit of the `\uXXXX` at the start of `raw`.
fn unit(raw: &str) -> Result<u16, BadEscape> {
    raw.strip_prefix("\\u")
        .and_then(|rest| rest.get(..4))
        .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
        .and_then(|digits| u16::from_str_radix(digits, 16).ok())
        .ok_or(BadEscape::Unknown)
}
