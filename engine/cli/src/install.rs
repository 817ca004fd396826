//! Packages into a plan's folder, and the lock that says which: `engine/package/STORE.md` has the meaning.

mod listed;
mod relock;
mod shelf;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::store::{Guard, SeenRegistries, folder_digest, installed_at, unwatched};
use luoshi_package::{
    Archive, Extended, INDEX, INDEX_NOTE, LARGEST_INDEX, LARGEST_NOTE, Lock, Locked, Origin, Trust,
    read_index, renew, solve, verify,
};
use luoshi_plan::{PlanFile, Version, VersionRange, parse};

use crate::folder::{read_folder, shown, unreadable};
use crate::packages::{asks, candidates, read_package};
use crate::signing::{at_most, read_signatures, trust_at};

use shelf::{Item, RegistryAt, Shelf, Suppliers};

pub use listed::{Shelved, listed};
pub use relock::{Prefer, Relock, relock};

/// Tenths of a second that an install waits for another one.
const PATIENCE: u32 = 50;

/// The name of the trust file in the plan's folder, or beside it.
const TRUST_FILE: &str = "trust.yaml";

/// What is to be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The highest version in a range.
    Name(String, VersionRange),
    /// The package in an archive.
    File(PathBuf),
}

/// How it is to be installed.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The plan's folder.
    pub plan: PathBuf,
    /// The root of a registry.
    pub from: Option<PathBuf>,
    /// The trust file, if not that of the plan.
    pub trust: Option<PathBuf>,
    /// Why a lower version may come in the place of a higher one.
    pub downgrade: Option<String>,
    /// Further places with packages.
    pub packages: Vec<PathBuf>,
    /// The day on which signatures must count.
    pub day: Date,
}

/// What an install came to.
#[derive(Debug)]
pub struct Installation {
    /// The lock before.
    pub old: Option<Lock>,
    /// The lock now.
    pub new: Lock,
    /// The packages that were written.
    pub written: Vec<(String, Version)>,
    /// What should be known beside it.
    pub notes: Vec<Note>,
}

/// Installs packages with all that they ask for, or nothing. Without an order it is what the plan asks for.
///
/// # Errors
/// Everything that stands in the way; then the plan uses what it used before.
pub fn install(
    orders: &[Order],
    terms: &Terms,
    sources: &mut Sources,
) -> Result<Installation, Vec<Note>> {
    let plan = read_plan(&terms.plan, sources).map_err(|note| vec![note])?;
    let guard = Guard::take(&terms.plan, PATIENCE).map_err(|note| vec![note])?;
    let trust = trust_at(&trust_file(terms), sources)?;
    let registry = registry(&guard, terms, &trust)?;
    let files = files(orders)?;
    let old = luoshi_package::store::read_lock(&terms.plan).map_err(|note| vec![note])?;
    let suppliers = Suppliers {
        files: &files,
        registry: registry.as_ref(),
        folders: &candidates(&terms.plan, &terms.packages),
    };
    let asked = asks(&plan);
    let ordered = ordered(orders, &files);
    let chosen = choose(&plan, &ordered, old.as_ref(), &suppliers)?;
    let mut desk = Desk {
        terms,
        trust: &trust,
        old: old.as_ref(),
        ordered: ordered.iter().map(|ask| ask.name.as_str()).collect(),
        packages: Vec::new(),
        write: Vec::new(),
        notes: Vec::new(),
    };
    for ((name, version), item) in &chosen {
        desk.take(name, *version, item);
    }
    desk.finish(&guard, &asked)
}

/// The plan's folder, which must be one.
fn read_plan(folder: &Path, sources: &mut Sources) -> Result<PlanFile, Note> {
    let heads = ["plan.yaml", "package.yaml"];
    if !heads.iter().any(|head| folder.join(head).is_file()) {
        return Err(Note::new(Code::PathMissing).arg("path", shown(&folder.join(heads[0]))));
    }
    Ok(parse(&read_folder(folder).0, sources))
}

/// The one that is named, or that of the plan, or the one beside it that several plans share.
fn trust_file(terms: &Terms) -> PathBuf {
    if let Some(path) = &terms.trust {
        return path.clone();
    }
    let own = terms.plan.join(TRUST_FILE);
    let beside = terms.plan.join("..").join(TRUST_FILE);
    if !own.is_file() && beside.is_file() {
        return beside;
    }
    own
}

/// Reads the index of the registry, and remembers it at once: whatever becomes of this install, no older one counts.
fn registry(guard: &Guard, terms: &Terms, trust: &Trust) -> Result<Option<RegistryAt>, Vec<Note>> {
    let Some(root) = &terms.from else {
        return Ok(None);
    };
    let mut seen = guard.seen().map_err(|note| vec![note])?;
    let registry = registry_at(root, trust, terms.day, &seen)?;
    let index = &registry.index;
    if seen.insert(index.registry.clone(), index.seen()) != Some(index.seen()) {
        let kept = guard.remember(&seen, &mut unwatched);
        kept.map_err(|note| vec![note])?;
    }
    Ok(Some(registry))
}

