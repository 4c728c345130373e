//! From the tokens of a page to its elements and its text.

use super::areas::{Area, area};
use super::element::{Attributes, Element, Tag};
use super::leaves::{Leaf, Leaves, Within};
use crate::span::{Excerpt, TextSpan};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::collections::HashMap;
use std::convert::Infallible;

/// A cell with more text than this, in characters, is part of a layout and not of a table.
const LONGEST_CELL: usize = 200;

/// A page taken apart.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its text, gathered from the source.
    pub(super) excerpt: Excerpt,
    /// Its elements; each stands behind the one around it.
    pub(super) elements: Vec<Element>,
    /// Its stretches of text in order.
    pub(super) leaves: Vec<Leaf>,
    /// What its elements say without words: `<meta>`, `<link>`, `<time>` and microdata.
    pub(super) silent: Vec<Attributes>,
    /// What its elements for the author say.
    pub(super) authors: Vec<String>,
    /// The contents of its JSON-LD scripts.
    pub(super) linked: Vec<String>,
    /// The text of its `<title>`.
    pub(super) title: String,
    /// The language of its root.
    pub(super) language: String,
    /// The address in the comment that browsers write into saved pages.
    pub(super) saved_from: Option<String>,
}

/// Takes the source of a page apart. Nothing is an error: a page is whatever a browser would show.
pub(super) fn read(source: &str) -> Page {
    let mut builder = Builder::new(source);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        builder.take(&event, span);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).for_each(drop);
    builder.finish()
}

struct Builder<'s> {
    source: &'s str,
    page: Page,
    leaves: Leaves,
    /// The numbers of the open elements, the innermost last.
    open: Vec<usize>,
    /// How many of each tag are open.
    counts: HashMap<Tag, usize>,
    /// The start tag that is being read.
    name: Vec<u8>,
    attribute: Vec<u8>,
    attributes: Attributes,
    /// Whether the script that is open holds JSON-LD.
    is_linked_data: bool,
    /// How many elements are open around the one that names the author.
    author_depth: Option<usize>,
    /// Whether nothing stands between here and the end of a link.
    after_link: bool,
    /// Whether nothing stands between here and the end of a stretch of text, and whether another one
    /// has begun since.
    after_inline: bool,
    between_inlines: bool,
}

impl<'s> Builder<'s> {
    fn new(source: &'s str) -> Self {
        let root = Element {
            tag: Tag::Root,
            parent: 0,
            area: Area::Same,
        };
        Self {
            source,
            page: Page {
                elements: vec![root],
                ..Page::default()
            },
            leaves: Leaves::default(),
            open: vec![0],
            counts: HashMap::new(),
            name: Vec::new(),
            attribute: Vec::new(),
            attributes: Attributes::default(),
            is_linked_data: false,
            author_depth: None,
            after_link: false,
            after_inline: false,
            between_inlines: false,
        }
    }

    fn take(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.name.clear();
                self.name.extend_from_slice(name);
                self.attributes = Attributes::default();
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute.clear();
                self.attribute.extend_from_slice(name);
                self.attributes.begin(name);
            }
            CallbackEvent::AttributeValue { value } => {
                let value = String::from_utf8_lossy(value);
                self.attributes.add(&self.attribute, &value);
            }
            CallbackEvent::CloseStartTag { .. } => self.start(),
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => {
                let value = String::from_utf8_lossy(value);
                self.text(&value, span);
            }
            CallbackEvent::Comment { value } => self.comment(&String::from_utf8_lossy(value)),
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// A start tag is complete.
    fn start(&mut self) {
        let attributes = std::mem::take(&mut self.attributes);
        let has_value = !attributes.content.is_empty() || !attributes.datetime.is_empty();
        let speaks = has_value && !attributes.itemprop.is_empty();
        match self.name.as_slice() {
            b"meta" | b"link" => self.page.silent.push(attributes.clone()),
            b"time" => self.page.silent.push(attributes.clone()),
            b"html" => self.page.language.clone_from(&attributes.lang),
            b"br" => self.leaves.break_line(),
            b"hr" => self.leaves.part(),
            _ if speaks => self.page.silent.push(attributes.clone()),
            _ => {}
        }
        // What leads to a place of the same page is a heading with its own address.
        let is_jump = attributes.href.starts_with('#') && attributes.href.len() > 1;
        match Tag::of(&self.name) {
            Some(Tag::Link) if is_jump => self.open(Tag::Inline, &attributes),
            Some(tag) => self.open(tag, &attributes),
            None => {}
        }
    }

