//! The tests of a package's folder, and the plugins that its cases need.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Note, Staged};
use luoshi_plan::Plan;
use luoshi_rules::Plugins;

use crate::folder::{files_in, is_archive, read_text, shown, unreadable};
use crate::packages::read_package;
use crate::plugins::plugins_of;

/// The folder inside a package's with its tests.
const TESTS: &str = "tests";

/// Name and text of each file of `tests/` and of the folders in it, sorted by path. Without such a folder
/// there are none.
#[must_use]
pub fn read_test_folder(folder: &Path) -> (Vec<(String, String)>, Vec<Note>) {
    if is_archive(folder) {
        return archived(folder);
    }
    let folder = folder.join(TESTS);
    let mut files = Vec::new();
    match within(&folder, &mut files) {
        Ok(()) => files.sort(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Vec::new(), vec![unreadable(&folder, &error)]),
    }
    let (mut texts, mut notes) = (Vec::new(), Vec::new());
    for file in files {
        match read_text(&file) {
            Ok(text) => texts.push((shown(&file), text)),
            Err(note) => notes.push(note),
        }
    }
    (texts, notes)
}

/// The files of a folder and of those in it. A link to a folder may lead anywhere, and is not followed.
fn within(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    files.extend(files_in(folder, &["yaml", "yml"])?);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type()?.is_dir() && !hidden {
            within(&entry.path(), files)?;
        }
    }
    Ok(())
}

/// The tests in an archive. One that cannot be read has said so when the package was.
fn archived(path: &Path) -> (Vec<(String, String)>, Vec<Note>) {
    let Ok(archive) = read_package(path) else {
        return Default::default();
    };
    let inside = format!("{TESTS}/");
    let files = archive.files.files().iter();
    let tests = files.filter(|(name, _)| name.starts_with(&inside) && name.ends_with(".yaml"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let texts = tests.map(|(name, bytes)| (format!("{}/{name}", shown(path)), text(bytes)));
    (texts.collect(), Vec::new())
}

/// Loads the plugins of a plan, for whoever makes many plans of one package.
#[must_use]
pub fn loaded_plugins(plan: &Plan) -> Staged<Plugins> {
    let mut notes = Vec::new();
    let value = plugins_of(plan, &mut notes);
    Staged { value, notes }
}
