//! What inputs are made of: the fixtures, unpacked and packed again where they are archives.

use super::mutation::{Chance, mutated};
use crate::targets::Target;
use beleg::source::Format;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The fixtures that a target reads, and texts where it reads no files.
pub fn seeds(target: Target) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seeds: Vec<Vec<u8>> = match target {
        Target::Source(format) => {
            let fixtures = files(&root.join("tests/fixtures"));
            let of_format = |path: &PathBuf| Format::of(path) == Ok(format);
            fixtures
                .into_iter()
                .filter(of_format)
                .filter_map(read)
                .collect()
        }
        Target::Query => QUERIES
            .iter()
            .map(|query| query.as_bytes().to_vec())
            .collect(),
        Target::Text | Target::Claim => {
            let articles = files(&root.join("corpus")).into_iter().filter_map(read);
            articles
                .flat_map(|article| article.chunks(600).map(<[u8]>::to_vec).collect::<Vec<_>>())
                .collect()
        }
    };
    if seeds.is_empty() {
        seeds.push(b"Munition kam aus dem Norden.".to_vec());
    }
    seeds
}

const QUERIES: [&str; 12] = [
    "Munition Raketen",
    "\"strategische Kooperation\"~5",
    "(Stahl OR Dünger) AND Nordkorea NOT Kim",
    "munit* *munition Schoigo~2",
    "title:Putin author:\"A. Meier\" source:interviews lang:de type:jsonl",
    "date:2023-09..2024-06 date:none date:..2023",
    "person:\"Kim Jong Un\" +must -not",
    "Wann war Putin in Nordkorea?",
    "4:51 Sky+HD Boden- und Luftstreitkräfte",
    "„Stahl“ «Dünger» UND ODER NICHT",
    "((((a))))",
    "11 Mrd. 12.9.23 30’000",
];

fn read(path: PathBuf) -> Option<Vec<u8>> {
    fs::read(path).ok().filter(|bytes| bytes.len() < 300_000)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(files(&path)),
            path => found.push(path),
        }
    }
    found.sort();
    found
}

/// A packed seed with its inside changed; `None` for what is not packed.
pub fn packed_again(target: Target, seed: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let Target::Source(format) = target else {
        return None;
    };
    match format {
        Format::Docx | Format::Odt | Format::Epub | Format::Zip => zipped_again(seed, chance),
        Format::Gzip => {
            let mut inside = Vec::new();
            MultiGzDecoder::new(seed).read_to_end(&mut inside).ok()?;
            let inside = mutated(&inside, seed, chance);
            let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(&inside).ok()?;
            packed.finish().ok()
        }
        Format::Zstandard => {
            let inside = zstd::decode_all(seed).ok()?;
            zstd::encode_all(mutated(&inside, seed, chance).as_slice(), 1).ok()
        }
        _ => None,
    }
}

fn zipped_again(seed: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(seed)).ok()?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let changed = chance.below(archive.len());
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let name = member.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).ok()?;
        if index == changed || chance.below(4) == 0 {
            bytes = mutated(&bytes, seed, chance);
        }
        packed.start_file(name, SimpleFileOptions::default()).ok()?;
        packed.write_all(&bytes).ok()?;
    }
    Some(packed.finish().ok()?.into_inner())
}
