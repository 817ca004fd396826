//! The folders in which something is open, each analysed when somebody asks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::civil::Date;
use luoshi_diagnostics::Sources;
use luoshi_plan::{Folder, parse, wanted};

use crate::analysis::{Analysis, Packages, analyse, readable};
use crate::disk::Disk;
use crate::documents::Documents;

/// Everything open, and what is known about it.
pub(crate) struct Workspace<'d> {
    disk: &'d dyn Disk,
    today: Date,
    pub(crate) documents: Documents,
    folders: BTreeMap<PathBuf, Known>,
}

/// What is known about a folder.
#[derive(Default)]
struct Known {
    packages: Option<Packages>,
    /// None while something has changed; an inner none for a folder that holds no plan.
    analysis: Option<Option<Rc<Analysis>>>,
}

/// Folders inside a plan's whose files belong to it.
const INSIDE: [&str; 4] = ["rules", "calendar", "plugins", "templates"];

/// The folder of the plan that a file belongs to.
pub(crate) fn folder_of(path: &Path) -> Option<&Path> {
    let parent = path.parent()?;
    let name = parent.file_name().and_then(|n| n.to_str()).unwrap_or("");
    match INSIDE.contains(&name) {
        true => parent.parent(),
        false => Some(parent),
    }
}

impl<'d> Workspace<'d> {
    pub(crate) fn new(disk: &'d dyn Disk, today: Date) -> Self {
        Workspace {
            disk,
            today,
            documents: Documents::default(),
            folders: BTreeMap::new(),
        }
    }

    /// Forgets what a change of this file makes wrong: its folder, and plans that it is a package of.
    pub(crate) fn changed(&mut self, path: &Path) {
        let Some(folder) = folder_of(path) else {
            return;
        };
        self.folders.entry(folder.to_owned()).or_default();
        let name = shown(folder);
        for (known, state) in &mut self.folders {
            let packages = state.packages.as_ref();
            let under = packages.is_some_and(|p| p.files.iter().any(|file| file.name == name));
            if known == folder || under {
                state.analysis = None;
            }
            if under {
                state.packages = None;
            }
        }
    }

    /// Whether a folder holds evidence.
    pub(crate) fn has_records(&self, folder: &Path) -> bool {
        self.disk.has_records(folder)
    }

    /// Forgets everything that was read from the disk.
    pub(crate) fn changed_on_disk(&mut self) {
        for state in self.folders.values_mut() {
            *state = Known::default();
        }
    }

    /// Whether something in a folder is open.
    pub(crate) fn is_open(&self, folder: &Path) -> bool {
        self.documents
            .iter()
            .any(|(path, _)| folder_of(path) == Some(folder))
    }

    /// The folders about which something has changed since they were last looked at.
    pub(crate) fn stale(&self) -> Vec<PathBuf> {
        let stale = self
            .folders
            .iter()
            .filter(|(_, state)| state.analysis.is_none());
        stale.map(|(folder, _)| folder.clone()).collect()
    }

    /// Forgets a folder in which nothing is open any more.
    pub(crate) fn forget(&mut self, folder: &Path) {
        self.folders.remove(folder);
    }

    /// All that is known about a folder; none if it holds neither a plan nor a package.
    pub(crate) fn analysis(&mut self, folder: &Path) -> Option<Rc<Analysis>> {
        let state = self.folders.remove(folder).unwrap_or_default();
        let state = match state.analysis {
            Some(_) => state,
            None => self.analysed(folder, state),
        };
        let analysis = state.analysis.clone().flatten();
        self.folders.insert(folder.to_owned(), state);
        analysis
    }

    fn analysed(&self, folder: &Path, mut state: Known) -> Known {
        let texts = self.read(folder);
        if !holds_plan(&texts) {
            state.analysis = Some(None);
            return state;
        }
        let whole = readable(&texts, &self.edited(folder));
        let packages = self.packages(folder, &whole, state.packages.take());
        state.analysis = Some(Some(Rc::new(analyse(
            &texts, &whole, &packages, self.today,
        ))));
        state.packages = Some(packages);
        state
    }

    /// The packages that are known, if the plan still wants the same.
    fn packages(&self, folder: &Path, texts: &Folder, known: Option<Packages>) -> Packages {
        let file = parse(texts, &mut Sources::default());
        let names: Vec<String> = wanted(&file).into_iter().map(|w| w.name).collect();
        if let Some(known) = known.filter(|known| known.wanted == names) {
            return known;
        }
        let mut sources = Sources::default();
        let read = |path: &Path| self.read(path);
        let files = self.disk.packages(&file, folder, &read, &mut sources);
        Packages {
            wanted: names,
            files,
            sources,
        }
    }

    /// The texts of a folder, with what the editor has changed.
    fn read(&self, folder: &Path) -> Folder {
        let mut texts = self.disk.folder(folder);
        texts.name = shown(folder);
        for (path, document) in self.documents.iter() {
            let Some(inside) = inside(folder, path) else {
                continue;
            };
            texts.texts.retain(|(known, _)| *known != inside);
            texts.texts.push((inside, document.text.clone()));
        }
        texts.texts.sort();
        texts
    }

    fn edited(&self, folder: &Path) -> BTreeMap<String, usize> {
        let open = self.documents.iter();
        open.filter_map(|(path, document)| Some((inside(folder, path)?, document.edited)))
            .collect()
    }
}

/// The path inside a folder that holds a file as part of its plan.
fn inside(folder: &Path, path: &Path) -> Option<String> {
    let rest = path.strip_prefix(folder).ok()?;
    (folder_of(path) == Some(folder)).then(|| shown(rest))
}

/// Whether a folder is any business of ours: editors send all YAML files.
fn holds_plan(folder: &Folder) -> bool {
    let heads = ["luoshi:", "格式版本:"];
    folder.texts.iter().any(|(path, text)| {
        let named = path == "plan.yaml" || path == "package.yaml";
        named
            || text
                .lines()
                .any(|line| heads.iter().any(|head| line.starts_with(head)))
    })
}

/// A path as the names of sources have it.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
