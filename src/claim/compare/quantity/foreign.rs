//! A number that one sentence gives somebody else, or another time, while another sentence gives the claim's its own:
//! `Pakistan mit sieben Toten` beside `der Irak mit 15`.

use super::Rival;
use super::member::Found;
use crate::claim::compare::is_claimed;
use crate::claim::compare::substitute::are_of_one_kind;
use crate::claim::parts::ItemKind;
use crate::claim::reading::{Name, Sentence};
use crate::claim::times::{Agreement as Timing, Time};
use crate::claim::values::{Agreement, Quantity, agreement};

/// A word is the name of the claim when it is so much alike.
const ITSELF: f32 = 0.9;
/// How many sentences away the number of the claim's is looked for.
const NEARBY: usize = 3;
/// The least that must speak for that number being of the same thing.
const ROLE: f32 = 0.3;
/// Words for somebody whom a sentence before has named.
const PRONOUNS: [&str; 8] = ["er", "sie", "ihn", "ihm", "ihr", "dort", "hier", "beide"];

impl<'a> Found<'a, '_> {
    /// The number of a sentence that tells of whom or when the claim does, where the one that was found is told of
    /// somebody else or another time.
    pub fn own(&self, rival: Rival<'a>) -> Rival<'a> {
        let ItemKind::Quantity(number) = self.claim.items[self.item].kind else {
            return rival;
        };
        let wanted = self.claim.quantity(number);
        if rival.agreement == Agreement::Different || wanted.unit.is_place() {
            return rival;
        }
        let by_name = self
            .claim
            .named()
            .filter(|(item, name)| self.is_of_another(*item, name, rival.sentence, rival.quantity));
        let named = by_name
            .filter_map(|(item, _)| {
                self.number_of(wanted, &rival, |place| self.near_name(item, place))
            })
            .next();
        let own = named.or_else(|| {
            let time = self
                .time()
                .filter(|time| self.is_of_another_time(time, &rival))?;
            self.number_of(wanted, &rival, |place| self.near_time(time, place))
        });
        match own {
            Some((sentence, number, quantity)) => Rival {
                sentence,
                number,
                quantity,
                agreement: Agreement::Different,
                ..rival
            },
            None => rival,
        }
    }

    /// The one time of the claim.
    fn time(&self) -> Option<&Time> {
        match self.claim.sentence.times.as_slice() {
            [time] => Some(time),
            _ => None,
        }
    }

    fn sentence(&self, place: usize) -> &'a Sentence {
        &self.text.sentences[place].sentence
    }

    /// Whether another name stands in the clause of a number, and the claim's nowhere in its sentence.
    fn is_of_another(&self, item: usize, name: &Name, place: usize, quantity: &Quantity) -> bool {
        let source = self.sentence(place);
        let clause = source.words[quantity.words.0].clause;
        let within = |at: usize| source.words[at].clause == clause;
        let is_here = self.near_name(item, place).is_some();
        let mut clause_words = source.words.iter().filter(|word| word.clause == clause);
        let is_meant = clause_words.any(|word| PRONOUNS.contains(&&*word.exact));
        let mut others = source.names.iter().filter(|other| within(other.words.0));
        !is_here
            && !is_meant
            && others.any(|other| {
                are_of_one_kind(&self.claim.sentence, name, source, other)
                    && !is_claimed(self.claim, other, source)
            })
    }

    /// Whether the sentence of a number has times, and all are others than the claim's.
    fn is_of_another_time(&self, time: &Time, rival: &Rival<'_>) -> bool {
        let times = &self.sentence(rival.sentence).times;
        let mut agreements = times.iter().map(|other| time.agreement(other));
        !times.is_empty() && agreements.all(|agreement| agreement == Timing::Different)
    }

    /// Where a sentence has a name of the claim.
    fn near_name(&self, item: usize, place: usize) -> Option<usize> {
        self.affinity.places(item, place, ITSELF).next()
    }

    /// Where a sentence has a time of the claim.
    fn near_time(&self, time: &Time, place: usize) -> Option<usize> {
        let mut times = self.sentence(place).times.iter();
        let same = times.find(|other| time.agreement(other) == Timing::Same)?;
        Some(same.words.0)
    }

    /// The number of a neighbouring sentence that stands nearest to what `at` finds there, if it is another one of
    /// the same thing.
    fn number_of(
        &self,
        wanted: &Quantity,
        rival: &Rival<'_>,
        at: impl Fn(usize) -> Option<usize>,
    ) -> Option<(usize, usize, &'a Quantity)> {
        self.text
            .around(rival.sentence, NEARBY)
            .filter(|place| *place != rival.sentence)
            .find_map(|place| {
                let anchor = at(place)?;
                let quantities = self.sentence(place).quantities.iter().enumerate();
                let alike = quantities.filter(|(_, other)| {
                    let role = self.role(wanted, place, other);
                    !other.article && role.is_some_and(|role| role >= ROLE)
                });
                let (number, nearest) =
                    alike.min_by_key(|(_, other)| other.words.0.abs_diff(anchor))?;
                let differs = agreement(wanted, nearest) == Agreement::Different;
                let is_foreign = |(item, name)| self.is_of_another(item, name, place, nearest);
                (differs && !self.claim.named().any(is_foreign)).then_some((place, number, nearest))
            })
    }
}
