//! What a number is said of in a list: of `acht Millionen Frauen und zwölf Millionen Männer` each has its own
//! words, and of `In Frankreich sind es zwei, in Italien drei` each its place.

use std::ops::Range;

use super::{Rival, is_part, role, sharing};
use crate::claim::compare::{Affinity, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::Sentence;
use crate::claim::values::{Agreement, Quantity, Unit, agreement};

/// A word is one of the claim when it is so much alike.
const ITSELF: f32 = 0.75;
/// By so much more of the claim's weight another number must be said of what the claim tells.
const MORE: f32 = 0.5;

/// A number of a claim that is looked for in a text, in which other numbers are taken by others of the claim.
pub(super) struct Found<'a, 'b> {
    pub claim: &'b Claim,
    pub item: usize,
    pub text: &'a Text,
    pub affinity: &'b Affinity<'b>,
    pub taken: &'b [(usize, usize)],
}

impl<'a> Found<'a, '_> {
    /// The number of a list that is said of what the claim tells of, where the one that was found is said of
    /// something else. One that is the claim's is also looked for in the next sentence, where the list goes on.
    pub fn corrected(&self, rival: Rival<'a>) -> Rival<'a> {
        let ItemKind::Quantity(number) = self.claim.items[self.item].kind else {
            return rival;
        };
        let wanted = self.claim.quantity(number);
        if matches!(wanted.unit, Unit::Ordinal | Unit::Score) {
            return rival;
        }
        let own = self.said_of(rival.sentence, rival.quantity);
        let is_same = rival.agreement != Agreement::Different;
        let next = rival.sentence + usize::from(!is_same);
        let last = next.min(self.text.sentences.len() - 1);
        let others = (rival.sentence..=last).flat_map(|sentence| {
            let quantities = &self.text.sentences[sentence].sentence.quantities;
            let numbered = quantities.iter().enumerate();
            numbered.map(move |(number, other)| (sentence, number, other))
        });
        let better = others
            .filter(|(sentence, number, other)| {
                let differs = agreement(wanted, other) == Agreement::Different;
                other.unit == wanted.unit
                    && !other.article
                    && differs == is_same
                    && !self.taken.contains(&(*sentence, *number))
                    && !(differs && self.is_claimed(other))
                    && self.role(wanted, *sentence, other).is_some()
            })
            .map(|(sentence, number, other)| {
                let said = self.said_of(sentence, other);
                let is_next = sentence != rival.sentence;
                (self.surplus(&said, &own, is_next), sentence, number, other)
            })
            .filter(|(surplus, ..)| *surplus >= MORE)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match better {
            Some((_, sentence, number, quantity)) => Rival {
                sentence,
                number,
                quantity,
                agreement: agreement(wanted, quantity),
                ..rival
            },
            None => rival,
        }
    }

    /// How much speaks for a number of a sentence being said of the same thing as one of the claim; `None` where it
    /// cannot be.
    pub fn role(&self, wanted: &Quantity, sentence: usize, other: &Quantity) -> Option<f32> {
        let (claim, text, affinity) = (self.claim, self.text, self.affinity);
        role(claim, self.item, wanted, text, sentence, other, affinity)
    }

    /// Whether a number is another one of the claim.
    fn is_claimed(&self, other: &Quantity) -> bool {
        let mut claimed = self.claim.sentence.quantities.iter();
        claimed.any(|own| agreement(own, other) != Agreement::Different)
    }

    /// By how much more weight one of two numbers is said of the claim's words; of those of the next sentence only
    /// by names, as what is said of them is not said again.
    fn surplus(&self, one: &[bool], other: &[bool], is_next: bool) -> f32 {
        let share = |said: &[bool]| -> f32 {
            let items = self.claim.items.iter().zip(said);
            items
                .filter(|(item, said)| {
                    **said && (!is_next || matches!(item.kind, ItemKind::Name(_)))
                })
                .map(|(item, _)| item.weight)
                .sum()
        };
        share(one) - share(other)
    }

    /// Which items of the claim stand in the members of the sentence that a number is said in.
    fn said_of(&self, sentence: usize, quantity: &Quantity) -> Vec<bool> {
        let source = &self.text.sentences[sentence].sentence;
        let mut words: Vec<usize> = reach(source, quantity).collect();
        let whole = whole(source, quantity).filter(|_| is_part(quantity, source));
        words.extend(whole.into_iter().flat_map(|whole| reach(source, whole)));
        let shared = sharing(quantity, source).map(|next| next.words.1..reach(source, next).end);
        words.extend(shared.into_iter().flatten());
        let is_there = |item: usize| {
            let mut places = words.iter();
            places.any(|word| self.affinity.alike(item, sentence, *word) >= ITSELF)
        };
        let items = 0..self.claim.items.len();
        items
            .map(|item| item != self.item && is_there(item))
            .collect()
    }
}

/// The number before one that is of a part of it.
fn whole<'a>(source: &'a Sentence, part: &Quantity) -> Option<&'a Quantity> {
    let mut before = source.quantities.iter().rev();
    before.find(|other| other.words.1 <= part.words.0 && other.unit == part.unit && !other.article)
}

/// The words said with a number: those of its member of the sentence, and of the members behind it that have no
/// such number.
fn reach(source: &Sentence, quantity: &Quantity) -> Range<usize> {
    let member = |place: usize| source.words[place].member;
    let own = member(quantity.words.0);
    let from = (0..quantity.words.0).find(|place| member(*place) == own);
    let next = source
        .quantities
        .iter()
        .filter(|other| other.unit == quantity.unit && !other.article)
        .filter(|other| other.words.0 >= quantity.words.1)
        .map(|other| other.words.0)
        .min();
    let to = match next {
        // Two numbers of one member each have what stands behind them.
        Some(next) if member(next) == own => next,
        Some(next) => (0..next)
            .find(|place| member(*place) == member(next))
            .unwrap_or(next),
        None => source.words.len(),
    };
    from.unwrap_or(quantity.words.0)..to
}
