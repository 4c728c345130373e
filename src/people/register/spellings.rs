//! All spellings under which a full name may stand in a text.

use std::collections::BTreeSet;

use super::families::Person;
use crate::people::name::{Name, spellings_of};

/// No person gets more spellings than this.
const AT_MOST: usize = 32;

/// The spellings of the person's full names to look for word for word: each form that articles have,
/// with blanks and with hyphens in Eastern names, and with the listed romanisations of its words.
pub fn spellings(person: &Person) -> Vec<String> {
    let mut spellings = BTreeSet::new();
    for form in &person.forms {
        let name = Name::new(&form.name);
        if !name.is_full() {
            continue;
        }
        spellings.insert(form.name.clone());
        if name.is_eastern() {
            spellings.extend(eastern(&name));
        } else if name.parts.len() == 2 {
            spellings.extend(romanised(&name));
        }
        if spellings.len() >= AT_MOST {
            break;
        }
    }
    spellings.into_iter().take(AT_MOST).collect()
}

/// `Kim Jong Un`, `Kim Jong-un`, `Kim Jong-Un`.
fn eastern(name: &Name) -> Vec<String> {
    let words: Vec<&str> = name
        .parts
        .iter()
        .flat_map(|part| part.text.split('-'))
        .collect();
    let [surname, first, second] = words.as_slice() else {
        return Vec::new();
    };
    let mut letters = second.chars();
    let capital: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default();
    let small = second.to_lowercase();
    vec![
        format!("{surname} {first} {capital}"),
        format!("{surname} {first}-{small}"),
        format!("{surname} {first}-{capital}"),
    ]
}

fn romanised(name: &Name) -> Vec<String> {
    let [given, surname] = name.parts.as_slice() else {
        return Vec::new();
    };
    let with_itself = |word: &str| {
        let mut all = vec![word.to_owned()];
        all.extend(
            spellings_of(word)
                .iter()
                .map(|spelling| (*spelling).to_owned()),
        );
        all
    };
    let given = with_itself(&given.text);
    let surnames = with_itself(&surname.text);
    let pairs = given.iter().flat_map(|given| {
        surnames
            .iter()
            .map(move |surname| format!("{given} {surname}"))
    });
    pairs.take(AT_MOST).collect()
}
