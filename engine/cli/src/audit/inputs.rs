//! What was read of a township, with its digests.

use std::path::Path;

use luoshi_audit::Input;

use crate::digest::digest_of_file;

/// The files of a folder with these names, those that are there, by name.
pub(super) fn inputs(folder: &Path, names: impl IntoIterator<Item = String>) -> Vec<Input> {
    let input = |name: String| {
        let sha256 = digest_of_file(&folder.join(&name)).ok()?.hex();
        Some(Input {
            name,
            sha256,
            rows: None,
        })
    };
    let mut inputs: Vec<Input> = names.into_iter().filter_map(input).collect();
    inputs.sort();
    inputs
}
