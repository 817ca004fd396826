//! Where packages lie.

use std::fs;
use std::path::{Path, PathBuf};

use luoshi_plan::Version;

use super::PACKAGES;
use crate::archive::Archive;
use crate::name::is_package_name;

/// A package in its folder; what is in it, nobody has looked at yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Installed {
    /// Its name, by its folder.
    pub name: String,
    /// Its version, by its folder.
    pub version: Version,
    /// Its folder.
    pub path: PathBuf,
}

/// Every package that is installed in a plan's folder, sorted by name and version.
#[must_use]
pub fn installed(plan: &Path) -> Vec<Installed> {
    let mut found = Vec::new();
    walk(&plan.join(PACKAGES), &mut Vec::new(), &mut found);
    found.sort();
    found
}

/// The folder of a version, whether it is there or not.
#[must_use]
pub fn installed_at(plan: &Path, name: &str, version: Version) -> PathBuf {
    plan.join(PACKAGES).join(path(name, version))
}

/// The folder of an archive's package inside `packages/` or the staging folder.
pub(super) fn inside(archive: &Archive) -> PathBuf {
    path(&archive.manifest.name, archive.manifest.version)
}

/// A name is a path on every system, and a version, having dots, no part of a name.
fn path(name: &str, version: Version) -> PathBuf {
    let mut path: PathBuf = name.split('/').collect();
    path.push(version.to_string());
    path
}

/// Names have few parts; a folder that leads back to itself ends here.
const DEEPEST: usize = 16;

fn walk(folder: &Path, name: &mut Vec<String>, found: &mut Vec<Installed>) {
    if name.len() >= DEEPEST {
        return;
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.path().is_dir()) {
        let part = entry.file_name().to_string_lossy().into_owned();
        let version = Version::parse(&part).filter(|version| version.to_string() == part);
        name.push(part);
        let whole = name.join("/");
        if let Some(version) = version {
            name.pop();
            found.push(Installed {
                name: name.join("/"),
                version,
                path: entry.path(),
            });
            continue;
        }
        // Not `.staging`, and nothing that nobody has installed.
        if is_package_name(&whole) {
            walk(&entry.path(), name, found);
        }
        name.pop();
    }
}

/// A path as messages show it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
