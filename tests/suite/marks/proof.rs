//! Checks a hit against the bytes of its file, which are decoded here without the help of beleg.

use beleg::evidence::Hit;
use beleg::span::FileSpan;
use encoding_rs::WINDOWS_1252;

/// How a file writes its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    /// Strings of JSON, a record a line.
    Json,
}

/// A file as it stands on disk.
pub struct FileText<'a> {
    pub bytes: &'a [u8],
    pub writing: Writing,
}

impl FileText<'_> {
    fn at(&self, span: FileSpan) -> String {
        self.decoded(span.start() as usize, span.end() as usize)
    }

    fn decoded(&self, start: usize, end: usize) -> String {
        let bytes = &self.bytes[start..end];
        match self.writing {
            Writing::Utf8 => String::from_utf8(bytes.to_vec()).expect("whole characters"),
            Writing::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Writing::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Writing::Windows1252 => {
                let text = WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes);
                text.expect("every byte has a character").into_owned()
            }
            Writing::Json => {
                let raw = str::from_utf8(bytes).expect("whole characters");
                serde_json::from_str(&format!("\"{raw}\""))
                    .unwrap_or_else(|error| panic!("cuts an escape in two ({error}): {raw}"))
            }
        }
    }

    /// The line and column of a byte as an editor shows them, from 1. A byte order mark is no column.
    fn position(&self, byte: u64) -> (u32, u32) {
        let before = match self.writing {
            // As the line stands in the file: an escape is as many columns as it has characters.
            Writing::Json => str::from_utf8(&self.bytes[..byte as usize])
                .expect("whole characters")
                .to_owned(),
            _ => self.decoded(0, byte as usize),
        };
        let before = before.strip_prefix('\u{feff}').unwrap_or(&before);
        let line = before.rsplit('\n').next().unwrap_or_default();
        (
            before.matches('\n').count() as u32 + 1,
            line.chars().count() as u32 + 1,
        )
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    assert!(rest.is_empty(), "half a unit");
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    String::from_utf16(&units).expect("whole characters")
}

/// Fails unless all that the hit says of its file is so.
pub fn prove(hit: &Hit, file: &FileText<'_>) {
    assert_eq!(file.at(hit.block.bytes), hit.text, "the block");
    assert_eq!(
        file.position(hit.block.bytes.start()).0,
        hit.block.line,
        "the line of the block"
    );
    let mut end = 0;
    for mark in &hit.marks {
        assert_eq!(
            file.at(mark.bytes),
            hit.text[mark.span.range()],
            "a mark in {hit:?}"
        );
        assert!(
            !mark.span.is_empty() && mark.span.start() >= end,
            "marks overlap in {hit:?}"
        );
        end = mark.span.end();
    }
    prove_citation(hit, file);
}

fn prove_citation(hit: &Hit, file: &FileText<'_>) {
    let citation = &hit.citation;
    assert_eq!(file.at(citation.bytes), citation.quote, "the quote");
    let place = (citation.line, citation.column);
    assert_eq!(
        file.position(citation.bytes.start()),
        place,
        "the place of the quote in {hit:?}"
    );
    let before = file.decoded(
        hit.block.bytes.start() as usize,
        citation.bytes.start() as usize,
    );
    let behind = file.decoded(
        citation.bytes.end() as usize,
        hit.block.bytes.end() as usize,
    );
    assert!(before.ends_with(&citation.prefix), "the prefix of {hit:?}");
    assert!(
        behind.starts_with(&citation.suffix),
        "the suffix of {hit:?}"
    );
    assert_eq!(before.clone() + &citation.quote + &behind, hit.text);
    if let Some(first) = hit.marks.first() {
        let quoted = before.len()..before.len() + citation.quote.len();
        assert!(
            quoted.contains(&first.span.start()),
            "the quote is not that of the first mark: {hit:?}"
        );
    }
}
