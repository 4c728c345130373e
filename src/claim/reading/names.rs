//! Names in a sentence.

use super::words::{is_content, offer};
use super::{Name, Person, Reader};
use crate::claim::word::{KeyKind, Offer, Word};
use crate::german::{AliasClass, country, fold, lexicon};

/// The worth of names that stand for one another.
const ALIAS: f32 = 0.97;
const METONYM: f32 = 0.85;

/// The natural logarithm of the count below which a noun is rare.
const RARE: f32 = 4.0;

/// The natural logarithm of the count from which a listed noun is hardly a given name.
const COMMON: f32 = 6.5;

/// So long in bytes are the second syllables of Korean and Chinese given names: `Jong-un`.
const LONGEST_SYLLABLE: usize = 5;

/// Endings of nouns that no name has.
const NOUN_ENDINGS: [&str; 16] = [
    "ung", "ungen", "heit", "keit", "heiten", "keiten", "schaft", "schaften", "tion", "tionen",
    "taet", "ismus", "nis", "nisse", "ling", "linge",
];

/// What may stand inside a name in lower case.
const PARTICLES: [&str; 12] = [
    "von", "van", "der", "de", "den", "bin", "al", "el", "zu", "da", "dos", "ibn",
];

impl Reader<'_> {
    /// The names of a sentence; their words are told that they belong to one.
    pub(super) fn names(
        &mut self,
        text: &str,
        words: &mut [Word],
        persons: &[Person<'_>],
    ) -> Vec<Name> {
        let mut names = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let person = self.person(words, at, persons);
            let known = person.or_else(|| self.known_name(text, words, at));
            let found = known.or_else(|| self.run(text, words, at));
            match found {
                Some(name) => {
                    at = name.words.1;
                    names.push(name);
                }
                None => at += 1,
            }
        }
        for name in &names {
            words[name.words.0..name.words.1]
                .iter_mut()
                .for_each(|word| word.name = true);
        }
        names
    }

    /// The person who is named from here.
    fn person(&mut self, words: &[Word], at: usize, persons: &[Person<'_>]) -> Option<Name> {
        let begins = |person: &&Person<'_>| {
            let span = words[at].span;
            person.span.start() < span.end() && span.start() <= person.span.start()
        };
        let person = persons.iter().find(begins)?;
        // In `A wurde von B empfangen` the `von` belongs to neither name.
        let passive = words.iter().any(|word| {
            matches!(
                &*word.exact,
                "wurde" | "wurden" | "worden" | "wird" | "werden"
            )
        });
        let behind = words[at..].iter();
        let length = behind
            .take_while(|word| word.span.start() < person.span.end())
            .take_while(|word| !(passive && &*word.exact == "von"))
            .count();
        let is_cut = words.get(at + length).is_some_and(|word| {
            passive && &*word.exact == "von" && word.span.start() < person.span.end()
        });
        let name = match person.name.split_once(" von ") {
            Some((name, _)) if is_cut => name,
            _ => person.name,
        };
        let (mut full, _) = self.words(name);
        for word in &mut full {
            word.offers = Self::offers_of_name(&word.stem);
        }
        Some(Name {
            words: (at, at + length.max(1)),
            keys: self.keys_of(person.name),
            person: true,
            full,
        })
    }

    /// The longest run of words from here that is another name of something known.
    fn known_name(&mut self, text: &str, words: &[Word], at: usize) -> Option<Name> {
        if !words[at].capital {
            return None;
        }
        let longest = self.aliases.longest_name().min(words.len() - at);
        (1..=longest).rev().find_map(|length| {
            let last = &words[at + length - 1];
            let written = &text[words[at].span.start()..last.span.end()];
            let mut keys = self.keys_of(written);
            if keys.is_empty() && length > 1 {
                keys = self.keys_of(&nominative(written));
            }
            (!keys.is_empty() && (length > 1 || is_content(words[at].class))).then(|| Name {
                words: (at, at + length),
                keys,
                person: false,
                full: Vec::new(),
            })
        })
    }

    /// A run of capitalised words that are no common nouns.
    fn run(&self, text: &str, words: &[Word], at: usize) -> Option<Name> {
        if !may_begin(text, words, at) {
            return None;
        }
        let mut end = at + 1;
        while end < words.len() && touches(text, words, end) && !stands_apart(text, words, end) {
            let behind_given = is_given(text, &words[end - 1]) && words[end].is_content();
            let is_name = behind_given || is_name_word(text, &words[end], false);
            let length = text[words[end].span.range()].len();
            let is_syllable = words[end - 1].hyphened && length <= LONGEST_SYLLABLE;
            if (words[end].capital && is_name) || is_syllable {
                end += 1;
            } else if PARTICLES.contains(&&*words[end].exact)
                && is_given(text, &words[at])
                && !is_acronym(text, &words[end - 1])
                && words.get(end + 1).is_some_and(|next| {
                    next.capital && touches(text, words, end + 1) && is_name_word(text, next, false)
                })
            {
                end += 2;
            } else {
                break;
            }
        }
        let person = end - at > 1 && is_given(text, &words[at]);
        if is_year_of_club(text, words, end) {
            end += 1;
        }
        Some(Name {
            words: (at, end),
            keys: Vec::new(),
            person,
            full: Vec::new(),
        })
    }

    /// What a name has in common with its other names.
    pub(super) fn keys_of(&mut self, written: &str) -> Vec<Offer> {
        if let Some(known) = self.name_keys.get(written) {
            return known.to_vec();
        }
        let variants = self.aliases.variants(written);
        let mut keys = Vec::new();
        if !variants.is_empty() {
            let own = fold(written);
            let named = |class: AliasClass| {
                variants
                    .iter()
                    .filter(move |(found, _)| *found == class)
                    .map(|(_, other)| fold(other))
            };
            let genitive = |other: &String| own.strip_suffix('s') == Some(other);
            let all: Vec<String> = variants.iter().map(|(_, other)| fold(other)).collect();
            let own = if all.iter().any(genitive) {
                None
            } else {
                Some(own.clone())
            };
            let same = named(AliasClass::Spelling)
                .chain(named(AliasClass::Same))
                .chain(own);
            keys.extend(same.map(|other| offer(KeyKind::Alias, &other, ALIAS)));
            keys.extend(
                named(AliasClass::Metonym).map(|other| offer(KeyKind::Alias, &other, METONYM)),
            );
        }
        self.name_keys.insert(written.into(), keys.clone().into());
        keys
    }
}

