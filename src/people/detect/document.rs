//! What the rest of an article says of a word: a bare surname is a name where the full name stands.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::features::Template;
use super::hash::feature;
use super::lattice::{Label, Lattice};
use super::spans::spans;
use super::types::Hashed;

/// Where in a name a word stood at the first reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// In none.
    None,
    /// It was all of it.
    Alone,
    /// It began a longer one.
    First,
    /// It stood inside.
    Middle,
    /// It ended a longer one.
    Last,
    /// Something was derived from it.
    Derived,
}

const ROLES: usize = Role::Derived as usize + 1;

/// Steps of probability.
const STEPS: usize = 4;

/// What the first reading made of a word at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    role: Role,
    step: u8,
}

impl Reading {
    /// What is made of a word in a run of which nothing can be a name.
    pub const HOPELESS: Self = Self {
        role: Role::None,
        step: 0,
    };

    /// Adds the readings of a labelled run, after [`Lattice::sum`] and [`Lattice::best`].
    pub fn of(lattice: &Lattice, readings: &mut Vec<Self>) {
        let labels = lattice.labels();
        let start = readings.len();
        readings.extend((0..labels.len()).map(|place| {
            let outside = lattice.node_probabilities(place)[Label::Outside as usize];
            Self {
                role: Role::None,
                step: step(1.0 - outside),
            }
        }));
        for (first, behind) in spans(labels) {
            let readings = &mut readings[start + first..start + behind];
            let last = readings.len() - 1;
            for (place, reading) in readings.iter_mut().enumerate() {
                reading.role = match (labels[first], place) {
                    (Label::Derived, _) => Role::Derived,
                    _ if last == 0 => Role::Alone,
                    (_, 0) => Role::First,
                    (_, place) if place == last => Role::Last,
                    _ => Role::Middle,
                };
            }
        }
    }
}

fn step(probability: f32) -> u8 {
    match probability {
        p if p < 0.1 => 0,
        p if p < 0.5 => 1,
        p if p < 0.9 => 2,
        _ => 3,
    }
}

/// How often a word was read how.
#[derive(Clone, Copy, Debug, Default)]
struct Counts([[u16; STEPS]; ROLES]);

impl Counts {
    fn add(&mut self, reading: Reading) {
        let count = &mut self.0[reading.role as usize][usize::from(reading.step)];
        *count = count.saturating_add(1);
    }
}

/// The words of an article with how they were read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    counts: HashMap<u32, Counts, BuildHasherDefault<Hashed>>,
}

impl Document {
    /// Takes note of how the words of an article were read: a word is remembered when one of its places
    /// gave reason to look closer.
    pub fn fill(&mut self, words: impl Iterator<Item = (u32, Reading)> + Clone) {
        self.counts.clear();
        for (word, reading) in words
            .clone()
            .filter(|(_, reading)| *reading != Reading::HOPELESS)
        {
            self.counts.entry(word).or_default().add(reading);
        }
        if self.counts.is_empty() {
            return;
        }
        for (word, reading) in words.filter(|(_, reading)| *reading == Reading::HOPELESS) {
            if let Some(counts) = self.counts.get_mut(&word) {
                counts.add(reading);
            }
        }
    }

    /// What the other places of a word say of it, as features.
    ///
    /// `word` is the hash of its spelling, `base` of the one without the ending of a genitive.
    pub fn features(&self, word: u32, base: u32, own: Reading, mut visit: impl FnMut(u32)) {
        let mut counts = self.counts.get(&word).copied().unwrap_or_default();
        let own = &mut counts.0[own.role as usize][usize::from(own.step)];
        *own = own.saturating_sub(1);
        if base != word
            && let Some(others) = self.counts.get(&base)
        {
            for (sum, other) in counts.0.iter_mut().flatten().zip(others.0.iter().flatten()) {
                *sum = sum.saturating_add(*other);
            }
        }
        let best = |role: Role| {
            let steps = &counts.0[role as usize];
            (0..STEPS)
                .rev()
                .find(|step| steps[*step] > 0)
                .map_or(0, |step| step as u32 + 1)
        };
        let total: u16 = counts
            .0
            .iter()
            .flatten()
            .fold(0, |sum, count| sum.saturating_add(*count));
        if total == 0 {
            visit(feature(Template::Document, 1));
            return;
        }
        let none = counts.0[Role::None as usize]
            .iter()
            .fold(0u16, |sum, count| sum.saturating_add(*count));
        let unlikely = counts.0[Role::None as usize][0];
        let share = u32::from(none) * 4 / u32::from(total);
        let (alone, first, last) = (best(Role::Alone), best(Role::First), best(Role::Last));
        visit(feature(Template::Document, 1 << 8 | share));
        visit(feature(
            Template::Document,
            2 << 8 | u32::from(unlikely.min(3)),
        ));
        visit(feature(Template::Document, 3 << 8 | alone));
        visit(feature(Template::Document, 4 << 8 | first));
        visit(feature(Template::Document, 5 << 8 | last));
        visit(feature(Template::Document, 6 << 8 | best(Role::Middle)));
        visit(feature(Template::Document, 7 << 8 | best(Role::Derived)));
        visit(feature(
            Template::Document,
            8 << 16 | last << 12 | first << 8 | alone << 4 | share,
        ));
    }
}
