//! Files on the disk whole or not at all.
//!
//! In: a path, and what is to stand there. Out: the new file, on the disk itself; or what was there before, and why.
//! Never here: what the bytes mean.
//!
//! A file is written under a hidden name beside the one whose place it takes, brought to the disk, renamed, and then
//! its folder is brought to the disk. Whoever is killed in between leaves what was there, and at most that hidden file,
//! which the next write of the same file takes over.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use luoshi_diagnostics::{Code, Note, write_failed};
use luoshi_package::Digest;
use sha2::{Digest as _, Sha256};

/// The end of a hidden name.
const ENDING: &str = ".luoshi-new";
/// How often, and after what pause, it is seen whether another process has written the same file.
const PATIENCE: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// Puts bytes in the place of a file.
///
/// # Errors
/// `LS0604`, `LS0620`, `LS0621` or `LS0622`: the disk refuses, and what was there is there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Note> {
    write_with(path, |out| out.write_all(bytes))
        .map_err(|error: io::Error| write_failed(path, &error))
}

/// Writes a file that is not there yet. One that is there with these very bytes is what a run that was killed has left, and
/// as good as written.
///
/// # Errors
/// `LS0605`: something else is there. And as [`write()`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Note> {
    let there = path.try_exists().unwrap_or(true);
    let same = || path.is_file() && fs::read(path).is_ok_and(|there| there == bytes);
    if there && !same() {
        let shown = path.display().to_string();
        return Err(Note::new(Code::AlreadyExists).arg("path", shown));
    }
    // Written again even so: whoever was killed may not have brought it to the disk.
    write(path, bytes)
}

/// Puts in the place of a file what is written piece by piece.
///
/// # Errors
/// What the writer says, and whatever the disk does; what was there is there.
pub fn write_with<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, E>,
) -> Result<T, E> {
    let mut draft = Draft::begin(path)?;
    let value = write(&mut draft.out)?;
    draft.sync()?;
    draft.place()?;
    sync_folder(path)?;
    Ok(value)
}

/// Puts bytes in the place of several files, in their order. All are on the disk before the first takes its place: where
/// one cannot be written, none is changed.
///
/// # Errors
/// As [`write()`].
pub fn write_each(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Note> {
    let mut drafts = Vec::new();
    for (path, bytes) in files {
        let draft = || {
            let mut draft = Draft::begin(path)?;
            draft.out.write_all(bytes)?;
            draft.sync()?;
            Ok(draft)
        };
        drafts.push(draft().map_err(|error: io::Error| write_failed(path, &error))?);
    }
    for (draft, (path, _)) in drafts.into_iter().zip(files) {
        draft.place().map_err(|error| write_failed(path, &error))?;
    }
    let mut folders: Vec<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    folders.dedup_by_key(|path| path.parent());
    for path in folders {
        sync_folder(path).map_err(|error| write_failed(path, &error))?;
    }
    Ok(())
}

/// Writes a file that is not there yet, which only this user can read.
///
/// # Errors
/// It is there already, or the disk refuses.
pub fn create_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = Draft::beside(path.to_owned(), None, true)?;
    // Nobody else of this program can be writing it now.
    if path.try_exists()? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    draft.out.write_all(bytes)?;
    draft.sync()?;
    draft.place()?;
    sync_folder(path)
}

/// Makes a folder, with those above it, unless it is there.
///
/// # Errors
/// As [`write()`].
pub fn folder(path: &Path) -> Result<(), Note> {
    let new = path
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let new: Vec<&Path> = new.collect();
    let made = fs::create_dir_all(path).and_then(|()| new.into_iter().try_for_each(sync_folder));
    made.map_err(|error| write_failed(path, &error))
}

/// A file under its hidden name, until it has its place. Dropped before, it is gone.
struct Draft {
    out: BufWriter<File>,
    /// None where there is nothing to replace: a pipe or a device takes what is written as it comes.
    way: Option<Way>,
}

struct Way {
    beside: PathBuf,
    path: PathBuf,
}

impl Draft {
    fn begin(path: &Path) -> io::Result<Draft> {
        // What a link points to is replaced, not the link.
        let path = match fs::canonicalize(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
            found => found?,
        };
        let there = match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            found => Some(found?),
        };
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            let out = BufWriter::new(OpenOptions::new().write(true).open(&path)?);
            return Ok(Draft { out, way: None });
        }
        let permissions = there.map(|there| there.permissions());
        if permissions.as_ref().is_some_and(Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Draft::beside(path, permissions, false)
    }

    fn beside(path: PathBuf, permissions: Option<Permissions>, private: bool) -> io::Result<Draft> {
        let beside = hidden(&path);
        let out = BufWriter::new(open(&beside, private)?);
        let way = Some(Way { beside, path });
        let draft = Draft { out, way };
        draft.out.get_ref().set_len(0)?;
        if let Some(permissions) = permissions {
            draft.out.get_ref().set_permissions(permissions)?;
        }
        Ok(draft)
    }

    /// Writes to the disk itself: a name that leads to an empty file after a power cut would be worse than the old file.
    fn sync(&mut self) -> io::Result<()> {
        self.out.flush()?;
        match self.way {
            Some(_) => self.out.get_ref().sync_all(),
            None => Ok(()),
        }
    }

    fn place(mut self) -> io::Result<()> {
        if let Some(Way { beside, path }) = &self.way {
            fs::rename(beside, path)?;
        }
        self.way = None;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(way) = &self.way {
            // Nothing can be done about a file that cannot be removed either.
            let _ = fs::remove_file(&way.beside);
        }
    }
}

/// The hidden name of a file on its way. Nothing reads hidden files: they belong to no plan.
fn hidden(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    // Of most systems a name can have 255 bytes, some 85 Chinese characters.
    let beside = if name.len() + ENDING.len() < 255 {
        name.to_owned()
    } else {
        let sum = Sha256::digest(name.as_encoded_bytes());
        OsString::from(Digest::from_bytes(sum.into()).to_string().replace(':', "-"))
    };
    let mut hidden = OsString::from(".");
    hidden.push(beside);
    hidden.push(ENDING);
    path.with_file_name(hidden)
}

/// Opens the hidden file for this process alone. Where a file system knows no locks, it is the last one to write that counts.
fn open(beside: &Path, private: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let mut left = PATIENCE;
    loop {
        let file = options.open(beside)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if left == 0 => {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            Err(TryLockError::WouldBlock) => {
                left -= 1;
                sleep(PAUSE);
            }
            // Whoever had it before may have given it its place, or removed it.
            Ok(()) if !is_still(&file, beside) => {}
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number =
        |found: io::Result<fs::Metadata>| found.ok().map(|found| (found.dev(), found.ino()));
    number(file.metadata()) == number(fs::metadata(path))
}

#[cfg(not(unix))]
fn is_still(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Brings the name of a file or folder to the disk. Elsewhere a folder cannot be opened as a file, and names are safe once
/// they are given.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match fs::canonicalize(path) {
        Ok(path) if path.is_file() || path.is_dir() => {
            File::open(path.parent().unwrap_or(Path::new("/")))?.sync_all()
        }
        // A pipe or a device has its name from elsewhere.
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
