//! What is said of articles beside them: sidecar files, and tables that describe many.

use super::fields::{Meaning, meaning};
use super::{Reason, csv, encoding, front_matter};
use crate::article::{Origin, Statement};
use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// How the name of a sidecar ends: `kim.meta.toml` describes `kim.html`, and so does
/// `kim.html.meta.toml`, which no other file can be meant by.
const SIDECAR: &str = ".meta.toml";

/// The largest sidecar, in bytes.
const LARGEST_SIDECAR: u64 = 1_000_000;

/// What is said of a file beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Each statement with the record it is about; `None` for all of the file.
    said: Vec<(Option<String>, Statement)>,
}

impl Beside {
    /// What is said of a record, or of a file that is one article.
    pub fn of(&self, record: Option<&str>) -> Vec<Statement> {
        let is_about = |about: &Option<String>| about.is_none() || about.as_deref() == record;
        let said = self.said.iter().filter(|(about, _)| is_about(about));
        said.map(|(_, statement)| statement.clone()).collect()
    }

    /// A number that changes when something else is said; 0 when nothing is.
    pub fn fingerprint(&self) -> u64 {
        if self.said.is_empty() {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        self.said.hash(&mut hasher);
        hasher.finish().max(1)
    }

    /// Adds what a table says of the file.
    pub fn add(&mut self, table: &Table, path: &Path) {
        self.said.extend(table.about(path));
    }
}

/// A table that describes articles: a column `path` (with `#record` where there are records) and
/// columns named after what they say.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Rows by the name of the file they describe.
    rows: HashMap<String, Vec<Row>>,
}

#[derive(Clone, Debug)]
struct Row {
    path: PathBuf,
    record: Option<String>,
    said: Vec<Statement>,
}

impl Table {
    /// Reads a table from the bytes of a CSV file.
    ///
    /// # Errors
    /// The [`Reason`] when it is no text, or has no column `path`.
    pub fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let text = encoding::decode(bytes, None)?.text;
        let mut rows = csv::table(&text).into_iter();
        let names = rows.next().ok_or(Reason::Empty)?;
        let is_path = |name: &String| {
            matches!(
                name.to_lowercase().as_str(),
                "path" | "file" | "filename" | "pfad" | "datei"
            )
        };
        let place = names.iter().position(is_path);
        let place = place.ok_or_else(|| Reason::NoPathColumn(names.join(", ")))?;
        let mut table = Self::default();
        for row in rows {
            if let Some(path) = row.get(place).filter(|path| !path.is_empty()) {
                table.add(path, statements(&names, &row));
            }
        }
        Ok(table)
    }

    fn add(&mut self, written: &str, said: Vec<Statement>) {
        let (path, record) = match written.split_once('#') {
            Some((path, record)) => (path, Some(record.to_owned())),
            None => (written, None),
        };
        let path = Path::new(path.trim_start_matches("./")).to_owned();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let rows = self.rows.entry(name.into_owned()).or_default();
        rows.push(Row { path, record, said });
    }

    /// What the table says of the file at `path`, which a row names by as much of the end of its
    /// path as it likes.
    fn about(&self, path: &Path) -> Vec<(Option<String>, Statement)> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let rows = self.rows.get(name.as_ref()).into_iter().flatten();
        rows.filter(|row| path.ends_with(&row.path))
            .flat_map(|row| {
                row.said
                    .iter()
                    .map(|said| (row.record.clone(), said.clone()))
            })
            .collect()
    }
}

fn statements(names: &[String], row: &[String]) -> Vec<Statement> {
    let fields = names.iter().zip(row);
    let said = fields.filter_map(|(name, value)| match meaning(name) {
        Some(Meaning::Said(property, _)) if !value.is_empty() => {
            Some(Statement::new(property, Origin::Table, value))
        }
        _ => None,
    });
    said.collect()
}

/// The sidecars of a walk, which come before the files that they describe.
#[derive(Debug, Default)]
pub(super) struct Sidecars(HashMap<PathBuf, Sidecar>);

#[derive(Debug)]
struct Sidecar {
    path: PathBuf,
    said: Vec<Statement>,
    is_used: bool,
}

impl Sidecars {
    /// Whether a file of this name describes another one.
    pub(super) fn is_one(name: &std::ffi::OsStr) -> bool {
        name.to_str()
            .is_some_and(|name| name.len() > SIDECAR.len() && name.ends_with(SIDECAR))
    }

    /// Takes in a sidecar.
    pub(super) fn add(&mut self, path: PathBuf) -> Result<(), Reason> {
        if fs::metadata(&path)?.len() > LARGEST_SIDECAR {
            return Err(Reason::TooLarge(LARGEST_SIDECAR));
        }
        let text = encoding::decode(&fs::read(&path)?, None)?.text;
        let said = front_matter::toml(&text, Origin::Sidecar).map_err(Reason::Toml)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let described = path.with_file_name(&name[..name.len() - SIDECAR.len()]);
        let is_used = false;
        self.0.insert(
            described,
            Sidecar {
                path,
                said,
                is_used,
            },
        );
        Ok(())
    }

    /// What sidecars say of the file at `path`.
    pub(super) fn about(&mut self, path: &Path) -> Beside {
        let mut beside = Beside::default();
        for described in [path.to_owned(), path.with_extension("")] {
            if let Some(sidecar) = self.0.get_mut(&described) {
                sidecar.is_used = true;
                let said = sidecar.said.iter().map(|said| (None, said.clone()));
                beside.said.extend(said);
            }
        }
        beside
    }

    /// Sidecars that describe nothing that was met.
    pub(super) fn unused(&mut self) -> Vec<PathBuf> {
        let unused = self.0.drain().filter(|(_, sidecar)| !sidecar.is_used);
        let mut paths: Vec<PathBuf> = unused.map(|(_, sidecar)| sidecar.path).collect();
        paths.sort();
        paths
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Property;

    #[test]
    fn a_table_names_files_by_the_end_of_their_paths() {
        let csv = "path;titel;datum\nblatt/a.txt;Eins;2023-09-12\n./liste.jsonl#7;Sieben;\n";
        let table = Table::read(csv.as_bytes()).expect("it is a table");
        let said = |path: &str, record| {
            let mut beside = Beside::default();
            beside.add(&table, Path::new(path));
            beside
                .of(record)
                .into_iter()
                .map(|said| (said.property, said.value))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            said("corpus/blatt/a.txt", None),
            [
                (Property::Title, "Eins".to_owned()),
                (Property::Date, "2023-09-12".to_owned())
            ]
        );
        assert_eq!(said("corpus/anderes/a.txt", None), []);
        assert_eq!(
            said("x/liste.jsonl", Some("7")),
            [(Property::Title, "Sieben".to_owned())]
        );
        assert_eq!(said("x/liste.jsonl", Some("8")), []);
    }

    #[test]
    fn a_table_without_paths_says_what_it_has() {
        let fault = Table::read(b"titel;datum\nEins;2023").expect_err("no paths");
        assert!(fault.to_string().contains("titel, datum"), "{fault}");
    }
}
