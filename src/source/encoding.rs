//! From the bytes of a text to its characters, in whichever encoding it was saved.

use super::{Reason, mended};
use crate::article::Note;
use crate::span::{Coding, MapBuilder, Position, SourceMap};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, WINDOWS_1252};

/// A text with the map to the bytes it was decoded from.
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// From the text to the bytes.
    pub(super) map: SourceMap,
    /// What was noticed on the way.
    pub(super) notes: Vec<Note>,
}

/// Decodes `bytes` without losing or replacing anything, and maps the text back to them.
///
/// A byte order mark decides and is not part of the text. Otherwise UTF-8 is taken where it is
/// valid, then UTF-16 where the zero bytes of Latin letters show it, then the one-byte encoding
/// that the file itself declares, then the one that its bytes show. Text that was encoded twice is
/// read as it was meant.
///
/// # Errors
/// The [`Reason`] when the bytes are no text, broken, or in an encoding that is not supported.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Reason> {
    let mut notes = Vec::new();
    let (text, map) = decode_once(bytes, declared, &mut notes)?;
    let (text, map) = match mended::mended(&text, &map) {
        Some(mended) => {
            notes.push(Note::EncodedTwice);
            mended
        }
        None => (text, map),
    };
    Ok(Decoded { text, map, notes })
}

/// Which byte of a UTF-16 unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ByteOrder {
    /// The low one.
    Little,
    /// The high one.
    Big,
}

/// Decodes UTF-16 whose order is known from elsewhere.
pub(super) fn utf16(bytes: &[u8], order: ByteOrder) -> Result<Decoded, Reason> {
    let coding = match order {
        ByteOrder::Little => Coding::Utf16Le,
        ByteOrder::Big => Coding::Utf16Be,
    };
    let (text, map) = decode_utf16(bytes, coding, 0)?;
    let notes = Vec::new();
    Ok(Decoded { text, map, notes })
}

/// The name of the one-byte encoding that the beginning of a file shows; `None` for UTF-8.
pub(super) fn shown(beginning: &[u8]) -> Option<&'static str> {
    let is_utf8 = match str::from_utf8(beginning) {
        Ok(_) => true,
        // The beginning may end inside a character.
        Err(error) => error.error_len().is_none(),
    };
    (!is_utf8 && !is_mostly_utf8(beginning)).then(|| guess(beginning).name())
}

fn decode_once(
    bytes: &[u8],
    declared: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<(String, SourceMap), Reason> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode_utf8(rest, 3, None, notes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return decode_utf16(rest, Coding::Utf16Le, 2);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return decode_utf16(rest, Coding::Utf16Be, 2);
    }
    match utf16_by_zeros(bytes) {
        Some(coding) => decode_utf16(bytes, coding, 0),
        None => decode_utf8(bytes, 0, declared, notes),
    }
}

fn decode_utf8(
    bytes: &[u8],
    start: usize,
    declared: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<(String, SourceMap), Reason> {
    if is_binary(bytes) {
        return Err(Reason::Binary);
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(mapped(text.to_owned(), Coding::Utf8, start)),
        Err(error) if start > 0 || is_mostly_utf8(bytes) => {
            Err(Reason::InvalidUtf8(start + error.valid_up_to()))
        }
        Err(_) => decode_single_byte(bytes, declared, notes),
    }
}

fn decode_utf16(bytes: &[u8], coding: Coding, start: usize) -> Result<(String, SourceMap), Reason> {
    let unit = match coding {
        Coding::Utf16Be => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = start;
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let character = character.map_err(|_| Reason::InvalidUtf16(at))?;
        at += 2 * character.len_utf16();
        text.push(character);
    }
    if !rest.is_empty() {
        return Err(Reason::InvalidUtf16(at));
    }
    if text.contains('\0') {
        return Err(Reason::Binary);
    }
    Ok(mapped(text, coding, start))
}

fn decode_single_byte(
    bytes: &[u8],
    declared: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<(String, SourceMap), Reason> {
    let encoding = match declared.and_then(single_byte) {
        Some(declared) => declared,
        None => guess(bytes),
    };
    if !encoding.is_single_byte() {
        return Err(Reason::UnknownEncoding(encoding.name()));
    }
    if declared.and_then(single_byte).is_none() {
        notes.push(Note::EncodingGuessed(encoding.name()));
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    match text {
        Some(text) => Ok(mapped(text.into_owned(), Coding::SingleByte, 0)),
        None => Err(Reason::UnknownEncoding(encoding.name())),
    }
}

/// The one-byte encoding of this label of the WHATWG; what is no such encoding is not believed,
/// because it was tried before.
fn single_byte(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes()).filter(|encoding| encoding.is_single_byte())
}

/// The legacy encoding that `bytes` are probably in, as in a German browser.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"de"), Utf8Detection::Deny);
    if guess == WINDOWS_1252 && has_latin9_euro(bytes) {
        ISO_8859_15
    } else {
        guess
    }
}

/// Whether the byte 0xA4 means a euro: ISO-8859-15 has it there, where windows-1252 has the
/// currency sign, which no article uses; but windows-1252 shows in quotes and dashes below 0xA0.
fn has_latin9_euro(bytes: &[u8]) -> bool {
    bytes.contains(&0xA4) && !bytes.iter().any(|byte| (0x80..0xA0).contains(byte))
}

/// UTF-16 without a mark: at least half of the high bytes are zero, and hardly a low byte but for those
/// of surrogates (😀 is D83D DE00).
fn utf16_by_zeros(bytes: &[u8]) -> Option<Coding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let zeros = |index: usize| pairs.iter().filter(move |pair| pair[index] == 0);
    let is_latin = |high: usize, low: usize| {
        let low_zeros = zeros(low).filter(|pair| !(0xD8..0xE0).contains(&pair[high]));
        zeros(high).count() * 2 >= pairs.len() && low_zeros.count() * 50 <= pairs.len()
    };
    if pairs.len() < 2 {
        return None;
    }
    match () {
        () if is_latin(1, 0) => Some(Coding::Utf16Le),
        () if is_latin(0, 1) => Some(Coding::Utf16Be),
        () => None,
    }
}

