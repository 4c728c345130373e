//! A claim against an article: for each part of the claim, what a sentence and those around it say.

mod affinity;
mod agent;
mod aligned;
mod denial;
mod direction;
mod opposition;
mod place;
mod preposition;
mod quantity;
mod similar;
mod substitute;
mod time;

pub(super) use affinity::Affinity;
pub(super) use substitute::is_claimed;

use std::ops::RangeInclusive;

use super::parts::{Claim, ItemKind};
use super::reading::{Persons, Reader, Sentence, Source};
use super::times::{Hint, Reference, Time};
use crate::article::BlockKind;
use crate::german::{DateInterval, sentences};
use crate::span::TextSpan;

/// An article read for comparison.
pub(super) struct Text {
    pub sentences: Vec<Placed>,
    pub published: Option<DateInterval>,
}

/// A sentence and where it stands.
pub(super) struct Placed {
    /// Number of the block in [`Source::blocks`].
    pub block: usize,
    pub kind: BlockKind,
    pub sentence: Sentence,
    /// The time of the heading over it.
    pub heading: Option<Time>,
}

/// What a sentence and those around it say of a part of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Status {
    Supported,
    /// It is said less exactly: these bytes of the sentence, and its number.
    Qualified(TextSpan, usize),
    /// Something else is said in its place.
    Contradicted(Contradiction),
    Missing,
}

/// A status, and how well the part is matched.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Support {
    pub status: Status,
    /// In the article, nearer matches counting more, from 0 to 1.
    pub wide: f32,
    /// In the sentence, those beside it, and the headline.
    pub near: f32,
    /// In the sentence itself.
    pub local: f32,
}

impl Support {
    /// How well the sentence itself has the part; nothing where it has something else.
    pub fn told(&self) -> f32 {
        match self.status {
            Status::Contradicted(_) => 0.0,
            _ => self.local,
        }
    }

    /// How surely something else is said.
    pub fn differs(&self) -> f32 {
        match &self.status {
            Status::Contradicted(found) => found.strength,
            _ => 0.0,
        }
    }
}

/// What a source says in place of a part of the claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Contradiction {
    /// The sentence.
    pub sentence: usize,
    /// The words, as bytes of the sentence.
    pub span: TextSpan,
    pub kind: Difference,
    /// How surely it speaks of the same thing, from 0 to 1.
    pub strength: f32,
    /// How much the two have in common, from 0 to 1: the month and year of two dates.
    pub closeness: f32,
}

/// In what a claim and a source differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    Number,
    Date,
    Name,
    Opposite,
}

/// A claim compared with the surroundings of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    pub sentence: usize,
    /// For each item of the claim, what is said of it.
    pub supports: Vec<Support>,
    /// Denied in one and not in the other.
    pub denied: Option<Contradiction>,
    /// Whether somebody does in the sentence what is done to them in the claim.
    pub reversed: bool,
    /// How much of it is told of somebody else, from 0 to 1.
    pub usurped: f32,
}

/// How much a match counts that stands so many sentences away.
const NEARNESS: [f32; 7] = [1.0, 0.95, 0.85, 0.75, 0.65, 0.55, 0.55];
/// How much a match counts elsewhere in the article, and in one that is so short that all of it speaks
/// of one matter.
const ELSEWHERE: f32 = 0.4;
const ELSEWHERE_IN_SHORT: f32 = 0.55;
const SHORT: usize = 25;
/// How much a match in the headline counts.
const HEADLINE: f32 = 0.9;
/// What is contradicted is spoken of all the same, the more so the closer the two are.
const SPOKEN_OF: f32 = 0.75;
const SPOKEN_CLOSELY: f32 = 0.2;
const OTHER_NAME: f32 = 0.6;

impl Contradiction {
    /// How well the part is matched that is contradicted; another name is often another matter.
    fn worth(&self) -> f32 {
        match self.kind {
            Difference::Name => OTHER_NAME,
            _ => SPOKEN_OF + SPOKEN_CLOSELY * self.closeness,
        }
    }
}

impl Text {
    /// Reads an article.
    pub fn read(source: &Source, reader: &mut Reader<'_>, persons: &Persons) -> Self {
        let mut placed = Vec::new();
        let mut heading: Option<Time> = None;
        let mut last_year = None;
        for (block, content) in source.blocks.iter().enumerate() {
            for span in sentences(&content.text) {
                let mut sentence =
                    reader.sentence(&content.text, span, &persons.within(block, span));
                for time in &mut sentence.times {
                    let reference = Reference {
                        published: source.published,
                        last_year,
                    };
                    time.resolve(&reference);
                    last_year = time
                        .year()
                        .filter(|_| time.hint == Hint::Dated)
                        .or(last_year);
                }
                placed.push(Placed {
                    block,
                    kind: content.kind,
                    sentence,
                    heading: heading.clone(),
                });
            }
            if content.kind == BlockKind::Heading {
                let times = placed.last().map(|placed| &placed.sentence.times);
                heading = times.and_then(|times| times.first()).cloned();
                last_year = heading.as_ref().and_then(Time::year).or(last_year);
            }
        }
        Self {
            sentences: placed,
            published: source.published,
        }
    }

    /// The numbers of the sentences that are so few away from one, itself among them.
    fn around(&self, sentence: usize, reach: usize) -> RangeInclusive<usize> {
        let last = (sentence + reach).min(self.sentences.len() - 1);
        sentence.saturating_sub(reach)..=last
    }
}

/// The similarities of all items of a claim with all sentences of a text.
pub(super) struct Grid {
    /// By sentence, then by item.
    pub rows: Vec<Vec<f32>>,
}

