//! Captures of the web (ISO 28500): every page that was fetched is a record, named by its address.

use super::hashed::Hashed;
use super::headers::{Headers, body_start};
use super::names::Names;
use super::record::{EachRecord, Faulty, RawRecord};
use super::scope::{Input, Scope};
use super::{Format, Reason, whole};
use crate::article::{Origin, Property, RecordStart, Statement};
use flate2::read::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// The longest headers of a capture, in bytes.
const LONGEST_HEADERS: usize = 64 * 1024;

/// Reads the captures in their order.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut hashed = Hashed::new(input);
    let mut captures = Captures {
        file: BufReader::new(&mut hashed),
        at: RecordStart::default(),
        longest: scope.limits.record_bytes,
    };
    let mut names = Names::default();
    while let Some(capture) = captures.next_capture()? {
        if read_capture(capture, &mut names, scope, each).is_break() {
            return Ok(None);
        }
        if scope.is_spent() {
            return Err(Reason::bomb());
        }
    }
    drop(captures);
    Ok(Some(hashed.finish_whole()?))
}

/// Something that was captured.
struct Capture {
    headers: Headers,
    /// Where the block begins in the file.
    start: RecordStart,
    block: Result<Vec<u8>, Reason>,
}

struct Captures<R> {
    file: BufReader<R>,
    /// What is read next.
    at: RecordStart,
    longest: u64,
}

impl<R: Read> Captures<R> {
    fn next_capture(&mut self) -> Result<Option<Capture>, Reason> {
        let Some(headers) = self.headers()? else {
            return Ok(None);
        };
        let length = headers
            .get("content-length")
            .and_then(|length| length.parse().ok());
        let length: u64 =
            length.ok_or_else(|| Reason::Damaged("a capture without its length".to_owned()))?;
        let start = self.at;
        let block = match length <= self.longest {
            true => {
                let mut block = Vec::new();
                (&mut self.file).take(length).read_to_end(&mut block)?;
                if (block.len() as u64) < length {
                    return Err(Reason::Damaged("it breaks off".to_owned()));
                }
                self.at.line += memchr::memchr_iter(b'\n', &block).count() as u32;
                Ok(block)
            }
            false => {
                io::copy(&mut (&mut self.file).take(length), &mut io::sink())?;
                Err(Reason::TooLarge(self.longest))
            }
        };
        self.at.byte += length;
        Ok(Some(Capture {
            headers,
            start,
            block,
        }))
    }

    /// The headers of the next capture; `None` at the end of the file.
    fn headers(&mut self) -> Result<Option<Headers>, Reason> {
        let mut lines = Vec::new();
        loop {
            let before = lines.len();
            let room = (LONGEST_HEADERS - before) as u64;
            let length = (&mut self.file).take(room).read_until(b'\n', &mut lines)?;
            self.at.byte += length as u64;
            self.at.line += u32::from(lines.ends_with(b"\n"));
            let line = lines[before..].trim_ascii();
            match () {
                () if length == 0 && before == 0 => return Ok(None),
                () if line.is_empty() && before == 0 => lines.clear(),
                () if !lines.starts_with(b"WARC/") => {
                    return Err(Reason::Damaged(
                        "no capture where one should begin".to_owned(),
                    ));
                }
                () if length == 0 => return Err(Reason::Damaged("it breaks off".to_owned())),
                () if line.is_empty() => return Ok(Some(Headers::of(&lines))),
                () => {}
            }
        }
    }
}

fn read_capture(
    capture: Capture,
    names: &mut Names,
    scope: &Scope,
    each: &mut EachRecord,
) -> ControlFlow<()> {
    let kind = capture.headers.get("warc-type").unwrap_or_default();
    // Requests, and what the capturing program says of itself, are no sources.
    let is_page = matches!(kind, "response" | "resource" | "conversion");
    let Some(address) = capture.headers.get("warc-target-uri").filter(|_| is_page) else {
        return ControlFlow::Continue(());
    };
    let address = address.trim_matches(['<', '>']).to_owned();
    if address.starts_with("metadata:") {
        return ControlFlow::Continue(());
    }
    let name = names.unique(address.clone());
    let page = capture.block.and_then(|block| match kind {
        "response" => Page::of_response(block, scope),
        _ => Ok(Page::new(block, capture.headers.get("content-type"))),
    });
    match page {
        Ok(page) => page.hand_on(&name, &address, capture.start, scope, each),
        Err(reason) => each(Err(Faulty::member(&name, reason))),
    }
}

