//! What is wrong with a configuration file, where, and how to mend it.

use std::io;
use std::path::PathBuf;

use super::Key;

/// What is wrong with a configuration file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{}: {error}; mend that, or remove the file", path.display())]
    Unread {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A line of it is at fault.
    #[error("{}:{line}: {fault}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        fault: Fault,
    },
    /// A variable of the environment is at fault.
    #[error("{name}: {fault}")]
    Variable {
        /// Its name.
        name: &'static str,
        /// What is wrong.
        fault: Fault,
    },
    /// A file that is to be written is there already.
    #[error("{} is there already: edit it, or remove it first", .0.display())]
    Exists(PathBuf),
    /// There is no place for the user's own file.
    #[error("no place is known for your own file: set HOME or XDG_CONFIG_HOME")]
    Homeless,
    /// A file cannot be written.
    #[error("cannot write {}: {error}", path.display())]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What is wrong with one setting.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is no TOML.
    #[error("not TOML: {0}")]
    Syntax(String),
    /// No setting has this name.
    #[error("there is no setting `{name}`; {}", meant(*nearest))]
    Unknown {
        /// The name.
        name: String,
        /// The key that is likely meant.
        nearest: Option<Key>,
    },
    /// The value is of another kind.
    #[error("`{}` must be {expected}, not {found}", key.name())]
    Kind {
        /// The setting.
        key: Key,
        /// What it must be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
    /// The value is of the right kind, and cannot be used.
    #[error("`{}`: {reason}", key.name())]
    Value {
        /// The setting.
        key: Key,
        /// Why, and what to write instead.
        reason: String,
    },
    /// A project may not say which programs its readers start.
    #[error(
        "`{}` starts a program, so it is taken from your own file alone: put it into {}", key.name(), user.display()
    )]
    Foreign {
        /// The setting.
        key: Key,
        /// The user's file.
        user: PathBuf,
    },
}

fn meant(nearest: Option<Key>) -> String {
    match nearest {
        Some(key) => format!("did you mean `{}`?", key.name()),
        None => {
            let names = Key::ALL.map(Key::name);
            format!("there are {}", names.join(", "))
        }
    }
}
