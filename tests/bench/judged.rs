//! Claims that people have judged, and the collections they are about; shared by the programs that check them.

use std::error::Error;
use std::path::Path;

use beleg::archive::{Archive, Freshness, Places, Stop, open};
use beleg::evidence::VerdictKind;

/// The verdicts by their names.
pub const KINDS: [(&str, VerdictKind); 4] = [
    ("backed", VerdictKind::Backed),
    ("partly", VerdictKind::Partly),
    ("conflict", VerdictKind::Conflict),
    ("none", VerdictKind::None),
];

/// A claim with what is known of it.
pub struct Gold {
    pub kind: VerdictKind,
    pub claim: String,
    pub evidence: Vec<String>,
    pub is_news: bool,
}

/// Reads a file of judged claims; a line is as `tests/bench/claims.rs` tells.
pub fn gold(text: &str) -> Result<Vec<Gold>, Box<dyn Error>> {
    let mut gold = Vec::new();
    let mut is_news = false;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let kind = fields.next().unwrap_or_default();
        let kind = KINDS.iter().find(|(name, _)| *name == kind);
        let (Some((_, kind)), Some(claim)) = (kind, fields.next()) else {
            return Err(format!("not a claim: {line}").into());
        };
        let evidence = fields.next().unwrap_or_default().split(';');
        let evidence: Vec<String> = evidence
            .filter(|place| !place.is_empty())
            .map(str::to_owned)
            .collect();
        if let Some(first) = evidence.first() {
            is_news = first.starts_with("news#");
        }
        gold.push(Gold {
            kind: *kind,
            claim: claim.to_owned(),
            evidence,
            is_news,
        });
    }
    Ok(gold)
}

/// Indexes a collection into a temporary folder.
pub fn index(root: &Path) -> Result<(Archive, tempfile::TempDir), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let places = Places {
        index: folder.path().to_owned(),
        roots: vec![root.to_owned()],
        explicit_index: true,
        reader: None,
        stop: Stop::default(),
    };
    Ok((open(&places, Freshness::Never, &mut |_| {})?, folder))
}
