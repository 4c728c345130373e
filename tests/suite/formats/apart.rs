//! PDF is read in a process of its own: what brings that down costs one file and no more.

use crate::harness::{BELEG, Collection, project};
use beleg::source::{Format, Limits, RawRecord, ReadApart, Reason, extracted, read};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn columns() -> PathBuf {
    project("tests/fixtures/pdf/columns/spalten.pdf")
}

/// The record of a file that is one record.
fn record(path: &Path) -> RawRecord {
    let mut found = None;
    read(path, Format::Pdf, &Limits::default(), &mut |record| {
        found = record.ok();
        ControlFlow::Continue(())
    })
    .expect("readable");
    found.expect("a record")
}

fn limits(program: &Path, seconds: u64, memory_bytes: u64) -> Limits {
    Limits {
        apart: ReadApart::new(Some(program.to_owned()), seconds, memory_bytes),
        ..Limits::default()
    }
}

/// A program that does this instead of reading.
#[cfg(unix)]
fn script(folder: &TempDir, name: &str, line: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.path().join(name);
    fs::write(&path, format!("#!/bin/sh\n{line}\n")).expect("it can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be started");
    path
}

#[test]
fn a_process_of_its_own_reads_what_this_one_would() {
    let record = record(&columns());
    let here = extracted(&record, &Limits::default()).expect("readable");
    let there = extracted(&record, &limits(Path::new(BELEG), 60, 1_000_000_000));
    assert_eq!(there, Ok(here));
}

#[cfg(unix)]
#[test]
fn a_reader_that_hangs_or_dies_costs_one_file() {
    let folder = TempDir::new().expect("a folder");
    let record = record(&columns());
    let started = Instant::now();
    let hangs = script(&folder, "hangs", "exec sleep 60");
    let outcome = extracted(&record, &limits(&hangs, 1, 1_000_000_000));
    assert_eq!(outcome, Err(Reason::TooSlow(1)));
    assert!(started.elapsed() < Duration::from_secs(20));
    let dies = script(&folder, "dies", "kill -9 $$");
    let outcome = extracted(&record, &limits(&dies, 20, 1_000_000_000));
    assert_eq!(outcome, Err(Reason::BroughtDown(1_000_000_000)));
    let talks = script(&folder, "talks", "echo nonsense");
    let outcome = extracted(&record, &limits(&talks, 20, 1_000_000_000));
    assert_eq!(outcome, Err(Reason::BroughtDown(1_000_000_000)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_unpacks_without_end_meets_the_limit_of_memory() {
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;
    let mut stream = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..400 {
        stream
            .write_all(&vec![b' '; 1_000_000])
            .expect("it can be packed");
    }
    let stream = stream.finish().expect("it can be packed");
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
         2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>> endobj\n\
         4 0 obj <</Filter/FlateDecode/Length {}>> stream\n",
        stream.len()
    )
    .into_bytes();
    pdf.extend(stream);
    pdf.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("bombe.pdf");
    fs::write(&path, pdf).expect("it can be written");
    let outcome = extracted(&record(&path), &limits(Path::new(BELEG), 60, 150_000_000));
    assert_eq!(outcome, Err(Reason::BroughtDown(150_000_000)));
}

#[test]
fn pages_that_hold_themselves_end_somewhere() {
    let pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]\
        /Resources<</XObject<</A 5 0 R>>>>>> endobj\n\
        4 0 obj <</Length 5>> stream\n/A Do\nendstream endobj\n\
        5 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>\
        /Length 11>> stream\n/A Do /A Do\nendstream endobj\n\
        trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
    let collection = Collection::new()
        .file("kreis.pdf", pdf)
        .file("gut.txt", "Munition kam an.");
    collection.beleg(["index"]).expect_code(0);
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(found.articles(), ["gut"]);
    let skipped = &found.only("summary")["skipped"];
    assert_eq!(skipped.as_array().map(Vec::len), Some(1));
}
