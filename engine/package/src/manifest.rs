//! `manifest.json`, the first file of an archive: what the package is, and what it consists of.
//!
//! It holds nothing that is not in the other files: whoever has those can write it again.

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_plan::{Version, VersionRange, parse};
use serde::Serialize;

use crate::digest::Digest;
use crate::files::{HEAD, PackageFiles};
use crate::name::is_package_name;

/// Version of the format of archives.
pub const FORMAT: u64 = 1;

/// What a package is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its name, such as `county/security-prevention`.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// Who publishes it.
    pub publisher: String,
    /// The versions of luoshi that it needs.
    pub engine: VersionRange,
    /// Under what terms it may be used.
    pub licence: String,
    /// The packages that it builds on, as written.
    pub extends: Vec<Extended>,
    /// Every other file of the archive, sorted by path.
    pub files: Vec<FileEntry>,
}

/// A package that another one builds on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extended {
    /// Its name.
    pub name: String,
    /// The versions that will do.
    pub range: VersionRange,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Its path inside the package.
    pub path: String,
    /// Its bytes.
    pub size: usize,
    /// Their digest.
    pub digest: Digest,
}

/// The version of this luoshi.
#[must_use]
pub fn engine_version() -> Version {
    Version::parse(env!("CARGO_PKG_VERSION")).expect("the workspace has a version of three numbers")
}

impl Manifest {
    /// Reads what a package is out of its files.
    ///
    /// # Errors
    /// `LS0906`: the head is missing or lacks something, of which [`luoshi_plan::check_package`] tells the place.
    pub fn of(files: &PackageFiles) -> Result<Manifest, Note> {
        let bad = |why: &'static str| Note::new(Code::PackageHead).term("why", why);
        if !files.files().contains_key(HEAD) {
            return Err(bad("head-missing"));
        }
        let head = parse(&files.folder(""), &mut Sources::default()).head;
        let package = head.package.ok_or_else(|| bad("head-unreadable"))?;
        if !is_package_name(&package.name) {
            return Err(bad("head-name"));
        }
        let extends = head.extends.into_iter().map(|extend| Extended {
            name: extend.package.name,
            range: extend.version,
        });
        let entries = files.files().iter().map(|(path, bytes)| FileEntry {
            path: path.clone(),
            size: bytes.len(),
            digest: Digest::of(bytes),
        });
        Ok(Manifest {
            name: package.name,
            version: package.version,
            publisher: package.publisher,
            engine: package.engine.ok_or_else(|| bad("head-engine"))?,
            licence: package.licence.ok_or_else(|| bad("head-licence"))?,
            extends: extends.collect(),
            files: entries.collect(),
        })
    }

    /// The note that the package needs another luoshi, if it does.
    #[must_use]
    pub fn engine_unfit(&self) -> Option<Note> {
        engine_unfit(&self.name, &self.engine)
    }

    /// The bytes of `manifest.json`.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(&self.record()).expect("texts and numbers alone");
        text.push(b'\n');
        text
    }

    fn record(&self) -> ManifestRecord<'_> {
        let extends = self.extends.iter().map(|extended| ExtendedRecord {
            name: &extended.name,
            version: extended.range.as_str(),
        });
        let files = self.files.iter().map(|file| FileRecord {
            path: &file.path,
            size: file.size,
            sha256: file.digest.hex(),
        });
        ManifestRecord {
            format: FORMAT,
            name: &self.name,
            version: self.version.to_string(),
            publisher: &self.publisher,
            engine: self.engine.as_str(),
            licence: &self.licence,
            extends: extends.collect(),
            files: files.collect(),
        }
    }
}

/// The note that a package needs another luoshi, if it does.
#[must_use]
pub fn engine_unfit(package: &str, engine: &VersionRange) -> Option<Note> {
    let unfit = !engine.includes(engine_version());
    unfit.then(|| {
        let note = Note::new(Code::EngineUnfit).arg("package", package);
        note.arg("wanted", engine.as_str())
            .arg("found", engine_version().to_string())
    })
}

#[derive(Serialize)]
struct ManifestRecord<'m> {
    format: u64,
    name: &'m str,
    version: String,
    publisher: &'m str,
    engine: &'m str,
    licence: &'m str,
    extends: Vec<ExtendedRecord<'m>>,
    files: Vec<FileRecord<'m>>,
}

#[derive(Serialize)]
struct ExtendedRecord<'m> {
    name: &'m str,
    version: &'m str,
}

#[derive(Serialize)]
struct FileRecord<'m> {
    path: &'m str,
    size: usize,
    sha256: String,
}
