//! What stands at the head and foot of every page: running titles, page numbers.

use super::extract::{Page, Paragraph};
use std::collections::HashMap;

/// How far from the upper and lower edge such lines stand, as a share of the page's height.
const MARGIN: f32 = 0.13;
/// Longer texts are no running titles, in bytes.
const LONGEST: usize = 160;

/// Lines that come back on many pages.
pub(super) struct Running {
    repeated: HashMap<String, usize>,
    needed: usize,
}

/// The lines that come back at the edges of `pages`.
pub(super) fn running(pages: &[Page]) -> Running {
    let mut repeated = HashMap::new();
    for page in pages {
        let mut shapes: Vec<String> = page
            .paragraphs
            .iter()
            .filter(|paragraph| is_at_edge(paragraph, page))
            .map(|paragraph| shape(&paragraph.text))
            .collect();
        shapes.sort();
        shapes.dedup();
        for shape in shapes {
            *repeated.entry(shape).or_default() += 1;
        }
    }
    Running {
        repeated,
        // Left and right pages often have two titles; two pages are enough in a short document.
        needed: (pages.len() / 3).max(2),
    }
}

impl Running {
    /// Whether a paragraph of a page is such a line, or a page number.
    pub(super) fn holds(&self, paragraph: &Paragraph, page: &Page) -> bool {
        let times = || {
            self.repeated
                .get(&shape(&paragraph.text))
                .copied()
                .unwrap_or_default()
        };
        let text = paragraph.text.as_str();
        let is_printed = || printed_address(text).is_some() || is_print_time(text);
        is_at_edge(paragraph, page)
            && (is_page_number(text) || is_printed() || times() >= self.needed)
    }
}

fn is_at_edge(paragraph: &Paragraph, page: &Page) -> bool {
    let margin = page.height * MARGIN;
    let is_outside = paragraph.bottom < margin || paragraph.top > page.height - margin;
    is_outside && paragraph.text.len() <= LONGEST
}

/// A line with its numbers made alike, which are other ones on every page.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for sign in text.chars() {
        match sign.is_ascii_digit() {
            true if shape.ends_with('0') => {}
            true => shape.push('0'),
            false => shape.push(sign),
        }
    }
    shape
}

/// `7`, `- 7 -`, `Seite 7 von 12`, `7/12`.
fn is_page_number(text: &str) -> bool {
    let mut words = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_around = |word: &str| matches!(word, "Seite" | "Page" | "S" | "von" | "of");
    text.bytes().any(|byte| byte.is_ascii_digit())
        && words.all(|word| is_number(word) || is_around(word))
}

/// The address of the page that a browser prints at the foot: `https://blatt.example/artikel 2/5`.
pub(super) fn printed_address(text: &str) -> Option<&str> {
    let (address, pages) = text.rsplit_once(' ')?;
    let is_address = ["http://", "https://", "file://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    (is_address && !address.contains(' ') && is_page_number(pages)).then_some(address)
}

/// When it was printed, which a browser writes over the title: `12.09.23, 10:15 Kim reist`.
fn is_print_time(text: &str) -> bool {
    let Some((day, rest)) = text.split_once(", ") else {
        return false;
    };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = day
        .split(['.', '/', '-'])
        .filter(|part| is_number(part))
        .count()
        == 3;
    let time = rest.split([' ', '\u{202f}']).next().unwrap_or_default();
    let is_time = time
        .split_once(':')
        .is_some_and(|(hour, minute)| is_number(hour) && is_number(minute));
    is_day && is_time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_prints_around_a_page_is_seen() {
        assert_eq!(
            printed_address("https://blatt.example/a?b=1 2/5"),
            Some("https://blatt.example/a?b=1")
        );
        assert_eq!(
            printed_address("https://blatt.example/a schreibt 2024"),
            None
        );
        assert!(is_print_time("12.09.23, 10:15 Kim reist nach Russland"));
        assert!(is_print_time("11/21/26, 9:20 PM Kim reist"));
        assert!(!is_print_time("Am 12.09.23, 10:15 Uhr, kam er an."));
    }

    #[test]
    fn page_numbers_are_told_from_years_and_text() {
        for number in ["7", "- 7 -", "Seite 7 von 12", "7/12"] {
            assert!(is_page_number(number), "{number}");
        }
        assert!(!is_page_number("7 Tote"));
        assert!(!is_page_number("Seite"));
    }
}
