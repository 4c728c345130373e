//! Fast fields that may be missing in a segment none of whose documents has them.

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

/// The texts of a field.
pub(super) struct Labels(Option<StrColumn>);

impl Labels {
    /// Opens the column of this name, empty where the segment has none.
    pub fn open(segment: &SegmentReader, name: &str) -> Result<Self, IndexError> {
        Ok(Self(segment.fast_fields().str(name)?))
    }

    /// The text of a document, empty when it has none.
    pub fn of(&self, document: u32) -> Result<String, IndexError> {
        let mut text = String::new();
        if let Some(column) = &self.0
            && let Some(ordinal) = column.term_ords(document).next()
        {
            column.ord_to_str(ordinal, &mut text)?;
        }
        Ok(text)
    }
}
