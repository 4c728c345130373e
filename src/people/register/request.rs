//! A name as typed, and whom it means.

use std::collections::BTreeSet;

use super::bucket::DOMINANCE;
use super::families::Person;
use super::own::{OwnNames, without_walk};
use super::term::family;
use crate::people::mention::Walk;
use crate::people::name::{Agreement, Name, is_surname_first, plain, role, without_ending};

/// A name as typed, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What was typed.
    pub typed: String,
    /// The walk of life typed in brackets.
    walk: Option<Walk>,
    /// What the name may be, likeliest first: as typed, without a genitive, in the other order.
    readings: Vec<Name>,
}

/// Whom a request means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// This person.
    One(Person),
    /// One of these, most articles first; the request has to say more.
    Several(Vec<Person>),
    /// Nobody of the families looked at.
    Nobody,
}

/// How well a person fits a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// What was typed is some other part of the name: `Madeleine`.
    Part,
    /// The surname is the one typed alone.
    Surname,
    /// The surname, and given names that do not differ: `W. Putin`.
    Compatible,
    /// The same name in another spelling.
    Spelling,
    /// A form of the name, word for word.
    Exact,
}

impl Request {
    /// Understands a typed name: `Putin`, `Wladimir Putin`, `Präsident Putin`, `Putin, Wladimir`,
    /// `Putins`, `kim jong-un`, `Michael Müller (sport)`.
    pub fn new(typed: &str) -> Self {
        let typed = typed
            .trim()
            .trim_matches(['"', '„', '“', '”', '»', '«'])
            .trim();
        let (name, walk) = without_walk(typed);
        let capitalised = capitalised(without_titles(name));
        let mut readings = vec![Name::new(&capitalised)];
        if let Some(last) = readings[0].last() {
            let stem = without_ending(&last.text);
            if stem.len() < last.text.len() {
                readings.push(readings[0].with_last(stem));
            }
        }
        if let Some((first, rest)) = capitalised
            .split_once(' ')
            .filter(|_| !capitalised.contains(','))
        {
            readings.push(Name::new(&format!("{rest} {first}")));
        }
        Self {
            typed: typed.to_owned(),
            walk,
            readings,
        }
    }

    /// The families to look up in the index, those included that the user's own names bring in.
    pub fn families(&self, own: &OwnNames) -> Vec<String> {
        let mut families: BTreeSet<String> = self.readings.iter().map(family).collect();
        for joined in own.joined_families() {
            if joined.iter().any(|family| families.contains(family)) {
                families.extend(joined);
            }
        }
        families.into_iter().collect()
    }

    /// Whom of these persons, all those of [`Request::families`], the request means.
    pub fn choose(&self, persons: Vec<Person>) -> Choice {
        let allowed = |person: &Person| self.walk.is_none() || person.walk == self.walk;
        let persons: Vec<Person> = persons.into_iter().filter(allowed).collect();
        for reading in &self.readings {
            let fits: Vec<Option<Fit>> =
                persons.iter().map(|person| fit(reading, person)).collect();
            let Some(best) = fits.iter().flatten().max().copied() else {
                continue;
            };
            let chosen = persons
                .into_iter()
                .zip(fits)
                .filter(|(_, fit)| *fit == Some(best));
            let mut chosen: Vec<Person> = chosen.map(|(person, _)| person).collect();
            chosen.sort_by(|one, two| {
                two.articles
                    .cmp(&one.articles)
                    .then_with(|| one.name.cmp(&two.name))
            });
            let is_clear =
                chosen.len() == 1 || best < Fit::Spelling && is_dominant(reading, &chosen);
            return if is_clear {
                Choice::One(chosen.swap_remove(0))
            } else {
                Choice::Several(chosen)
            };
        }
        Choice::Nobody
    }
}

/// Whether the first has far more articles than the next. Of an Eastern surname, which very many
/// people share, nobody is.
fn is_dominant(reading: &Name, persons: &[Person]) -> bool {
    let is_shared = reading.parts.len() == 1 && is_surname_first(&reading.parts[0].text);
    match persons {
        [first, second, ..] => !is_shared && first.articles >= DOMINANCE * second.articles,
        _ => true,
    }
}

fn fit(reading: &Name, person: &Person) -> Option<Fit> {
    let forms = person.forms.iter();
    forms
        .filter_map(|form| fit_form(reading, &Name::new(&form.name), form.articles))
        .max()
}

fn fit_form(reading: &Name, form: &Name, articles: u64) -> Option<Fit> {
    let is_whole = plain(&reading.text()) == plain(&form.text());
    // A form with no article is one that the user has given to the person.
    if is_whole && (form.is_full() || articles == 0) {
        return Some(Fit::Exact);
    }
    let same_surname =
        reading.surname().map(|part| &part.key) == form.surname().map(|part| &part.key);
    if same_surname {
        return match reading.agreement(form) {
            Agreement::Different => None,
            _ if !reading.is_full() => Some(Fit::Surname),
            Agreement::Same => Some(Fit::Spelling),
            Agreement::Compatible if form.is_full() => Some(Fit::Compatible),
            Agreement::Compatible => None,
        };
    }
    form.holds(reading).then_some(Fit::Part)
}

/// The name without the titles and roles before it.
fn without_titles(name: &str) -> &str {
    let mut rest = name;
    while let Some((first, behind)) = rest.split_once(' ') {
        let is_name = crate::people::name::given_gender(first).is_some();
        if is_name || role(first).is_none() || first.ends_with(',') {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// Words typed all in small letters get their capitals, but for particles.
fn capitalised(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let words = name.split(' ').filter(|word| !word.is_empty()).map(|word| {
        let is_particle = crate::people::name::is_particle(word);
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !is_particle => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests;
