//! Full names found word by word, whatever the recogniser made of them.

use crate::german::fold;
use crate::span::TextSpan;

/// What may stand between two words of a name.
const BETWEEN: [char; 4] = ['-', '\u{2010}', '\u{2011}', '.'];
/// Signs that end a genitive like *Hans’*.
const APOSTROPHES: [char; 3] = ['\'', '\u{2019}', '\u{2bc}'];

/// The full names of one person, in all the spellings that are known.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    /// The folded words of each name.
    names: Vec<Vec<String>>,
}

/// A place where a full name is spelled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// Bytes of the text: the name with its ending, or the whole word where it is part of one.
    pub span: TextSpan,
    /// Whether it is part of a longer word: `Kim-Il-sung-Platz`.
    pub derived: bool,
}

impl Spellings {
    /// The spellings of these names; those of one word are left out, for they may mean anybody.
    /// Names that differ in case, in hyphens and blanks, or in how an umlaut is written are one.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut folded: Vec<Vec<String>> = names.into_iter().map(folded_words).collect();
        folded.retain(|words| words.len() > 1);
        folded.sort();
        folded.dedup();
        Self { names: folded }
    }

    /// The names and their genitives, a blank between their words: what to look up in an index.
    pub fn forms(&self) -> impl Iterator<Item = String> {
        let names = self.names.iter().map(|words| words.join(" "));
        names.flat_map(|name| [format!("{name}s"), name])
    }

    /// Where any of the names stands in a text, in order, never overlapping.
    pub fn find(&self, text: &str) -> Vec<Spelled> {
        let words = words(text);
        let folded: Vec<String> = words.iter().map(|word| fold(&text[word.range()])).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let lengths = self.names.iter().filter_map(|name| {
                let is_here =
                    stands_at(name, &folded[at..]) && joined(text, &words[at..][..name.len()]);
                is_here.then_some(name.len())
            });
            match lengths.max() {
                Some(length) => {
                    found.push(spelled(
                        text,
                        words[at].start(),
                        words[at + length - 1].end(),
                    ));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

fn folded_words(name: &str) -> Vec<String> {
    let words = words(name).into_iter();
    words.map(|word| fold(&name[word.range()])).collect()
}

/// The stretches of letters and digits of a text.
fn words(text: &str) -> Vec<TextSpan> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices() {
        match (start, sign.is_alphanumeric() || is_accent(sign)) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                words.push(TextSpan::new(first, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|first| TextSpan::new(first, text.len())));
    words
}

/// An accent that is a character of its own.
fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// Whether the words begin with those of a name, the last of them in the genitive if need be.
fn stands_at(name: &[String], words: &[String]) -> bool {
    let Some((last, first)) = name.split_last() else {
        return false;
    };
    words.starts_with(first)
        && words.get(first.len()).is_some_and(|word| {
            word.strip_prefix(last.as_str())
                .is_some_and(|ending| matches!(ending, "" | "s"))
        })
}

/// Whether nothing but blanks and hyphens parts the words; a full stop does behind an initial.
fn joined(text: &str, words: &[TextSpan]) -> bool {
    words.windows(2).all(|pair| {
        let gap = &text[pair[0].end()..pair[1].start()];
        let is_initial = text[pair[0].range()].chars().count() == 1;
        gap.chars().all(|sign| {
            sign.is_whitespace() || BETWEEN.contains(&sign) && (sign != '.' || is_initial)
        }) && gap.chars().filter(|sign| !sign.is_whitespace()).count() <= 1
    })
}

/// The place of a name from its first word to its last, or of the word it is part of.
fn spelled(text: &str, start: usize, end: usize) -> Spelled {
    let is_part = |sign: char| sign.is_alphanumeric() || BETWEEN[..3].contains(&sign);
    let before = &text[..start];
    let behind = &text[end..];
    let first = before.trim_end_matches(is_part).len();
    let length = behind.len() - behind.trim_start_matches(is_part).len();
    let is_hyphenated = |part: &str| part.contains(char::is_alphanumeric);
    let derived = is_hyphenated(&before[first..]) || is_hyphenated(&behind[..length]);
    if derived {
        return Spelled {
            span: TextSpan::new(first, end + length),
            derived,
        };
    }
    let sibilant = text[..end].ends_with(['s', 'x', 'z', 'ß']);
    let apostrophe = behind.chars().next();
    let ending = apostrophe.filter(|sign| sibilant && APOSTROPHES.contains(sign));
    Spelled {
        span: TextSpan::new(start, end + ending.map_or(0, char::len_utf8)),
        derived,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<(String, bool)> {
        let spellings = Spellings::new(names.iter().copied());
        let found = spellings.find(text).into_iter();
        found
            .map(|spelled| (text[spelled.span.range()].to_owned(), spelled.derived))
            .collect()
    }

    #[test]
    fn a_full_name_is_found_in_every_spelling_and_case() {
        let names = ["Kim Jong Un", "Jürgen Müller"];
        for (text, name) in [
            ("Gestern war Kim Jong-un da.", "Kim Jong-un"),
            ("Kim Jong Uns Reise", "Kim Jong Uns"),
            ("KIM JONG-UN", "KIM JONG-UN"),
            ("mit Jürgen Muellers Hilfe", "Jürgen Muellers"),
        ] {
            assert_eq!(found(&names, text), [(name.to_owned(), false)], "{text}");
        }
    }

    #[test]
    fn a_name_inside_a_longer_word_is_derived() {
        let derived = [("Kim-Il-sung-Platz".to_owned(), true)];
        assert_eq!(
            found(&["Kim Il Sung"], "auf dem Kim-Il-sung-Platz."),
            derived
        );
    }

    #[test]
    fn words_of_two_sentences_are_no_name() {
        assert_eq!(found(&["Hans Wolf"], "Da kam Hans. Wolf blieb weg."), []);
        assert_eq!(found(&["Hans Wolf"], "Hans, Wolf und Hans Wolfsburg"), []);
    }

    #[test]
    fn initials_and_apostrophes_belong_to_the_name() {
        let bush = [("George W. Bush".to_owned(), false)];
        assert_eq!(found(&["George W. Bush"], "George W. Bush kam."), bush);
        let max = [("Max Marx’".to_owned(), false)];
        assert_eq!(found(&["Max Marx"], "Max Marx’ Buch"), max);
    }
}
