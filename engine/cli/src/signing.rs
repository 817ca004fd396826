//! Files beside an archive: signatures, key files, trust files.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::{LARGEST_NOTE, SecretKey, Trust, read_trust};

use crate::folder::{read_text, shown, unreadable};

/// The ending of a signature file's name, behind that of what is signed.
const SIGNATURE: &str = ".sig";

/// Where the signatures of an archive lie: beside it.
#[must_use]
pub fn signature_file(archive: &Path) -> PathBuf {
    let mut name = archive.as_os_str().to_owned();
    name.push(SIGNATURE);
    PathBuf::from(name)
}

/// The signatures of an archive; none if there is no such file.
///
/// # Errors
/// `LS0301` if it cannot be read.
pub fn read_signatures(archive: &Path) -> Result<Option<Vec<u8>>, Note> {
    let path = signature_file(archive);
    match at_most(&path, LARGEST_NOTE) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(&path, &error)),
    }
}

/// Reads a secret key.
///
/// # Errors
/// `LS0301` if there is no such file, `LS0913` if it is no key file.
pub fn read_key(path: &Path) -> Result<SecretKey, Note> {
    let bytes = at_most(path, LARGEST_NOTE).map_err(|error| unreadable(path, &error))?;
    let text = std::str::from_utf8(&bytes).ok();
    text.and_then(SecretKey::parse).ok_or_else(|| {
        let note = Note::new(Code::KeyForm).arg("what", "file");
        note.arg("value", shown(path))
    })
}

/// Reads a trust file.
///
/// # Errors
/// Everything that is wrong with it; the notes point into `sources`.
pub fn trust_at(path: &Path, sources: &mut Sources) -> Result<Trust, Vec<Note>> {
    let text = read_text(path).map_err(|note| vec![note])?;
    let file = sources.add(shown(path), text.clone());
    let staged = read_trust(file, &text);
    staged.value.ok_or(staged.notes)
}

/// Reads a file; of one that is larger, a byte more than may be.
///
/// # Errors
/// Whatever the system says.
pub fn at_most(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
