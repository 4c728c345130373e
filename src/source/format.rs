//! The formats that can be read.

use super::Reason;
use std::path::Path;

/// A format of source files. A new one is a line here, a file beside this one, and an arm in
/// [`read`](super::read) and [`parse`](super::parse).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: the file is one article.
    Text,
    /// Markdown, which may begin with front matter.
    Markdown,
    /// A web page: the article in it and what stands around it.
    Html,
    /// Rich Text Format.
    Rtf,
    /// JSON Lines: every line is an object with an article.
    JsonLines,
    /// JSON: an object with an article, or a list of such objects.
    Json,
    /// A table with a row of names: every further row is an article.
    Csv,
    /// A message of electronic mail, with what is attached to it.
    Mail,
    /// Messages of electronic mail, one after another.
    Mailbox,
    /// PDF: the article is the text of its pages.
    Pdf,
    /// A document of Microsoft Word.
    Docx,
    /// A document of LibreOffice Writer.
    Odt,
    /// A book whose chapters are web pages.
    Epub,
    /// Captured pages of the web.
    Warc,
    /// An archive with a directory.
    Zip,
    /// An archive without one.
    Tar,
    /// A file packed by gzip.
    Gzip,
    /// A file packed by Zstandard.
    Zstandard,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 18] = [
        Format::Text,
        Format::Markdown,
        Format::Html,
        Format::Rtf,
        Format::JsonLines,
        Format::Json,
        Format::Csv,
        Format::Mail,
        Format::Mailbox,
        Format::Pdf,
        Format::Docx,
        Format::Odt,
        Format::Epub,
        Format::Warc,
        Format::Zip,
        Format::Tar,
        Format::Gzip,
        Format::Zstandard,
    ];

    /// The format that the name of a file promises, whatever its case.
    ///
    /// # Errors
    /// [`Reason::UnknownFormat`] when no format has this ending.
    ///
    /// ```
    /// use beleg::source::Format;
    /// use std::path::Path;
    /// assert_eq!(Format::of(Path::new("a/Bericht.TXT")), Ok(Format::Text));
    /// assert!(Format::of(Path::new("a/Bericht.exe")).is_err());
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
            Format::Text => &["txt", "text"],
            Format::Markdown => &["md", "markdown", "mdown", "mkd"],
            Format::Html => &["html", "htm", "xhtml", "xht"],
            Format::Rtf => &["rtf"],
            Format::JsonLines => &["jsonl", "ndjson"],
            Format::Json => &["json"],
            Format::Csv => &["csv", "tsv"],
            Format::Mail => &["eml"],
            Format::Mailbox => &["mbox", "mbx"],
            Format::Pdf => &["pdf"],
            Format::Docx => &["docx", "docm", "dotx"],
            Format::Odt => &["odt", "ott"],
            Format::Epub => &["epub"],
            Format::Warc => &["warc"],
            Format::Zip => &["zip"],
            Format::Tar => &["tar"],
            Format::Gzip => &["gz", "tgz"],
            Format::Zstandard => &["zst", "tzst"],
        }
    }
}
