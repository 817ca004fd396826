//! Inputs to begin with: the real files of the repository, and a few that were made by hand.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use luoshi_package::{PackageFiles, use_of};

use crate::folder;

/// An input to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed {
    /// What it is called: a file name.
    pub name: String,
    /// The input.
    pub bytes: Vec<u8>,
}

impl Seed {
    pub(crate) fn new(name: impl Into<String>, bytes: Vec<u8>) -> Seed {
        let name = name.into().replace('/', "-");
        Seed { name, bytes }
    }
}

/// The files of a folder and of those within it that have one of these endings, by path.
fn paths(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder);
        let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_dir() {
                open.push(path);
            } else if ending.is_some_and(|ending| endings.contains(&ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{} has no {endings:?}", folder.display());
    found
}

fn inside(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

/// All files with one of these endings, each a seed.
pub(crate) fn files_of(folder: &Path, endings: &[&str]) -> Vec<Seed> {
    let paths = paths(folder, endings).into_iter();
    paths
        .map(|path| Seed::new(inside(folder, &path), std::fs::read(&path).expect("a file")))
        .collect()
}

/// As [`files_of`], those that are UTF-8.
pub(crate) fn texts_of(folder: &Path, endings: &[&str]) -> Vec<Seed> {
    let mut seeds = files_of(folder, endings);
    seeds.retain(|seed| std::str::from_utf8(&seed.bytes).is_ok());
    seeds
}

/// Each folder within a folder as one text, of the files that are wanted by their paths.
pub(crate) fn folders(root: &Path, wanted: impl Fn(&str) -> bool) -> Vec<Seed> {
    let mut names: Vec<String> = paths(root, &["yaml"])
        .iter()
        .filter_map(|path| Some(inside(root, path).split_once('/')?.0.to_owned()))
        .collect();
    names.dedup();
    let one = |name: String| {
        let folder = root.join(&name);
        let files = texts_of_folder(&folder, &wanted);
        let files = files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()));
        Seed::new(name, folder::text(files).into_bytes())
    };
    names.into_iter().map(one).collect()
}

fn texts_of_folder(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let texts = paths(folder, &["yaml", "jsonl", "rhai", "md"]).into_iter();
    let texts = texts.map(|path| (inside(folder, &path), path));
    texts
        .filter(|(name, _)| wanted(name))
        .filter_map(|(name, path)| Some((name, std::fs::read_to_string(path).ok()?)))
        .collect()
}

/// The files of each published package.
pub(crate) fn archives(root: &Path) -> Vec<PackageFiles> {
    let wanted = |path: &str| use_of(path).is_some();
    let folders = ["central-2015", "county-security"].map(|name| root.join("policies").join(name));
    let one = |folder: &PathBuf| {
        let files = texts_of_folder(folder, wanted).into_iter();
        let files = files.map(|(path, text)| (path, Arc::from(text.into_bytes())));
        PackageFiles::new(files).expect("a published package")
    };
    folders.iter().map(one).collect()
}

/// What stands behind a mark on a line, up to the quote that closes it: scripts in plans.
#[cfg(feature = "engine")]
pub(crate) fn scalars(folder: &Path, mark: &str) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for file in texts_of(folder, &["yaml"]) {
        let text = String::from_utf8(file.bytes).unwrap_or_default();
        let found = text.split(mark).skip(1);
        let found = found.filter_map(|rest| rest.split_once('\'').map(|(script, _)| script));
        for (at, script) in found.enumerate() {
            let name = format!("{}-{at}", file.name);
            seeds.push(Seed::new(name, script.as_bytes().to_vec()));
        }
    }
    seeds
}

/// The seeds of a target that were made by hand.
pub(crate) fn made(target: &str) -> Vec<Seed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("seeds")
        .join(target);
    files_of(&folder, &["txt"])
}
