//! `luoshi upgrade`: a plan carried to another version of a package.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use luoshi::{
    Run, candidates, folder_of, packages_for, plugins_of, read_folder, unreadable, whole,
};
use luoshi_diagnostics::{Code, Level, Note, Sources};
use luoshi_package::store::read_lock;
use luoshi_plan::{Folder, PlanFile, check_package, parse, resolve};
use luoshi_rules::compile;
use luoshi_upgrade::{
    Difference, Edited, Request, Upgrade, extends, upgrade, upgrade_json, upgrade_text,
};

use super::Done;
use super::package::package;
use crate::args::UpgradeArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::Session;

pub(super) fn run(args: &UpgradeArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut sources = Sources::default();
    let case = gather(args, session, &mut sources)?;
    let difference = luoshi_upgrade::diff(&case.old, &case.new, &sources);
    let request = Request {
        folder: &case.folder,
        plan: &case.plan,
        old: &case.old,
        new: &case.new,
        packages: &case.packages,
        difference: &difference,
        keep: &args.keep,
    };
    let mut outcome = upgrade(&request, &mut sources);
    outcome.remarks.extend(backward(&difference));
    let (edited, wrong) = rules(&case, &outcome, session, &mut sources);
    outcome.add(wrong, &edited, &request, &sources);
    let decided = outcome.conflicts.is_empty();
    let work = decided && !outcome.files.is_empty();
    let mut written = args.write && work;
    if json {
        if written {
            write(&case.root, &outcome.files)?;
        }
        let mut value = upgrade_json(&outcome, &difference, &sources, session.words);
        value["written"] = written.into();
        session.out.json(&value);
    } else {
        session
            .out
            .write(&text(&outcome, &difference, &sources, session));
        written |= work && !args.write && confirmed(session);
        if written {
            write(&case.root, &outcome.files)?;
        }
        tell(&outcome, work, written, session);
        if written && is_locked(&case.root) {
            session.say("upgrade-relock", []);
        }
    }
    Ok(if decided { Exit::Clean } else { Exit::Failing })
}

/// Everything that an upgrade looks at.
struct Case {
    root: PathBuf,
    folder: Folder,
    plan: PlanFile,
    old: PlanFile,
    new: PlanFile,
    packages: Vec<PlanFile>,
}

fn gather(args: &UpgradeArgs, session: &Session, sources: &mut Sources) -> Result<Case, Failure> {
    let new = package(&args.package, sources)?;
    let from = args
        .from
        .as_deref()
        .map(|path| package(path, sources))
        .transpose()?;
    let mut run = Run::default();
    let root = folder_of(&args.path)?;
    let (folder, notes) = read_folder(&root);
    run.notes.extend(notes);
    let plan = parse(&folder, sources);
    run.notes.extend(plan.notes.iter().cloned());
    let (around, notes) = packages_for(&plan, &root, &session.packages, sources);
    run.notes.extend(notes);
    let name = new.head.package_name.clone().unwrap_or_default();
    let (offered, mut packages) = split(around, &name);
    let new_root = folder_of(&args.package)?;
    let (below, notes) = packages_for(&new, &new_root, &around_both(&root, session), sources);
    run.notes.extend(notes);
    let known: Vec<String> = packages.iter().map(|file| file.name.clone()).collect();
    let (_, below) = split(below, &name);
    packages.extend(below.into_iter().filter(|file| !known.contains(&file.name)));
    run.notes.extend(check_package(&new, &packages));
    let extending: Vec<&PlanFile> = packages.iter().chain([&plan]).collect();
    if !extends(&extending, &name) {
        run.notes
            .push(Note::new(Code::UpgradeNotExtended).arg("name", name.as_str()));
    }
    let offered = if is_locked(&root) {
        offered
    } else {
        versions(&root, &name, session, sources)
    };
    let others = offered
        .into_iter()
        .filter(|file| !same_folder(&file.name, &new_root));
    let old = match from {
        Some(from) if from.head.package_name.as_deref() == Some(&name) => Ok(from),
        Some(_) => Err(missing(&plan, &name)),
        None => old_version(others.collect(), &plan, &new, &name),
    };
    let failed = run
        .notes
        .iter()
        .any(|note| note.code.level() == Level::Error);
    match old {
        Ok(old) if !failed => {
            packages.push(new.clone());
            Ok(Case {
                root,
                folder,
                plan,
                old,
                new,
                packages,
            })
        }
        old => {
            // One note at a time about what to upgrade from: without the package there is no old one.
            run.notes.extend(old.err().filter(|_| !failed));
            run.sources = std::mem::take(sources);
            Err(run.into())
        }
    }
}

