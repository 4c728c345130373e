//! What the second reading of an article learns from: what a first reading, by a field that has not learnt
//! from that article, makes of it.

use beleg::people::detect::document::{Document, Reading};
use beleg::people::detect::lattice::{Lattice, Steps};
use beleg::people::detect::weights::key;

use crate::examples::{Example, Node};
use crate::field::{Field, Learns};

/// The examples are read in so many parts, each by a field that learnt from the others.
const PARTS: usize = 5;

/// The second reading's examples: the scores of the first are given, what the article says is to be learnt.
pub fn second(examples: &[Example]) -> Field {
    let mut seconds = Vec::new();
    let mut steps = None;
    for part in 0..PARTS {
        let others: Vec<&Example> = part_of(examples, |number| number % PARTS != part);
        let field = Field::blank().learn(&others, Learns::All);
        for example in part_of(examples, |number| number % PARTS == part) {
            seconds.push(read(&field, example));
        }
        steps = Some(field.steps);
    }
    let mut field = Field::blank();
    field.steps = steps.unwrap_or(field.steps);
    field.learn(&seconds.iter().collect::<Vec<_>>(), Learns::Features)
}

fn part_of(examples: &[Example], is_wanted: impl Fn(usize) -> bool) -> Vec<&Example> {
    let numbered = examples.iter().enumerate();
    numbered
        .filter(|(number, _)| is_wanted(*number))
        .map(|(_, example)| example)
        .collect()
}

fn read(field: &Field, example: &Example) -> Example {
    let mut lattice = Lattice::default();
    let mut document = Document::default();
    let mut readings = Vec::new();
    let nodes: Vec<&Node> = example.runs.iter().flatten().collect();
    for run in &example.runs {
        lattice.clear();
        let mut hopeless = true;
        for node in run {
            let steps = Steps::new(field.steps[node.class as usize]);
            let row = field.row(node);
            hopeless &= Lattice::is_hopeless(&row, &steps);
            lattice.push(row, &steps);
        }
        if hopeless {
            readings.extend(run.iter().map(|_| Reading::HOPELESS));
            continue;
        }
        lattice.sum();
        lattice.best(0.0);
        Reading::of(&lattice, &mut readings);
    }
    let words = nodes.iter().map(|node| node.spelling.word);
    document.fill(words.zip(readings.iter().copied()));
    let mut readings = readings.into_iter();
    let mut second = |node: &Node| {
        let mut features = Vec::new();
        let reading = readings.next().expect("there is one for each node");
        document.features(node.spelling.word, node.spelling.base, reading, |feature| {
            features.push(key(feature, 0))
        });
        Node {
            features,
            given: field.row(node),
            ..node.clone()
        }
    };
    Example {
        runs: example
            .runs
            .iter()
            .map(|run| run.iter().map(&mut second).collect())
            .collect(),
    }
}
