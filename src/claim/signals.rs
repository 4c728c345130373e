//! What a verdict is learnt from: what the comparison of a claim with its best sentence shows, in numbers.

use super::compare::{Affinity, Comparison, Difference, Grid, Status, Text, is_claimed};
use super::measure::{Measure, Share};
use super::parts::{Claim, Item, ItemKind};
use super::reading::Sentence;
use crate::evidence::VerdictKind;

/// The names of the signals, in their order.
pub const SIGNALS: [&str; 44] = [
    "wide",
    "near",
    "local",
    "rest",
    "rest-near",
    "nouns",
    "verbs",
    "adjectives",
    "names",
    "names-local",
    "values-local",
    "rare-nouns-missing",
    "rarest-noun-missing",
    "names-missing",
    "values-missing",
    "first-name-missing",
    "number-differs",
    "date-differs",
    "name-differs",
    "opposite",
    "denied",
    "differences",
    "difference-in-context",
    "difference-lacking",
    "unstated",
    "unstated-share",
    "predicated",
    "has-values",
    "parts",
    "strangers",
    "names-turned",
    "usurped",
    "anchored",
    "article-backs",
    "article-conflicts",
    "article-partly",
    "states-all",
    "restated",
    "only-contradicted",
    "conflict-ahead",
    "conflict-tells-more",
    "may-be-backed",
    "may-be-partly",
    "may-be-conflict",
];
/// How many signals come from one comparison; the others tell of the article's other sentences.
const OWN: usize = 33;
/// A noun that says so much is a thing of its own: what is missing with it is not stated.
const RARE: f32 = 0.8;
/// A noun that says so much and is matched so well tells that a sentence speaks of what the claim does.
const ANCHOR_WEIGHT: f32 = 0.75;
const ANCHORED: f32 = 0.9;
/// A name is in the sentence itself when it is matched so well there.
const LOCAL: f32 = 0.3;

/// The signals of a claim's best finding, of about 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signals(pub [f32; SIGNALS.len()]);

/// What the sentences of an article tell beside the best one.
#[derive(Debug)]
pub(super) struct Around {
    /// How nearly as well others back, contradict and state parts of the claim, from 0 to 1.
    pub nearly: [f32; 3],
    /// Whether the best one states all.
    pub states_all: bool,
    /// Whether any of them admits the verdicts backed, partly, conflict.
    pub admitted: [bool; 3],
    /// `None` where none contradicts the claim or none could back it.
    pub rivalry: Option<Rivalry>,
}

/// One sentence that contradicts a claim beside one that could back it.
#[derive(Debug)]
pub(super) struct Rivalry {
    /// How well the second one has itself what the first one contradicts, from 0 to 1.
    pub restated: f32,
    /// How surely the first one contradicts it, from 0 to 1.
    pub strength: f32,
    /// By how much the first one ranks higher.
    pub ahead: f32,
    /// How many more of the claim's words it has itself, from -1 to 1.
    pub tells_more: f32,
}

/// What was counted over the parts of a claim.
#[derive(Default)]
struct Counts {
    nouns: Share,
    verbs: Share,
    adjectives: Share,
    names: Share,
    names_local: Share,
    values: Share,
    rare: f32,
    rarest: f32,
    names_missing: f32,
    values_missing: f32,
    first_name_missing: bool,
    /// How surely a number, a date, a name differs, or a word is the opposite.
    differs: [f32; 4],
    differences: f32,
    persons_away: bool,
    names_away: bool,
    /// Whether a name is there, or a rare noun in the sentence itself, besides what differs.
    anchored: bool,
}

impl Signals {
    /// The signals of a comparison; those of the other sentences are not known yet.
    pub(super) fn of(claim: &Claim, text: &Text, comparison: &Comparison) -> Self {
        let measure = Measure::of(claim, comparison);
        let sentence = &text.sentences[comparison.sentence].sentence;
        let mut counts = Counts::default();
        for (item, support) in claim.items.iter().zip(&comparison.supports) {
            counts.count(claim, sentence, item, support);
        }
        let denied = comparison.denied.as_ref();
        let denied = denied.map_or(0.0, |denied| denied.strength);
        let difference = counts.differs.iter().fold(denied, |a, b| a.max(*b));
        let missing = counts.names_missing + counts.values_missing;
        let mut items = claim.items.iter();
        let has_names = items.any(|item| matches!(item.kind, ItemKind::Name(_)));
        let flag = |is_so: bool| f32::from(u8::from(is_so));
        let mut signals = [0.0; SIGNALS.len()];
        signals[..OWN].copy_from_slice(&[
            measure.wide,
            measure.near,
            measure.local,
            measure.rest,
            measure.rest_near,
            counts.nouns.value_or_all(),
            counts.verbs.value_or_all(),
            counts.adjectives.value_or_all(),
            counts.names.value_or_all(),
            counts.names_local.value_or_all(),
            counts.values.value_or_all(),
            counts.rare,
            counts.rarest,
            counts.names_missing,
            counts.values_missing,
            flag(counts.first_name_missing),
            counts.differs[0],
            counts.differs[1],
            counts.differs[2],
            counts.differs[3],
            denied,
            counts.differences,
            difference * measure.rest_near,
            difference * missing,
            measure.unstated,
            measure.unstated_share,
            measure.predicated,
            flag(!counts.values.is_empty()),
            (claim.items.len() as f32 / 10.0).min(2.0),
            flag(counts.persons_away && has_stranger(claim, sentence, true))
                + flag(counts.names_away && has_stranger(claim, sentence, false)),
            turned(claim, text, comparison.sentence),
            comparison.usurped,
            flag(counts.anchored || !has_names),
        ]);
        Self(signals)
    }

