//! How a table is laid out: what its first row and its encoding say.

use super::{fields, texts, unquoted};
use crate::source::Reason;
use crate::source::encoding::{self, Decoded};
use crate::source::fields::{Meaning, meaning};
use crate::span::SourceMap;

/// What may part the fields of a row.
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// What the first row of a table says of all others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableLayout {
    /// What parts the fields.
    pub(super) separator: char,
    /// What each column holds.
    pub(super) meanings: Vec<Option<Meaning>>,
    /// How the bytes are to be read.
    pub(super) encoding: TableEncoding,
}

/// How the bytes of a table are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TableEncoding {
    /// UTF-8, or else the one-byte encoding that the beginning of the file shows.
    Bytes(Option<&'static str>),
    /// UTF-16.
    Utf16(encoding::ByteOrder),
}

impl TableLayout {
    /// The layout that the first row shows.
    ///
    /// # Errors
    /// [`Reason::NoTextColumn`] when none of the columns is known to hold the text.
    pub(super) fn of(row: &str, separator: char, encoding: TableEncoding) -> Result<Self, Reason> {
        let names = texts(row, separator);
        let meanings: Vec<Option<Meaning>> = names.iter().map(|name| meaning(name)).collect();
        let is_body = |meaning: &Option<Meaning>| matches!(meaning, Some(Meaning::Body(_)));
        if !meanings.iter().any(is_body) {
            return Err(Reason::NoTextColumn(names.join(", ")));
        }
        Ok(Self {
            separator,
            meanings,
            encoding,
        })
    }

    /// The text of a row and the map to its bytes.
    pub(super) fn decode(&self, row: &[u8]) -> Result<(String, SourceMap), Reason> {
        let Decoded { text, map, .. } = match self.encoding {
            TableEncoding::Bytes(shown) => encoding::decode(row, shown)?,
            TableEncoding::Utf16(order) => encoding::utf16(row, order)?,
        };
        Ok((text, map))
    }

    /// What the column of names says of a row.
    pub(super) fn id(&self, row: &[u8]) -> Option<String> {
        let column = self
            .meanings
            .iter()
            .position(|meaning| *meaning == Some(Meaning::Id))?;
        let (row, _) = self.decode(row).ok()?;
        let field = *fields(&row, self.separator).get(column)?;
        let id = unquoted(&row, field).text().trim().to_owned();
        (!id.is_empty()).then_some(id)
    }
}

/// What parts the fields of the first row: what it has most of.
pub(super) fn separator(row: &str) -> char {
    let count = |separator: char| fields(row, separator).len();
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(',')
}
