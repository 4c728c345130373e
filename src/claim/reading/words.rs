//! From tokens to words with keys.

use super::Reader;
use crate::claim::word::{Key, KeyKind, Offer, Part, Word};
use crate::german::{DateInterval, TokenKind, WordClass, WordPart, country, lexicon, root, stem};
use crate::span::TextSpan;

/// The worth of what two words have in common.
const ROOT: f32 = 0.8;
const SAME: f32 = 0.95;
const NEAR: f32 = 0.75;
const COUNTRY: f32 = 0.97;
pub(super) const PLACE: f32 = 0.9;

/// The fewest bytes of the parts of a guessed compound: of its head when that is known, of what stands
/// before it, and of a known modifier before an unknown head.
const SHORTEST_HEAD: usize = 5;
const SHORTEST_MODIFIER: usize = 3;
const SHORTEST_KNOWN_MODIFIER: usize = 6;

/// Roots of fewer bytes bring strangers together.
const SHORTEST_ROOT: usize = 4;

/// Verbs and nouns that say little by themselves, by their stems.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "komm", "geh", "mach", "geb", "steh", "lieg", "bring", "nehm", "stell", "setz", "lass", "bleib", "halt", "fuehr", "seh", "tu",
    "leg", "bekomm", "erhalt", "find", "stattfind", "sag", "erklaer", "mitteil", "bericht", "meld", "geword", "handel", "gelt", "gehoer",
    "erfolg", "heiss", "nenn", "zeig", "laut", "angab", "darstellung", "jahr", "tag", "fall", "zeit", "ort", "mensch", "person", "land", "stadt",
    "gross", "klein", "neu", "ander", "letzt", "vergang", "kurz", "lang", "hoch", "ganz", "gut", "zahl", "rahmen", "anfang", "begin", "beginn", "ende",
    "gemeinsam", "offenbar", "zuletzt", "zunaechst", "erst", "derzeit", "jed", "sowie", "darunter", "hoeh", "bezeichn", "hundert", "tausend", "million", "milliard",
    "ueberhaupt", "absolut", "beginn", "dabei", "ungefaehr", "gegend", "weg", "insgesamt", "vorerst", "zudem", "demnach", "dortig", "betreff", "entsprech",
    "eigen", "wichtig", "aktuell", "moeglich", "einzig", "oeffentlich", "offiziell", "gesamt", "befind", "hab", "sein", "werd", "hatt", "wurd",
];

/// The weight of a word that says little by itself.
const LIGHT_WEIGHT: f32 = 0.3;
/// The most that frequency takes from the weight of a word.
const FREQUENCY_SHARE: f32 = 0.5;
/// The natural logarithm of the count of the most frequent words.
const MOST_FREQUENT: f32 = 14.4;

/// Days that the analysis has read in a sentence, and where.
type Calendar = Vec<(TextSpan, DateInterval)>;

