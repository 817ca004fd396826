//! `luoshi package diff`: what two versions of a package differ in.

use std::path::Path;

use luoshi::{folder_of, is_package, read_folder, shown};
use luoshi_diagnostics::{Code, Level, Note, Sources, render_json};
use luoshi_plan::{Folder, PlanFile, parse};
use luoshi_upgrade::{difference_json, difference_text, understated};

use crate::args::PackageDiffArgs;
use crate::command::Done;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(crate) fn diff(args: &PackageDiffArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut sources = Sources::default();
    let old = package(&args.old, &mut sources)?;
    let new = package(&args.new, &mut sources)?;
    let difference = luoshi_upgrade::diff(&old, &new, &sources);
    let notes: Vec<Note> = understated(&difference, &new).into_iter().collect();
    if json {
        let mut value = difference_json(&difference, session.words);
        value["notes"] = render_json(&notes, &sources, session.words);
        session.out.json(&value);
    } else {
        session
            .out
            .write(&difference_text(&difference, session.words));
        session.show(&notes, &sources);
    }
    Ok(Exit::Clean)
}

/// Reads a version of a package, and refuses what cannot be read in full: what is missing would look
/// like something taken out.
pub(crate) fn package(path: &Path, sources: &mut Sources) -> Result<PlanFile, Failure> {
    let (folder, mut notes) = package_folder(path)?;
    let file = parse(&folder, sources);
    notes.extend(file.notes.iter().cloned());
    if notes.iter().any(|note| note.code.level() == Level::Error) {
        return Err(Failure {
            notes,
            sources: std::mem::take(sources),
        });
    }
    Ok(file)
}

/// The files of a package at a path.
fn package_folder(path: &Path) -> Result<(Folder, Vec<Note>), Failure> {
    let folder = folder_of(path)?;
    if !is_package(&folder) {
        return Err(Note::new(Code::PackageExpected)
            .arg("path", shown(path))
            .into());
    }
    Ok(read_folder(&folder))
}
