//! The outcome in the order of the text.

use super::figure::Figure;
use crate::people::mention::{Mention, NamedPerson, Names, Referent};

/// What was decided: persons in the order in which they were met, and their mentions.
pub(super) struct Resolution {
    /// The persons.
    pub figures: Vec<Figure>,
    /// Their mentions, which number the persons as they stand in `figures`.
    pub mentions: Vec<Mention>,
}

/// Orders mentions by place and persons by their first mention; who is never mentioned is left out.
pub(super) fn names(resolution: Resolution) -> Names {
    let Resolution {
        figures,
        mut mentions,
    } = resolution;
    mentions.sort_by_key(|mention| (mention.span.start(), mention.span.end()));
    mentions.dedup_by(|next, kept| kept.span.overlaps(next.span));
    let mut numbers: Vec<Option<u32>> = vec![None; figures.len()];
    let mut persons = Vec::new();
    let mut number = |place: u32| {
        *numbers[place as usize].get_or_insert_with(|| {
            let figure = &figures[place as usize];
            persons.push(NamedPerson {
                name: figure.name().text(),
                walk: figure.walk(),
            });
            persons.len() as u32 - 1
        })
    };
    for mention in &mut mentions {
        match &mut mention.referent {
            Referent::Person(place) => *place = number(*place),
            Referent::Ambiguous(places) => {
                for place in places.iter_mut() {
                    *place = number(*place);
                }
                places.sort_unstable();
            }
        }
    }
    Names { persons, mentions }
}
