//! The reading order of a page: columns one after another, what runs across them in its place.

use super::words::{Line, Word, lines};

/// The narrowest space between columns, in heights of the font. Spaces between words are narrower,
/// and where they are not, they do not lie below each other in many lines.
const NARROWEST: f32 = 0.8;
/// Lines that must have words on both sides of a space for it to be one between columns.
const FEWEST_LINES: usize = 4;
/// Words that lines of columns have on the average; tables and lists with labels have fewer.
const FEWEST_WORDS: f32 = 2.5;
/// Pages with more lines than this are drawings.
const MOST_LINES: usize = 400;

/// A band of lines that a space cuts in two.
#[derive(Clone, Copy, Debug)]
struct Band {
    first: usize,
    /// One past the last line.
    end: usize,
    gap: Gap,
}

/// A stretch without words.
#[derive(Clone, Copy, Debug)]
struct Gap {
    left: f32,
    right: f32,
}

/// The columns of a page in reading order, each with its lines from top to bottom.
pub(super) fn columns(words: Vec<Word>) -> Vec<Vec<Line>> {
    let rows = lines(words);
    match widest_band(&rows) {
        Some(band) => parted(rows, band),
        None if rows.is_empty() => Vec::new(),
        None => vec![rows],
    }
}

/// What stands above the band, its left side, its right side, and what stands below.
fn parted(mut rows: Vec<Line>, band: Band) -> Vec<Vec<Line>> {
    let below = words_of(rows.split_off(band.end));
    let inside = words_of(rows.split_off(band.first));
    let middle = (band.gap.left + band.gap.right) / 2.0;
    let (left, right) = inside
        .into_iter()
        .partition(|word: &Word| word.left < middle);
    [words_of(rows), left, right, below]
        .into_iter()
        .flat_map(columns)
        .collect()
}

fn words_of(rows: Vec<Line>) -> Vec<Word> {
    rows.into_iter().flat_map(|row| row.words).collect()
}

fn widest_band(rows: &[Line]) -> Option<Band> {
    if rows.len() < FEWEST_LINES || rows.len() > MOST_LINES {
        return None;
    }
    let starts = 0..rows.len() - FEWEST_LINES + 1;
    let bands = starts.flat_map(|first| gaps(&rows[first]).map(move |gap| (first, gap)));
    bands
        .filter_map(|(first, gap)| grown(rows, first, gap))
        .max_by_key(|band| band.end - band.first)
}

/// The spaces between the words of a row and on either side of it: the lines of two columns need not
/// stand at the same height.
fn gaps(row: &Line) -> impl Iterator<Item = Gap> {
    let narrowest = row.size() * NARROWEST;
    let inside = row.words.windows(2).map(|pair| Gap {
        left: pair[0].right,
        right: pair[1].left,
    });
    let beside = [
        Gap {
            left: f32::MIN,
            right: row.left(),
        },
        Gap {
            left: row.right(),
            right: f32::MAX,
        },
    ];
    let gaps = inside.chain(beside);
    gaps.filter(move |gap| gap.right - gap.left >= narrowest)
}

/// The band that a space makes with the rows below in which it goes on.
fn grown(rows: &[Line], first: usize, gap: Gap) -> Option<Band> {
    let mut band = Band {
        first,
        end: first + 1,
        gap,
    };
    for row in &rows[first + 1..] {
        let Some(gap) = narrowed(row, band.gap) else {
            break;
        };
        band.gap = gap;
        band.end += 1;
    }
    // Single lines that stand apart are heads, feet and titles.
    while band.end > first + 1 && is_apart(rows, band.end - 1, band.gap) {
        band.end -= 1;
    }
    while band.first + 1 < band.end && is_apart(rows, band.first + 1, band.gap) {
        band.first += 1;
    }
    is_between_columns(&rows[band.first..band.end], band.gap).then_some(band)
}

/// What of a space is left when the words of a row are taken from it; `None` when it is too narrow.
fn narrowed(row: &Line, gap: Gap) -> Option<Gap> {
    let mut left = gap;
    for word in &row.words {
        let is_inside = word.right > left.left && word.left < left.right;
        // A first row that is shorter than those below it leaves two spaces, of which the wider one goes on.
        let is_wider_before = word.left - left.left >= left.right - word.right;
        if is_inside && word.left > left.left && (is_wider_before || left.right == f32::MAX) {
            left.right = word.left;
            break;
        }
        if is_inside {
            left.left = word.right;
        }
    }
    (left.right - left.left >= row.size() * NARROWEST).then_some(left)
}

