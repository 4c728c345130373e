//! Hashes everything that decides the terms of an index, so that an index made by another version
//! is recognised without looking at it.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose files decide which terms a text gives, and how it is cut into passages.
const ROOMS: [&str; 3] = ["src/german", "src/article", "src/people"];

fn main() {
    let mut files = Vec::new();
    for room in ROOMS {
        println!("cargo::rerun-if-changed={room}");
        collect(Path::new(room), &mut files);
    }
    files.sort();
    let mut hash = Fnv1a(0xcbf2_9ce4_8422_2325);
    for file in files {
        hash.add(file.to_string_lossy().replace('\\', "/").as_bytes());
        hash.add(&fs::read(&file).unwrap_or_default());
    }
    println!("cargo::rustc-env=BELEG_FINGERPRINT={:016x}", hash.0);
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The 64-bit hash of Fowler, Noll and Vo, variant 1a: the same on every machine and release.
struct Fnv1a(u64);

impl Fnv1a {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