/// The name in the nominative: `Vereinten Nationen` as `Vereinte Nationen`.
fn nominative(written: &str) -> String {
    let Some((adjectives, noun)) = written.rsplit_once(' ') else {
        return written.to_owned();
    };
    let adjectives = adjectives.split(' ').map(|word| {
        let stem = word.strip_suffix("en").or_else(|| word.strip_suffix("er"));
        stem.map_or_else(|| word.to_owned(), |stem| format!("{stem}e"))
    });
    let adjectives: Vec<String> = adjectives.collect();
    format!("{} {noun}", adjectives.join(" "))
}

fn key_of(text: &str, word: &Word) -> String {
    let mut key = String::new();
    lexicon::key(&text[word.span.range()], &mut key);
    key
}

fn touches(text: &str, words: &[Word], at: usize) -> bool {
    let between = &text[words[at - 1].span.end()..words[at].span.start()];
    matches!(between, " " | "-" | "\u{a0}" | ". ")
}

fn may_begin(text: &str, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if !word.capital || !word.is_content() {
        return false;
    }
    let before_name = words.get(at + 1).is_some_and(|next| {
        next.capital && touches(text, words, at + 1) && is_name_word(text, next, false)
    });
    is_name_word(text, word, at == 0)
        || is_year_of_club(text, words, at + 1)
        || is_bare_place(text, words, at)
        || (before_name && is_given(text, word) && !is_common(text, word))
}

/// Whether a rare word stands bare behind a preposition of place, as only names do: `nach Esch`.
fn is_bare_place(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &*words[before].exact);
    let entry = lexicon::lookup(&key_of(text, &words[at]));
    let rare = entry.is_none_or(|entry| entry.frequency() < RARE);
    matches!(before, Some("nach" | "in" | "bei")) && rare && words[at].parts.len() < 2
}

/// Whether two digits behind a name are the year of a club: `Schalke 04`, `Hannover 96`.
fn is_year_of_club(text: &str, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|_| touches(text, words, at)) else {
        return false;
    };
    let written = &text[word.span.range()];
    let has_two_digits = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_digit());
    let counts = words
        .get(at + 1)
        .is_some_and(|next| next.capital && touches(text, words, at + 1));
    has_two_digits && !counts && (written.starts_with('0') || matches!(written, "60" | "96" | "98"))
}

/// Whether a word behind a name belongs to what follows: the country behind `Handball-WM`, the `Ende` of `Ende 2005`.
fn stands_apart(text: &str, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let dates = matches!(&*word.exact, "anfang" | "mitte" | "ende");
    let is_dated = words.get(at + 1).is_some_and(|next| next.number.is_some());
    let before = &words[at - 1];
    let is_country = country(&word.stem).is_some() && !before.hyphened;
    (dates && is_dated) || (is_country && is_acronym(text, before))
}

fn is_acronym(text: &str, word: &Word) -> bool {
    let mut letters = text[word.span.range()]
        .chars()
        .filter(|c| c.is_alphabetic());
    word.span.len() > 1 && letters.all(char::is_uppercase)
}

/// Whether a word that may be a given name is frequent as a noun: `Tod`.
fn is_common(text: &str, word: &Word) -> bool {
    let entry = lexicon::lookup(&key_of(text, word));
    entry.is_some_and(|entry| entry.is_listed() && entry.is_noun() && entry.frequency() > COMMON)
}

/// Whether a word is a given name or surname, perhaps beside being a word.
fn is_given(text: &str, word: &Word) -> bool {
    word.capital && lexicon::lookup(&key_of(text, word)).is_some_and(lexicon::Entry::is_name)
}

/// Whether a capitalised word is a name: the word list, which has no names, does not know it.
fn is_name_word(text: &str, word: &Word, opens: bool) -> bool {
    if !is_content(word.class) || word.number.is_some() {
        return false;
    }
    let written = &text[word.span.range()];
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return true;
    }
    if word.span.len() > LONGEST_SYLLABLE
        && NOUN_ENDINGS
            .iter()
            .any(|ending| word.exact.ends_with(ending))
    {
        return false;
    }
    match lexicon::lookup(&key_of(text, word)) {
        None => word.parts.len() < 2,
        Some(entry) => !entry.is_listed() && word.parts.len() < 2 && !(opens && entry.is_lower()),
    }
}
