//! Searches that are kept under a name, in a file of the user's own.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::Deserialize;

use super::error::ArchiveError;
use super::own_names::replace;
use super::places::Places;
use crate::evidence::SavedSearch;

/// The file of saved searches, beside the index folder.
const FILE: &str = "beleg-searches.toml";
/// The folder of what each of them has shown, beside the file.
const FOLDER: &str = "beleg-searches";
/// How a new file begins.
const HEAD: &str = "# Searches that beleg keeps: `beleg run NAME`, `beleg run NAME --new`.\n";

/// What the file says of a search.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    query: String,
    #[serde(default)]
    plain: bool,
}

type Entries = BTreeMap<String, Entry>;

/// The identities of the articles that a search has shown (see [`crate::source::RawRecord::identity`]):
/// they hang on what an article says, so that neither a new index nor a new name of its file makes it
/// new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenArticles {
    /// The name of the search.
    pub(super) search: String,
    pub(super) articles: HashSet<u64>,
    /// When the search was run last; `None` when it never was.
    pub(super) last_run: Option<SystemTime>,
}

impl Places {
    /// The file of saved searches, which need not be there.
    pub fn searches_file(&self) -> PathBuf {
        self.index.with_file_name(FILE)
    }

    /// The folder in which it is kept what they have shown.
    pub(super) fn searches_folder(&self) -> PathBuf {
        self.index.with_file_name(FOLDER)
    }

    fn seen_file(&self, name: &str) -> PathBuf {
        self.searches_folder().join(format!("{name}.seen"))
    }

    /// All saved searches by name.
    ///
    /// # Errors
    /// When the file cannot be read or not be understood; it is left as it is.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, ArchiveError> {
        let (_, entries) = self.read_searches()?;
        let searches = entries.into_iter().map(|(name, entry)| {
            let seen = self.seen(&name)?;
            Ok(SavedSearch {
                seen: seen.last_run.map(|_| seen.articles.len() as u64),
                query: entry.query,
                plain: entry.plain,
                name,
            })
        });
        searches.collect()
    }

    /// The saved search of this name.
    ///
    /// # Errors
    /// When there is none, or as [`Places::saved_searches`].
    pub fn saved_search(&self, name: &str) -> Result<SavedSearch, ArchiveError> {
        let all = self.saved_searches()?;
        let names: Vec<String> = all.iter().map(|search| search.name.clone()).collect();
        let found = all.into_iter().find(|search| search.name == name);
        found.ok_or_else(|| unknown(name, &names))
    }

    /// Keeps a search.
    ///
    /// # Errors
    /// When the name is taken or none, or the file cannot be read, understood or written.
    pub fn save_search(&self, name: &str, query: &str, plain: bool) -> Result<(), ArchiveError> {
        let can_be_name = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
        if name.is_empty() || !name.chars().all(can_be_name) {
            return Err(saved(format!(
                "`{name}` cannot be the name of a search: use letters, digits, - and _"
            )));
        }
        let (mut text, entries) = self.read_searches()?;
        let entry = Entry {
            query: query.to_owned(),
            plain,
        };
        match entries.get(name) {
            Some(known) if *known == entry => return Ok(()),
            Some(known) => {
                return Err(saved(format!(
                    "there is a search called {name} already, for {}: take another name, or say \
                     `beleg forget {name}` first",
                    known.query
                )));
            }
            None => {}
        }
        if text.is_empty() {
            text.push_str(HEAD);
        }
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let plain = if plain { "plain = true\n" } else { "" };
        text.push_str(&format!(
            "\n[{}]\nquery = {}\n{plain}",
            key(name),
            quoted(query)
        ));
        let mut expected = entries;
        expected.insert(name.to_owned(), entry);
        self.write_searches(&text, &expected)
    }

    /// Forgets a search, and what it has shown.
    ///
    /// # Errors
    /// When there is none of this name, or the file cannot be read, understood or written.
    pub fn forget_search(&self, name: &str) -> Result<(), ArchiveError> {
        let (text, mut entries) = self.read_searches()?;
        if entries.remove(name).is_none() {
            let names: Vec<String> = entries.into_keys().collect();
            return Err(unknown(name, &names));
        }
        self.write_searches(&without(&text, name), &entries)?;
        match fs::remove_file(self.seen_file(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed(&self.seen_file(name), error))
            }
            _ => Ok(()),
        }
    }

    /// What a search has shown, nothing when it was never run.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn seen(&self, name: &str) -> Result<SeenArticles, ArchiveError> {
        let path = self.seen_file(name);
        let read = fs::read_to_string(&path).and_then(|text| {
            let written = fs::metadata(&path)?.modified()?;
            Ok((text, written))
        });
        let (text, written) = match read {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(SeenArticles {
                    search: name.to_owned(),
                    ..SeenArticles::default()
                });
            }
            Err(error) => return Err(failed(&path, error)),
        };
        let numbers = text.lines().map(|line| u64::from_str_radix(line, 16));
        let numbers: Result<HashSet<u64>, _> = numbers.collect();
        let numbers = numbers.map_err(|_| {
            saved(format!(
                "{} is damaged: remove it, and the next run shows everything",
                path.display()
            ))
        })?;
        Ok(SeenArticles {
            search: name.to_owned(),
            articles: numbers,
            last_run: Some(written),
        })
    }

    /// Keeps what a search has shown, all at once.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn remember_seen(&self, name: &str, seen: &SeenArticles) -> Result<(), ArchiveError> {
        let path = self.seen_file(name);
        let mut numbers: Vec<&u64> = seen.articles.iter().collect();
        numbers.sort_unstable();
        let text: String = numbers
            .iter()
            .map(|number| format!("{number:016x}\n"))
            .collect();
        let folder = self.searches_folder();
        let written = fs::create_dir_all(folder).and_then(|()| replace(&path, &text));
        written.map_err(|error| failed(&path, error))
    }

    /// The text of the file, and what it says.
    fn read_searches(&self) -> Result<(String, Entries), ArchiveError> {
        let path = self.searches_file();
        match fs::read_to_string(&path) {
            Ok(text) => {
                let entries = understood(&path, &text)?;
                Ok((text, entries))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok((String::new(), Entries::new()))
            }
            Err(error) => Err(failed(&path, error)),
        }
    }

    /// Writes the file, if it says what is expected.
    fn write_searches(&self, text: &str, expected: &Entries) -> Result<(), ArchiveError> {
        let path = self.searches_file();
        if understood(&path, text)? != *expected {
            return Err(saved(format!(
                "{} is written in a way that only you can change: edit it by hand",
                path.display()
            )));
        }
        replace(&path, text).map_err(|error| failed(&path, error))
    }
}

