//! Single files packed by gzip or Zstandard. Their records are those of the file inside: line 12 of
//! `a.txt.gz` is the line that `zless` shows, and bytes count in the unpacked text.

use super::hashed::Hashed;
use super::record::{EachRecord, Faulty, RecordPlace};
use super::scope::{Input, Scope};
use super::{Format, Reason, read};
use flate2::bufread::GzDecoder;
use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Reads a file packed by gzip (RFC 1952), also of several members. What stands behind them and is not
/// packed is told, and what was packed is read nevertheless, as `gzip` does.
pub(super) fn read_gzip(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut packed = Hashed::new(input);
    let is_followed = Cell::new(false);
    let unpacked = Members {
        member: Some(GzDecoder::new(BufReader::new(&mut packed))),
        is_followed: &is_followed,
    };
    if !read_unpacked(unpacked, scope, each)? {
        return Ok(None);
    }
    if is_followed.get() {
        let place = RecordPlace::default();
        let reason = Reason::TrailingBytes;
        if each(Err(Faulty { place, reason })).is_break() {
            return Ok(None);
        }
    }
    Ok(Some(packed.finish_whole()?))
}

/// What is packed in the members of a gzip file, one behind another.
struct Members<'a, R> {
    /// The member that is read; `None` behind the last.
    member: Option<GzDecoder<R>>,
    /// Whether something else was found behind them.
    is_followed: &'a Cell<bool>,
}

impl<R: BufRead> Read for Members<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(mut member) = self.member.take() {
            let length = member.read(buffer)?;
            if length > 0 {
                self.member = Some(member);
                return Ok(length);
            }
            let mut packed = member.into_inner();
            match packed.fill_buf()? {
                [] => {}
                // The second byte may not have been read yet.
                [0x1F] | [0x1F, 0x8B, ..] => self.member = Some(GzDecoder::new(packed)),
                _ => self.is_followed.set(!is_padding(packed)?),
            }
        }
        Ok(0)
    }
}

/// Whether nothing but zeros follows, with which tapes are filled up.
fn is_padding(mut rest: impl BufRead) -> io::Result<bool> {
    loop {
        let bytes = rest.fill_buf()?;
        let length = bytes.len();
        if length == 0 || bytes.iter().any(|byte| *byte != 0) {
            return Ok(length == 0);
        }
        rest.consume(length);
    }
}

/// Reads a file packed by Zstandard (RFC 8878).
pub(super) fn read_zstandard(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut packed = Hashed::new(input);
    let mut unpacked = zstd::Decoder::new(&mut packed)?;
    unpacked.window_log_max(LARGEST_WINDOW)?;
    if !read_unpacked(unpacked, scope, each)? {
        return Ok(None);
    }
    Ok(Some(packed.finish_whole()?))
}

/// The logarithm of the memory that Zstandard may take: 128 MB, as its own program allows.
const LARGEST_WINDOW: u32 = 27;

/// Reads what was packed; whether it was read to its end.
fn read_unpacked(
    unpacked: impl Read,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<bool, Reason> {
    let name = unpacked_name(scope.name);
    let format = Format::of(Path::new(&name)).map_err(|reason| match reason {
        Reason::UnknownFormat(ending) if ending.is_empty() => Reason::UnknownInside(name.clone()),
        reason => reason,
    })?;
    let scope = scope.inside(&name)?;
    let mut unpacked = scope.metered(unpacked);
    let hash = read::read_input(Input::Stream(&mut unpacked), format, &scope, each)?;
    Ok(hash.is_some())
}

/// The name of the file inside: `a.txt` in `a.txt.gz`, `a.tar` in `a.tgz`.
fn unpacked_name(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match ending.to_lowercase().as_str() {
        "tgz" | "tzst" => format!("{stem}.tar"),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_inside_tells_the_format() {
        assert_eq!(unpacked_name("a.jsonl.gz"), "a.jsonl");
        assert_eq!(unpacked_name("a.TGZ"), "a.tar");
    }
}
