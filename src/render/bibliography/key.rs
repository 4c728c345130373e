//! The names by which entries are cited.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::Entry;
use super::author::Author;

/// The shortest word of a title that says something.
const TELLING: usize = 4;

/// Keys that were given.
#[derive(Default)]
pub(super) struct Keys(HashSet<String>);

impl Keys {
    /// A key for an entry: who, when, the first telling word of the title, and some digits that stand
    /// for the article itself. So an article has the same key in every bibliography, and no two
    /// articles of one bibliography have the same.
    pub fn key(&mut self, entry: &Entry, article: &str) -> String {
        let who = match entry.authors.first() {
            Some(Author::Person { family, .. }) => Some(family),
            Some(Author::Literal(name)) => Some(name),
            None => entry.outlet.as_ref(),
        };
        let who = who.map(|name| ascii(name)).filter(|who| !who.is_empty());
        let who = who.unwrap_or_else(|| "anon".to_owned());
        let year = entry
            .date
            .as_deref()
            .map_or("", |date| date.split('-').next().unwrap_or(date));
        let words = entry.title.split(|sign: char| !sign.is_alphanumeric());
        let mut telling = words.filter(|word| word.chars().count() >= TELLING);
        let word = telling.next().map(ascii).unwrap_or_default();
        let number = format!("{:016x}", number_of(article));
        let mut key = String::new();
        for digits in [6, 16] {
            let dated = format!("{who}{year}");
            let parts = [dated.as_str(), &word, &number[16 - digits..]];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            key = parts.collect::<Vec<_>>().join("-");
            if self.0.insert(key.clone()) {
                break;
            }
        }
        key
    }
}

/// A word in small letters and digits that every program takes for a key.
fn ascii(word: &str) -> String {
    let mut key = String::new();
    for sign in word.to_lowercase().chars() {
        match sign {
            'ä' => key.push_str("ae"),
            'ö' => key.push_str("oe"),
            'ü' => key.push_str("ue"),
            'ß' => key.push_str("ss"),
            sign => key.extend(sign.nfd().filter(char::is_ascii_alphanumeric)),
        }
    }
    key
}

/// A number that stands for a text: the hash FNV-1a of 64 bits, which is the same everywhere and
/// always (Fowler, Noll and Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>).
fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain() {
        assert_eq!(ascii("Müller-Élan ß"), "muellerelanss");
        assert_eq!(ascii("日本"), "");
    }

    #[test]
    fn the_number_of_a_text_never_changes() {
        assert_eq!(number_of("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
