//! The files that lie in a folder, as attachments of records are compared with them.

use std::fs;
use std::io;
use std::path::Path;

use luoshi_signs::Files;

use crate::digest::digest_of_file;

/// The digests of all files below a folder, by their names in it.
///
/// # Errors
/// What keeps one of them from being read.
pub fn files_below(folder: &Path) -> io::Result<Files> {
    let mut found = Vec::new();
    gather(folder, "", &mut found)?;
    Ok(Files::of(found))
}

fn gather(folder: &Path, inside: &str, found: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{inside}{}", entry.file_name().to_string_lossy());
        // A link is not followed: it may lead out of the folder, or round in a circle.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(&entry.path(), &format!("{name}/"), found)?;
        } else if kind.is_file() {
            found.push((name, digest_of_file(&entry.path())?.hex()));
        }
    }
    Ok(())
}
