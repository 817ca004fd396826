//! The one place that chooses among the versions of a package.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::store::read_lock;
use luoshi_package::{Conflict, Extended, Lock, Offers, solve};
use luoshi_plan::{PlanFile, parse, wanted};

use super::TextsOf;
use super::candidates::{Candidate, candidates, version_of};
use crate::folder::shown;

/// What was chosen.
pub(super) struct Chosen {
    /// One version of each package; where none fits, all, so that `resolve` tells the place.
    pub(super) files: Vec<PlanFile>,
    /// What is wrong with the choice, or with what was chosen.
    pub(super) notes: Vec<Note>,
}

/// Reads a folder.
type Read<'r> = dyn Fn(&Candidate) -> TextsOf + 'r;

/// A package that was read.
struct Loaded {
    name: String,
    file: PlanFile,
    notes: Vec<Note>,
}

/// What a plan or package asks for, in the order written.
#[must_use]
pub fn asks(file: &PlanFile) -> Vec<Extended> {
    let extends = file.head.extends.iter();
    let asks = extends.map(|extend| Extended {
        name: extend.package.name.clone(),
        range: extend.version.clone(),
    });
    asks.collect()
}

pub(super) fn choose(
    plan: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    read: &Read<'_>,
    sources: &mut Sources,
) -> Chosen {
    let mut candidates = candidates(folder, places);
    let mut notes = Vec::new();
    match read_lock(folder) {
        Ok(Some(lock)) => notes.extend(hold_to(&lock, plan, &mut candidates)),
        Ok(None) => {}
        Err(note) => notes.push(note),
    }
    let mut loaded = load(plan, &candidates, read, sources);
    notes.extend(drop_unchosen(plan, &mut loaded));
    notes.extend(
        loaded
            .iter_mut()
            .flat_map(|one| std::mem::take(&mut one.notes)),
    );
    Chosen {
        files: loaded.into_iter().map(|one| one.file).collect(),
        notes,
    }
}

/// Leaves of the packages that a lock names the locked versions alone.
fn hold_to(lock: &Lock, plan: &PlanFile, candidates: &mut Vec<Candidate>) -> Vec<Note> {
    let used = match lock.used(&asks(plan)) {
        Ok(used) => used,
        Err(conflict) => {
            return vec![at_extends(
                conflict.stale(&shown_plan(plan)),
                &conflict,
                plan,
            )];
        }
    };
    let mut notes = Vec::new();
    for locked in used.iter().filter_map(|name| lock.get(name)) {
        let is_it = |c: &Candidate| c.name == locked.name && c.version == Some(locked.version);
        let Some(at) = candidates.iter().position(is_it) else {
            // If there is none at all, `resolve` says that the package cannot be found.
            if candidates.iter().any(|c| c.name == locked.name) {
                let note = Note::new(Code::LockedMissing).arg("name", locked.name.as_str());
                notes.push(note.arg("version", locked.version.to_string()));
            }
            continue;
        };
        let mut it = candidates.remove(at);
        it.locked = Some(locked.clone());
        candidates.retain(|c| c.name != locked.name);
        candidates.push(it);
    }
    notes
}

/// Reads all versions of every package that is asked for.
fn load(
    plan: &PlanFile,
    candidates: &[Candidate],
    read: &Read<'_>,
    sources: &mut Sources,
) -> Vec<Loaded> {
    let mut loaded: Vec<Loaded> = Vec::new();
    let mut take = |candidate: &Candidate, loaded: &mut Vec<Loaded>| {
        let read = read(candidate);
        let mut file = parse(&read.folder, sources);
        file.digest = read.digest;
        loaded.push(Loaded {
            name: candidate.name.clone(),
            file,
            notes: read.notes,
        });
    };
    let mut asked: BTreeSet<String> = BTreeSet::new();
    let mut queue: Vec<String> = wanted(plan).into_iter().map(|w| w.name).collect();
    let mut missing = false;
    while let Some(name) = queue.pop() {
        if !asked.insert(name.clone()) {
            continue;
        }
        let from = loaded.len();
        for candidate in candidates.iter().filter(|c| c.name == name) {
            take(candidate, &mut loaded);
        }
        missing |= loaded.len() == from;
        for one in &loaded[from..] {
            queue.extend(wanted(&one.file).into_iter().map(|w| w.name));
        }
    }
    if missing {
        for candidate in candidates.iter().filter(|c| !asked.contains(&c.name)) {
            take(candidate, &mut loaded);
        }
    }
    loaded
}

/// Leaves one version of each package, and says why if that cannot be.
fn drop_unchosen(plan: &PlanFile, loaded: &mut Vec<Loaded>) -> Option<Note> {
    let mut offers = Offers::default();
    for one in loaded.iter() {
        if let Some(version) = version_of(&one.file) {
            offers.add(&one.name, version, asks(&one.file));
        }
    }
    let asked = asks(plan);
    let first = solve(&asked, &offers);
    // A package that is not there at all is told by `resolve`: what remains is chosen as if nobody asked for it.
    let chosen = first.or_else(|_| {
        let there = known(&offers, loaded);
        let asked: Vec<Extended> = asked
            .into_iter()
            .filter(|ask| offers.has(&ask.name))
            .collect();
        solve(&asked, &there)
    });
    let chosen = match chosen {
        Ok(chosen) => chosen,
        Err(conflict) if told_by_resolve(&conflict, loaded) => return None,
        Err(conflict) => {
            return Some(at_extends(
                conflict.note(&shown_plan(plan)),
                &conflict,
                plan,
            ));
        }
    };
    let mut kept: BTreeSet<String> = BTreeSet::new();
    loaded.retain(|one| match (chosen.get(&one.name), version_of(&one.file)) {
        (Some(version), Some(own)) => own == *version && kept.insert(one.name.clone()),
        (Some(_), None) => false,
        // Nobody asks for it, or its head cannot be read, which `resolve` tells.
        (None, _) => true,
    });
    None
}

/// The offers without what asks for packages that are not there.
fn known(offers: &Offers, loaded: &[Loaded]) -> Offers {
    let mut known = Offers::default();
    for one in loaded {
        if let Some(version) = version_of(&one.file) {
            let mut asks = asks(&one.file);
            asks.retain(|ask| offers.has(&ask.name));
            known.add(&one.name, version, asks);
        }
    }
    known
}

/// Whether only one folder asks, for a version that is not there, and no other folder could take the place of
/// those that lead to it: then `resolve` tells the same, and at its place.
fn told_by_resolve(conflict: &Conflict, loaded: &[Loaded]) -> bool {
    let Conflict::Unsuitable { asks, .. } = conflict else {
        return false;
    };
    let only = |name: &String| loaded.iter().filter(|one| one.name == *name).count() == 1;
    matches!(asks.as_slice(), [ask] if ask.path.iter().all(|(name, _)| only(name)))
}

/// At the place in the plan from which it follows.
fn at_extends(note: Note, conflict: &Conflict, plan: &PlanFile) -> Note {
    let begins = conflict.begins_at();
    let mut extends = plan.head.extends.iter();
    match extends.find(|extend| begins == Some(extend.package.name.as_str())) {
        Some(extend) => note.at(extend.package.place.clone()),
        None => note,
    }
}

/// What messages call the plan: its folder.
fn shown_plan(plan: &PlanFile) -> String {
    shown(Path::new(&plan.name))
}
