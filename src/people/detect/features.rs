//! What a word looks like to the tagger: its features, from the word alone.

use super::class::Class;
use super::hash::{feature, text};
use super::hyphens;
use super::lists::Listed;
use super::seen::{Genitive, Seen, is_compound, strip_genitive};
use super::shape::Shape;
use super::tokens::{TokenKind, is_apostrophe, is_hyphen};
use crate::german::lexicon;

/// What kind of feature a number stands for; keeps equal values of different kinds apart.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(super) enum Template {
    /// The word itself.
    Word,
    /// Its last letters.
    Suffix,
    /// Its first letters.
    Prefix,
    /// Its case, signs and length.
    Shape,
    /// What the lexicon knows.
    Lexicon,
    /// The lists it is on.
    List,
    /// Whether it is a given name or a surname.
    Name,
    /// How often it stands behind a form of address.
    Share,
    /// The cluster of words used like it.
    Cluster,
    /// What stands before its first hyphen.
    FirstPiece,
    /// What stands behind its last hyphen.
    LastPiece,
    /// What its pieces are together.
    Pieces,
    /// It can be cut into words.
    Compound,
    /// Its class.
    Class,
    /// Two classes side by side.
    Pair,
    /// Three classes and more.
    Triple,
    /// It ends like a genitive.
    Genitive,
    /// What other places of the article say.
    Document,
}

/// One word with all that can be said of it without its neighbours.
#[derive(Clone, Debug)]
pub struct WordFeatures {
    /// Its class.
    pub class: Class,
    /// Whether it may be part of a name at all.
    pub candidate: bool,
    /// Whether it ends like a genitive.
    pub genitive: Genitive,
    /// Its features, as hashes; the first is the word itself.
    pub features: Vec<u32>,
}

/// Takes features.
#[derive(Debug, Default)]
pub(super) struct Sink(Vec<u32>);

impl Sink {
    /// Adds a feature.
    pub fn push(&mut self, template: Template, value: u32) {
        self.0.push(feature(template, value));
    }
}

/// Describes a token.
pub fn word_features(word: &str, kind: TokenKind) -> WordFeatures {
    let mut sink = Sink::default();
    sink.push(Template::Word, text(word));
    if matches!(kind, TokenKind::Sign | TokenKind::Seam) {
        let class = Class::of_sign(word);
        sink.push(Template::Class, class as u32);
        return WordFeatures {
            class,
            candidate: false,
            genitive: Genitive::No,
            features: sink.0,
        };
    }
    let mut key = String::new();
    lexicon::key(word.trim_end_matches('.'), &mut key);
    sink.push(Template::Shape, Shape::of(word, kind).bits());
    let (seen, genitive) = Seen::of_form(&key, kind);
    sink.push(Template::Genitive, genitive as u32);
    let templates = [Template::Lexicon, Template::List, Template::Name];
    describe(&seen, templates, &mut sink);
    describe_use(&seen, &mut sink);
    if genitive == Genitive::Yes {
        key.truncate(strip_genitive(&key).map_or(0, str::len));
        sink.push(Template::Word, text(&key));
    }
    describe_letters(&key, kind, &mut sink);
    let class = class(word, kind, &key, &seen, &mut sink);
    sink.push(Template::Class, class as u32);
    WordFeatures {
        class,
        candidate: is_candidate(word, kind, class, &seen),
        genitive,
        features: sink.0,
    }
}

