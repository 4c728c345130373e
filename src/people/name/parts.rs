//! A name taken apart into its words.

use super::{eastern, key, lists};

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::people) struct Part {
    /// The word as written.
    pub text: String,
    /// What it is in the name.
    pub kind: PartKind,
    /// Its key: see [`key::surname`] for surnames, [`key::given`] for the rest.
    pub key: String,
}

/// What a word is in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) enum PartKind {
    /// A given name or a middle name.
    Given,
    /// The first letter of a name: `W.`.
    Initial,
    /// `von`, `bin`, `al-`.
    Particle,
    /// The surname; of a single word, whatever it is.
    Surname,
    /// The number of a ruler: `XVI.`.
    Numeral,
    /// `jr.`, or a nickname in quotation marks.
    Addition,
}

/// A name taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::people) struct Name {
    /// Its words as they follow each other.
    pub parts: Vec<Part>,
}

impl Name {
    /// Takes a name apart; it never fails, for every word may be a surname.
    pub fn new(name: &str) -> Self {
        let words = words(name);
        let texts: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut kinds: Vec<PartKind> = (0..texts.len()).map(|at| kind(&texts, at)).collect();
        mark_surname(&texts, &mut kinds);
        let parts = words.into_iter().zip(kinds).map(|(text, kind)| {
            let key = match kind {
                PartKind::Surname => key::surname(without_article(&text)),
                PartKind::Given => key::given(&text),
                _ => key::plain(&text),
            };
            Part { text, kind, key }
        });
        Self {
            parts: parts.collect(),
        }
    }

    /// The name in its words, one blank between them.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        words.join(" ")
    }

    /// The surname; `None` only for a name without words.
    pub fn surname(&self) -> Option<&Part> {
        self.parts
            .iter()
            .rev()
            .find(|part| part.kind == PartKind::Surname)
    }

    /// Given names and initials, in order.
    pub fn given(&self) -> impl Iterator<Item = &Part> + Clone {
        self.parts
            .iter()
            .filter(|part| matches!(part.kind, PartKind::Given | PartKind::Initial))
    }

    /// The number of a ruler, without its full stop.
    pub fn numeral(&self) -> Option<&str> {
        let numeral = self
            .parts
            .iter()
            .find(|part| part.kind == PartKind::Numeral);
        numeral.map(|part| part.text.trim_end_matches('.'))
    }

    /// Whether it has a given name or an initial beside the surname, or the number of a ruler.
    pub fn is_full(&self) -> bool {
        self.numeral().is_some() || self.given().next().is_some()
    }

    /// Whether the surname stands first.
    pub fn is_eastern(&self) -> bool {
        let first = self.parts.first().map(|part| part.kind);
        first == Some(PartKind::Surname) && self.given().next().is_some()
    }

    /// The last word, which carries the ending of a case.
    pub fn last(&self) -> Option<&Part> {
        self.parts.last()
    }

    /// The same name with another last word.
    pub fn with_last(&self, last: &str) -> Self {
        let mut words: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        words.pop();
        words.push(last);
        Self::new(&words.join(" "))
    }
}

/// The words of a name; initials written together (`C.Y.`) come apart, and what stands behind a comma
/// comes first (`Putin, Wladimir`).
fn words(name: &str) -> Vec<String> {
    let (behind, before) = name
        .split_once(',')
        .map_or(("", name), |(before, behind)| (behind, before));
    let mut words = Vec::new();
    for word in behind.split_whitespace().chain(before.split_whitespace()) {
        let dots = word.matches('.').count();
        if dots > 1 && word.ends_with('.') {
            words.extend(word.split_inclusive('.').map(str::to_owned));
        } else {
            words.push(word.to_owned());
        }
    }
    words
}

fn kind(words: &[&str], at: usize) -> PartKind {
    let word = words[at];
    let last = at + 1 == words.len();
    if at > 0 && is_numeral(word) {
        PartKind::Numeral
    } else if is_initial(word) && !(last && at > 0) && words.len() > 1 {
        PartKind::Initial
    } else if at > 0 && is_addition(word) {
        PartKind::Addition
    } else if !last && is_particle(words, at) {
        PartKind::Particle
    } else {
        PartKind::Given
    }
}

/// `W.`, also `Th.`; a hyphenated `J.-P.` is one.
fn is_initial(word: &str) -> bool {
    let letters = word.trim_end_matches(['.', '’', '\'']);
    let count = letters.chars().filter(|c| c.is_alphabetic()).count();
    word.len() > letters.len() && count <= 2 && letters.starts_with(char::is_uppercase)
        || count == 1 && letters.chars().count() == 1
}

