//! A person of the article.

use super::reading::{Clues, Era};
use crate::people::mention::Walk;
use crate::people::name::{Gender, Name, PartKind, given_gender};

/// A person of the article.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// He or she, when something says so.
    pub gender: Option<Gender>,
    /// Titles and roles beside the name.
    pub roles: Vec<&'static str>,
    /// Whether the role is one of the past or of the present.
    pub era: Option<Era>,
    /// How often the full name stands in the article.
    pub full_mentions: u32,
    /// Whether the headline has the full name.
    pub in_headline: bool,
    /// Whether the person was first named as of another's family.
    pub is_relative: bool,
    /// The forms of the name, in the nominative, and how often each stands in the article.
    forms: Vec<(Name, u32)>,
    walks: Vec<Walk>,
}

impl Figure {
    /// A person first named so.
    pub fn new(name: Name) -> Self {
        let gender = name
            .given()
            .next()
            .and_then(|first| given_gender(&first.text));
        Self {
            gender,
            roles: Vec::new(),
            era: None,
            full_mentions: 0,
            in_headline: false,
            is_relative: false,
            forms: vec![(name, 0)],
            walks: Vec::new(),
        }
    }

    /// The fullest form of the name; of forms that are equally full, the most frequent, and of these the
    /// one with accents.
    pub fn name(&self) -> &Name {
        let mut best = &self.forms[0];
        for form in &self.forms[1..] {
            if worth(form) > worth(best) {
                best = form;
            }
        }
        &best.0
    }

    /// All forms of the name.
    pub fn forms(&self) -> impl Iterator<Item = &Name> {
        self.forms.iter().map(|(name, _)| name)
    }

    /// Notes a place that names the person so, and what stands around it.
    pub fn learn(&mut self, name: &Name, clues: &Clues) {
        self.full_mentions += u32::from(name.is_full());
        match self.forms.iter_mut().find(|(form, _)| form == name) {
            Some((_, count)) => *count += 1,
            None => self.forms.push((name.clone(), 1)),
        }
        if let Some(role) = clues.role {
            self.walks.extend(role.walk);
            if !self.roles.contains(&role.word) {
                self.roles.push(role.word);
            }
        }
        self.gender = self.gender.or(clues.gender);
        self.era = self.era.or(clues.era);
    }

    /// The walk of life that most of the roles speak of; the first one wins a tie.
    pub fn walk(&self) -> Option<Walk> {
        let count = |walk: Walk| self.walks.iter().filter(|other| **other == walk).count();
        let walks = self.walks.iter().rev().copied();
        walks.max_by_key(|walk| count(*walk))
    }
}

fn worth((name, count): &(Name, u32)) -> ((bool, bool, usize, usize), u32, usize) {
    let letters = name.parts.iter().flat_map(|part| part.text.bytes());
    let accents = letters.filter(|byte| !byte.is_ascii()).count();
    (fullness(name), *count, accents)
}

/// How much a name says: the number of a ruler, given names rather than initials, then more words.
fn fullness(name: &Name) -> (bool, bool, usize, usize) {
    let given = name.given();
    let spelt_out = given.filter(|part| part.kind == PartKind::Given).count();
    let is_ruler = name.numeral().is_some();
    (name.is_full(), is_ruler, spelt_out, name.parts.len())
}
