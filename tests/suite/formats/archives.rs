//! Archives, messages and documents that are made to do harm or came to harm: each is skipped with its
//! reason, and the rest is found.

use crate::harness::{Answer, Collection, project, text};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) const SENTENCE: &str = "Munition kam aus dem Norden.";

/// A ZIP archive of these members.
pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// What takes a thousandth of its size when packed.
pub(super) fn blanks(megabytes: usize) -> Vec<u8> {
    vec![b' '; megabytes * 1_000_000]
}

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).expect("it can be packed");
    gzip.finish().expect("it can be packed")
}

/// One of the files that real programs made.
fn fixture(place: &str) -> Vec<u8> {
    fs::read(project("tests/fixtures").join(place)).expect("a fixture")
}

fn half(bytes: Vec<u8>) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

/// `path: reason` of everything that was skipped.
fn skipped(answer: &Answer) -> Vec<String> {
    let status = answer.only("status");
    let skipped = status["skipped"].as_array().expect("a list").iter();
    let told = skipped.map(|skipped| {
        let path = text(&skipped["path"]);
        let name = path.strip_prefix("corpus/").unwrap_or(&path);
        format!("{name}: {}", text(&skipped["reason"]))
    });
    told.collect()
}

/// Indexes the collection beside a good file, which must be found, and says what was skipped.
pub(super) fn skipped_in(collection: Collection) -> Vec<String> {
    let collection = collection.file("gut.txt", format!("{SENTENCE} So viel ist sicher."));
    collection.beleg(["index"]).expect_code(0);
    let found = collection
        .beleg(["search", "Munition", "--format", "json", "--no-refresh"])
        .expect_code(0);
    assert!(found.articles().contains(&"gut".to_owned()));
    skipped(&collection.beleg(["status", "--format", "json"]))
}

#[test]
fn bombs_are_told_and_do_not_go_off() {
    let bomb = "unpacks to more than 100 times its size; if you trust it, unpack it yourself";
    let inner = zip(&[("leer.jsonl", &blanks(150))]);
    let collection = Collection::new()
        .file("a.zip", &inner)
        .file(
            "b.zip",
            zip(&[("innen.zip", &inner), ("gut.txt", SENTENCE.as_bytes())]),
        )
        .file("c.jsonl.gz", gzip(&blanks(150)))
        .file("d.docx", zip(&[("word/document.xml", &blanks(100))]));
    let told = skipped_in(collection);
    assert!(told.contains(&format!("a.zip: {bomb}")), "{told:?}");
    assert!(
        told.contains(&format!("b.zip#innen.zip: {bomb}")),
        "{told:?}"
    );
    assert!(told.contains(&format!("c.jsonl.gz: {bomb}")), "{told:?}");
    let too_large = "larger than 64 MB; split it into smaller files";
    assert!(told.contains(&format!("d.docx: {too_large}")), "{told:?}");
}

#[test]
fn archives_inside_archives_end_somewhere() {
    let mut archive = SENTENCE.as_bytes().to_vec();
    let mut name = "kern.txt".to_owned();
    for number in 0..9 {
        archive = zip(&[(&name, &archive)]);
        name = format!("{number}.zip");
    }
    let told = skipped_in(Collection::new().file("tief.zip", archive));
    assert_eq!(
        told,
        [
            "tief.zip#7.zip#6.zip#5.zip#4.zip#3.zip: archives lie more than 4 deep inside each \
          other; unpack the outer ones"
        ]
    );
}

#[test]
fn names_that_lead_out_of_an_archive_are_never_followed() {
    let sentence = SENTENCE.as_bytes();
    let members = [
        ("../aus.txt", sentence),
        ("/etc/b.txt", sentence),
        ("c.txt", sentence),
    ];
    let collection = Collection::new().file("namen.zip", zip(&members));
    let told = skipped_in(collection);
    let reason = "a name that leads out of the archive; make the archive anew";
    assert_eq!(
        told,
        [
            format!("namen.zip#../aus.txt: {reason}"),
            format!("namen.zip#/etc/b.txt: {reason}")
        ]
    );
}

