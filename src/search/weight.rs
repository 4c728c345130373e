//! How much a word of a query counts beside the others, by what kind of word it is.

use crate::german::{WordClass, lexicon, restore_umlauts};

/// What the name of the choices counts in *Welche der folgenden Aussagen trifft zu?*: it says what
/// kind of thing is asked for and seldom stands in the answer.
pub(super) const NAMED_CHOICE: f32 = 0.3;

/// What a word written small counts. Nouns and names say what a text is about; verbs, adjectives
/// and adverbs vary more between a question and its answer.
const SMALL: f32 = 0.6;

/// Whether the capitals of a query tell its nouns from other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    /// Some words have them and others not, as German is written.
    Meant,
    /// All is small, or all is large.
    Missing,
}

impl Capitals {
    /// Of a query as typed.
    pub fn of(query: &str) -> Self {
        if query.contains(char::is_lowercase) && query.contains(char::is_uppercase) {
            Self::Meant
        } else {
            Self::Missing
        }
    }
}

/// The weight of a word as typed, given the classes of its tokens; 0 for words without meaning of
/// their own.
pub(super) fn of(
    typed: &str,
    capitals: Capitals,
    mut classes: impl Iterator<Item = WordClass>,
) -> f32 {
    let is_light = |class| matches!(class, WordClass::Function | WordClass::Question);
    let is_small = match capitals {
        Capitals::Meant => typed.starts_with(char::is_lowercase),
        Capitals::Missing => !may_be_noun(typed),
    };
    if classes.all(is_light) {
        0.0
    } else if is_small {
        SMALL
    } else {
        1.0
    }
}

/// Whether a word may be a noun, whatever case it is typed in: no list has it as something else only.
pub(super) fn may_be_noun(typed: &str) -> bool {
    let mut key = String::new();
    lexicon::key(typed, &mut key);
    let entry = lexicon::lookup(&key).or_else(|| {
        restore_umlauts(&mut key);
        lexicon::lookup(&key)
    });
    entry.is_none_or(|entry| entry.is_noun() || !entry.is_lower())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(query: &str) -> Vec<f32> {
        let content = || [WordClass::Content].into_iter();
        let words = query.split(' ');
        words
            .map(|word| of(word, Capitals::of(query), content()))
            .collect()
    }

    #[test]
    fn nouns_count_in_full_however_they_are_typed() {
        assert_eq!(weights("russische Munition"), [SMALL, 1.0]);
        assert_eq!(weights("russische munition"), [SMALL, 1.0]);
        assert_eq!(weights("RUSSISCHE MUNITION"), [SMALL, 1.0]);
        assert_eq!(weights("groessere haeuser"), [SMALL, 1.0]);
    }

    #[test]
    fn a_capital_that_is_meant_makes_a_name() {
        assert_eq!(weights("Russische Föderation und anderes")[0], 1.0);
    }
}
