//! An article that is given by named fields: a JSON object or the row of a table.

use super::record::RawRecord;
use super::{Reason, mended, page};
use crate::article::{self, Article, Block, BlockKind, Draft, Note, Origin, Property, Statement};
use crate::span::{SourceMap, TextSpan};

/// A text with its map.
pub(super) type Mapped = (String, SourceMap);

/// What the fields of a record hold, each with the rank of its name: of several that may hold the
/// same, the lowest counts, and of one name that occurs twice the last.
#[derive(Default)]
pub(super) struct Entry {
    body: Option<(usize, Mapped)>,
    title: Option<(usize, Mapped)>,
    said: Vec<(usize, Statement)>,
}

impl Entry {
    /// Takes in a field that may hold the text.
    pub(super) fn take_body(&mut self, rank: usize, body: Option<Mapped>) {
        keep(&mut self.body, rank, body);
    }

    /// Takes in a field that may hold the title.
    pub(super) fn take_title(&mut self, rank: usize, title: Option<Mapped>) {
        keep(&mut self.title, rank, title);
    }

    /// Takes in a field that says something else of the article.
    pub(super) fn take(&mut self, property: Property, rank: usize, value: &str) {
        self.said
            .retain(|(known, said)| (*known, said.property) != (rank, property));
        if !value.trim().is_empty() {
            let statement = Statement::new(property, Origin::Field, value);
            self.said.push((rank, statement));
        }
    }

    /// The article that the fields make up.
    pub(super) fn into_article(mut self, record: &RawRecord) -> Result<Article, Reason> {
        let (_, (body, map)) = self.body.ok_or(Reason::MissingField("text"))?;
        if body.trim().is_empty() {
            return Err(Reason::Empty);
        }
        let title = self
            .title
            .map(|(_, (title, map))| mended::mended(&title, &map).unwrap_or((title, map)))
            .map(|(title, map)| page::words(title, map));
        self.said.sort_by_key(|(rank, _)| *rank);
        let mut draft = Draft {
            record: record.name.clone(),
            record_start: record.start,
            hash: record.hash,
            said: self
                .said
                .into_iter()
                .map(|(_, statement)| statement)
                .collect(),
            ..Draft::default()
        };
        if let Some((title, _)) = &title {
            let statement = Statement::new(Property::Title, Origin::Field, title);
            draft.said.push(statement);
        }
        fill(&mut draft, body, map);
        headed(&mut draft, title);
        Ok(article::build(draft))
    }
}

/// Keeps what has the surer name.
fn keep(kept: &mut Option<(usize, Mapped)>, rank: usize, found: Option<Mapped>) {
    let Some(found) = found.filter(|(text, _)| rank == 0 || !text.trim().is_empty()) else {
        return;
    };
    if kept.as_ref().is_none_or(|(known, _)| rank <= *known) {
        *kept = Some((rank, found));
    }
}

/// Gives the draft its text, which may be written in HTML.
fn fill(draft: &mut Draft, body: String, map: SourceMap) {
    let (body, map) = match mended::mended(&body, &map) {
        Some(mended) => {
            draft.notes.push(Note::EncodedTwice);
            mended
        }
        None => (body, map),
    };
    if page::is_markup(&body) {
        page::fill(draft, &body, &map);
    } else {
        (draft.text, draft.map) = (body, map);
    }
}

/// Puts the title over the text, so that it is found, marked and cited like any block.
fn headed(draft: &mut Draft, title: Option<Mapped>) {
    let Some((mut text, mut map)) = title else {
        return;
    };
    let headline = headline(&text);
    text.push_str("\n\n");
    if let Some(outline) = &mut draft.outline {
        for block in outline.iter_mut() {
            block.span = block.span.shifted(text.len());
        }
        outline.splice(0..0, headline);
    }
    map.append(text.len(), std::mem::take(&mut draft.map));
    text.push_str(&draft.text);
    (draft.text, draft.map) = (text, map);
}

/// The block that all of a title is.
fn headline(title: &str) -> Option<Block> {
    let length = title.trim().len();
    let start = title.len() - title.trim_start().len();
    (length > 0).then(|| Block {
        kind: BlockKind::Headline,
        span: TextSpan::new(start, start + length),
    })
}
