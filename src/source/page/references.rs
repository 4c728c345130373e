//! Character references (`&uuml;`), each with the place it stands in the page.

use crate::span::TextSpan;

/// A stretch of the text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch<'a> {
    /// As it stands in the source.
    Plain(TextSpan),
    /// What the source at that place stands for.
    Reference(&'a str, TextSpan),
}

/// Splits the source of a text at `span` at its references, whose meaning `decoded` shows: the same
/// text with each of them resolved. When the two cannot be aligned, each word stands for all of it.
pub(super) fn stretches<'a>(source: &str, span: TextSpan, decoded: &'a str) -> Vec<Stretch<'a>> {
    let raw = &source[span.range()];
    if raw == decoded {
        return vec![Stretch::Plain(span)];
    }
    aligned(raw, span.start(), decoded).unwrap_or_else(|| {
        let words = decoded.split_inclusive(char::is_whitespace);
        let words = words.flat_map(|word| {
            let (word, space) = word.split_at(word.trim_end().len());
            [word, space].into_iter().filter(|part| !part.is_empty())
        });
        words.map(|word| Stretch::Reference(word, span)).collect()
    })
}

/// A tag without a name, which means nothing.
const NAMELESS: &str = "</>";

fn aligned<'a>(raw: &str, offset: usize, decoded: &'a str) -> Option<Vec<Stretch<'a>>> {
    let mut found = Vec::new();
    let (mut at, mut meant) = (0, 0);
    let place = |start: usize, end: usize| TextSpan::new(offset + start, offset + end);
    while at < raw.len() {
        let plain = special(&raw[at..]);
        if plain > 0 {
            decoded[meant..]
                .starts_with(&raw[at..at + plain])
                .then_some(())?;
            found.push(Stretch::Plain(place(at, at + plain)));
            (at, meant) = (at + plain, meant + plain);
            continue;
        }
        if raw[at..].starts_with('<') {
            let is_left_out =
                raw[at..].starts_with(NAMELESS) && !decoded[meant..].starts_with(NAMELESS);
            if !is_left_out {
                decoded[meant..].starts_with('<').then_some(())?;
                found.push(Stretch::Plain(place(at, at + 1)));
            }
            at += if is_left_out { NAMELESS.len() } else { 1 };
            meant += usize::from(!is_left_out);
            continue;
        }
        let (length, width) = one(&raw[at..], &decoded[meant..])?;
        let stretch = &decoded[meant..meant + width];
        found.push(match raw[at..at + length] == *stretch {
            true => Stretch::Plain(place(at, at + length)),
            false => Stretch::Reference(stretch, place(at, at + length)),
        });
        (at, meant) = (at + length, meant + width);
    }
    (meant == decoded.len()).then_some(found)
}

/// How many bytes of `raw` mean themselves, up to the next that may not.
fn special(raw: &str) -> usize {
    memchr::memchr3(b'&', b'\r', b'<', raw.as_bytes()).unwrap_or(raw.len())
}

/// The lengths of the reference, carriage return or bare ampersand at the start of `raw`, and of
/// what it means at the start of `decoded`.
fn one(raw: &str, decoded: &str) -> Option<(usize, usize)> {
    if raw.starts_with('\r') {
        let length = if raw.starts_with("\r\n") { 2 } else { 1 };
        return decoded.starts_with('\n').then_some((length, 1));
    }
    let first = decoded.chars().next()?;
    let name = raw[1..]
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let names_ampersand = ["amp", "AMP", "#"]
        .iter()
        .any(|start| raw[1..].starts_with(start));
    if first == '&' && !names_ampersand {
        return Some((1, 1));
    }
    let has_end = raw[1 + name..].starts_with(';');
    let with_end = has_end.then_some(name + 2);
    let without_end = (1..=name).rev().map(|length| 1 + length);
    let bare = (first == '&').then_some(1);
    let lengths = with_end.into_iter().chain(without_end).chain(bare);
    // Few references mean two characters, so that is tried last.
    widths(decoded, first).into_iter().find_map(|width| {
        let fits = |length: &usize| goes_on(&raw[*length..], &decoded[width..]);
        Some((lengths.clone().find(fits)?, width))
    })
}

/// How many bytes of the text one reference may mean: one character, or two.
fn widths(decoded: &str, first: char) -> [usize; 2] {
    let one = first.len_utf8();
    let second = decoded[one..].chars().next();
    [one, one + second.map_or(0, char::len_utf8)]
}

/// Whether the plain text behind a reference is the same in both, up to the next special place.
fn goes_on(raw: &str, decoded: &str) -> bool {
    let plain = special(raw);
    match plain {
        0 => raw.is_empty() == decoded.is_empty(),
        _ => decoded.starts_with(&raw[..plain]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(raw: &str, decoded: &str) -> Vec<(String, String)> {
        stretches(raw, TextSpan::new(0, raw.len()), decoded)
            .into_iter()
            .map(|stretch| match stretch {
                Stretch::Plain(span) => {
                    (raw[span.range()].to_owned(), raw[span.range()].to_owned())
                }
                Stretch::Reference(text, span) => (raw[span.range()].to_owned(), text.to_owned()),
            })
            .collect()
    }

    fn pair(raw: &str, meant: &str) -> (String, String) {
        (raw.to_owned(), meant.to_owned())
    }

    #[test]
    fn each_reference_keeps_its_place() {
        let expected = [
            pair("Gr", "Gr"),
            pair("&ouml;", "ö"),
            pair("&#223;", "ß"),
            pair("e ", "e "),
            pair("&amp;", "&"),
            pair(" ", " "),
            pair("&", "&"),
            pair(" mehr", " mehr"),
        ];
        assert_eq!(
            parts("Gr&ouml;&#223;e &amp; & mehr", "Größe & & mehr"),
            expected
        );
    }

    #[test]
    fn references_without_their_end_are_known_by_what_follows() {
        assert_eq!(
            parts("&uumlber", "über"),
            [pair("&uuml", "ü"), pair("ber", "ber")]
        );
        assert_eq!(parts("a&b", "a&b"), [pair("a&b", "a&b")]);
        assert_eq!(
            parts("&uuml;&b&ouml;", "ü&bö"),
            [
                pair("&uuml;", "ü"),
                pair("&", "&"),
                pair("b", "b"),
                pair("&ouml;", "ö")
            ]
        );
    }

    #[test]
    fn words_behind_a_tag_without_a_name_once_had_no_bytes() {
        assert_eq!(
            parts("Stahl</>und a < b &amp; c", "Stahlund a < b & c"),
            [
                pair("Stahl", "Stahl"),
                pair("und a ", "und a "),
                pair("<", "<"),
                pair(" b ", " b "),
                pair("&amp;", "&"),
                pair(" c", " c")
            ]
        );
    }

    #[test]
    fn each_word_of_what_cannot_be_aligned_has_the_bytes_of_all() {
        assert_eq!(
            parts("a&x;b", "x yz"),
            [pair("a&x;b", "x"), pair("a&x;b", " "), pair("a&x;b", "yz")]
        );
    }

    #[test]
    fn what_cannot_be_aligned_is_one_stretch() {
        assert_eq!(parts("a&x;b", "xyz"), [pair("a&x;b", "xyz")]);
    }
}
