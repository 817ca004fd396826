//! A folder on disk to the texts of a plan or package.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::decode;
use luoshi_package::{LOCK_FILE, read_archive};
use luoshi_plan::{Folder, LARGEST_COMPONENT};

use crate::evidence::{EVIDENCE_FILE, LEDGER_FILE};

/// The folders inside a plan's whose files belong to it, with their endings.
const INSIDE: [(&str, &[&str]); 4] = [
    ("", &["yaml", "yml"]),
    ("rules", &["rhai"]),
    ("templates", &["md"]),
    ("calendar", &["csv"]),
];

/// The folder inside a plan's with the programs of its plugin rules.
const PLUGINS: &str = "plugins";

/// The folder that a path names: itself, or that of the file it names. An archive of a package stands for a folder.
///
/// # Errors
/// `LS0601` if there is nothing at the path.
pub fn folder_of(path: &Path) -> Result<PathBuf, Note> {
    if path.is_dir() || is_archive(path) {
        return Ok(path.to_owned());
    }
    match path.parent().filter(|_| path.is_file()) {
        Some(parent) if parent.as_os_str().is_empty() => Ok(PathBuf::from(".")),
        Some(parent) => Ok(parent.to_owned()),
        None => Err(Note::new(Code::PathMissing).arg("path", shown(path))),
    }
}

/// Whether a folder holds a package and no plan.
#[must_use]
pub fn is_package(folder: &Path) -> bool {
    let own = folder.join("package.yaml").is_file() && !folder.join("plan.yaml").is_file();
    own || is_archive(folder)
}

/// Whether a path names a file that can only be an archive.
#[must_use]
pub fn is_archive(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("zip"))
        && path.is_file()
}

/// Reads every file of a folder that may be part of a plan, and says what cannot be read.
#[must_use]
pub fn read_folder(folder: &Path) -> (Folder, Vec<Note>) {
    if is_archive(folder) {
        return read_archived(folder);
    }
    let mut read = Folder {
        name: shown(folder),
        ..Folder::default()
    };
    let mut notes = Vec::new();
    for (inside, endings) in INSIDE {
        let files = match files_in(&folder.join(inside), endings) {
            Ok(files) => files,
            Err(error) if !inside.is_empty() && error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => {
                notes.push(unreadable(&folder.join(inside), &error));
                continue;
            }
        };
        for file in files {
            match read_text(&file) {
                Ok(text) => read.texts.push((path_inside(inside, &file), text)),
                Err(note) => notes.push(note),
            }
        }
    }
    read.texts.sort();
    read.binaries = Some(programs(folder, &mut notes));
    (read, notes)
}

/// The names of all files of a folder that may be part of a plan, its lock and its evidence, those that are there.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = [LOCK_FILE, EVIDENCE_FILE, LEDGER_FILE]
        .into_iter()
        .filter(|name| folder.join(name).is_file())
        .map(str::to_owned)
        .collect();
    for (inside, endings) in INSIDE.into_iter().chain([(PLUGINS, ["wasm"].as_slice())]) {
        let files = files_in(&folder.join(inside), endings).unwrap_or_default();
        names.extend(files.iter().map(|file| path_inside(inside, file)));
    }
    names
}

/// Reads an archive as the folder that was packed into it.
fn read_archived(file: &Path) -> (Folder, Vec<Note>) {
    let name = shown(file);
    match read_archive(file, &name) {
        Ok(archive) => (archive.files.folder(&name), Vec::new()),
        Err(notes) => {
            let nothing = Folder {
                name,
                ..Folder::default()
            };
            (nothing, notes)
        }
    }
}

/// The files of `plugins/`. A link that leads out of the folder is passed over, as if it were not there.
fn programs(folder: &Path, notes: &mut Vec<Note>) -> Vec<(String, Arc<[u8]>)> {
    let files = match files_in(&folder.join(PLUGINS), &["wasm"]) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            notes.push(unreadable(&folder.join(PLUGINS), &error));
            return Vec::new();
        }
    };
    let root = folder.canonicalize().ok();
    let is_inside = |file: &PathBuf| {
        let real = file.canonicalize().ok().zip(root.as_ref());
        real.is_some_and(|(real, root)| real.starts_with(root))
    };
    let mut programs = Vec::new();
    for file in files.into_iter().filter(is_inside) {
        match beginning(&file) {
            Ok(bytes) => programs.push((path_inside(PLUGINS, &file), bytes)),
            Err(error) => notes.push(unreadable(&file, &error)),
        }
    }
    programs
}

/// The bytes of a file; of one that is too large, enough to tell that it is.
fn beginning(file: &Path) -> io::Result<Arc<[u8]>> {
    let most = u64::try_from(LARGEST_COMPONENT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(file)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes.into())
}

/// The YAML files of a folder, in its root and in `import/`; a file stands for itself.
///
/// # Errors
/// `LS0601` if there is nothing at the path, `LS0301` if the folder cannot be read.
pub fn yaml_files(path: &Path) -> Result<Vec<PathBuf>, Note> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let folder = folder_of(path)?;
    let mut files = Vec::new();
    for inside in [folder.clone(), folder.join("import")] {
        match files_in(&inside, &["yaml", "yml"]) {
            Ok(found) => files.extend(found),
            Err(error) if inside != folder && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(&inside, &error)),
        }
    }
    Ok(files)
}

/// Reads a text file, whatever the encoding in which an office program wrote it.
///
/// # Errors
/// `LS0301` if it cannot be read, `LS0302` if it is no text.
pub fn read_text(path: &Path) -> Result<String, Note> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    decode(&bytes, &shown(path)).map(|decoded| decoded.text)
}

pub(crate) fn files_in(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        let hidden = path
            .file_name()
            .is_some_and(|n| n.to_string_lossy().starts_with('.'));
        if endings.contains(&ending) && !hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn path_inside(inside: &str, file: &Path) -> String {
    let name = file
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    if inside.is_empty() {
        name
    } else {
        format!("{inside}/{name}")
    }
}

/// The note about a path that cannot be read.
#[must_use]
pub fn unreadable(path: &Path, error: &io::Error) -> Note {
    Note::new(Code::FileUnreadable)
        .arg("path", shown(path))
        .arg("detail", error.to_string())
}

/// A path as messages show it, the same on every system.
#[must_use]
pub fn shown(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    path.strip_suffix('/').map_or(path.clone(), str::to_owned)
}
