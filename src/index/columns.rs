//! Fast fields that may be missing in a segment none of whose documents has them.

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringTreemap;
use tantivy::SegmentReader;
use tantivy::columnar::{Column, StrColumn};

use super::error::IndexError;

/// The unsigned numbers of a field, empty where the segment has none.
pub(super) fn unsigned(segment: &SegmentReader, name: &str) -> Result<Column<u64>, IndexError> {
    let column = segment.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Column::build_empty_column(segment.max_doc())))
}

/// The signed numbers of a field, empty where the segment has none.
pub(super) fn signed(segment: &SegmentReader, name: &str) -> Result<Column<i64>, IndexError> {
    let column = segment.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Column::build_empty_column(segment.max_doc())))
}

/// The texts of a field. Each text of a segment has a number, and most work is done on numbers: a
/// million articles have few languages.
pub(super) struct Labels(Option<StrColumn>);

impl Labels {
    /// Opens the column of this name, empty where the segment has none.
    pub fn open(segment: &SegmentReader, name: &str) -> Result<Self, IndexError> {
        Ok(Self(segment.fast_fields().str(name)?))
    }

    /// The number of a document's text; `None` when it has none.
    pub fn number(&self, document: u32) -> Option<u64> {
        self.0.as_ref()?.term_ords(document).next()
    }

    /// The text of a document, empty when it has none.
    pub fn of(&self, document: u32) -> Result<String, IndexError> {
        self.text(self.number(document))
    }

    /// The numbers of the texts that are wanted.
    pub fn numbers(&self, wanted: impl Fn(&str) -> bool) -> Result<RoaringTreemap, IndexError> {
        let mut numbers = RoaringTreemap::new();
        if let Some(column) = &self.0 {
            let mut texts = column.dictionary().stream()?;
            while texts.advance() {
                if std::str::from_utf8(texts.key()).is_ok_and(&wanted) {
                    numbers.insert(texts.term_ord());
                }
            }
        }
        Ok(numbers)
    }

    /// Adds how many of the documents have each text; those that have none stand under an empty one.
    pub fn count(
        &self,
        documents: impl IntoIterator<Item = u32>,
        counts: &mut BTreeMap<String, u64>,
    ) -> Result<(), IndexError> {
        let mut by_number: HashMap<Option<u64>, u64> = HashMap::new();
        for document in documents {
            *by_number.entry(self.number(document)).or_default() += 1;
        }
        for (number, count) in by_number {
            *counts.entry(self.text(number)?).or_default() += count;
        }
        Ok(())
    }

    fn text(&self, number: Option<u64>) -> Result<String, IndexError> {
        let mut text = String::new();
        if let (Some(column), Some(number)) = (&self.0, number) {
            column.ord_to_str(number, &mut text)?;
        }
        Ok(text)
    }
}
