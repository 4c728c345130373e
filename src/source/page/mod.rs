//! Lives here: web pages: the article in them, what stands around it, and what they say of themselves.
//! Comes in: the source of a page with its map to the record.
//! Goes out: drafts with blocks, and statements of title, author, outlet, date, address and language.
//! Never enters: files, other formats, what the words mean.

mod areas;
mod builder;
mod charset;
mod element;
mod leaves;
mod linked;
mod outline;
mod references;
mod region;
mod said;

use super::record::RawRecord;
use super::{Reason, encoding, whole};
use crate::article::{self, Article, Draft};
use crate::span::SourceMap;

/// Decodes the page and finds its article.
pub(super) fn parse(record: &RawRecord, file_name: &str) -> Result<Article, Reason> {
    let declared = charset::declared(&record.bytes);
    let decoded = encoding::decode(&record.bytes, declared.as_deref())?;
    let mut draft = whole::draft(record, file_name);
    draft.notes = decoded.notes;
    fill(&mut draft, &decoded.text, &decoded.map);
    if draft.outline.as_ref().is_none_or(Vec::is_empty) {
        return Err(Reason::Empty);
    }
    Ok(article::build(draft))
}

/// Gives a draft the text and the blocks of the page `source`, which `map` leads from to the
/// record, and what the page says of itself.
pub(super) fn fill(draft: &mut Draft, source: &str, map: &SourceMap) {
    let page = builder::read(source);
    draft.said.extend(said::statements(&page));
    draft.outline = Some(outline::outline(&page));
    (draft.text, draft.map) = page.excerpt.finish(source, map);
}

/// The words of a line that may be written in HTML, as titles of feeds and exports often are.
pub(super) fn words(source: String, map: SourceMap) -> (String, SourceMap) {
    let has_reference = source
        .split_once('&')
        .is_some_and(|(_, rest)| rest.contains(';'));
    if !has_reference && !source.contains("</") {
        return (source, map);
    }
    builder::read(&source).excerpt.finish(&source, &map)
}

/// Whether a text is written in HTML, as the fields of feeds and exports often are.
pub(super) fn is_markup(text: &str) -> bool {
    ["</p>", "</div>", "<br>", "<br/>", "<br />", "</a>"]
        .iter()
        .any(|tag| text.contains(tag))
}
