//! What a page says of itself, outside its text and at the edges of it.

use super::builder::Page;
use super::element::{Attributes, Tag};
use super::leaves::Leaf;
use super::linked;
use crate::article::{Origin, Property, Statement};
use crate::source::Format;
use std::path::Path;

/// Names and properties of `<meta>` elements, and what they say. Of equally sure ones the first
/// that a page has counts.
const METAS: [(&str, Property, Origin); 38] = [
    ("article:published_time", Property::Date, Origin::OpenGraph),
    (
        "og:article:published_time",
        Property::Date,
        Origin::OpenGraph,
    ),
    ("datepublished", Property::Date, Origin::Meta),
    ("date", Property::Date, Origin::Meta),
    ("pubdate", Property::Date, Origin::Meta),
    ("publish-date", Property::Date, Origin::Meta),
    ("publication_date", Property::Date, Origin::Meta),
    ("parsely-pub-date", Property::Date, Origin::Meta),
    ("sailthru.date", Property::Date, Origin::Meta),
    ("citation_publication_date", Property::Date, Origin::Meta),
    ("dcterms.issued", Property::Date, Origin::DublinCore),
    ("dcterms.date", Property::Date, Origin::DublinCore),
    ("dcterms.created", Property::Date, Origin::DublinCore),
    ("dc.date.issued", Property::Date, Origin::DublinCore),
    ("dc.date.created", Property::Date, Origin::DublinCore),
    ("dc.date", Property::Date, Origin::DublinCore),
    ("og:title", Property::Title, Origin::OpenGraph),
    ("twitter:title", Property::Title, Origin::OpenGraph),
    ("dc.title", Property::Title, Origin::DublinCore),
    ("dcterms.title", Property::Title, Origin::DublinCore),
    ("parsely-title", Property::Title, Origin::Meta),
    ("og:site_name", Property::Outlet, Origin::OpenGraph),
    ("dc.publisher", Property::Outlet, Origin::DublinCore),
    ("dcterms.publisher", Property::Outlet, Origin::DublinCore),
    ("publisher", Property::Outlet, Origin::Meta),
    ("application-name", Property::Outlet, Origin::Meta),
    ("author", Property::Author, Origin::Meta),
    ("article:author", Property::Author, Origin::OpenGraph),
    ("dc.creator", Property::Author, Origin::DublinCore),
    ("dcterms.creator", Property::Author, Origin::DublinCore),
    ("parsely-author", Property::Author, Origin::Meta),
    ("sailthru.author", Property::Author, Origin::Meta),
    ("og:url", Property::Url, Origin::OpenGraph),
    ("content-language", Property::Language, Origin::Meta),
    ("dc.language", Property::Language, Origin::DublinCore),
    ("dcterms.language", Property::Language, Origin::DublinCore),
    ("og:locale", Property::Language, Origin::OpenGraph),
    ("language", Property::Language, Origin::Meta),
];

/// Properties of schema.org in attributes.
const MICRODATA: [(&str, Property); 4] = [
    ("datePublished", Property::Date),
    ("headline", Property::Title),
    ("inLanguage", Property::Language),
    ("author", Property::Author),
];

/// What parts the title of a page from the name of its outlet.
const TITLE_PARTS: [&str; 5] = [" | ", " - ", " – ", " — ", " :: "];

/// The longest name of an author, in bytes.
const LONGEST_NAME: usize = 80;

/// All that the page says of itself, the preferred of each kind first.
pub(super) fn statements(page: &Page) -> Vec<Statement> {
    let mut said = linked::statements(&page.linked);
    said.extend(microdata(page));
    said.extend(metas(page));
    said.extend(links(page));
    said.extend(names(page));
    said.extend(times(page));
    let titles = titles(page, &said);
    said.extend(titles);
    if !page.language.is_empty() {
        said.push(Statement::new(
            Property::Language,
            Origin::Markup,
            &page.language,
        ));
    }
    let addresses: Vec<Statement> = said.iter().filter_map(from_address).collect();
    said.extend(addresses);
    said.retain(|statement| !statement.value.is_empty());
    said
}

