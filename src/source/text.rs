//! Plain text: the file is one article.

use super::record::RawRecord;
use super::{Reason, encoding, whole};
use crate::article::{self, Article};

/// Decodes the text; what it says of itself is found in the text and in the name of the file.
pub(super) fn parse(record: &RawRecord, file_name: &str) -> Result<Article, Reason> {
    let decoded = encoding::decode(&record.bytes, None)?;
    if decoded.text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let mut draft = whole::draft(record, file_name);
    (draft.text, draft.map, draft.notes) = (decoded.text, decoded.map, decoded.notes);
    Ok(article::build(draft))
}
