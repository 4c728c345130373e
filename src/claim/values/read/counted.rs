//! What a number counts or measures.

use super::Reader;
use crate::german::WordClass;

/// How many adjectives may stand between a number and what it counts.
const ADJECTIVES_BETWEEN: usize = 3;
/// How many words behind a unit what is measured may stand: `61 Prozent der abgegebenen Stimmen`.
const MEASURED_WITHIN: usize = 4;

/// Adjectives that say what is measured.
const DIMENSIONS: [&str; 12] = [
    "hoch", "lang", "breit", "tief", "weit", "gross", "schwer", "alt", "dick", "hohe", "lange",
    "grosse",
];

impl Reader<'_> {
    /// The noun that is counted by a number before `at`.
    pub(super) fn counted(&self, at: usize) -> Option<usize> {
        for place in at..(at + ADJECTIVES_BETWEEN + 1).min(self.words.len()) {
            let word = &self.words[place];
            if self.breaks_before(place) {
                return None;
            }
            if word.capital && word.class == WordClass::Content {
                return Some(self.head_of_names(self.head_of_hyphens(place)));
            }
            if word.class != WordClass::Content && word.number.is_none() {
                return None;
            }
        }
        None
    }

    /// The noun that is measured by a unit before `at`.
    pub(super) fn measured(&self, at: usize) -> Option<usize> {
        let end = (at + MEASURED_WITHIN).min(self.words.len());
        let mut places = at..end;
        places.find_map(|place| {
            let word = &self.words[place];
            let measures = DIMENSIONS.contains(&&*word.exact);
            let is_noun = word.capital && word.class == WordClass::Content;
            (is_noun || measures).then(|| self.head_of_hyphens(place))
        })
    }

    /// The last piece of a hyphenated word that begins here; of `Diagnose- und Heilmethoden` the last word.
    fn head_of_hyphens(&self, mut place: usize) -> usize {
        while self.words[place].hyphened && place + 1 < self.words.len() {
            let joins = matches!(&*self.words[place + 1].exact, "und" | "oder" | "sowie");
            place += if joins && place + 2 < self.words.len() {
                2
            } else {
                1
            };
        }
        place
    }

    /// The noun behind names that say which: `fünf Avenger Torpedobomber`.
    fn head_of_names(&self, place: usize) -> usize {
        let is_noun = |at: usize| self.words[at].capital && self.words[at].is_noun();
        let next = place + 1;
        let leads = next < self.words.len()
            && !is_noun(place)
            && is_noun(next)
            && !self.breaks_before(next);
        if leads { next } else { place }
    }
}
