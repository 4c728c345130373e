//! Texts as files of all kinds, as small programs write them.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write};

use encoding_rs::WINDOWS_1252;
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A message in quoted-printable.
    Mail,
    /// A document of Microsoft Word.
    Docx,
    /// PDF with lines of 80 characters.
    Pdf,
    /// Plain text, packed.
    Gzip,
    /// An archive with a plain text.
    Zip,
}

/// Lines on a page of PDF.
const LINES: usize = 50;

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 8] = [
        Kind::Text,
        Kind::Markdown,
        Kind::Html,
        Kind::Mail,
        Kind::Docx,
        Kind::Pdf,
        Kind::Gzip,
        Kind::Zip,
    ];

    /// What a folder of a newsroom may hold: every tenth file is PDF, three of ten are web pages.
    pub const USUAL: [Kind; 10] = [
        Kind::Text,
        Kind::Html,
        Kind::Docx,
        Kind::Text,
        Kind::Html,
        Kind::Mail,
        Kind::Pdf,
        Kind::Html,
        Kind::Markdown,
        Kind::Zip,
    ];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Text => "txt",
            Kind::Markdown => "md",
            Kind::Html => "html",
            Kind::Mail => "eml",
            Kind::Docx => "docx",
            Kind::Pdf => "pdf",
            Kind::Gzip => "txt.gz",
            Kind::Zip => "zip",
        }
    }

    /// The bytes of a file with this text.
    pub fn written(self, text: &str) -> io::Result<Vec<u8>> {
        match self {
            Kind::Text | Kind::Markdown => Ok(text.as_bytes().to_vec()),
            Kind::Html => Ok(page(text).into_bytes()),
            Kind::Mail => Ok(message(text).into_bytes()),
            Kind::Docx => zipped("word/document.xml", document(text).as_bytes()),
            Kind::Pdf => pdf(text),
            Kind::Gzip => {
                let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
                gzip.write_all(text.as_bytes())?;
                gzip.finish()
            }
            Kind::Zip => zipped("artikel.txt", text.as_bytes()),
        }
    }
}

fn zipped(name: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default())?;
    zip.write_all(bytes)?;
    Ok(zip.finish()?.into_inner())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn page(text: &str) -> String {
    let paragraphs = text.lines().fold(String::new(), |page, line| {
        page + "<p>" + &escaped(line) + "</p>\n"
    });
    format!(
        "<!doctype html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Rede</title></head>\
         <body><nav><a href=\"/\">Start</a></nav><article>{paragraphs}</article></body></html>"
    )
}

fn message(text: &str) -> String {
    let mut message = String::from(
        "From: A. B. <a@blatt.example>\r\nSubject: Rede\r\nMIME-Version: 1.0\r\nContent-Type: \
         text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
    );
    let mut column = 0;
    for byte in text.bytes() {
        let code = match byte {
            b'\n' => "\r\n".to_owned(),
            b'=' | 128.. => format!("={byte:02X}"),
            _ => (byte as char).to_string(),
        };
        if byte == b'\n' {
            column = 0;
        } else if column + code.len() > 72 {
            message += "=\r\n";
            column = 0;
        }
        column += code.len();
        message += &code;
    }
    message
}

fn document(text: &str) -> String {
    let paragraphs = text.lines().fold(String::new(), |document, line| {
        document + "<w:p><w:r><w:t>" + &escaped(line) + "</w:t></w:r></w:p>"
    });
    format!("<w:document><w:body>{paragraphs}</w:body></w:document>")
}

/// Pages of text in Helvetica, as programs of business print letters.
fn pdf(text: &str) -> io::Result<Vec<u8>> {
    let lines: Vec<String> = text.lines().flat_map(wrapped).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        Vec::new(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    let mut kids = String::new();
    for page in lines.chunks(LINES) {
        let number = objects.len() + 1;
        let _ = write!(kids, "{number} 0 R ");
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R\
                 /Resources<</Font<</F 3 0 R>>>>>>",
                number + 1
            )
            .into_bytes(),
        );
        objects.push(content(page)?);
    }
    let count = objects.len() / 2 - 1;
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {count}>>").into_bytes();
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = String::new();
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
        write!(bytes, "{number} 0 obj ")?;
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b" endobj\n");
    }
    let start = bytes.len();
    let size = objects.len() + 1;
    write!(
        bytes,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer <</Size {size}/Root 1 0 R>>\n\
         startxref\n{start}\n%%EOF\n"
    )?;
    Ok(bytes)
}

fn content(lines: &[String]) -> io::Result<Vec<u8>> {
    let mut drawn = b"BT /F 11 Tf 14 TL 60 780 Td\n".to_vec();
    for line in lines {
        let (line, _, _) = WINDOWS_1252.encode(line);
        drawn.push(b'(');
        for byte in line.iter() {
            if b"()\\".contains(byte) {
                drawn.push(b'\\');
            }
            drawn.push(*byte);
        }
        drawn.extend_from_slice(b") Tj T*\n");
    }
    drawn.extend_from_slice(b"ET");
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&drawn)?;
    let packed = packed.finish()?;
    let mut object =
        format!("<</Filter/FlateDecode/Length {}>> stream\n", packed.len()).into_bytes();
    object.extend(packed);
    object.extend_from_slice(b"\nendstream");
    Ok(object)
}

/// A paragraph in lines of at most eighty characters.
fn wrapped(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = &mut lines[0..];
        let last = line.len() - 1;
        match line[last].chars().count() + word.chars().count() < 80 {
            true if line[last].is_empty() => line[last].push_str(word),
            true => line[last] += &format!(" {word}"),
            false => lines.push(word.to_owned()),
        }
    }
    lines
}