/// Whether a row stands farther below the one before it than lines of a text do, or is of another
/// size on either side of the gap. A title in one column has text of the usual size beside it.
fn is_apart(rows: &[Line], index: usize, gap: Gap) -> bool {
    let (row, before) = (&rows[index], &rows[index.saturating_sub(1)]);
    let distance = row.baseline() - before.baseline();
    let is_resized = |(size, before): (f32, f32)| !(0.85..1.18).contains(&(size / before.max(0.1)));
    let sizes = sizes(row, gap).into_iter().zip(sizes(before, gap));
    let mut shared = sizes
        .filter_map(|(size, before)| size.zip(before))
        .peekable();
    distance > before.size() * 1.8 || shared.peek().is_some() && shared.all(is_resized)
}

/// The largest font of a row left and right of a gap.
fn sizes(row: &Line, gap: Gap) -> [Option<f32>; 2] {
    let middle = gap.left / 2.0 + gap.right / 2.0;
    [true, false].map(|is_left| {
        let words = row
            .words
            .iter()
            .filter(|word| (word.left < middle) == is_left);
        words.map(|word| word.size).reduce(f32::max)
    })
}

/// Whether there is enough text on both sides of a space, and beside each other.
fn is_between_columns(rows: &[Line], gap: Gap) -> bool {
    let middle = gap.left / 2.0 + gap.right / 2.0;
    let (mut left, mut right) = (Side::default(), Side::default());
    for (number, row) in rows.iter().enumerate() {
        let on_left = row.words.iter().filter(|word| word.left < middle).count();
        left.add(number, on_left);
        right.add(number, row.words.len() - on_left);
    }
    let top = left.first.max(right.first);
    let bottom = left.last.min(right.last);
    left.is_text() && right.is_text() && top + FEWEST_LINES <= bottom + 1
}

/// What stands on one side of a space.
#[derive(Default)]
struct Side {
    words: usize,
    lines: usize,
    first: usize,
    last: usize,
}

impl Side {
    fn add(&mut self, row: usize, words: usize) {
        if words > 0 {
            self.first = if self.lines == 0 { row } else { self.first };
            self.last = row;
            self.lines += 1;
            self.words += words;
        }
    }

    fn is_text(&self) -> bool {
        self.lines >= FEWEST_LINES && self.words as f32 >= FEWEST_WORDS * self.lines as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of ten points' height, five points a letter, with a space of five points.
    fn line(text: &str, left: f32, baseline: f32) -> Vec<Word> {
        let mut at = left;
        let words = text.split(' ').map(|text| {
            let width = text.chars().count() as f32 * 5.0;
            at += width + 5.0;
            Word {
                text: text.to_owned(),
                left: at - width - 5.0,
                right: at - 5.0,
                baseline,
                size: 10.0,
            }
        });
        words.collect()
    }

    fn read(words: Vec<Word>) -> Vec<String> {
        let columns = columns(words);
        columns.iter().flatten().map(Line::text).collect()
    }

    #[test]
    fn columns_are_read_one_after_another_under_their_headline() {
        let mut words = line(
            "Eine lange Überschrift über beide Spalten der Seite hinweg",
            0.0,
            10.0,
        );
        for row in 0..5 {
            let baseline = 40.0 + 12.0 * row as f32;
            words.extend(line(
                &format!("links steht hier Zeile {row}"),
                0.0,
                baseline,
            ));
            words.extend(line(
                &format!("rechts steht dort Zeile {row}"),
                160.0,
                baseline + 3.0,
            ));
        }
        words.extend(line(
            "und darunter eine Zeile quer über die ganze Seite hin",
            0.0,
            130.0,
        ));
        let read = read(words);
        assert_eq!(
            read[0],
            "Eine lange Überschrift über beide Spalten der Seite hinweg"
        );
        assert_eq!(read[1], "links steht hier Zeile 0");
        assert_eq!(read[5], "links steht hier Zeile 4");
        assert_eq!(read[6], "rechts steht dort Zeile 0");
        assert_eq!(
            read[11],
            "und darunter eine Zeile quer über die ganze Seite hin"
        );
    }

    #[test]
    fn a_title_in_the_first_column_stood_between_the_lines_of_the_second() {
        let mut words = Vec::new();
        for row in 0..12 {
            let baseline = 40.0 + 12.0 * row as f32;
            words.extend(line(&format!("rechts steht Zeile {row}"), 200.0, baseline));
            if row >= 4 {
                words.extend(line(&format!("links steht Zeile {row}"), 0.0, baseline));
            }
        }
        let mut title = line("Ein Titel links", 0.0, 46.0);
        for word in &mut title {
            word.size = 18.0;
        }
        words.extend(title);
        let read = read(words);
        assert_eq!(read[0], "Ein Titel links");
        assert_eq!(read[8], "links steht Zeile 11");
        assert_eq!(read[9], "rechts steht Zeile 0");
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let mut words = Vec::new();
        for (row, month) in ["Januar", "Februar", "März", "April", "Mai"]
            .iter()
            .enumerate()
        {
            words.extend(line(month, 0.0, 12.0 * row as f32));
            words.extend(line("24", 160.0, 12.0 * row as f32));
        }
        assert_eq!(read(words)[..2], ["Januar 24", "Februar 24"]);
    }
}
