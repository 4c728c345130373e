//! What belongs to what: how much of the rest of a claim stands near a place of a source.

use super::similar;
use super::{Grid, Text};
use crate::claim::parts::{Claim, ItemKind};

/// Matches below this are no anchors.
const ANCHOR: f32 = 0.55;
/// How much an anchor counts from another clause.
const OTHER_CLAUSE: f32 = 0.4;
/// The distance in words at which an anchor counts half.
const HALF: f32 = 8.0;

/// The places of a claim's words in the sentences of a text.
pub(in crate::claim) struct Affinity<'a> {
    claim: &'a Claim,
    text: &'a Text,
    grid: &'a Grid,
}

impl<'a> Affinity<'a> {
    pub fn new(claim: &'a Claim, text: &'a Text, grid: &'a Grid) -> Self {
        Self { claim, text, grid }
    }

    /// How much of the rest of the claim, from 0 to 1, stands near word `place` of a sentence, nearer
    /// parts of the claim counting more; `item` is the part that is asked about.
    pub fn of(&self, item: usize, sentence: usize, place: usize) -> f32 {
        let source = &self.text.sentences[sentence].sentence;
        let at = self.claim.items[item].at;
        let (mut sum, mut all) = (0.0, f32::EPSILON);
        for (number, other) in self.claim.items.iter().enumerate() {
            let known = matches!(other.kind, ItemKind::Term(_) | ItemKind::Name(_));
            if number == item || !known {
                continue;
            }
            let nearness = 1.0 / (1.0 + at.abs_diff(other.at) as f32 / HALF);
            all += other.weight * nearness;
            if self.grid.rows[sentence][number] < ANCHOR {
                continue;
            }
            let best = (0..source.words.len())
                .map(|word| {
                    let alike = self.alike(number, sentence, word);
                    let apart = 1.0 / (1.0 + place.abs_diff(word) as f32 / HALF);
                    let same = source.words[word].clause == source.words[place].clause;
                    alike * apart * if same { 1.0 } else { OTHER_CLAUSE }
                })
                .fold(0.0, f32::max);
            sum += other.weight * nearness * best;
        }
        sum / all
    }

    /// How much of the rest of the claim, from 0 to 1, stands in a sentence.
    pub fn share(&self, item: usize, sentence: usize) -> f32 {
        let (mut sum, mut all) = (0.0, f32::EPSILON);
        for (number, other) in self.claim.items.iter().enumerate() {
            if number != item && matches!(other.kind, ItemKind::Term(_) | ItemKind::Name(_)) {
                all += other.weight;
                sum += other.weight * self.grid.rows[sentence][number];
            }
        }
        sum / all
    }

    /// The words of a sentence that are so much alike to an item of the claim.
    pub fn places(
        &self,
        item: usize,
        sentence: usize,
        least: f32,
    ) -> impl Iterator<Item = usize> + '_ {
        let words = 0..self.text.sentences[sentence].sentence.words.len();
        words.filter(move |word| self.alike(item, sentence, *word) >= least)
    }

    /// How alike an item of the claim and a word of a source are.
    pub fn alike(&self, item: usize, sentence: usize, word: usize) -> f32 {
        let source = &self.text.sentences[sentence].sentence;
        match self.claim.items[item].kind {
            ItemKind::Term(term) => similar::words(self.claim.word(term), &source.words[word]),
            ItemKind::Name(name) => {
                let name = self.claim.name(name);
                let words = &self.claim.sentence.words[name.words.0..name.words.1];
                let alike = words
                    .iter()
                    .filter(|word| word.capital)
                    .map(|own| similar::words(own, &source.words[word]))
                    .fold(0.0, f32::max);
                let aliased = source.name_at(word).map_or(0.0, |other| {
                    let keys = name.keys.iter();
                    keys.map(|offer| {
                        offer
                            .worth
                            .min(crate::claim::word::worth_in(&other.keys, offer.key))
                    })
                    .fold(0.0, f32::max)
                });
                alike.max(aliased)
            }
            ItemKind::Quantity(_) | ItemKind::Time(_) => 0.0,
        }
    }
}
