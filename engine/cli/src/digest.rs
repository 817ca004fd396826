//! The digest of a file, read piece by piece: it may be a long video, or a ledger of a province.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use luoshi_package::Digest;
use sha2::{Digest as _, Sha256};

/// Bytes that are read at a time.
const PIECE: usize = 64 << 10;

/// Of the bytes of a file.
///
/// # Errors
/// What keeps it from being read.
pub fn digest_of_file(path: &Path) -> io::Result<Digest> {
    let mut file = BufReader::with_capacity(PIECE, File::open(path)?);
    let mut sum = Sha256::new();
    loop {
        let piece = file.fill_buf()?;
        if piece.is_empty() {
            return Ok(Digest::from_bytes(sum.finalize().into()));
        }
        sum.update(piece);
        let length = piece.len();
        file.consume(length);
    }
}
