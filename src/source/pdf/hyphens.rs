//! Words that are parted at the end of a line.

use crate::german::{Knowledge, compounds, lexicon};

/// Where a word may be parted. Some programs write it into the text, and beside it the hyphen that it
/// shows at the end of a line.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Adds the next line to a text: behind a space, or as the rest of a parted word.
pub(super) fn join(text: &mut String, line: &str) {
    match ending(text, line) {
        Ending::Word => {
            if !text.is_empty() {
                text.push(' ');
            }
        }
        Ending::Parting => {
            text.pop();
        }
        Ending::Hyphen => {}
    }
    text.push_str(line);
}

/// What stands between the end of a line and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A whole word.
    Word,
    /// A hyphen that only parts a word.
    Parting,
    /// A hyphen of the word itself.
    Hyphen,
}

/// How the end of a text goes on with the next line.
pub(super) fn ending(text: &str, line: &str) -> Ending {
    let Some(before) = text.strip_suffix(['-', '\u{2010}', SOFT_HYPHEN]) else {
        return Ending::Word;
    };
    if text.ends_with(SOFT_HYPHEN) || before.ends_with(SOFT_HYPHEN) {
        return Ending::Parting;
    }
    let first = last_word(before);
    let second = first_word(line);
    if first.is_empty() || second.is_empty() {
        return Ending::Word;
    }
    let is_ellipsis = matches!(second, "und" | "oder" | "bzw" | "sowie" | "als" | "bis");
    match () {
        // `Boden- und Luftstreitkräfte`
        () if is_ellipsis => Ending::Word,
        // `US-Präsident`, `Nordrhein-Westfalen`
        () if second.starts_with(char::is_uppercase) => Ending::Hyphen,
        // `CO2-arm`, `EU-weit`, `1990-er`
        () if is_sign(first) => Ending::Hyphen,
        () if is_known(&format!("{first}{second}")) => Ending::Parting,
        // `deutsch-russisch`
        () if is_known(first) && is_known(second) => Ending::Hyphen,
        // Names and words that no list has are parted more often than they have a hyphen.
        () => Ending::Parting,
    }
}

fn last_word(text: &str) -> &str {
    let start = text.rfind(|sign: char| !sign.is_alphanumeric());
    start.map_or(text, |start| {
        let behind = start + text[start..].chars().next().map_or(0, char::len_utf8);
        &text[behind..]
    })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// Whether a word is a sign or number rather than letters of a word.
fn is_sign(word: &str) -> bool {
    let capitals = word.chars().filter(|sign| sign.is_uppercase()).count();
    capitals >= 2 && capitals * 2 >= word.chars().count()
        || word.ends_with(|sign: char| sign.is_ascii_digit())
}

/// Whether a word is in the lexicon or a compound of such words.
fn is_known(word: &str) -> bool {
    let mut key = String::new();
    lexicon::key(word, &mut key);
    if lexicon::lookup(&key).is_some_and(|entry| entry.is_word()) {
        return true;
    }
    let mut parts = Vec::new();
    compounds::split(word, &Knowledge::default(), &mut parts);
    parts.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, line: &str) -> String {
        let mut text = text.to_owned();
        join(&mut text, line);
        text
    }

    #[test]
    fn parted_words_are_whole_again() {
        assert_eq!(
            joined("die Zusammen-", "arbeit der"),
            "die Zusammenarbeit der"
        );
        assert_eq!(
            joined("die Muniti-", "onslieferungen"),
            "die Munitionslieferungen"
        );
        assert_eq!(
            joined("Präsident Selen-", "skyj sagte"),
            "Präsident Selenskyj sagte"
        );
        assert_eq!(joined("die Häu\u{ad}", "ser"), "die Häuser");
        assert_eq!(
            joined("als Bau\u{ad}\u{2010}", "material"),
            "als Bau\u{ad}material"
        );
    }

    #[test]
    fn hyphens_of_the_word_itself_stay() {
        assert_eq!(joined("der US-", "Präsident"), "der US-Präsident");
        assert_eq!(joined("nach EU-", "weiten Regeln"), "nach EU-weiten Regeln");
        assert_eq!(
            joined("Boden-", "und Luftstreitkräfte"),
            "Boden- und Luftstreitkräfte"
        );
        assert_eq!(joined("in den 1990-", "er Jahren"), "in den 1990-er Jahren");
    }

    #[test]
    fn dashes_and_whole_words_are_left_alone() {
        assert_eq!(joined("er kam –", "und ging"), "er kam – und ging");
        assert_eq!(joined("er", "kam"), "er kam");
        assert_eq!(joined("", "kam"), "kam");
    }
}
