//! Lives here: cutting German compounds on their surface.
//! Comes in: a word as written, and what was learnt from the collection.
//! Goes out: its parts with offsets, role and weight; nothing when it stays whole.
//! Never enters: texts, stems, the index.

mod lattice;
mod morphology;
mod score;
mod word;

use super::Knowledge;
use super::lexicon;
use word::Word;

/// A part of a compound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Where it begins, in bytes of the word.
    pub start: usize,
    /// Where it ends, in bytes of the word; linking letters lie behind it.
    pub end: usize,
    /// Letters to append before stemming, which the compound dropped: `e` for *Schul*weg.
    pub ending: &'static str,
    /// Its place in the compound.
    pub role: Role,
    /// How much it says by itself, from 0.1 (a word that is everywhere) to 1 (a rare one).
    pub weight: f32,
    /// Whether it is not cut further; a bigger part lies over the leaves it is made of.
    pub leaf: bool,
}

/// The place of a part in its compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It says more about the head: *Munition*slager.
    Modifier,
    /// It stands last and says what the whole is: Munitions*lager*.
    Head,
}

/// Cuts `word` on its surface, replacing what `parts` holds; empty when it stays whole.
///
/// The word may be in any case and have umlauts, ß or ss. Leaves come in order of their place,
/// bigger parts that are words themselves (*Atomwaffen* in *Atomwaffensperrvertrag*) behind them.
pub fn split(word: &str, knowledge: &Knowledge, parts: &mut Vec<Part>) {
    parts.clear();
    let Some(word) = Word::new(word) else { return };
    if !stays_whole(&word) {
        lattice::cut(&word, knowledge, parts);
        add_bigger_parts(&word, parts);
    }
}

/// Whether a rule says that the word is no compound, whatever its parts look like.
fn stays_whole(word: &Word) -> bool {
    let key = word.key();
    let infinitive = word.case() == word::Case::Lower && morphology::is_infinitive_with_zu(key);
    infinitive || morphology::is_follower(key) || morphology::is_only_name(key)
}

/// The bytes at which `parts` cut their word: where each leaf but the first begins.
pub fn cuts(parts: &[Part]) -> impl Iterator<Item = usize> {
    parts
        .iter()
        .filter(|part| part.leaf)
        .skip(1)
        .map(|part| part.start)
}

/// Adds neighbouring leaves that are a word together, unless that is the whole.
fn add_bigger_parts(word: &Word, parts: &mut Vec<Part>) {
    let leaves = parts.len();
    for first in 0..leaves {
        for last in first + 1..leaves {
            let (
                start,
                Part {
                    end, ending, role, ..
                },
            ) = (parts[first].start, parts[last]);
            if last - first + 1 == leaves || !ending.is_empty() {
                continue;
            }
            let Some(entry) = lexicon::lookup(&word.key()[start..end]) else {
                continue;
            };
            if entry.is_noun() {
                let weight = score::weight(entry);
                parts.push(Part {
                    start,
                    end,
                    ending,
                    role,
                    weight,
                    leaf: false,
                });
            }
        }
    }
}
