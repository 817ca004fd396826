//! What is acknowledged is on the disk itself. A killed process loses nothing that the system still has in memory, a power
//! cut does; so the order of the calls is held against what a disk keeps: a file is synced before it gets its name, and
//! the folder after it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use crate::scenario::each;
use crate::trace::{Call, calls};

#[test]
fn a_file_is_on_the_disk_before_it_has_its_name_and_the_name_before_it_is_told() {
    each(|ready| {
        let case = ready.fresh();
        let (_, calls) = calls(&case, ready.scenario.command);
        let root = case.path("").canonicalize().unwrap();
        let mut watch = Watch {
            root,
            ..Watch::default()
        };
        for call in &calls {
            watch.sees(call)?;
        }
        watch.end()?;
        Ok(watch.renamed)
    });
}

/// What of the folder's files is not on the disk yet.
#[derive(Default)]
struct Watch {
    root: PathBuf,
    /// Written and not synced since.
    unsynced: BTreeSet<PathBuf>,
    /// Names given in a folder that was not synced since.
    unnamed: BTreeMap<PathBuf, PathBuf>,
    renamed: usize,
}

impl Watch {
    fn sees(&mut self, call: &Call) -> Result<(), String> {
        match call.point.kind.as_str() {
            "write" | "pwrite64" | "writev" | "pwritev" | "ftruncate" | "copy_file_range" => {
                self.writes(call)
            }
            "fsync" | "fdatasync" => {
                if let Some(path) = opened(&call.text) {
                    self.unsynced.remove(&path);
                    self.unnamed.retain(|_, folder| *folder != path);
                }
                Ok(())
            }
            "rename" | "renameat" | "renameat2" => self.renames(call),
            _ => Ok(()),
        }
    }

    fn writes(&mut self, call: &Call) -> Result<(), String> {
        if call.text.starts_with("1<") {
            return match self.unnamed.keys().next() {
                Some(path) => Err(format!(
                    "{} is told before its folder is synced",
                    path.display()
                )),
                None => Ok(()),
            };
        }
        let Some(path) = opened(&call.text).filter(|path| path.starts_with(&self.root)) else {
            return Ok(());
        };
        if is_of_the_database(&path) || path.ends_with(".luoshi.guard") {
            return Ok(());
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let on_its_way = name.starts_with('.')
            || path
                .components()
                .any(|part| part == Component::Normal(".staging".as_ref()));
        if !on_its_way {
            return Err(format!("{} is written in its place", path.display()));
        }
        self.unsynced.insert(path);
        Ok(())
    }

    fn renames(&mut self, call: &Call) -> Result<(), String> {
        let mut names = call
            .text
            .split('"')
            .skip(1)
            .step_by(2)
            .map(|name| self.root.join(name));
        let (Some(from), Some(to)) = (names.next(), names.next()) else {
            return Err(format!("a rename without names: {}", call.text));
        };
        if !to.starts_with(&self.root) {
            return Ok(());
        }
        self.renamed += 1;
        if let Some(path) = self.unsynced.iter().find(|path| path.starts_with(&from)) {
            return Err(format!(
                "{} gets its name before it is synced",
                path.display()
            ));
        }
        let folder = to.parent().unwrap_or(Path::new("")).to_owned();
        self.unnamed.insert(to, folder);
        Ok(())
    }

    fn end(&self) -> Result<(), String> {
        match self.unnamed.keys().next() {
            Some(path) => Err(format!("the folder of {} is never synced", path.display())),
            None => Ok(()),
        }
    }
}

/// The path of the opened file that a call is about: `4</path>, …`.
fn opened(text: &str) -> Option<PathBuf> {
    let (_, rest) = text.split_once('<')?;
    let (path, _) = rest.split_once('>')?;
    Some(PathBuf::from(path))
}

/// SQLite has its own order, with its own tests.
fn is_of_the_database(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("ledger.db")
}
