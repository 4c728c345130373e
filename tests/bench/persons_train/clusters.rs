//! Clusters of words that stand between the same words: spherical k-means (Dhillon and Modha 2001) over the
//! positive pointwise mutual information of words with their left and right neighbours.

use std::cmp::Reverse;
use std::collections::HashMap;

/// So many of the commonest words are looked at as neighbours.
const NEIGHBOURS: usize = 1500;

/// Each neighbour counts apart on the right and on the left.
const WIDTH: usize = 2 * NEIGHBOURS;

/// Words met less often stay without a cluster.
const RARE: u32 = 20;

/// How many clusters there are.
const CLUSTERS: usize = 400;

/// How often words are given to the nearest cluster.
const ROUNDS: usize = 10;

/// What stands between two texts in the stream of words.
const BREAK: u32 = u32::MAX;

/// A word's neighbours with their weights, of length one.
type Row = Vec<(usize, f32)>;

/// The words of texts, one behind the other.
#[derive(Default)]
pub struct Clusters {
    numbers: HashMap<String, u32>,
    counts: Vec<u32>,
    stream: Vec<u32>,
}

impl Clusters {
    /// Says that another text begins.
    pub fn part(&mut self) {
        self.stream.push(BREAK);
    }

    /// Adds the next word.
    pub fn add(&mut self, word: &str) {
        let number = self.numbers.get(word).copied().unwrap_or_else(|| {
            self.numbers
                .insert(word.to_owned(), self.counts.len() as u32);
            self.counts.push(0);
            self.counts.len() as u32 - 1
        });
        self.counts[number as usize] += 1;
        self.stream.push(number);
    }

    /// The cluster of each frequent word, from 1.
    pub fn learn(self) -> Vec<(String, u32)> {
        let mut by_count: Vec<usize> = (0..self.counts.len()).collect();
        by_count.sort_by_key(|number| (Reverse(self.counts[*number]), *number));
        let frequent = by_count
            .iter()
            .take_while(|number| self.counts[**number] >= RARE);
        let frequent: Vec<usize> = frequent.copied().collect();
        let rows = weigh(self.neighbours(&frequent));
        let mut words = vec![String::new(); self.counts.len()];
        for (word, number) in self.numbers {
            words[number as usize] = word;
        }
        let clustered = frequent.iter().zip(k_means(&rows));
        clustered
            .map(|(number, cluster)| (std::mem::take(&mut words[*number]), cluster as u32 + 1))
            .collect()
    }

    /// How often each frequent word stands beside each of the commonest ones.
    fn neighbours(&self, frequent: &[usize]) -> Vec<HashMap<usize, u32>> {
        let mut place = vec![usize::MAX; self.counts.len()];
        for (row, number) in frequent.iter().enumerate() {
            place[*number] = row;
        }
        let mut rows = vec![HashMap::new(); frequent.len()];
        let mut count = |word: usize, neighbour: usize, side: usize| {
            if word != usize::MAX && neighbour < NEIGHBOURS {
                *rows[word].entry(neighbour + side).or_default() += 1;
            }
        };
        for pair in self.stream.windows(2) {
            let [left, right] = [pair[0], pair[1]];
            if left != BREAK && right != BREAK {
                let (left, right) = (place[left as usize], place[right as usize]);
                count(left, right, 0);
                count(right, left, NEIGHBOURS);
            }
        }
        rows
    }
}

/// Turns counts into positive pointwise mutual information; rare pairs weigh less.
fn weigh(counts: Vec<HashMap<usize, u32>>) -> Vec<Row> {
    let mut totals = vec![0.0; WIDTH];
    for (neighbour, count) in counts.iter().flatten() {
        totals[*neighbour] += *count as f32;
    }
    let all: f32 = totals.iter().sum();
    let row = |counts: HashMap<usize, u32>| {
        let sum: f32 = counts.values().map(|count| *count as f32).sum();
        let weighed = counts.into_iter().map(|(neighbour, count)| {
            let count = count as f32;
            let information = (count * all / (sum * totals[neighbour])).ln();
            (neighbour, information.max(0.0) * count / (count + 2.0))
        });
        let mut row: Row = weighed.filter(|(_, weight)| *weight > 0.0).collect();
        row.sort_unstable_by_key(|(neighbour, _)| *neighbour);
        let length = row.iter().map(|(_, weight)| weight * weight).sum::<f32>();
        let length = length.sqrt().max(f32::MIN_POSITIVE);
        row.iter_mut().for_each(|(_, weight)| *weight /= length);
        row
    };
    counts.into_iter().map(row).collect()
}

/// The cluster of each row.
fn k_means(rows: &[Row]) -> Vec<usize> {
    let mut nearest = vec![0; rows.len()];
    // The first centres are words of middling frequency, not the very commonest.
    let first = (0..CLUSTERS).map(|cluster| (cluster, &rows[(cluster * 7 + 200) % rows.len()]));
    let mut centres = Centres::of(first);
    for _ in 0..ROUNDS {
        for (row, nearest) in rows.iter().zip(&mut nearest) {
            *nearest = centres.nearest(row);
        }
        centres = Centres::of(nearest.iter().copied().zip(rows));
    }
    nearest
}

/// The directions of the clusters: for each neighbour, its weight in every cluster.
struct Centres(Vec<f32>);

impl Centres {
    /// The mean directions of the rows of each cluster.
    fn of<'r>(members: impl Iterator<Item = (usize, &'r Row)>) -> Self {
        let mut centres = vec![0.0; WIDTH * CLUSTERS];
        for (cluster, row) in members {
            for (neighbour, weight) in row {
                centres[neighbour * CLUSTERS + cluster] += weight;
            }
        }
        let mut lengths = [0.0f32; CLUSTERS];
        for column in centres.chunks_exact(CLUSTERS) {
            let weights = lengths.iter_mut().zip(column);
            weights.for_each(|(length, weight)| *length += weight * weight);
        }
        for column in centres.chunks_exact_mut(CLUSTERS) {
            let weights = column.iter_mut().zip(&lengths);
            weights.for_each(|(weight, length)| *weight /= length.sqrt().max(f32::MIN_POSITIVE));
        }
        Self(centres)
    }

    fn nearest(&self, row: &Row) -> usize {
        let mut scores = [0.0; CLUSTERS];
        for (neighbour, weight) in row {
            let column = &self.0[neighbour * CLUSTERS..][..CLUSTERS];
            let scores = scores.iter_mut().zip(column);
            scores.for_each(|(score, centre)| *score += weight * centre);
        }
        (0..CLUSTERS).fold(0, |best, cluster| {
            if scores[cluster] > scores[best] {
                cluster
            } else {
                best
            }
        })
    }
}
