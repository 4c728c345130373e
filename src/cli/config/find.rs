//! Where configuration files stand.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The file of a project, beside its articles.
const PROJECT_FILE: &str = "beleg.toml";

/// The configuration files of this run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The project's, which is there.
    pub project: Option<PathBuf>,
    /// The user's, which need not be there; `None` where no home is known.
    pub user: Option<PathBuf>,
}

impl Files {
    /// The files for a working directory: the project's is looked for in it and the folders above,
    /// as git looks for its own.
    pub fn find(here: &Path, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let user = user_folder(variable).map(|folder| folder.join("beleg").join("config.toml"));
        let above = here
            .ancestors()
            .skip(1)
            .map(|folder| folder.join(PROJECT_FILE));
        // In the working directory itself a bare name keeps paths short where they are shown.
        let beside = here
            .join(PROJECT_FILE)
            .is_file()
            .then(|| PROJECT_FILE.into());
        Self {
            project: beside.or_else(|| above.into_iter().find(|path| path.is_file())),
            user,
        }
    }

    /// The project's file in the working directory, where `--init` puts it.
    pub fn new_project() -> PathBuf {
        PROJECT_FILE.into()
    }

    /// The folder of the project, empty for the working directory; `None` where there is no project.
    pub fn project_folder(&self) -> Option<&Path> {
        self.project.as_deref().and_then(Path::parent)
    }
}

/// The folder of the user's settings, by the XDG Base Directory Specification: a variable with a
/// relative path counts as not set.
fn user_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let configured = variable("XDG_CONFIG_HOME").map(PathBuf::from);
    configured
        .filter(|folder| folder.is_absolute())
        .or_else(|| Some(home_folder(variable)?.join(".config")))
}

/// The user's home, which `~` stands for.
pub fn home_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    variable("HOME")
        .map(PathBuf::from)
        .filter(|home| home.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(pairs: &[(&'static str, &'static str)]) -> Option<PathBuf> {
        let value = |name: &str| pairs.iter().find(|pair| pair.0 == name);
        user_folder(|name| value(name).map(|pair| pair.1.into()))
    }

    #[test]
    fn the_users_file_stands_where_xdg_says() {
        assert_eq!(user(&[("HOME", "/h")]), Some("/h/.config".into()));
        assert_eq!(
            user(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "/x")]),
            Some("/x".into())
        );
        assert_eq!(
            user(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "x")]),
            Some("/h/.config".into()),
            "the specification ignores relative paths"
        );
        assert_eq!(user(&[]), None);
    }
}
