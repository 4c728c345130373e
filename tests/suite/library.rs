//! A folder of articles searched through the library, in this process: for many questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use beleg::archive::{
    Archive, ArchiveError, Copies, Freshness, Places, SearchOptions, Sort, Stop, open, refresh,
};
use beleg::evidence::Hit;
use beleg::index::IndexError;
use beleg::query::{Query, parse};
use tempfile::TempDir;

/// A folder with `corpus/` and `index/`, gone when dropped.
pub struct Shelf {
    folder: TempDir,
}

impl Shelf {
    /// A shelf without articles.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("corpus")).expect("a fresh folder takes a subfolder");
        Self { folder }
    }

    /// Where a source stands.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("corpus").join(name)
    }

    /// Puts a source there, over the one that was there.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("a source can be written");
    }

    /// Takes a source away.
    pub fn remove(&self, name: &str) {
        fs::remove_file(self.path(name)).expect("the source was there");
    }

    /// Where its articles and its index are.
    pub fn places(&self) -> Places {
        places(
            self.folder.path().join("corpus"),
            &self.folder.path().join("index"),
        )
    }

    /// The folder of the tantivy index.
    pub fn engine_folder(&self) -> PathBuf {
        self.folder.path().join("index/current")
    }

    /// The archive of what stands there now.
    pub fn open(&self) -> Archive {
        loop {
            match open(&self.places(), Freshness::Always, &mut |_| {}) {
                Err(error) if is_busy(&error) => wait(),
                archive => {
                    let archive = archive.expect("a fresh index opens");
                    if !is_of_the_last_commit(&archive) {
                        return archive;
                    }
                    wait();
                }
            }
        }
    }

    /// Brings the index up to date or builds it anew, as `beleg index` does.
    pub fn index(&self, rebuild: bool) {
        loop {
            match refresh(&self.places(), rebuild, &mut |_| {}) {
                Err(error) if is_busy(&error) => wait(),
                report => {
                    report.expect("the index can be written");
                    return;
                }
            }
        }
    }
}

/// A program that another test starts holds the locks of this process for the moment before it runs.
fn is_busy(error: &ArchiveError) -> bool {
    matches!(error, ArchiveError::Index(IndexError::Busy))
}

/// Whether the archive could not be brought up to date for the same reason.
fn is_of_the_last_commit(archive: &Archive) -> bool {
    let notes = archive.status().expect("a whole index").notes;
    notes.iter().any(|note| note.starts_with("another process"))
}

fn wait() {
    thread::sleep(Duration::from_millis(5));
}

/// The places of one root and its index.
pub fn places(root: PathBuf, index: &Path) -> Places {
    Places {
        index: index.to_owned(),
        roots: vec![root],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    }
}

/// All hits of a query as a person types it.
pub fn hits(archive: &Archive, query: &str) -> Vec<Hit> {
    let query = parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
    hits_of(archive, &query)
}

/// All hits of a query.
pub fn hits_of(archive: &Archive, query: &Query) -> Vec<Hit> {
    let options = SearchOptions {
        limit: None,
        passages: None,
        sort: Sort::Relevance,
        why: false,
        copies: Copies::Shown,
        keywords: false,
    };
    let mut hits = Vec::new();
    archive
        .search(query, &options, &mut |hit| {
            hits.push(hit);
            Ok(())
        })
        .expect("a search in a whole index");
    hits
}
