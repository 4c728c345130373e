//! Reading one configuration file.

use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::error::Fault;
use super::{ConfigError, Held, Key, Origin, Written, value};

/// Whose file it is.
#[derive(Clone, Copy)]
pub(super) enum Owner<'a> {
    /// That of a folder of articles, which may come from anywhere.
    Project {
        /// Where the user's own file is, or would be.
        user: &'a Option<PathBuf>,
    },
    /// The user's own.
    User,
}

/// Reads a file.
pub(super) fn read(path: &Path, owner: Owner<'_>) -> Result<Written, ConfigError> {
    let unread = |error| ConfigError::Unread {
        path: path.to_owned(),
        error,
    };
    let text = fs::read_to_string(path).map_err(unread)?;
    understand(path, &text, owner)
}

fn understand(path: &Path, text: &str, owner: Owner<'_>) -> Result<Written, ConfigError> {
    let at = |byte: usize, fault| ConfigError::Line {
        path: path.to_owned(),
        line: line_of(text, byte),
        fault,
    };
    let table = DeTable::parse(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        at(byte, Fault::Syntax(error.message().replace('\n', ", ")))
    })?;
    let mut written = Written::default();
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in entries {
        let byte = name.span().start;
        let origin = Origin::File {
            path: path.to_owned(),
            line: line_of(text, byte),
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        known(name.get_ref(), owner)
            .and_then(|key| enter(&mut written, key, value.get_ref(), folder, origin))
            .map_err(|fault| at(byte, fault))?;
    }
    Ok(written)
}

/// The key of that name, where a file of this owner may have it.
fn known(name: &str, owner: Owner<'_>) -> Result<Key, Fault> {
    let key = Key::named(name).ok_or_else(|| Fault::Unknown {
        name: name.to_owned(),
        nearest: Key::nearest(name),
    })?;
    match owner {
        Owner::Project { user } if key.starts_a_program() => Err(Fault::Foreign {
            key,
            user: user
                .clone()
                .unwrap_or_else(|| "beleg/config.toml in your folder of settings".into()),
        }),
        _ => Ok(key),
    }
}

fn enter(
    written: &mut Written,
    key: Key,
    value: &DeValue<'_>,
    folder: &Path,
    origin: Origin,
) -> Result<(), Fault> {
    match key {
        Key::Roots => written.roots = held(value::paths(key, value, folder)?, origin),
        Key::Index => written.index = held(value::path(key, value, folder)?, origin),
        Key::Aliases => written.aliases = held(value::paths(key, value, folder)?, origin),
        Key::PeopleFile => written.people_file = held(value::path(key, value, folder)?, origin),
        Key::Limit => written.limit = held(value::count(key, value)?, origin),
        Key::Passages => written.passages = held(value::count(key, value)?, origin),
        Key::Color => written.color = held(value::when(key, value)?, origin),
        Key::Links => written.links = held(value::when(key, value)?, origin),
        Key::Link => written.link = held(value::link(key, value)?, origin),
        Key::Pager => written.pager = held(value::command(key, value)?, origin),
        Key::Editor => written.editor = held(value::command(key, value)?, origin),
        Key::Viewer => written.viewer = held(value::command(key, value)?, origin),
    }
    Ok(())
}

fn held<T>(value: T, origin: Origin) -> Option<Held<T>> {
    Some(Held { value, origin })
}

/// The line, from 1, of a byte.
fn line_of(text: &str, byte: usize) -> usize {
    let before = text.as_bytes().iter().take(byte);
    before.filter(|&&sign| sign == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(text: &str) -> Result<Written, ConfigError> {
        let user = Some(PathBuf::from("/u/config.toml"));
        understand(
            Path::new("/p/beleg.toml"),
            text,
            Owner::Project { user: &user },
        )
    }

    fn fault(text: &str) -> String {
        project(text).expect_err("a fault").to_string()
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        let written = project("# Mine.\nroots = [\"a\", \"/b\"]\nindex = \"i\"").expect("sound");
        let roots = written.roots.expect("it names roots");
        assert_eq!(roots.value, [PathBuf::from("/p/a"), PathBuf::from("/b")]);
        let expected = Origin::File {
            path: "/p/beleg.toml".into(),
            line: 2,
        };
        assert_eq!(roots.origin, expected);
        assert_eq!(
            written.index.expect("it names one").value,
            PathBuf::from("/p/i")
        );
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_a_remedy() {
        assert_eq!(
            fault("limit = 3\nlimits = 3"),
            "/p/beleg.toml:2: there is no setting `limits`; did you mean `limit`?"
        );
        assert_eq!(
            fault("limit = \"ten\""),
            "/p/beleg.toml:1: `limit` must be a whole number from 1, not \"ten\""
        );
        assert_eq!(
            fault("limit = 0"),
            "/p/beleg.toml:1: `limit` must be a whole number from 1, not 0"
        );
        assert_eq!(
            fault("color = \"allways\""),
            "/p/beleg.toml:1: `color` must be \"auto\", \"always\" or \"never\", not \"allways\""
        );
        assert!(fault("\nlimit = = 3").starts_with("/p/beleg.toml:2: not TOML: "));
        assert_eq!(
            fault("[search]\nlimit = 3"),
            "/p/beleg.toml:1: there is no setting `search`; there are roots, index, aliases, \
             people-file, limit, passages, color, links, link, pager, editor, viewer"
        );
    }

    #[test]
    fn a_project_does_not_choose_the_programs_that_its_readers_start() {
        assert_eq!(
            fault("pager = \"evil\""),
            "/p/beleg.toml:1: `pager` starts a program, so it is taken from your own file alone: \
             put it into /u/config.toml"
        );
        let own = understand(
            Path::new("/u/config.toml"),
            "pager = \"less -R\"",
            Owner::User,
        );
        assert!(own.expect("sound").pager.is_some());
    }
}
