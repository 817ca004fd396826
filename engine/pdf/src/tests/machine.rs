//! The fonts of this machine, and where to get those that are missing.
#![allow(
    clippy::disallowed_methods,
    reason = "it reads the fonts of the machine"
)]

use std::fs;
use std::path::{Path, PathBuf};

use luoshi_pdf::{Fonts, font_folders, is_font_file};

/// The fonts that the machine has in its usual folders.
pub(crate) fn fonts() -> Fonts {
    let fonts = Fonts::load(files());
    assert!(
        fonts.len() >= 4,
        "these tests need fonts: on Debian install fonts-noto-cjk, fonts-arphic-gbsn00lp, fonts-arphic-gkai00mp and fonts-liberation"
    );
    fonts
}

/// Each font file with its name and its bytes, one after the other.
pub(crate) fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let home = std::env::var("HOME").unwrap_or_default();
    let mut paths = Vec::new();
    for folder in font_folders() {
        let folder = match folder.strip_prefix("~/") {
            Some(rest) => Path::new(&home).join(rest),
            None => PathBuf::from(folder),
        };
        below(&folder, &mut paths);
    }
    paths.sort();
    paths.into_iter().filter_map(|path| {
        let name = path.display().to_string();
        Some((name, fs::read(path).ok()?))
    })
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            below(&path, found);
        } else if is_font_file(&path.display().to_string()) {
            found.push(path);
        }
    }
}
