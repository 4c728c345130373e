//! Where a keyword stands, as short as it must be.

use unicode_width::UnicodeWidthStr;

use super::cut;
use crate::evidence::{ArticleRef, Citation};
use crate::render::text;

/// A path in fewer columns has no beginning that tells anything.
const LEAST: usize = 8;

/// The columns that places have.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// For all of a place.
    pub columns: usize,
    /// For the widest of what stands behind the paths, so that one path is shortened in one way.
    pub behind: usize,
}

/// The place of a keyword: the path as a terminal opens it where that fits; else the path below its
/// root; else that without its middle, all of which `beleg show` takes.
pub(super) fn fitting(citation: &Citation, article: &ArticleRef, room: Room) -> String {
    let whole = text::place(citation);
    if whole.width() <= room.columns {
        return whole;
    }
    let record = citation.record.as_ref().map(|record| format!("#{record}"));
    let below_root = record.and_then(|record| article.id.strip_suffix(&record));
    let short = text::place(&Citation {
        path: below_root.unwrap_or(&article.id).to_owned(),
        ..citation.clone()
    });
    match short.width() < whole.width() {
        true => without_middle(&short, room),
        false => without_middle(&whole, room),
    }
}

/// The columns of what stands behind the path of a place.
pub(super) fn behind_path(citation: &Citation) -> usize {
    parted(&text::place(citation)).1.width()
}

/// The path loses its middle; what stands behind it is needed whole.
fn without_middle(place: &str, room: Room) -> String {
    if place.width() <= room.columns {
        return place.to_owned();
    }
    let (path, behind) = parted(place);
    match room.columns.saturating_sub(room.behind) {
        left @ LEAST.. => cut::middle(path, left) + behind,
        _ => cut::end(place, room.columns),
    }
}

/// The path of a place, and the member, line and column behind it.
fn parted(place: &str) -> (&str, &str) {
    place.split_at(place.find([':', '#']).unwrap_or(place.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_loses_its_middle_and_the_place_in_it_stays() {
        let short = |place, columns, behind| without_middle(place, Room { columns, behind });
        let place = "akten/2023-protokoll.txt:65:160";
        assert_eq!(short(place, 40, 7), place);
        assert_eq!(short(place, 20, 7), "akten…oll.txt:65:160");
        assert_eq!(short(place, 10, 7), "…xt:65:160");
        assert_eq!(
            short("akten/2023-protokoll.txt:7:1", 20, 7),
            "akten…oll.txt:7:1"
        );
        assert_eq!(
            short("archiv-2023.zip#bericht.txt:3:1", 28, 16),
            "archi…23.zip#bericht.txt:3:1"
        );
    }
}
