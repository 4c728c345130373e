//! What the user says of names, in a file of their own.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::ArchiveError;
use super::open::Archive;
use super::places::Places;
use crate::german::Aliases;
use crate::people::{OwnNames, OwnNamesError};

/// The file beside the index folder where the user names no other.
const FILE: &str = "beleg-people.txt";

/// A rule to add to the user's own names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnRule {
    /// All these names are one person.
    Merge(Vec<String>),
    /// These names are different persons.
    Split(Vec<String>),
}

impl Places {
    /// Where the user's own names stand when no other file is named: beside the index folder.
    pub fn people_file(&self) -> PathBuf {
        self.index.with_file_name(FILE)
    }
}

/// The user's own names in a file, none where there is no such file.
///
/// # Errors
/// When the file cannot be read or a line of it not be understood.
pub fn read_own_names(file: &Path) -> Result<OwnNames, ArchiveError> {
    match fs::read_to_string(file) {
        Ok(text) => OwnNames::parse(&text).map_err(|error| not_understood(file, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(OwnNames::default()),
        Err(error) => Err(failed(file)(error)),
    }
}

/// Adds a rule to a file of own names, which need not be there yet, and returns the line written. The
/// file is as it was should that fail.
///
/// # Errors
/// When a name is none, or the file cannot be read or written, or does not make sense.
pub fn add_own_rule(file: &Path, rule: &OwnRule) -> Result<String, ArchiveError> {
    let (OwnRule::Merge(names) | OwnRule::Split(names)) = rule;
    if let Some(other) = names.iter().find(|name| !can_be_written(name)) {
        return Err(ArchiveError::NoName(format!("`{other}`")));
    }
    let mut text = match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(failed(file))?,
    };
    let line = match rule {
        OwnRule::Merge(names) => OwnNames::merge_line(names),
        OwnRule::Split(names) => OwnNames::split_line(names),
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&line);
    text.push('\n');
    OwnNames::parse(&text).map_err(|error| not_understood(file, error))?;
    replace(file, &text).map_err(failed(file))?;
    Ok(line)
}

/// Whether a name can stand in a line of the file.
fn can_be_written(name: &str) -> bool {
    name.contains(char::is_alphabetic)
        && !name.contains(['=', '\n', '\r'])
        && !name.trim_start().starts_with('#')
}

/// Puts a text in the place of a file all at once.
pub(super) fn replace(file: &Path, text: &str) -> io::Result<()> {
    let unfinished = file.with_extension("unfinished");
    let mut written = fs::File::create(&unfinished)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()?;
    fs::rename(unfinished, file)
}

fn failed(file: &Path) -> impl Fn(io::Error) -> ArchiveError {
    let path = file.to_owned();
    move |error| ArchiveError::File {
        path: path.clone(),
        error,
    }
}

fn not_understood(file: &Path, error: OwnNamesError) -> ArchiveError {
    ArchiveError::OwnNames {
        path: file.to_owned(),
        error,
    }
}

impl Archive {
    /// The collection, in which people are told apart as the user says.
    pub fn with_own_names(mut self, own: OwnNames) -> Self {
        self.own_names = own;
        self
    }

    /// The aliases of the collection, and the names of which the user says that they are one person.
    pub(super) fn aliases_of_all(&self) -> Cow<'_, Aliases> {
        let groups: String = self.own_names.mergers().map(group).collect();
        match Aliases::parse(&format!("version 1\n{groups}")) {
            Ok(own) if !groups.is_empty() => Cow::Owned(self.aliases.merged(&own)),
            _ => Cow::Borrowed(&*self.aliases),
        }
    }
}

/// The line of an alias file for the names of one person, where they make one.
fn group(names: Vec<&str>) -> String {
    let line = format!("same: {}\n", names.join(" | "));
    let is_group = Aliases::parse(&format!("version 1\n{line}")).is_ok();
    if is_group { line } else { String::new() }
}
