//! Words already met: a text repeats its words, so each type is described and weighed once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::class::Class;
use super::features::word_features;
use super::hash;
use super::lattice::LABELS;
use super::seen::{Genitive, strip_genitive};
use super::tokens::{Token, is_hyphen};
use super::weights::{REACH, Weights, key};
use crate::german::lexicon;

/// Made by the training program, never edited.
static BYTES: &[u8] = include_bytes!("weights.bin");

static WEIGHTS: LazyLock<Weights<'static>> =
    LazyLock::new(|| Weights::new(BYTES).expect("the file in the source tree is undamaged"));

/// So many words are kept from one article to the next, about 16 MB.
const KEPT: usize = 1 << 17;

/// What a word adds to the scores of the labels of its neighbours and itself: first to the token two places
/// behind it, last to the one two places before it.
type Scores = [[f32; LABELS - 1]; 2 * REACH + 1];

/// A word with all that is known of it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub scores: Scores,
    pub spelling: Spelling,
    pub genitive: Genitive,
}

/// What is known of a word at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance {
    /// Its number.
    pub number: u32,
    /// Its class.
    pub class: Class,
    /// Whether it may be part of a name.
    pub candidate: bool,
}

impl Glance {
    /// The edge of a block.
    pub const EDGE: Self = Self {
        number: 0,
        class: Class::Edge,
        candidate: false,
    };
}

/// A word as it is known again in an article: hashes of it in lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// Of the whole word.
    pub word: u32,
    /// Of the word without the ending of a genitive, or of the name it derives from.
    pub base: u32,
}

impl Spelling {
    /// The spelling of a word as it stands in the text.
    pub fn of(surface: &str, class: Class) -> Self {
        let mut key = String::new();
        lexicon::key(surface, &mut key);
        let base = match class {
            Class::NameNoun => inner_name(&key),
            _ => strip_genitive(&key),
        };
        Self {
            word: hash::text(&key),
            base: hash::text(base.unwrap_or(&key)),
        }
    }
}

/// The word before the last hyphen: the `jelzin` of `jelzin-regierung`.
fn inner_name(key: &str) -> Option<&str> {
    let (before, _) = key.rsplit_once(is_hyphen)?;
    before.rsplit(is_hyphen).next()
}

/// The words met so far, by number; number 0 is the edge of a block.
#[derive(Debug)]
pub(super) struct Types {
    glances: HashMap<u64, Glance, BuildHasherDefault<Hashed>>,
    words: Vec<Known>,
}

impl Default for Types {
    fn default() -> Self {
        Self {
            glances: HashMap::default(),
            words: vec![Known {
                scores: Scores::default(),
                spelling: Spelling::default(),
                genitive: Genitive::No,
            }],
        }
    }
}

impl Types {
    /// The weights in use.
    pub fn weights(&self) -> &'static Weights<'static> {
        &WEIGHTS
    }

    /// Forgets all words when they have become too many; numbers are good until then.
    pub fn make_room(&mut self) {
        if self.words.len() > KEPT {
            self.glances.clear();
            self.words.truncate(1);
        }
    }

    /// What is known of a token's word at a glance.
    pub fn glance(&mut self, text: &str, token: Token) -> Glance {
        let surface = &text[token.span.range()];
        let words = &mut self.words;
        *self.glances.entry(hash_of(surface)).or_insert_with(|| {
            let (class, candidate, word) = weigh(surface, token);
            words.push(word);
            Glance {
                number: words.len() as u32 - 1,
                class,
                candidate,
            }
        })
    }

    /// The word of a number.
    pub fn word(&self, number: u32) -> &Known {
        &self.words[number as usize]
    }
}

fn weigh(surface: &str, token: Token) -> (Class, bool, Known) {
    let word = word_features(surface, token.kind);
    let mut scores = Scores::default();
    for (place, scores) in scores.iter_mut().enumerate() {
        let offset = place as isize - REACH as isize;
        if offset == 0 && !word.candidate {
            continue;
        }
        let mut row = [0.0; LABELS];
        for feature in &word.features {
            WEIGHTS.add(key(*feature, offset), &mut row);
        }
        scores.copy_from_slice(&row[1..]);
    }
    let known = Known {
        scores,
        spelling: Spelling::of(surface, word.class),
        genitive: word.genitive,
    };
    (word.class, word.candidate, known)
}

/// A hash of 64 bits, eight letters at a step; two words of a collection hardly ever share one.
fn hash_of(word: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, letters: u64| {
        let product = u128::from(hash ^ letters) * u128::from(FACTOR);
        product as u64 ^ (product >> 64) as u64
    };
    let chunks = word.as_bytes().chunks(8);
    chunks.fold(word.len() as u64, |hash, chunk| {
        let mut letters = [0; 8];
        letters[..chunk.len()].copy_from_slice(chunk);
        mix(hash.wrapping_add(FACTOR), u64::from_le_bytes(letters))
    })
}

/// Hashes what is a hash already.
#[derive(Debug, Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, hash: u32) {
        self.0 = u64::from(hash) | u64::from(hash) << 32;
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
