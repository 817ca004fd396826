//! The fonts of the machine, and those that the user names.

use std::path::{Path, PathBuf};

use luoshi_diagnostics::Note;
use luoshi_pdf::{font_folders, is_font_file};

use crate::folder::unreadable;

/// Reads the fonts of these folders, then those of the machine: the first of a name is used.
///
/// # Errors
/// A folder that the user named cannot be read.
pub(crate) fn files(named: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Note> {
    let mut files = Vec::new();
    for folder in named {
        std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
        collect(folder, &mut files);
    }
    for folder in font_folders() {
        if let Some(folder) = at_home(folder) {
            collect(&folder, &mut files);
        }
    }
    Ok(files)
}

fn at_home(folder: &str) -> Option<PathBuf> {
    match folder.strip_prefix("~/") {
        Some(inside) => Some(PathBuf::from(std::env::var_os("HOME")?).join(inside)),
        None => Some(PathBuf::from(folder)),
    }
}

/// The font files of a folder and those inside it, by name, so that the order is the same every time.
fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.is_symlink() {
            collect(&path, files);
        } else if is_font_file(&path.to_string_lossy())
            && let Ok(bytes) = std::fs::read(&path)
        {
            files.push((path.display().to_string(), bytes));
        }
    }
}
