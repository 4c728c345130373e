//! The elements of a page, as far as they matter for finding its article.

use super::areas::Area;

/// What an element is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Tag {
    /// Parts the text around it: `div`, `section`, `td`, …
    Container,
    /// `article`, `main`.
    Main,
    /// A paragraph.
    Paragraph,
    /// A heading of this rank, from 1.
    Heading(u8),
    /// An entry of a list.
    Item,
    /// `ul`, `ol`, `dl`.
    List,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// `table`.
    Table,
    /// Preformatted text.
    Preformatted,
    /// `figure`, `figcaption`, `caption`.
    Figure,
    /// `nav`, `footer`, `aside`, `form`, `button` and what else stands around an article.
    Around,
    /// `title` of the page.
    Title,
    /// What is never shown: `script`, `style`, `noscript`.
    Hidden,
    /// A link.
    Link,
    /// A point in time.
    Time,
    /// A stretch of text that may say something of itself.
    Inline,
    /// `body` and `html`.
    Root,
    /// `head`.
    Head,
}

impl Tag {
    /// The tag of an element that is followed; `None` for those that only change how text looks.
    pub(super) fn of(name: &[u8]) -> Option<Tag> {
        Some(match name {
            b"html" | b"body" => Tag::Root,
            b"head" => Tag::Head,
            b"article" | b"main" => Tag::Main,
            b"p" => Tag::Paragraph,
            b"h1" => Tag::Heading(1),
            b"h2" => Tag::Heading(2),
            b"h3" => Tag::Heading(3),
            b"h4" | b"h5" | b"h6" => Tag::Heading(4),
            b"li" | b"dt" | b"dd" => Tag::Item,
            b"ul" | b"ol" | b"dl" | b"menu" => Tag::List,
            b"tr" => Tag::Row,
            b"td" | b"th" => Tag::Cell,
            b"table" => Tag::Table,
            b"pre" => Tag::Preformatted,
            b"figure" | b"figcaption" | b"caption" => Tag::Figure,
            b"nav" | b"footer" | b"aside" | b"form" | b"button" | b"select" | b"option"
            | b"textarea" | b"label" | b"dialog" | b"audio" | b"video" | b"object"
            | b"template" | b"svg" | b"math" => Tag::Around,
            b"title" => Tag::Title,
            b"script" | b"style" | b"noscript" | b"iframe" => Tag::Hidden,
            b"a" => Tag::Link,
            b"time" => Tag::Time,
            b"span" | b"cite" | b"address" => Tag::Inline,
            b"div" | b"section" | b"header" | b"blockquote" | b"center" | b"details"
            | b"summary" | b"fieldset" | b"legend" | b"hgroup" | b"tbody" | b"thead" | b"tfoot"
            | b"dir" => Tag::Container,
            _ if name.contains(&b'-') => Tag::Container,
            _ => return None,
        })
    }

    /// Whether the text before and behind it are different blocks.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Tag::Link | Tag::Time | Tag::Inline)
    }

    /// Whether an open paragraph ends where this begins.
    pub(super) fn ends_paragraph(self) -> bool {
        self.is_block() && !matches!(self, Tag::Hidden | Tag::Title | Tag::Around)
    }

    /// The open elements that end where this begins, and those that they do not reach beyond.
    pub(super) fn ends(self) -> (&'static [Tag], &'static [Tag]) {
        match self {
            Tag::Item => (&[Tag::Item], &[Tag::List]),
            Tag::Row => (&[Tag::Row], &[Tag::Table]),
            Tag::Cell => (&[Tag::Cell], &[Tag::Row, Tag::Table]),
            Tag::Link => (&[Tag::Link], &[Tag::Cell]),
            Tag::Main | Tag::Container => (&[Tag::Head], &[]),
            Tag::Root => (&[Tag::Head], &[]),
            _ => (&[], &[]),
        }
    }
}

/// What the attributes of an element say, as far as it matters.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    /// `class` and `id`.
    pub(super) names: String,
    pub(super) role: String,
    pub(super) itemprop: String,
    pub(super) rel: String,
    pub(super) content: String,
    pub(super) name: String,
    pub(super) property: String,
    pub(super) datetime: String,
    pub(super) href: String,
    pub(super) lang: String,
    pub(super) kind: String,
    pub(super) http_equiv: String,
    pub(super) is_hidden: bool,
}

impl Attributes {
    /// Takes in the value of an attribute.
    pub(super) fn add(&mut self, name: &[u8], value: &str) {
        let field = match name {
            b"class" | b"id" => {
                self.names.push(' ');
                &mut self.names
            }
            b"role" => &mut self.role,
            b"itemprop" => &mut self.itemprop,
            b"rel" => &mut self.rel,
            b"content" => &mut self.content,
            b"name" => &mut self.name,
            b"property" => &mut self.property,
            b"datetime" => &mut self.datetime,
            b"href" => &mut self.href,
            b"lang" | b"xml:lang" => &mut self.lang,
            b"type" => &mut self.kind,
            b"http-equiv" => &mut self.http_equiv,
            b"style" => {
                let style = value.replace(' ', "").to_ascii_lowercase();
                self.is_hidden |= style.contains("display:none");
                return;
            }
            b"aria-hidden" => {
                self.is_hidden |= value == "true";
                return;
            }
            _ => return,
        };
        field.push_str(value);
    }

    /// Takes note of an attribute before its value.
    pub(super) fn begin(&mut self, name: &[u8]) {
        self.is_hidden |= name == b"hidden";
    }
}

/// An element that is followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) tag: Tag,
    /// The number of the element around it; the first is its own.
    pub(super) parent: usize,
    pub(super) area: Area,
}
