//! Lives here: the only offset arithmetic: spans of bytes and the map from article text to the record.
//! Comes in: byte positions, and how a record was decoded into text.
//! Goes out: `TextSpan`, `FileSpan`, `SourceMap`, and lines and columns.
//! Never enters: words, files, or any other room.

mod builder;
mod coding;
mod escape;
mod excerpt;
mod line;
mod map;
mod wire;

pub use builder::MapBuilder;
pub use coding::Coding;
pub use escape::{BadEscape, first_character};
pub use excerpt::Excerpt;
pub use line::Position;
pub use map::SourceMap;
pub use wire::DamagedMap;

use std::ops::Range;

/// A half-open range of UTF-8 bytes of a text (an article, a block or a query).
///
/// `start <= end` holds by construction.
///
/// ```
/// use beleg::span::TextSpan;
/// let text = "Artilleriemunition";
/// let part = TextSpan::new(10, 18);
/// assert_eq!(&text[part.range()], "munition");
/// assert_eq!(part.len(), 8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextSpan {
    start: u32,
    end: u32,
}

impl TextSpan {
    /// The span from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `start > end` or the text is larger than 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(
            start <= end && u32::try_from(end).is_ok(),
            "bad span {start}..{end}"
        );
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range for slicing: `&text[span.range()]`.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies wholly inside.
    ///
    /// ```
    /// # use beleg::span::TextSpan;
    /// assert!(TextSpan::new(2, 9).contains(TextSpan::new(2, 4)));
    /// assert!(!TextSpan::new(2, 9).contains(TextSpan::new(8, 10)));
    /// ```
    pub fn contains(self, other: TextSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    ///
    /// ```
    /// # use beleg::span::TextSpan;
    /// assert!(TextSpan::new(0, 4).overlaps(TextSpan::new(3, 5)));
    /// assert!(!TextSpan::new(0, 4).overlaps(TextSpan::new(4, 5)));
    /// ```
    pub fn overlaps(self, other: TextSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span in a text that begins `by` bytes earlier.
    ///
    /// ```
    /// # use beleg::span::TextSpan;
    /// assert_eq!(TextSpan::new(1, 3).shifted(10), TextSpan::new(11, 13));
    /// ```
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }

    /// The same span counted from `origin`.
    ///
    /// # Panics
    /// When `origin` lies behind its start.
    ///
    /// ```
    /// # use beleg::span::TextSpan;
    /// assert_eq!(TextSpan::new(11, 13).relative_to(10), TextSpan::new(1, 3));
    /// ```
    pub fn relative_to(self, origin: usize) -> Self {
        Self::new(self.start() - origin, self.end() - origin)
    }
}

/// A half-open range of bytes of a record as it stands on disk.
///
/// ```
/// use beleg::span::FileSpan;
/// let in_record = FileSpan::new(4, 9);
/// let in_file = in_record.shifted(100);
/// assert_eq!(in_file.range(), 104..109);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileSpan {
    start: u64,
    end: u64,
}

impl FileSpan {
    /// The span from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `start > end`.
    pub fn new(start: u64, end: u64) -> Self {
        assert!(start <= end, "bad span {start}..{end}");
        Self { start, end }
    }

    /// The first byte.
    pub fn start(self) -> u64 {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> u64 {
        self.end
    }

    /// As a range of bytes.
    pub fn range(self) -> Range<u64> {
        self.start..self.end
    }

    /// The same span in a file in which the record begins at byte `by`.
    pub fn shifted(self, by: u64) -> Self {
        Self::new(self.start + by, self.end + by)
    }
}
