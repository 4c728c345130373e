//! The text of a document that is extracted from its parts: a paragraph a line.

use super::Reason;
use super::record::RawRecord;
use crate::article::{Block, BlockKind, Draft, Part, PartName};
use crate::span::{Coding, MapBuilder, Position, TextSpan};

/// The longest row of a table that is one block, in bytes. Longer ones lay out a page: their cells
/// hold paragraphs.
const LONGEST_ROW: usize = 300;

/// A paragraph and its role.
struct Paragraph {
    kind: BlockKind,
    text: String,
}

/// A row of a table that is not finished, by cells.
type Row = Vec<Vec<Paragraph>>;

/// The text of a document while it is read.
#[derive(Default)]
pub(super) struct Document {
    text: String,
    lines: u32,
    blocks: Vec<Block>,
    parts: Vec<Part>,
    /// Paragraphs that are not finished: those of notes and frames lie inside others.
    open: Vec<Paragraph>,
    rows: Vec<Row>,
}

impl Document {
    /// What follows stands in the part called `name`.
    pub(super) fn begin_part(&mut self, name: PartName) {
        let line = self.lines;
        self.parts.retain(|part| part.line < line);
        self.parts.push(Part { name, line });
    }

    /// Begins a paragraph.
    pub(super) fn open_paragraph(&mut self, kind: BlockKind) {
        let text = String::new();
        self.open.push(Paragraph { kind, text });
    }

    /// Says what the paragraph is that was begun last.
    pub(super) fn name_paragraph(&mut self, kind: BlockKind) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.kind = kind;
        }
    }

    /// Adds to the paragraph that was begun last.
    pub(super) fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// Ends the paragraph that was begun last.
    pub(super) fn close_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else {
            return;
        };
        let words: Vec<&str> = paragraph.text.split_whitespace().collect();
        paragraph.text = words.join(" ").replace('\u{ad}', "");
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push(paragraph),
            None => self.write(&paragraph),
        }
    }

    /// Begins a row of a table.
    pub(super) fn open_row(&mut self) {
        self.rows.push(Row::new());
    }

    /// Begins the next cell of the row.
    pub(super) fn open_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Ends the row: a short one is one block, so that what belongs together is found together.
    pub(super) fn close_row(&mut self) {
        let Some(mut row) = self.rows.pop() else {
            return;
        };
        for cell in &mut row {
            cell.retain(|paragraph| !paragraph.text.is_empty());
        }
        let length: usize = row
            .iter()
            .flatten()
            .map(|paragraph| paragraph.text.len())
            .sum();
        let is_line = length <= LONGEST_ROW && row.iter().all(|cell| cell.len() <= 1);
        let paragraphs: Vec<Paragraph> = match is_line {
            true => {
                let texts: Vec<&str> = row
                    .iter()
                    .flatten()
                    .map(|cell| cell.text.as_str())
                    .collect();
                vec![Paragraph {
                    kind: BlockKind::ListItem,
                    text: texts.join("\t"),
                }]
            }
            false => row.into_iter().flatten().collect(),
        };
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.extend(paragraphs),
            None => paragraphs
                .iter()
                .for_each(|paragraph| self.write(paragraph)),
        }
    }

    fn write(&mut self, paragraph: &Paragraph) {
        if paragraph.text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(&paragraph.text);
        self.blocks.push(Block {
            kind: paragraph.kind,
            span: TextSpan::new(start, self.text.len()),
        });
        self.text.push('\n');
        self.lines += 1;
    }

    /// The draft of the article, as far as the text tells.
    ///
    /// # Errors
    /// [`Reason::Empty`] where there is none.
    pub(super) fn into_draft(self, record: &RawRecord) -> Result<Draft, Reason> {
        if self.text.is_empty() {
            return Err(Reason::Empty);
        }
        let mut map = MapBuilder::new(0, Position::default());
        map.run(Coding::Utf8, &self.text);
        Ok(Draft {
            record: record.name.clone(),
            record_start: record.start,
            hash: record.hash,
            map: map.finish(),
            text: self.text,
            parts: self.parts,
            outline: Some(self.blocks),
            ..Draft::default()
        })
    }
}
