//! Where townships lie below a path.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use luoshi_diagnostics::{Code, Note};

use crate::folder::{folder_of, is_archive, is_package, shown, unreadable};

/// A folder that is audited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// Where it lies, seen from where the audit was started, with `/` between folders.
    pub source: String,
    /// What it is called by the folders that hold it, from the path that was named down; empty if none is known.
    pub county: String,
    /// What cannot be read of it, if that is known already.
    pub unreadable: Option<Note>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The townships, by where they lie.
    pub sites: Vec<Site>,
    /// What was passed over and should not be silently.
    pub notes: Vec<Note>,
}

/// Finds every township at or below the paths, each once.
///
/// A folder with a `plan.yaml` is a township; there may be more below it. Packages and hidden folders are
/// passed over. A link that leads back up is told, and a folder that cannot be read is a township that
/// cannot be judged: nobody knows what is in it.
///
/// # Errors
/// `LS0601` if there is nothing at a path, `LS1024` if no township is at or below it.
pub fn find(paths: &[PathBuf]) -> Result<Found, Note> {
    let mut walk = Walk::default();
    for path in paths {
        let folder = tidy(&folder_of(path)?);
        let before = walk.met;
        walk.enter(&folder, Path::new(""), &mut Vec::new());
        if walk.met == before {
            return Err(Note::new(Code::AuditNoTownship).arg("path", shown(path)));
        }
    }
    let mut found = walk.found;
    found.sites.sort_by(|a, b| a.source.cmp(&b.source));
    Ok(found)
}

#[derive(Default)]
struct Walk {
    found: Found,
    /// The townships that were met, those that were there already included.
    met: usize,
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    /// `below` is the folder seen from the path that was named, `above` what leads to it, as it really is.
    fn enter(&mut self, folder: &Path, below: &Path, above: &mut Vec<PathBuf>) {
        let real = match folder.canonicalize() {
            Ok(real) => real,
            Err(error) => return self.closed(folder, below, &error),
        };
        if above.contains(&real) {
            let note = Note::new(Code::AuditLoop).arg("path", shown(folder));
            return self
                .found
                .notes
                .push(note.arg("to", shown(&leads_to(folder, above, &real))));
        }
        if is_archive(folder) || is_package(folder) {
            return;
        }
        let holds_plan = holds_plan(folder);
        let folders = match folders_in(folder) {
            Ok(folders) => folders,
            Err(error) => return self.closed(folder, below, &error),
        };
        if holds_plan {
            self.met += 1;
            if self.seen.insert(real.clone()) {
                self.found.sites.push(site(folder, below, None));
            }
        }
        above.push(real);
        for inside in folders {
            let name = inside.file_name().map(PathBuf::from).unwrap_or_default();
            self.enter(&inside, &below.join(name), above);
        }
        above.pop();
    }

    fn closed(&mut self, folder: &Path, below: &Path, error: &io::Error) {
        self.met += 1;
        let note = unreadable(folder, error);
        if self.seen.insert(folder.to_owned()) {
            self.found.sites.push(site(folder, below, Some(note)));
        }
    }
}

/// Where a loop leads, as it was written on the way.
fn leads_to(folder: &Path, above: &[PathBuf], real: &Path) -> PathBuf {
    let up = above
        .iter()
        .rev()
        .take_while(|one| one.as_path() != real)
        .count()
        + 1;
    folder.ancestors().nth(up).unwrap_or(folder).to_owned()
}

fn site(folder: &Path, below: &Path, unreadable: Option<Note>) -> Site {
    // The folder that was named holds those right below it.
    let holder = match below.parent() {
        Some(parent) if parent.as_os_str().is_empty() => folder.parent().and_then(Path::file_name),
        Some(parent) => Some(parent.as_os_str()),
        None => folder.parent().and_then(Path::file_name),
    };
    Site {
        folder: folder.to_owned(),
        source: shown(folder),
        county: holder
            .map(|name| shown(Path::new(name)))
            .unwrap_or_default(),
        unreadable,
    }
}

/// Whether a folder holds a plan, by the name of its file.
fn holds_plan(folder: &Path) -> bool {
    ["plan.yaml", "plan.yml"]
        .iter()
        .any(|name| folder.join(name).is_file())
}

/// The folders in a folder that may hold townships, by name.
fn folders_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A link into nowhere is no folder, and is passed over with all other files.
        if !hidden && path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The same path without what does not matter, so that a place is always called alike.
fn tidy(path: &Path) -> PathBuf {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    let tidied: PathBuf = parts.collect();
    match tidied.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => tidied,
    }
}
