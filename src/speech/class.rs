//! What function words do in a sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The classes as their file has them.
const FILE: &str = include_str!("classes.txt");

/// What a function word may do in a sentence; the sections of `classes.txt` say what each class is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Preposition,
    Attaching,
    Determiner,
    Article,
    Oblique,
    Pronoun,
    Leading,
    Focus,
    Particle,
    Time,
    Adverb,
    Subordinator,
    Aside,
    Relative,
    RelativeOblique,
    Opener,
    Auxiliary,
    Passive,
    FirstSubjunctive,
    SecondSubjunctive,
    Statement,
    Titled,
}

impl Class {
    /// All classes with the names of their sections.
    const SECTIONS: [(Self, &str); 22] = [
        (Self::Preposition, "preposition"),
        (Self::Attaching, "attaching"),
        (Self::Determiner, "determiner"),
        (Self::Article, "article"),
        (Self::Oblique, "oblique"),
        (Self::Pronoun, "pronoun"),
        (Self::Leading, "leading"),
        (Self::Focus, "focus"),
        (Self::Particle, "particle"),
        (Self::Time, "time"),
        (Self::Adverb, "adverb"),
        (Self::Subordinator, "subordinator"),
        (Self::Aside, "aside"),
        (Self::Relative, "relative"),
        (Self::RelativeOblique, "relative oblique"),
        (Self::Opener, "opener"),
        (Self::Auxiliary, "auxiliary"),
        (Self::Passive, "passive"),
        (Self::FirstSubjunctive, "first subjunctive"),
        (Self::SecondSubjunctive, "second subjunctive"),
        (Self::Statement, "statement"),
        (Self::Titled, "titled"),
    ];

    fn of_section(name: &str) -> Option<Self> {
        let found = Self::SECTIONS.iter().find(|(_, section)| *section == name);
        found.map(|(class, _)| *class)
    }
}

/// The classes of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    /// The classes of a word in lower case with ss for ß.
    pub fn of(key: &str) -> Self {
        CLASSES.get(key).copied().unwrap_or_default()
    }

    /// Whether the word is in that class.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

static CLASSES: LazyLock<HashMap<&str, Classes>> = LazyLock::new(|| {
    let mut classes: HashMap<&str, Classes> = HashMap::new();
    let mut section = None;
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            section = Class::of_section(name);
        } else if let Some(class) = section {
            for word in line.split_whitespace() {
                classes.entry(word).or_default().add(class);
            }
        }
    }
    classes
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known_and_every_class_has_words() {
        let sections = FILE.lines().filter_map(|line| line.strip_prefix('['));
        for section in sections {
            assert!(
                Class::of_section(section.trim_end_matches(']')).is_some(),
                "{section}"
            );
        }
        for (class, name) in Class::SECTIONS {
            assert!(CLASSES.values().any(|classes| classes.has(class)), "{name}");
        }
    }

    #[test]
    fn words_stand_there_as_they_are_looked_up() {
        let mut key = String::new();
        for word in CLASSES.keys() {
            crate::german::lexicon::key(word, &mut key);
            assert_eq!(*word, key);
        }
    }
}
