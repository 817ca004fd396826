//! The tests of a package's folder, and the plugins that its cases need.

use std::io;
use std::path::Path;

use luoshi_diagnostics::{Note, Staged};
use luoshi_plan::Plan;
use luoshi_rules::Plugins;

use crate::folder::{files_in, read_text, shown, unreadable};
use crate::plugins::plugins_of;

/// The folder inside a package's with its tests.
const TESTS: &str = "tests";

/// Name and text of each file of `tests/`, sorted by name. Without such a folder there are none.
#[must_use]
pub fn read_test_folder(folder: &Path) -> (Vec<(String, String)>, Vec<Note>) {
    let folder = folder.join(TESTS);
    let files = match files_in(&folder, &["yaml", "yml"]) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Vec::new(), vec![unreadable(&folder, &error)]),
    };
    let (mut texts, mut notes) = (Vec::new(), Vec::new());
    for file in files {
        match read_text(&file) {
            Ok(text) => texts.push((shown(&file), text)),
            Err(note) => notes.push(note),
        }
    }
    (texts, notes)
}

/// Loads the plugins of a plan, for whoever makes many plans of one package.
#[must_use]
pub fn loaded_plugins(plan: &Plan) -> Staged<Plugins> {
    let mut notes = Vec::new();
    let value = plugins_of(plan, &mut notes);
    Staged { value, notes }
}
