//! The files that belong to a package.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::{Folder, LARGEST_COMPONENT};

use crate::path;

/// Files of a package at most.
pub const MOST_FILES: usize = 2_000;
/// Bytes of all files of a package at most.
pub const MOST_BYTES: usize = 128 << 20;
/// Bytes of one file at most.
pub const LARGEST_FILE: usize = LARGEST_COMPONENT;

/// The file with a package's head.
pub(crate) const HEAD: &str = "package.yaml";

/// What a file of a package is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Read by luoshi as part of every plan that extends the package.
    Plan,
    /// The program of a plugin rule.
    Plugin,
    /// A test of its rules.
    Test,
    /// Carried along for people: sources, licence, readme.
    People,
}

/// What a file is for, by its path; none where it belongs to no package.
#[must_use]
pub fn use_of(path: &str) -> Option<Use> {
    if path.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let ends = |endings: &[&str]| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        endings.contains(&ending)
    };
    let flat = !name.contains('/');
    match folder {
        // What belongs to whoever uses a package.
        "" if ["plan.yaml", "trust.yaml"].contains(&name) => None,
        "" if ends(&["yaml", "yml"]) => Some(Use::Plan),
        "" if name.starts_with("LICENSE") => Some(Use::People),
        "" if name.starts_with("README") && ends(&["md"]) => Some(Use::People),
        "rules" if flat && ends(&["rhai"]) => Some(Use::Plan),
        "templates" if flat && ends(&["md"]) => Some(Use::Plan),
        "calendar" if flat && ends(&["csv"]) => Some(Use::Plan),
        "plugins" if flat && ends(&["wasm"]) => Some(Use::Plugin),
        "tests" if ends(&["yaml", "jsonl"]) => Some(Use::Test),
        "source" if flat && ends(&["md", "txt", "csv"]) => Some(Use::People),
        _ => None,
    }
}

/// Whether files of a package may lie in a folder, or in folders within it.
#[must_use]
pub(crate) fn may_hold(folder: &str) -> bool {
    let (first, rest) = folder.split_once('/').unwrap_or((folder, ""));
    let hidden = folder.split('/').any(|part| part.starts_with('.'));
    match first {
        "tests" => !hidden,
        "rules" | "templates" | "calendar" | "plugins" | "source" => rest.is_empty(),
        _ => false,
    }
}

/// Exactly the files of a package: those that [`use_of`] knows, few and small enough, with paths
/// that are the same on every system. What luoshi reads of them is UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFiles {
    // Invariant: as the type says; `new` is the only way to one.
    files: BTreeMap<String, Arc<[u8]>>,
}

impl PackageFiles {
    /// Takes files by path.
    ///
    /// # Errors
    /// Everything that keeps them from being a package; files that do not belong to one are errors here.
    pub fn new(
        entries: impl IntoIterator<Item = (String, Arc<[u8]>)>,
    ) -> Result<PackageFiles, Vec<Note>> {
        let entries: Vec<(String, Arc<[u8]>)> = entries.into_iter().collect();
        let mut notes = path::faults(entries.iter().map(|(path, _)| path.as_str()));
        notes.extend(excess(&entries));
        for (path, bytes) in &entries {
            let unfit = |code, path: &str| Note::new(code).arg("path", path);
            match use_of(path) {
                None if notes.is_empty() => {
                    notes.push(unfit(Code::PackagePath, path).term("why", "path-foreign"));
                }
                Some(Use::Plan | Use::Test) if std::str::from_utf8(bytes).is_err() => {
                    notes.push(unfit(Code::PackageTextNotUtf8, path));
                }
                _ => {}
            }
        }
        if notes.is_empty() {
            let files = entries.into_iter().collect();
            Ok(PackageFiles { files })
        } else {
            Err(notes)
        }
    }

    /// Every file by its path.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files
    }

    /// What luoshi reads of a package, as if it lay in a folder of this name.
    #[must_use]
    pub fn folder(&self, name: &str) -> Folder {
        let of = |wanted: Use| {
            let files = self.files.iter();
            files.filter(move |(path, _)| use_of(path) == Some(wanted))
        };
        let texts = of(Use::Plan).map(|(path, bytes)| (path.clone(), text(bytes)));
        let programs = of(Use::Plugin).map(|(path, bytes)| (path.clone(), bytes.clone()));
        Folder {
            name: name.to_owned(),
            texts: texts.collect(),
            binaries: Some(programs.collect()),
        }
    }
}

/// The text of a file that is known to be one.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

/// What there is too much of.
fn excess(entries: &[(String, Arc<[u8]>)]) -> Vec<Note> {
    let mut notes = Vec::new();
    if entries.len() > MOST_FILES {
        notes.push(too_much("package-files", "", MOST_FILES));
    }
    let large = entries
        .iter()
        .filter(|(_, bytes)| bytes.len() > LARGEST_FILE);
    notes.extend(large.map(|(path, _)| too_much("package-file", path, LARGEST_FILE >> 20)));
    let total: usize = entries.iter().map(|(_, bytes)| bytes.len()).sum();
    if total > MOST_BYTES {
        notes.push(too_much("package-bytes", "", MOST_BYTES >> 20));
    }
    notes
}

/// The note about too many files, or about megabytes of one or of all.
pub(crate) fn too_much(what: &'static str, path: &str, limit: usize) -> Note {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let note = Note::new(Code::PackageTooLarge).arg("what", what);
    note.arg("path", path).arg("limit", limit)
}

#[cfg(test)]
mod tests {
    use super::{Use, may_hold, use_of};

    #[test]
    fn which_files_belong_to_a_package() {
        let belong = [
            ("package.yaml", Use::Plan),
            ("limits.yml", Use::Plan),
            ("rules/a.rhai", Use::Plan),
            ("templates/通知.md", Use::Plan),
            ("calendar/2026.csv", Use::Plan),
            ("plugins/a.wasm", Use::Plugin),
            ("tests/a.yaml", Use::Test),
            ("tests/a/b/evidence.jsonl", Use::Test),
            ("source/01.md", Use::People),
            ("LICENSE", Use::People),
            ("LICENSE-MIT.txt", Use::People),
            ("README.zh-CN.md", Use::People),
        ];
        for (path, wanted) in belong {
            assert_eq!(use_of(path), Some(wanted), "{path}");
        }
        let others = [
            "plan.yaml",
            "ledger.db",
            "evidence.jsonl",
            "rules/a/b.rhai",
            "rules/a.wasm",
            "plugins/BUILT",
            ".git/x.yaml",
            ".hidden.yaml",
            "tests/.x/a.yaml",
            "README.txt",
            "yaml",
            "luoshi.lock",
            "Rules/a.rhai",
        ];
        for path in others {
            assert_eq!(use_of(path), None, "{path}");
        }
        assert!(may_hold("tests/a/b") && may_hold("rules") && !may_hold("rules/a"));
        assert!(!may_hold(".git") && !may_hold("tests/.git") && !may_hold("target"));
    }
}
