//! What the named fields of a record mean: members of JSON, columns of tables, keys of front matter.

use crate::article::Property;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    /// The name of the record.
    Id,
    /// The text of the article; of several such fields the lowest number counts.
    Body(usize),
    /// Something that is known of the article; of several such fields the lowest number counts.
    Said(Property, usize),
}

/// Names of the text, the surest first.
const BODY: [&str; 16] = [
    "text",
    "body",
    "fulltext",
    "full_text",
    "articlebody",
    "article_text",
    "content",
    "inhalt",
    "volltext",
    "artikeltext",
    "maintext",
    "plaintext",
    "story",
    "message",
    "beschreibung",
    "description",
];
const ID: [&str; 5] = ["id", "_id", "guid", "uuid", "doc_id"];
const TITLE: [&str; 9] = [
    "title",
    "headline",
    "titel",
    "überschrift",
    "ueberschrift",
    "schlagzeile",
    "name",
    "heading",
    "subject",
];
const DATE: [&str; 16] = [
    "date",
    "datepublished",
    "date_published",
    "published",
    "published_at",
    "publication_date",
    "publishedat",
    "pubdate",
    "datum",
    "veröffentlicht",
    "veroeffentlicht",
    "erscheinungsdatum",
    "date_publish",
    "publish_date",
    "created_at",
    "timestamp",
];
const AUTHOR: [&str; 11] = [
    "author",
    "authors",
    "autor",
    "autorin",
    "autoren",
    "byline",
    "creator",
    "verfasser",
    "von",
    "by",
    "speaker",
];
const OUTLET: [&str; 12] = [
    "source",
    "outlet",
    "quelle",
    "medium",
    "zeitung",
    "publisher",
    "publication",
    "site_name",
    "source_domain",
    "website",
    "site",
    "newspaper",
];
const URL: [&str; 6] = ["url", "link", "permalink", "canonical", "adresse", "uri"];
const LANGUAGE: [&str; 5] = ["lang", "language", "sprache", "inlanguage", "locale"];

/// What a field of this name holds, whatever its case; `None` when it is none of an article's.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    let name = name
        .trim()
        .to_lowercase()
        .replace([' ', '-', ':', '.'], "_");
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    let properties = [
        (Property::Title, place(&TITLE)),
        (Property::Date, place(&DATE)),
        (Property::Author, place(&AUTHOR)),
        (Property::Outlet, place(&OUTLET)),
        (Property::Url, place(&URL)),
        (Property::Language, place(&LANGUAGE)),
    ];
    let said = properties
        .into_iter()
        .find_map(|(property, place)| Some(Meaning::Said(property, place?)));
    place(&ID)
        .map(|_| Meaning::Id)
        .or_else(|| place(&BODY).map(Meaning::Body))
        .or(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_by_their_usual_names() {
        assert_eq!(meaning("Text"), Some(Meaning::Body(0)));
        assert_eq!(
            meaning("Überschrift"),
            Some(Meaning::Said(Property::Title, 3))
        );
        assert_eq!(
            meaning("datePublished"),
            Some(Meaning::Said(Property::Date, 1))
        );
        assert_eq!(
            meaning("Publication Date"),
            Some(Meaning::Said(Property::Date, 5))
        );
        assert_eq!(meaning("seite"), None);
    }

    #[test]
    fn no_name_means_two_things() {
        let lists: [&[&str]; 8] = [&BODY, &ID, &TITLE, &DATE, &AUTHOR, &OUTLET, &URL, &LANGUAGE];
        let mut names: Vec<&str> = lists.concat();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
