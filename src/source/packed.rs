//! Single files packed by gzip or Zstandard. Their records are those of the file inside: line 12 of
//! `a.txt.gz` is the line that `zless` shows, and bytes count in the unpacked text.

use super::hashed::Hashed;
use super::record::EachRecord;
use super::scope::{Input, Scope};
use super::{Format, Reason, read};
use flate2::read::MultiGzDecoder;
use std::io::{BufReader, Read};
use std::path::Path;

/// Reads a file packed by gzip (RFC 1952), also of several members.
pub(super) fn read_gzip(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut packed = Hashed::new(input);
    let unpacked = MultiGzDecoder::new(BufReader::new(&mut packed));
    if !read_unpacked(unpacked, scope, each)? {
        return Ok(None);
    }
    Ok(Some(packed.finish_whole()?))
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
