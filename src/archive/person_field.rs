//! `person:` in queries: the articles that name somebody.

use super::error::ArchiveError;
use super::open::Archive;
use super::whom;
use crate::people::Choice;
use crate::search::{Metadata, Plan};

/// So many of those who may be meant are named in a note.
const NAMED: usize = 5;

impl Archive {
    /// Tells a plan under which terms the people are known whom its query names.
    pub(super) fn find_people(&self, plan: &mut Plan) -> Result<(), ArchiveError> {
        for leaf in &mut plan.leaves {
            if let Some(Metadata::Person { name, terms }) = &mut leaf.metadata {
                let persons = match self.choose(&whom::request(name)?)? {
                    Choice::One(person) => vec![person],
                    Choice::Several(persons) => persons,
                    Choice::Nobody => Vec::new(),
                };
                let known = persons.iter().flat_map(whom::terms);
                terms.extend(known.map(str::to_owned));
            }
        }
        Ok(())
    }

    /// Whom an ambiguous name of a query may mean, as a note each.
    pub(super) fn notes_on_people(&self, plan: &Plan) -> Result<Vec<String>, ArchiveError> {
        let mut notes = Vec::new();
        for name in people_of(plan) {
            if let Choice::Several(persons) = self.choose(&whom::request(name)?)? {
                let candidates = self.candidates(persons)?;
                let names: Vec<&str> = candidates
                    .iter()
                    .take(NAMED)
                    .map(|candidate| candidate.name.as_str())
                    .collect();
                let others = match candidates.len().saturating_sub(NAMED) {
                    0 => String::new(),
                    others => format!(" or {others} others"),
                };
                notes.push(format!(
                    "person:{name} may mean {}{others}; the articles of all of them are found",
                    names.join(", ")
                ));
            }
        }
        Ok(notes)
    }

    /// People whose names look like those of a query that nobody has.
    pub(super) fn people_suggested(&self, plan: &Plan) -> Result<Vec<String>, ArchiveError> {
        let mut suggestions = Vec::new();
        for name in people_of(plan) {
            let request = whom::request(name)?;
            if matches!(self.choose(&request)?, Choice::Nobody) {
                suggestions.extend(self.people_like(&request)?);
            }
        }
        Ok(suggestions)
    }
}

/// The people whom a query names, as typed.
fn people_of(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.leaves.iter().filter_map(|leaf| match &leaf.metadata {
        Some(Metadata::Person { name, .. }) => Some(name.as_str()),
        _ => None,
    })
}
