//! The word lists, merged by look-up key.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use beleg::german::lexicon::{Entry, Facts, Link, key};

use crate::affixes::{may_head, may_modify};
use crate::cuts::{Counts, Cuts, Lexeme};

/// Words of the official texts below this count are as often misprints as words.
const RARE: f32 = 3.0;

/// From this count a word that only the official texts have may be a part of compounds.
const ESTABLISHED: f32 = 60.0;

/// A modifier that is no word (`haftungs`) is kept from this many compounds on.
const KEPT_MODIFIER: f32 = 2.0;

/// Every key with what the lists say of it.
pub struct Vocabulary {
    pub words: BTreeMap<String, Word>,
}

#[derive(Default)]
pub struct Word {
    pub facts: Facts,
}

impl Word {
    /// Whether it may be a part of compounds.
    fn usable(&self) -> bool {
        self.facts.listed || self.facts.count >= ESTABLISHED
    }
}

impl Vocabulary {
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut vocabulary = Self {
            words: BTreeMap::new(),
        };
        let read = |name| fs::read_to_string(folder.join(name));
        read("german-words.txt")?
            .lines()
            .for_each(|word| vocabulary.add_word(word));
        for line in read("official-texts-frequency.tsv")?.lines() {
            vocabulary
                .add_frequency(line)
                .ok_or_else(|| format!("not a frequency: {line}"))?;
        }
        read("given-names.txt")?
            .lines()
            .for_each(|name| vocabulary.add_name(name));
        read("surnames-de.txt")?
            .lines()
            .for_each(|name| vocabulary.add_name(name));
        Ok(vocabulary)
    }

    fn add_word(&mut self, word: &str) {
        let facts = &mut self.words.entry(key_of(word)).or_default().facts;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        facts.listed = true;
        facts.noun |= capital;
        facts.lower |= !capital;
    }

    fn add_frequency(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        let key = key_of(columns.next()?);
        let count: f32 = columns.next()?.parse().ok()?;
        let capital: f32 = columns.next()?.parse().ok()?;
        if let Some(word) = self.words.get_mut(&key) {
            word.facts.count += count;
        } else if count >= RARE && key.chars().all(char::is_alphabetic) {
            let noun = capital >= 0.5;
            let facts = Facts {
                noun,
                lower: !noun,
                count,
                ..Facts::default()
            };
            self.words.insert(key, Word { facts });
        }
        Some(())
    }

    fn add_name(&mut self, name: &str) {
        let key = key_of(name.trim_start_matches('\u{feff}').trim());
        if key.chars().count() >= 3 && key.chars().all(char::is_alphabetic) {
            self.words.entry(key).or_default().facts.name = true;
        }
    }

    pub fn note_parts(&mut self, cuts: &Cuts, counts: &Counts) {
        for (form, &count) in cuts.modifiers.iter().zip(&counts.modifies) {
            if count >= KEPT_MODIFIER || self.words.contains_key(&form.text) {
                let facts = &mut self.words.entry(form.text.clone()).or_default().facts;
                facts.modifies = count;
                facts.link = form.link;
            }
        }
        for (key, word) in &mut self.words {
            let heads = |noun: bool| {
                let head = cuts.heads.get(&Lexeme::new(key, noun));
                head.map_or(0.0, |&head| counts.heads[head])
            };
            let noun = if word.facts.noun { heads(true) } else { 0.0 };
            let lower = if word.facts.lower { heads(false) } else { 0.0 };
            word.facts.heads = noun.max(lower);
            word.facts.never_modifies = !may_modify(key);
            word.facts.never_heads = !may_head(key);
        }
    }

    pub fn write(&self, target: &Path) -> Result<usize, Box<dyn Error>> {
        let mut builder = fst::MapBuilder::memory();
        for (key, word) in &self.words {
            builder.insert(key, Entry::pack(&word.facts).bits())?;
        }
        let bytes = builder.into_inner()?;
        fs::write(target, &bytes)?;
        Ok(bytes.len())
    }

    pub fn is(&self, key: &str, kind: fn(&Facts) -> bool) -> bool {
        self.words
            .get(key)
            .is_some_and(|word| word.usable() && kind(&word.facts))
    }

    /// How `form` is made from a word, when it can be a modifier.
    pub fn link(&self, form: &str) -> Option<Link> {
        Link::ALL
            .into_iter()
            .find(|link| self.links(form, *link))
            .or_else(|| {
                self.is(form, |facts| facts.noun || facts.lower)
                    .then_some(Link::None)
            })
    }

    fn links(&self, form: &str, link: Link) -> bool {
        let Some(stem) = form.strip_suffix(link.added()) else {
            return false;
        };
        let word = format!("{stem}{}", link.dropped());
        let letters = word.chars().count();
        match link {
            Link::None => self.is_modifier_as_it_stands(form),
            Link::DroppedEn => letters >= 5 && self.is(&word, |facts| facts.lower),
            Link::DroppedE => letters >= 4 && self.is(&word, |facts| facts.noun || facts.lower),
            _ => letters >= 3 && self.is(&word, |facts| facts.noun),
        }
    }

    /// Whether a form is a word that has lost or gained nothing: not *schul*, not *staats*.
    ///
    /// Only the word list can say so; the official texts also have fragments (`Hilfs- und`).
    fn is_modifier_as_it_stands(&self, form: &str) -> bool {
        let noun = self.is(form, |facts| facts.noun && facts.listed);
        let shortened = !noun && self.is(&format!("{form}e"), |facts| facts.noun);
        let word = noun || self.is(form, |facts| facts.lower && facts.listed);
        word && !shortened && !self.is_genitive(form)
    }

    /// Whether the final s of a form is an ending.
    fn is_genitive(&self, form: &str) -> bool {
        ["es", "s"].iter().any(|ending| {
            form.strip_suffix(ending).is_some_and(|stem| {
                let letters = stem.chars().count();
                letters >= 4 && self.is(stem, |facts| facts.noun) || TAKES_S.contains(&stem)
            })
        })
    }
}

/// Nouns of three letters that take a linking s.
const TAKES_S: [&str; 5] = ["amt", "art", "ort", "rat", "tag"];

fn key_of(word: &str) -> String {
    let mut buffer = String::new();
    key(word, &mut buffer);
    buffer
}