/// Reads the index of a registry.
fn registry_at(
    root: &Path,
    trust: &Trust,
    day: Date,
    seen: &SeenRegistries,
) -> Result<RegistryAt, Vec<Note>> {
    let read = |name: &str, most| {
        let path = root.join(name);
        at_most(&path, most).map_err(|error| vec![unreadable(&path, &error)])
    };
    let (bytes, note) = (read(INDEX, LARGEST_INDEX)?, read(INDEX_NOTE, LARGEST_NOTE)?);
    // Its name counts once it is known who signed it; only then is it known what was seen of it before.
    let named = read_index(&bytes, &note, trust, day, None)?;
    let last = seen.get(&named.registry).copied();
    Ok(RegistryAt {
        root: root.to_owned(),
        index: read_index(&bytes, &note, trust, day, last)?,
    })
}

/// The archives that are given as files.
fn files(orders: &[Order]) -> Result<Vec<(PathBuf, Archive)>, Vec<Note>> {
    let mut files = Vec::new();
    let mut notes = Vec::new();
    for order in orders {
        let Order::File(path) = order else { continue };
        match read_package(path) {
            Ok(archive) => match archive.manifest.engine_unfit() {
                Some(note) => notes.push(note),
                None => files.push((path.clone(), archive)),
            },
            Err(note) => notes.push(note),
        }
    }
    if notes.is_empty() {
        Ok(files)
    } else {
        Err(notes)
    }
}

/// What the orders ask for: of a file exactly its version.
fn ordered(orders: &[Order], files: &[(PathBuf, Archive)]) -> Vec<Extended> {
    let names = orders.iter().filter_map(|order| match order {
        Order::Name(name, range) => Some((name.clone(), range.clone())),
        Order::File(_) => None,
    });
    let files = files.iter().filter_map(|(_, archive)| {
        let manifest = &archive.manifest;
        let range = VersionRange::parse(&format!("={}", manifest.version))?;
        Some((manifest.name.clone(), range))
    });
    names
        .chain(files)
        .map(|(name, range)| Extended { name, range })
        .collect()
}

type Choice = BTreeMap<(String, Version), Item>;

/// One version of everything that the orders and the plan ask for. What is locked and not ordered stays if it can.
fn choose(
    plan: &PlanFile,
    ordered: &[Extended],
    lock: Option<&Lock>,
    suppliers: &Suppliers<'_>,
) -> Result<Choice, Vec<Note>> {
    let all: Vec<Extended> = ordered.iter().cloned().chain(asks(plan)).collect();
    let mut shelf = Shelf::fill(&all, suppliers)?;
    for locked in lock.into_iter().flat_map(Lock::packages) {
        if !ordered.iter().any(|ask| ask.name == locked.name) {
            shelf.offers.prefer(&locked.name, locked.version);
        }
    }
    let absent: Vec<Note> = ordered
        .iter()
        .filter_map(|ask| absent(ask, &shelf))
        .collect();
    if !absent.is_empty() {
        return Err(shelf.passed_over.into_iter().chain(absent).collect());
    }
    match solve(&all, &shelf.offers) {
        Ok(chosen) if hidden(ordered, &chosen, &shelf).next().is_some() => {
            Err(hidden(ordered, &chosen, &shelf).collect())
        }
        Ok(chosen) => Ok(chosen
            .into_iter()
            .filter_map(|key| shelf.items.remove(&key).map(|item| (key, item)))
            .collect()),
        Err(conflict) => {
            let mut notes = shelf.passed_over;
            notes.push(conflict.note(&plan.name));
            Err(notes)
        }
    }
}

/// Files of the registry that are not there, although the index has them and they are what was ordered: whoever wants
/// to keep a township on an old version would take the new one away.
fn hidden<'h>(
    ordered: &'h [Extended],
    chosen: &'h BTreeMap<String, Version>,
    shelf: &'h Shelf,
) -> impl Iterator<Item = Note> + 'h {
    let better = |(name, version): &(String, Version)| {
        let wanted = |ask: &Extended| ask.name == *name && ask.range.includes(*version);
        let lower = chosen.get(name).is_some_and(|chosen| chosen < version);
        lower && ordered.iter().any(wanted)
    };
    let files = shelf.missing.iter().filter(move |(key, _)| better(key));
    files.map(|(_, path)| Note::new(Code::PathMissing).arg("path", shown(path)))
}