    fn open(&mut self, tag: Tag, attributes: &Attributes) {
        if tag.ends_paragraph() {
            self.close(Tag::Paragraph, &[Tag::Cell, Tag::Figure]);
        }
        let (ended, limits) = tag.ends();
        ended.iter().for_each(|ended| self.close(*ended, limits));
        match tag {
            Tag::Cell if self.leaves.open_length() <= LONGEST_CELL => self.leaves.space(),
            // Links side by side are parted by their looks alone.
            Tag::Link if self.after_link => self.leaves.space(),
            Tag::Inline | Tag::Time | Tag::Link => self.between_inlines |= self.after_inline,
            tag if tag.is_block() => self.leaves.part(),
            _ => {}
        }
        self.is_linked_data = tag == Tag::Hidden && attributes.kind == "application/ld+json";
        let area = area(tag, attributes);
        self.page.elements.push(Element {
            tag,
            parent: self.open.last().copied().unwrap_or(0),
            area,
        });
        if area == Area::Author && self.author_depth.is_none() {
            self.author_depth = Some(self.open.len());
            self.page.authors.push(String::new());
        }
        self.open.push(self.page.elements.len() - 1);
        *self.counts.entry(tag).or_default() += 1;
    }

    fn end(&mut self, name: &[u8]) {
        let Some(tag) = Tag::of(name) else {
            return;
        };
        self.close(tag, &[]);
        match tag {
            Tag::Cell if self.leaves.open_length() <= LONGEST_CELL => self.leaves.space(),
            tag if tag.is_block() => self.leaves.part(),
            _ => {}
        }
        self.after_link = tag == Tag::Link;
        self.after_inline |= matches!(tag, Tag::Inline | Tag::Time | Tag::Link);
    }

    /// Closes the innermost element of a tag with all inside it, unless it is not open or lies
    /// outside one of `limits`. The end of an inline element does not reach over a block.
    fn close(&mut self, tag: Tag, limits: &[Tag]) {
        if self.counts.get(&tag).copied().unwrap_or(0) == 0 {
            return;
        }
        let tag_of = |element: usize| self.page.elements[element].tag;
        let is_limit = |other: Tag| limits.contains(&other) || !tag.is_block() && other.is_block();
        let mut depth = self.open.len();
        while depth > 1 && tag_of(self.open[depth - 1]) != tag {
            if is_limit(tag_of(self.open[depth - 1])) {
                return;
            }
            depth -= 1;
        }
        if depth > 1 {
            self.author_depth = self.author_depth.filter(|author| *author < depth - 1);
            for closed in self.open.split_off(depth - 1) {
                let count = self
                    .counts
                    .entry(self.page.elements[closed].tag)
                    .or_default();
                *count = count.saturating_sub(1);
            }
            if tag.is_block() && tag != Tag::Cell {
                self.leaves.part();
            }
        }
    }

    fn text(&mut self, decoded: &str, span: Span<usize>) {
        self.after_link &= decoded.is_empty();
        if !decoded.is_empty() {
            self.after_inline = false;
            if std::mem::take(&mut self.between_inlines) {
                self.leaves.space_before(decoded);
            }
        }
        let innermost = self.open.last().copied().unwrap_or(0);
        match self.page.elements[innermost].tag {
            Tag::Hidden if self.is_linked_data => self.page.linked.push(decoded.to_owned()),
            Tag::Hidden => {}
            Tag::Title => self.page.title.push_str(decoded),
            _ => self.shown(decoded, span, innermost),
        }
    }

    fn shown(&mut self, decoded: &str, span: Span<usize>, innermost: usize) {
        let is_block = |element: &&usize| self.page.elements[**element].tag.is_block();
        let block = self.open.iter().rev().find(is_block).copied().unwrap_or(0);
        let has = |tag| self.counts.get(&tag).is_some_and(|count| *count > 0);
        let within = Within {
            block,
            innermost,
            is_link: has(Tag::Link),
            is_time: has(Tag::Time),
            keeps_lines: has(Tag::Preformatted),
        };
        if let Some(author) = self
            .page
            .authors
            .last_mut()
            .filter(|_| self.author_depth.is_some())
        {
            author.push_str(decoded);
        }
        let end = span.end.min(self.source.len());
        let span = TextSpan::new(span.start.min(end), end);
        if self.source.get(span.range()).is_some() {
            self.leaves.add(self.source, span, decoded, within);
        }
    }

    fn comment(&mut self, comment: &str) {
        let address = ["saved from url=", "url: "]
            .iter()
            .find_map(|label| Some(comment.split_once(label)?.1))
            .and_then(|rest| rest.find("http").map(|start| &rest[start..]));
        if let Some(address) = address.and_then(|rest| rest.split_whitespace().next()) {
            let saved = &mut self.page.saved_from;
            saved.get_or_insert_with(|| address.to_owned());
        }
    }

    fn finish(mut self) -> Page {
        self.leaves.part();
        self.page.excerpt = self.leaves.excerpt;
        self.page.leaves = self.leaves.all;
        self.page
    }
}
