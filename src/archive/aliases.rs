//! The user's own aliases beside those that come along.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use super::error::ArchiveError;
use super::open::Archive;
use crate::german::Aliases;

/// The aliases that come along, and those of the user's files (their format stands at [`Aliases`]).
///
/// # Errors
/// When a file cannot be read or a line of it not be understood.
pub fn read_aliases<P: AsRef<Path>>(files: &[P]) -> Result<Cow<'static, Aliases>, ArchiveError> {
    let mut aliases = Cow::Borrowed(Aliases::builtin());
    for file in files.iter().map(AsRef::as_ref) {
        let text = fs::read_to_string(file).map_err(|error| ArchiveError::File {
            path: file.to_owned(),
            error,
        })?;
        let added = Aliases::parse(&text).map_err(|error| ArchiveError::Aliases {
            path: file.to_owned(),
            error,
        })?;
        aliases = Cow::Owned(aliases.merged(&added));
    }
    Ok(aliases)
}

impl Archive {
    /// The collection, in which names are searched with these aliases.
    pub fn with_aliases(mut self, aliases: Cow<'static, Aliases>) -> Self {
        self.aliases = aliases;
        self
    }
}
