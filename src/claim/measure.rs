//! How much of a claim is stated, and what that makes of it.

use super::compare::{Comparison, Difference, Status};
use super::parts::{Claim, ItemKind};
use crate::evidence::Stance;

/// The share of a claim that is stated where it is backed, in the article and near the sentence.
const BACKED: f32 = 0.7;
const BACKED_NEAR: f32 = 0.6;
/// The share of the rest that must be stated near the sentence where a part is contradicted.
const SAME_MATTER: f32 = 0.6;
/// The same, where one other part is missing: then something must surely be contradicted, too.
const SAME_MATTER_LACKING: f32 = 0.7;
const SURELY: f32 = 0.6;
/// So many numbers, dates and names that differ are another matter.
const OTHER_MATTER: usize = 2;
/// Each number, date and name that differs beside the first makes another matter likelier.
const STRANGE: f32 = 0.25;
const MOST_STRANGE: usize = 3;
/// Less surely, nothing is contradicted.
const SURE: f32 = 0.2;
/// The share that is stated where a claim is backed in part.
const PARTLY: f32 = 0.58;
/// The share that must stand near one sentence, so that it speaks of the claim at all.
const NEAR: f32 = 0.4;
/// Unmatched words one after another of so much weight, or of such a share, are something that is not
/// stated.
const UNSTATED: f32 = 1.25;
const UNSTATED_SHARE: f32 = 0.2;
/// So much of the words beside names, numbers and dates must be stated: what is said, not only of whom.
const PREDICATED: f32 = 0.55;

/// How much of a claim is stated, and what is not; shares are from 0 to 1.
#[derive(Debug)]
pub(super) struct Measure {
    /// In the article, nearer matches counting more.
    pub wide: f32,
    /// In the sentence and beside it.
    pub near: f32,
    /// In the sentence itself.
    pub local: f32,
    /// In the article, of what is not contradicted.
    pub rest: f32,
    /// Beside the sentence, of what is not contradicted.
    pub rest_near: f32,
    /// Numbers, dates and names that are not there.
    missing: usize,
    /// The heaviest run of words that are not there, and its share of the claim.
    pub unstated: f32,
    pub unstated_share: f32,
    /// The share of the words beside names, numbers and dates that is there.
    pub predicated: f32,
    /// How surely something else is said; `None` where nothing is.
    contradicted: Option<f32>,
    /// How many numbers, dates and names are contradicted.
    contradictions: usize,
}

/// A sum of weights, and how much of it is matched.
#[derive(Clone, Copy, Default)]
pub(super) struct Share {
    all: f32,
    matched: f32,
}

impl Share {
    pub fn add(&mut self, weight: f32, matched: f32) {
        self.all += weight;
        self.matched += weight * matched;
    }

    /// Whether there was nothing to match.
    pub fn is_empty(self) -> bool {
        self.all == 0.0
    }

    /// The share that is matched; none of nothing.
    pub fn value(self) -> f32 {
        self.matched / self.all.max(f32::EPSILON)
    }

    /// The share that is matched; all of nothing.
    pub fn value_or_all(self) -> f32 {
        if self.is_empty() { 1.0 } else { self.value() }
    }
}

impl Measure {
    /// Measures a comparison.
    pub fn of(claim: &Claim, comparison: &Comparison) -> Self {
        let [mut wide, mut near, mut local, mut rest, mut rest_near] = [Share::default(); 5];
        let mut predicated = Share::default();
        let (mut missing, mut unstated, mut run) = (0, 0.0_f32, 0.0);
        let mut contradicted = comparison.denied.as_ref().map(|denied| denied.strength);
        let mut contradictions = 0;
        for (item, support) in claim.items.iter().zip(&comparison.supports) {
            wide.add(item.weight, support.wide);
            near.add(item.weight, support.near);
            local.add(item.weight, support.local);
            if let Status::Contradicted(found) = &support.status {
                contradicted = Some(contradicted.unwrap_or(0.0).max(found.strength));
                contradictions += usize::from(found.kind != Difference::Opposite);
                run = 0.0;
                continue;
            }
            if matches!(item.kind, ItemKind::Term(_)) {
                let is_there = support.status != Status::Missing;
                predicated.add(item.weight, f32::from(u8::from(is_there)));
            }
            rest.add(item.weight, support.wide);
            rest_near.add(item.weight, support.near);
            match (&support.status, item.kind) {
                (Status::Missing, ItemKind::Term(_)) => run += item.weight,
                (Status::Missing, ItemKind::Quantity(number)) => {
                    missing += usize::from(!claim.quantity(number).unit.is_place());
                }
                (Status::Missing, ItemKind::Time(_) | ItemKind::Name(_)) => missing += 1,
                _ => run = 0.0,
            }
            unstated = unstated.max(run);
        }
        Self {
            wide: wide.value(),
            near: near.value(),
            local: local.value(),
            rest: rest.value(),
            rest_near: rest_near.value(),
            missing,
            unstated,
            predicated: match predicated.all {
                0.0 => 1.0,
                _ => predicated.value(),
            },
            unstated_share: unstated / wide.all.max(f32::EPSILON),
            contradicted,
            contradictions,
        }
    }

    /// The order of evidence: what speaks of most of the claim, in one sentence if it can be.
    pub fn rank(&self) -> f32 {
        let strange = self.contradictions.saturating_sub(1).min(MOST_STRANGE) as f32;
        self.wide + 0.6 * self.near + 0.6 * self.local - STRANGE * strange
    }

    /// How the sentence stands to the claim.
    pub fn stance(&self) -> Stance {
        match self.contradicted {
            Some(strength) if self.is_conflict(strength) => Stance::Conflicts,
            // What states another thing of another matter states no part of the claim.
            Some(_) => Stance::Near,
            None if self.is_backed() => Stance::Backs,
            None if self.rest >= PARTLY && self.rest_near >= NEAR => Stance::Partly,
            None => Stance::Near,
        }
    }

    fn is_conflict(&self, strength: f32) -> bool {
        let enough = match self.missing {
            0 => self.rest_near >= SAME_MATTER && strength >= SURE,
            1 => self.rest_near >= SAME_MATTER_LACKING && strength >= SURELY,
            _ => false,
        };
        enough && self.contradictions < OTHER_MATTER
    }

    fn is_backed(&self) -> bool {
        self.missing == 0
            && self.wide >= BACKED
            && self.near >= BACKED_NEAR
            && self.unstated < UNSTATED
            && self.unstated_share < UNSTATED_SHARE
            && self.predicated >= PREDICATED
    }
}
