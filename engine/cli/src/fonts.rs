//! The fonts of the machine, and those that the user names.

use std::path::{Path, PathBuf};

use luoshi_diagnostics::Note;

use crate::folder::unreadable;
use crate::pdf::Fonts;

/// Where systems keep fonts: Linux, macOS, Windows.
const FOLDERS: [&str; 6] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:\\Windows\\Fonts",
    "~/.local/share/fonts",
];

/// Endings of font files.
const ENDINGS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// Reads the fonts of these folders, then those of the machine: the first of a name is used.
///
/// # Errors
/// A folder that the user named cannot be read.
pub fn fonts(named: &[PathBuf]) -> Result<Fonts, Note> {
    let mut files = Vec::new();
    for folder in named {
        std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
        collect(folder, &mut files);
    }
    for folder in FOLDERS {
        if let Some(folder) = at_home(folder) {
            collect(&folder, &mut files);
        }
    }
    Ok(Fonts::load(files))
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
        } else if is_font(&path)
            && let Ok(bytes) = std::fs::read(&path)
        {
            files.push((path.display().to_string(), bytes));
        }
    }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
}
