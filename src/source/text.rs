//! Plain text: the file is one article.

use super::read::{EachRecord, Limits, RawRecord};
use super::{Reason, encoding};
use crate::article::{self, Article, Draft, RecordStart};
use sha2::{Digest, Sha256};
use std::io::Read;

/// Reads the whole file as one record.
pub(super) fn read(
    file: impl Read,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits.
    file.take(limits.record_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.record_bytes {
        return Err(Reason::TooLarge(limits.record_bytes));
    }
    let hash = Sha256::digest(&bytes).into();
    let record = RawRecord {
        name: None,
        bytes,
        start: RecordStart::default(),
        hash,
    };
    let flow = each(Ok(record));
    Ok(flow.is_continue().then_some(hash))
}

/// Decodes the text; what it says of itself is found in the text and in the name of the file.
pub(super) fn parse(record: &RawRecord, file_name: &str) -> Result<Article, Reason> {
    let (text, map) = encoding::decode(&record.bytes)?;
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    Ok(article::build(Draft {
        record: record.name.clone(),
        record_start: record.start,
        hash: record.hash,
        file_name: Some(file_name.to_owned()),
        text,
        map,
        ..Draft::default()
    }))
}
