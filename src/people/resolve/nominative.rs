//! Names without the ending of a genitive, as far as the article and the lists of names show it.

use std::collections::{HashMap, HashSet};

use super::reading::Reading;
use crate::people::name::{
    Ending, Name, ending, is_common, is_name, is_noun, role, without_ending,
};

/// The forms of names that an article has, by which an ending is told from a letter of the name.
pub(super) struct Forms<'a> {
    /// Last words of names.
    last: HashMap<&'a str, Places>,
    whole: HashSet<String>,
}

/// How often a word ends a name, and how often beside a noun on which it can depend.
#[derive(Clone, Copy, Default)]
struct Places {
    all: usize,
    dependent: usize,
}

impl<'a> Forms<'a> {
    /// Collects the forms of these readings.
    pub fn of(readings: &'a [Reading], text: &str) -> Self {
        let mut last: HashMap<&str, Places> = HashMap::new();
        let mut whole = HashSet::new();
        for reading in readings.iter().filter(|reading| reading.is_sure()) {
            if let Some(part) = reading.name.last() {
                let places = last.entry(part.text.as_str()).or_default();
                places.all += 1;
                if part.text.ends_with('s') {
                    places.dependent += usize::from(depends_on_noun(reading, text));
                }
            }
            whole.insert(reading.name.text());
        }
        Self { last, whole }
    }

    /// The name in the nominative. An `s` is an ending where the article has the name without it, or
    /// has it only beside nouns on which it can depend.
    pub fn nominative(&self, name: &Name) -> Name {
        let Some(last) = name.last() else {
            return name.clone();
        };
        let stem = without_ending(&last.text);
        let without = name.with_last(stem);
        let undone = match ending(&last.text) {
            Ending::None => false,
            Ending::Apostrophe | Ending::SureCase => true,
            Ending::Own | Ending::Case if self.whole.contains(&without.text()) => true,
            Ending::Own => self.last.contains_key(stem) && !is_name(&last.text),
            Ending::Case => self.last.contains_key(stem) || self.always_depends(&last.text),
        };
        if undone { without } else { name.clone() }
    }

    fn always_depends(&self, word: &str) -> bool {
        let places = self.last.get(word);
        places.is_none_or(|places| places.dependent == places.all)
    }
}

/// Whether a noun stands where a genitive would stand before or behind it: `Aufstieg Michail
/// Gorbatschows`, `Kims große Parade`.
fn depends_on_noun(reading: &Reading, text: &str) -> bool {
    let span = reading.found.span;
    let before = text[..span.start()].strip_suffix(' ').unwrap_or_default();
    let previous = before.rsplit([' ', '\n', '(', '„', '"']).next();
    if previous.is_some_and(is_thing) {
        return true;
    }
    let Some(behind) = text[span.end()..].strip_prefix(' ') else {
        return false;
    };
    let mut words = behind
        .split([' ', '\n'])
        .map(|word| word.trim_start_matches(['„', '"', '»']));
    let next = words.find(|word| !is_adjective(word)).unwrap_or_default();
    let next = next.trim_end_matches(|c: char| !c.is_alphabetic());
    next.starts_with(char::is_uppercase) && (is_noun(next) || !is_name(next))
}

/// Endings of nouns for people, which stand before a name and not over it.
const PEOPLE: [&str; 10] = [
    "er", "ist", "in", "ent", "ant", "or", "eur", "mann", "frau", "chef",
];

/// Whether the word is a noun for something that can be somebody's.
fn is_thing(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && is_common(word)
        && role(word).is_none()
        && !PEOPLE.iter().any(|ending| word.ends_with(ending))
}

fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["e", "en", "er", "es", "em"];
    word.starts_with(char::is_lowercase)
        && word.len() > 4
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
