//! Books in EPUB (3.3, OCF and OPF): every chapter is a record, in reading order. Its bytes are those
//! of the chapter's own file in the book.

use super::hashed::Hashed;
use super::package::Package;
use super::record::{EachRecord, Faulty, RawRecord};
use super::scope::{Input, Scope};
use super::xml::{self, Piece};
use super::{Format, Reason, whole};
use crate::article::{Origin, Property, Statement};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Where a book says which of its parts describes it.
const CONTAINER: &str = "META-INF/container.xml";
/// Which parts are encrypted.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// What a book says of itself.
#[derive(Default)]
struct Book {
    /// The parts of the text in reading order.
    chapters: Vec<String>,
    said: Vec<Statement>,
}

/// Reads the chapters of a book.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let (hash, flow) = match input {
        Input::File(file) => {
            let hash = Hashed::new(&file).finish_whole()?;
            let book = Package::open(BufReader::new(file), scope.limits, scope.left())?;
            (hash, read_chapters(book, each)?)
        }
        Input::Stream(stream) => {
            let bytes = whole::bytes(stream, scope.limits)?;
            let hash = Sha256::digest(&bytes).into();
            let book = Package::open(Cursor::new(bytes), scope.limits, scope.left())?;
            (hash, read_chapters(book, each)?)
        }
    };
    Ok(flow.is_continue().then_some(hash))
}

fn read_chapters<R: Read + Seek>(
    mut package: Package<'_, R>,
    each: &mut EachRecord,
) -> Result<ControlFlow<()>, Reason> {
    let container = package.part(CONTAINER)?.unwrap_or_default();
    let description = attributes_of(&container, "rootfile", "full-path")?;
    let description = description.into_iter().next();
    let description = description.ok_or_else(|| Reason::Damaged("no book in it".to_owned()))?;
    let text = package.part(&description)?;
    let text = text.ok_or_else(|| Reason::Damaged(format!("{description} is missing")))?;
    let book = Book::read(&text, &description)?;
    let encryption = package.part(ENCRYPTION)?.unwrap_or_default();
    let encrypted = attributes_of(&encryption, "CipherReference", "URI")?;
    let said: Arc<[Statement]> = book.said.into();
    for chapter in book.chapters {
        let outcome = match package.part(&chapter) {
            _ if encrypted.contains(&chapter) => Err(Reason::Encrypted),
            Ok(Some(text)) => Ok(text),
            Ok(None) => Err(Reason::Damaged("it is missing in the book".to_owned())),
            Err(reason) => Err(reason),
        };
        let outcome = outcome.map(|text| RawRecord {
            said: Arc::clone(&said),
            ..RawRecord::whole(text.into_bytes(), Format::Html).inside(&chapter)
        });
        let outcome = outcome.map_err(|reason| Faulty::member(&chapter, reason));
        if each(outcome).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The values of an attribute of all elements of one name.
fn attributes_of(xml: &str, element: &str, attribute: &str) -> Result<Vec<String>, Reason> {
    let mut values = Vec::new();
    xml::read(xml, |piece| {
        if let Piece::Open(name, attributes) = piece
            && name == element
        {
            values.extend(attributes.get(attribute));
        }
    })?;
    Ok(values)
}

impl Book {
    /// Reads the description, which stands in the book at `place`.
    fn read(description: &str, place: &str) -> Result<Self, Reason> {
        let mut book = Self::default();
        let mut items = HashMap::new();
        let mut named = HashSet::new();
        xml::read(description, |piece| match piece {
            Piece::Open("item", attributes) => {
                let (id, path) = (attributes.get("id"), attributes.get("href"));
                if let (Some(id), Some(path)) = (id, path) {
                    items.insert(id, beside(place, &path));
                }
            }
            Piece::Open("itemref", attributes) => {
                let chapter = attributes.get("idref");
                let path = chapter.and_then(|id| items.get(&id).cloned());
                // A chapter that is named twice is read once.
                book.chapters
                    .extend(path.filter(|path| named.insert(path.clone())));
            }
            _ => {}
        })?;
        let wanted = ["creator", "publisher", "language", "date"];
        for (name, value) in xml::texts_of(description, &wanted)? {
            let property = match name.as_str() {
                "creator" => Property::Author,
                "publisher" => Property::Outlet,
                "date" => Property::Date,
                _ => Property::Language,
            };
            let said = Statement::new(property, Origin::DublinCore, &value);
            book.said.push(said);
        }
        Ok(book)
    }
}

/// The part that `path` names, seen from the part at `place`.
fn beside(place: &str, path: &str) -> String {
    let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = decoded(path);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A path without its `%20`.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|code| u8::from_str_radix(str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_found_beside_the_description() {
        assert_eq!(
            beside("OEBPS/content.opf", "text/a%20b.xhtml"),
            "OEBPS/text/a b.xhtml"
        );
        assert_eq!(beside("content.opf", "a.xhtml"), "a.xhtml");
        assert_eq!(beside("EPUB/x/content.opf", "../a.xhtml"), "EPUB/a.xhtml");
        assert_eq!(beside("content.opf", "100%.xhtml"), "100%.xhtml");
    }
}
