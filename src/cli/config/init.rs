//! A first configuration file, with every setting explained.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::ConfigError;

/// A project's file. Everything is commented out, so that it changes nothing but where things are
/// looked for.
const PROJECT: &str = r#"# Settings of this folder of articles, for everyone who works in it or below.
# Paths are relative to this file. `beleg config` shows what holds and where it comes from.

# Folders and files of articles.
#roots = ["corpus"]

# The folder of the index. It can always be built anew.
#index = "index"

# Other spellings and names of your own.
#aliases = ["aliases.txt"]

# Who is one person and who is not.
#people-file = "beleg-people.txt"

# Articles shown in text, and hits of each. JSON is always complete.
#limit = 10
#passages = 3
"#;

/// The user's own file.
const USER: &str = r#"# Your own settings, for every folder. A folder's beleg.toml wins over them.
# `beleg config` shows what holds and where it comes from.

# Articles shown in text, and hits of each. JSON is always complete.
#limit = 10
#passages = 3

# When to use colours, and when citations are links: "auto", "always" or "never".
#color = "auto"
#links = "auto"

# Where a citation leads when it is clicked: {path} {line} {column} {host}.
#link = "file://{host}{path}"
#link = "vscode://file{path}:{line}:{column}"

# What long answers are shown in; "" for nothing.
#pager = "less"

# What `beleg open` opens texts in: a name that it knows, or the whole command.
#editor = "code"
#editor = "my-editor --at {line} {path}"

# What it opens documents in: PDF, web pages, Word and the like. {page} may stand here, too.
#viewer = "xdg-open"
"#;

/// Whose file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    /// The project's.
    Project,
    /// The user's.
    User,
}

/// Writes a first file.
///
/// # Errors
/// When there is one already, or it cannot be written.
pub fn write_new(path: &Path, new: New) -> Result<(), ConfigError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => ConfigError::Exists(path.to_owned()),
        _ => ConfigError::Unwritten {
            path: path.to_owned(),
            error,
        },
    };
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let text = match new {
        New::Project => PROJECT,
        New::User => USER,
    };
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::config::Key;

    #[test]
    fn every_setting_is_explained_in_one_of_the_files() {
        for key in Key::ALL {
            let line = format!("\n#{} = ", key.name());
            assert!(PROJECT.contains(&line) || USER.contains(&line), "{line}");
        }
    }
}
