//! Hashes that are the same on every machine and in every release.

use super::features::Template;

/// A feature as a hash.
pub(super) fn feature(template: Template, value: u32) -> u32 {
    let salt = (template as u32 + 1).wrapping_mul(0x85eb_ca77);
    let mut hash = value.wrapping_mul(0x9e37_79b1) ^ salt;
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}

/// The hash of Fowler, Noll and Vo, variant 1a, of a text.
pub(super) fn text(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
