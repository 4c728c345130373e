//! Why something could not be read.

use super::json::JsonFault;
use std::io::{self, ErrorKind};
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
    /// A row of a table is longer than the limit allows.
    #[error("a row longer than {} MB; see whether a quote in it is closed", .0 / 1_000_000)]
    RowTooLong(u64),
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
    /// Archives inside archives.
    #[error("archives lie more than {0} deep inside each other; unpack the outer ones")]
    NestedArchives(u32),
    /// A few bytes that unpack to very many.
    #[error("unpacks to more than {0} times its size; if you trust it, unpack it yourself")]
    Bomb(u64),
    /// A name in an archive that would lead to a place outside.
    #[error("a name that leads out of the archive; make the archive anew")]
    OutsideName,
    /// Members of an archive of which others, by their names, take the place.
    #[error(
        "{0} of its members have the name of a later one and are not read; name each its own way"
    )]
    SameNames(usize),
    /// Nobody can read it without the password.
    #[error("encrypted; save it without a password")]
    Encrypted,
    /// Packed in a way that is not known here.
    #[error("packed in a way that is not supported ({0}); unpack it yourself")]
    UnknownPacking(String),
    /// A packed file whose name does not tell what is in it.
    #[error("nothing tells the format of what is packed; name it as in {0}.txt.gz")]
    UnknownInside(String),
    /// The file is not what its name promises, or only a part of it.
    #[error("damaged: {0}; get the file again")]
    Damaged(String),
    /// Bytes behind what is packed.
    #[error(
        "something that is not packed stands behind its end and was left out; \
         if text is missing, get the file again"
    )]
    TrailingBytes,
    /// An archive that breaks off or is broken in the middle.
    #[error("damaged behind member {members}: {said}; get the file again")]
    DamagedArchive {
        /// Members before the damage.
        members: u64,
        /// What is wrong there.
        said: &'static str,
    },
    /// A captured address from which nothing was got.
    #[error("was not there when it was captured (HTTP status {0})")]
    NotFetched(String),
    /// A scan whose pages are pictures.
    #[error("no text layer; run OCR first")]
    NoTextLayer,
    /// Reading took too long and was ended.
    #[error("takes longer than {0} seconds to read; save it anew with another program")]
    TooSlow(u64),
    /// Reading was called off; this is never kept.
    #[error("reading was called off")]
    CalledOff,
    /// Reading took too much memory, or brought its process down.
    #[error("cannot be read with {} MB of memory; save it anew with another program", .0 / 1_000_000)]
    BroughtDown(u64),
    /// A table of which no column is known to hold the text.
    #[error("no column is known to hold the text; name one `text` (its columns: {0})")]
    NoTextColumn(String),
    /// A table of metadata that names no files.
    #[error("no column holds the paths; name one `path` (its columns: {0})")]
    NoPathColumn(String),
    /// A sidecar that cannot be read.
    #[error("not valid TOML: {0}")]
    Toml(String),
    /// A sidecar without the file that it describes.
    #[error("describes a file that is not there; rename it after its article")]
    Lonely,
    /// A file named like RTF that is something else.
    #[error("not Rich Text Format; give the file the ending of what it is")]
    NotRtf,
    /// Parts inside parts beyond all reason.
    #[error("nested too deeply; save it again in another format")]
    TooDeep,
    /// There is nothing to search.
    #[error("holds no text")]
    Empty,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        let own = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Reason>());
        match (own, error.kind()) {
            (Some(own), _) => own.clone(),
            (None, ErrorKind::UnexpectedEof) => Reason::Damaged("it breaks off".to_owned()),
            (None, ErrorKind::InvalidInput | ErrorKind::InvalidData) => {
                Reason::Damaged(error.to_string())
            }
            (None, _) => Reason::Unreadable(error.to_string()),
        }
    }
}

fn unknown_format(ending: &str) -> String {
    match ending {
        "" => "format not known: the file name has no ending".to_owned(),
        _ => format!("format not supported yet: .{ending}"),
    }
}
