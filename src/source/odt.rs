//! Text documents in OpenDocument (ISO/IEC 26300), as LibreOffice Writer saves them: the text of
//! `content.xml`, a paragraph a line.

use super::document::Document;
use super::package::Package;
use super::record::RawRecord;
use super::xml::{self, Attributes, Piece};
use super::{Limits, Reason};
use crate::article::{BlockKind, Draft, Origin, PartName, Property, Statement};
use std::io::Cursor;

const CONTENT: &str = "content.xml";
/// What stands around each page is kept with the styles.
const STYLES: &str = "styles.xml";
/// What a document says of itself.
const PROPERTIES: &str = "meta.xml";
/// Which parts are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";

/// The draft whose text is what was extracted, with what the properties say.
pub(super) fn draft(record: &RawRecord, limits: &Limits) -> Result<Draft, Reason> {
    let mut package = Package::open(Cursor::new(&record.bytes), limits, limits.record_bytes)?;
    let manifest = package.part(MANIFEST)?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Reason::Encrypted);
    }
    let mut document = Document::default();
    for (part, usual) in [
        (CONTENT, BlockKind::Paragraph),
        (STYLES, BlockKind::Boilerplate),
    ] {
        if let Some(xml) = package.part(part)? {
            document.begin_part(PartName::Part(part.to_owned()));
            read_part(&xml, usual, &mut document)?;
        }
    }
    let mut draft = document.into_draft(record)?;
    if let Some(properties) = package.part(PROPERTIES)? {
        describe(&mut draft, &properties)?;
    }
    Ok(draft)
}

fn read_part(xml: &str, usual: BlockKind, document: &mut Document) -> Result<(), Reason> {
    let mut passed_over = 0u32;
    let mut in_list = 0u32;
    xml::read(xml, |piece| match piece {
        Piece::Open(name, _) if passed_over > 0 || is_passed_over(name) => passed_over += 1,
        Piece::Close(_) if passed_over > 0 => passed_over -= 1,
        Piece::Text(text) if passed_over == 0 => document.push(text),
        Piece::Open("list-item", _) => in_list += 1,
        Piece::Close("list-item") => in_list -= 1,
        Piece::Open("p", attributes) => {
            let kind = match usual {
                BlockKind::Paragraph => kind_of_paragraph(attributes, in_list > 0),
                usual => usual,
            };
            document.open_paragraph(kind);
        }
        Piece::Open("h", _) => document.open_paragraph(BlockKind::Heading),
        // Who made a comment and when is no part of the sentence it stands in.
        Piece::Open("annotation", _) => document.open_paragraph(BlockKind::Boilerplate),
        Piece::Close("p" | "h" | "annotation") => document.close_paragraph(),
        Piece::Open("table-row", _) => document.open_row(),
        Piece::Open("table-cell", _) => document.open_cell(),
        Piece::Close("table-row") => document.close_row(),
        Piece::Open("s" | "tab" | "line-break", _) => document.push(" "),
        _ => {}
    })
}

/// Whether an element holds what is not shown: deleted text, and the marks and numbers of notes.
fn is_passed_over(name: &str) -> bool {
    matches!(name, "tracked-changes" | "note-citation" | "number")
}

fn kind_of_paragraph(attributes: &Attributes<'_>, is_in_list: bool) -> BlockKind {
    let style = attributes.get("style-name").unwrap_or_default();
    match style.as_str() {
        "Title" => BlockKind::Headline,
        "Subtitle" => BlockKind::Lead,
        "Caption" | "Illustration" | "Table" | "Figure" => BlockKind::Caption,
        _ if is_in_list => BlockKind::ListItem,
        _ => BlockKind::Paragraph,
    }
}

fn describe(draft: &mut Draft, properties: &str) -> Result<(), Reason> {
    let wanted = ["title", "initial-creator", "creator", "language"];
    for (name, value) in xml::texts_of(properties, &wanted)? {
        let property = match name.as_str() {
            "title" => Property::Title,
            "initial-creator" | "creator" => Property::Author,
            _ => Property::Language,
        };
        let said = Statement::new(property, Origin::Properties, &value);
        match name.as_str() {
            // Who saved it last is worth less than who began it.
            "initial-creator" => draft.said.insert(0, said),
            _ => draft.said.push(said),
        }
    }
    Ok(())
}
