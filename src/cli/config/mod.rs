//! What holds and where it comes from: flags over environment, that over the project's file, that
//! over the user's, that over what is built in.

mod error;
mod file;
mod find;
mod init;
mod key;
mod resolved;
mod told;
mod value;

use std::path::PathBuf;

pub use error::ConfigError;
pub use find::{Files, home_folder};
pub use init::write_new;
pub use key::Key;
pub use resolved::Resolved;
pub use told::{begin, run};

use super::arguments::WhenChoice;
use super::command_line::CommandLine;
use crate::render::LinkTemplate;

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option that was typed.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// A line of a file, from 1.
    File {
        /// The file.
        path: PathBuf,
        /// Its line.
        line: usize,
    },
    /// Nobody said anything.
    Default,
}

/// A value with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// What holds.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Held<T> {
    /// A value that is built in.
    pub fn by_default(value: T) -> Self {
        Self {
            value,
            origin: Origin::Default,
        }
    }

    /// A value of the environment.
    pub fn from_variable(value: T, name: &'static str) -> Self {
        Self {
            value,
            origin: Origin::Variable(name),
        }
    }

    /// A value that was typed.
    pub fn from_flag(value: T, name: &'static str) -> Self {
        Self {
            value,
            origin: Origin::Flag(name),
        }
    }

    /// The same origin with something made of the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Held<U> {
        Held {
            value: change(self.value),
            origin: self.origin,
        }
    }
}

/// What files say; what none says is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Folders and files of articles.
    pub roots: Option<Held<Vec<PathBuf>>>,
    /// The folder of the index.
    pub index: Option<Held<PathBuf>>,
    /// The user's files of other spellings and names.
    pub aliases: Option<Held<Vec<PathBuf>>>,
    /// The user's file of who is one person and who is not.
    pub people_file: Option<Held<PathBuf>>,
    /// Articles shown to a person.
    pub limit: Option<Held<usize>>,
    /// Hits of an article shown to a person.
    pub passages: Option<Held<usize>>,
    /// When to use colours.
    pub color: Option<Held<WhenChoice>>,
    /// When citations are links.
    pub links: Option<Held<WhenChoice>>,
    /// What links look like.
    pub link: Option<Held<LinkTemplate>>,
    /// What long answers are shown in; without words they are shown directly.
    pub pager: Option<Held<CommandLine>>,
    /// What texts are opened in.
    pub editor: Option<Held<CommandLine>>,
    /// What documents are opened in.
    pub viewer: Option<Held<CommandLine>>,
}

impl Written {
    /// What this file says, and what `other` says beside it.
    fn or(self, other: Self) -> Self {
        Self {
            roots: self.roots.or(other.roots),
            index: self.index.or(other.index),
            aliases: self.aliases.or(other.aliases),
            people_file: self.people_file.or(other.people_file),
            limit: self.limit.or(other.limit),
            passages: self.passages.or(other.passages),
            color: self.color.or(other.color),
            links: self.links.or(other.links),
            link: self.link.or(other.link),
            pager: self.pager.or(other.pager),
            editor: self.editor.or(other.editor),
            viewer: self.viewer.or(other.viewer),
        }
    }
}

/// Reads the files that are there.
///
/// # Errors
/// When one cannot be read or understood; see [`ConfigError`].
pub fn read(files: &Files) -> Result<Written, ConfigError> {
    let project = files.project.as_ref();
    let project = project.map(|path| file::read(path, file::Owner::Project { user: &files.user }));
    let user = files.user.as_ref().filter(|path| path.exists());
    let user = user.map(|path| file::read(path, file::Owner::User));
    Ok(project
        .transpose()?
        .unwrap_or_default()
        .or(user.transpose()?.unwrap_or_default()))
}
