//! The best way through all cuts a word allows, by dynamic programming.
//!
//! Which words are parts, and of how many words, was learnt from the word list when the lexicon
//! was made. Linking letters are part of the modifier's form there (*haftungs*, *schul*), so an
//! ambiguous s falls to the side that other words support.

use std::ops::Range;

use super::score::{self, Whole};
use super::word::{LONGEST, Word};
use super::{Part, Role, morphology};
use crate::german::Knowledge;
use crate::german::lexicon::{self, Entry, Link};

/// A compound is cut in at most so many parts at once.
const MOST_PARTS: usize = 5;

/// Shorter parts (in bytes) are not cut again.
const SHORTEST_INNER: usize = 7;

/// The shortest word (in bytes) that may stand behind a cut.
const SHORTEST_HEAD: usize = 3;

/// Links that join any noun, also where no other word shows it.
const FREE_LINKS: [Link; 2] = [Link::S, Link::Es];

/// The best known way to have parts end at a place.
#[derive(Clone, Copy)]
struct Step {
    score: f32,
    from: usize,
    link: Link,
    parts: usize,
}

/// All ways through a stretch of a word.
struct Lattice<'a> {
    word: &'a Word<'a>,
    text: &'a str,
    /// Places inside opaque words, where no part begins.
    closed: &'a [bool; LONGEST],
    whole: Whole,
    start: usize,
    end: usize,
    steps: [Option<Step>; LONGEST + 1],
}

/// Appends the leaves of `word` to `parts`; nothing when it stays whole.
pub(super) fn cut(word: &Word, knowledge: &Knowledge, parts: &mut Vec<Part>) {
    let text = word.key();
    let mut closed = [false; LONGEST];
    for span in morphology::opaque(text) {
        closed[span.start + 1..span.end].fill(true);
    }
    let whole = Whole::word(lexicon::lookup(text), word.case(), knowledge.is_name(text));
    Lattice::new(word, text, &closed, whole, 0..text.len()).cut(Role::Head, parts);
}

impl<'a> Lattice<'a> {
    fn new(
        word: &'a Word<'a>,
        text: &'a str,
        closed: &'a [bool; LONGEST],
        whole: Whole,
        stretch: Range<usize>,
    ) -> Self {
        let Range { start, end } = stretch;
        let mut steps = [None; LONGEST + 1];
        steps[start] = Some(Step {
            score: -whole.bar(),
            from: start,
            link: Link::None,
            parts: 0,
        });
        Self {
            word,
            text,
            closed,
            whole,
            start,
            end,
            steps,
        }
    }

    /// Appends the leaves and says whether there are any; the last one gets `role`.
    fn cut(mut self, role: Role, parts: &mut Vec<Part>) -> bool {
        for at in self.start..self.end {
            if let Some(step) = self.steps[at].filter(|step| step.parts < MOST_PARTS) {
                self.extend(at, step);
            }
        }
        let Some(last) = self.steps[self.end].filter(|step| step.score > 0.0) else {
            return false;
        };
        self.emit(last, role, parts);
        true
    }

    /// Tries every known word that begins at `start`.
    fn extend(&mut self, start: usize, step: Step) {
        let word = self.word;
        let end = self.end;
        let cost = if start == self.start { 0.0 } else { score::CUT };
        lexicon::prefixes(&word.bytes()[start..end], |length, entry| {
            let score = step.score - cost;
            let step = Step {
                score,
                from: start,
                link: entry.link(),
                parts: step.parts + 1,
            };
            if start + length == end {
                self.close(start, entry, step);
            } else {
                self.pass(start, start + length, entry, step);
            }
        });
    }

    /// Ends the word with `entry` as head.
    fn close(&mut self, start: usize, entry: Entry, step: Step) {
        if start == self.start || !entry.may_head() {
            return;
        }
        let form = self.key(start, self.end);
        let Some(mut score) = score::head(entry, form, &self.whole) else {
            return;
        };
        if morphology::is_direction(self.key(self.start, start)) {
            score += score::DIRECTION;
        }
        self.put(
            self.end,
            Step {
                score: step.score + score,
                link: Link::None,
                ..step
            },
        );
    }

    /// Goes on behind `entry` as modifier, as it stands and with each free link.
    fn pass(&mut self, from: usize, to: usize, entry: Entry, step: Step) {
        let form = self.key(from, to);
        if from == self.start && self.whole.is_lower() && morphology::is_light(form) {
            return;
        }
        let score = score::modifier(entry, form, from == self.start);
        if let Some(score) = score.filter(|_| entry.may_modify()) {
            self.put(
                to,
                Step {
                    score: step.score + score,
                    ..step
                },
            );
        }
        if !score::takes_free_links(entry, form) {
            return;
        }
        let rest = self.key(to, self.end);
        for link in FREE_LINKS
            .into_iter()
            .filter(|link| rest.starts_with(link.added()))
        {
            let score = step.score + score::free_modifier(entry, form);
            self.put(
                to + link.added().len(),
                Step {
                    score,
                    link,
                    ..step
                },
            );
        }
    }

    fn put(&mut self, at: usize, step: Step) {
        let inside = at < self.end;
        let open = self.word.may_cut(at) && !self.closed[at.min(LONGEST - 1)];
        if inside && !(open && at + SHORTEST_HEAD <= self.end) {
            return;
        }
        let place = &mut self.steps[at];
        if place.is_none_or(|best| best.score < step.score) {
            *place = Some(step);
        }
    }

    /// Writes the leaves of the best way, cutting long ones again.
    fn emit(&self, last: Step, role: Role, parts: &mut Vec<Part>) {
        let mut path = [(0, last); MOST_PARTS];
        let mut at = self.end;
        for place in path[..last.parts].iter_mut().rev() {
            let Some(step) = self.steps[at] else { return };
            *place = (at, step);
            at = step.from;
        }
        for &(to, step) in &path[..last.parts] {
            let role = if to == self.end { role } else { Role::Modifier };
            self.emit_leaf(
                step.from,
                to - step.link.added().len(),
                step.link,
                role,
                parts,
            );
        }
    }

    fn emit_leaf(&self, start: usize, end: usize, link: Link, role: Role, parts: &mut Vec<Part>) {
        let entry = lexicon::lookup(self.key(start, end));
        let ending = link.dropped();
        if end - start >= SHORTEST_INNER && ending.is_empty() {
            let whole = Whole::part(entry);
            let inner = Self::new(self.word, self.text, self.closed, whole, start..end);
            if inner.cut(role, parts) {
                return;
            }
        }
        let weight = entry.map_or(1.0, score::weight);
        parts.push(Part {
            start,
            end,
            ending,
            role,
            weight,
            leaf: true,
        });
    }

    fn key(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }
}
