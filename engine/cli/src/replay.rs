//! A township's year under its packages as they are, and with a new version of one of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Level, Note, Sources};
use luoshi_lint::Limits;
use luoshi_lint::burden::{Burden, Minutes, burden};
use luoshi_plan::{
    Folder, Plan, PlanFile, Version, VersionRange, check_package, parse, resolve, wanted,
};
use luoshi_rules::{Assessment, Detail, compile, evaluate, judge};

use crate::evidence::Store;
use crate::folder::{is_archive, is_package, read_folder, shown};
use crate::packages::{package_at, packages_for};
use crate::plugins::plugins_of;
use crate::run::{Loaded, Run};

/// A version of a package that is tried in the place of the one in force.
#[derive(Debug)]
pub struct NewPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    folder: PathBuf,
    texts: Folder,
}

/// What a replay needs to be told.
#[derive(Debug, Clone)]
pub struct Replaying {
    /// The day as of which each year is judged; the last day of each plan if none is given.
    pub as_of: Option<Date>,
    /// The day of the run: a year that is not over is judged as of it.
    pub today: Date,
    /// Further places in which packages are looked for.
    pub packages: Vec<PathBuf>,
    /// The evidence, if not that of the plan's folder.
    pub ledger: Option<PathBuf>,
}

/// A township and what became of it.
#[derive(Debug)]
pub struct Replayed {
    /// The folder, as messages show it.
    pub folder: String,
    /// Its name, or the folder where the plan does not tell.
    pub name: String,
    /// The packages that its plan builds on.
    pub builds_on: Vec<String>,
    /// What became of it.
    pub outcome: ReplayOutcome,
}

/// What became of a township.
#[derive(Debug)]
pub enum ReplayOutcome {
    /// Judged twice.
    Compared {
        /// Under its packages as they are.
        before: Box<Year>,
        /// With the new version.
        after: Box<Year>,
        /// Who asks for another version, and for which.
        outside: Vec<(String, String)>,
    },
    /// It does not build on the package.
    Unconcerned,
    /// It could not be judged: with the new version only, or not as it is either.
    Stopped {
        /// Whether the new version stands in the way.
        by_new: bool,
        /// The errors, with the texts that they point into.
        run: Box<Run>,
    },
}

/// A year, judged.
#[derive(Debug)]
pub struct Year {
    /// The plan.
    pub plan: Plan,
    /// Its findings.
    pub assessment: Assessment,
    /// What it asks of people.
    pub burden: Burden,
}

/// Reads a package to be tried; none when an error stands in its way, such as `LS0980` where the folder
/// holds none. `beside` are folders among whose siblings what it extends may be.
pub fn new_package(
    run: &mut Run,
    path: &Path,
    places: &[PathBuf],
    beside: &[PathBuf],
) -> Option<NewPackage> {
    let texts = match package_at(path) {
        Ok((texts, notes)) => {
            run.notes.extend(notes);
            texts
        }
        Err(note) => {
            run.notes.push(note);
            return None;
        }
    };
    let file = parse(&texts, &mut run.sources);
    let package = file
        .head
        .package
        .as_ref()
        .filter(|_| is_archive(path) || is_package(path));
    let Some((name, version)) = package.map(|p| (p.name.clone(), p.version)) else {
        run.notes.extend(file.notes);
        let note = Note::new(Code::ImpactNoPackage).arg("path", shown(path));
        run.notes.push(note);
        return None;
    };
    let mut under = Vec::new();
    for folder in std::iter::once(path).chain(beside.iter().map(PathBuf::as_path)) {
        add_wanted(&file, folder, places, &mut under, run);
    }
    let noted = check_package(&file, &under);
    run.notes.extend(noted);
    if run.notes.iter().any(is_error) {
        run.notes.retain(is_error);
        return None;
    }
    Some(NewPackage {
        name,
        version,
        folder: path.to_owned(),
        texts,
    })
}

/// Judges the year of one township twice.
#[must_use]
pub fn replay(folder: &Path, new: &NewPackage, how: &Replaying) -> Replayed {
    let mut run = Run::default();
    let loaded = load(&mut run, folder, how);
    let place = loaded.file.head.jurisdiction.as_ref();
    let mut replayed = Replayed {
        folder: shown(folder),
        name: place.map_or_else(|| shown(folder), |j| j.name.clone()),
        builds_on: Vec::new(),
        outcome: ReplayOutcome::Unconcerned,
    };
    let before = match &loaded.plan {
        Some(plan) => {
            replayed.builds_on = plan.packages.iter().map(|p| p.name.clone()).collect();
            if !replayed.builds_on.contains(&new.name) {
                return replayed;
            }
            judged(&mut run, loaded, folder, how)
        }
        None => None,
    };
    let Some(before) = before else {
        replayed.outcome = stopped(false, run);
        return replayed;
    };
    let mut run = Run::default();
    let (loaded, outside) = load_with(&mut run, folder, new, how);
    replayed.outcome = match judged(&mut run, loaded, folder, how) {
        Some(after) => ReplayOutcome::Compared {
            outside: taking_part(outside, &after.plan),
            before: Box::new(before),
            after: Box::new(after),
        },
        None => stopped(true, run),
    };
    replayed
}

fn is_error(note: &Note) -> bool {
    note.code.level() == Level::Error
}

fn stopped(by_new: bool, mut run: Run) -> ReplayOutcome {
    // What the plan leaves open is not what kept its year from being judged.
    run.notes.retain(is_error);
    let run = Box::new(run);
    ReplayOutcome::Stopped { by_new, run }
}

fn load(run: &mut Run, folder: &Path, how: &Replaying) -> Loaded {
    let (file, packages) = texts_of(run, folder, how);
    resolved(run, file, packages)
}

