//! The verdict learnt from claims that people have judged: a multinomial logistic regression over
//! [`Signals`], and what no learning may overrule.
//!
//! `weights.txt` has a line a signal: its name, its mean and deviation, and its weights for the four verdicts;
//! the program `tests/bench/verdicts.rs` writes it.

use std::sync::LazyLock;

use super::signals::{SIGNALS, Signals};
use crate::evidence::VerdictKind;

/// The verdicts in the order of the weights.
pub const VERDICTS: [VerdictKind; 4] = [
    VerdictKind::Backed,
    VerdictKind::Partly,
    VerdictKind::Conflict,
    VerdictKind::None,
];

struct Weight {
    mean: f32,
    deviation: f32,
    of: [f32; 4],
}

struct Model {
    weights: Vec<Weight>,
    bias: [f32; 4],
}

static LEARNT: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("weights.txt")));

/// The likeliest of the verdicts that are admitted, and how likely it is among all four.
pub(super) fn verdict(signals: &Signals) -> (VerdictKind, f32) {
    let likely = VERDICTS.into_iter().zip(LEARNT.likely(signals));
    likely
        .filter(|(kind, _)| signals.admits(*kind))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap_or((VerdictKind::None, 0.0))
}

impl Model {
    /// Reads the table of weights; a signal that it does not name weighs nothing.
    fn read(table: &str) -> Self {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        let rows: Vec<(&str, Vec<f32>)> = rows
            .map(|line| {
                let mut fields = line.split_whitespace();
                let name = fields.next().unwrap_or_default();
                (
                    name,
                    fields.filter_map(|field| field.parse().ok()).collect(),
                )
            })
            .collect();
        let row = |name: &str| rows.iter().find(|(known, _)| *known == name);
        let weights = SIGNALS
            .iter()
            .map(|name| match row(name).map(|row| row.1.as_slice()) {
                Some([mean, deviation, backed, partly, conflict, none]) => Weight {
                    mean: *mean,
                    deviation: *deviation,
                    of: [*backed, *partly, *conflict, *none],
                },
                _ => Weight {
                    mean: 0.0,
                    deviation: 1.0,
                    of: [0.0; 4],
                },
            });
        let bias = row("bias").and_then(|(_, fields)| fields.get(2..6)?.try_into().ok());
        Self {
            weights: weights.collect(),
            bias: bias.unwrap_or_default(),
        }
    }

    fn likely(&self, signals: &Signals) -> [f32; 4] {
        let mut scores = self.bias;
        for (weight, signal) in self.weights.iter().zip(&signals.0) {
            let standard = (signal - weight.mean) / weight.deviation;
            for (score, weight) in scores.iter_mut().zip(weight.of) {
                *score += standard * weight;
            }
        }
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let scores = scores.map(|score| (score - most).exp());
        let sum: f32 = scores.iter().sum();
        scores.map(|score| score / sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signal_has_its_weights() {
        let table = include_str!("weights.txt");
        for name in SIGNALS {
            let named = |line: &str| line.split_whitespace().next() == Some(name);
            assert!(table.lines().any(named), "{name}");
        }
    }

    #[test]
    fn what_is_not_admitted_is_never_the_verdict() {
        let signals = Signals([0.0; SIGNALS.len()]);
        assert_eq!(verdict(&signals).0, VerdictKind::None);
    }
}