/// What the sources know of a word or piece, under templates for lexicon, lists and names.
pub(super) fn describe(seen: &Seen, templates: [Template; 3], sink: &mut Sink) {
    let [lexicon, list, name] = templates;
    let known = seen.entry.map_or(0, |entry| {
        let flags = [
            entry.is_noun(),
            entry.is_lower(),
            entry.is_name(),
            entry.is_listed(),
        ];
        flags
            .iter()
            .rev()
            .fold(0, |bits, flag| bits << 1 | u32::from(*flag))
            << 1
            | 1
    });
    sink.push(lexicon, known);
    if let Some(entry) = seen.entry {
        sink.push(
            lexicon,
            64 + (known << 8) + (entry.frequency() / 2.0) as u32,
        );
    }
    let mut lists = seen.lists.bits();
    if lists.count_ones() > 1 {
        sink.push(list, u32::from(lists));
    }
    while lists != 0 {
        let lowest = lists & lists.wrapping_neg();
        sink.push(list, u32::from(lowest) | 1 << 16);
        lists ^= lowest;
    }
    sink.push(
        name,
        u32::from(seen.facts.is_given()) | u32::from(seen.facts.is_surname()) << 1,
    );
}

/// How speeches use the word.
fn describe_use(seen: &Seen, sink: &mut Sink) {
    let facts = seen.facts;
    if facts.addressed() > 0 {
        sink.push(Template::Share, facts.addressed() * 8 + facts.share());
        sink.push(Template::Share, 64 + facts.share());
    }
    if facts.cluster() > 0 {
        sink.push(Template::Cluster, facts.cluster());
    }
}

/// The beginning and the end of a word.
fn describe_letters(key: &str, kind: TokenKind, sink: &mut Sink) {
    let starts: Vec<usize> = key.char_indices().map(|(at, _)| at).collect();
    let capital = kind == TokenKind::Capital;
    for length in 2..=if capital { 5 } else { 3 } {
        if starts.len() > length {
            let ending = &key[starts[starts.len() - length]..];
            sink.push(Template::Suffix, text(ending) ^ u32::from(capital));
        }
    }
    for length in 2..=4 {
        if capital && starts.len() > length {
            sink.push(Template::Prefix, text(&key[..starts[length]]));
        }
    }
}

fn class(word: &str, kind: TokenKind, key: &str, seen: &Seen, sink: &mut Sink) -> Class {
    if word.contains(is_hyphen) {
        let class = hyphens::describe(word, sink);
        return if kind == TokenKind::Lower {
            Class::Lower
        } else {
            class
        };
    }
    match Class::of(word, kind, key, seen) {
        Class::Unknown if is_compound(word) => {
            sink.push(Template::Compound, 1);
            Class::Compound
        }
        class => class,
    }
}

fn is_candidate(word: &str, kind: TokenKind, class: Class, seen: &Seen) -> bool {
    match kind {
        TokenKind::Capital => {
            let plain = matches!(
                class,
                Class::Noun | Class::CapitalLower | Class::Role | Class::Time
            );
            class != Class::Honorific && !(plain && seen.is_no_name())
        }
        TokenKind::Initial => true,
        TokenKind::Lower => {
            let joined = word.contains(is_hyphen) || word.contains(is_apostrophe);
            let particle = [Listed::Particle, Listed::ForeignParticle];
            particle.iter().any(|list| seen.lists.has(*list))
                || joined && word.contains(char::is_uppercase)
        }
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Sign | TokenKind::Seam => false,
    }
}

/// What the neighbours add: features of the classes around a token, `around[2]` being its own.
pub fn context_features(around: [Class; 5], genitive: Genitive) -> [u32; 9] {
    let class = |place: usize| around[place] as u32 + 1;
    let joined = |kind: u32, places: &[usize]| {
        places
            .iter()
            .fold(kind, |value, &place| value << 6 | class(place))
    };
    [
        feature(Template::Pair, joined(1, &[1, 2])),
        feature(Template::Pair, joined(2, &[2, 3])),
        feature(Template::Pair, joined(3, &[1, 3])),
        feature(Template::Triple, joined(1, &[0, 1, 2])),
        feature(Template::Triple, joined(2, &[1, 2, 3])),
        feature(Template::Triple, joined(3, &[2, 3, 4])),
        feature(Template::Triple, joined(1, &[0, 1, 2, 3])),
        feature(Template::Triple, joined(2, &[1, 2, 3, 4])),
        feature(Template::Genitive, joined(genitive as u32 + 1, &[2, 3])),
    ]
}
