//! The articles found as entries of a bibliography, for the programs that people write with.

mod author;
mod bibtex;
mod csl;
mod key;

use std::io::{self, Write};

use super::closing::Closing;
use super::sanitize;
use crate::evidence::{ArticleRef, Hit, Shown, Summary};
use author::Author;
use key::Keys;

/// In which format entries are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bibliography {
    /// BibTeX in UTF-8 with the fields of biblatex, as biber reads it.
    Bibtex,
    /// An array of CSL-JSON (Citation Style Language 1.0.2), as Zotero and pandoc read it.
    CslJson,
}

/// A bibliography being written.
pub(super) struct List {
    format: Bibliography,
    keys: Keys,
    entries: u64,
    closing: Closing,
    remarks: Vec<u8>,
}

/// What an entry says.
struct Entry {
    /// The name by which it is cited.
    key: String,
    kind: EntryKind,
    title: String,
    authors: Vec<Author>,
    outlet: Option<String>,
    /// `2023`, `2023-09` or `2023-09-12`.
    date: Option<String>,
    url: Option<String>,
    /// ISO 639-1.
    language: String,
    /// The file that holds the article.
    path: String,
    /// Its record in the file.
    record: Option<String>,
}

/// What an article is to a bibliography, from what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EntryKind {
    /// It has a publisher: a newspaper, a magazine, an agency.
    Article,
    /// It has an address on the web and no publisher.
    Page,
    /// It has neither.
    Document,
}

impl List {
    pub fn new(format: Bibliography) -> Self {
        Self {
            format,
            keys: Keys::default(),
            entries: 0,
            closing: Closing::default(),
            remarks: Vec::new(),
        }
    }

    pub fn begin(&mut self, out: &mut dyn Write, query: &str, id: Option<&str>) -> io::Result<()> {
        self.closing.begin(&mut self.remarks, query, id)?;
        self.open(out)
    }

    pub fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        match self.closing.hit(hit) {
            true => self.entry(out, &hit.article, &hit.citation.path),
            false => Ok(()),
        }
    }

    pub fn summary(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.close(out)?;
        self.closing.wrote(self.entries, "reference");
        // An article has one entry, however many hits it holds.
        let summary = Summary {
            articles_shortened: 0,
            ..summary.clone()
        };
        self.closing.summary(&mut self.remarks, &summary)
    }

    pub fn shown(&mut self, out: &mut dyn Write, shown: &Shown) -> io::Result<()> {
        self.open(out)?;
        self.entry(out, &shown.article, &shown.path)?;
        self.close(out)
    }

    /// What is to be said beside the entries.
    pub fn remarks(&self) -> &str {
        str::from_utf8(&self.remarks)
            .unwrap_or_default()
            .trim_start()
    }

    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Bibliography::Bibtex => Ok(()),
            Bibliography::CslJson => write!(out, "["),
        }
    }

    fn entry(&mut self, out: &mut dyn Write, article: &ArticleRef, path: &str) -> io::Result<()> {
        let entry = Entry::new(article, path, &mut self.keys);
        self.entries += 1;
        match (self.format, self.entries) {
            (Bibliography::Bibtex, 1) => {}
            (Bibliography::Bibtex, _) | (Bibliography::CslJson, 1) => writeln!(out)?,
            (Bibliography::CslJson, _) => writeln!(out, ",")?,
        }
        match self.format {
            Bibliography::Bibtex => bibtex::write(out, &entry),
            Bibliography::CslJson => csl::write(out, &entry),
        }
    }

    fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        match (self.format, self.entries) {
            (Bibliography::Bibtex, _) => Ok(()),
            (Bibliography::CslJson, 0) => writeln!(out, "]"),
            (Bibliography::CslJson, _) => writeln!(out, "\n]"),
        }
    }
}

impl Entry {
    fn new(article: &ArticleRef, path: &str, keys: &mut Keys) -> Self {
        let known = |fact: &Option<String>| {
            let fact = fact.as_deref().map(one_line);
            fact.filter(|fact| !fact.is_empty())
        };
        let (outlet, url) = (known(&article.outlet), known(&article.url));
        let authors = known(&article.author);
        let authors = authors.map_or_else(Vec::new, |named| author::authors(&named));
        let kind = match (&outlet, &url) {
            (Some(_), _) => EntryKind::Article,
            (None, Some(_)) => EntryKind::Page,
            (None, None) => EntryKind::Document,
        };
        let title = known(&article.title).unwrap_or_else(|| one_line(&article.id));
        let record = article
            .id
            .split_once('#')
            .map(|(_, record)| one_line(record));
        let mut entry = Self {
            key: String::new(),
            kind,
            title,
            authors,
            outlet,
            date: known(&article.date),
            url,
            language: article.language.clone(),
            path: one_line(path),
            record,
        };
        entry.key = keys.key(&entry, &article.id);
        entry
    }
}

/// A text safe to look at, without line breaks and double blanks.
fn one_line(text: &str) -> String {
    let safe = sanitize::block(text);
    safe.split_whitespace().collect::<Vec<_>>().join(" ")
}
