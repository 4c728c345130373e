//! From a word as it stands in the text to its clean spelling, and from offsets in that back.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::{is_apostrophe, is_invisible};

/// The word composed (NFC), without apostrophes and invisible characters.
pub(super) fn clean(surface: &str) -> Cow<'_, str> {
    if surface.chars().all(stays) {
        return Cow::Borrowed(surface);
    }
    Cow::Owned(
        clusters(surface)
            .flat_map(|cluster| clean_cluster(&surface[cluster]))
            .collect(),
    )
}

/// The byte of `surface` at which the clean spelling has its byte `offset`.
///
/// An offset inside a letter, which the caller never means, counts as the end of that letter.
pub(super) fn surface_offset(surface: &str, offset: usize) -> usize {
    let mut written = 0;
    let mut end = 0;
    for cluster in clusters(surface) {
        let length: usize = clean_cluster(&surface[cluster.clone()])
            .map(char::len_utf8)
            .sum();
        if written >= offset && length > 0 {
            return cluster.start;
        }
        written += length;
        end = cluster.end;
    }
    end
}

fn stays(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c > '\u{bf}' && c < '\u{2b0}')
}

fn clean_cluster(cluster: &str) -> impl Iterator<Item = char> {
    cluster
        .nfc()
        .filter(|c| !is_apostrophe(*c) && !is_invisible(*c))
}

/// The letters of a word, each with the marks that stand on it.
fn clusters(surface: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = surface.get(at..).filter(|rest| !rest.is_empty())?;
        let marks = |(_, c): &(usize, char)| is_combining_mark(*c);
        let length = rest
            .char_indices()
            .skip(1)
            .find(|c| !marks(c))
            .map_or(rest.len(), |(index, _)| index);
        at += length;
        Some(at - length..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_spelling_are_one() {
        assert_eq!(clean("Ba\u{308}r"), "Bär");
        assert_eq!(clean("Bär"), "Bär");
        assert_eq!(clean("Au\u{ad}to's"), "Autos");
    }

    #[test]
    fn offsets_lead_back_to_the_text() {
        let surface = "Ba\u{308}ren\u{ad}haut";
        assert_eq!(&surface[surface_offset(surface, "Bären".len())..], "haut");
        assert_eq!(surface_offset(surface, "Bärenhaut".len()), surface.len());
    }
}