/// What is wrong with the rules of the edited plan, which are linked when it is compiled.
fn rules(
    case: &Case,
    outcome: &Upgrade,
    session: &Session,
    sources: &mut Sources,
) -> (PlanFile, Vec<Note>) {
    let edited = parse(&outcome.edited(&case.folder), sources);
    let mut notes = Vec::new();
    // Without a plan there are conflicts already.
    if let Some(plan) = resolve(&edited, &case.packages).value
        && let Some(plugins) = plugins_of(&plan, &mut notes)
    {
        notes.extend(compile(&plan, session.as_of(), &plugins).notes);
    }
    (edited, notes)
}

/// Where the packages that the new version extends may be: beside it, and wherever the plan finds its own.
fn around_both(root: &Path, session: &Session) -> Vec<PathBuf> {
    let of_plan = candidates(root, &session.packages).into_iter();
    let places = session.packages.iter().cloned();
    places.chain(of_plan.map(|found| found.path)).collect()
}

/// Whether a lock names the versions that a plan uses.
fn is_locked(root: &Path) -> bool {
    read_lock(root).is_ok_and(|lock| lock.is_some())
}

/// Every version of a package that a plan without a lock could have been written for.
fn versions(root: &Path, name: &str, session: &Session, sources: &mut Sources) -> Vec<PlanFile> {
    let found = candidates(root, &session.packages).into_iter();
    let named = found.filter(|candidate| candidate.name == name);
    // One that cannot be read in full has notes of its own, and no version that would be preferred.
    named
        .map(|candidate| parse(&read_folder(&candidate.path).0, sources))
        .collect()
}

/// The packages of this name, and the others.
fn split(files: Vec<PlanFile>, name: &str) -> (Vec<PlanFile>, Vec<PlanFile>) {
    let named = |file: &PlanFile| file.head.package_name.as_deref() == Some(name);
    files.into_iter().partition(named)
}

fn same_folder(one: &str, other: &Path) -> bool {
    match (Path::new(one).canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The range that the plan asks for, and where.
fn range<'p>(plan: &'p PlanFile, name: &str) -> Option<&'p luoshi_plan::model::Extend> {
    plan.head
        .extends
        .iter()
        .find(|extend| extend.package.name == name)
}

/// The version that the plan was written for: the newest that it asks for, else the newest before
/// the new one, for a plan that was carried over already. A plan that asks for the new version and
/// has no other at hand is compared with that.
fn old_version(
    offered: Vec<PlanFile>,
    plan: &PlanFile,
    new: &PlanFile,
    name: &str,
) -> Result<PlanFile, Note> {
    let version = |file: &PlanFile| file.head.package.as_ref().map(|p| p.version);
    let asked = range(plan, name).map_or("*", |extend| extend.version.as_str());
    let fits = |file: &PlanFile| version(file).is_some_and(|v| v.satisfies(asked));
    let before = |file: &PlanFile| version(file) <= version(new);
    let best = offered
        .into_iter()
        .max_by_key(|file| (before(file), fits(file), version(file)));
    match best {
        Some(old) => Ok(old),
        None if fits(new) => Ok(new.clone()),
        None => Err(missing(plan, name)),
    }
}

fn missing(plan: &PlanFile, name: &str) -> Note {
    let extend = range(plan, name);
    let mut note = Note::new(Code::OldVersionMissing).arg("name", name).arg(
        "range",
        extend.map_or("*", |extend| extend.version.as_str()),
    );
    note.place = extend.map(|extend| extend.package.place.clone());
    note
}

fn backward(difference: &Difference) -> Option<Note> {
    let (from, to) = (difference.from?, difference.to?);
    let note = || Note::new(Code::UpgradeBackward);
    (to < from).then(|| {
        note()
            .arg("from", from.to_string())
            .arg("to", to.to_string())
    })
}

fn text(
    outcome: &Upgrade,
    difference: &Difference,
    sources: &Sources,
    session: &Session,
) -> String {
    upgrade_text(
        outcome,
        difference,
        sources,
        session.words,
        session.colour_out(),
    )
}

/// Whether somebody at a terminal says yes.
fn confirmed(session: &mut Session) -> bool {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return false;
    }
    session.out.flush();
    Output::complain(&format!("\n{}", session.words.word("upgrade-ask")));
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "是")
}

fn tell(outcome: &Upgrade, work: bool, written: bool, session: &mut Session) {
    if !work {
        return;
    }
    session.out.write("\n");
    let count = i64::try_from(outcome.files.len()).unwrap_or(i64::MAX);
    match written {
        true => session.say("upgrade-done", [("count", count.into())]),
        false => session.say("upgrade-dry", []),
    }
}

/// Writes the files, each with the byte order mark that it had.
fn write(root: &Path, files: &[Edited]) -> Result<(), Failure> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let mut bytes = Vec::new();
    for file in files {
        let path = root.join(&file.path);
        let before = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let mark = before.starts_with(MARK) && !file.after.starts_with('\u{feff}');
        let mark = if mark { MARK } else { &[] };
        bytes.push((path, [mark, file.after.as_bytes()].concat()));
    }
    Ok(whole::write_each(&bytes)?)
}
