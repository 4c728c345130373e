//! Files that are one record each.

use super::read::Limits;
use super::record::{EachRecord, RawRecord};
use super::{Format, Reason};
use crate::article::Draft;
use std::io::Read;

/// Reads the whole file as one record.
pub(super) fn read(
    file: impl Read,
    format: Format,
    limits: &Limits,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let record = RawRecord::whole(bytes(file, limits)?, format);
    let hash = record.hash;
    Ok(each(Ok(record)).is_continue().then_some(hash))
}

/// All bytes of a file, as far as the limit allows.
pub(super) fn bytes(file: impl Read, limits: &Limits) -> Result<Vec<u8>, Reason> {
    bytes_within(file, limits.record_bytes)
}

/// All bytes of a file, unless they are more than `most`.
pub(super) fn bytes_within(file: impl Read, most: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(Reason::TooLarge(most));
    }
    Ok(bytes)
}

/// The draft of a record, with what is known of it before its text is understood.
pub(super) fn draft(record: &RawRecord, file_name: &str) -> Draft {
    Draft {
        record: record.name.clone(),
        record_start: record.start,
        hash: record.hash,
        file_name: Some(file_name.to_owned()),
        ..Draft::default()
    }
}
