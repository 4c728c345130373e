//! How well cuts agree with the cuts that people made.

use beleg::german::{Knowledge, compounds};

/// A word with the places (in characters) where it must and where it may be cut.
pub struct Annotated {
    pub word: String,
    pub cuts: Vec<usize>,
    pub optional: Vec<usize>,
}

impl Annotated {
    /// Reads `Artillerie|munition`; a `~` is a cut that counts neither way.
    pub fn from_marked(line: &str) -> Self {
        let mut annotated = Self {
            word: String::new(),
            cuts: Vec::new(),
            optional: Vec::new(),
        };
        let mut at = 0;
        for letter in line.chars() {
            match letter {
                '|' => annotated.cuts.push(at),
                '~' => annotated.optional.push(at),
                letter => {
                    annotated.word.push(letter);
                    at += 1;
                }
            }
        }
        annotated
    }

    /// Where the splitter cuts the word, in characters.
    pub fn found(&self) -> Vec<usize> {
        let mut parts = Vec::new();
        compounds::split(&self.word, &Knowledge::default(), &mut parts);
        compounds::cuts(&parts)
            .map(|byte| self.word[..byte].chars().count())
            .collect()
    }
}

/// Counts over a set of words.
#[derive(Default)]
pub struct Agreement {
    right: usize,
    wrong: usize,
    missed: usize,
    simple: usize,
    left_whole: usize,
}

impl Agreement {
    pub fn over<'a>(words: impl IntoIterator<Item = &'a Annotated>) -> Self {
        let mut agreement = Self::default();
        for word in words {
            agreement.add(word);
        }
        agreement
    }

    fn add(&mut self, word: &Annotated) {
        let found = word.found();
        let right = found.iter().filter(|cut| word.cuts.contains(cut)).count();
        let optional = found
            .iter()
            .filter(|cut| word.optional.contains(cut))
            .count();
        let wrong = found.len() - right - optional;
        self.right += right;
        self.wrong += wrong;
        self.missed += word.cuts.len() - right;
        self.simple += usize::from(word.cuts.is_empty());
        self.left_whole += usize::from(word.cuts.is_empty() && wrong == 0);
    }

    pub fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        let both = 2 * self.right + self.wrong + self.missed;
        2.0 * self.right as f64 / both.max(1) as f64
    }

    /// The share of words without a cut that stay whole.
    pub fn whole(&self) -> f64 {
        self.left_whole as f64 / self.simple.max(1) as f64
    }
}

/// The annotated news words: those the splitter was steered by, and those it was not.
pub fn news_words() -> (Vec<Annotated>, Vec<Annotated>) {
    let (steered, held_out) = include_str!("../vocabulary/compounds.txt")
        .split_once("\n# held out\n")
        .unwrap_or_default();
    let read = |half: &str| {
        let words = half
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        words.map(Annotated::from_marked).collect()
    };
    (read(steered), read(held_out))
}
