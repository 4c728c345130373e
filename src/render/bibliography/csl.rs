//! Items of CSL-JSON, as the schema of the Citation Style Language 1.0.2 has them.

use std::io::{self, Write};

use serde::Serialize;

use super::author::Author;
use super::{Entry, EntryKind};
use crate::render::json;

/// An item; a field that is not known is absent, for the schema allows no `null`.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
    note: String,
}

/// A name in one or two parts.
#[derive(Serialize)]
#[serde(untagged)]
enum Name<'a> {
    Person { family: &'a str, given: &'a str },
    Literal { literal: &'a str },
}

/// A day, month or year.
#[derive(Serialize)]
struct Date {
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

/// Writes an item, without what stands between items.
pub(super) fn write(out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    let record = entry.record.as_ref();
    let record = record.map_or(String::new(), |record| format!("#{record}"));
    let item = Item {
        id: &entry.key,
        kind: match entry.kind {
            EntryKind::Article => "article-newspaper",
            EntryKind::Page => "webpage",
            EntryKind::Document => "document",
        },
        title: &entry.title,
        author: entry.authors.iter().map(Name::from).collect(),
        outlet: entry.outlet.as_deref(),
        issued: entry.date.as_deref().and_then(date),
        url: entry.url.as_deref(),
        language: &entry.language,
        note: format!("{}{record}", entry.path),
    };
    json::object(out, &item)
}

impl<'a> From<&'a Author> for Name<'a> {
    fn from(author: &'a Author) -> Self {
        match author {
            Author::Person { family, given } => Name::Person { family, given },
            Author::Literal(literal) => Name::Literal { literal },
        }
    }
}

/// `2023-09` as `[[2023, 9]]`.
fn date(date: &str) -> Option<Date> {
    let parts: Result<Vec<u16>, _> = date.split('-').map(str::parse).collect();
    let parts = parts.ok().filter(|parts| parts.len() <= 3)?;
    Some(Date { parts: [parts] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        let parts = |text| date(text).map(|date| date.parts[0].clone());
        assert_eq!(parts("2023"), Some(vec![2023]));
        assert_eq!(parts("2023-09-12"), Some(vec![2023, 9, 12]));
        assert_eq!(parts("bald"), None);
    }
}
