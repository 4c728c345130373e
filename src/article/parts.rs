//! Pages and parts of records whose text has to be extracted.

use super::Article;

/// A page or part of a record that is no text itself. The lines and bytes of such an article are those
/// of the text that extraction gives, so that a citation also names the page or part to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: PartName,
    /// The line of the extracted text it begins with, from 0.
    pub line: u32,
}

/// What a part of a record is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartName {
    /// The number of a page, from 1.
    Page(u32),
    /// A part of a package or message: `word/footnotes.xml`, `1.2`.
    Part(String),
}

/// The page on which byte `offset` of the text of an article stands; `None` where it has no pages.
pub fn page_at(article: &Article, offset: usize) -> Option<u32> {
    if article.parts.is_empty() {
        return None;
    }
    let line = article.map.position(&article.text, offset).line;
    match part_at(&article.parts, line)?.name {
        PartName::Page(number) => Some(number),
        PartName::Part(_) => None,
    }
}

/// The part in which a line (from 0) stands; `None` where the record itself is the text.
pub fn part_at(parts: &[Part], line: u32) -> Option<&Part> {
    let behind = parts.partition_point(|part| part.line <= line);
    parts.get(behind.checked_sub(1)?)
}
