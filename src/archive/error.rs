//! Why a verb could not be carried out, and what to do next.

use std::io;
use std::path::PathBuf;

use super::stopped::Stopped;
use crate::german::AliasError;
use crate::index::IndexError;
use crate::people::OwnNamesError;
use crate::source::Reason;

/// Why a verb could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The index cannot be read or written.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// Where articles should be there is nothing.
    #[error("there is no file or folder {}: name one that holds articles with --corpus", .0.display())]
    NoCorpus(PathBuf),
    /// The index was built from elsewhere.
    #[error(
        "the index in the folder {} was built from {known}, not from {asked}: \
         name another folder for the index with --index, or leave --corpus out", index.display()
    )]
    OtherRoots {
        /// The index folder.
        index: PathBuf,
        /// What it was built from.
        known: String,
        /// What was asked for.
        asked: String,
    },
    /// Saved searches that cannot be read or changed as asked; the text says why and what to do.
    #[error("{0}")]
    Saved(String),
    /// A citation that names nothing in the index.
    #[error("{citation} is not in the index: {hint}")]
    NotCited {
        /// The citation as typed.
        citation: String,
        /// What to do next.
        hint: String,
    },
    /// A citation whose path is shortened so that it may be that of several files.
    #[error("{citation} may be in {files} files, such as {}: write more of the path", names.join(", "))]
    AmbiguousCitation {
        /// The citation as typed.
        citation: String,
        /// How many files there are.
        files: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// What was typed is not the name of a person.
    #[error("{0} is no name: type one like \"Kim Jong Un\"; `beleg people` lists all")]
    NoName(String),
    /// Nothing in the query can be looked up.
    #[error("the query holds no word to search for")]
    NoWords,
    /// The work was called off.
    #[error("stopped before it was done; `beleg index` goes on")]
    Stopped(Stopped),
    /// The results could not be handed on.
    #[error("the results cannot be written: {0}")]
    Output(io::Error),
    /// A file of aliases that cannot be understood.
    #[error("{}: {error}", path.display())]
    Aliases {
        /// The file.
        path: PathBuf,
        /// Which line is at fault, and how to mend it.
        error: AliasError,
    },
    /// A table of metadata that cannot be understood.
    #[error("{}: {reason}", path.display())]
    Metadata {
        /// The file.
        path: PathBuf,
        /// What is wrong, and how to mend it.
        reason: Reason,
    },
    /// A file of the user's own names that cannot be understood.
    #[error("{}: {error}", path.display())]
    OwnNames {
        /// The file.
        path: PathBuf,
        /// Which line is at fault, and how to mend it.
        error: OwnNamesError,
    },
    /// A file or folder could not be used.
    #[error("{}: {error}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl ArchiveError {
    /// Whether the engine failed in a way that may come from a damaged file: see
    /// [`damage`](super::damage).
    pub fn is_unexplained(&self) -> bool {
        matches!(self, ArchiveError::Index(IndexError::Engine(_)))
    }
}
