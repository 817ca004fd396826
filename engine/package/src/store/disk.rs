//! Writing so that nothing is lost and nothing half done is taken for whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use luoshi_diagnostics::{Note, write_failed};

use crate::files::PackageFiles;

/// What is done to the disk next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'s> {
    /// A folder is made, with those above it.
    Folder(&'s Path),
    /// The first half of a file is written.
    Begin(&'s Path),
    /// The rest of it is.
    End(&'s Path),
    /// A file or a folder is brought from the system's memory to the disk.
    Sync(&'s Path),
    /// A file or folder gets another name.
    Move(&'s Path, &'s Path),
    /// A folder and all in it is removed.
    Remove(&'s Path),
}

/// Is asked before each step. Its error stands for one of the disk, and a panic for the death of the process,
/// since nothing here cleans up on the way out: so tests reach every state that a fault can leave.
pub type Watch<'w> = dyn FnMut(&Step<'_>) -> io::Result<()> + 'w;

pub(super) struct Disk<'d, 'w> {
    watch: &'d mut Watch<'w>,
}

impl<'d, 'w> Disk<'d, 'w> {
    pub(super) fn new(watch: &'d mut Watch<'w>) -> Disk<'d, 'w> {
        Disk { watch }
    }

    fn step(
        &mut self,
        step: Step<'_>,
        path: &Path,
        act: impl FnOnce() -> io::Result<()>,
    ) -> Result<(), Note> {
        (self.watch)(&step)
            .and_then(|()| act())
            .map_err(|error| write_failed(path, &error))
    }

    pub(super) fn folder(&mut self, path: &Path) -> Result<(), Note> {
        self.step(Step::Folder(path), path, || fs::create_dir_all(path))
    }

    /// Writes the files of a package, all of them safely on the disk at the end.
    pub(super) fn package(&mut self, folder: &Path, files: &PackageFiles) -> Result<(), Note> {
        self.folder(folder)?;
        let mut folders = std::collections::BTreeSet::from([folder.to_owned()]);
        for (path, bytes) in files.files() {
            let path: std::path::PathBuf =
                folder.join(path.split('/').collect::<std::path::PathBuf>());
            let parents = path.ancestors().skip(1);
            let within = parents.take_while(|parent| *parent != folder);
            let new: Vec<_> = within
                .map(Path::to_owned)
                .filter(|p| !folders.contains(p))
                .collect();
            if let Some(deepest) = new.first() {
                self.folder(deepest)?;
            }
            folders.extend(new);
            self.file(&path, bytes)?;
        }
        // The deepest first: a folder is whole when those in it are.
        for folder in folders.iter().rev() {
            self.sync(folder)?;
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Note> {
        let (first, rest) = bytes.split_at(bytes.len() / 2);
        let mut file = None;
        self.step(Step::Begin(path), path, || {
            let mut new = File::create(path)?;
            new.write_all(first)?;
            file = Some(new);
            Ok(())
        })?;
        let mut file = file.expect("it was opened just now");
        self.step(Step::End(path), path, || file.write_all(rest))?;
        self.step(Step::Sync(path), path, || file.sync_all())
    }

    /// Writes a file beside another and then in its place: at any moment there is the old one or the new.
    pub(super) fn replace(&mut self, next: &Path, path: &Path, bytes: &[u8]) -> Result<(), Note> {
        self.file(next, bytes)?;
        self.move_to(next, path)?;
        path.parent().map_or(Ok(()), |folder| self.sync(folder))
    }

    pub(super) fn move_to(&mut self, from: &Path, to: &Path) -> Result<(), Note> {
        self.step(Step::Move(from, to), to, || fs::rename(from, to))
    }

    pub(super) fn remove(&mut self, path: &Path) -> Result<(), Note> {
        self.step(Step::Remove(path), path, || {
            match fs::remove_dir_all(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        })
    }

    /// Syncs the folders above a path, up to and with `top`.
    pub(super) fn sync_up(&mut self, path: &Path, top: &Path) -> Result<(), Note> {
        for folder in path.ancestors().skip(1) {
            self.sync(folder)?;
            if folder == top {
                break;
            }
        }
        Ok(())
    }

    fn sync(&mut self, folder: &Path) -> Result<(), Note> {
        // An empty path is the folder where we are.
        let opened = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        self.step(Step::Sync(folder), folder, || sync_folder(opened))
    }
}

/// Elsewhere a folder cannot be opened as a file, and names are safe once they are given.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
