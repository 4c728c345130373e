//! Where a keyword stands, as short as it must be.

use unicode_width::UnicodeWidthStr;

use super::cut;
use crate::evidence::{ArticleRef, Citation};
use crate::render::text;

/// The place of a keyword in at most so many columns: the path as a terminal opens it where that fits;
/// else the path below its root, which `beleg show` takes; else as much of its end as fits.
pub(super) fn fitting(citation: &Citation, article: &ArticleRef, room: usize) -> String {
    let whole = text::place(citation);
    if whole.width() <= room {
        return whole;
    }
    let record = citation.record.as_ref().map(|record| format!("#{record}"));
    let below_root = record.and_then(|record| article.id.strip_suffix(&record));
    let short = text::place(&Citation {
        path: below_root.unwrap_or(&article.id).to_owned(),
        ..citation.clone()
    });
    match short.width() < whole.width() {
        true => cut::end(&short, room),
        false => cut::end(&whole, room),
    }
}
