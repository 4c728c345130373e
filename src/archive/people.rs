//! The people of a collection.

use std::collections::HashMap;
use std::io;
use std::time::Instant;

use super::error::ArchiveError;
use super::mentions::counted;
use super::open::Archive;
use super::timeline::Scale;
use super::whom;
use crate::evidence::{self, PeopleSummary, Timeline};
use crate::index::PassageView;
use crate::people::{self, Choice, Person, Referent};

impl Archive {
    /// Hands the people of the collection to `sink`, or those whom the names may mean where there are
    /// any, most articles first, at most `limit` of them.
    ///
    /// # Errors
    /// When what was typed is no name, the index is damaged, or `sink` fails.
    pub fn people(
        &self,
        names: &[&str],
        limit: Option<usize>,
        sink: &mut dyn FnMut(evidence::Person) -> io::Result<()>,
    ) -> Result<PeopleSummary, ArchiveError> {
        let started = Instant::now();
        let mut summary = self.people_summary()?;
        let shown = self.people_shown(names, limit, &mut summary)?;
        for person in self.in_detail(&shown)? {
            sink(person).map_err(ArchiveError::Output)?;
        }
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok(summary)
    }

    /// The articles that name the people whom [`Archive::people`] would hand on, each over the same time.
    ///
    /// # Errors
    /// As [`Archive::people`].
    pub fn people_timelines(
        &self,
        names: &[&str],
        limit: Option<usize>,
        scale: Scale,
    ) -> Result<(Vec<Timeline>, PeopleSummary), ArchiveError> {
        let started = Instant::now();
        let mut summary = self.people_summary()?;
        let shown = self.people_shown(names, limit, &mut summary)?;
        let persons: Vec<Person> = shown.into_iter().map(|(_, person)| person).collect();
        let timelines = self.timelines_of(&persons, scale)?;
        summary.elapsed_ms = started.elapsed().as_millis() as u64;
        Ok((timelines, summary))
    }

    fn people_summary(&self) -> Result<PeopleSummary, ArchiveError> {
        Ok(PeopleSummary {
            articles_searched: self.reader.statistics().articles,
            skipped: self.skipped()?.to_vec(),
            notes: self.notes.clone(),
            ..PeopleSummary::default()
        })
    }

    /// Those whom the names may mean, or everyone, most articles first, each with the articles.
    fn people_shown(
        &self,
        names: &[&str],
        limit: Option<usize>,
        summary: &mut PeopleSummary,
    ) -> Result<Vec<(u64, Person)>, ArchiveError> {
        let mut persons = Vec::new();
        for name in names {
            let meant = self.people_named(name, summary)?;
            if meant.is_empty() && names.len() > 1 {
                summary.notes.push(format!("nobody here is called {name}"));
            }
            persons.extend(meant);
        }
        if names.is_empty() {
            persons = people::families(&self.reader.all_person_terms()?, &self.own_names);
        }
        let mut shown = self.most_named(persons)?;
        // Whom no article surely names is told of only when asked for.
        shown.retain(|(articles, _)| *articles > 0 || !names.is_empty());
        summary.people_found = shown.len() as u64;
        shown.truncate(limit.unwrap_or(usize::MAX));
        Ok(shown)
    }

    fn people_named(
        &self,
        typed: &str,
        summary: &mut PeopleSummary,
    ) -> Result<Vec<Person>, ArchiveError> {
        let request = whom::request(typed)?;
        Ok(match self.choose(&request)? {
            Choice::One(person) => vec![person],
            Choice::Several(persons) => persons,
            Choice::Nobody => {
                summary.suggestions.extend(self.people_like(&request)?);
                Vec::new()
            }
        })
    }

    /// All that is told of these people, in their order.
    fn in_detail(&self, persons: &[(u64, Person)]) -> Result<Vec<evidence::Person>, ArchiveError> {
        let forms = self.forms(persons)?;
        let mut detailed = Vec::with_capacity(persons.len());
        for ((articles, person), forms) in persons.iter().zip(forms) {
            detailed.push(evidence::Person {
                name: whom::label(person),
                mentions: forms.iter().map(|(_, count)| count).sum(),
                forms,
                articles: *articles,
                dates: self.reader.presence(whom::terms(person))?.dates,
            });
        }
        Ok(detailed)
    }

    /// The forms in which each of the people is named, with how often: one walk through all passages
    /// that name any of them.
    fn forms(
        &self,
        persons: &[(u64, Person)],
    ) -> Result<Vec<Vec<evidence::FormCount>>, ArchiveError> {
        let mut place_of: HashMap<&str, usize> = HashMap::new();
        for (place, (_, person)) in persons.iter().enumerate() {
            place_of.extend(whom::terms(person).map(|term| (term, place)));
        }
        let mut tally = Tally {
            forms: vec![HashMap::new(); persons.len()],
            place_of,
            article: None,
        };
        for address in self.reader.passages_naming(tally.terms())? {
            self.reader.view(address, |view| {
                if tally
                    .article
                    .as_ref()
                    .is_none_or(|(article, _)| *article != view.article)
                {
                    let persons = self.reader.article(view.article)?.persons;
                    tally.enter(view.article, &persons);
                }
                tally.count(&view);
                Ok::<_, ArchiveError>(())
            })??;
        }
        Ok(tally.forms.into_iter().map(sorted).collect())
    }
}

/// The most frequent form first; forms that differ in their blanks are one.
fn sorted(forms: HashMap<String, u64>) -> Vec<evidence::FormCount> {
    let names = forms
        .iter()
        .flat_map(|(form, count)| std::iter::repeat_n(form.as_str(), *count as usize));
    counted(names)
}

/// Counts forms while passages go by.
struct Tally<'a> {
    place_of: HashMap<&'a str, usize>,
    forms: Vec<HashMap<String, u64>>,
    /// The last article, with the places of those it names among the people counted.
    article: Option<(u64, Vec<Option<usize>>)>,
}

impl<'a> Tally<'a> {
    fn terms(&self) -> Vec<&'a str> {
        self.place_of.keys().copied().collect()
    }

    fn enter(&mut self, article: u64, persons: &[String]) {
        let places = persons.iter();
        let places = places.map(|term| self.place_of.get(term.as_str()).copied());
        self.article = Some((article, places.collect()));
    }

    fn count(&mut self, view: &PassageView<'_>) {
        let Some((_, places)) = &self.article else {
            return;
        };
        for stored in &view.mentions {
            let mention = &stored.mention;
            let Referent::Person(number) = &mention.referent else {
                continue;
            };
            let place = places.get(*number as usize).copied().flatten();
            let surface = view.blocks[stored.block].1.get(mention.span.range());
            if let (Some(place), Some(surface), false) = (place, surface, mention.derived) {
                let forms = &mut self.forms[place];
                match forms.get_mut(surface) {
                    Some(count) => *count += 1,
                    None => {
                        forms.insert(surface.to_owned(), 1);
                    }
                }
            }
        }
    }
}
