//! The formats that can be read.

use super::Reason;
use std::path::Path;

/// A format of source files. A new one is a line here, a file beside this one, and an arm in
/// [`read`](super::read) and [`parse`](super::parse).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: the file is one article.
    Text,
    /// JSON Lines: every line is an object with an article.
    JsonLines,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 2] = [Format::Text, Format::JsonLines];

    /// The format that the name of a file promises, whatever its case.
    ///
    /// # Errors
    /// [`Reason::UnknownFormat`] when no format has this ending.
    ///
    /// ```
    /// use beleg::source::Format;
    /// use std::path::Path;
    /// assert_eq!(Format::of(Path::new("a/Bericht.TXT")), Ok(Format::Text));
    /// assert!(Format::of(Path::new("a/Bericht.pdf")).is_err());
    /// ```
    pub fn of(path: &Path) -> Result<Format, Reason> {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        Format::ALL
            .into_iter()
            .find(|format| format.endings().contains(&ending.as_str()))
            .ok_or(Reason::UnknownFormat(ending))
    }

    /// The short name, which `type:` and `status` use and which never changes.
    pub fn name(self) -> &'static str {
        self.endings()[0]
    }

    /// The endings of its files, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Text => &["txt", "text", "md"],
            Format::JsonLines => &["jsonl", "ndjson"],
        }
    }
}
