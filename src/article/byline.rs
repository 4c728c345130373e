//! Who wrote an article, where a line at its top says so.

use super::{Block, Known, Origin};

/// Blocks at the top of an article where its author may stand.
const TOP: usize = 6;
/// The longest line of authors, in bytes.
const LONGEST: usize = 100;

/// What stands before the names.
const LABELS: [&str; 16] = [
    "Von ",
    "von ",
    "VON ",
    "Text: ",
    "Autor: ",
    "Autorin: ",
    "Autoren: ",
    "Ein Kommentar von ",
    "Ein Gastbeitrag von ",
    "Ein Interview von ",
    "Eine Analyse von ",
    "Ein Bericht von ",
    "Ein Essay von ",
    "Kommentar von ",
    "Gastbeitrag von ",
    "Interview von ",
];

/// Words that belong to a name though they are not capitalised.
const PARTICLES: [&str; 12] = [
    "von", "van", "de", "der", "den", "zu", "zur", "und", "da", "di", "al", "bin",
];

/// The names in the first line at the top that is nothing but a label with names.
pub(super) fn author(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    blocks.iter().take(TOP).find_map(|block| {
        Some(Known {
            value: names(&text[block.span.range()])?.to_owned(),
            origin: Origin::Text,
        })
    })
}

/// What stands behind the names of a line of authors: a place, an agency, a date.
pub(super) fn behind_names(block: &str) -> Option<&str> {
    let names = names(block)?;
    let end = block.find(names)? + names.len();
    Some(&block[end..])
}

/// Whether a block at the top of an article only names its authors.
pub(super) fn is_byline(block: &str, number: usize) -> bool {
    number < TOP && names(block).is_some()
}

/// The names behind a label, without the place or the agency behind a comma.
fn names(block: &str) -> Option<&str> {
    if block.len() > LONGEST {
        return None;
    }
    let label = LABELS.iter().find(|label| block.starts_with(**label))?;
    let names = block[label.len()..]
        .split([',', '|', '(', '/'])
        .next()?
        .trim();
    let words: Vec<&str> = names.split_whitespace().collect();
    let capitals = words.iter().filter(|word| is_name(word)).count();
    let fits = words
        .iter()
        .all(|word| is_name(word) || PARTICLES.contains(word));
    (fits && capitals >= 2 && words.len() <= 9).then_some(names)
}

fn is_name(word: &str) -> bool {
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    let letters = |letter: char| letter.is_alphabetic() || "-'’.".contains(letter);
    begins && word.chars().all(letters) && !word.trim_end_matches('.').contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_authors_is_known_by_its_form() {
        assert_eq!(names("Von Max Mustermann"), Some("Max Mustermann"));
        assert_eq!(
            names("Von Anna von der Heide und Karl Ruh, Seoul"),
            Some("Anna von der Heide und Karl Ruh")
        );
        assert_eq!(
            names("Ein Kommentar von A. Müller-Lüdenscheidt"),
            Some("A. Müller-Lüdenscheidt")
        );
    }

    #[test]
    fn a_headline_that_begins_alike_names_nobody() {
        assert_eq!(names("Von Anfang an dabei"), None);
        assert_eq!(names("Von Berlin"), None);
        assert_eq!(
            names("Von Moskau nach Pjöngjang reiste der Präsident"),
            None
        );
        assert_eq!(names("Von Kim Jong Un erhofft sich Putin Munition"), None);
    }
}
