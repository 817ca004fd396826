//! The one place of this crate that reads a disk: a package's folder, and an archive.

#![expect(
    clippy::disallowed_methods,
    reason = "somebody must read the folder, and see what the command line's reader passes over"
)]

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note};

use crate::archive::{Archive, LARGEST_ARCHIVE, unpack};
use crate::files::{
    LARGEST_FILE, MOST_BYTES, MOST_FILES, PackageFiles, may_hold, too_much, use_of,
};

/// Reads the files of a package's folder. The notes say what is left out, and what keeps it from being a package.
#[must_use]
pub fn read_directory(folder: &Path) -> (Option<PackageFiles>, Vec<Note>) {
    let mut walk = Walk {
        root: folder,
        entries: Vec::new(),
        bytes: 0,
        notes: Vec::new(),
        failed: false,
    };
    walk.folder("");
    if walk.failed {
        return (None, walk.notes);
    }
    match PackageFiles::new(walk.entries) {
        Ok(files) => (Some(files), walk.notes),
        Err(notes) => {
            walk.notes.extend(notes);
            (None, walk.notes)
        }
    }
}

/// Reads an archive from the disk; `name` is what messages call it.
///
/// # Errors
/// `LS0301` if it cannot be read, and what [`unpack`] says.
pub fn read_archive(file: &Path, name: &str) -> Result<Archive, Vec<Note>> {
    let bytes = at_most(file, LARGEST_ARCHIVE).map_err(|error| vec![unreadable(name, &error)])?;
    unpack(name, &bytes)
}

struct Walk<'w> {
    root: &'w Path,
    entries: Vec<(String, Arc<[u8]>)>,
    bytes: usize,
    notes: Vec<Note>,
    /// Whether something kept a file from being read.
    failed: bool,
}

impl Walk<'_> {
    fn folder(&mut self, inside: &str) {
        let names = match names(&self.root.join(inside)) {
            Ok(names) => names,
            Err(error) => return self.fail(unreadable(&shown(self.root, inside), &error)),
        };
        for name in names {
            if self.failed && self.entries.len() > MOST_FILES {
                return;
            }
            let path = if inside.is_empty() {
                name
            } else {
                format!("{inside}/{name}")
            };
            self.entry(path);
        }
    }

    /// A link is refused even where nothing is behind it: what it leads to may change between two builds.
    fn entry(&mut self, path: String) {
        let kind = match fs::symlink_metadata(self.root.join(&path)) {
            Ok(metadata) => metadata.file_type(),
            Err(error) => return self.fail(unreadable(&shown(self.root, &path), &error)),
        };
        if kind.is_symlink() && may_hold(&path) {
            self.fail(Note::new(Code::PackageLink).arg("path", path));
        } else if kind.is_dir() && may_hold(&path) {
            self.folder(&path);
        } else if kind.is_dir() {
            self.left_out(format!("{path}/"));
        } else if use_of(&path).is_none() {
            self.left_out(path);
        } else if kind.is_file() {
            self.file(path);
        } else {
            self.fail(Note::new(Code::PackageLink).arg("path", path));
        }
    }

    fn file(&mut self, path: String) {
        if self.entries.len() == MOST_FILES {
            return self.fail(too_much("package-files", "", MOST_FILES));
        }
        match at_most(&self.root.join(&path), LARGEST_FILE) {
            Ok(bytes) if self.bytes + bytes.len() > MOST_BYTES => {
                self.fail(too_much("package-bytes", "", MOST_BYTES >> 20));
            }
            Ok(bytes) => {
                self.bytes += bytes.len();
                self.entries.push((path, bytes.into()));
            }
            Err(error) => self.fail(unreadable(&shown(self.root, &path), &error)),
        }
    }

    fn left_out(&mut self, path: String) {
        self.notes
            .push(Note::new(Code::PackageFileLeftOut).arg("path", path));
    }

    fn fail(&mut self, note: Note) {
        self.failed = true;
        self.notes.push(note);
    }
}

/// The names in a folder in one order; of a name that is no Unicode, what can be shown.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The bytes of a file; of one that is larger, a byte more than may be.
fn at_most(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(file)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shown(root: &Path, path: &str) -> String {
    let path = root.join(path).display().to_string().replace('\\', "/");
    path.strip_suffix('/').map_or(path.clone(), str::to_owned)
}

fn unreadable(path: &str, error: &io::Error) -> Note {
    Note::new(Code::FileUnreadable)
        .arg("path", path)
        .arg("detail", error.to_string())
}