fn understood(path: &Path, text: &str) -> Result<Entries, ArchiveError> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        saved(format!(
            "{}:{line}: {}; a search is written as [name] and query = \"…\"; the file was left as it is",
            path.display(),
            error.message()
        ))
    })
}

/// The text without the table of that name. Comments before the next table stay, for they are about that.
fn without(text: &str, name: &str) -> String {
    let is_own = |line: &str| {
        let line = line.trim();
        let header = line
            .strip_prefix('[')
            .and_then(|line| line.split(']').next());
        header.is_some_and(|header| header.trim().trim_matches(['"', '\'']) == name)
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Some(first) = lines.iter().position(|line| is_own(line)) else {
        return text.to_owned();
    };
    let behind = lines[first + 1..]
        .iter()
        .position(|line| line.trim_start().starts_with('['));
    let next = behind.map_or(lines.len(), |behind| first + 1 + behind);
    let is_said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let last = lines[first..next].iter().rposition(is_said).unwrap_or(0);
    let begin = match first.checked_sub(1) {
        Some(before) if lines[before].trim().is_empty() => before,
        _ => first,
    };
    [&lines[..begin], &lines[first + last + 1..]]
        .concat()
        .concat()
}

/// A name as a key of TOML.
fn key(name: &str) -> String {
    let is_bare = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    match name.chars().all(is_bare) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

/// A text as a basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(sign))),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

fn unknown(name: &str, names: &[String]) -> ArchiveError {
    let known = match names.is_empty() {
        true => "none is saved yet; `beleg save NAME QUERY` saves one".to_owned(),
        false => format!("there are {}", names.join(", ")),
    };
    saved(format!("no search is called {name}: {known}"))
}

fn saved(message: String) -> ArchiveError {
    ArchiveError::Saved(message)
}

fn failed(path: &Path, error: io::Error) -> ArchiveError {
    ArchiveError::File {
        path: path.to_owned(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forgotten_leaves_the_words_of_others_alone() {
        let text = "# mine\n\n[a]\nquery = \"x\"\n\n# about b\n[\"b\"]\nquery = \"y\"\n";
        assert_eq!(
            without(text, "a"),
            "# mine\n\n# about b\n[\"b\"]\nquery = \"y\"\n"
        );
        assert_eq!(
            without(text, "b"),
            "# mine\n\n[a]\nquery = \"x\"\n\n# about b\n"
        );
        assert_eq!(without(text, "c"), text);
    }

    #[test]
    fn any_query_can_be_written_down() {
        for query in ["\"a b\"~5 \\ ü", "a\tb\u{7f}", "„Kim“ AND (x OR y)"] {
            let text = format!("[{}]\nquery = {}\n", key("ä-1"), quoted(query));
            let entries = understood(Path::new("f"), &text).expect("valid TOML");
            assert_eq!(entries["ä-1"].query, query);
        }
    }
}