fn is_numeral(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    let roman = !letters.is_empty() && letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // A lone letter with a full stop is rather an initial, `I.` excepted.
    roman && (letters.len() > 1 || word == "I." || word == "V." || word == "X.")
}

fn is_addition(word: &str) -> bool {
    let plain = word.to_lowercase();
    matches!(
        plain.trim_end_matches('.'),
        "jr" | "jun" | "junior" | "sr" | "sen" | "senior"
    ) || word.starts_with(['„', '“', '"', '‚', '»', '«', '\'', '‘', '('])
}

/// In small letters anywhere; with a capital only behind another word or before the last but none
/// (`De Gennaro`), except those that are given names as often.
fn is_particle(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let lower = word.to_lowercase();
    if !lists::is_particle(&lower) {
        return false;
    }
    let is_small = word.starts_with(char::is_lowercase);
    let ambiguous = matches!(
        lower.as_str(),
        "ben" | "al" | "e" | "i" | "y" | "an" | "do" | "ad"
    );
    let leads = words.len() == 2 || lists::is_particle(words[at + 1]);
    is_small || at > 0 || leads && !ambiguous
}

/// Says which word is the surname: the first of Eastern names, else the last that is a name.
fn mark_surname(words: &[&str], kinds: &mut [PartKind]) {
    let is_plain = kinds.iter().all(|kind| *kind == PartKind::Given);
    if is_plain && eastern::begins_with_surname(words) {
        kinds[0] = PartKind::Surname;
        return;
    }
    let last = kinds.iter().rposition(|kind| *kind == PartKind::Given);
    let last = last.or_else(|| kinds.iter().rposition(|kind| *kind == PartKind::Initial));
    if let Some(last) = last {
        kinds[last] = PartKind::Surname;
    } else if let Some(last) = kinds.last_mut() {
        *last = PartKind::Surname;
    }
}

/// `al-Assad` without its article.
pub(in crate::people) fn without_article(surname: &str) -> &str {
    let Some((article, rest)) = surname.split_once('-') else {
        return surname;
    };
    let is_article = matches!(
        article.to_lowercase().as_str(),
        "al" | "el" | "as" | "asch" | "ash" | "ad" | "an" | "at" | "ar" | "az"
    );
    if is_article && !rest.is_empty() {
        rest
    } else {
        surname
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surname_is_found_in_names_of_every_order() {
        for (name, surname) in [
            ("Wladimir Putin", "Putin"),
            ("Kim Jong Un", "Kim"),
            ("Kim", "Kim"),
            ("Ursula von der Leyen", "Leyen"),
            ("Mohammed bin Salman", "Salman"),
            ("George W. Bush", "Bush"),
            ("C.Y. Leung", "Leung"),
            ("Benedikt XVI.", "Benedikt"),
            ("Markus B.", "B."),
            ("Jean-Marie Le Pen", "Pen"),
            ("Le Pen", "Pen"),
            ("Karl-Theodor zu Guttenberg", "Guttenberg"),
            (
                "Sabine Leutheusser-Schnarrenberger",
                "Leutheusser-Schnarrenberger",
            ),
            ("Martin Luther King jr.", "King"),
            ("S.", "S."),
            ("von der Leyen", "Leyen"),
            ("Von der Leyen", "Leyen"),
            ("Putin, Wladimir", "Putin"),
            ("van Nobelen, Jordi", "Nobelen"),
        ] {
            let parsed = Name::new(name);
            assert_eq!(
                parsed.surname().map(|part| part.text.as_str()),
                Some(surname),
                "{name}"
            );
        }
    }

    #[test]
    fn articles_of_arabic_surnames_do_not_count() {
        let key = |name: &str| Name::new(name).surname().map(|part| part.key.clone());
        assert_eq!(key("Baschar al-Assad"), key("Assad"));
        assert_eq!(key("Abdel Fattah el-Sisi"), key("Al-Sisi"));
    }

    #[test]
    fn rulers_and_names_with_initials_are_full() {
        for (name, full) in [
            ("Benedikt XVI.", true),
            ("Benedikt", false),
            ("Markus B.", true),
            ("von der Leyen", false),
            ("Le Pen", false),
            ("Putin", false),
        ] {
            assert_eq!(Name::new(name).is_full(), full, "{name}");
        }
    }
}