/// Reads a plan with the new version in the place of every other; tells which ranges exclude it.
fn load_with(
    run: &mut Run,
    folder: &Path,
    new: &NewPackage,
    how: &Replaying,
) -> (Loaded, Vec<Asker>) {
    let (mut file, mut packages) = texts_of(run, folder, how);
    packages.retain(|p| p.head.package_name.as_ref() != Some(&new.name));
    let tried = parse(&new.texts, &mut run.sources);
    add_wanted(&tried, folder, &how.packages, &mut packages, run);
    add_wanted(&tried, &new.folder, &how.packages, &mut packages, run);
    packages.push(tried);
    let mut outside = Vec::new();
    for one in std::iter::once(&mut file).chain(&mut packages) {
        admit(one, new, &mut outside);
    }
    (resolved(run, file, packages), outside)
}

fn texts_of(run: &mut Run, folder: &Path, how: &Replaying) -> (PlanFile, Vec<PlanFile>) {
    let (texts, notes) = read_folder(folder);
    run.notes.extend(notes);
    let file = parse(&texts, &mut run.sources);
    let (packages, notes) = packages_for(&file, folder, &how.packages, &mut run.sources);
    run.notes.extend(notes);
    (file, packages)
}

fn resolved(run: &mut Run, file: PlanFile, packages: Vec<PlanFile>) -> Loaded {
    let readable = !run.notes.iter().any(is_error);
    let staged = resolve(&file, &packages);
    run.notes.extend(staged.notes);
    Loaded {
        plan: staged.value.filter(|_| readable),
        file,
        packages,
    }
}

/// Adds what a package extends and no package at hand provides, from the siblings of a folder.
/// What is at hand in a version that will do stays as it is, so that one package alone is changed.
fn add_wanted(
    package: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    packages: &mut Vec<PlanFile>,
    run: &mut Run,
) {
    let lacks = |packages: &[PlanFile], by: &PlanFile| {
        let missing = wanted(by).into_iter().filter(|want| {
            let same = |p: &&PlanFile| p.head.package_name.as_ref() == Some(&want.name);
            let fits = |p: &PlanFile| {
                let version = p.head.package.as_ref().map(|p| p.version);
                version.is_none_or(|v| v.satisfies(&want.range))
            };
            !packages.iter().filter(same).any(fits)
        });
        missing.map(|want| want.name).collect::<Vec<_>>()
    };
    let mut missing = lacks(packages, package);
    if missing.is_empty() {
        return;
    }
    let own = package.head.package_name.clone();
    let (offered, notes) = packages_for(package, folder, places, &mut run.sources);
    run.notes.extend(notes);
    let mut asked: BTreeSet<String> = own.into_iter().collect();
    while let Some(name) = missing.pop() {
        if !asked.insert(name.clone()) {
            continue;
        }
        for found in &offered {
            if found.head.package_name.as_ref() == Some(&name) {
                missing.extend(lacks(packages, found));
                packages.push(found.clone());
            }
        }
    }
}

/// Who extends the new version by a range that excludes it.
struct Asker {
    package: Option<(String, Version)>,
    name: String,
    range: String,
}

/// Lets a folder extend the new version, whatever range it gives.
fn admit(file: &mut PlanFile, new: &NewPackage, outside: &mut Vec<Asker>) {
    let package = file.head.package.as_ref();
    let package = package.map(|p| (p.name.clone(), p.version));
    let plan = file.head.plan.as_ref().map(|p| p.id.clone());
    let name = file.head.package_name.clone().or(plan);
    for extend in &mut file.head.extends {
        if extend.package.name == new.name && !extend.version.includes(new.version) {
            let asked = std::mem::replace(&mut extend.version, VersionRange::any());
            outside.push(Asker {
                package: package.clone(),
                name: name.clone().unwrap_or_else(|| file.name.clone()),
                range: asked.to_string(),
            });
        }
    }
}

/// Leaves those out that lie about and are not built on.
fn taking_part(askers: Vec<Asker>, plan: &Plan) -> Vec<(String, String)> {
    let built_on = |(name, version): &(String, Version)| {
        let packages = &plan.packages;
        packages
            .iter()
            .any(|p| &p.name == name && p.version == *version)
    };
    let askers = askers.into_iter();
    let askers = askers.filter(|a| a.package.as_ref().is_none_or(built_on));
    askers.map(|a| (a.name, a.range)).collect()
}

fn judged(run: &mut Run, loaded: Loaded, folder: &Path, how: &Replaying) -> Option<Year> {
    let plan = loaded.plan?;
    let limits = Limits::of(&plan, &loaded.file, &loaded.packages, None, &run.sources);
    run.notes.extend(limits.notes);
    let minutes = Minutes::of(&limits.value?, plan.header.issued);
    let burden = burden(&plan, &minutes);
    let as_of = how.as_of.unwrap_or(plan.span.to.min(how.today));
    let store = evidence_of(folder, how, &mut run.sources);
    let store = store.map_err(|note| run.notes.push(note)).ok()?;
    let read = store.read(&run.sources, as_of);
    run.notes.extend(read.notes);
    let evidence = read.value?;
    let plugins = plugins_of(&plan, &mut run.notes)?;
    let compiled = compile(&plan, as_of, &plugins);
    run.notes.extend(compiled.notes);
    let program = compiled.value?;
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let assessment = judge(&program, &evidence, &facts);
    drop(program);
    Some(Year {
        plan,
        assessment,
        burden,
    })
}

fn evidence_of(folder: &Path, how: &Replaying, sources: &mut Sources) -> Result<Store, Note> {
    Store::open(folder, how.ledger.as_deref(), sources)
}
