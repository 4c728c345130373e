//! What name lists and official speeches tell of words.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use beleg::german::{Table, lexicon};
use beleg::people::detect::names::NameFacts;
use beleg::people::detect::tokens::{TokenKind, Tokens};
use beleg::span::TextSpan;
use serde_json::Value;

use crate::clusters::Clusters;

/// Words that stand before the names of members of parliament.
const ADDRESSES: &str = "
    Herr Herrn Frau Kollege Kollegen Kollegin Kolleginnen Dr. Prof. Minister Ministerin
    Bundesminister Bundesministerin Kanzler Kanzlerin Bundeskanzler Bundeskanzlerin Abgeordnete
    Abgeordneten Abgeordneter Staatssekretär Staatssekretärin Präsident Präsidentin Vizepräsident
    Vizepräsidentin Ministerpräsident Ministerpräsidentin Senator Staatsminister Staatsministerin
";

/// A word that no list has is kept when it was so often addressed.
const OFTEN: u32 = 3;

/// From so many places on, how often a word was addressed says something.
const TWICE: u32 = 2;

/// The bytes of the table of names.
pub fn learn(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut words = Words::new();
    let lists = folder.join("lexicon");
    words.read_list(&lists.join("given-names.txt"), |word| word.given = true)?;
    words.read_list(&lists.join("surnames-de.txt"), |word| word.surname = true)?;
    let given = words.by_key.iter().filter(|(_, word)| word.given);
    let given: BTreeSet<String> = given.map(|(key, _)| key.clone()).collect();
    let mut clusters = Clusters::default();
    let mut authors = BTreeSet::new();
    let speeches = File::open(folder.join("scale/bundestag-speeches.jsonl"))?;
    for line in BufReader::new(speeches).lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let field = |name: &str| record[name].as_str().unwrap_or_default();
        authors.insert(field("author").to_owned());
        words.read_speech(field("text"), &given, &mut clusters);
    }
    authors.iter().for_each(|author| words.add_author(author));
    for (key, cluster) in clusters.learn() {
        words.of(&key).cluster = cluster;
    }
    words
        .encode()
        .ok_or_else(|| "the words do not ascend".into())
}

struct Words {
    by_key: BTreeMap<String, Word>,
    addresses: HashSet<&'static str>,
    key: String,
}

#[derive(Default)]
struct Word {
    given: bool,
    surname: bool,
    capital: u32,
    addressed: u32,
    cluster: u32,
}

impl Words {
    fn new() -> Self {
        Self {
            by_key: BTreeMap::new(),
            addresses: ADDRESSES.split_whitespace().collect(),
            key: String::new(),
        }
    }

    fn of(&mut self, word: &str) -> &mut Word {
        lexicon::key(word, &mut self.key);
        self.by_key.entry(self.key.clone()).or_default()
    }

    fn read_list(&mut self, file: &Path, note: impl Fn(&mut Word)) -> Result<(), Box<dyn Error>> {
        for name in fs::read_to_string(file)?.lines() {
            let name = name.trim_start_matches('\u{feff}').trim();
            if name.chars().count() > 1 && !name.contains(' ') {
                note(self.of(name));
            }
        }
        Ok(())
    }

    /// Counts how often words stand with a capital inside a sentence, and how often behind an address,
    /// perhaps with a given name between.
    fn read_speech(&mut self, text: &str, given: &BTreeSet<String>, clusters: &mut Clusters) {
        let mut addressed = false;
        let mut starts_sentence = true;
        clusters.part();
        let tokens = Tokens::new(text, TextSpan::new(0, text.len()));
        for token in tokens.filter(|token| token.kind != TokenKind::Seam) {
            let surface = &text[token.span.range()];
            lexicon::key(surface, &mut self.key);
            clusters.add(&self.key);
            let is_address = self.addresses.contains(surface);
            if is_address || token.kind != TokenKind::Capital || starts_sentence {
                addressed = is_address;
            } else {
                let word = self.by_key.entry(self.key.clone()).or_default();
                word.capital += 1;
                word.addressed += u32::from(addressed);
                addressed &= given.contains(&self.key);
            }
            starts_sentence = matches!(surface, "." | "!" | "?" | ":" | "–");
        }
    }

    /// Takes note of the names of a speaker, without what the protocol puts before them.
    fn add_author(&mut self, author: &str) {
        let is_name = |name: &&str| {
            let office =
                name.ends_with('.') || name.starts_with("Vize") || name.contains("räsident");
            !office && name.starts_with(char::is_uppercase)
        };
        let names: Vec<&str> = author.split([' ', '\u{a0}']).filter(is_name).collect();
        let [given @ .., surname] = names.as_slice() else {
            return;
        };
        if !given.is_empty() {
            given.iter().for_each(|name| self.of(name).given = true);
            self.of(surname).surname = true;
        }
    }

    fn encode(&self) -> Option<Vec<u8>> {
        let kept = self.by_key.iter().filter(|(key, word)| word.is_kept(key));
        Table::encode(kept.map(|(key, word)| (key.as_str(), word.facts().bits())))
    }
}

impl Word {
    fn is_kept(&self, key: &str) -> bool {
        let often = self.addressed >= OFTEN && key.len() > 2;
        self.given || self.surname || self.cluster > 0 || often
    }

    fn facts(&self) -> NameFacts {
        let (count, share) = if self.addressed < TWICE {
            (0, 0)
        } else {
            let share = f64::from(self.addressed) / f64::from(self.capital);
            (self.addressed.ilog2(), (share * 7.99) as u32)
        };
        NameFacts::pack(self.given, self.surname, count, share, self.cluster)
    }
}
