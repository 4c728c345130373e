//! A conditional random field and how it learns: the likelihood of the right labels is climbed run by run
//! with AdaGrad (Duchi, Hazan and Singer 2011) under a quadratic penalty, and the weights are averaged.

use std::collections::HashMap;

use beleg::people::detect::class::CLASSES;
use beleg::people::detect::lattice::{Edges, LABELS, Label, Lattice, NEVER, Row, Steps};

use crate::examples::{Example, Node};

/// How often all examples are gone through.
const ROUNDS: usize = 12;

/// The length of a step.
const RATE: f32 = 0.2;

/// What a weight of one costs, beside the logarithmic likelihood of all examples.
const PENALTY: f32 = 1.0;

/// What a weight of a step from label to label costs at each token.
const STEP_PENALTY: f32 = 1e-4;

/// Features of fewer tokens are left out.
const RARE: u32 = 2;

/// In how many of a hundred places a token's own identity is left out.
const LEFT_OUT: u64 = 50;

/// The scores of the labels that a feature brings, all but that of `Outside`.
type Weight = [f32; LABELS - 1];

/// Which of its weights the field learns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Learns {
    /// Those of features and of steps from label to label.
    All,
    /// Those of features; steps are given.
    Features,
}

/// What was learnt.
#[derive(Clone)]
pub struct Field {
    pub features: HashMap<u32, Weight>,
    pub steps: Vec<Edges>,
}

impl Field {
    /// A field that has learnt nothing.
    pub fn blank() -> Self {
        Self {
            features: HashMap::new(),
            steps: vec![allowed(&[[0.0; LABELS]; LABELS]); CLASSES],
        }
    }

    /// The scores of a node's labels.
    pub fn row(&self, node: &Node) -> Row {
        let mut row = node.given;
        for weight in node
            .features
            .iter()
            .filter_map(|key| self.features.get(key))
        {
            add(&mut row, weight);
        }
        row
    }

    /// Learns from examples, starting with the steps of this field.
    pub fn learn(&self, examples: &[&Example], learns: Learns) -> Self {
        let mut learner = Learner::new(examples, self.steps.clone(), learns);
        let mut order: Vec<&Vec<Node>> =
            examples.iter().flat_map(|example| &example.runs).collect();
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        for _ in 0..ROUNDS {
            for place in (1..order.len()).rev() {
                order.swap(place, random.below(place as u64 + 1) as usize);
            }
            for run in &order {
                learner.climb(run, &mut random);
            }
            learner.take_note();
        }
        learner.finish()
    }
}

/// Marsaglia's xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

struct Learner {
    learns: Learns,
    numbers: HashMap<u32, usize>,
    counts: Vec<u32>,
    weights: Vec<Weight>,
    squares: Vec<Weight>,
    sums: Vec<Weight>,
    steps: Vec<Edges>,
    step_squares: Vec<Edges>,
    rounds: f32,
    lattice: Lattice,
    active: Vec<usize>,
}

impl Learner {
    fn new(examples: &[&Example], steps: Vec<Edges>, learns: Learns) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        let nodes = examples
            .iter()
            .flat_map(|example| example.runs.iter().flatten());
        for key in nodes.flat_map(|node| &node.features) {
            *counts.entry(*key).or_default() += 1;
        }
        let mut kept: Vec<(u32, u32)> = counts
            .into_iter()
            .filter(|(_, count)| *count >= RARE)
            .collect();
        kept.sort_unstable();
        let zero = [0.0; LABELS - 1];
        Self {
            learns,
            numbers: kept
                .iter()
                .enumerate()
                .map(|(number, (key, _))| (*key, number))
                .collect(),
            counts: kept.iter().map(|(_, count)| *count).collect(),
            weights: vec![zero; kept.len()],
            squares: vec![[1e-2; LABELS - 1]; kept.len()],
            sums: vec![zero; kept.len()],
            steps,
            step_squares: vec![[[1e-2; LABELS]; LABELS]; CLASSES],
            rounds: 0.0,
            lattice: Lattice::default(),
            active: Vec::new(),
        }
    }

    /// One step up for a run.
    fn climb(&mut self, run: &[Node], random: &mut Random) {
        self.lattice.clear();
        self.active.clear();
        let mut ends = Vec::with_capacity(run.len());
        for node in run {
            let start = self.active.len();
            let without_identity = random.below(100) < LEFT_OUT;
            let features = node
                .features
                .iter()
                .filter(|key| !(without_identity && **key == node.identity));
            self.active
                .extend(features.filter_map(|key| self.numbers.get(key)));
            let mut row = node.given;
            for feature in &self.active[start..] {
                add(&mut row, &self.weights[*feature]);
            }
            self.lattice
                .push(row, &Steps::new(allowed(&self.steps[node.class as usize])));
            ends.push(self.active.len());
        }
        self.lattice.sum();
        let mut before = Label::Outside;
        let mut start = 0;
        for (place, (node, end)) in run.iter().zip(ends).enumerate() {
            self.climb_features(place, node, start..end);
            if self.learns == Learns::All {
                self.climb_steps(place, before, node);
            }
            before = node.label;
            start = end;
        }
    }

    fn climb_features(&mut self, place: usize, node: &Node, active: std::ops::Range<usize>) {
        let probabilities = self.lattice.node_probabilities(place);
        let slopes: Weight = std::array::from_fn(|row| {
            let label = Label::ALL[row + 1];
            f32::from(label == node.label) - probabilities[row + 1]
        });
        for &feature in &self.active[active] {
            let penalty = PENALTY / self.counts[feature] as f32;
            for (row, slope) in slopes.iter().enumerate() {
                let weight = &mut self.weights[feature][row];
                climb(
                    weight,
                    &mut self.squares[feature][row],
                    slope - penalty * *weight,
                );
            }
        }
    }

    fn climb_steps(&mut self, place: usize, before: Label, node: &Node) {
        let class = node.class as usize;
        let probabilities = self.lattice.step_probabilities(place);
        for from in Label::ALL {
            for to in Label::ALL {
                let wanted = f32::from(from == before && to == node.label);
                let slope = wanted - probabilities[from as usize][to as usize];
                let weight = &mut self.steps[class][from as usize][to as usize];
                let square = &mut self.step_squares[class][from as usize][to as usize];
                climb(weight, square, slope - STEP_PENALTY * *weight);
            }
        }
    }

    /// Adds the weights as they are to those that are averaged.
    fn take_note(&mut self) {
        self.rounds += 1.0;
        for (sum, weight) in self
            .sums
            .iter_mut()
            .flatten()
            .zip(self.weights.iter().flatten())
        {
            *sum += weight;
        }
    }

    fn finish(self) -> Field {
        let weight = |number: usize| self.sums[number].map(|sum| sum / self.rounds);
        Field {
            features: self
                .numbers
                .iter()
                .map(|(key, number)| (*key, weight(*number)))
                .collect(),
            steps: self.steps.iter().map(allowed).collect(),
        }
    }
}

fn climb(weight: &mut f32, square: &mut f32, slope: f32) {
    *square += slope * slope;
    *weight += RATE * slope / square.sqrt();
}

fn add(row: &mut Row, weight: &Weight) {
    for (sum, weight) in row[1..].iter_mut().zip(weight) {
        *sum += weight;
    }
}

/// The steps with those ruled out that no labelling has: a name goes on only behind its beginning.
fn allowed(edges: &Edges) -> Edges {
    let mut edges = *edges;
    for from in [Label::Outside, Label::Derived] {
        edges[from as usize][Label::Inside as usize] = NEVER;
    }
    edges
}
