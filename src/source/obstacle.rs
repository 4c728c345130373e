//! What keeps a file from being read, as far as that can be seen from outside.

use super::{Format, Limits, Reason, stat};
use std::fs::File;
use std::path::Path;

/// Why the file cannot be an article, without reading it: it may not be opened, is empty, or larger than
/// the limit. `None` says nothing about what reading will show.
pub fn obstacle(path: &Path, format: Format, limits: &Limits) -> Option<Reason> {
    let state = match stat(path) {
        Ok(state) => state,
        Err(reason) => return Some(reason),
    };
    if let Err(error) = File::open(path) {
        return Some(error.into());
    }
    if !is_one_article(format) {
        return None;
    }
    match state.size {
        0 if is_plain(format) => Some(Reason::Empty),
        size if size > limits.record_bytes => Some(Reason::TooLarge(limits.record_bytes)),
        _ => None,
    }
}

/// Whether a file of the format is read as a whole.
fn is_one_article(format: Format) -> bool {
    is_plain(format) || matches!(format, Format::Pdf | Format::Docx | Format::Odt)
}

fn is_plain(format: Format) -> bool {
    matches!(format, Format::Text | Format::Markdown | Format::Html)
}
