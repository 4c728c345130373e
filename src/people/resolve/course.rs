//! Every mention of an article, in order, is given to one of its cast.

use std::collections::HashMap;

use super::cast::Bond;
use super::choice::{Candidate, Decision, Trace, choose};
use super::order::Resolution;
use super::reading::Reading;
use super::scene::Scene;
use crate::people::mention::{Mention, Referent, Rule};

/// Decides on every reading.
pub(super) fn run(scene: Scene) -> Resolution {
    let mut course = Course {
        traces: Vec::new(),
        relatives: HashMap::new(),
        scene,
    };
    let readings = 0..course.scene.readings.len();
    let mentions = readings.filter_map(|at| course.mention(at)).collect();
    Resolution {
        figures: course.scene.cast.figures,
        mentions,
    }
}

/// The walk through the mentions, with where each person was last named.
struct Course<'a> {
    scene: Scene<'a>,
    traces: Vec<Trace>,
    /// Those who are only named as of the family of all others of their surname, by that surname.
    relatives: HashMap<String, u32>,
}

/// Whom a mention means, by which rule, and how surely in per cent.
type Verdict = (Referent, Rule, u8);

/// A place that detection held for doubtful stays a little doubtful, however sure its meaning.
const DOUBTFUL: u8 = 70;

impl Course<'_> {
    fn mention(&mut self, at: usize) -> Option<Mention> {
        let reading = &self.scene.readings[at];
        let full = self.scene.full[at];
        let (referent, rule, confidence) = match full {
            Some(place) => (Referent::Person(place), Rule::FullName, 98),
            None if reading.name.is_full() => self.doubtful(reading)?,
            None => self.short(at)?,
        };
        if let Referent::Person(place) = referent {
            let here = Some((reading.block, at));
            let trace = self.trace(place);
            trace.any = here;
            if full.is_some() {
                trace.full = here;
                self.keep_abreast(at);
            } else {
                trace.short += 1;
            }
        }
        let found = reading.found;
        let limit = if reading.is_sure() {
            found.confidence
        } else {
            DOUBTFUL
        };
        Some(Mention {
            span: found.span,
            referent,
            rule,
            confidence: confidence.min(limit),
            derived: found.derived,
        })
    }

    /// Of two full names joined by `und`, neither is named later than the other.
    fn keep_abreast(&mut self, at: usize) {
        let before = at.checked_sub(1);
        let joined = before.filter(|before| self.scene.between(*before, at) == " und ");
        if let Some(place) = joined.and_then(|before| self.scene.full[before]) {
            let here = Some((self.scene.readings[at].block, at));
            let trace = self.trace(place);
            trace.full = here;
            trace.any = here;
        }
    }

    fn trace(&mut self, place: u32) -> &mut Trace {
        let place = place as usize;
        if self.traces.len() <= place {
            self.traces.resize(place + 1, Trace::default());
        }
        &mut self.traces[place]
    }

    /// Whom a full name in a doubtful or derived place means; `None` when nothing confirms it.
    fn doubtful(&mut self, reading: &Reading) -> Option<Verdict> {
        let name = self.scene.forms.nominative(&reading.name);
        let known = self.scene.cast.known(&name);
        let place = match known {
            None if reading.is_sure() => self.scene.cast.meet(&name, &reading.clues),
            known => known?,
        };
        Some((Referent::Person(place), Rule::FullName, 95))
    }

    /// Whom a short mention means; `None` for a doubtful place that nothing confirms.
    fn short(&mut self, at: usize) -> Option<Verdict> {
        let reading = &self.scene.readings[at];
        let word = &reading.name.surname()?.text;
        match self.scene.bearers(word) {
            Some((Bond::Given, _)) | None if !reading.is_sure() => None,
            Some((bond, bearers)) => Some(self.among(at, bond, bearers)),
            None => Some(match self.scene.misspelt(word) {
                Some(place) => (Referent::Person(place), Rule::Misspelt, 75),
                None => {
                    let name = self.scene.forms.nominative(&reading.name);
                    let place = self.scene.cast.meet(&name, &reading.clues);
                    (Referent::Person(place), Rule::SurnameOnly, 88)
                }
            }),
        }
    }

    /// Whom of those who bear the name a mention means.
    fn among(&mut self, at: usize, bond: Bond, mut bearers: Vec<u32>) -> Verdict {
        let all = bearers.len();
        if all > 1 && self.scene.means_family(at) {
            return (Referent::Ambiguous(bearers), Rule::Undecided, 50);
        }
        let excluded = self.scene.excluded(at);
        bearers.retain(|place| !excluded.contains(place));
        if bearers.is_empty() {
            return (Referent::Person(self.relative(at)), Rule::Family, 80);
        }
        let by_family = bearers.len() < all;
        if let [only] = bearers.as_slice() {
            let (rule, confidence) = match bond {
                _ if by_family => (Rule::Family, 85),
                Bond::Surname => (Rule::PartOfName, 97),
                Bond::Spelling => (Rule::Spelling, 90),
                Bond::Given => (Rule::GivenName, 90),
            };
            return (Referent::Person(*only), rule, confidence);
        }
        let reading = &self.scene.readings[at];
        match choose(&reading.clues, reading.block, &self.candidates(&bearers)) {
            Decision::One(place, _, confidence) if by_family => {
                (Referent::Person(place), Rule::Family, confidence)
            }
            Decision::One(place, rule, confidence) => (Referent::Person(place), rule, confidence),
            Decision::Undecided(places) => (Referent::Ambiguous(places), Rule::Undecided, 50),
        }
    }

    /// The one of whom no more than the surname is known and that all others of this surname are family:
    /// the father in `Kims Sohn Kim Jong Un`.
    fn relative(&mut self, at: usize) -> u32 {
        let Scene {
            readings,
            forms,
            cast,
            ..
        } = &mut self.scene;
        let name = forms.nominative(&readings[at].name);
        let relative = self.relatives.entry(name.text());
        *relative.or_insert_with(|| cast.introduce(&name))
    }

    fn candidates(&self, places: &[u32]) -> Vec<Candidate<'_>> {
        let candidate = |place: &u32| Candidate {
            place: *place,
            figure: &self.scene.cast.figures[*place as usize],
            trace: self
                .traces
                .get(*place as usize)
                .copied()
                .unwrap_or_default(),
        };
        places.iter().map(candidate).collect()
    }
}
