//! What a commit says of itself: versions, roots, the next free numbers.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::IndexError;

/// The layout of documents and fields. Raise it with every change that old indexes do not have.
pub const FORMAT_VERSION: u32 = 5;

/// Identifies the analysis chain, its lexicon and the cutting of passages: a hash of their sources,
/// made when beleg is built.
pub fn fingerprint() -> &'static str {
    env!("BELEG_FINGERPRINT")
}

/// Where tantivy keeps the last commit.
const META: &str = "meta.json";

/// What is looked at of that file without tantivy.
#[derive(Deserialize)]
struct Meta {
    payload: Option<String>,
}

/// What is looked at of a payload of any version.
#[derive(Deserialize)]
struct AnyManifest {
    roots: Vec<String>,
}

/// Whether a folder holds a commit, be it damaged or of another version. An index whose first run
/// was interrupted holds none.
pub(super) fn exists(folder: &Path) -> bool {
    match fs::read(folder.join(META)) {
        Ok(bytes) => {
            serde_json::from_slice(&bytes).map_or(true, |meta: Meta| meta.payload.is_some())
        }
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

/// The roots of the index in a folder, also of one that can only be rebuilt; `None` where none can
/// be made out.
pub fn remembered_roots(folder: &Path) -> Option<Vec<String>> {
    let bytes = fs::read(folder.join(META)).ok()?;
    let meta: Meta = serde_json::from_slice(&bytes).ok()?;
    let manifest: AnyManifest = serde_json::from_str(&meta.payload?).ok()?;
    Some(manifest.roots)
}

/// The payload of a commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// See [`FORMAT_VERSION`].
    pub format_version: u32,
    /// See [`fingerprint`].
    pub fingerprint: String,
    /// Hash of what was learnt from the collection.
    pub knowledge: String,
    /// How many articles there were when it was learnt.
    pub learnt_from: u64,
    /// The folders and files that are indexed, absolute.
    pub roots: Vec<String>,
    /// The next free number of an article.
    pub next_article: u64,
    /// The next free number of a source.
    pub next_source: u64,
    /// When the index was last brought up to date, RFC 3339 in UTC.
    pub refreshed: String,
    /// Whether that came to its end, or this is a commit on the way there.
    pub complete: bool,
}

impl Manifest {
    /// The start of an index of these roots.
    pub fn new(roots: Vec<String>) -> Self {
        Self {
            format_version: FORMAT_VERSION,
            fingerprint: fingerprint().to_owned(),
            knowledge: String::new(),
            learnt_from: 0,
            roots,
            next_article: 1,
            next_source: 1,
            refreshed: String::new(),
            complete: false,
        }
    }

    /// Reads the payload of a commit.
    ///
    /// # Errors
    /// [`IndexError::Outdated`] when this version of beleg would give other terms or cannot read
    /// the documents.
    pub(super) fn read(payload: &str) -> Result<Self, IndexError> {
        let manifest: Manifest = serde_json::from_str(payload)
            .map_err(|_| IndexError::Outdated("its commit has another form".to_owned()))?;
        if manifest.format_version != FORMAT_VERSION {
            let versions = format!("format {}, not {FORMAT_VERSION}", manifest.format_version);
            return Err(IndexError::Outdated(versions));
        }
        if manifest.fingerprint != fingerprint() {
            return Err(IndexError::Outdated(
                "its German analysis differs".to_owned(),
            ));
        }
        Ok(manifest)
    }

    /// The payload of a commit.
    pub(super) fn write(&self) -> Result<String, IndexError> {
        serde_json::to_string(self).map_err(|_| IndexError::unreadable("manifest"))
    }
}
