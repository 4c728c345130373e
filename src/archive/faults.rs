//! Records that are no articles, as far as a user wants to read of them.

use std::collections::{BTreeMap, HashSet};

use crate::index::{SourceRecord, SourceState};
use crate::source::RecordPlace;

/// How many records of one source are named each with its reason. A log file that only looks like
/// JSON Lines has millions, and every answer tells what was skipped.
const NAMED: usize = 100;

/// The records of one source that are no articles.
#[derive(Default)]
pub(super) struct Faults {
    /// Numbers that were given to them as articles.
    articles: HashSet<u64>,
    /// Why the source as a whole is none.
    whole: Option<String>,
    /// By place; the first ones, whichever thread comes first.
    named: BTreeMap<RecordPlace, String>,
    further: u64,
}

impl Faults {
    /// Adds the record at a place in its source.
    pub fn add(&mut self, place: RecordPlace, reason: String) {
        self.named.insert(place, reason);
        if self.named.len() > NAMED {
            self.named.pop_last();
            self.further += 1;
        }
    }

    /// Adds a record that had a number already, which may be the whole source.
    pub fn add_article(&mut self, article: u64, place: RecordPlace, reason: String) {
        self.articles.insert(article);
        match place.is_whole() {
            true => self.whole = Some(reason),
            false => self.add(place, reason),
        }
    }

    /// Notes them in their source.
    pub fn note_in(self, source: &mut SourceRecord) {
        let articles = self.articles;
        source.records.retain(|(key, _)| !articles.contains(key));
        source
            .copies
            .retain(|copy| !articles.contains(&copy.article));
        if let Some(reason) = self.whole {
            source.state = SourceState::Skipped(reason);
        }
        let named = self.named.into_iter();
        let named = named.map(|(place, reason)| (place.to_string(), reason));
        source.skipped_records.extend(named);
        if self.further > 0 {
            let further = format!("{} more records like those above", self.further);
            source.skipped_records.push((String::new(), further));
        }
    }
}
