//! Lives here: PDF (ISO 32000): from drawing instructions to characters, words, lines, columns, paragraphs.
//! Comes in: the bytes of a file.
//! Goes out: articles whose citations name pages.
//! Never enters: pictures, and anything that a page draws beside text.

mod columns;
mod extract;
mod flow;
mod furniture;
mod glyphs;
mod hyphens;
mod paragraphs;
mod words;

pub(super) use extract::{Extracted, Refusal, extract};

use self::extract::Paragraph;
use self::flow::Setting;
use super::document::Document;
use super::record::RawRecord;
use super::{Limits, Reason};
use crate::article::{self, Article, BlockKind, Draft, Origin, PartName, Property, Statement};
use memchr::memmem;
use std::collections::HashMap;

/// How far before the last byte the mark of the end may stand; some servers add to what they send.
const FARTHEST_END: usize = 4096;
/// Fonts that are larger than those of the text by this factor are those of headings.
const HEADING: f32 = 1.12;
/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 250;

/// Extracts the text of the pages and what the document says of itself.
pub(super) fn parse(
    record: &RawRecord,
    limits: &Limits,
    file_name: &str,
) -> Result<Article, Reason> {
    let (mut draft, settings) = extracted(record, limits)?;
    flow::join_columns(&mut draft, &settings);
    draft.file_name = Some(file_name.to_owned());
    Ok(article::build(draft))
}

/// The draft whose text is what was extracted, page by page.
pub(super) fn draft(record: &RawRecord, limits: &Limits) -> Result<Draft, Reason> {
    extracted(record, limits).map(|(draft, _)| draft)
}

/// The same, with how each line is set.
fn extracted(record: &RawRecord, limits: &Limits) -> Result<(Draft, Vec<Setting>), Reason> {
    if breaks_off(&record.bytes) {
        return Err(Reason::Damaged("it breaks off".to_owned()));
    }
    let extracted = limits.apart.extract(&record.bytes, &limits.stop)?;
    let has_pictures = extracted.pages.iter().any(|page| page.has_pictures);
    let (document, settings) = document(&extracted);
    let mut draft = document
        .into_draft(record)
        .map_err(|reason| match has_pictures {
            true => Reason::NoTextLayer,
            false => reason,
        })?;
    describe(&mut draft, &extracted);
    Ok((draft, settings))
}

/// What the document says of itself, and the address that a browser printed on it.
fn describe(draft: &mut Draft, extracted: &Extracted) {
    let mut paragraphs = extracted.pages.iter().flat_map(|page| &page.paragraphs);
    let address = paragraphs.find_map(|paragraph| furniture::printed_address(&paragraph.text));
    let address = address.filter(|address| address.starts_with("http"));
    let title = extracted.title.as_deref().filter(|title| is_title(title));
    let author = extracted.author.as_deref();
    for (property, origin, value) in [
        (Property::Url, Origin::Address, address),
        (Property::Title, Origin::Properties, title),
        (Property::Author, Origin::Properties, author),
    ] {
        let said = value.map(|value| Statement::new(property, origin, value));
        draft.said.extend(said);
    }
}

/// Whether the end of the file is missing. Readers find some pages nevertheless, but nobody would be
/// told which are gone.
fn breaks_off(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(FARTHEST_END)..];
    let marks = [&b"%%EOF"[..], b"startxref"];
    marks.iter().all(|mark| memmem::find(end, mark).is_none())
}

/// The pages as one text, and how each of its lines is set.
fn document(extracted: &Extracted) -> (Document, Vec<Setting>) {
    let running = furniture::running(&extracted.pages);
    let usual = usual_size(extracted);
    let mut document = Document::default();
    let mut settings = Vec::new();
    let mut has_headline = false;
    for (number, page) in (1..).zip(&extracted.pages) {
        document.begin_part(PartName::Page(number));
        let is_text = |paragraph: &&Paragraph| !paragraph.text.trim().is_empty();
        for paragraph in page.paragraphs.iter().filter(is_text) {
            let kind = match () {
                () if running.holds(paragraph, page) => BlockKind::Boilerplate,
                () if !is_heading(paragraph, usual) => BlockKind::Paragraph,
                () if number == 1 && !has_headline => {
                    has_headline = true;
                    BlockKind::Headline
                }
                () => BlockKind::Heading,
            };
            document.open_paragraph(kind);
            document.push(&paragraph.text);
            document.close_paragraph();
            settings.push(Setting {
                page: number,
                column: paragraph.column,
                size: paragraph.size,
            });
        }
    }
    (document, settings)
}

/// The font that most of the text is set in, by its height in tenths of a point.
fn usual_size(extracted: &Extracted) -> f32 {
    let mut lengths: HashMap<u32, usize> = HashMap::new();
    for paragraph in extracted.pages.iter().flat_map(|page| &page.paragraphs) {
        *lengths.entry((paragraph.size * 10.0) as u32).or_default() += paragraph.text.len();
    }
    let longest = lengths
        .into_iter()
        .max_by_key(|(size, length)| (*length, *size));
    longest.map_or(0.0, |(size, _)| size as f32 / 10.0)
}

fn is_heading(paragraph: &Paragraph, usual: f32) -> bool {
    paragraph.size > usual * HEADING
        && paragraph.text.len() <= LONGEST_HEADING
        && paragraph
            .text
            .chars()
            .filter(|sign| sign.is_alphabetic())
            .count()
            >= 3
}

/// Whether a title was given by a person: programs put the name of the file there, or their own.
fn is_title(title: &str) -> bool {
    let is_file = title.rsplit_once('.').is_some_and(|(_, ending)| {
        !ending.contains(' ') && ending.len() <= 5 && ending.chars().all(char::is_alphanumeric)
    });
    let lower = title.to_lowercase();
    let is_default = [
        "microsoft word",
        "untitled",
        "unbenannt",
        "dokument1",
        "document1",
    ]
    .iter()
    .any(|start| lower.starts_with(start));
    !is_file && !is_default
}
