//! Whether two names can be one person's.

use super::key;
use super::parts::{Name, PartKind};

/// How well the given names of two names of one surname agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::people) enum Agreement {
    /// They name two persons.
    Different,
    /// Nothing speaks against it: one has fewer given names, or only their initials.
    Compatible,
    /// They are the same.
    Same,
}

impl Name {
    /// How well the two names agree, whose surnames are known to be one: by given names and numerals.
    pub fn agreement(&self, other: &Self) -> Agreement {
        let numerals = match (self.numeral(), other.numeral()) {
            (Some(one), Some(two)) if one != two => return Agreement::Different,
            (one, two) => one.is_some() == two.is_some(),
        };
        let (ours, theirs) = (pieces(self), pieces(other));
        let given = if self.is_eastern() && other.is_eastern() {
            eastern_agreement(&ours, &theirs)
        } else {
            given_agreement(&ours, &theirs)
        };
        if numerals {
            given
        } else {
            given.min(Agreement::Compatible)
        }
    }

    /// Whether the words of `part` are a run of words of this name, so that it can stand for it:
    /// `Lula da Silva` of `Luiz Inácio Lula da Silva`.
    pub fn holds(&self, part: &Self) -> bool {
        let (whole, part) = (self.run(), part.run());
        !part.is_empty() && whole.windows(part.len()).any(|run| run == part)
    }

    /// The keys of its words but for particles.
    fn run(&self) -> Vec<String> {
        let said = self
            .parts
            .iter()
            .filter(|part| part.kind != PartKind::Particle);
        said.map(|part| key::plain(&part.text)).collect()
    }
}

/// A given name, hyphenated ones apart.
struct Piece {
    key: String,
    is_initial: bool,
}

fn pieces(name: &Name) -> Vec<Piece> {
    let texts = name.given().flat_map(|part| part.text.split('-'));
    texts
        .map(|text| Piece {
            key: key::given(text),
            is_initial: text.ends_with('.') || text.chars().count() == 1,
        })
        .collect()
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.key.as_str()).collect()
}

/// Syllables of Eastern given names are never left out.
fn eastern_agreement(ours: &[Piece], theirs: &[Piece]) -> Agreement {
    if romanised(&joined(ours)) == romanised(&joined(theirs)) {
        Agreement::Same
    } else {
        Agreement::Different
    }
}

/// How Korean syllables are written in different romanisations.
const ROMANISATIONS: [(&str, &str); 9] = [
    ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("j", "ch"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("y", "i"),
];

fn romanised(given: &str) -> String {
    let rewrite = |text: String, (from, to): &(&str, &str)| text.replace(from, to);
    ROMANISATIONS.iter().fold(given.to_owned(), rewrite)
}

fn given_agreement(ours: &[Piece], theirs: &[Piece]) -> Agreement {
    if ours.is_empty() != theirs.is_empty() {
        return Agreement::Compatible;
    }
    if joined(ours) == joined(theirs) {
        return Agreement::Same;
    }
    let each = ours.iter().zip(theirs);
    let worst = each.map(|(one, two)| piece_agreement(one, two)).min();
    let worst = worst.unwrap_or(Agreement::Compatible);
    if ours.len() == theirs.len() {
        worst
    } else {
        worst.min(Agreement::Compatible)
    }
}

fn piece_agreement(one: &Piece, two: &Piece) -> Agreement {
    let begins = |short: &Piece, long: &Piece| short.is_initial && long.key.starts_with(&short.key);
    if one.key == two.key {
        Agreement::Same
    } else if begins(one, two) || begins(two, one) {
        Agreement::Compatible
    } else {
        Agreement::Different
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_tell_persons_of_one_surname_apart() {
        for (left, right, expected) in [
            ("Kim Jong Un", "Kim Jong-un", Agreement::Same),
            ("Kim Jong Un", "Kim Jong Il", Agreement::Different),
            ("Kim Jong Un", "Kim Jong-il", Agreement::Different),
            ("Kim Jong Un", "Kim Jeong-eun", Agreement::Same),
            ("George Bush", "George W. Bush", Agreement::Compatible),
            ("George H. W. Bush", "George W. Bush", Agreement::Different),
            ("W. Putin", "Wladimir Putin", Agreement::Compatible),
            ("Sergej Schoigu", "Sergey Shoigu", Agreement::Same),
            ("Putin", "Wladimir Putin", Agreement::Compatible),
            ("Benedikt XV.", "Benedikt XVI.", Agreement::Different),
            (
                "Karl-Theodor zu Guttenberg",
                "Karl Theodor zu Guttenberg",
                Agreement::Same,
            ),
            (
                "Wladimir Klitschko",
                "Vitali Klitschko",
                Agreement::Different,
            ),
            (
                "Frank-Walter Steinmeier",
                "Frank Steinmeier",
                Agreement::Compatible,
            ),
        ] {
            let agreement = Name::new(left).agreement(&Name::new(right));
            assert_eq!(agreement, expected, "{left} / {right}");
        }
    }

    #[test]
    fn a_run_of_words_stands_for_a_longer_name() {
        let whole = Name::new("Luiz Inácio Lula da Silva");
        assert!(whole.holds(&Name::new("Lula da Silva")));
        assert!(whole.holds(&Name::new("Lula")));
        assert!(!whole.holds(&Name::new("Luiz Silva")));
    }
}