/// Whether `bytes` hold a NUL, or more control characters than any text does.
fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| byte < b' ' && !b"\t\n\r\x0c\x1b".contains(&byte);
    let controls = bytes.iter().filter(|&&byte| is_control(byte)).count();
    bytes.contains(&0) || controls * 100 > bytes.len()
}

/// Whether broken UTF-8 is still UTF-8 rather than another encoding: whole characters outside
/// ASCII outnumber the broken places. In one-byte encodings they hardly ever come about.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

fn mapped(text: String, coding: Coding, start: usize) -> (String, SourceMap) {
    let mut builder = MapBuilder::new(start as u64, Position::default());
    builder.run(coding, &text);
    (text, builder.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> Result<String, Reason> {
        decode(bytes, None).map(|decoded| decoded.text)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn umlauts_survive_every_encoding_an_editor_saves() {
        let text = "Die Größe der Übung „Störung“ – ähnlich wie früher.";
        let (legacy, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(text_of(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(text_of(&legacy).as_deref(), Ok(text));
        assert_eq!(text_of(&utf16(text, u16::to_le_bytes)).as_deref(), Ok(text));
        assert_eq!(text_of(&utf16(text, u16::to_be_bytes)).as_deref(), Ok(text));
    }

    #[test]
    fn a_face_in_utf16_made_a_short_text_a_binary_file() {
        let text = "Köln 😀 heute";
        assert_eq!(text_of(&utf16(text, u16::to_le_bytes)).as_deref(), Ok(text));
        assert_eq!(text_of(&utf16(text, u16::to_be_bytes)).as_deref(), Ok(text));
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text_but_counts() {
        let Decoded { text, map, .. } = decode("\u{feff}Übung".as_bytes(), None).unwrap();
        let whole = crate::span::TextSpan::new(0, text.len());
        assert_eq!(text, "Übung");
        assert_eq!(map.to_record(&text, whole).range(), 3..9);
    }

    #[test]
    fn euros_of_latin_9_are_not_currency_signs() {
        let bytes = b"Das Gro\xDFger\xE4t kostet f\xFCr K\xF6ln 5 \xA4 je St\xFCck.";
        assert_eq!(
            text_of(bytes).as_deref(),
            Ok("Das Großgerät kostet für Köln 5 € je Stück.")
        );
    }

    #[test]
    fn one_broken_byte_in_utf8_is_told_and_not_replaced() {
        let mut bytes = "Größe, Übung, Störung, ".as_bytes().to_vec();
        let broken = bytes.len();
        bytes.extend(b"K\xF6ln");
        assert_eq!(text_of(&bytes), Err(Reason::InvalidUtf8(broken + 1)));
    }

    #[test]
    fn pictures_named_txt_are_told_from_text() {
        assert_eq!(
            text_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            Err(Reason::Binary)
        );
        assert_eq!(text_of(b"Text mit einem \0 darin"), Err(Reason::Binary));
    }

    #[test]
    fn half_a_character_of_utf16_is_told() {
        assert_eq!(
            text_of(b"\xFF\xFEA\0\0\xD8B\0"),
            Err(Reason::InvalidUtf16(4))
        );
        assert_eq!(text_of(b"\xFF\xFEA\0B"), Err(Reason::InvalidUtf16(4)));
    }

    #[test]
    fn a_single_legacy_word_is_enough_to_be_read() {
        for text in [
            "Köln",
            "Über",
            "für",
            "Straße",
            "Müller sagte: „Ja“",
            "Äpfel",
            "ÖPNV",
            "5 €",
            "é",
            "groß ß",
        ] {
            let (legacy, _, _) = WINDOWS_1252.encode(text);
            assert_eq!(text_of(&legacy).as_deref(), Ok(text));
        }
    }
}
