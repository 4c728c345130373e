//! The persons of an article, and who of them bears which name.

use std::collections::HashMap;

use super::figure::Figure;
use super::reading::Clues;
use crate::people::name::{
    Agreement, Name, PartKind, given_gender, given_key, other_names, plain, surname_key,
};

/// How a short name belongs to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// It is another part of the name than the surname.
    Given,
    /// It is the surname in another spelling.
    Spelling,
    /// It is the surname.
    Surname,
}

/// All persons of an article with their names as keys.
#[derive(Default)]
pub(super) struct Cast {
    /// The persons, in the order in which they were met.
    pub figures: Vec<Figure>,
    by_surname: HashMap<String, Vec<u32>>,
    by_other: HashMap<String, Vec<u32>>,
    by_whole: HashMap<String, u32>,
}

impl Cast {
    /// The person whom a name in the nominative means, met before or new.
    pub fn meet(&mut self, name: &Name, clues: &Clues) -> u32 {
        let place = self.known(name).unwrap_or_else(|| self.introduce(name));
        self.learn(place, name, clues);
        place
    }

    /// A new person of this name.
    pub fn introduce(&mut self, name: &Name) -> u32 {
        self.figures.push(Figure::new(name.clone()));
        self.figures.len() as u32 - 1
    }

    /// Notes that a person is named so, and what stands around it.
    pub fn learn(&mut self, place: u32, name: &Name, clues: &Clues) {
        self.figures[place as usize].learn(name, clues);
        let whole = plain(&name.text());
        for other in other_names(&whole) {
            self.enter_alias(place, &Name::new(other));
        }
        self.enter(place, name, whole);
    }

    /// Lets a person be found by another name: `Sido` of `Paul Würdig`.
    pub fn enter_alias(&mut self, place: u32, name: &Name) {
        self.enter(place, name, plain(&name.text()));
    }

    fn enter(&mut self, place: u32, name: &Name, whole: String) {
        let put = |list: &mut Vec<u32>| {
            if !list.contains(&place) {
                list.push(place);
            }
        };
        for part in &name.parts {
            match part.kind {
                PartKind::Surname => put(self.by_surname.entry(part.key.clone()).or_default()),
                PartKind::Given | PartKind::Addition => {
                    put(self.by_other.entry(given_key(&part.text)).or_default());
                }
                _ => {}
            }
        }
        self.by_whole.entry(whole).or_insert(place);
    }

    /// The person whom a full name means, when the article has met one that can be it.
    pub fn known(&self, name: &Name) -> Option<u32> {
        let whole = self.by_whole.get(&plain(&name.text())).copied();
        whole
            .or_else(|| self.agreeing(name))
            .or_else(|| self.holding(name))
            .or_else(|| self.slip(name))
    }

    /// The person of that surname whose given names agree best, the last of them.
    fn agreeing(&self, name: &Name) -> Option<u32> {
        let surname = name.surname()?;
        let of_surname = self.by_surname.get(&surname.key)?.iter().copied();
        let agreeing = of_surname.map(|place| (self.agreement(place, name), place));
        let best = agreeing.max_by_key(|(agreement, _)| *agreement)?;
        (best.0 > Agreement::Different).then_some(best.1)
    }

    fn agreement(&self, place: u32, name: &Name) -> Agreement {
        self.figures[place as usize].name().agreement(name)
    }

    /// The person whose name holds these several words, or is held by them.
    fn holding(&self, name: &Name) -> Option<u32> {
        if name.parts.len() < 2 {
            return None;
        }
        let words = name
            .parts
            .iter()
            .filter(|part| part.kind != PartKind::Particle);
        let mut sharing = words.flat_map(|part| {
            let as_other = self.by_other.get(&given_key(&part.text));
            let as_surname = self.by_surname.get(&part.key);
            let both = as_other.into_iter().chain(as_surname);
            both.flatten().copied()
        });
        sharing.find(|place| {
            let known = self.figures[*place as usize].name();
            known.parts.len() > 1 && (known.holds(name) || name.holds(known))
        })
    }

    /// The person whose given name or surname, but not both, differs by one letter.
    fn slip(&self, name: &Name) -> Option<u32> {
        let (surname, first) = (name.surname()?, name.given().next()?);
        if name.is_eastern() {
            return None;
        }
        self.nearest(|known| {
            let (Some(other), Some(given)) = (known.surname(), known.given().next()) else {
                return false;
            };
            if surname.key != other.key {
                return known.agreement(name) == Agreement::Same
                    && is_one_letter_off(&plain(&surname.text), &plain(&other.text), 6);
            }
            let is_listed = |given: &str| given_gender(given).is_some();
            !(is_listed(&first.text) && is_listed(&given.text))
                && is_one_letter_off(&plain(&first.text), &plain(&given.text), 4)
        })
    }

    /// The person whose surname differs from a long word by one letter.
    pub fn misspelt(&self, word: &str) -> Option<u32> {
        let key = plain(word);
        self.nearest(|known| {
            let surname = known.surname().map(|part| plain(&part.text));
            surname.is_some_and(|surname| is_one_letter_off(&surname, &key, 7))
        })
    }

    /// The first person of such a name, unless there are too many to compare.
    fn nearest(&self, is_near: impl Fn(&Name) -> bool) -> Option<u32> {
        let few = self.figures.get(..self.figures.len().min(MOST_COMPARED))?;
        let place = few.iter().position(|figure| is_near(figure.name()));
        place.map(|place| place as u32)
    }

    /// The persons who bear a short name, all by the same bond, the closest there is.
    pub fn bearers(&self, word: &str) -> Option<(Bond, Vec<u32>)> {
        // `Kim-Il-sung` in a derived word is a whole name.
        let whole = self.by_whole.get(&plain(word)).copied();
        let is_whole = |place: &u32| {
            word.contains('-') && self.figures[*place as usize].name().parts.len() > 1
        };
        if let Some(place) = whole.filter(is_whole) {
            return Some((Bond::Surname, vec![place]));
        }
        if let Some(bearers) = self.by_surname.get(&surname_key(word)) {
            return Some((self.bond(word, bearers), bearers.clone()));
        }
        let other = self.by_other.get(&given_key(word))?;
        let is_written_so = |place: &&u32| {
            let mut forms = self.figures[**place as usize].forms();
            forms.any(|form| form.parts.iter().any(|part| part.text == word))
        };
        let bearers: Vec<u32> = other.iter().filter(is_written_so).copied().collect();
        (!bearers.is_empty()).then_some((Bond::Given, bearers))
    }

    /// Whether one of the bearers writes the surname just so.
    fn bond(&self, word: &str, bearers: &[u32]) -> Bond {
        let key = plain(word);
        let figures = bearers.iter().map(|place| &self.figures[*place as usize]);
        let mut surnames = figures.flat_map(Figure::forms).filter_map(Name::surname);
        if surnames.any(|part| plain(&part.text).ends_with(&key)) {
            Bond::Surname
        } else {
            Bond::Spelling
        }
    }
}

/// Whether two keys of at least so many bytes begin alike and differ by one letter.
fn is_one_letter_off(one: &str, two: &str, shortest: usize) -> bool {
    one.len().min(two.len()) >= shortest
        && one.as_bytes()[0] == two.as_bytes()[0]
        && one.len().abs_diff(two.len()) <= 1
        && strsim::osa_distance(one, two) == 1
}

/// A misspelt name is compared with no more persons than this, so that a list of thousands stays fast.
const MOST_COMPARED: usize = 100;
