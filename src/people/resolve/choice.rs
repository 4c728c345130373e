//! Which of several persons of one name a short mention means.

use super::figure::Figure;
use super::reading::Clues;
use crate::people::mention::Rule;

/// Where a person was last named.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Trace {
    /// Block of the last full mention, and its place among all readings.
    pub full: Option<(usize, usize)>,
    /// The same of the last mention of any kind.
    pub any: Option<(usize, usize)>,
    /// Short mentions so far.
    pub short: u32,
}

/// A person who may be meant.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    /// The number of the person.
    pub place: u32,
    /// What is known of the person.
    pub figure: &'a Figure,
    /// Where the person was named so far.
    pub trace: Trace,
}

/// What was decided.
pub(super) enum Decision {
    /// This person, by this rule, so surely (in per cent).
    One(u32, Rule, u8),
    /// Nothing tells these apart.
    Undecided(Vec<u32>),
}

/// Below this difference of scores nothing is decided.
const MARGIN: f32 = 0.25;

/// What speaks for a candidate, by kind.
#[derive(Clone, Copy, Default)]
struct Score {
    title: f32,
    recency: f32,
    weight: f32,
}

impl Score {
    fn sum(self) -> f32 {
        self.title + self.recency + self.weight
    }
}

/// Decides between at least two candidates for a mention in `block`.
pub(super) fn choose(clues: &Clues, block: usize, candidates: &[Candidate]) -> Decision {
    let latest = candidates
        .iter()
        .filter_map(|candidate| candidate.trace.full)
        .max_by_key(|(_, at)| *at);
    let last = candidates
        .iter()
        .filter_map(|candidate| candidate.trace.any)
        .max_by_key(|(_, at)| *at);
    let mut scored: Vec<(Score, u32)> = candidates
        .iter()
        .map(|candidate| {
            let mut score = Score {
                title: title(clues, candidate.figure),
                weight: weight(candidate.figure, candidate.trace),
                recency: recency(block, candidate.trace),
            };
            for (named, own, worth) in [
                (latest, candidate.trace.full, LATEST_FULL),
                (last, candidate.trace.any, LATEST_ANY),
            ] {
                if let Some((other, _)) = named.filter(|_| own == named) {
                    score.recency += worth / (1.0 + block.saturating_sub(other) as f32);
                }
            }
            (score, candidate.place)
        })
        .collect();
    scored.sort_by(|one, two| two.0.sum().total_cmp(&one.0.sum()));
    let [(best, place), (next, _), ..] = scored.as_slice() else {
        return Decision::Undecided(candidates.iter().map(|candidate| candidate.place).collect());
    };
    let margin = best.sum() - next.sum();
    if margin < MARGIN {
        let tied = scored
            .iter()
            .filter(|(score, _)| best.sum() - score.sum() < MARGIN);
        return Decision::Undecided(tied.map(|(_, place)| *place).collect());
    }
    let confidence = 95.0 - 35.0 * (-margin).exp();
    Decision::One(*place, rule(*best, *next), confidence as u8)
}

/// The most recent full mention of the name in question.
const LATEST_FULL: f32 = 0.7;

/// Who was named once, as of another's family, is in the background.
const RELATIVE: f32 = 2.5;

/// The most recent mention of any form of it.
const LATEST_ANY: f32 = 0.6;

/// A full name near by says who is meant; each block between makes it less so.
fn recency(block: usize, trace: Trace) -> f32 {
    let near = |place: Option<(usize, usize)>, worth: [f32; 3]| {
        let distance = place.map(|(named, _)| block.saturating_sub(named));
        distance
            .and_then(|distance| worth.get(distance).copied())
            .unwrap_or(0.0)
    };
    near(trace.full, [3.0, 1.5, 0.7]) + near(trace.any, [1.5, 1.0, 0.5])
}

/// Who is named often, or in the headline, is what the article is about; so is who is never named in
/// full because everybody knows who it is.
fn weight(figure: &Figure, trace: Trace) -> f32 {
    if figure.full_mentions == 0 {
        return 1.5;
    }
    let headline = if figure.in_headline { 0.8 } else { 0.0 };
    let is_background = figure.is_relative && figure.full_mentions == 1;
    let background = if is_background { RELATIVE } else { 0.0 };
    let mentions = figure.full_mentions as f32 + 0.5 * trace.short as f32;
    0.8 * (1.0 + mentions).ln() + headline - background
}

fn title(clues: &Clues, figure: &Figure) -> f32 {
    let mut title = 0.0;
    if let Some(role) = clues.role {
        if figure.roles.contains(&role.word) {
            title += 2.5;
        } else if !figure.roles.is_empty() {
            title -= 1.0;
        }
    }
    match (clues.gender, figure.gender) {
        (Some(said), Some(known)) if said == known => title += 1.0,
        (Some(_), Some(_)) => title -= 6.0,
        _ => {}
    }
    match (clues.era, figure.era) {
        (Some(said), Some(known)) if said == known => title += 0.5,
        (Some(_), Some(_)) => title -= 2.0,
        _ => {}
    }
    title
}

/// The rule that made most of the difference.
fn rule(best: Score, next: Score) -> Rule {
    let title = best.title - next.title;
    let recency = best.recency - next.recency;
    let weight = best.weight - next.weight;
    if title >= recency && title >= weight {
        Rule::Title
    } else if recency >= weight {
        Rule::LastNamed
    } else {
        Rule::MainPerson
    }
}
