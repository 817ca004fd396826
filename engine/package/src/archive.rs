//! A package as one file: a ZIP in one form only, so that all readers see the same in it.
//!
//! `ARCHIVE.md` has the form. Whatever is read is written again and must come out the same, byte for
//! byte: this alone refuses what comes twice, overlaps, follows the end, is compressed, encrypted or damaged.

mod zip;

use luoshi_diagnostics::{Code, Note};

use crate::digest::Digest;
use crate::files::{MOST_BYTES, PackageFiles, too_much};
use crate::manifest::{FORMAT, Manifest};

use zip::Fault;

/// The first file of every archive.
pub const MANIFEST: &str = "manifest.json";

/// Bytes of an archive at most: its files, and what the ZIP says of each.
pub const LARGEST_ARCHIVE: usize = MOST_BYTES + (4 << 20);

/// A package as one file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Archive {
    /// The file.
    pub bytes: Vec<u8>,
    /// The digest of the file, which stands for the package.
    pub digest: Digest,
    /// What the package is.
    pub manifest: Manifest,
    /// What is in it.
    pub files: PackageFiles,
}

/// Makes the archive of a package. The same files make the same bytes, wherever and whenever.
///
/// # Errors
/// `LS0906`: the files do not say what the package is.
pub fn pack(files: PackageFiles) -> Result<Archive, Note> {
    let manifest = Manifest::of(&files)?;
    let own = manifest.bytes();
    let others = files.files().iter();
    let others = others.map(|(path, bytes)| (path.as_str(), &**bytes));
    let bytes = zip::write([(MANIFEST, own.as_slice())].into_iter().chain(others));
    Ok(Archive {
        digest: Digest::of(&bytes),
        bytes,
        manifest,
        files,
    })
}

/// The digest of the archive that these files make.
///
/// # Errors
/// `LS0906`: the files do not say what the package is.
pub fn digest_of(files: &PackageFiles) -> Result<Digest, Note> {
    pack(files.clone()).map(|archive| archive.digest)
}

/// Reads an archive; `name` is what messages call it.
///
/// # Errors
/// Everything that keeps it from being one. A caller that reads from a disk needs to read no more
/// than [`LARGEST_ARCHIVE`] and a byte.
pub fn unpack(name: &str, bytes: &[u8]) -> Result<Archive, Vec<Note>> {
    if bytes.len() > LARGEST_ARCHIVE {
        return Err(vec![too_much("package-bytes", "", MOST_BYTES >> 20)]);
    }
    let entries = zip::read(bytes).map_err(|fault| vec![refused(name, fault)])?;
    let Some(((MANIFEST, manifest), others)) = entries.split_first() else {
        return Err(vec![form(name, "zip-manifest")]);
    };
    if format(manifest).is_some_and(|format| format > FORMAT) {
        return Err(vec![Note::new(Code::ArchiveNewer).arg("path", name)]);
    }
    let others = others
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), (*bytes).into()));
    let files = PackageFiles::new(others)?;
    let archive = pack(files).map_err(|note| vec![note])?;
    if archive.bytes != bytes {
        return Err(vec![form(name, "zip-other")]);
    }
    Ok(archive)
}

/// The version of the format that a manifest names; it is told even where the rest is of no form known here.
fn format(manifest: &[u8]) -> Option<u64> {
    let manifest: serde_json::Value = serde_json::from_slice(manifest).ok()?;
    manifest.get("format")?.as_u64()
}

fn refused(name: &str, fault: Fault) -> Note {
    match fault {
        Fault::NoZip => damaged(name, "zip-none"),
        Fault::Truncated => damaged(name, "zip-truncated"),
        Fault::Compressed => form(name, "zip-compressed"),
        Fault::Encrypted => form(name, "zip-encrypted"),
        Fault::Name => form(name, "zip-name"),
        Fault::TooMany => too_much("package-files", "", crate::files::MOST_FILES),
    }
}

fn damaged(name: &str, why: &'static str) -> Note {
    Note::new(Code::ArchiveDamaged)
        .arg("path", name)
        .term("why", why)
}

fn form(name: &str, why: &'static str) -> Note {
    Note::new(Code::ArchiveForm)
        .arg("path", name)
        .term("why", why)
}
