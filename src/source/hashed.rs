//! Reading a file and hashing it in one pass.

use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// A reader that hashes what goes through it.
pub(super) struct Hashed<R> {
    inner: R,
    hash: Sha256,
}

impl<R: Read> Hashed<R> {
    /// Nothing has been read yet.
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
        }
    }

    /// SHA-256 of all bytes that were read.
    pub(super) fn finish(self) -> [u8; 32] {
        self.hash.finalize().into()
    }

    /// SHA-256 of all bytes, also of those that nobody has read yet.
    pub(super) fn finish_whole(mut self) -> io::Result<[u8; 32]> {
        io::copy(&mut self, &mut io::sink())?;
        Ok(self.finish())
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.hash.update(&buffer[..length]);
        Ok(length)
    }
}
