//! Text whose UTF-8 was taken for windows-1252 and encoded again, so that `ü` stands there as `Ã¼`.

use crate::span::{Excerpt, SourceMap, TextSpan};

/// What 0x80 to 0x9F mean in windows-1252; the five bytes without a meaning stand for themselves,
/// as programs that know only ISO-8859-1 leave all of them.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Characters that German texts are full of, and that show that they were encoded twice.
const USUAL: &str = "äöüÄÖÜßéèàç„“”‚‘’–—…»«€§°\u{a0}";
const UMLAUTS: &str = "äöüÄÖÜß";

/// The text as it was meant, and its map; `None` when it was encoded once.
///
/// A text about the mishap holds whole umlauts as well and is left alone.
pub(super) fn mended(text: &str, map: &SourceMap) -> Option<(String, SourceMap)> {
    let found = sequences(text);
    let strong = found
        .iter()
        .filter(|(_, meant)| USUAL.contains(*meant))
        .count();
    let whole = || {
        text.chars()
            .filter(|letter| UMLAUTS.contains(*letter))
            .count()
    };
    if strong == 0 || whole() >= strong {
        return None;
    }
    let mut excerpt = Excerpt::default();
    let mut end = 0;
    for (span, meant) in found {
        excerpt.copy(text, TextSpan::new(end, span.start()));
        excerpt.stand_in(meant.encode_utf8(&mut [0; 4]), span);
        end = span.end();
    }
    excerpt.copy(text, TextSpan::new(end, text.len()));
    Some(excerpt.finish(text, map))
}

/// Every place of `text` that is a character encoded twice, with that character.
fn sequences(text: &str) -> Vec<(TextSpan, char)> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, first) in text.char_indices() {
        // The first of the bytes is 0xC2 to 0xF4.
        if at < end || !('Â'..='ô').contains(&first) {
            continue;
        }
        if let Some((meant, length)) = meant(&text[at..]) {
            end = at + length;
            found.push((TextSpan::new(at, end), meant));
        }
    }
    found
}

/// The character whose UTF-8 the first characters of `text` show, and their length in bytes.
fn meant(text: &str) -> Option<(char, usize)> {
    let (mut bytes, mut length) = ([0; 4], 0);
    for (count, character) in text.chars().take(4).enumerate() {
        bytes[count] = byte_of(character)?;
        length += character.len_utf8();
        let whole = str::from_utf8(&bytes[..=count]).ok().filter(|_| count > 0);
        if let Some(meant) = whole.and_then(|whole| whole.chars().next()) {
            return (!meant.is_control()).then_some((meant, length));
        }
    }
    None
}

/// The byte that is read as `character`.
fn byte_of(character: char) -> Option<u8> {
    match HIGH.iter().position(|high| *high == character) {
        Some(place) => Some(0x80 + place as u8),
        None => u8::try_from(u32::from(character))
            .ok()
            .filter(|byte| *byte >= 0x80),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{Coding, MapBuilder, Position};

    fn twice(text: &str) -> String {
        text.bytes()
            .map(|byte| match byte {
                0x80..0xA0 => HIGH[usize::from(byte) - 0x80],
                _ => char::from(byte),
            })
            .collect()
    }

    fn mended_text(text: &str) -> Option<(String, SourceMap)> {
        let mut map = MapBuilder::new(0, Position::default());
        map.run(Coding::Utf8, text);
        mended(text, &map.finish())
    }

    #[test]
    fn text_encoded_twice_is_read_as_meant_and_cited_where_it_stands() {
        let meant = "Größe „Übung“ – 5 € für Köln, à la carte";
        let written = twice(meant);
        let (text, map) = mended_text(&written).expect("it is recognised");
        assert_eq!(text, meant);
        for word in ["Größe", "„Übung“", "€", "Köln", "carte"] {
            let start = meant.find(word).expect("it is there");
            let span = TextSpan::new(start, start + word.len());
            let place = map.to_record(&text, span);
            let found = &written[place.start() as usize..place.end() as usize];
            assert_eq!(found, twice(word));
        }
    }

    #[test]
    fn a_text_about_the_mishap_is_left_alone() {
        assert!(mended_text("Aus „ü“ wird „Ã¼“, aus „ä“ wird „Ã¤“, wenn Größen fehlen.").is_none());
        assert!(mended_text("Die Größe der Übung").is_none());
        assert!(mended_text("São Paulo, Ângela, Århus").is_none());
    }
}
