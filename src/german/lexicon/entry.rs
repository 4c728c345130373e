//! What the lexicon knows of a word, packed into the value of its key.

use super::link::Link;

/// What the lexicon knows of a word.
///
/// It is one small number, copied freely:
/// bits 0–2 say what the word is, 3–6 its frequency, 7–10 and 11–14 its productivity
/// as modifier and as head, 15–18 the link it ends in as a modifier, 19 whether the word list has it,
/// 20 and 21 whether it can never be the modifier or the head of a compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(u32);

const NOUN: u32 = 1 << 0;
const LOWER: u32 = 1 << 1;
const NAME: u32 = 1 << 2;
const FREQUENCY: u32 = 3;
const MODIFIER: u32 = 7;
const HEAD: u32 = 11;
const LINK: u32 = 15;
const LISTED: u32 = 1 << 19;
const NO_MODIFIER: u32 = 1 << 20;
const NO_HEAD: u32 = 1 << 21;
const NIBBLE: u32 = 0xf;

/// Natural logarithms a step of a frequency stands for; 15 steps reach a count of 1.8 million.
const FREQUENCY_STEP: f32 = 0.96;

/// Natural logarithms a step of a productivity stands for; 15 steps reach 3,800 words.
const PRODUCTIVITY_STEP: f32 = 0.55;

/// The unpacked knowledge of a word, as the program that makes the lexicon gathers it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// It is written with a capital as a common noun.
    pub noun: bool,
    /// It is written in lower case.
    pub lower: bool,
    /// It is a given name or a surname.
    pub name: bool,
    /// The word list has it, not only the official texts.
    pub listed: bool,
    /// How often it stands in the official texts.
    pub count: f32,
    /// In how many words it is the modifier.
    pub modifies: f32,
    /// In how many words it is the head.
    pub heads: f32,
    /// The link it ends in where it modifies.
    pub link: Link,
    /// It is a particle, a prefix or too short, and stands in front of no compound.
    pub never_modifies: bool,
    /// It is a suffix, an inflection or too short, and stands at the end of no compound.
    pub never_heads: bool,
}

impl Entry {
    /// Packs what is known; counts keep about one significant figure.
    pub fn pack(facts: &Facts) -> Self {
        let flags = [
            (facts.noun, NOUN),
            (facts.lower, LOWER),
            (facts.name, NAME),
            (facts.listed, LISTED),
            (facts.never_modifies, NO_MODIFIER),
            (facts.never_heads, NO_HEAD),
        ];
        let flags = flags
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, bit)| bit)
            .sum::<u32>();
        Self(
            flags
                | quantise(facts.count, FREQUENCY_STEP) << FREQUENCY
                | quantise(facts.modifies, PRODUCTIVITY_STEP) << MODIFIER
                | quantise(facts.heads, PRODUCTIVITY_STEP) << HEAD
                | (facts.link as u32) << LINK,
        )
    }

    /// The packed number, as it stands in the lexicon.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    pub(super) fn from_bits(bits: u64) -> Self {
        Self((bits & u64::from(u32::MAX)) as u32)
    }

    /// Whether it is a form of a word; some keys are only modifiers (`haftungs`) or names.
    pub fn is_word(self) -> bool {
        self.0 & (NOUN | LOWER) != 0
    }

    /// Whether it is a form of a common noun, written with a capital.
    pub fn is_noun(self) -> bool {
        self.0 & NOUN != 0
    }

    /// Whether it is also written in lower case: a verb, an adjective, a function word.
    pub fn is_lower(self) -> bool {
        self.0 & LOWER != 0
    }

    /// Whether it is a given name or a surname, perhaps beside being a word (`Koch`).
    pub fn is_name(self) -> bool {
        self.0 & NAME != 0
    }

    /// Whether the word list has it; other words only stand in the official texts and may be misprints.
    pub fn is_listed(self) -> bool {
        self.0 & LISTED != 0
    }

    /// The natural logarithm of one more than its count in 60 million words of official texts.
    pub fn frequency(self) -> f32 {
        self.level(FREQUENCY, FREQUENCY_STEP)
    }

    /// The natural logarithm of one more than the number of words it modifies.
    pub fn modifier_productivity(self) -> f32 {
        self.level(MODIFIER, PRODUCTIVITY_STEP)
    }

    /// The natural logarithm of one more than the number of words it is the head of.
    pub fn head_productivity(self) -> f32 {
        self.level(HEAD, PRODUCTIVITY_STEP)
    }

    /// Whether it may stand in front of a compound.
    pub fn may_modify(self) -> bool {
        self.0 & NO_MODIFIER == 0
    }

    /// Whether it may stand at the end of a compound.
    pub fn may_head(self) -> bool {
        self.0 & NO_HEAD == 0
    }

    /// The link it ends in where it modifies another word.
    pub fn link(self) -> Link {
        Link::from_code(self.0 >> LINK & NIBBLE)
    }

    fn level(self, shift: u32, step: f32) -> f32 {
        (self.0 >> shift & NIBBLE) as f32 * step
    }
}

fn quantise(count: f32, step: f32) -> u32 {
    ((count.max(0.0) + 1.0).ln() / step)
        .round()
        .min(NIBBLE as f32) as u32
}