/// The note that there is nothing in the range that was ordered.
fn absent(ask: &Extended, shelf: &Shelf) -> Option<Note> {
    let versions = shelf.offers.versions(&ask.name);
    if versions.iter().any(|version| ask.range.includes(*version)) {
        return None;
    }
    let there: Vec<String> = versions.iter().map(ToString::to_string).collect();
    let there = if there.is_empty() {
        "none".to_owned()
    } else {
        there.join(", ")
    };
    let note = Note::new(Code::PackageNotOffered).arg("name", ask.name.as_str());
    let wanted = match ask.range.as_str() {
        "*" => "any",
        range => range,
    };
    Some(note.arg("wanted", wanted).arg("there", there))
}

/// What lies ready to be installed.
struct Desk<'d> {
    terms: &'d Terms,
    trust: &'d Trust,
    old: Option<&'d Lock>,
    ordered: BTreeSet<&'d str>,
    packages: Vec<(Locked, Origin)>,
    write: Vec<Archive>,
    notes: Vec<Note>,
}

impl Desk<'_> {
    fn take(&mut self, name: &str, version: Version, item: &Item) {
        let taken = match item {
            Item::Archive(path) => self.archive(path),
            Item::Folder(path, origin) => {
                relock::folder(path, name, version).map(|locked| (locked, *origin))
            }
        };
        match taken {
            Ok(package) => self.packages.push(package),
            Err(notes) => self.notes.extend(notes),
        }
    }

    /// Read again, and held against who may have signed it.
    fn archive(&mut self, path: &Path) -> Result<(Locked, Origin), Vec<Note>> {
        let archive = read_package(path).map_err(|note| vec![note])?;
        if let Some(kept) = self.kept(&archive) {
            return Ok((kept.clone(), Origin::Archive));
        }
        let signatures = read_signatures(path).map_err(|note| vec![note])?;
        let verified = verify(&archive, signatures.as_deref(), self.trust, self.terms.day)?;
        let manifest = &archive.manifest;
        let locked = Locked {
            name: manifest.name.clone(),
            version: manifest.version,
            digest: archive.digest,
            signed_by: vec![verified.key],
            extends: manifest.extends.clone(),
            downgrade: None,
        };
        if self.must_be_written(&locked).map_err(|note| vec![note])? {
            self.write.push(archive);
        }
        Ok((locked, Origin::Archive))
    }

    /// What is in use already and was not ordered: its signature counted on the day when it was installed.
    fn kept(&self, archive: &Archive) -> Option<&Locked> {
        let manifest = &archive.manifest;
        let was = self.old?.get(&manifest.name)?;
        let same = was.version == manifest.version && was.digest == archive.digest;
        let folder = installed_at(&self.terms.plan, &was.name, was.version);
        let kept = same && !self.ordered.contains(was.name.as_str());
        (kept && folder_digest(&folder).is_ok_and(|there| there == was.digest)).then_some(was)
    }

    /// Whether a package is not in its folder yet, or not as it was locked.
    fn must_be_written(&self, locked: &Locked) -> Result<bool, Note> {
        let folder = installed_at(&self.terms.plan, &locked.name, locked.version);
        if !folder.exists() {
            return Ok(true);
        }
        let was = self.old.and_then(|old| old.get(&locked.name));
        match folder_digest(&folder) {
            Ok(there) if there == locked.digest => Ok(false),
            // Somebody changed the folder: the lock knows better.
            _ if was.is_some_and(|was| was.version == locked.version) => Ok(true),
            Ok(there) => Err(luoshi_package::other_bytes(locked, there)),
            // What cannot be read is of no use to anybody.
            Err(_) => Ok(true),
        }
    }

    fn finish(self, guard: &Guard, asked: &[Extended]) -> Result<Installation, Vec<Note>> {
        let reason = self.terms.downgrade.as_deref();
        let next = renew(self.old, self.packages, reason);
        let all = match (next, self.notes.is_empty()) {
            (Ok(all), true) => all,
            (Ok(_), false) => return Err(self.notes),
            (Err(notes), _) => return Err(self.notes.into_iter().chain(notes).collect()),
        };
        let (new, unused) = all.split(asked);
        let archives: Vec<&Archive> = self.write.iter().collect();
        let done = guard.install(&archives, &new, &mut unwatched);
        done.map_err(|note| vec![note])?;
        // What an unused package extends is not used either; that need not be said.
        let unused = unused
            .iter()
            .filter(|name| self.ordered.contains(name.as_str()));
        let about = |name: &String| Note::new(Code::PackageNotExtended).arg("name", name.as_str());
        Ok(Installation {
            old: self.old.cloned(),
            new,
            written: archives
                .iter()
                .map(|a| (a.manifest.name.clone(), a.manifest.version))
                .collect(),
            notes: unused.map(about).collect(),
        })
    }
}
