//! The files that were read, with their digests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use luoshi_checkpoint::{Input, Part, Used};
use luoshi_diagnostics::Sources;
use luoshi_package::{Digest, LOCK_FILE, PackageFiles, digest_of, read_directory};
use luoshi_plan::PlanFile;

use super::of_file;
use crate::folder::{names_in, shown};

/// The files of a township that make up its plan, by path: those that were read as texts, its plugins, its lock.
pub(super) fn inputs(folder: &Path, sources: &Sources) -> Vec<Input> {
    let read: BTreeSet<&str> = sources.names().collect();
    let input = |path: String| {
        let part = part(&path);
        let file = folder.join(&path);
        // A file that lies there and is read by nobody, such as a profile of simulations, changes no finding.
        let counts =
            matches!(part, Part::Plugin | Part::Lock) || read.contains(shown(&file).as_str());
        let digest = of_file(&file).filter(|_| counts && part != Part::Evidence)?;
        Some(Input { path, part, digest })
    };
    names_in(folder).into_iter().filter_map(input).collect()
}

/// A package with all its files. One that was met before is not read again.
pub(super) fn used(file: &PlanFile, met: &Mutex<BTreeMap<PathBuf, Used>>) -> Used {
    let folder = PathBuf::from(&file.name);
    let met = || met.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(used) = met().get(&folder) {
        return used.clone();
    }
    // Two threads may read one package at the same time: better than to wait for one another.
    let used = read(file, &folder);
    met().insert(folder, used.clone());
    used
}

fn read(file: &PlanFile, folder: &Path) -> Used {
    let version = file.head.package.as_ref().map(|package| package.version);
    let files = read_directory(folder).0;
    Used {
        name: file.head.package_name.clone().unwrap_or_default(),
        version: version.map_or(String::new(), |version| version.to_string()),
        digest: files.as_ref().and_then(|files| digest_of(files).ok()),
        files: files.as_ref().map_or_else(|| loose(folder), all),
    }
}

fn all(files: &PackageFiles) -> Vec<Input> {
    let files = files.files().iter();
    let inputs = files.map(|(path, bytes)| Input {
        path: path.clone(),
        part: part(path),
        digest: Digest::of(bytes),
    });
    inputs.collect()
}

/// The files of a folder from which no package could be built.
fn loose(folder: &Path) -> Vec<Input> {
    let input = |path: String| {
        Some(Input {
            part: part(&path),
            digest: of_file(&folder.join(&path))?,
            path,
        })
    };
    let mut inputs: Vec<Input> = names_in(folder).into_iter().filter_map(input).collect();
    inputs.sort_by(|a, b| a.path.cmp(&b.path));
    inputs
}

fn part(path: &str) -> Part {
    match path.split_once('/') {
        None if path == LOCK_FILE => Part::Lock,
        None if path == crate::EVIDENCE_FILE || path == crate::LEDGER_FILE => Part::Evidence,
        None if path.ends_with(".yaml") || path.ends_with(".yml") => Part::Plan,
        Some(("rules", _)) => Part::Rule,
        Some(("templates", _)) => Part::Template,
        Some(("plugins", _)) => Part::Plugin,
        Some(("calendar", _)) => Part::Calendar,
        None | Some(_) => Part::Other,
    }
}
