//! The forms in which texts write a word.

use std::collections::BTreeMap;

/// Forms of one word, each with how often it was met.
#[derive(Debug, Default)]
pub(super) struct Forms(BTreeMap<String, u64>);

impl Forms {
    /// Adds a place at which the word stands.
    pub fn add(&mut self, form: &str) {
        match self.0.get_mut(form) {
            Some(places) => *places += 1,
            None => _ = self.0.insert(form.to_owned(), 1),
        }
    }

    /// At how many places the word was met.
    pub fn places(&self) -> u64 {
        self.0.values().sum()
    }

    /// The form met most; of those that are equally frequent the shorter, which is nearer to the
    /// dictionary's.
    pub fn commonest(self) -> Option<String> {
        let forms = self.0.into_iter();
        let commonest = forms.max_by(|(one, a), (other, b)| {
            let by_count = a.cmp(b);
            by_count.then_with(|| (other.len(), other).cmp(&(one.len(), one)))
        });
        commonest.map(|(form, _)| form)
    }
}