impl Grid {
    pub fn new(claim: &Claim, text: &Text) -> Self {
        let rows = text.sentences.iter().map(|placed| {
            let similar = |item: &super::parts::Item| similar::item(claim, item, &placed.sentence);
            claim.items.iter().map(similar).collect()
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// How much of the claim's words and names a sentence holds.
    pub fn coverage(&self, claim: &Claim, sentence: usize) -> f32 {
        let pairs = claim.items.iter().zip(&self.rows[sentence]);
        pairs.map(|(item, similar)| item.weight * similar).sum()
    }

    /// How well an item is matched around a sentence, up to so many sentences away.
    fn around(&self, text: &Text, item: usize, sentence: usize, reach: usize) -> f32 {
        let own = &text.sentences[sentence];
        let elsewhere = match text.sentences.len() {
            ..=SHORT => ELSEWHERE_IN_SHORT,
            _ => ELSEWHERE,
        };
        let mut best: f32 = 0.0;
        for (place, row) in self.rows.iter().enumerate() {
            let other = &text.sentences[place];
            let far = place.abs_diff(sentence);
            let is_headline = other.kind == BlockKind::Headline && far > 0;
            if row[item] == 0.0 || (far > reach && !is_headline) {
                continue;
            }
            let near = NEARNESS.get(far).copied().unwrap_or(elsewhere);
            let factor = match is_headline {
                true => HEADLINE.max(near),
                false if own.kind == BlockKind::Headline => near.max(NEARNESS[3]),
                false => near,
            };
            best = best.max(row[item] * factor);
        }
        best
    }
}

/// Compares a claim with one sentence of a text and what stands around it.
pub(super) fn compare(claim: &Claim, text: &Text, grid: &Grid, sentence: usize) -> Comparison {
    let affinity = Affinity::new(claim, text, grid);
    let numbers = numbers(claim, text, &affinity, sentence);
    let mut supports: Vec<Support> = (0..claim.items.len())
        .map(
            |item| match numbers.iter().find(|number| number.item == item) {
                Some(number) => told(number.status.clone(), number.place, sentence),
                None => support(claim, item, text, grid, &affinity, sentence),
            },
        )
        .collect();
    aligned::contradict(claim, text, &affinity, &mut supports);
    preposition::contradict(claim, text, &affinity, sentence, &mut supports);
    let reversed = direction::reverse(claim, text, sentence, &mut supports);
    let usurped = agent::usurped(claim, text, &affinity, sentence, &mut supports);
    let denied = denial::denied(claim, text, grid, sentence, &mut supports);
    Comparison {
        sentence,
        supports,
        denied,
        reversed,
        usurped,
    }
}

fn support(
    claim: &Claim,
    item: usize,
    text: &Text,
    grid: &Grid,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Support {
    let wide = grid.around(text, item, sentence, usize::MAX);
    let near = grid.around(text, item, sentence, 1);
    let local = grid.rows[sentence][item];
    match claim.items[item].kind {
        ItemKind::Quantity(_) | ItemKind::Time(_) => {
            let (status, place) = time::status(claim, item, text, affinity, sentence);
            told(status, place, sentence)
        }
        ItemKind::Name(_) => {
            let status = substitute::name(claim, item, text, affinity, sentence, (wide, near));
            spoken_of(status, wide, near, local)
        }
        ItemKind::Term(_) => {
            let status = opposition::term(claim, item, text, affinity, sentence, wide);
            spoken_of(status, wide, near, local)
        }
    }
}

/// How well a number or time is matched that stands in sentence `place`.
fn told(status: Status, place: usize, sentence: usize) -> Support {
    let worth = match status {
        Status::Supported => 1.0,
        Status::Qualified(..) => 0.95,
        Status::Contradicted(ref found) => found.worth(),
        Status::Missing => 0.0,
    };
    let far = place.abs_diff(sentence);
    Support {
        status,
        wide: worth,
        near: if far <= 1 { worth } else { 0.5 * worth },
        local: if far == 0 { worth } else { 0.0 },
    }
}

/// What is said of a number of the claim.
struct Number {
    item: usize,
    status: Status,
    place: usize,
}

/// What is said of all numbers of the claim: no number of the source stands for two of them, and the
/// one it stands for most surely has it.
fn numbers(claim: &Claim, text: &Text, affinity: &Affinity<'_>, sentence: usize) -> Vec<Number> {
    let is_number = |item: &usize| matches!(claim.items[*item].kind, ItemKind::Quantity(_));
    let mut open: Vec<usize> = (0..claim.items.len()).filter(is_number).collect();
    let (mut taken, mut numbers) = (Vec::new(), Vec::new());
    while !open.is_empty() {
        let found = open.iter().enumerate().map(|(place, item)| {
            let (status, stand) = quantity::status(claim, *item, text, affinity, sentence, &taken);
            (place, status, stand)
        });
        let role = |stand: &Option<quantity::Stand>| stand.as_ref().map_or(0.0, |stand| stand.role);
        let best = found.max_by(|(_, _, a), (_, _, b)| role(a).total_cmp(&role(b)));
        let Some((place, status, stand)) = best else {
            break;
        };
        taken.extend(stand.as_ref().map(|stand| (stand.sentence, stand.number)));
        numbers.push(Number {
            item: open.remove(place),
            status,
            place: stand.map_or(sentence, |stand| stand.sentence),
        });
    }
    numbers
}

/// What stands in place of a word or name is spoken of, too.
fn spoken_of(status: Status, wide: f32, near: f32, local: f32) -> Support {
    let least = match &status {
        Status::Contradicted(found) => found.worth(),
        _ => 0.0,
    };
    Support {
        status,
        wide: wide.max(least),
        near: near.max(least),
        local: local.max(least),
    }
}
