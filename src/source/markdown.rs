//! Markdown (CommonMark with tables and footnotes), which may begin with front matter.

use super::record::RawRecord;
use super::{Reason, encoding, front_matter, whole};
use crate::article::{self, Article, Block, BlockKind, Origin, Statement};
use crate::span::{Excerpt, TextSpan};
use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Takes the marks off the text; what the front matter says counts as said by the article.
pub(super) fn parse(record: &RawRecord, file_name: &str) -> Result<Article, Reason> {
    let decoded = encoding::decode(&record.bytes, None)?;
    let mut reader = Reader::new(&decoded.text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(&decoded.text, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.part();
    if reader.blocks.is_empty() {
        return Err(Reason::Empty);
    }
    let mut draft = whole::draft(record, file_name);
    draft.notes = decoded.notes;
    draft.said = reader.said;
    draft.outline = Some(reader.blocks);
    (draft.text, draft.map) = reader.excerpt.finish(&decoded.text, &decoded.map);
    Ok(article::build(draft))
}

struct Reader<'s> {
    source: &'s str,
    excerpt: Excerpt,
    blocks: Vec<Block>,
    said: Vec<Statement>,
    /// Where the open block begins in the text.
    open: Option<usize>,
    kind: BlockKind,
    /// How many list items are open.
    items: usize,
    metadata: Option<MetadataBlockKind>,
    /// How many pictures are open, whose words describe them.
    pictures: usize,
    /// Whether all of the open block describes pictures.
    is_caption: bool,
    has_headline: bool,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            excerpt: Excerpt::default(),
            blocks: Vec::new(),
            said: Vec::new(),
            open: None,
            kind: BlockKind::Paragraph,
            items: 0,
            metadata: None,
            pictures: 0,
            is_caption: true,
            has_headline: false,
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.metadata.is_some() => self.describe(&text),
            Event::Text(text) | Event::Code(text) => self.text(&text, range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.blank(),
            Event::Html(_) => self.markup(range),
            Event::Rule => self.part(),
            Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.part();
                self.kind = match level {
                    HeadingLevel::H1 if !self.has_headline => BlockKind::Headline,
                    _ => BlockKind::Heading,
                };
                self.has_headline |= self.kind == BlockKind::Headline;
            }
            Tag::Item => {
                self.part();
                self.items += 1;
            }
            Tag::MetadataBlock(kind) => self.metadata = Some(*kind),
            Tag::Image { .. } => self.pictures += 1,
            Tag::TableCell => self.blank(),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::Superscript | Tag::Subscript => {}
            _ => self.part(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item => {
                self.part();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.metadata = None,
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::TableCell => self.blank(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Superscript | TagEnd::Subscript => {}
            _ => self.part(),
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if text.trim().is_empty() && self.open.is_none() {
            return;
        }
        self.open.get_or_insert(self.excerpt.text().len());
        self.is_caption &= self.pictures > 0 || text.trim().is_empty();
        let span = TextSpan::new(range.start, range.end);
        // Of code the marks around it belong to the range.
        match self.source[range].find(text) {
            Some(at) => {
                let start = span.start() + at;
                let copied = TextSpan::new(start, start + text.len());
                self.excerpt.copy(self.source, copied);
            }
            None if self.source[span.range()].starts_with('`') => self.code(text, span),
            None => self.excerpt.stand_in(text, span),
        }
    }

    /// Adds code that is not written as it is meant: a line end in it means a space, and in a table a
    /// bar has a backslash.
    fn code(&mut self, text: &str, span: TextSpan) {
        let marks = self.source[span.range()].bytes();
        let mut at = span.start() + marks.take_while(|byte| *byte == b'`').count();
        for letter in text.chars() {
            let means = |sign: char| sign == letter || letter == ' ' && sign == '\n';
            let found = self.source[at..span.end()].find(means);
            let start = found.map_or(at, |found| at + found);
            let sign = self.source[start..span.end()].chars().next();
            let place = TextSpan::new(start, start + sign.map_or(0, char::len_utf8));
            self.excerpt
                .stand_in(letter.encode_utf8(&mut [0; 4]), place);
            at = place.end();
        }
    }

    /// Parts what stands on two lines, or in two cells.
    fn blank(&mut self) {
        if self.open.is_some() && !self.excerpt.text().ends_with(char::is_whitespace) {
            self.excerpt.gap(" ");
        }
    }

    /// The words between the tags of a piece of HTML.
    fn markup(&mut self, range: Range<usize>) {
        let mut start = range.start;
        while start < range.end {
            let rest = &self.source[start..range.end];
            let end = start + rest.find('<').unwrap_or(rest.len());
            let words = &self.source[start..end];
            if !words.trim().is_empty() {
                let from = start + words.len() - words.trim_start().len();
                let to = start + words.trim_end().len();
                if from > start {
                    self.blank();
                }
                self.text(&self.source[from..to], from..to);
                if to < end {
                    self.blank();
                }
            } else if !words.is_empty() {
                self.blank();
            }
            let tag = &self.source[end..range.end];
            start = end + tag.find('>').map_or(tag.len(), |close| close + 1);
        }
        self.part();
    }

    fn describe(&mut self, text: &str) {
        let said = match self.metadata {
            Some(MetadataBlockKind::PlusesStyle) => {
                front_matter::toml(text, Origin::FrontMatter).unwrap_or_default()
            }
            _ => front_matter::yaml(text, Origin::FrontMatter),
        };
        self.said.extend(said);
    }

    /// Ends the open block.
    fn part(&mut self) {
        let kind = match self.kind {
            BlockKind::Paragraph if self.items > 0 => BlockKind::ListItem,
            BlockKind::Paragraph if self.is_caption => BlockKind::Caption,
            kind => kind,
        };
        (self.kind, self.is_caption) = (BlockKind::Paragraph, true);
        let Some(start) = self.open.take() else {
            return;
        };
        let text = &self.excerpt.text()[start..];
        let from = start + text.len() - text.trim_start().len();
        let end = start + text.trim_end().len();
        if from < end {
            let span = TextSpan::new(from, end);
            self.blocks.push(Block { kind, span });
        }
        self.excerpt.gap("\n\n");
    }
}
