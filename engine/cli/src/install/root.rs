//! Where a registry lies: a folder, such as on a stick, or the root of a static site.

use std::io;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::Note;
use luoshi_package::{LARGEST_ARCHIVE, LARGEST_NOTE, Offer};

use crate::folder::{shown, unreadable};
use crate::signing::{at_most, signature_file};
use crate::web::{Length, Site};

/// The root of a registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// A folder.
    Folder(PathBuf),
    /// A static site.
    Web(Site),
}

impl Root {
    /// A registry by what somebody typed: an address if it has `://`, else a folder.
    ///
    /// # Errors
    /// `LS0942`: the address is none that can be read from.
    pub fn at(typed: &Path) -> Result<Root, Note> {
        match typed.to_str().and_then(Site::at) {
            Some(site) => site.map(Root::Web),
            None => Ok(Root::Folder(typed.to_owned())),
        }
    }

    /// A file of the registry as messages show it.
    pub(super) fn called(&self, inside: &str) -> String {
        match self {
            Root::Folder(folder) => shown(&folder.join(inside)),
            Root::Web(site) => site.address(inside),
        }
    }

    /// A file of the registry; none if it is not there. Of one that is too large, a folder gives a byte more than may be.
    pub(super) fn file(&self, inside: &str, most: usize) -> Result<Option<Vec<u8>>, Note> {
        match self {
            Root::Folder(folder) => on_disk(&folder.join(inside), most),
            Root::Web(site) => site.file(inside, Length::AtMost(most)),
        }
    }

    /// The bytes of an archive on offer; none if it is not there. They need not be the right ones.
    pub(super) fn archive(&self, inside: &str, offer: &Offer) -> Result<Option<Vec<u8>>, Note> {
        match self {
            Root::Folder(folder) => on_disk(&folder.join(inside), LARGEST_ARCHIVE),
            // The index is signed: what has another length is another archive, or a part of it.
            Root::Web(site) => site.file(inside, Length::Exactly(offer.size.min(LARGEST_ARCHIVE))),
        }
    }

    /// The signatures of an archive; none if there are none.
    pub(super) fn signatures(&self, inside: &str) -> Result<Option<Vec<u8>>, Note> {
        let file = signature_file(Path::new(inside));
        self.file(&shown(&file), LARGEST_NOTE)
    }
}

fn on_disk(path: &Path, most: usize) -> Result<Option<Vec<u8>>, Note> {
    match at_most(path, most) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}