fn metas(page: &Page) -> impl Iterator<Item = Statement> {
    METAS.iter().flat_map(|(name, property, origin)| {
        let says = move |attributes: &&Attributes| {
            [
                &attributes.name,
                &attributes.property,
                &attributes.http_equiv,
            ]
            .iter()
            .any(|said| said.eq_ignore_ascii_case(name))
        };
        let values = page.silent.iter().filter(says);
        // The author is often given as the address of a profile.
        let is_value = |value: &&str| *property == Property::Url || !value.starts_with("http");
        values
            .map(|attributes| attributes.content.as_str())
            .filter(is_value)
            .map(|value| Statement::new(*property, *origin, value))
    })
}

fn microdata(page: &Page) -> impl Iterator<Item = Statement> {
    MICRODATA.iter().flat_map(|(name, property)| {
        let says = move |attributes: &&Attributes| {
            attributes
                .itemprop
                .split_whitespace()
                .any(|said| said == *name)
        };
        page.silent.iter().filter(says).map(|attributes| {
            let values = [&attributes.content, &attributes.datetime];
            let value = values.into_iter().find(|value| !value.is_empty());
            Statement::new(
                *property,
                Origin::Microdata,
                value.map_or("", String::as_str),
            )
        })
    })
}

/// The address of the page, by its canonical link or by the program that saved it.
fn links(page: &Page) -> impl Iterator<Item = Statement> {
    let is_canonical = |attributes: &&Attributes| attributes.rel.eq_ignore_ascii_case("canonical");
    let canonical = page.silent.iter().filter(is_canonical);
    canonical
        .map(|attributes| attributes.href.as_str())
        .chain(page.saved_from.as_deref())
        .filter(|address| address.starts_with("http"))
        .map(|address| Statement::new(Property::Url, Origin::Markup, address))
}

/// Who wrote the article, where an element says that it names the author.
fn names(page: &Page) -> Option<Statement> {
    page.authors.iter().find_map(|author| {
        let words: Vec<&str> = author.split_whitespace().collect();
        let name = words.join(" ");
        let name = ["Von ", "von ", "VON ", "By ", "by ", "Autor: "]
            .iter()
            .find_map(|label| name.strip_prefix(label))
            .unwrap_or(&name);
        let statement = Statement::new(Property::Author, Origin::Markup, name);
        (3..=LONGEST_NAME)
            .contains(&name.len())
            .then_some(statement)
    })
}

/// The first point in time of the page; those inside the text are dates of events.
fn times(page: &Page) -> Option<Statement> {
    let time = page.silent.iter().find(|attributes| {
        let is_element = attributes.itemprop.is_empty() && attributes.name.is_empty();
        is_element && !attributes.datetime.is_empty()
    })?;
    Some(Statement::new(
        Property::Date,
        Origin::Markup,
        &time.datetime,
    ))
}

/// The title of the page and, where a heading or another title shows which part of it is the
/// headline, the outlet beside that.
fn titles(page: &Page, said: &[Statement]) -> Vec<Statement> {
    let words: Vec<&str> = page.title.split_whitespace().collect();
    let title = words.join(" ");
    // Programs that make books put the name of the file there.
    if words.len() == 1 && Format::of(Path::new(&title)).is_ok() {
        return Vec::new();
    }
    let text = page.excerpt.text();
    let is_heading = |leaf: &&Leaf| matches!(page.elements[leaf.element].tag, Tag::Heading(_));
    let headings = page.leaves.iter().filter(is_heading);
    let headings = headings.map(|leaf| &text[leaf.span.range()]);
    let others = said.iter().filter(|said| said.property == Property::Title);
    let known: Vec<&str> = headings
        .chain(others.map(|said| said.value.as_str()))
        .collect();
    let halves = TITLE_PARTS.iter().find_map(|part| {
        let behind = title.rsplit_once(part)?;
        let before = title.split_once(part)?;
        match () {
            () if known.contains(&behind.0) => Some(behind),
            () if known.contains(&behind.1) => Some((behind.1, before.0)),
            () => (*part == " | ").then_some(behind),
        }
    });
    let (headline, outlet) = halves.unwrap_or((title.as_str(), ""));
    vec![
        Statement::new(Property::Title, Origin::Markup, headline),
        Statement::new(Property::Outlet, Origin::Markup, outlet),
    ]
}

/// The outlet that an address shows: `blatt.de` of `https://www.blatt.de/kim`.
fn from_address(statement: &Statement) -> Option<Statement> {
    if statement.property != Property::Url {
        return None;
    }
    let (_, rest) = statement.value.split_once("://")?;
    let host = rest.split('/').next()?.trim_start_matches("www.");
    Some(Statement::new(Property::Outlet, Origin::Address, host))
}
