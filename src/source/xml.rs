//! The elements and texts of an XML document, in their order.

use super::Reason;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element's beginning, its end, or text. Names come without their prefix.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(&'a str, &'a Attributes<'a>),
    /// It ends.
    Close(&'a str),
    /// Text, with its entities resolved.
    Text(&'a str),
}

/// The attributes of an element.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute whose name without prefix is `wanted`.
    pub(super) fn get(&self, wanted: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let mut all = all.with_checks(false).flatten();
        let found = all.find(|attribute| attribute.key.local_name().as_ref() == wanted)?;
        let value = found.normalized_value(quick_xml::XmlVersion::default());
        value.ok().map(|value| value.into_owned())
    }
}

/// Hands over the pieces of `document`. Nothing is ever loaded from elsewhere, and entities of a
/// document type, with which a few bytes can be made gigabytes, are left out.
///
/// # Errors
/// [`Reason::Damaged`] where it is not well-formed.
pub(super) fn read(document: &str, mut each: impl FnMut(Piece<'_>)) -> Result<(), Reason> {
    let mut reader = Reader::from_str(document);
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(start) => {
                let name = start.local_name();
                each(Piece::Open(name.as_ref(), &Attributes(&start)));
            }
            Event::Empty(start) => {
                let name = start.local_name();
                each(Piece::Open(name.as_ref(), &Attributes(&start)));
                each(Piece::Close(name.as_ref()));
            }
            Event::End(end) => each(Piece::Close(end.local_name().as_ref())),
            Event::Text(text) => each(Piece::Text(&text.xml10_content())),
            Event::CData(text) => each(Piece::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let by_number = reference.resolve_char_ref().ok().flatten();
                let by_name = quick_xml::escape::resolve_xml_entity(&name);
                if let Some(character) = by_number {
                    each(Piece::Text(character.encode_utf8(&mut [0; 4])));
                } else if let Some(text) = by_name {
                    each(Piece::Text(text));
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn damaged(error: &quick_xml::Error) -> Reason {
    Reason::Damaged(error.to_string())
}

/// The text of each element that `wanted` names, without that of elements inside.
pub(super) fn texts_of(document: &str, wanted: &[&str]) -> Result<Vec<(String, String)>, Reason> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    read(document, |piece| match piece {
        Piece::Open(name, _) => {
            open = wanted.contains(&name);
            if open {
                found.push((name.to_owned(), String::new()));
            }
        }
        Piece::Close(_) => open = false,
        Piece::Text(text) => {
            if let Some((_, last)) = found.last_mut().filter(|_| open) {
                last.push_str(text);
            }
        }
    })?;
    found.retain(|(_, text)| !text.trim().is_empty());
    Ok(found)
}
