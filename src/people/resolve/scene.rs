//! The names of an article before short ones are decided on: who is in it, and what the text between
//! two names says.

use super::cast::{Bond, Cast};
use super::nominative::Forms;
use super::reading::Reading;
use super::relation::{is_alias, is_apposition, is_family};
use crate::article::{Block, BlockKind};
use crate::people::name::without_ending;

/// The names of an article, and its cast.
pub(super) struct Scene<'a> {
    text: &'a str,
    /// All names, in the order of the text.
    pub readings: &'a [Reading],
    /// The forms by which endings are told.
    pub forms: Forms<'a>,
    /// The persons of the article so far.
    pub cast: Cast,
    /// Whom each full and sure reading names.
    pub full: Vec<Option<u32>>,
}

impl<'a> Scene<'a> {
    /// Makes the cast: from all full names, and from surnames that cannot be theirs.
    pub fn new(text: &'a str, blocks: &[Block], readings: &'a [Reading]) -> Self {
        let mut scene = Self {
            text,
            readings,
            forms: Forms::of(readings, text),
            cast: Cast::default(),
            full: vec![None; readings.len()],
        };
        for (at, reading) in readings.iter().enumerate() {
            if reading.is_full() && reading.is_sure() {
                let place = scene.introduce(at);
                scene.full[at] = Some(place);
                scene.enter_aliases(at, place);
                let figure = &mut scene.cast.figures[place as usize];
                figure.in_headline |= is_headline(blocks, reading.block);
            }
        }
        for reading in readings {
            scene.set_apart(reading);
        }
        scene
    }

    /// Enters a full name into the cast.
    fn introduce(&mut self, at: usize) -> u32 {
        let clues = &self.readings[at].clues;
        let name = self.forms.nominative(&self.readings[at].name);
        if let Some(place) = self.alias_before(at) {
            self.cast.learn(place, &name, clues);
            return place;
        }
        let before = self.cast.figures.len();
        let place = self.cast.meet(&name, clues);
        let is_new = place as usize == before;
        let is_relative = at
            .checked_sub(1)
            .is_some_and(|other| is_family(self.between(other, at)));
        self.cast.figures[place as usize].is_relative |= is_new && is_relative;
        place
    }

    /// The person whose other name stands right before: `Roger Keith Barrett oder Syd Barrett`.
    fn alias_before(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1)?;
        let between = self.between(before, at);
        let is_other = is_alias(between) || between == " oder " && self.share_surname(before, at);
        self.full[before].filter(|_| is_other)
    }

    fn share_surname(&self, one: usize, two: usize) -> bool {
        let surname = |at: usize| self.readings[at].name.surname();
        surname(one).map(|part| &part.key) == surname(two).map(|part| &part.key)
    }

    /// Lets a person be found by the single names beside the full one that the text calls theirs.
    fn enter_aliases(&mut self, at: usize, place: u32) {
        let before = at
            .checked_sub(1)
            .map(|before| (before, self.between(before, at)));
        let behind = (at + 1, self.between(at, at + 1));
        for (other, between) in before.into_iter().chain([behind]) {
            let reading = self.readings.get(other).filter(|_| is_alias(between));
            if let Some(single) = reading.filter(|reading| !reading.is_full()) {
                self.cast.enter_alias(place, &single.name);
            }
        }
    }

    /// Introduces a person of whom only the surname is known where title or role say that it is nobody
    /// of the full names: `Minister Guttenberg` beside `Stephanie zu Guttenberg`.
    fn set_apart(&mut self, reading: &Reading) {
        let is_short = !reading.name.is_full() && reading.is_sure();
        let Some(gender) = reading.clues.gender.filter(|_| is_short) else {
            return;
        };
        let name = self.forms.nominative(&reading.name);
        let bearers = name.surname().and_then(|part| self.bearers(&part.text));
        let figures = &self.cast.figures;
        let differs = |place: &u32| {
            let known = figures[*place as usize].gender;
            known.is_some_and(|known| known != gender)
        };
        let is_another = bearers
            .is_some_and(|(bond, bearers)| bond >= Bond::Spelling && bearers.iter().all(differs));
        if is_another {
            let place = self.cast.introduce(&name);
            self.cast.learn(place, &name, &reading.clues);
        }
    }

    /// The text between two readings of one block; empty when there are no two.
    pub fn between(&self, one: usize, two: usize) -> &'a str {
        let (Some(one), Some(two)) = (self.readings.get(one), self.readings.get(two)) else {
            return "";
        };
        let range = one.found.span.end()..two.found.span.start();
        let between = self.text.get(range).filter(|_| one.block == two.block);
        between.unwrap_or_default()
    }

    /// Who bears the word as it stands, else who bears it without its ending.
    pub fn bearers(&self, word: &str) -> Option<(Bond, Vec<u32>)> {
        let whole = self.cast.bearers(word);
        if whole
            .as_ref()
            .is_some_and(|(bond, _)| *bond >= Bond::Spelling)
        {
            return whole;
        }
        let stem = without_ending(word);
        let has_ending = stem.len() < word.len();
        let undone = has_ending.then(|| self.cast.bearers(stem)).flatten();
        undone.or(whole)
    }

    /// The person whose surname the word, or the word without its ending, has with one letter amiss.
    pub fn misspelt(&self, word: &str) -> Option<u32> {
        let whole = self.cast.misspelt(word);
        whole.or_else(|| self.cast.misspelt(without_ending(word)))
    }

    /// Whom a mention cannot mean, for they are named beside it as members of its family: in `Kims Sohn
    /// Kim Jong Un` and in `Kim Jong Il, Kims Vater`.
    pub fn excluded(&self, at: usize) -> Vec<u32> {
        let mut excluded = Vec::new();
        if is_family(self.between(at, at + 1)) {
            excluded.extend(self.full[at + 1]);
        }
        if let Some(before) = at.checked_sub(1) {
            let between = self.between(before, at);
            let speaks_of_family = self.readings[at].clues.family_follows || is_family(between);
            if is_apposition(between) && speaks_of_family {
                excluded.extend(self.full[before]);
            }
        }
        excluded
    }

    /// Whether the word derived from this name speaks of the whole family: `Kim-Dynastie`.
    pub fn means_family(&self, at: usize) -> bool {
        let found = self.readings[at].found;
        let rest = self.text.get(found.name.end()..found.span.end());
        matches!(
            rest.map(|rest| rest.trim_start_matches('-')),
            Some("Dynastie" | "Familie" | "Clan" | "Brüder" | "Schwestern" | "Geschwister")
        )
    }
}

fn is_headline(blocks: &[Block], block: usize) -> bool {
    let kind = blocks.get(block).map(|block| block.kind);
    block == 0 || kind == Some(BlockKind::Headline)
}
