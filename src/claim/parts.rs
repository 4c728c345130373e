//! A claim taken apart into what a source may state or contradict.

use super::reading::{Name, Persons, Reader, Sentence, SourceBlock};
use super::thesaurus::Thesaurus;
use super::times::Time;
use super::values::{Quantity, Unit};
use super::word::Word;
use crate::article::BlockKind;
use crate::german::{Aliases, Analyzer};
use crate::people::Recognizer;
use crate::span::TextSpan;

/// A claim taken apart.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The claim as given.
    pub text: String,
    pub(super) sentence: Sentence,
    pub(super) items: Vec<Item>,
}

/// Something that a source may state, lack or contradict.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub kind: ItemKind,
    /// How much of the claim it is.
    pub weight: f32,
    /// The word it stands at.
    pub at: usize,
}

/// What an item is, by its number in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    Term(usize),
    Name(usize),
    Quantity(usize),
    Time(usize),
}

const NAME: f32 = 1.2;
const QUANTITY: f32 = 1.2;
const ORDINAL: f32 = 0.4;
const TIME: f32 = 1.0;

impl Claim {
    /// Takes a claim apart.
    pub fn read(text: &str, analyzer: &mut Analyzer, aliases: &Aliases) -> Self {
        let text = text.trim();
        let mut reader = Reader::new(analyzer, aliases);
        let whole = TextSpan::new(0, text.len());
        let block = SourceBlock {
            number: 0,
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
        };
        let persons = Persons::of(&mut Recognizer::new(), &[block]);
        let sentence = reader.sentence(text, whole, &persons.within(0, whole));
        let items = items(&sentence);
        Self {
            text: text.to_owned(),
            sentence,
            items,
        }
    }

    /// Whether there is anything in it that a source could state.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(super) fn word(&self, number: usize) -> &Word {
        &self.sentence.words[number]
    }

    pub(super) fn name(&self, number: usize) -> &Name {
        &self.sentence.names[number]
    }

    pub(super) fn quantity(&self, number: usize) -> &Quantity {
        &self.sentence.quantities[number]
    }

    pub(super) fn time(&self, number: usize) -> &Time {
        &self.sentence.times[number]
    }

    /// The items that are names.
    pub(super) fn named(&self) -> impl Iterator<Item = (usize, &Name)> {
        let items = self.items.iter().enumerate();
        items.filter_map(|(item, named)| match named.kind {
            ItemKind::Name(name) => Some((item, self.name(name))),
            _ => None,
        })
    }

    /// Numbers of the items that are words in lower case: verbs and what goes with them.
    pub(super) fn verbs(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.items.len()).filter(|item| match self.items[*item].kind {
            ItemKind::Term(word) => !self.word(word).capital,
            _ => false,
        })
    }

    /// The words of an item: from, and one past.
    pub(super) fn words_of(&self, item: &Item) -> (usize, usize) {
        match item.kind {
            ItemKind::Term(word) => (word, word + 1),
            ItemKind::Name(name) => self.name(name).words,
            ItemKind::Quantity(quantity) => self.quantity(quantity).words,
            ItemKind::Time(time) => self.time(time).words,
        }
    }

    /// The bytes of an item in the text.
    pub(super) fn span_of(&self, item: &Item) -> TextSpan {
        let (from, to) = self.words_of(item);
        TextSpan::new(self.word(from).span.start(), self.word(to - 1).span.end())
    }

    /// Whether a name stands behind a preposition of place.
    pub(super) fn is_place(&self, name: usize) -> bool {
        let before = self.name(name).words.0.checked_sub(1);
        let preposition = before.map(|before| &*self.word(before).exact);
        matches!(preposition, Some("in" | "nach" | "aus" | "bei" | "nahe"))
    }

    /// Whether two words of claim and source exclude one another, by themselves or by parts.
    pub(super) fn excludes(&self, word: usize, other: &Word) -> bool {
        let thesaurus = Thesaurus::builtin();
        let own = self.word(word);
        if thesaurus.exclude(&own.stem, &other.stem) {
            return own.capital == other.capital;
        }
        let head = |word: &Word| {
            let part = word
                .parts
                .iter()
                .find(|part| part.head && part.weight > 0.0);
            part.map(|part| part.stem.clone())
        };
        let modifiers = |word: &Word| -> Vec<Box<str>> {
            let parts = word.parts.iter().filter(|part| !part.head);
            parts.map(|part| part.stem.clone()).collect()
        };
        let others = modifiers(other);
        let excluded = |stem: &str| others.iter().any(|other| thesaurus.exclude(stem, other));
        head(own).is_some()
            && head(own) == head(other)
            && modifiers(own).iter().any(|stem| excluded(stem))
    }
}

fn items(sentence: &Sentence) -> Vec<Item> {
    let mut taken = vec![false; sentence.words.len()];
    let mut items = Vec::new();
    for (number, time) in sentence.times.iter().enumerate() {
        taken[time.words.0..time.words.1].fill(true);
        items.push(Item {
            kind: ItemKind::Time(number),
            weight: TIME,
            at: time.words.0,
        });
    }
    for (number, quantity) in sentence.quantities.iter().enumerate() {
        if quantity.article {
            continue;
        }
        // A noun that holds its number is a word of the claim, too: `Zweijahresvertrag`.
        let words = quantity.words.0..quantity.words.1;
        let is_noun = words.len() == 1 && sentence.words[words.start].is_noun() && !quantity.age;
        taken[words].fill(!(is_noun && quantity.unit == Unit::Time));
        let weight = if quantity.unit.is_place() {
            ORDINAL
        } else {
            QUANTITY
        };
        items.push(Item {
            kind: ItemKind::Quantity(number),
            weight,
            at: quantity.words.0,
        });
    }
    for (number, name) in sentence.names.iter().enumerate() {
        if taken[name.words.0] {
            continue;
        }
        taken[name.words.0..name.words.1].fill(true);
        items.push(Item {
            kind: ItemKind::Name(number),
            weight: NAME,
            at: name.words.0,
        });
    }
    for (number, word) in sentence.words.iter().enumerate() {
        if word.is_content() && !taken[number] {
            items.push(Item {
                kind: ItemKind::Term(number),
                weight: word.weight,
                at: number,
            });
        }
    }
    items.sort_by_key(|item| item.at);
    items
}
