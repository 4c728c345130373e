//! Makes foreign text safe for a terminal: article texts, titles, file names, queries, messages.
//!
//! A control character can move the cursor, set the clipboard or run commands in some terminals,
//! and a bidi control can make a file name or a quotation read as another one ("Trojan Source",
//! CVE-2021-42574). None of them reaches the terminal, and each stays visible.

use std::borrow::Cow;

/// For what stands on one line: all that is unsafe or invisible is made visible.
///
/// C0 controls and DEL become their pictures (`␛`), other characters their number (`\u{202e}`).
///
/// ```
/// assert_eq!(beleg::render::sanitize("a\u{1b}[31m\u{202e}b\n"), "a␛[31m\\u{202e}b␊");
/// ```
pub fn line(text: &str) -> Cow<'_, str> {
    sanitised(text, |_| None)
}

/// For the text of a block: line breaks and tabs stay, invisible breaks within words go, other
/// control characters that mean blank become one, and all else is as in [`line()`].
///
/// Articles from the web are full of soft hyphens and zero-width blanks, which do no harm and would
/// only make words unreadable as `Muni\u{ad}tion`.
///
/// ```
/// assert_eq!(beleg::render::sanitize_block("Muni\u{ad}tion\r\n\u{9b}A"), "Munition \n\\u{9b}A");
/// ```
pub fn block(text: &str) -> Cow<'_, str> {
    sanitised(text, |sign| match sign {
        '\n' => Some("\n"),
        '\t' => Some("\t"),
        sign if is_break(sign) => Some(""),
        sign if sign.is_whitespace() => Some(" "),
        _ => None,
    })
}

/// Whether a character could mislead a terminal or its reader.
pub(super) fn is_unsafe(sign: char) -> bool {
    sign.is_control()
        || is_break(sign)
        || matches!(sign,
            '\u{61C}'                   // Arabic letter mark (bidi)
            | '\u{180E}'                // Mongolian vowel separator (invisible)
            | '\u{200E}'..='\u{200F}'   // left-to-right and right-to-left mark (bidi)
            | '\u{2028}'..='\u{202E}'   // line and paragraph separator; bidi embedding, override
            | '\u{2061}'..='\u{206F}'   // invisible operators, bidi isolates, deprecated formats
            | '\u{FFF9}'..='\u{FFFB}'   // interlinear annotation
            | '\u{1BCA0}'..='\u{1BCA3}' // shorthand format controls
            | '\u{1D173}'..='\u{1D17A}' // musical format controls
            | '\u{E0000}'..='\u{E007F}' // tags
        )
}

/// Soft hyphen, zero-width blank, joiners and byte order mark.
fn is_break(sign: char) -> bool {
    matches!(
        sign,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// The text with each unsafe character replaced as `known` says, or else made visible.
fn sanitised(text: &str, known: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            sign if !is_unsafe(sign) => safe.push(sign),
            sign => match (known(sign), sign) {
                (Some(replacement), _) => safe.push_str(replacement),
                (None, '\0'..='\u{1F}') => safe.extend(char::from_u32(0x2400 + u32::from(sign))),
                (None, '\u{7F}') => safe.push('␡'),
                (None, _) => safe.extend(sign.escape_unicode()),
            },
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_text_is_left_alone() {
        for text in ["Größe – »Kim«", "日本", "🦀", "❤\u{fe0f}", "a\u{308}"] {
            assert!(matches!(line(text), Cow::Borrowed(_)), "{text:?}");
            assert!(matches!(block(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn a_file_name_can_not_set_the_clipboard_or_forge_a_line() {
        assert_eq!(line("a\u{1b}]52;c;eA\u{7}.txt"), "a␛]52;c;eA␇.txt");
        assert_eq!(line("gut.txt\r\nboese.txt"), "gut.txt␍␊boese.txt");
        assert_eq!(line("\u{9d}0;x\u{9c}\u{7f}"), "\\u{9d}0;x\\u{9c}␡");
    }

    #[test]
    fn a_file_name_can_not_read_as_another() {
        assert_eq!(line("gpj\u{202e}txt.exe"), "gpj\\u{202e}txt.exe");
        assert_eq!(line("a\u{200b}b"), "a\\u{200b}b");
    }

    #[test]
    fn nothing_unsafe_is_left_of_any_character() {
        let all: String = ('\0'..=char::MAX).collect();
        assert!(!line(&all).contains(is_unsafe));
        let is_layout = |sign| matches!(sign, '\n' | '\t');
        assert!(!block(&all).contains(|sign| is_unsafe(sign) && !is_layout(sign)));
    }
}
