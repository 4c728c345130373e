//! Sentences made ready to be compared, of claims and of sources alike.

mod clauses;
mod names;
mod persons;
mod verbs;
mod words;

pub(super) use persons::Persons;

use std::collections::HashMap;

use super::thesaurus::Thesaurus;
use super::times::{Time, times};
use super::values::{Quantity, Unit, quantities};
use super::word::{Key, KeyKind, Offer, Word, worth_in};
use crate::article::BlockKind;
use crate::german::{Aliases, Analyzer, DateInterval};
use crate::span::TextSpan;

/// What of an article is compared with a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The headline.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<DateInterval>,
    /// Blocks of it in their order, whole or in runs of whole sentences.
    pub blocks: Vec<SourceBlock>,
}

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceBlock {
    /// Its number in the article.
    pub number: u32,
    /// Its role.
    pub kind: BlockKind,
    /// Its text.
    pub text: String,
}

/// A sentence with everything that can be compared.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its bytes in the block.
    pub span: TextSpan,
    pub words: Vec<Word>,
    pub quantities: Vec<Quantity>,
    pub times: Vec<Time>,
    pub names: Vec<Name>,
    /// Numbers of words that deny: `nicht`, `kein`.
    pub negations: Vec<usize>,
}

/// A name of one word or several.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Numbers of its words: from, and one past.
    pub words: (usize, usize),
    /// What names of the same thing have in common, when it is a known one.
    pub keys: Vec<Offer>,
    /// Whether it is the name of a person.
    pub person: bool,
    /// The words of the fullest name that the article has for the person.
    pub full: Vec<Word>,
}

/// A place of a sentence that names a person, and the person's fullest name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person<'a> {
    /// Bytes of the sentence.
    pub span: TextSpan,
    pub name: &'a str,
}

impl Sentence {
    /// The most that any word or name of the sentence is worth for a key.
    pub fn worth_of(&self, key: Key) -> f32 {
        let words = self.words.iter().map(|word| word.worth_of(key));
        let names = self.names.iter().map(|name| worth_in(&name.keys, key));
        words.chain(names).fold(0.0, f32::max)
    }

    /// The name that a word belongs to.
    pub fn name_at(&self, word: usize) -> Option<&Name> {
        self.names
            .iter()
            .find(|name| (name.words.0..name.words.1).contains(&word))
    }
}

/// Reads sentences; it keeps what it has found out about the words it has met.
pub(super) struct Reader<'a> {
    analyzer: &'a mut Analyzer,
    aliases: &'a Aliases,
    thesaurus: &'static Thesaurus,
    /// The keys of stems, which are costly to find.
    offers: HashMap<Box<str>, Box<[Offer]>>,
    /// The keys of names.
    name_keys: HashMap<Box<str>, Box<[Offer]>>,
}

impl<'a> Reader<'a> {
    /// A reader that has met no word.
    pub fn new(analyzer: &'a mut Analyzer, aliases: &'a Aliases) -> Self {
        Self {
            analyzer,
            aliases,
            thesaurus: Thesaurus::builtin(),
            offers: HashMap::new(),
            name_keys: HashMap::new(),
        }
    }

    /// What the sentence at `span` of `text` holds, in which these persons are named.
    pub fn sentence(&mut self, text: &str, span: TextSpan, persons: &[Person<'_>]) -> Sentence {
        let sentence = &text[span.range()];
        let (mut words, calendar) = self.words(sentence);
        clauses::number(sentence, &mut words);
        verbs::join_particles(&mut words);
        let names = self.names(sentence, &mut words, persons);
        for word in &mut words {
            let is_acronym =
                word.span.len() > 1 && sentence[word.span.range()].chars().all(char::is_uppercase);
            word.offers = if word.name && !is_acronym {
                Self::offers_of_name(&word.stem)
            } else {
                self.offers_of(&word.stem, word.is_content())
            };
        }
        for at in 0..words.len() {
            let belongs = words[at].capital && words[at].exact.ends_with("er");
            let to_noun = words.get(at + 1).is_some_and(|next| next.capital);
            if let Some(root) = words::place_root(&words[at].exact).filter(|_| belongs && to_noun) {
                let place = words::offer(KeyKind::Place, root, words::PLACE);
                words[at].offers.push(place);
            }
            if !words[at].capital {
                let places = words::places_of_adjective(&words[at].stem);
                words[at].offers.extend(places);
            }
        }
        self.add_phrases(&mut words);
        let times = times(sentence, &words, &calendar);
        let mut taken = vec![false; words.len()];
        let of_times = times.iter().map(|time| time.words);
        for (from, to) in of_times.chain(names.iter().map(|name| name.words)) {
            taken[from..to].fill(true);
        }
        let mut quantities = quantities(sentence, &words, &taken);
        for quantity in &mut quantities {
            quantity.age |= quantity.unit == Unit::Time && is_age(quantity, &words, &names);
        }
        let negations = (0..words.len())
            .filter(|at| clauses::denies(sentence, &words, *at))
            .collect();
        Sentence {
            span,
            words,
            quantities,
            times,
            names,
            negations,
        }
    }
}

/// How many words behind an adjective the name of whose age it tells begins: `die 62-jährige Ärztin Rita Kolb`.
const AGED_WITHIN: usize = 3;

/// Whether a time is how old somebody is who is named behind it.
fn is_age(quantity: &Quantity, words: &[Word], names: &[Name]) -> bool {
    let (first, behind) = quantity.words;
    let is_adjective = words[first..behind]
        .iter()
        .any(|word| word.exact.contains("jaehrig"));
    let mut persons = names.iter().filter(|name| name.person);
    is_adjective
        && persons.any(|name| {
            let near = behind..behind + AGED_WITHIN;
            near.contains(&name.words.0) && words[name.words.0].member == words[first].member
        })
}
