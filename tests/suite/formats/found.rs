//! What files made to do harm, and files that only look strange, once cost: time without end, memory
//! without end, or articles that nobody was told of.

use super::archives::{SENTENCE, blanks, gzip, skipped_in, zip};
use crate::harness::{Collection, text};
use beleg::source::{Format, Limits, Reason, parse, read};
use std::fs::File;
use std::io::Write;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Far more than any of these takes, and far less than it once took.
const PATIENCE: Duration = Duration::from_secs(60);

/// A head of a member of a TAR archive (POSIX ustar).
fn head(name: &str, kind: u8, size: usize) -> Vec<u8> {
    let mut head = vec![0; 512];
    head[..name.len()].copy_from_slice(name.as_bytes());
    head[100..108].copy_from_slice(b"0000644\0");
    head[124..136].copy_from_slice(format!("{size:011o}\0").as_bytes());
    head[156] = kind;
    head[257..265].copy_from_slice(b"ustar  \0");
    head[148..156].fill(b' ');
    let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
    head[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    head
}

fn member(name: &str, text: &str) -> Vec<u8> {
    let mut member = head(name, b'0', text.len());
    member.extend(text.bytes());
    member.resize(member.len().next_multiple_of(512), 0);
    member
}

/// Adds to the directory of an archive with one member the same member under many names.
fn overlapping(archive: &[u8], times: u16) -> Vec<u8> {
    let place = |mark: &[u8]| memchr::memmem::rfind(archive, mark).expect("it is there");
    let (directory, end) = (place(b"PK\x01\x02"), place(b"PK\x05\x06"));
    let entry = &archive[directory..end];
    let mut made = archive[..directory].to_vec();
    for number in 0..times {
        let mut entry = entry.to_vec();
        entry[46..50].copy_from_slice(format!("{number:04}").as_bytes());
        made.extend(entry);
    }
    let mut last = archive[end..].to_vec();
    last[8..10].copy_from_slice(&times.to_le_bytes());
    last[10..12].copy_from_slice(&times.to_le_bytes());
    let size = (entry.len() * usize::from(times)) as u32;
    last[12..16].copy_from_slice(&size.to_le_bytes());
    made.extend(last);
    made
}

#[test]
fn members_of_an_archive_that_share_their_bytes_are_a_bomb() {
    let text = "Munition kam aus dem Norden. ".repeat(2_000);
    let archive = overlapping(&zip(&[("0000.txt", text.as_bytes())]), 200);
    let told = skipped_in(Collection::new().file("a.zip", archive));
    let bomb = "unpacks to more than 100 times its size; if you trust it, unpack it yourself";
    assert_eq!(told, [format!("a.zip: {bomb}")]);
}

#[test]
fn members_of_one_name_were_lost_without_a_word() {
    let twice = zip(&[("a.txt", b"Stahl kam an."), ("b.txt", SENTENCE.as_bytes())]);
    let name = memchr::memmem::find_iter(&twice, b"b.txt").collect::<Vec<_>>();
    let mut one_name = twice.clone();
    name.iter().for_each(|at| one_name[*at] = b'a');
    let told = skipped_in(Collection::new().file("a.zip", one_name));
    let reason =
        "1 of its members have the name of a later one and are not read; name each its own way";
    assert_eq!(told, [format!("a.zip: {reason}")]);
}

#[test]
fn a_second_member_or_attachment_of_one_name_was_of_no_known_format() {
    let mut tar = member("a.txt", "Munition im Hafen.");
    tar.extend(member("a.txt", "Munition im Zug."));
    tar.extend([0; 1024]);
    let attached = |text: &str| {
        format!(
            "--g\nContent-Type: text/plain; name=\"a.txt\"\nContent-Disposition: attachment; filename=\"a.txt\"\n\n{text}\n"
        )
    };
    let message = format!(
        "Subject: Akten\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=g\n\n\
         --g\nContent-Type: text/plain\n\nAnbei.\n{}{}--g--\n",
        attached("Munition eins."),
        attached("Munition zwei.")
    );
    let collection = Collection::new().file("b.tar", tar).file("c.eml", message);
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(
        found.sorted_hits(),
        [
            "b.tar#a.txt:1 Munition",
            "b.tar#a~2.txt:1 Munition",
            "c.eml#a.txt:1 Munition",
            "c.eml#a~2.txt:1 Munition"
        ]
    );
}

#[test]
fn parts_inside_parts_were_not_seen_when_their_names_were_in_capitals() {
    let forwarded = |kind: &str| format!("Content-Type: {kind}\n\n").repeat(50_000);
    let mut collection = Collection::new();
    for (name, kind) in [
        ("a", "MESSAGE/RFC822"),
        ("b", "message/global"),
        ("c", "\n message/rfc822"),
    ] {
        let message = format!(
            "Subject: Tief\n{}Subject: x\n\n{SENTENCE}\n",
            forwarded(kind)
        );
        collection = collection.file(&format!("{name}.eml"), message);
    }
    let reason = "nested too deeply; save it again in another format";
    let names = ["a", "b", "c"];
    assert_eq!(
        skipped_in(collection),
        names.map(|name| format!("{name}.eml: {reason}"))
    );
}

#[test]
fn names_without_end_in_an_archive_once_took_all_memory() {
    let mut archive = member("a.txt", SENTENCE);
    archive.extend(head("././@LongLink", b'L', 100_000_000));
    archive.extend(blanks(100));
    let told = skipped_in(Collection::new().file("a.tar.gz", gzip(&archive)));
    let reason = "damaged behind member 1: it breaks off or is overwritten; get the file again";
    assert_eq!(told, [format!("a.tar.gz: {reason}")]);
}

#[test]
fn files_that_name_the_same_thing_again_and_again_once_took_forever() {
    let started = Instant::now();
    let texts = "\"text\":\"Munition\",".repeat(100_000);
    let parts = "--b\nContent-Type: text/plain\n\nMunition\n".repeat(50_000);
    let items = "<itemref idref=\"i\"/>".repeat(100_000);
    let container = "<container><rootfile full-path=\"c.opf\"/></container>";
    let book = format!(
        "<package><manifest><item id=\"i\" href=\"a.html\"/></manifest><spine>{items}</spine></package>"
    );
    let page = "<p>Munition im Buch.</p>".repeat(1_000);
    let collection = Collection::new()
        .file("a.json", format!("{{{texts}\"id\":1}}"))
        .file(
            "b.eml",
            format!("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n"),
        )
        .file(
            "c.epub",
            zip(&[
                ("META-INF/container.xml", container.as_bytes()),
                ("c.opf", book.as_bytes()),
                ("a.html", page.as_bytes()),
            ]),
        )
        .file("d.jsonl", "{\"id\":\"1\",\"text\":\"\"}\n".repeat(100_000));
    let index = collection.beleg(["index"]).expect_code(0);
    assert!(
        index.stdout().starts_with("3 articles"),
        "{}",
        index.stdout()
    );
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
}

#[test]
fn a_document_of_very_many_parts_is_no_larger_than_one_of_few() {
    let part = format!(
        "<w:hdr><w:p><w:t>{}</w:t></w:p></w:hdr>",
        "a ".repeat(30_000)
    );
    let names: Vec<String> = (0..20)
        .map(|number| format!("word/header{number}.xml"))
        .collect();
    let mut members: Vec<(&str, &[u8])> = vec![("word/document.xml", b"<w:document/>")];
    members.extend(names.iter().map(|name| (name.as_str(), part.as_bytes())));
    let collection = Collection::new().file("a.docx", zip(&members));
    let limits = Limits {
        record_bytes: 1_000_000,
        ..Limits::default()
    };
    let mut outcome = None;
    let path = collection.path("corpus/a.docx");
    let read = read(&path, Format::Docx, &limits, &mut |record| {
        outcome = record.ok().map(|record| parse(&record, &limits, "a.docx"));
        ControlFlow::Continue(())
    });
    assert!(read.is_ok());
    assert!(matches!(outcome, Some(Err(Reason::TooLarge(_)))));
}

#[test]
fn files_of_records_without_a_record_were_passed_over_in_silence() {
    let names = [
        "a.jsonl", "b.csv", "c.zip", "d.tar", "e.mbox", "f.json", "g.warc",
    ];
    let collection = Collection::new()
        .file("a.jsonl", "\n\n")
        .file("b.csv", "id,text\n")
        .file(
            "c.zip",
            zip(&[(".DS_Store", b"x"), ("__MACOSX/a.txt", b"x")]),
        )
        .file("d.tar", vec![0; 10_240])
        .file("e.mbox", "")
        .file("f.json", "[]")
        .file("g.warc", "");
    let told = skipped_in(collection);
    assert_eq!(told.len(), names.len(), "{told:?}");
    for name in ["a.jsonl", "b.csv", "c.zip", "d.tar", "f.json", "g.warc"] {
        assert!(
            told.contains(&format!("{name}: holds no text")),
            "{name}: {told:?}"
        );
    }
}

#[test]
fn a_gigabyte_without_a_line_end_is_refused_as_soon_as_it_is_too_long() {
    let collection = Collection::new();
    for (name, start) in [
        ("a.txt", "Munition"),
        ("b.html", "<p>"),
        ("c.pdf", "%PDF-1.4"),
    ] {
        let path = collection.path("corpus").join(name);
        let mut file = File::create(path).expect("it can be made");
        file.write_all(start.as_bytes()).expect("it can be written");
        // Most systems keep no zeros on the disk.
        file.set_len(1 << 30).expect("it can be made longer");
    }
    let started = Instant::now();
    let reason = "larger than 64 MB; split it into smaller files";
    let names = ["a.txt", "b.html", "c.pdf"];
    assert_eq!(
        skipped_in(collection),
        names.map(|name| format!("{name}: {reason}"))
    );
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
}

#[test]
fn a_field_of_a_hundred_megabytes_loses_its_row_only() {
    let mut table = b"id,text\n1,\"".to_vec();
    table.extend(b"Munition ".repeat(11_200_000));
    table.extend(b"\"\n2,Munition im Hafen\n");
    let told = skipped_in(Collection::new().file("a.csv", table));
    assert_eq!(
        told,
        ["a.csv:2: a row longer than 8 MB; see whether a quote in it is closed"]
    );
}

#[test]
fn what_is_packed_three_times_is_read() {
    let packed = gzip(&gzip(&gzip(SENTENCE.as_bytes())));
    let collection = Collection::new().file("a.txt.gz.gz.gz", packed);
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    assert_eq!(found.lines_of_type("hit").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_seen_is_told() {
    use std::fs::{Permissions, read_dir, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let collection = Collection::new().file("zu/a.txt", SENTENCE);
    let closed = collection.path("corpus/zu");
    set_permissions(&closed, Permissions::from_mode(0o000)).expect("it is ours");
    // Nothing is closed to the administrator of a machine.
    let is_closed = read_dir(&closed).is_err();
    let told = collection.beleg(["index"]).expect_code(0);
    set_permissions(&closed, Permissions::from_mode(0o755)).expect("it is ours");
    let reason = "skipped corpus/zu: cannot be read: Permission denied (os error 13)";
    assert_eq!(
        told.stderr().contains(reason),
        is_closed,
        "{}",
        told.stderr()
    );
}

/// What a collection of one file tells of it, and how many articles it gives.
fn told_of(name: &str, bytes: Vec<u8>) -> (Vec<String>, usize) {
    let collection = Collection::new().file(name, bytes);
    collection.beleg(["index"]).expect_code(0);
    let found = collection.beleg(["search", "Munition", "--format", "json", "--no-refresh"]);
    let status = collection.beleg(["status", "--format", "json"]);
    let skipped = status.only("status")["skipped"].clone();
    let reasons = skipped.as_array().expect("a list").iter();
    let reasons = reasons.map(|skipped| text(&skipped["reason"])).collect();
    (reasons, found.lines_of_type("hit").len())
}

#[test]
fn what_is_packed_was_lost_when_something_stood_behind_it() {
    let packed = gzip(SENTENCE.as_bytes());
    let with = |rest: &[u8]| [&packed, rest].concat();
    let told = "something that is not packed stands behind its end and was left out; \
                if text is missing, get the file again";
    let expected = (vec![told.to_owned()], 1);
    assert_eq!(told_of("a.txt.gz", with(b"</html>")), expected);
    assert_eq!(told_of("a.txt.gz", with(b"\0\0\0</html>")), expected);
    // Zeros fill up a tape, and a second member goes on where the first ends.
    assert_eq!(told_of("a.txt.gz", with(&[0; 9000])), (Vec::new(), 1));
    let twice = told_of("a.txt.gz", with(&gzip(b" Stahl auch.")));
    assert_eq!(twice, (Vec::new(), 1));
}

#[test]
fn documents_whose_parts_are_in_utf16_were_refused() {
    let part = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"w\"><w:body><w:p><w:r>\
         <w:t>{SENTENCE} Für Köln.</w:t></w:r></w:p></w:body></w:document>"
    );
    for (mark, bytes) in [
        ([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]),
        ([0xFE, 0xFF], u16::to_be_bytes),
    ] {
        let units = part.encode_utf16().flat_map(bytes);
        let part: Vec<u8> = mark.into_iter().chain(units).collect();
        let document = zip(&[("word/document.xml", &part)]);
        assert_eq!(told_of("a.docx", document), (Vec::new(), 1));
    }
}

#[test]
fn a_quote_that_nobody_closed_took_a_gigabyte() {
    let mut table = format!("id,text\n1,{SENTENCE}\n2,\"").into_bytes();
    table.extend(b"\"\"".repeat(15_000_000));
    table.extend(format!("\"\n3,{SENTENCE}\n").bytes());
    let told = "a row longer than 8 MB; see whether a quote in it is closed";
    assert_eq!(told_of("a.csv", table), (vec![told.to_owned()], 2));
}

#[test]
fn words_of_code_behind_a_line_end_were_cited_without_bytes() {
    let page = "Der Befehl `lade Größe\nund Munition` kam am Montag.\n";
    let collection = Collection::new().file("a.md", page);
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    let mark = &found.only("hit")["marks"][0];
    let start = page.find("Munition").expect("it is there") as u64;
    assert_eq!(mark["byte_start"].as_u64(), Some(start));
    assert_eq!(mark["byte_end"].as_u64(), Some(start + 8));
}
