//! Titles and roles that stand beside a name, with the walk of life they speak of.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lists::{Gender, lines};
use crate::people::mention::Walk;

/// A title or role beside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) struct Role {
    /// The word of the list, so that `Verteidigungsministers` is `minister`.
    pub word: &'static str,
    /// What it says of the person's walk of life.
    pub walk: Option<Walk>,
    /// What it says of the person's gender.
    pub gender: Option<Gender>,
}

static ROLES: LazyLock<HashMap<&str, Option<Walk>>> = LazyLock::new(|| {
    let mut walk = None;
    let mut roles = HashMap::new();
    for word in lines(include_str!("roles.txt")).flat_map(str::split_whitespace) {
        match word {
            "state:" => walk = Some(Walk::State),
            "sport:" => walk = Some(Walk::Sport),
            "arts:" => walk = Some(Walk::Arts),
            "science:" => walk = Some(Walk::Science),
            "business:" => walk = Some(Walk::Business),
            "religion:" => walk = Some(Walk::Religion),
            "none:" => walk = None,
            role => {
                roles.insert(role, walk);
            }
        }
    }
    roles
});

/// The shortest role that may be the end of a longer word, in bytes; `Gast` is no `ast`.
const SHORTEST_ENDING: usize = 4;

/// What a word says as a title or role, in any case and number.
pub(in crate::people) fn role(word: &str) -> Option<Role> {
    let lower = word.to_lowercase();
    let forms = ["", "s", "es", "n", "en", "in", "innen", "r", "e"];
    forms.iter().find_map(|ending| {
        let stem = lower.strip_suffix(ending)?;
        let word = listed(stem)?;
        Some(Role {
            word,
            walk: ROLES.get(word).copied().flatten(),
            gender: gender(word, ending),
        })
    })
}

fn listed(stem: &str) -> Option<&'static str> {
    let whole = ROLES.get_key_value(stem).map(|(role, _)| *role);
    whole.or_else(|| {
        let starts = stem.char_indices().map(|(at, _)| at).skip(1);
        starts
            .take_while(|at| stem.len() - at >= SHORTEST_ENDING)
            .find_map(|at| ROLES.get_key_value(&stem[at..]).map(|(role, _)| *role))
    })
}

fn gender(word: &str, ending: &str) -> Option<Gender> {
    let female = [
        "in",
        "frau",
        "königin",
        "lady",
        "madame",
        "tochter",
        "mutter",
        "schwester",
    ];
    let neutral = [
        "mitglied",
        "opfer",
        "vorsitzende",
        "abgeordnete",
        "model",
        "vorstand",
        "profi",
    ];
    if word == "herr" || word == "mr." || word == "sir" || word == "papst" || word == "könig" {
        Some(Gender::Male)
    } else if ending == "in"
        || female
            .iter()
            .any(|end| word.ends_with(end) && word != "muslim")
    {
        Some(Gender::Female)
    } else if neutral.contains(&word) || ROLES.get(word).is_none_or(|walk| walk.is_none()) {
        None
    } else {
        Some(Gender::Male)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_known_in_every_form_and_at_the_end_of_longer_words() {
        for (word, walk, gender) in [
            (
                "Verteidigungsminister",
                Some(Walk::State),
                Some(Gender::Male),
            ),
            ("Außenministerin", Some(Walk::State), Some(Gender::Female)),
            ("Präsidenten", Some(Walk::State), Some(Gender::Male)),
            ("Bundestrainer", Some(Walk::Sport), Some(Gender::Male)),
            ("Frau", None, Some(Gender::Female)),
            ("Herrn", None, Some(Gender::Male)),
            ("US-Präsident", Some(Walk::State), Some(Gender::Male)),
        ] {
            let role = role(word).expect(word);
            assert_eq!((role.walk, role.gender), (walk, gender), "{word}");
        }
        assert_eq!(role("Tisch"), None);
    }
}
