//! Documents of Microsoft Word (ECMA-376, WordprocessingML): the text of their parts, a paragraph a
//! line; citations name the part.

use super::document::Document;
use super::package::Package;
use super::record::RawRecord;
use super::xml::{self, Piece};
use super::{Limits, Reason};
use crate::article::{BlockKind, Draft, Origin, PartName, Property, Statement};
use std::collections::HashMap;
use std::io::{Cursor, Read, Seek};

/// What a document says of itself.
const PROPERTIES: &str = "docProps/core.xml";
/// The names of its styles.
const STYLES: &str = "word/styles.xml";

/// The draft whose text is what was extracted, with what the properties say.
pub(super) fn draft(record: &RawRecord, limits: &Limits) -> Result<Draft, Reason> {
    let mut package = Package::open(Cursor::new(&record.bytes), limits, limits.record_bytes)?;
    let styles = styles(package.part(STYLES)?.as_deref().unwrap_or_default())?;
    let mut document = Document::default();
    for part in parts(&package) {
        if let Some(xml) = package.part(&part)? {
            read_part(&part, &xml, &styles, &mut document)?;
        }
    }
    let mut draft = document.into_draft(record)?;
    if let Some(properties) = package.part(PROPERTIES)? {
        describe(&mut draft, &properties)?;
    }
    Ok(draft)
}

/// The parts that hold text, the document itself first and what stands around each page last.
fn parts(package: &Package<'_, impl Read + Seek>) -> Vec<String> {
    let notes = ["document", "footnotes", "endnotes", "comments"];
    let mut parts: Vec<String> = notes.map(|name| format!("word/{name}.xml")).into();
    parts.extend(package.names("word/header", ".xml"));
    parts.extend(package.names("word/footer", ".xml"));
    parts
}

/// The role of the paragraphs of each style that has one, by the number of the style.
fn styles(xml: &str) -> Result<HashMap<String, BlockKind>, Reason> {
    let mut styles = HashMap::new();
    let mut style = None;
    xml::read(xml, |piece| match piece {
        Piece::Open("style", attributes) => style = attributes.get("styleId"),
        Piece::Open("name", attributes) => {
            let kind = attributes.get("val").and_then(|name| kind_of_style(&name));
            if let (Some(style), Some(kind)) = (style.take(), kind) {
                styles.insert(style, kind);
            }
        }
        _ => {}
    })?;
    Ok(styles)
}

/// The role of paragraphs by the name of their style, which Word keeps in English in every language.
fn kind_of_style(name: &str) -> Option<BlockKind> {
    match name.to_lowercase().as_str() {
        "title" => Some(BlockKind::Headline),
        "subtitle" | "abstract" => Some(BlockKind::Lead),
        "caption" | "image caption" | "table caption" => Some(BlockKind::Caption),
        name if name.starts_with("heading") => Some(BlockKind::Heading),
        name if name.starts_with("list") => Some(BlockKind::ListItem),
        _ => None,
    }
}

fn read_part(
    name: &str,
    xml: &str,
    styles: &HashMap<String, BlockKind>,
    document: &mut Document,
) -> Result<(), Reason> {
    document.begin_part(PartName::Part(name.to_owned()));
    let usual = match name.contains("/header") || name.contains("/footer") {
        true => BlockKind::Boilerplate,
        false => BlockKind::Paragraph,
    };
    let mut part = WordPart {
        document,
        styles,
        usual,
        passed_over: 0,
        in_text: false,
        in_run: false,
    };
    xml::read(xml, |piece| part.read(piece))
}

/// A part while it is read.
struct WordPart<'a> {
    document: &'a mut Document,
    styles: &'a HashMap<String, BlockKind>,
    usual: BlockKind,
    /// How deep inside something that is not shown.
    passed_over: u32,
    in_text: bool,
    in_run: bool,
}

impl WordPart<'_> {
    fn read(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Open(name, _) if self.passed_over > 0 || is_passed_over(name) => {
                self.passed_over += 1;
            }
            Piece::Close(_) if self.passed_over > 0 => self.passed_over -= 1,
            Piece::Open("p", _) => self.document.open_paragraph(self.usual),
            Piece::Close("p") => self.document.close_paragraph(),
            Piece::Open("pStyle", attributes) => {
                let style = attributes.get("val").unwrap_or_default();
                if let Some(kind) = self.styles.get(&style).filter(|_| self.is_usual()) {
                    self.document.name_paragraph(*kind);
                }
            }
            Piece::Open("numPr", _) if self.is_usual() => {
                self.document.name_paragraph(BlockKind::ListItem);
            }
            Piece::Open("tr", _) => self.document.open_row(),
            Piece::Open("tc", _) => self.document.open_cell(),
            Piece::Close("tr") => self.document.close_row(),
            Piece::Open("r", _) => self.in_run = true,
            Piece::Close("r") => self.in_run = false,
            Piece::Open("tab" | "br" | "cr", _) if self.in_run => self.document.push(" "),
            Piece::Open("noBreakHyphen", _) => self.document.push("-"),
            Piece::Open("t", _) => self.in_text = true,
            Piece::Close("t") => self.in_text = false,
            Piece::Text(text) if self.in_text && self.passed_over == 0 => self.document.push(text),
            _ => {}
        }
    }

    fn is_usual(&self) -> bool {
        self.usual == BlockKind::Paragraph
    }
}

/// Whether an element holds what is not shown: text that was moved away, or the same once more for
/// old programs.
fn is_passed_over(name: &str) -> bool {
    matches!(name, "Fallback" | "moveFrom" | "del")
}

fn describe(draft: &mut Draft, properties: &str) -> Result<(), Reason> {
    for (name, value) in xml::texts_of(properties, &["title", "creator", "language"])? {
        let property = match name.as_str() {
            "title" => Property::Title,
            "creator" => Property::Author,
            _ => Property::Language,
        };
        let said = Statement::new(property, Origin::Properties, &value);
        draft.said.push(said);
    }
    Ok(())
}
