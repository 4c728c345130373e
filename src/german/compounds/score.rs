//! What speaks for a cut and what against it, in natural logarithms.
//!
//! A way through a word scores the productivity of its parts, that is the logarithm of the number
//! of words each is known to be part of, less a cost for every cut; it is taken when the sum
//! passes the bar that the word as a whole sets. The weights were found by hill climbing on
//! annotated news words (a wrong cut costs twice a missed one) and then rounded.

use super::morphology::{self, NameEnding};
use super::word::Case;
use crate::german::lexicon::Entry;

/// What a cut costs: its two parts must be known from about e^5.4, or 220, pairs of other words.
pub(super) const CUT: f32 = 5.4;

/// Short parts are often accidents; the lexicon allows only few of up to three letters at all.
const THREE_LETTERS: f32 = -1.4;

/// Of the parts with four letters, about half are accidents.
const FOUR_LETTERS: f32 = -0.7;

/// What each letter beyond five adds: the longer a part, the less likely an accident.
const LETTER: f32 = 0.42;

/// No part is surer than one of so many letters.
const SURE_LETTERS: usize = 11;

/// What the logarithm of a modifier's own frequency adds: it is a word at least.
const MODIFIER_FREQUENCY: f32 = 0.14;

/// What the logarithm of a head's own frequency adds.
const HEAD_FREQUENCY: f32 = 0.10;

/// A noun that heads many words modifies others as well: this share of its logarithm counts.
const HEAD_AS_MODIFIER: f32 = 0.58;

/// A noun with a link that no other word shows is still a noun.
const FREE_LINK: f32 = 0.47;

/// Nouns are compounded more freely than verbs and adjectives.
const NOUN_HEAD: f32 = 0.4;

/// A capital may be due to the start of a sentence or a title.
const ADJECTIVE_WITH_CAPITAL: f32 = -1.3;

/// `Südkorea`: the country is not in the word list, the point of the compass says enough.
pub(super) const DIRECTION: f32 = 3.0;

/// `Bergland` is in the word list and may yet be cut.
const NAME_ENDING_LISTED: f32 = -0.3;

/// `Hirschfeld` is not, and is likely a name.
const NAME_ENDING: f32 = -3.0;

/// `Schönhausen` hardly is anything else.
const SURE_NAME_ENDING: f32 = -6.0;

/// A compound is a kind of its head and hardly more frequent: `Transport` is no kind of Port.
const RARER_HEAD: f32 = -0.2;

/// Known words are known because they have a meaning of their own.
const LISTED_BAR: f32 = 0.5;

/// The more frequent, the more so.
const FREQUENCY_BAR: f32 = 0.3;

/// A word that this collection uses like a name; some are mere compounds.
const COLLECTION_NAME_BAR: f32 = 2.0;

/// The parts of a compound are compounds more often than other words.
const PART_BAR: f32 = -0.4;

/// The logarithm of a frequency at which a part says nothing by itself.
const SAYS_NOTHING: f32 = 16.0;

/// A head in `Untersuchungshaft`, a suffix in `lückenhaft`.
const NOUN_OR_SUFFIX: &str = "haft";

/// What the whole word, or the part that is cut again, says against cutting it.
pub(super) struct Whole {
    case: Case,
    frequency: f32,
    listed: bool,
    bar: f32,
}

impl Whole {
    /// A word of a text; `named` when the collection uses it like a name.
    pub(super) fn word(entry: Option<Entry>, case: Case, named: bool) -> Self {
        let only_lower = entry.is_some_and(|entry| entry.is_lower() && !entry.is_noun());
        let mut whole = Self::new(entry, if only_lower { Case::Lower } else { case });
        if named {
            whole.bar += COLLECTION_NAME_BAR;
        }
        whole
    }

    /// A part of a compound.
    pub(super) fn part(entry: Option<Entry>) -> Self {
        let noun = entry.is_some_and(Entry::is_noun);
        let mut whole = Self::new(entry, if noun { Case::Capital } else { Case::Lower });
        whole.bar += PART_BAR;
        whole
    }

    fn new(entry: Option<Entry>, case: Case) -> Self {
        let frequency = entry.map_or(0.0, Entry::frequency);
        let listed = entry.is_some_and(Entry::is_listed);
        let bar = FREQUENCY_BAR * frequency + if listed { LISTED_BAR } else { 0.0 };
        Self {
            case,
            frequency,
            listed,
            bar,
        }
    }

    /// Whether it is written small or ought to be.
    pub(super) fn is_lower(&self) -> bool {
        self.case == Case::Lower
    }

    /// What a way through it must score to be taken.
    pub(super) fn bar(&self) -> f32 {
        self.bar
    }
}

/// The score of a modifier in the form it has in the word; `first` when nothing precedes it.
///
/// `None` for letters that neither are a word nor modify any.
pub(super) fn modifier(entry: Entry, form: &str, first: bool) -> Option<f32> {
    let modifies = entry.modifier_productivity();
    if !entry.is_word() && modifies <= 0.0 {
        return None;
    }
    let noun = entry.is_noun() && entry.is_listed();
    let heads = entry.head_productivity()
        * match (first, noun) {
            // Behind another part it is a head itself: *flug* of `Kampfflugzeug`.
            (false, _) => 1.0,
            (true, true) => HEAD_AS_MODIFIER,
            (true, false) => 0.0,
        };
    Some(modifies.max(heads) + length(form) + MODIFIER_FREQUENCY * entry.frequency())
}

/// Whether a noun may be joined by a link that no other word shows.
pub(super) fn takes_free_links(entry: Entry, form: &str) -> bool {
    entry.is_noun() && entry.is_listed() && entry.may_modify() && form.len() > 3
}

/// The score of such a noun.
pub(super) fn free_modifier(entry: Entry, form: &str) -> f32 {
    FREE_LINK + length(form) + MODIFIER_FREQUENCY * entry.frequency()
}

/// The score of a head; `None` when the case of the word forbids it.
pub(super) fn head(entry: Entry, form: &str, whole: &Whole) -> Option<f32> {
    let kind = match whole.case {
        Case::Capital if entry.is_noun() => NOUN_HEAD,
        Case::Capital if entry.is_lower() => NOUN_HEAD + ADJECTIVE_WITH_CAPITAL,
        Case::Lower if entry.is_lower() && form != NOUN_OR_SUFFIX => 0.0,
        Case::Capital | Case::Lower => return None,
    };
    let name = match morphology::name_ending(form) {
        NameEnding::No => 0.0,
        _ if whole.listed => NAME_ENDING_LISTED,
        NameEnding::Often => NAME_ENDING,
        NameEnding::Always => SURE_NAME_ENDING,
    };
    let rarer = RARER_HEAD * (whole.frequency - entry.frequency()).max(0.0);
    let productivity = entry.head_productivity() + HEAD_FREQUENCY * entry.frequency();
    Some(productivity + length(form) + kind + name + rarer)
}

/// How much a part says by itself, from its frequency.
pub(super) fn weight(entry: Entry) -> f32 {
    1.0 - entry.frequency() / SAYS_NOTHING
}

fn length(form: &str) -> f32 {
    match form.chars().count() {
        ..=3 => THREE_LETTERS,
        4 => FOUR_LETTERS,
        letters => LETTER * (letters.min(SURE_LETTERS) - 5) as f32,
    }
}
