//! Word lists, readable and extendable: one file a kind of word, `#` before comments.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::german::{Aliases, lexicon};

/// What the lists say of a word: a set of [`Listed`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListSet(u16);

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Listed {
    /// `Präsident`.
    Role = 1 << 0,
    /// `Herr`.
    Honorific = 1 << 1,
    /// `Sohn`.
    Kin = 1 << 2,
    /// `sagte`.
    Verb = 1 << 3,
    /// `von`.
    Particle = 1 << 4,
    /// `Montag`.
    Time = 1 << 5,
    /// `Siemens`.
    Organisation = 1 << 6,
    /// `AG`.
    Firm = 1 << 7,
    /// `Kurden`.
    People = 1 << 8,
    /// `Pjöngjang`.
    Place = 1 << 9,
    /// `Wladimir`.
    Given = 1 << 10,
    /// `Putin`.
    Surname = 1 << 11,
    /// `der`.
    Determiner = 1 << 12,
    /// `aus`.
    Whereabouts = 1 << 13,
    /// `bin`.
    ForeignParticle = 1 << 14,
}

const FILES: [(Listed, &str); 15] = [
    (Listed::Role, include_str!("lists/roles.txt")),
    (Listed::Honorific, include_str!("lists/honorifics.txt")),
    (Listed::Kin, include_str!("lists/kin.txt")),
    (Listed::Verb, include_str!("lists/verbs.txt")),
    (Listed::Particle, include_str!("lists/particles.txt")),
    (
        Listed::ForeignParticle,
        include_str!("lists/foreign-particles.txt"),
    ),
    (Listed::Time, include_str!("lists/months.txt")),
    (
        Listed::Organisation,
        include_str!("lists/organisations.txt"),
    ),
    (Listed::Firm, include_str!("lists/firms.txt")),
    (Listed::People, include_str!("lists/peoples.txt")),
    (Listed::Place, include_str!("lists/places.txt")),
    (Listed::Given, include_str!("lists/given-names.txt")),
    (Listed::Surname, include_str!("lists/surnames.txt")),
    (Listed::Determiner, DETERMINERS),
    (Listed::Whereabouts, WHEREABOUTS),
];

/// Articles, with prepositions and without, and what stands in their place.
const DETERMINERS: &str = "
    der die das des dem den ein eine einer eines einem einen kein keine keiner keinem keinen sein
    seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere unserer dieser
    diese dieses diesem diesen jeder jede jedes jedem jeden mein meine meiner meinem meinen alle
    allen aller viele vielen zwei drei im am zum zur beim vom ins ans
";

/// Prepositions that places stand behind.
const WHEREABOUTS: &str = "in aus nach bei bis ab über um";

static LISTS: LazyLock<HashMap<String, ListSet>> = LazyLock::new(|| {
    let mut lists: HashMap<String, ListSet> = HashMap::new();
    let mut key = String::new();
    for (list, file) in FILES {
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        for word in lines.flat_map(str::split_whitespace) {
            lexicon::key(word.trim_end_matches('.'), &mut key);
            lists.entry(key.clone()).or_default().0 |= list as u16;
        }
    }
    for country in crate::german::country_names() {
        lexicon::key(country, &mut key);
        lists.entry(key.clone()).or_default().0 |= Listed::Place as u16;
    }
    lists
});

/// Endings that roles take.
const ROLE_ENDINGS: [&str; 7] = ["innen", "in", "en", "es", "n", "s", "e"];

/// Roles by their last letters, for words that end in one.
static ROLE_TAILS: LazyLock<HashMap<&'static [u8], Vec<&'static str>>> = LazyLock::new(|| {
    let mut tails: HashMap<&[u8], Vec<&str>> = HashMap::new();
    let roles = LISTS.iter().filter(|(_, set)| set.has(Listed::Role));
    for role in roles.map(|(role, _)| role.as_str()) {
        if let Some(tail) = tail(role) {
            tails.entry(tail).or_default().push(role);
        }
    }
    tails
});

/// How many bytes of a role's end lead to it.
const TAIL: usize = 4;

fn tail(word: &str) -> Option<&[u8]> {
    Some(word.as_bytes().last_chunk::<TAIL>()?)
}

impl ListSet {
    /// What the lists say of a look-up key.
    pub fn of(key: &str) -> Self {
        LISTS.get(key).copied().unwrap_or_default()
    }

    /// What the lists say of a look-up key, with the longer words that they stand for: `Verteidigungsministerin`
    /// is a role, and every spelling of a place is one.
    pub fn of_capitalised(key: &str) -> Self {
        let mut set = Self::of(key);
        if !set.has(Listed::Role) && is_role(key) {
            set.0 |= Listed::Role as u16;
        }
        if set.0 == 0 && !Aliases::builtin().variants(key).is_empty() {
            set.0 |= Listed::Place as u16;
        }
        set
    }

    /// Whether the word stands on a list.
    pub fn has(self, list: Listed) -> bool {
        self.0 & list as u16 != 0
    }

    /// As a number.
    pub fn bits(self) -> u16 {
        self.0
    }
}

/// Whether a word is a role with an ending, or ends in a role: `Verteidigungsministerin`.
fn is_role(key: &str) -> bool {
    let stripped = ROLE_ENDINGS
        .iter()
        .filter_map(|ending| key.strip_suffix(ending));
    std::iter::once(key).chain(stripped).any(|base| {
        let roles = tail(base).and_then(|tail| ROLE_TAILS.get(tail));
        roles.is_some_and(|roles| roles.iter().any(|role| base.ends_with(role)))
    })
}
