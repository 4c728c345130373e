//! From a decoded text and what its record says to an article.

use super::{Article, Known, Origin, RecordStart, blocks, date, language};
use crate::article::BlockKind;
use crate::span::SourceMap;

/// A decoded text with what its record says of itself, as it stands there.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The name of the record inside the source; `None` when it is the whole file.
    pub record: Option<String>,
    /// Where the record begins in the file.
    pub record_start: RecordStart,
    /// SHA-256 of the record's bytes.
    pub hash: [u8; 32],
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, in any common spelling.
    pub date: Option<String>,
    /// Its language, an ISO 639-1 code or a tag that begins with one.
    pub language: Option<String>,
    /// The name of the file, where it is about this one article.
    pub file_name: Option<String>,
    /// The text.
    pub text: String,
    /// Where each byte of the text stands in the record.
    pub map: SourceMap,
}

/// Finds the blocks, the title, the publication date and the language.
///
/// What the record says wins over what its text shows.
pub fn build(draft: Draft) -> Article {
    let text = draft.text.as_str();
    let blocks = blocks::blocks(text, draft.title.as_deref());
    let headline = blocks
        .iter()
        .find(|block| block.kind == BlockKind::Headline);
    let headline = headline.map(|block| Known {
        value: text[block.span.range()].to_owned(),
        origin: Origin::Text,
    });
    let date = date::published(
        draft.date.as_deref(),
        text,
        &blocks,
        draft.file_name.as_deref(),
    );
    let language = language::language(draft.language.as_deref(), text);
    Article {
        title: said(draft.title).or(headline),
        date,
        language,
        blocks,
        outlet: said(draft.outlet),
        author: said(draft.author),
        url: said(draft.url),
        record: draft.record,
        record_start: draft.record_start,
        hash: draft.hash,
        text: draft.text,
        map: draft.map,
    }
}

/// What a field of the record says.
fn said(value: Option<String>) -> Option<Known<String>> {
    value.map(|value| Known {
        value: value.trim().to_owned(),
        origin: Origin::Field,
    })
}
