//! The text of a PDF, page by page. This is what runs in a process of its own.

use super::columns::columns;
use super::glyphs::{Character, Direction, Drawn, drawn};
use super::paragraphs::{SetParagraph, paragraphs};
use super::words::words;
use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

/// The text of a PDF and what it says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(in crate::source) struct Extracted {
    pub(in crate::source) title: Option<String>,
    pub(in crate::source) author: Option<String>,
    pub(in crate::source) pages: Vec<Page>,
}

/// The text of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(in crate::source) struct Page {
    /// In reading order.
    pub(in crate::source) paragraphs: Vec<Paragraph>,
    /// Its height in points.
    pub(in crate::source) height: f32,
    /// Whether there is something to see that is no text.
    pub(in crate::source) has_pictures: bool,
}

/// A paragraph of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::source) struct Paragraph {
    pub(in crate::source) text: String,
    /// The height of its font, in points.
    pub(in crate::source) size: f32,
    /// The number of its column on the page.
    pub(in crate::source) column: u32,
    /// Where its first and last line stand below the top of the page, in points.
    pub(in crate::source) top: f32,
    pub(in crate::source) bottom: f32,
}

/// Why a PDF has no text for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::source) enum Refusal {
    Encrypted,
    Broken,
}

/// Reads the text of a PDF.
pub(in crate::source) fn extract(bytes: Vec<u8>) -> Result<Extracted, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refusal::Broken,
    })?;
    let cache = InterpreterCache::new();
    let about = pdf.metadata();
    let pages = pdf.pages().iter();
    Ok(Extracted {
        title: about.title.as_deref().and_then(text_string),
        author: about.author.as_deref().and_then(text_string),
        pages: pages
            .map(|page| read_page(drawn(page, &cache), page.render_dimensions().1))
            .collect(),
    })
}

fn read_page(drawn: Drawn, height: f32) -> Page {
    let has_pictures = drawn.images > 0 || drawn.nameless > 0;
    let directions = [
        Direction::Right,
        Direction::Down,
        Direction::Up,
        Direction::Left,
    ];
    let read = |direction| {
        let characters = drawn.characters.iter();
        let turned: Vec<Character> = characters
            .filter(|character| character.direction == direction)
            .cloned()
            .collect();
        columns(words(&turned))
    };
    let columns = (0..).zip(directions.into_iter().flat_map(read));
    let paragraphs = columns.flat_map(|(column, lines)| {
        let set = paragraphs(&lines).into_iter();
        set.map(move |paragraph| Paragraph::of(paragraph, column))
    });
    Page {
        paragraphs: paragraphs.collect(),
        height,
        has_pictures,
    }
}

impl Paragraph {
    fn of(set: SetParagraph, column: u32) -> Self {
        Self {
            text: set.text,
            size: set.size,
            column,
            top: set.top,
            bottom: set.bottom,
        }
    }
}

/// A text of the document's properties: UTF-16 or UTF-8 with a mark, else one byte a character
/// (ISO 32000-2, section 7.9.2.2).
fn text_string(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let (pairs, _) = rest.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
