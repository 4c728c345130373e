//! From a decoded text and what is said of it to an article.

use super::said::{self, Property, Statement};
use super::{
    Article, Block, Known, Note, Origin, Part, RecordStart, blocks, byline, date, language,
};
use crate::article::BlockKind;
use crate::span::SourceMap;

/// A decoded text with what its record says of itself.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The name of the record inside the source; `None` when it is the whole file.
    pub record: Option<String>,
    /// Where the record begins in the file.
    pub record_start: RecordStart,
    /// SHA-256 of the record's bytes.
    pub hash: [u8; 32],
    /// What the record says of itself; of two statements that are equally sure the first counts.
    pub said: Vec<Statement>,
    /// The name of the file, where it is about this one article.
    pub file_name: Option<String>,
    /// The text.
    pub text: String,
    /// Where each byte of the text stands in the record.
    pub map: SourceMap,
    /// The blocks that the markup of the record shows, in order and never overlapping; `None` where
    /// only the form of the text can tell.
    pub outline: Option<Vec<Block>>,
    /// The pages or parts of the record, where its text was extracted.
    pub parts: Vec<Part>,
    /// What a reader should know of how the text was read.
    pub notes: Vec<Note>,
}

/// Finds the blocks, the title, the author, the publication date and the language.
///
/// What the record says wins over what its text shows.
pub fn build(draft: Draft) -> Article {
    let text = draft.text.as_str();
    let title = said::surest(&draft.said, Property::Title, said::text);
    let wanted = title.as_ref().map(|title| title.value.as_str());
    let blocks = match draft.outline {
        Some(outline) => blocks::refined(text, outline, wanted),
        None => blocks::blocks(text, wanted),
    };
    let value = |property| said::surest(&draft.said, property, said::text);
    Article {
        title: said::or_shown(title, || headline(text, &blocks)),
        date: date::published(&draft.said, text, &blocks, draft.file_name.as_deref()),
        language: language::language(&draft.said, text),
        outlet: value(Property::Outlet),
        author: said::or_shown(value(Property::Author), || byline::author(text, &blocks)),
        url: value(Property::Url),
        blocks,
        record: draft.record,
        member: 0,
        record_start: draft.record_start,
        hash: draft.hash,
        text: draft.text,
        map: draft.map,
        parts: draft.parts,
        notes: draft.notes,
    }
}

/// Lets what is said of an article beside it stand over what it says itself.
pub fn amend(article: &mut Article, said: &[Statement]) {
    let amend = |known: &mut Option<Known<String>>, property| {
        if let Some(value) = said::surest(said, property, said::text) {
            *known = Some(value);
        }
    };
    amend(&mut article.title, Property::Title);
    amend(&mut article.outlet, Property::Outlet);
    amend(&mut article.author, Property::Author);
    amend(&mut article.url, Property::Url);
    if let Some(date) = said::surest(said, Property::Date, date::read) {
        article.date = Some(date);
    }
    if let Some(language) = said::surest(said, Property::Language, language::named) {
        article.language = language;
    }
}

/// Lets what is said around an article fill in what it does not say itself.
pub fn complete(article: &mut Article, said: &[Statement]) {
    let is_missing = |statement: &&Statement| match statement.property {
        Property::Title => article.title.is_none(),
        Property::Outlet => article.outlet.is_none(),
        Property::Author => article.author.is_none(),
        Property::Url => article.url.is_none(),
        Property::Date => article.date.is_none(),
        Property::Language => article.language.origin == Origin::Default,
    };
    let missing: Vec<Statement> = said.iter().filter(is_missing).cloned().collect();
    amend(article, &missing);
}

fn headline(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    let headline = blocks
        .iter()
        .find(|block| block.kind == BlockKind::Headline)?;
    Some(Known {
        value: said::text(&text[headline.span.range()])?,
        origin: Origin::Text,
    })
}
