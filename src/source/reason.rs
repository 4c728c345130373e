//! Why something could not be read.

use super::json::JsonFault;
use std::io;
use thiserror::Error;

/// Why a file or a record is not read; the text says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// No format has this ending.
    #[error("{}", unknown_format(.0))]
    UnknownFormat(String),
    /// Something else than a file: a pipe, a device, a socket.
    #[error("{0}, not a file")]
    NotAFile(&'static str),
    /// A symbolic link that leads to a folder it lies in.
    #[error("a symbolic link that leads back to {0}")]
    Loop(String),
    /// A name that is not Unicode and could not be cited.
    #[error("the file name is not valid Unicode; rename the file")]
    Name,
    /// The operating system refused.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// More bytes than the limit allows.
    #[error("larger than {} MB; split it into smaller files", .0 / 1_000_000)]
    TooLarge(u64),
    /// One line of a file of records is longer than the limit allows.
    #[error("a line longer than {} MB", .0 / 1_000_000)]
    LineTooLong(u64),
    /// Bytes that no text has.
    #[error("looks like a binary file")]
    Binary,
    /// Nearly all is UTF-8, but not this place.
    #[error("invalid UTF-8 at byte {0}; save it again as UTF-8")]
    InvalidUtf8(usize),
    /// UTF-16 with half a character.
    #[error("broken UTF-16 at byte {0}; save it again as UTF-8")]
    InvalidUtf16(usize),
    /// An encoding that cannot be mapped byte by byte.
    #[error("looks like {0}, which is not supported; save it as UTF-8")]
    UnknownEncoding(&'static str),
    /// JSON Lines are always UTF-8 (RFC 8259).
    #[error("JSON Lines in UTF-16; save them as UTF-8")]
    JsonInUtf16,
    /// The line is not a JSON object.
    #[error("not valid JSON: {0}")]
    Json(#[from] JsonFault),
    /// The record lacks what an article needs.
    #[error("the field `{0}` is missing")]
    MissingField(&'static str),
    /// The field holds something else.
    #[error("the field `{0}` is not a text")]
    NotText(&'static str),
    /// There is nothing to search.
    #[error("holds no text")]
    Empty,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Reason::Unreadable(error.to_string())
    }
}

fn unknown_format(ending: &str) -> String {
    match ending {
        "" => "format not known: the file name has no ending".to_owned(),
        _ => format!("format not supported yet: .{ending}"),
    }
}