#[test]
fn what_breaks_off_is_told_and_what_came_before_is_found() {
    let collection = Collection::new()
        .file("halb.pdf", half(fixture("pdf/columns/spalten.pdf")))
        .file("halb.zip", half(fixture("zip/program/ordner.zip")))
        .file("halb.docx", half(fixture("docx/pandoc/frachter.docx")))
        .file("halb.warc", half(fixture("warc/wget/hafen.warc")))
        .file("halb.tar", &fixture("tar/program/ordner.tar")[..1200]);
    let told = skipped_in(collection);
    let directory = "damaged: the directory at its end is missing or broken; get the file again";
    assert_eq!(
        told,
        [
            format!("halb.docx: {directory}"),
            "halb.pdf: damaged: it breaks off; get the file again".to_owned(),
            "halb.tar: damaged behind member 1: it breaks off or is overwritten; get the file again"
                .to_owned(),
            "halb.warc: damaged: it breaks off; get the file again".to_owned(),
            format!("halb.zip: {directory}"),
        ]
    );
}

#[test]
fn parts_inside_parts_of_a_message_once_brought_the_program_down() {
    let forwarded = "Content-Type: message/rfc822\n\n".repeat(50_000);
    let mut mixed = String::from("Subject: Viel\nMIME-Version: 1.0\n");
    for number in 0..20_000 {
        mixed += &format!("Content-Type: multipart/mixed; boundary=\"{number}\"\n\n--{number}\n");
    }
    let collection = Collection::new()
        .file(
            "a.eml",
            format!("Subject: Tief\n{forwarded}Subject: x\n\n{SENTENCE}\n"),
        )
        .file("b.eml", format!("{mixed}\n{SENTENCE}\n"));
    let reason = "nested too deeply; save it again in another format";
    assert_eq!(
        skipped_in(collection),
        [format!("a.eml: {reason}"), format!("b.eml: {reason}")]
    );
}

#[test]
fn elements_and_entities_of_a_document_end_somewhere() {
    let (open, close) = ("<w:p>".repeat(100_000), "</w:p>".repeat(100_000));
    let deep = format!("<w:body>{open}<w:r><w:t>{SENTENCE}</w:t></w:r>{close}</w:body>");
    let laughs = format!(
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:body><w:p><w:r><w:t>\
         {SENTENCE} &b;&lt;</w:t></w:r></w:p></w:body>"
    );
    let collection = Collection::new()
        .file("tief.docx", zip(&[("word/document.xml", deep.as_bytes())]))
        .file(
            "lachen.docx",
            zip(&[("word/document.xml", laughs.as_bytes())]),
        );
    collection.beleg(["index"]).expect_code(0);
    let found = collection
        .beleg(["search", "Munition", "--format", "json", "--no-refresh"])
        .expect_code(0);
    let texts = found.lines_of_type("hit");
    let texts: Vec<String> = texts.iter().map(|hit| text(&hit["text"])).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.contains(&format!("{SENTENCE} <")), "{texts:?}");
}

#[test]
fn a_second_run_takes_in_only_what_is_new_in_an_archive() {
    let first = [("a.txt", SENTENCE.as_bytes()), ("b.txt", b"Stahl kam an.")];
    let collection = Collection::new().file("akten.zip", zip(&first));
    collection.beleg(["index"]).expect_code(0);
    let second = [
        first[0],
        ("b.txt", b"D\xC3\xBCnger kam an."),
        ("c.txt", b"Kohle kam an."),
    ];
    collection.write("corpus/akten.zip", zip(&second));
    let found = collection
        .beleg(["search", "kam", "--refresh", "--format", "json"])
        .expect_code(0);
    let mut hits = found.sorted_hits();
    hits.sort();
    assert_eq!(
        hits,
        [
            "akten.zip#a.txt:1 kam",
            "akten.zip#b.txt:1 kam",
            "akten.zip#c.txt:1 kam"
        ]
    );
}

#[test]
fn a_citation_in_an_archive_is_shown_as_the_search_printed_it() {
    let collection = Collection::new()
        .file("post.mbox", fixture("mbox/python/post.mbox"))
        .file("ordner.zip", fixture("zip/program/ordner.zip"))
        .file("spalten.pdf", fixture("pdf/columns/spalten.pdf"));
    let found = collection.beleg(["search", "Munition"]).expect_code(0);
    let places = found.stdout().lines().map(str::trim);
    let places: Vec<&str> = places.filter(|line| line.starts_with("corpus/")).collect();
    assert!(places.len() >= 5, "{}", found.stdout());
    for place in places {
        let citation = place.split(" (").next().unwrap_or(place);
        let shown = collection.beleg(["show", citation]).expect_code(0);
        let cited = shown.stdout().lines().find(|line| line.starts_with('>'));
        assert!(
            cited.is_some_and(|line| line.contains("Munition")),
            "{place}:\n{}",
            shown.stdout()
        );
    }
}
