//! Source files as the house rules look at them: the whole text, and the code without comments and tests.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::project;

/// A file of the project.
pub struct SourceFile {
    /// Where it stands, from the top of the project, with `/` between names.
    pub path: String,
    /// All of it.
    pub text: String,
    /// What the compiler makes the program of: no comment lines, no tests.
    pub code: String,
}

impl SourceFile {
    fn read(path: &Path) -> Option<Self> {
        let text = fs::read_to_string(path).ok()?;
        let relative = path
            .strip_prefix(project(""))
            .expect("listed below the project");
        let names: Vec<_> = relative.iter().map(|name| name.to_string_lossy()).collect();
        let is_test_file = relative.ends_with("tests.rs");
        let code = if is_test_file {
            String::new()
        } else {
            code_of(&text)
        };
        Some(Self {
            path: names.join("/"),
            text,
            code,
        })
    }

    /// The room it stands in; `None` for the files at the top of `src/`.
    pub fn room(&self) -> Option<String> {
        let (room, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(room.to_owned())
    }

    /// Whether it is the `mod.rs` of a room.
    pub fn opens_a_room(&self) -> bool {
        self.path.split('/').count() == 3 && self.path.ends_with("/mod.rs")
    }

    /// Whether a room's `mod.rs` reaches for its neighbours through its parent.
    pub fn room_file_names_super(&self) -> bool {
        self.opens_a_room() && self.code.contains("super::")
    }

    /// The rooms that the code names: `crate::query`, `crate::{query, span::TextSpan}`.
    pub fn rooms_named(&self) -> Vec<String> {
        let mut rooms: Vec<String> = after_each(&self.code, "crate::")
            .flat_map(first_names)
            .collect();
        rooms.sort();
        rooms.dedup();
        rooms
    }

    /// Whether the code names this crate, macro or text, as a whole word.
    pub fn names(&self, name: &str) -> bool {
        let starts_word = name.starts_with(|first: char| first.is_ascii_alphabetic());
        self.code.match_indices(name).any(|(place, _)| {
            let before = self.code[..place].chars().next_back();
            !starts_word || !before.is_some_and(|last| last.is_alphanumeric() || last == '_')
        })
    }
}

/// Every Rust file below a folder of the project.
pub fn rust_files(folder: &str) -> Vec<SourceFile> {
    let paths = files_below(&project(folder)).into_iter();
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .filter_map(|path| SourceFile::read(&path))
        .collect()
}

/// Every text that people write here: code, tests, and the pages at the top.
pub fn all_files() -> Vec<SourceFile> {
    let mut paths = files_below(&project("src"));
    paths.extend(files_below(&project("tests")));
    paths.extend(
        [
            "Cargo.toml",
            "README.md",
            "CHANGELOG.md",
            "deny.toml",
            ".ci/run",
        ]
        .map(project),
    );
    paths
        .iter()
        .filter_map(|path| SourceFile::read(path))
        .collect()
}

/// The names of the folders directly below one.
pub fn folders_of(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project(folder)).expect("the project has this folder");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let folders = paths.filter(|path| path.is_dir());
    folders
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect()
}

/// The files of a folder and those below, but for what cargo has built there.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    if folder.join("CACHEDIR.TAG").exists() {
        return Vec::new();
    }
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The text up to its tests, which stand last in a file, without comment lines.
fn code_of(text: &str) -> String {
    let program = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = program
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// What follows each occurrence of a path's start.
fn after_each<'a>(code: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(start)
        .map(move |(place, _)| &code[place + start.len()..])
}

/// The first name of a path, or of every path in a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![first_name(path)];
    };
    let mut depth = 1;
    let mut names = vec![first_name(group)];
    for (place, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(first_name(&group[place + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

#[test]
fn a_group_of_paths_names_each_of_its_rooms() {
    let group = "{\n    article::{Article, Block},\n    span::TextSpan,\n};\nuse other;";
    assert_eq!(first_names(group), ["article", "span"]);
}

#[test]
fn comments_and_tests_are_not_code() {
    let text =
        "// crate::index\nuse crate::span;\n#[cfg(test)]\nmod tests {\n    use crate::german;\n}\n";
    assert_eq!(code_of(text), "use crate::span;\n");
}
