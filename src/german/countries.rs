//! Countries, their adjectives and inhabitants: `Nordkorea`, `nordkoreanisch`, `Nordkoreaner`.
//!
//! The file says `version 1` on its first line that is not a comment; every further line is a country, its
//! adjectives and its inhabitants, with `|` between them and without hyphens inside.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;
use super::stem::GermanStemmer;

/// The country of each stem that stands for one, by its first name.
static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let stemmer = GermanStemmer::new();
    let stems = lines().flat_map(|line| {
        let country = names(line).next().unwrap_or(line);
        names(line).map(move |name| (name, country))
    });
    stems
        .map(|(name, country)| (stemmer.stem(name), country))
        .collect()
});

/// So many letters of a folded name and of a stem are alike before the name is stemmed to compare them.
const LIKE: usize = 3;

/// The stems of the other words for the country that `stem` belongs to: those of `nordkoreanisch` and
/// `Nordkoreaner` for that of `Nordkorea`. Empty for words of no country.
pub fn country_words(stem: &str) -> Vec<String> {
    let stemmer = GermanStemmer::new();
    let mut others = Vec::new();
    for line in lines().filter(|line| may_hold(line, stem)) {
        let stems: Vec<String> = names(line).map(|name| stemmer.stem(name)).collect();
        if stems.iter().any(|known| known == stem) {
            others.extend(stems.into_iter().filter(|other| other != stem));
        }
    }
    others.sort();
    others.dedup();
    others
}

/// The country that a stem stands for, by name, adjective or inhabitants: `Nordkorea` for the stem of
/// `nordkoreanisch`.
pub fn country(stem: &str) -> Option<&'static str> {
    COUNTRIES.get(stem).copied()
}

/// The names of countries, as German writes them.
pub fn country_names() -> impl Iterator<Item = &'static str> {
    lines().filter_map(|line| names(line).next())
}

fn lines() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("countries.txt").lines();
    lines.filter(|line| !line.starts_with('#')).skip(1)
}

fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split('|').map(str::trim)
}

/// Whether a name of the line begins like the stem, so that it is worth stemming them.
fn may_hold(line: &str, stem: &str) -> bool {
    let beginning = stem.get(..LIKE).unwrap_or(stem);
    names(line).any(|name| fold(name).starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others(word: &str) -> Vec<String> {
        country_words(&GermanStemmer::new().stem(word))
    }

    fn stem(word: &str) -> String {
        GermanStemmer::new().stem(word)
    }

    #[test]
    fn a_country_leads_to_its_adjective_and_back_in_any_inflection() {
        for (word, other) in [
            ("Nordkorea", "nordkoreanisch"),
            ("nordkoreanischen", "Nordkorea"),
            ("Russlands", "russisch"),
            ("russischer", "Russland"),
            ("Chinesen", "China"),
            ("Frankreich", "französische"),
            ("Ägypten", "ägyptisch"),
        ] {
            assert!(
                others(word).contains(&stem(other)),
                "{word}: {:?}",
                others(word)
            );
        }
    }

    #[test]
    fn the_words_for_a_country_stand_for_it() {
        for word in ["Nordkorea", "nordkoreanischen", "Nordkoreaner"] {
            assert_eq!(country(&stem(word)), Some("Nordkorea"), "{word}");
        }
        assert_eq!(country(&stem("Munition")), None);
    }

    #[test]
    fn other_words_belong_to_no_country() {
        for word in ["Munition", "ein", "x", "", "Nord", "Koreakrieg"] {
            assert_eq!(others(word), [""; 0], "{word}");
        }
    }

    #[test]
    fn every_line_names_a_country_and_a_word_for_it() {
        for line in lines() {
            assert!(names(line).count() >= 2, "{line}");
            assert!(
                names(line).all(|name| !name.is_empty() && !name.contains(' ')),
                "{line}"
            );
        }
    }
}
