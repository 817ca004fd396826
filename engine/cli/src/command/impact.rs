//! `luoshi impact`: what a new version of a package would have changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use luoshi::{
    NewPackage, ReplayOutcome, Replayed, Replaying, Run, folder_of, is_package, new_package,
    read_folder, replay, shown,
};
use luoshi_diagnostics::{Code, Note, Sources, nearest};
use luoshi_plan::parse;
use luoshi_report::{
    Compared, Glossary, Impact, NewVersion, Replay, Stopped, Township, Year, impact_json,
    impact_line, impact_text,
};

use super::Done;
use crate::args::ImpactArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::progress::Progress;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &ImpactArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let folders = townships_in(&args.paths)?;
    if session.ledger.is_some() && folders.len() > 1 {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "PATH PATH").into());
    }
    let progress = Progress::start(session.words);
    let mut run = Run::default();
    let path = folder_of(&args.package)?;
    let Some(new) = new_package(&mut run, &path, &session.packages, &folders) else {
        return Err(run.into());
    };
    let how = Replaying {
        as_of: session.as_of,
        today: session.as_of(),
        packages: session.packages.clone(),
        ledger: session.ledger.clone(),
    };
    let replayed: Vec<Replayed> = folders.iter().map(|f| replay(f, &new, &how)).collect();
    drop(progress);
    some_builds_on(&new, &replayed)?;
    let version = new.version.to_string();
    let named = NewVersion {
        name: &new.name,
        version: &version,
    };
    let of = Impact {
        words: session.words,
        new: named,
        townships: replayed.iter().map(township).collect(),
    };
    let text = match (json, session.quiet) {
        (true, _) => pretty(&impact_json(&of)),
        (false, true) => impact_line(&of),
        (false, false) => impact_text(&of),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(exit(&replayed))
}

/// Bad input where a township cannot be judged as it is; failing where one cannot with the new version.
fn exit(replayed: &[Replayed]) -> Exit {
    let stopped = |wanted: bool| {
        replayed.iter().any(
            |r| matches!(&r.outcome, ReplayOutcome::Stopped { by_new, .. } if *by_new == wanted),
        )
    };
    match (stopped(false), stopped(true)) {
        (true, _) => Exit::BadInput,
        (false, true) => Exit::Failing,
        (false, false) => Exit::Clean,
    }
}

/// Each township once: a folder with a plan, or all those right below a folder without one.
fn townships_in(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        let folder = folder_of(path)?;
        let inside = match holds_plan(&folder) {
            true => vec![folder.clone()],
            false => below(&folder),
        };
        if inside.is_empty() {
            return Err(Note::new(Code::ImpactNoTownship)
                .arg("path", shown(&folder))
                .into());
        }
        for one in inside {
            let real = one.canonicalize().unwrap_or_else(|_| one.clone());
            if seen.insert(real) {
                found.push(one);
            }
        }
    }
    Ok(found)
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.retain(|f| holds_plan(f));
    folders.sort();
    folders
}

/// Whether a folder holds a plan: by the name of its file, or by its head.
fn holds_plan(folder: &Path) -> bool {
    if folder.join("plan.yaml").is_file() {
        return true;
    }
    !is_package(folder)
        && parse(&read_folder(folder).0, &mut Sources::default())
            .head
            .plan
            .is_some()
}

/// A package of another name changes nothing anywhere, which would read as good news.
fn some_builds_on(new: &NewPackage, replayed: &[Replayed]) -> Result<(), Failure> {
    let concerned = |r: &Replayed| !matches!(r.outcome, ReplayOutcome::Unconcerned);
    if replayed.iter().any(concerned) {
        return Ok(());
    }
    let names = replayed.iter().flat_map(|r| &r.builds_on);
    let names: BTreeSet<&str> = names.map(String::as_str).collect();
    let near = nearest(&new.name, names.iter().copied()).unwrap_or("none");
    let list: Vec<&str> = names.iter().copied().collect();
    let note = Note::new(Code::ImpactNotExtended)
        .arg("name", new.name.as_str())
        .arg("near", near)
        .arg("names", list.join(", "));
    Err(note.into())
}

fn township(replayed: &Replayed) -> Township<'_> {
    let replay = match &replayed.outcome {
        ReplayOutcome::Unconcerned => Replay::Unconcerned,
        ReplayOutcome::Stopped { by_new, run } => Replay::Stopped(Stopped {
            by_new: *by_new,
            notes: &run.notes,
            sources: &run.sources,
        }),
        ReplayOutcome::Compared {
            before,
            after,
            outside,
        } => Replay::Compared(Box::new(Compared::of(year(before), year(after), outside))),
    };
    Township {
        folder: &replayed.folder,
        name: &replayed.name,
        replay,
    }
}

fn year(year: &luoshi::Year) -> Year<'_> {
    Year {
        plan: &year.plan,
        assessment: &year.assessment,
        burden: &year.burden,
        glossary: Glossary::of(&year.plan),
    }
}