/// What was fetched from an address.
struct Page {
    bytes: Vec<u8>,
    media_type: String,
    /// What of the block stands before it: bytes and lines; `None` when it was packed there.
    before: Option<RecordStart>,
}

impl Page {
    fn new(bytes: Vec<u8>, media_type: Option<&str>) -> Self {
        Self {
            bytes,
            media_type: media_type.unwrap_or_default().to_lowercase(),
            before: Some(RecordStart::default()),
        }
    }

    /// Takes the body out of an answer in HTTP (RFC 9112).
    fn of_response(block: Vec<u8>, scope: &Scope) -> Result<Self, Reason> {
        let start = body_start(&block).unwrap_or(block.len());
        let (head, body) = block.split_at(start);
        let status = head.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
        if !status.starts_with(b"2") {
            return Err(Reason::NotFetched(
                String::from_utf8_lossy(status).into_owned(),
            ));
        }
        let headers = Headers::of(head);
        let mut page = Self::new(body.to_vec(), headers.get("content-type"));
        page.before = Some(RecordStart {
            byte: start as u64,
            line: memchr::memchr_iter(b'\n', head).count() as u32,
        });
        if headers.says("transfer-encoding", "chunked") {
            // Some programs keep the header after they have put the chunks together.
            if let Some(whole) = unchunked(&page.bytes) {
                (page.bytes, page.before) = (whole, None);
            }
        }
        if headers.says("content-encoding", "gzip") && page.bytes.starts_with(b"\x1f\x8b") {
            let unpacked = scope.metered(MultiGzDecoder::new(page.bytes.as_slice()));
            (page.bytes, page.before) = (whole::bytes(unpacked, scope.limits)?, None);
        }
        Ok(page)
    }

    /// The format, by what the server said, else by the address.
    fn format(&self, address: &str) -> Result<Format, Reason> {
        let media_type = self.media_type.split(';').next().unwrap_or_default().trim();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        match media_type {
            "text/html" | "application/xhtml+xml" => Ok(Format::Html),
            "text/plain" => Ok(Format::Text),
            "application/pdf" => Ok(Format::Pdf),
            "application/octet-stream" | "" => Format::of(Path::new(path)),
            // Data and parts of pages are no articles, whatever their names are.
            other => Err(Reason::UnknownFormat(other.to_owned())),
        }
    }

    fn hand_on(
        self,
        name: &str,
        address: &str,
        block: RecordStart,
        scope: &Scope,
        each: &mut EachRecord,
    ) -> ControlFlow<()> {
        let said = [Statement::new(Property::Url, Origin::Header, address)];
        match (self.format(address), self.before) {
            (Ok(format @ (Format::Html | Format::Text)), Some(before)) => {
                // The page stands in the file as it was sent, and is cited there.
                let start = RecordStart {
                    byte: block.byte + before.byte,
                    line: block.line + before.line,
                };
                each(Ok(RawRecord {
                    name: Some(name.to_owned()),
                    start,
                    said: said.into(),
                    ..RawRecord::whole(self.bytes, format)
                }))
            }
            (format, _) => {
                let mut bytes = self.bytes.as_slice();
                scope.read_unpacked(name, format, &mut bytes, &mut |record| {
                    each(record.map(|record| RawRecord {
                        said: said.clone().into(),
                        ..record
                    }))
                })
            }
        }
    }
}

/// The chunks of a body put together; `None` when it is not in chunks.
fn unchunked(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    loop {
        let end = memchr::memchr(b'\n', bytes)?;
        let line = str::from_utf8(bytes[..end].trim_ascii()).ok()?;
        let size = line.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        bytes = &bytes[end + 1..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(bytes.get(..size)?);
        bytes = bytes.get(size..)?;
        bytes = bytes
            .strip_prefix(b"\r\n")
            .or_else(|| bytes.strip_prefix(b"\n"))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together_and_other_bodies_left_alone() {
        let chunks = b"4\r\nMuni\r\n5;x=y\r\ntion.\r\n0\r\n\r\n";
        assert_eq!(unchunked(chunks).as_deref(), Some(&b"Munition."[..]));
        assert_eq!(unchunked(b"<p>Munition</p>"), None);
        assert_eq!(unchunked(b"ff\r\nMunition"), None);
    }
}
