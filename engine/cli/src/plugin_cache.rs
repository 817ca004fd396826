//! Compiled plugins, kept in a folder of this user from run to run.
//!
//! The folder is `$LUOSHI_CACHE`, or the one that the system has for such things. In it lie the
//! entries and, beside them, a secret: an entry counts only if it is sealed with that. Whatever goes
//! wrong here costs time and nothing else, so nothing here is an error.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use luoshi_plugin::Cache;

/// Entries at most.
const ENTRIES: usize = 64;
/// Bytes of all entries at most.
const BYTES: u64 = 256 << 20;

/// A folder of compiled plugins.
pub struct PluginCache {
    entries: PathBuf,
    secret: [u8; 32],
}

impl PluginCache {
    /// The folder of this user, if it can be written.
    #[must_use]
    pub fn of_user() -> Option<PluginCache> {
        PluginCache::at(&users_folder(|name| {
            std::env::var_os(name).map(PathBuf::from)
        })?)
    }

    /// A folder, which is made if it is not there.
    #[must_use]
    pub fn at(folder: &Path) -> Option<PluginCache> {
        let entries = folder.join("plugins");
        let opened = private_folder(&entries).and_then(|()| secret(&folder.join("secret")));
        match opened {
            Ok(secret) => Some(PluginCache { entries, secret }),
            Err(error) => {
                tracing::debug!(%error, folder = %folder.display(), "compiled plugins are not kept");
                None
            }
        }
    }
}

impl Cache for PluginCache {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        let file = fs::File::open(self.entries.join(name)).ok()?;
        let mut bytes = Vec::new();
        file.take(BYTES).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let kept = written(&self.entries, name, bytes)
            .and_then(|temporary| fs::rename(temporary, self.entries.join(name)))
            .and_then(|()| shorten(&self.entries));
        if let Err(error) = kept {
            tracing::debug!(%error, "a compiled plugin was not kept");
        }
    }

    fn secret(&self) -> &[u8; 32] {
        &self.secret
    }
}

/// Where this system keeps what can be made again.
fn users_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    // A path from the folder that one happens to stand in would be another one each time.
    let named = |name: &str| variable(name).filter(|path| path.is_absolute());
    if let Some(folder) = named("LUOSHI_CACHE") {
        return Some(folder);
    }
    let folder = if cfg!(windows) {
        named("LOCALAPPDATA")?
    } else if cfg!(target_os = "macos") {
        named("HOME")?.join("Library/Caches")
    } else {
        named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")))?
    };
    Some(folder.join("luoshi"))
}

/// The secret of a file; a new one if there is none, or none that can be trusted.
fn secret(file: &Path) -> std::io::Result<[u8; 32]> {
    if let Some(secret) = read_secret(file)? {
        return Ok(secret);
    }
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|error| std::io::Error::other(error.to_string()))?;
    let folder = file.parent().unwrap_or(file);
    let temporary = written(folder, "secret", &secret)?;
    // A link is made only where there is no file: of two processes one comes first, and both then
    // read what that one wrote.
    let linked = fs::hard_link(&temporary, file);
    let _ = fs::remove_file(&temporary);
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    read_secret(file)?.ok_or_else(|| ErrorKind::InvalidData.into())
}

/// The secret of a file, if it is one; a file that is not is removed.
fn read_secret(file: &Path) -> std::io::Result<Option<[u8; 32]>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match <[u8; 32]>::try_from(bytes) {
        Ok(secret) if is_private(file)? => Ok(Some(secret)),
        _ => {
            fs::remove_file(file)?;
            Ok(None)
        }
    }
}

/// A new file beside others, under a name of its own, that only this user can read.
fn written(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut unique = [0; 8];
    getrandom::fill(&mut unique).map_err(|error| std::io::Error::other(error.to_string()))?;
    let unique = u64::from_le_bytes(unique);
    let path = folder.join(format!("{name}.{unique:016x}"));
    let written = options
        .open(&path)
        .and_then(|mut file| file.write_all(bytes));
    if let Err(error) = written {
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    Ok(path)
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(unix)]
fn is_private(file: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(file)?.permissions().mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> std::io::Result<bool> {
    // The folder of the user's profile is closed to others.
    Ok(true)
}

/// Removes the oldest entries until few and small enough are left.
fn shorten(entries: &Path) -> std::io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf, u64)> = Vec::new();
    for file in fs::read_dir(entries)? {
        let file = file?;
        // One that another process has just removed is no longer there to count.
        if let Ok(about) = file.metadata() {
            files.push((about.modified()?, file.path(), about.len()));
        }
    }
    files.sort();
    let mut bytes: u64 = files.iter().map(|(_, _, len)| len).sum();
    let mut count = files.len();
    for (_, path, len) in files {
        if count <= ENTRIES && bytes <= BYTES {
            break;
        }
        let _ = fs::remove_file(path);
        (count, bytes) = (count - 1, bytes - len);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
