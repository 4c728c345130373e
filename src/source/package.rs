//! Documents that are ZIP packages of XML parts (OOXML, OpenDocument, EPUB).

use super::encoding::{self, ByteOrder};
use super::{Limits, Reason, whole};
use ::zip::ZipArchive;
use ::zip::result::ZipError;
use std::io::{Read, Seek};

/// A package while it is read.
pub(super) struct Package<'a, R> {
    archive: ZipArchive<R>,
    limits: &'a Limits,
    /// How many bytes its parts may still unpack to; a directory may name the same bytes as often as it
    /// likes.
    left: u64,
}

impl<'a, R: Read + Seek> Package<'a, R> {
    /// The package that is read from `bytes`, all parts of which may unpack to `allowed` bytes.
    ///
    /// # Errors
    /// [`Reason::Encrypted`] or [`Reason::Damaged`].
    pub(super) fn open(mut bytes: R, limits: &'a Limits, allowed: u64) -> Result<Self, Reason> {
        let mut first = Vec::new();
        bytes.by_ref().take(4).read_to_end(&mut first)?;
        bytes.rewind()?;
        // Office encrypts into the older container of its binary formats.
        if first == b"\xD0\xCF\x11\xE0" {
            return Err(Reason::Encrypted);
        }
        Ok(Self {
            archive: ZipArchive::new(bytes)?,
            limits,
            left: allowed,
        })
    }

    /// The text of a part; `None` where the package has none of that name.
    ///
    /// # Errors
    /// When it cannot be unpacked, is larger than allowed, or is neither in UTF-8 nor in UTF-16.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Reason> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let most = self.left.min(self.limits.record_bytes);
        let bytes = whole::bytes_within(part, most)?;
        self.left -= bytes.len() as u64;
        match decoded(&bytes) {
            Some(text) => Ok(Some(text.trim_start_matches('\u{feff}').to_owned())),
            None => Err(Reason::Damaged(format!(
                "{name} is neither in UTF-8 nor in UTF-16"
            ))),
        }
    }

    /// The names of the parts that begin and end like this, in order.
    pub(super) fn names(&self, start: &str, end: &str) -> Vec<String> {
        let names = self.archive.file_names().flatten();
        let mut names: Vec<String> = names
            .filter(|name| name.starts_with(start) && name.ends_with(end))
            .map(|name| name.into_owned())
            .collect();
        names.sort();
        names
    }
}

/// The text of a part, which is in one of the two encodings that every reader of XML knows.
fn decoded(bytes: &[u8]) -> Option<String> {
    let decoded = match bytes {
        [0xFF, 0xFE, text @ ..] => encoding::utf16(text, ByteOrder::Little),
        [0xFE, 0xFF, text @ ..] => encoding::utf16(text, ByteOrder::Big),
        text => return str::from_utf8(text).ok().map(str::to_owned),
    };
    decoded.ok().map(|decoded| decoded.text)
}
