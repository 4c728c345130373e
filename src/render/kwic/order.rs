//! The order of the lines of a concordance.

use unicode_normalization::UnicodeNormalization;

use super::line::Line;

/// In which order the lines of a concordance come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeywordOrder {
    /// Article after article in the order of the answer, in each by place.
    Position,
    /// By the first word left of the keyword, then the second, and so on.
    Left,
    /// By the first word right of the keyword, then the second, and so on.
    Right,
}

impl KeywordOrder {
    /// Puts lines, which stand by position, into this order.
    pub(super) fn sort(self, lines: &mut [Line]) {
        match self {
            KeywordOrder::Position => {}
            KeywordOrder::Left => lines.sort_by_cached_key(|line| key(words(&line.left).rev())),
            KeywordOrder::Right => lines.sort_by_cached_key(|line| key(words(&line.right))),
        }
    }
}

/// The words of a context, without the signs between them.
fn words(context: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = context.split(|sign: char| !sign.is_alphanumeric() && !is_accent(sign));
    words.filter(|word| !word.is_empty())
}

/// A text that sorts as the words do, one after another.
fn key<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut key = String::new();
    for word in words {
        collate(word, &mut key);
        // It stands before all letters, so that a word comes before those that it begins.
        key.push('\u{1}');
    }
    key
}

/// A word as German dictionaries sort it (DIN 5007-1): without case and accents, `ä` as `a`, `ß` as `ss`.
fn collate(word: &str, key: &mut String) {
    for sign in word.nfd().flat_map(char::to_lowercase) {
        match sign {
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'đ' => key.push('d'),
            sign if is_accent(sign) => {}
            sign => key.push(sign),
        }
    }
}

fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(words: &[&'static str]) -> Vec<&'static str> {
        let mut words = words.to_vec();
        words.sort_by_cached_key(|word| key(super::words(word)));
        words
    }

    #[test]
    fn umlauts_sort_as_their_letters_and_eszett_as_ss() {
        assert_eq!(
            sorted(&[
                "Zug", "über", "ufer", "Ulm", "Äpfel", "apfel", "Straße", "Strasser"
            ]),
            [
                "Äpfel", "apfel", "Straße", "Strasser", "über", "ufer", "Ulm", "Zug"
            ]
        );
    }

    #[test]
    fn the_first_word_decides_before_the_second() {
        assert_eq!(
            sorted(&["der Zar", "derart", "der Alte", "„Der Bote"]),
            ["der Alte", "„Der Bote", "der Zar", "derart"]
        );
    }

    #[test]
    fn the_left_is_read_from_the_keyword_on() {
        let left = |text: &str| key(words(text).rev());
        assert_eq!(left("mit der Größe, "), "grosse\u{1}der\u{1}mit\u{1}");
    }
}
