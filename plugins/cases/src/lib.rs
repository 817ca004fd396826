//! Cases of a plugin's rule, as data: what it is handed, and what it should answer.
//!
//! In: YAML, with tables in CSV. Out: a setting, packed batches, and how an answer differs from what was expected.
//! Never here: WASM, a plan.

mod case;
mod compare;
mod error;
mod grid;
mod pack;
mod setting;
mod value;

pub use case::Case;
pub use error::CaseError;
pub use pack::Handed;

use std::path::{Path, PathBuf};

/// The files of the cases in a folder, `*.yaml`, by name.
///
/// # Errors
/// If the folder cannot be read, or has none.
pub fn cases(folder: &Path) -> Result<Vec<PathBuf>, CaseError> {
    let unread = |error: std::io::Error| CaseError::of(folder, error.to_string());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(CaseError::of(folder, "there is no case in this folder"));
    }
    Ok(files)
}