impl Reader<'_> {
    /// The words of a sentence, without the keys of whole words, and the days written in it.
    pub(super) fn words(&mut self, text: &str) -> (Vec<Word>, Calendar) {
        let mut words: Vec<Word> = Vec::new();
        let mut calendar = Vec::new();
        let mut joined: Vec<(usize, Box<str>)> = Vec::new();
        let mut key = String::new();
        let mut raw: Vec<(usize, Box<[WordPart]>)> = Vec::new();
        self.analyzer.analyze(text, |token| match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let surface = &text[token.span.range()];
                let first = surface.chars().next().unwrap_or_default();
                lexicon::key(surface, &mut key);
                let number = match token.kind {
                    TokenKind::Number => decimal(&token.word.exact),
                    _ => token.word.number.as_deref().and_then(decimal),
                };
                raw.push((words.len(), token.word.parts.clone()));
                words.push(Word {
                    span: token.span,
                    exact: token.word.exact.clone(),
                    stem: token.word.stem.clone(),
                    class: token.word.class,
                    capital: first.is_uppercase(),
                    name: false,
                    number,
                    hyphened: text[token.span.end()..].starts_with(['-', '‑']),
                    clause: 0,
                    member: 0,
                    weight: weight(&key, &token.word.stem),
                    offers: Vec::new(),
                    parts: Vec::new(),
                });
            }
            TokenKind::Joined | TokenKind::Completed => {
                joined.push((words.len(), token.word.stem.clone()));
            }
            TokenKind::Value => {
                if let Ok(day) = DateInterval::parse(&token.word.exact) {
                    let whole = token.word.exact.len() == 10;
                    calendar.extend(whole.then_some((token.span, day)));
                }
            }
        });
        for (at, parts) in raw {
            words[at].parts = self.parts(&parts);
            let surface = &text[words[at].span.range()];
            if words[at].parts.is_empty() && words[at].is_content() && words[at].capital {
                words[at].parts = self.guessed_parts(surface);
            }
        }
        for (at, stem) in joined {
            if let Some(word) = at.checked_sub(1).and_then(|at| words.get_mut(at)) {
                word.parts.push(Part {
                    weight: 0.0,
                    head: true,
                    offers: self.offers_of(&stem, true),
                    stem,
                });
            }
        }
        (words, calendar)
    }

    fn parts(&mut self, parts: &[WordPart]) -> Vec<Part> {
        parts
            .iter()
            .map(|part| Part {
                stem: part.stem.clone(),
                weight: part.weight.max(0.1),
                head: part.head,
                offers: self.offers_of(&part.stem, true),
            })
            .collect()
    }

    /// The parts of a compound that the analysis does not know, by a known noun that it ends in or begins
    /// with: `Bugfahrwerk`, `Überschalljets`. Endings that names of places share tell nothing.
    fn guessed_parts(&mut self, surface: &str) -> Vec<Part> {
        let mut key = String::new();
        lexicon::key(surface, &mut key);
        if lexicon::lookup(&key).is_some() || surface.chars().skip(1).any(|c| !c.is_lowercase()) {
            return Vec::new();
        }
        let Some(cut) = cut_of(surface) else {
            return Vec::new();
        };
        [(cut.0, false), (cut.1, true)]
            .into_iter()
            .map(|(part, head)| {
                let stem = stem(part).into_boxed_str();
                Part {
                    weight: 0.5,
                    head,
                    offers: self.offers_of(&stem, true),
                    stem,
                }
            })
            .collect()
    }

    /// What a word of a name can be matched by: itself, and other words for the country.
    pub(super) fn offers_of_name(stem: &str) -> Vec<Offer> {
        let mut offers = vec![offer(KeyKind::Stem, stem, 1.0)];
        offers.extend(country(stem).map(|country| offer(KeyKind::Country, country, COUNTRY)));
        offers.extend(place_root(stem).map(|root| offer(KeyKind::Place, root, PLACE)));
        offers
    }

    /// What a stem can be matched by; function words by nothing but itself.
    pub(super) fn offers_of(&mut self, stem: &str, content: bool) -> Vec<Offer> {
        if !content {
            return vec![offer(KeyKind::Stem, stem, 1.0)];
        }
        if let Some(known) = self.offers.get(stem) {
            return known.to_vec();
        }
        let mut offers = vec![offer(KeyKind::Stem, stem, 1.0)];
        let derived = root(stem);
        if derived.len() >= SHORTEST_ROOT {
            offers.push(offer(KeyKind::Root, derived, ROOT));
        }
        offers.extend(country(stem).map(|country| offer(KeyKind::Country, country, COUNTRY)));
        let groups = self.thesaurus.groups(stem);
        offers.extend(groups.same.iter().map(|group| Offer {
            key: *group,
            worth: SAME,
        }));
        offers.extend(groups.near.iter().map(|group| Offer {
            key: *group,
            worth: NEAR,
        }));
        self.offers.insert(stem.into(), offers.clone().into());
        offers
    }

    /// Gives the weightiest word of a known phrase its keys: `ums Leben kommen` is `sterben`.
    pub(super) fn add_phrases(&mut self, words: &mut [Word]) {
        for place in 0..words.len() {
            for phrase in self.thesaurus.phrases(&words[place].stem) {
                if phrase.stands_at(words, place) {
                    words[place].offers.push(Offer {
                        key: phrase.group,
                        worth: SAME,
                    });
                }
            }
        }
    }
}

