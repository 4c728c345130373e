//! An article that is a JSON object: a line of JSON Lines, a JSON file, or an element of one.

use super::Reason;
use super::entry::{Entry, Mapped};
use super::fields::{Meaning, meaning};
use super::json::{Members, Nested, Place, Value};
use super::record::RawRecord;
use crate::article::{Article, Property};

/// How deep inside lists and objects the name of a person or an outlet may stand.
const DEEPEST_NAME: usize = 4;

/// Reads the article out of the object that is all of the record.
pub(super) fn parse(record: &RawRecord) -> Result<Article, Reason> {
    let mut entry = Entry::default();
    let mut place = Place::start(record.column);
    for member in Members::of(&record.bytes)? {
        let (name, value) = member?;
        match meaning(&name) {
            Some(Meaning::Body(rank)) => match mapped(value, &mut place) {
                Ok(body) => entry.take_body(rank, body),
                // A member that only may hold the text may also hold something else.
                Err(Reason::NotText(_)) if rank > 0 => {}
                Err(reason) => return Err(reason),
            },
            Some(Meaning::Said(Property::Title, rank)) => {
                let title = mapped(value, &mut place).unwrap_or_default();
                entry.take_title(rank, title);
            }
            Some(Meaning::Said(property, rank)) => {
                entry.take(property, rank, &plain(value, DEEPEST_NAME)?.join(", "));
            }
            Some(Meaning::Id) | None => {}
        }
    }
    entry.into_article(record)
}

/// The name of the record that an object holds, read no further than needed.
pub(super) fn id(object: &[u8]) -> Result<Option<String>, Reason> {
    for member in Members::of(object)? {
        let (name, value) = member?;
        if meaning(&name) != Some(Meaning::Id) {
            continue;
        }
        match value {
            Value::Text(raw) => return Ok(Some(raw.text()?)),
            Value::Number(number) => return Ok(Some(number.to_owned())),
            Value::Object(_) | Value::List(_) | Value::Other if name == "id" => {
                return Err(Reason::NotText("id"));
            }
            _ => {}
        }
    }
    Ok(None)
}

/// Whether an object holds a text, and the objects of the first list in it if it does not.
pub(super) fn inner_objects(object: &[u8]) -> Result<Option<Vec<Nested<'_>>>, Reason> {
    let mut objects = None;
    for member in Members::of(object)? {
        let (name, value) = member?;
        match (meaning(&name), value) {
            (Some(Meaning::Body(_)), Value::Text(_) | Value::Object(_)) => return Ok(None),
            (_, Value::List(list)) if objects.is_none() => {
                let values = list.values()?.into_iter();
                let inner: Vec<Nested> = values
                    .filter_map(|(_, value)| match value {
                        Value::Object(object) => Some(object),
                        _ => None,
                    })
                    .collect();
                objects = Some(inner).filter(|inner| !inner.is_empty());
            }
            _ => {}
        }
    }
    Ok(objects)
}

/// The text of a value, or of the member of an object in which blogs put theirs.
fn mapped(value: Value, place: &mut Place) -> Result<Option<Mapped>, Reason> {
    match value {
        Value::Text(raw) => Ok(Some(raw.mapped_text(place)?)),
        Value::Null => Ok(None),
        Value::Object(object) => {
            let rendered = object
                .values()?
                .into_iter()
                .find(|(name, _)| matches!(name.as_deref(), Some("rendered" | "text" | "value")));
            match rendered {
                Some((_, Value::Text(raw))) => Ok(Some(raw.mapped_text(place)?)),
                _ => Err(Reason::NotText("text")),
            }
        }
        Value::Number(_) | Value::List(_) | Value::Other => Err(Reason::NotText("text")),
    }
}

/// The texts of an optional field: itself, the entries of a list, the name of an object.
fn plain(value: Value, depth: usize) -> Result<Vec<String>, Reason> {
    let text = match value {
        Value::Text(raw) => raw.text()?,
        Value::Number(number) => number.to_owned(),
        Value::List(list) if depth > 0 => return entries(list, depth - 1),
        Value::Object(object) if depth > 0 => return name_of(object, depth - 1),
        Value::List(_) | Value::Object(_) | Value::Null | Value::Other => return Ok(Vec::new()),
    };
    Ok(Vec::from_iter((!text.trim().is_empty()).then_some(text)))
}

fn entries(list: Nested, depth: usize) -> Result<Vec<String>, Reason> {
    let mut all = Vec::new();
    for (_, value) in list.values()? {
        all.extend(plain(value, depth)?);
    }
    Ok(all)
}

fn name_of(object: Nested, depth: usize) -> Result<Vec<String>, Reason> {
    for (name, value) in object.values()? {
        if matches!(name.as_deref(), Some("name" | "title" | "rendered")) {
            return plain(value, depth);
        }
    }
    Ok(Vec::new())
}
