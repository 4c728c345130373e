//! A run of tokens that may be names, and the best way to label it: a linear-chain conditional random
//! field (Lafferty, McCallum and Pereira 2001).

/// How many labels there are.
pub const LABELS: usize = 4;

/// What a token is to a name; the numbers are places in the rows of scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Label {
    /// No part of a name.
    Outside = 0,
    /// The first word of a name.
    Begin = 1,
    /// A further word of the name.
    Inside = 2,
    /// A word derived from a name, or a word of the name before it.
    Derived = 3,
}

impl Label {
    /// All labels, each at its own number.
    pub const ALL: [Self; LABELS] = [Self::Outside, Self::Begin, Self::Inside, Self::Derived];
}

/// A score for each label.
pub type Row = [f32; LABELS];

/// A score for each label behind each other label: `edges[before][behind]`.
pub type Edges = [Row; LABELS];

/// What stands for an impossible step.
pub const NEVER: f32 = -1e4;

/// The steps from label to label, as scores and as the factors they mean.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    scores: Edges,
    factors: Edges,
    /// How much better than `Outside` each label can be by the step to it.
    gains: Row,
}

impl Steps {
    /// The steps with these scores.
    pub fn new(scores: Edges) -> Self {
        let best = |label: usize| scores.iter().map(|row| row[label]).fold(NEVER, f32::max);
        Self {
            scores,
            factors: scores.map(|row| row.map(f32::exp)),
            gains: std::array::from_fn(|label| best(label) - scores[0][0]),
        }
    }
}

/// A token whose labels are all worse than `Outside` by so much is hopeless.
const HOPELESS: f32 = -4.0;

/// A run of tokens with the scores of their labels. The tokens before and behind it are `Outside`.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    nodes: Vec<Row>,
    steps: Vec<Steps>,
    factors: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    back: Vec<[u8; LABELS]>,
    labels: Vec<Label>,
}

impl Lattice {
    /// Forgets all tokens.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.steps.clear();
    }

    /// Adds a token: the scores of its labels, and of the steps from the token before it.
    pub fn push(&mut self, node: Row, steps: &Steps) {
        self.nodes.push(node);
        self.steps.push(*steps);
    }

    /// Whether a token with these scores can hardly be part of a name.
    pub fn is_hopeless(node: &Row, steps: &Steps) -> bool {
        (1..LABELS).all(|label| node[label] - node[0] + steps.gains[label] < HOPELESS)
    }

    /// Finds the labels with the highest score together (Viterbi), when `Outside` counts for so much less.
    pub fn best(&mut self, eagerness: f32) {
        self.back.clear();
        let mut score = [0.0, NEVER, NEVER, NEVER];
        for (node, steps) in self.nodes.iter().zip(&self.steps) {
            let mut next = [NEVER; LABELS];
            let mut back = [0; LABELS];
            for label in 0..LABELS {
                let (from, best) = best_step(&score, &steps.scores, label);
                let handicap = if label == 0 { eagerness } else { 0.0 };
                next[label] = best + node[label] - handicap;
                back[label] = from as u8;
            }
            self.back.push(back);
            score = next;
        }
        let mut label = (0..LABELS).fold(0, |best, label| {
            if score[label] > score[best] {
                label
            } else {
                best
            }
        });
        self.labels.clear();
        for back in self.back.iter().rev() {
            self.labels.push(Label::ALL[label]);
            label = usize::from(back[label]);
        }
        self.labels.reverse();
    }

    /// The labels that [`Lattice::best`] found.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Whether [`Lattice::best`] found no name.
    pub fn is_outside(&self) -> bool {
        self.labels.iter().all(|label| *label == Label::Outside)
    }

    /// Sums over all ways to label; needed before probabilities are asked for.
    pub fn sum(&mut self) {
        let count = self.nodes.len();
        self.factors.clear();
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(count, [1.0; LABELS]);
        let mut before = [1.0, 0.0, 0.0, 0.0];
        for (node, steps) in self.nodes.iter().zip(&self.steps) {
            let highest = node.iter().copied().fold(NEVER, f32::max);
            let factors = node.map(|score| (score - highest).exp());
            let row = std::array::from_fn(|to: usize| {
                let reached: f32 = (0..LABELS)
                    .map(|from| before[from] * steps.factors[from][to])
                    .sum();
                reached * factors[to]
            });
            before = scaled(row);
            self.factors.push(factors);
            self.forward.push(before);
        }
        for place in (1..count).rev() {
            let (steps, factors) = (&self.steps[place].factors, &self.factors[place]);
            let behind = self.backward[place];
            self.backward[place - 1] = scaled(std::array::from_fn(|from: usize| {
                (0..LABELS)
                    .map(|to| steps[from][to] * factors[to] * behind[to])
                    .sum()
            }));
        }
    }

    /// How probable each label of the token at `place` is, after [`Lattice::sum`].
    pub fn node_probabilities(&self, place: usize) -> Row {
        let (forward, backward) = (&self.forward[place], &self.backward[place]);
        let row: Row = std::array::from_fn(|label| forward[label] * backward[label]);
        let total: f32 = row.iter().sum();
        row.map(|share| share / total)
    }

    /// How probable each step to the token at `place` is, after [`Lattice::sum`].
    pub fn step_probabilities(&self, place: usize) -> Edges {
        let before = match place {
            0 => [1.0, 0.0, 0.0, 0.0],
            _ => self.forward[place - 1],
        };
        let (steps, factors) = (&self.steps[place].factors, &self.factors[place]);
        let behind = &self.backward[place];
        let edges: Edges = std::array::from_fn(|from| {
            std::array::from_fn(|to| before[from] * steps[from][to] * factors[to] * behind[to])
        });
        let total: f32 = edges.iter().flatten().sum();
        edges.map(|row| row.map(|share| share / total))
    }

    /// How probable it is that exactly these tokens are one name, after [`Lattice::sum`].
    pub fn probability(&self, start: usize, end: usize, label: Label) -> f32 {
        let inner = if label == Label::Begin {
            Label::Inside
        } else {
            label
        };
        let mut probability = self.node_probabilities(start)[label as usize];
        let mut last = label;
        for place in start + 1..end {
            let steps = self.step_probabilities(place)[last as usize];
            probability *= steps[inner as usize] / steps.iter().sum::<f32>();
            last = inner;
        }
        if end < self.nodes.len() {
            let steps = self.step_probabilities(end)[last as usize];
            probability *= 1.0 - steps[inner as usize] / steps.iter().sum::<f32>();
        }
        probability
    }
}

/// The same row with a sum of one.
fn scaled(row: Row) -> Row {
    let total: f32 = row.iter().sum();
    row.map(|share| share / total.max(f32::MIN_POSITIVE))
}

fn best_step(score: &Row, edges: &Edges, label: usize) -> (usize, f32) {
    (0..LABELS).fold((0, f32::NEG_INFINITY), |best, from| {
        let step = score[from] + edges[from][label];
        if step > best.1 { (from, step) } else { best }
    })
}