/// Endings that names of places and families share with nouns.
const NAME_HEADS: [&str; 40] = [
    "burg", "berg", "dorf", "stadt", "hausen", "haus", "heim", "bach", "feld", "felden", "tal",
    "thal", "brück", "brücken", "furt", "hafen", "kirchen", "kirche", "wald", "au", "see", "stein",
    "stedt", "ingen", "horst", "bronn", "brunn", "mann", "meyer", "meier", "maier", "müller",
    "bauer", "schmidt", "hof", "hofer", "moor", "werder", "kreis", "land",
];

/// Cuts a compound before the longest known noun it ends in, else behind the longest it begins with.
fn cut_of(surface: &str) -> Option<(&str, &str)> {
    let is_noun = |part: &str| {
        let mut key = String::new();
        lexicon::key(part, &mut key);
        lexicon::lookup(&key).is_some_and(|entry| entry.is_listed() && entry.is_noun())
    };
    let cuts = || surface.char_indices().map(|(at, _)| at);
    let is_name = NAME_HEADS.iter().any(|head| surface.ends_with(head));
    let head = cuts().find(|at| {
        *at >= SHORTEST_MODIFIER && surface.len() - at >= SHORTEST_HEAD && is_noun(&surface[*at..])
    });
    let modifier = || {
        cuts().rev().find(|at| {
            *at >= SHORTEST_KNOWN_MODIFIER
                && surface.len() - at >= SHORTEST_MODIFIER
                && is_noun(&surface[..*at])
        })
    };
    let cut = head
        .filter(|_| !is_name)
        .or_else(|| modifier().filter(|_| !is_name))?;
    Some(surface.split_at(cut))
}

/// What the name of a place shares with the word for its inhabitants and what is theirs: `muench` of
/// `München` and `Münchner`.
pub(super) fn place_root(word: &str) -> Option<&str> {
    let base = word.strip_suffix("er").unwrap_or(word);
    let shorter = ["en", "n", "e"]
        .iter()
        .find_map(|ending| base.strip_suffix(ending));
    let root = shorter
        .filter(|root| root.len() >= SHORTEST_ROOT)
        .unwrap_or(base);
    (root.len() >= SHORTEST_ROOT).then_some(root)
}

/// The places that an adjective may belong to: `hamburg` of `hamburgisch`, `sachs` of `sächsisch`.
pub(super) fn places_of_adjective(stem: &str) -> Vec<Offer> {
    let base = stem
        .strip_suffix("isch")
        .or_else(|| stem.strip_suffix("sch"));
    let Some(root) = base.filter(|base| base.len() >= SHORTEST_ROOT) else {
        return Vec::new();
    };
    let mut places = vec![offer(KeyKind::Place, root, PLACE)];
    if root.contains("ae") {
        places.push(offer(KeyKind::Place, &root.replace("ae", "a"), PLACE));
    }
    places
}

pub(super) fn offer(kind: KeyKind, text: &str, worth: f32) -> Offer {
    Offer {
        key: Key::new(kind, text),
        worth,
    }
}

/// A number in the analysis' spelling: digits with a decimal comma.
fn decimal(digits: &str) -> Option<f64> {
    digits.replace(',', ".").parse().ok()
}

/// How much a word says: rare words more than frequent ones.
fn weight(key: &str, stem: &str) -> f32 {
    if LIGHT.contains(&stem) {
        return LIGHT_WEIGHT;
    }
    let frequency = lexicon::lookup(key).map_or(0.0, lexicon::Entry::frequency);
    1.0 - FREQUENCY_SHARE * (frequency / MOST_FREQUENT).min(1.0)
}

/// Whether a word carries meaning by its class.
pub(super) fn is_content(class: WordClass) -> bool {
    class == WordClass::Content
}