    /// Adds what other sentences of the article tell.
    pub(super) fn with_article(mut self, around: &Around) -> Self {
        let flags = |flags: &[bool]| -> Vec<f32> {
            let flags = flags.iter();
            flags.map(|is_so| f32::from(u8::from(*is_so))).collect()
        };
        let rivalry = around.rivalry.as_ref();
        let rivalry = rivalry.map_or([0.0; 4], |rivalry| {
            [
                rivalry.restated,
                rivalry.strength * (1.0 - rivalry.restated),
                rivalry.ahead,
                rivalry.tells_more,
            ]
        });
        let mut all = around.nearly.to_vec();
        all.extend(flags(&[around.states_all]));
        all.extend(rivalry);
        all.extend(flags(&around.admitted));
        self.0[OWN..].copy_from_slice(&all);
        self
    }

    /// Whether what was found admits a verdict: nothing is backed that lacks a number, date or name, or has
    /// another one, nothing in conflict where nothing differs, nothing partly stated where something does.
    pub fn admits(&self, verdict: VerdictKind) -> bool {
        let name = match verdict {
            VerdictKind::Backed => "may-be-backed",
            VerdictKind::Partly => "may-be-partly",
            VerdictKind::Conflict => "may-be-conflict",
            VerdictKind::None => return true,
        };
        self.value(name) > 0.0
    }

    /// Whether a number, a time, a name or a noun that is a thing of its own is missing.
    pub fn lacks_something(&self) -> bool {
        self.value("values-missing") > 0.0
            || self.value("names-missing") > 0.0
            || self.value("rarest-noun-missing") > RARE
    }

    /// Whether the sentence speaks of what the claim does: a name of it is there, or a rare noun.
    pub fn is_anchored(&self) -> bool {
        self.value("anchored") > 0.0
    }

    /// A signal by its name; 0 where there is none of that name.
    pub fn value(&self, name: &str) -> f32 {
        let place = SIGNALS.iter().position(|known| *known == name);
        place.map_or(0.0, |place| self.0[place])
    }
}

impl Counts {
    fn count(
        &mut self,
        claim: &Claim,
        sentence: &Sentence,
        item: &Item,
        support: &super::compare::Support,
    ) {
        let missing = support.status == Status::Missing;
        let there = f32::from(u8::from(!missing));
        if let Status::Contradicted(found) = &support.status {
            let kind = match found.kind {
                Difference::Number => 0,
                Difference::Date => 1,
                Difference::Name => 2,
                Difference::Opposite => 3,
            };
            self.differs[kind] = self.differs[kind].max(found.strength.max(0.1));
            self.differences += 1.0;
        }
        let is_there = matches!(support.status, Status::Supported | Status::Qualified(..));
        self.anchored |= is_there
            && match item.kind {
                ItemKind::Name(_) => true,
                ItemKind::Term(word) => {
                    claim.word(word).capital
                        && item.weight >= ANCHOR_WEIGHT
                        && support.local >= ANCHORED
                }
                ItemKind::Quantity(_) | ItemKind::Time(_) => false,
            };
        match item.kind {
            ItemKind::Term(word) if claim.word(word).capital => {
                self.nouns.add(item.weight, support.near);
                if missing {
                    self.rarest = self.rarest.max(item.weight);
                    self.rare += f32::from(u8::from(item.weight > RARE - 0.1));
                }
            }
            ItemKind::Term(word) => {
                let next = claim.sentence.words.get(word + 1);
                let kind = match next.is_some_and(|next| next.capital) {
                    true => &mut self.adjectives,
                    false => &mut self.verbs,
                };
                kind.add(item.weight, support.near);
            }
            ItemKind::Name(name) => {
                self.first_name_missing |= missing && self.names.is_empty();
                self.names.add(1.0, there);
                self.names_local.add(1.0, support.local);
                self.names_missing += 1.0 - there;
                let is_away = support.local <= LOCAL;
                match claim.name(name).person {
                    true => self.persons_away |= is_away,
                    false => self.names_away |= is_away,
                }
            }
            ItemKind::Quantity(number) => {
                self.values.add(1.0, support.local);
                // `erste` is often left unsaid; where another place in the row is named, it is not.
                let unit = claim.quantity(number).unit;
                let mut others = sentence.quantities.iter();
                let counts = !unit.is_place() || others.any(|other| other.unit == unit);
                self.values_missing += if counts { 1.0 - there } else { 0.0 };
            }
            ItemKind::Time(_) => {
                self.values.add(1.0, support.local);
                self.values_missing += 1.0 - there;
            }
        }
    }
}

/// Whether a sentence names somebody, or something, that the claim does not.
fn has_stranger(claim: &Claim, sentence: &Sentence, person: bool) -> bool {
    let mut names = sentence.names.iter();
    names.any(|name| name.person == person && !is_claimed(claim, name, sentence))
}

/// The share of neighbouring names of the claim that stand the other way round in the sentence.
fn turned(claim: &Claim, text: &Text, sentence: usize) -> f32 {
    let grid = Grid { rows: Vec::new() };
    let affinity = Affinity::new(claim, text, &grid);
    let words = text.sentences[sentence].sentence.words.len();
    let is_name = |item: &usize| matches!(claim.items[*item].kind, ItemKind::Name(_));
    let place = |item: usize| (0..words).find(|word| affinity.alike(item, sentence, *word) >= 0.9);
    let places: Vec<usize> = (0..claim.items.len())
        .filter(is_name)
        .filter_map(place)
        .collect();
    let pairs = places.len().saturating_sub(1).max(1);
    let turned = places.windows(2).filter(|pair| pair[0] > pair[1]).count();
    turned as f32 / pairs as f32
}
