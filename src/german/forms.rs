//! The forms of a word: what the chain makes of it behind the scanner.

use super::cache::{Reading, WordCache};
use super::compounds::{self, Part, Role};
use super::fold::fold;
use super::function_words::{WordClass, class};
use super::hyphens;
use super::knowledge::Knowledge;
use super::number_words;
use super::stem::GermanStemmer;
use super::surface::{clean, surface_offset};
use super::word::{Word, WordPart};
use super::words::{is_apostrophe, is_hyphen, number_term, sign_word};

/// How the forms of a word are made.
pub(super) enum Forms {
    /// German: cut, stemmed and folded.
    German(Box<GermanForms>),
    /// Other languages: folded.
    Plain,
}

/// What German words need.
pub(super) struct GermanForms {
    stemmer: GermanStemmer,
    knowledge: Knowledge,
    /// The parts of compounds recur more often than the compounds.
    known_parts: WordCache,
    parts: Vec<Part>,
}

/// Where a compound is cut, in bytes: a hyphen there belongs to neither side.
pub(super) struct Cut {
    /// The end of what stands before.
    pub before: usize,
    /// The start of what stands behind.
    pub behind: usize,
}

impl Forms {
    /// The forms of German words.
    pub fn german(knowledge: Knowledge) -> Self {
        let (stemmer, known_parts) = (GermanStemmer::new(), WordCache::new());
        Self::German(Box::new(GermanForms {
            stemmer,
            knowledge,
            known_parts,
            parts: Vec::new(),
        }))
    }

    /// The forms of a word that has not been met.
    pub fn word(&mut self, surface: &str, reading: Reading) -> Word {
        match reading {
            Reading::Number => simple(number_term(surface), WordClass::Number),
            Reading::Value => simple(surface.to_owned(), WordClass::Number),
            Reading::Sign => {
                let read = surface.chars().find_map(sign_word).unwrap_or(surface);
                simple(read.to_owned(), WordClass::Content)
            }
            Reading::Initials => {
                let letters: String = surface.chars().filter(|c| c.is_alphabetic()).collect();
                let term = fold(&letters);
                let class = class(&term);
                simple(term, class)
            }
            Reading::Word | Reading::Composed => match self {
                Self::German(german) => german.word(surface, reading),
                Self::Plain => simple(fold(&clean(surface)), WordClass::Content),
            },
        }
    }

    /// Where the first part of a compound ends and its second begins.
    pub fn first_cut(&mut self, surface: &str) -> Option<Cut> {
        let hyphen = surface.char_indices().find(|(_, c)| is_hyphen(*c));
        match (hyphen, self) {
            (Some((at, sign)), _) => Some(Cut {
                before: at,
                behind: at + sign.len_utf8(),
            }),
            (None, Self::German(german)) => german.first_cut(surface),
            (None, Self::Plain) => None,
        }
    }
}

impl GermanForms {
    /// The chain itself: clean → compound cut on the surface → stem → fold.
    fn word(&mut self, surface: &str, reading: Reading) -> Word {
        let clean_word = clean(surface);
        let exact = fold(&clean_word);
        let class = class(&exact);
        self.parts.clear();
        if reading == Reading::Word && class == WordClass::Content {
            compounds::split(&clean_word, &self.knowledge, &mut self.parts);
        }
        let cut = std::mem::take(&mut self.parts);
        let parts = cut
            .iter()
            .filter_map(|part| self.part(surface, &clean_word, part))
            .collect();
        self.parts = cut;
        let stem = self.stemmer.stem(&clean(without_clitic(surface)));
        Word {
            number: number_words::digits(&exact).map(String::into_boxed_str),
            exact: exact.into(),
            stem: stem.into(),
            parts,
            class,
        }
    }

    /// A part with its forms; `None` when its ends fall inside a letter, as a linking `s` in a `ß` may.
    fn part(&mut self, surface: &str, clean_word: &str, part: &Part) -> Option<WordPart> {
        let letters = clean_word
            .get(part.start..part.end)
            .filter(|letters| !letters.is_empty())?;
        let written = [letters, part.ending].concat();
        let stemmer = &self.stemmer;
        let word = self.known_parts.get(&written, Reading::Composed, || {
            let (exact, stem) = (fold(&written).into(), stemmer.stem(&written).into());
            Word {
                exact,
                stem,
                parts: Box::default(),
                class: WordClass::Content,
                number: None,
            }
        });
        Some(WordPart {
            start: surface_offset(surface, part.start) as u16,
            end: surface_offset(surface, part.end) as u16,
            exact: word.exact.clone(),
            stem: word.stem.clone(),
            head: part.role == Role::Head,
            weight: part.weight,
        })
    }

    fn first_cut(&mut self, surface: &str) -> Option<Cut> {
        let clean_word = clean(surface);
        compounds::split(&clean_word, &self.knowledge, &mut self.parts);
        let second = self
            .parts
            .iter()
            .filter(|part| part.leaf)
            .nth(1)
            .map(|part| part.start);
        let cut = surface_offset(
            surface,
            second.or_else(|| hyphens::particle_end(&clean_word))?,
        );
        Some(Cut {
            before: cut,
            behind: cut,
        })
    }
}

/// A word whose forms are all the same.
fn simple(term: String, class: WordClass) -> Word {
    Word {
        stem: term.as_str().into(),
        exact: term.into(),
        parts: Box::default(),
        class,
        number: None,
    }
}

/// The word before an apostrophe and `s`: `geht's`, `Peter's`.
fn without_clitic(surface: &str) -> &str {
    let before = surface
        .strip_suffix(['s', 'S'])
        .and_then(|rest| rest.strip_suffix(is_apostrophe));
    before.filter(|word| !word.is_empty()).unwrap_or(surface)
}
