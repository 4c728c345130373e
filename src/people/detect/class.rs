//! The coarse class of a token, by which its neighbours see it.

use super::lists::Listed;
use super::seen::Seen;
use super::tokens::TokenKind;

/// The coarse class of a token; neighbours are seen by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// Before the first and behind the last token of a block, and between glued words.
    Edge,
    /// `.`, `!`, `?`.
    Stop,
    /// `,`.
    Comma,
    /// `;`, `:`.
    Colon,
    /// An opening or closing quote.
    Quote,
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// A dash.
    Dash,
    /// `/` and all other signs.
    Sign,
    /// Digits.
    Number,
    /// `9.`
    Ordinal,
    /// `B.`
    Initial,
    /// `XVI`
    Roman,
    /// `Präsident`
    Role,
    /// `Herr`, `Dr.`
    Honorific,
    /// `Sohn`
    Kin,
    /// `sagte`
    Verb,
    /// `von`
    Particle,
    /// `bin`
    ForeignParticle,
    /// `und`, `sowie`
    And,
    /// An article or a possessive.
    Determiner,
    /// `in`, `aus`: stands before places.
    Whereabouts,
    /// Another word in lower case that is frequent.
    Function,
    /// A word in lower case on `-ische`, `-ischen`.
    Adjective,
    /// Another word in lower case.
    Lower,
    /// A given name and nothing else.
    Given,
    /// A surname and nothing else.
    Surname,
    /// A given name and a surname.
    GivenSurname,
    /// A name that is also a word.
    NameWord,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// A month, a day.
    Time,
    /// `AG`.
    Firm,
    /// Many persons.
    People,
    /// A noun.
    Noun,
    /// A capitalised word that is written in lower case as well and is no noun.
    CapitalLower,
    /// A word that can be cut into words.
    Compound,
    /// A word in capitals.
    Capitals,
    /// `Jelzin-Regierung`: a word that is no noun, then a noun.
    NameNoun,
    /// `Wolf-Dieter`, `Al-Assad`: no noun at the end.
    NameName,
    /// Another word with hyphens.
    Hyphened,
    /// A capitalised word nobody knows.
    Unknown,
}

/// How many classes there are.
pub const CLASSES: usize = Class::Unknown as usize + 1;

impl Class {
    /// The class of a sign, or of the seam of glued words.
    pub(super) fn of_sign(sign: &str) -> Self {
        match sign {
            "" => Self::Edge,
            "." | "!" | "?" | "…" => Self::Stop,
            "," => Self::Comma,
            ";" | ":" => Self::Colon,
            "(" | "[" => Self::Open,
            ")" | "]" => Self::Close,
            "–" | "—" | "-" => Self::Dash,
            "\"" | "„" | "“" | "”" | "»" | "«" | "›" | "‹" | "‚" | "‘" => {
                Self::Quote
            }
            _ => Self::Sign,
        }
    }

    /// The class of a word without hyphens, or of a number or sign.
    pub(super) fn of(word: &str, kind: TokenKind, key: &str, seen: &Seen) -> Self {
        match kind {
            TokenKind::Number => Self::Number,
            TokenKind::Ordinal => Self::Ordinal,
            TokenKind::Initial => Self::Initial,
            TokenKind::Sign | TokenKind::Seam => Self::of_sign(word),
            TokenKind::Lower => Self::of_lower(key, seen),
            TokenKind::Capital if is_numeral(word) => Self::Roman,
            TokenKind::Capital => Self::of_listed(seen)
                .or_else(|| Self::of_known(seen))
                .unwrap_or_else(|| Self::of_unlisted(word, seen)),
        }
    }

    fn of_lower(key: &str, seen: &Seen) -> Self {
        let adjective = ["ische", "ischen", "ischer"]
            .iter()
            .any(|ending| key.ends_with(ending));
        match key {
            "und" | "sowie" | "oder" => Self::And,
            _ if seen.lists.has(Listed::Determiner) => Self::Determiner,
            _ if seen.lists.has(Listed::Particle) => Self::Particle,
            _ if seen.lists.has(Listed::ForeignParticle) => Self::ForeignParticle,
            _ if seen.lists.has(Listed::Whereabouts) => Self::Whereabouts,
            _ if seen.lists.has(Listed::Verb) => Self::Verb,
            _ if adjective => Self::Adjective,
            _ if seen.is_frequent() => Self::Function,
            _ => Self::Lower,
        }
    }

    /// The class that a list gives; a role that is only known as a name otherwise is a name.
    fn of_listed(seen: &Seen) -> Option<Self> {
        const LISTS: [(Listed, Class); 8] = [
            (Listed::Honorific, Class::Honorific),
            (Listed::Role, Class::Role),
            (Listed::Kin, Class::Kin),
            (Listed::Time, Class::Time),
            (Listed::Firm, Class::Firm),
            (Listed::Place, Class::Place),
            (Listed::Organisation, Class::Organisation),
            (Listed::People, Class::People),
        ];
        let holds = |list: Listed| {
            let only_name = list == Listed::Role && seen.is_name() && !seen.is_noun();
            seen.lists.has(list) && !only_name
        };
        let found = LISTS.iter().find(|(list, _)| holds(*list));
        found.map(|(_, class)| *class)
    }

    fn of_known(seen: &Seen) -> Option<Self> {
        match (seen.is_given(), seen.is_surname()) {
            (false, false) => None,
            _ if seen.is_noun() || seen.is_lower() => Some(Self::NameWord),
            (true, true) => Some(Self::GivenSurname),
            (true, false) => Some(Self::Given),
            (false, true) => Some(Self::Surname),
        }
    }

    fn of_unlisted(word: &str, seen: &Seen) -> Self {
        let letters = || word.chars().filter(|letter| letter.is_alphabetic());
        if seen.is_noun() {
            Self::Noun
        } else if letters().count() > 1 && letters().all(char::is_uppercase) {
            Self::Capitals
        } else if seen.is_lower() {
            Self::CapitalLower
        } else {
            Self::Unknown
        }
    }
}

/// Whether a word is the numeral of a ruler.
pub(super) fn is_numeral(word: &str) -> bool {
    word.len() > 1
        && word
            .bytes()
            .all(|letter| matches!(letter, b'I' | b'V' | b'X'))
}
