//! What was read of a township, with its digests.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use luoshi_audit::Input;
use sha2::{Digest, Sha256};

/// The files of a folder with these names, those that are there, by name.
pub(super) fn inputs(folder: &Path, names: impl IntoIterator<Item = String>) -> Vec<Input> {
    let input = |name: String| {
        let sha256 = digest(&folder.join(&name)).ok()?;
        Some(Input { name, sha256 })
    };
    let mut inputs: Vec<Input> = names.into_iter().filter_map(input).collect();
    inputs.sort();
    inputs
}

/// The SHA-256 of a file, in hex. It is read piece by piece: a ledger may be large.
fn digest(path: &Path) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut file = BufReader::new(File::open(path)?);
    loop {
        let piece = file.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        digest.update(piece);
        let length = piece.len();
        file.consume(length);
    }
    Ok(digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
